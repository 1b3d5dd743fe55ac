// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wording/template.h"

namespace wording {

/// Reads the text of a template line by line, and goes on behind a mistake to find the next.
class TemplateReader
{
public:
    explicit TemplateReader(QStringView text);

    /// In the order of the text.
    [[nodiscard]] const std::vector<TemplateProblem> &problems() const { return m_problems; }
    /// What could be read; only to be used without fatal problems.
    [[nodiscard]] Template take() { return std::move(m_template); }

private:
    void readLine(int number, QStringView raw);
    void add(int line, qsizetype column, const QString &sentence, bool isFatal);
    void checkNames(int line, qsizetype from, const std::vector<Phrase> &choice);

    Template m_template;
    std::vector<TemplateProblem> m_problems;
    bool m_startParagraph = true;
};

} // namespace wording
