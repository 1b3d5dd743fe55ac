// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;

namespace ui {

class ActionButton;

/// What a pane shows while it has nothing to show: what this place is for, and the way to begin.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    /// An empty `action` shows no button.
    EmptyState(const QString &title, const QString &sentence, const QString &action,
               QWidget *parent = nullptr);

    void setTexts(const QString &title, const QString &sentence, const QString &action);

signals:
    void actionTriggered();

private:
    QLabel *m_title;
    QLabel *m_sentence;
    ActionButton *m_action;
};

} // namespace ui
