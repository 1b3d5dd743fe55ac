// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/logins.h"

#include <QDialog>

class QTableWidget;

namespace ui {

class ActionButton;

/// The logins for servers that are asked: typed in and removed here.
class LoginsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit LoginsPage(workflow::Logins &logins, QWidget *parent = nullptr);

private:
    void reload();
    void remove();

    workflow::Logins &m_logins;
    QTableWidget *m_table;
    ActionButton *m_remove;
};

/// One login, for an address at hand.
class LoginDialog final : public QDialog
{
    Q_OBJECT

public:
    LoginDialog(workflow::Logins &logins, const QString &address, QWidget *parent = nullptr);
};

} // namespace ui
