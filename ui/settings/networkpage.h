// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/networkroute.h"

#include <QWidget>

class QCheckBox;
class QLabel;

namespace ui {

class ActionButton;
class FormField;
class LineEdit;

/// The proxy and its password, and authorities that are trusted beside the system's.
class NetworkPage final : public QWidget
{
    Q_OBJECT

public:
    explicit NetworkPage(workflow::NetworkRoute &route, QWidget *parent = nullptr);

private:
    QWidget *buildProxy();
    QWidget *buildAuthorities();
    void keepProxy();
    void keepPassword();
    void chooseAuthorities(const QString &path);
    void showAuthorities();

    workflow::NetworkRoute &m_route;
    LineEdit *m_proxy;
    FormField *m_proxyRow;
    LineEdit *m_user;
    LineEdit *m_password;
    FormField *m_passwordRow;
    QCheckBox *m_session;
    LineEdit *m_authorities;
    FormField *m_authoritiesRow;
    ActionButton *m_remove;
};

} // namespace ui
