// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wording/factspans.h"
#include "wording/lint.h"

#include <QPlainTextEdit>

namespace ui {

/// The text of a post: words that hold a fact are underlined, findings are dashed.
class PostEditor final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit PostEditor(QWidget *parent = nullptr);

    /// Replaces the text without moving the cursor further than it must, and without the text
    /// counting as typed.
    void showText(const QString &text);
    void setMarks(std::vector<wording::FactSpan> facts, std::vector<wording::LintFinding> findings);

signals:
    /// Somebody typed.
    void edited(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void underline();
    [[nodiscard]] QTextEdit::ExtraSelection mark(qsizetype start, qsizetype length) const;

    std::vector<wording::FactSpan> m_facts;
    std::vector<wording::LintFinding> m_findings;
};

} // namespace ui
