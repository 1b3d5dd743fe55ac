// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "entry/form.h"

#include <QList>
#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace ui {

class ActionButton;

/// What the line leaves open: the question with a button for each answer, or the words that mean
/// nothing. Empty: it takes no room.
class OpenPoints final : public QWidget
{
    Q_OBJECT

public:
    explicit OpenPoints(QWidget *parent = nullptr);

    /// The first of them; the others come when it is settled.
    void show(const entry::Form &form);
    /// Presses the answer with this index, if there is one.
    void answer(int index);

signals:
    /// The line with the question answered.
    void answered(const QString &line);

private:
    void clear();

    QLabel *m_sentence;
    QHBoxLayout *m_row;
    QList<ActionButton *> m_buttons;
};

} // namespace ui
