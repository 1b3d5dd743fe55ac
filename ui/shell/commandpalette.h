// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/shellaction.h"

#include <QDialog>

class QListWidget;

namespace ui {

class LineEdit;

/// Everything the window can do, found by typing a few letters of it; also the list of keys.
class CommandPalette final : public QDialog
{
    Q_OBJECT

public:
    CommandPalette(ShellActions actions, QWidget *parent = nullptr);

    void accept() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &text);

    ShellActions m_actions;
    LineEdit *m_search;
    QListWidget *m_list;
};

} // namespace ui
