// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/logins.h"

#include <QWidget>

class QCheckBox;
class QComboBox;

namespace ui {

class ActionButton;
class FormField;
class LineEdit;

/// Who we are at a server that is asked: address, user and password, or a token.
class LoginForm final : public QWidget
{
    Q_OBJECT

public:
    explicit LoginForm(workflow::Logins &logins, QWidget *parent = nullptr);

    void setAddress(const QString &address);

signals:
    void kept();

private:
    void describe();
    void keep();
    void finish(const base::Done &done);

    workflow::Logins &m_logins;
    LineEdit *m_address;
    QComboBox *m_kind;
    LineEdit *m_user;
    LineEdit *m_secret;
    FormField *m_addressRow;
    FormField *m_userRow;
    FormField *m_secretRow;
    QCheckBox *m_session;
    ActionButton *m_keep;
};

} // namespace ui
