// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wording/phrase.h"

namespace wording {

/// A post as text with named fields and optional phrases; docs/templates.md describes the language.
class Template
{
public:
    /// Error Format: names the line and what to change.
    [[nodiscard]] static base::Result<Template> parse(QStringView text);
    /// One that the program brings along: "first_post". It has to be one of templateNames().
    [[nodiscard]] static const Template &builtIn(const QString &name);

    /// Empty if no title can be said.
    [[nodiscard]] QString title(const TemplateFields &fields) const;
    /// Paragraphs separated by an empty line.
    [[nodiscard]] QString body(const TemplateFields &fields) const;

    /// Every field and condition that the text mentions, to check it against what exists.
    [[nodiscard]] std::set<QString> names() const;

private:
    using Line = std::vector<Phrase>; ///< a choice: what is said is one sentence or more

    Line m_title;
    std::vector<std::vector<Line>> m_paragraphs;
};

/// The templates that the program brings along.
[[nodiscard]] QStringList templateNames();

} // namespace wording
