// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/loginform.h"

#include "base/whenfinished.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/formfield.h"
#include "ui/widget/lineedit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui {

using workflow::LoginKind;

LoginForm::LoginForm(workflow::Logins &logins, QWidget *parent)
    : QWidget(parent)
    , m_logins(logins)
    , m_address(new LineEdit)
    , m_kind(new QComboBox)
    , m_user(new LineEdit)
    , m_secret(new LineEdit)
    , m_addressRow(new FormField(tr("Address"), m_address))
    , m_userRow(new FormField(tr("User"), m_user))
    , m_secretRow(new FormField(tr("Password"), m_secret))
    , m_session(new QCheckBox(tr("Keep it only until Watchkeeper ends")))
    , m_keep(new ActionButton(ActionButton::Kind::Primary, tr("Keep the login")))
{
    m_address->setPlaceholderText(QStringLiteral("https://prometheus.example.org"));
    m_addressRow->setWide(true);
    m_addressRow->setNote(tr("It goes to this server only, whatever the path, and never along with "
                             "a redirect. Encrypted, unless the server is this machine."));
    m_kind->addItem(tr("user and password"), int(LoginKind::Basic));
    m_kind->addItem(tr("a token"), int(LoginKind::Bearer));
    m_secret->setEchoMode(QLineEdit::Password);
    m_secretRow->setHint(tr("goes to your keyring"));
    auto *actions = new QHBoxLayout;
    actions->addWidget(m_session);
    actions->addStretch(1);
    actions->addWidget(m_keep);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(m_addressRow);
    layout->addWidget(new FormField(tr("It asks for"), m_kind));
    layout->addWidget(m_userRow);
    layout->addWidget(m_secretRow);
    layout->addLayout(actions);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &LoginForm::describe);
    connect(m_keep, &QPushButton::clicked, this, &LoginForm::keep);
    connect(m_secret, &QLineEdit::returnPressed, this, &LoginForm::keep);
}

void LoginForm::setAddress(const QString &address)
{
    m_address->setText(address);
    m_user->setFocus();
}

void LoginForm::describe()
{
    m_userRow->setVisible(m_kind->currentData().toInt() == int(LoginKind::Basic));
}

void LoginForm::keep()
{
    const auto place = workflow::Logins::placeOf(m_address->text());
    m_addressRow->setError(place ? QString() : place.error().text);
    if (!place)
        return;
    workflow::Login login{*place, LoginKind(m_kind->currentData().toInt()), {}};
    if (login.kind == LoginKind::Basic)
        login.user = m_user->text().trimmed();
    m_keep->setEnabled(false);
    const auto keep = m_session->isChecked() ? secret::Keep::Session : secret::Keep::ForGood;
    const secret::Secret secret(m_secret->text().toUtf8());
    base::whenFinished(this, m_logins.add(login, secret, keep),
                       [this](const base::Done &done) { finish(done); });
}

void LoginForm::finish(const base::Done &done)
{
    m_keep->setEnabled(true);
    m_secretRow->setError(done ? QString() : done.error().text);
    m_secret->clear();
    if (!done)
        return;
    m_address->clear();
    m_user->clear();
    emit kept();
}

} // namespace ui
