// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widget/card.h"

class QLabel;

namespace ui {

class LineEdit;

/// Asks for a reason, in place: the question, a field, and two ways on. Enter gives the reason,
/// Escape leaves everything as it was. Hidden until ask().
class ReasonBar final : public Card
{
    Q_OBJECT

public:
    explicit ReasonBar(QWidget *parent = nullptr);

    /// Shows the question and takes the focus. `offered` is the text in the field at the start.
    void ask(const QString &question, const QString &offered = {});

signals:
    void given(const QString &reason);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void finish();

    QLabel *m_question;
    LineEdit *m_reason;
};

} // namespace ui
