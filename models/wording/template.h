// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "wording/phrase.h"

#include <QStringList>

namespace wording {

/// A mistake in the text of a template, or something that never does what it seems to.
struct TemplateProblem
{
    int line = 1;   ///< from 1
    int column = 1; ///< from 1, in UTF-16 units
    QString sentence;
    bool isFatal = true; ///< the text cannot be used; else the line is only never said

    /// "Line 3, column 12: “[” is never closed; add “]”."
    [[nodiscard]] QString located() const;
    bool operator==(const TemplateProblem &) const = default;
};

/// Sentences with named fields and optional phrases; docs/templates.md describes the language.
class Template
{
public:
    /// Error Format: names line and column, and what to change.
    [[nodiscard]] static base::Result<Template> parse(QStringView text);
    /// Everything that is wrong with a text, in its order: mistakes and unknown names.
    [[nodiscard]] static std::vector<TemplateProblem> problems(QStringView text);
    /// One that the program brings along: "first_post". It has to be one of templateNames().
    [[nodiscard]] static const Template &builtIn(const QString &name);

    /// Empty if no title can be said.
    [[nodiscard]] QString title(const TemplateFields &fields) const;
    /// Paragraphs separated by an empty line.
    [[nodiscard]] QString body(const TemplateFields &fields) const;

    [[nodiscard]] bool hasTitle() const { return !m_title.empty(); }
    /// Every field and condition that the text mentions, to check it against what exists.
    [[nodiscard]] std::set<QString> names() const;

private:
    using Line = std::vector<Phrase>; ///< a choice: what is said is one sentence or more

    friend class TemplateReader;

    Line m_title;
    std::vector<std::vector<Line>> m_paragraphs;
};

/// The templates that the program brings along.
[[nodiscard]] QStringList templateNames();
/// The text of one of them, as its author wrote it.
[[nodiscard]] QString builtInText(const QString &name);

} // namespace wording
