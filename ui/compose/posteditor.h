// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lint/lint.h"
#include "wording/factspans.h"

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
    /// `current` is the finding that the keys act on; -1: none in this text.
    void setMarks(std::vector<wording::FactSpan> facts, std::vector<lint::Finding> findings,
                  int current = -1);
    /// Takes the cursor to a place and shows it.
    void goTo(qsizetype position);

signals:
    /// Somebody typed.
    void edited(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void underline();
    [[nodiscard]] QTextEdit::ExtraSelection mark(qsizetype start, qsizetype length) const;

    std::vector<wording::FactSpan> m_facts;
    std::vector<lint::Finding> m_findings;
    int m_current = -1;
};

} // namespace ui
