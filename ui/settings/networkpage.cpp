// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/networkpage.h"

#include "base/whenfinished.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/formfield.h"
#include "ui/widget/lineedit.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

NetworkPage::NetworkPage(workflow::NetworkRoute &route, QWidget *parent)
    : QWidget(parent)
    , m_route(route)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(makeLabel(tr("Network"), TextRole::Title));
    layout->addWidget(buildProxy());
    layout->addWidget(buildAuthorities());
}

QWidget *NetworkPage::buildProxy()
{
    m_proxy = new LineEdit;
    m_proxy->setText(http::toText(m_route.proxy()));
    m_proxy->setPlaceholderText(u"http://proxy.example.org:3128"_s);
    m_proxyRow = new FormField(tr("Proxy"), m_proxy);
    m_proxyRow->setWide(true);
    m_proxyRow->setNote(tr("system, none, or an address: http://proxy.example.org:3128 for HTTP "
                           "CONNECT, socks5://proxy.example.org:1080 for SOCKS5. Posts, imports "
                           "and queries go through it; probes and this machine itself do not."));
    m_user = new LineEdit;
    m_user->setText(m_route.proxy().user);
    auto *user = new FormField(tr("User at the proxy"), m_user);
    user->setHint(tr("empty: it asks for none"));
    m_password = new LineEdit;
    m_password->setEchoMode(QLineEdit::Password);
    m_passwordRow = new FormField(tr("Password"), m_password);
    auto *keep = new ActionButton(ActionButton::Kind::Secondary, tr("Keep the password"));
    m_session = new QCheckBox(tr("only until Watchkeeper ends"));
    auto *side = new QWidget;
    auto *row = new QHBoxLayout(side);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    row->addWidget(keep);
    row->addWidget(m_session);
    m_passwordRow->setSide(side);
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    for (FormField *field : {m_proxyRow, user, m_passwordRow})
        layout->addWidget(field);
    connect(m_proxy, &QLineEdit::editingFinished, this, &NetworkPage::keepProxy);
    connect(m_user, &QLineEdit::editingFinished, this, &NetworkPage::keepProxy);
    connect(keep, &QPushButton::clicked, this, &NetworkPage::keepPassword);
    return box;
}

QWidget *NetworkPage::buildAuthorities()
{
    m_authorities = new LineEdit;
    m_authorities->setReadOnly(true);
    m_authoritiesRow = new FormField(tr("Own authorities"), m_authorities);
    m_authoritiesRow->setNote(tr("A PEM file with the certificates of authorities that are trusted "
                                 "beside the system's, also by probes."));
    auto *choose = new ActionButton(ActionButton::Kind::Secondary, tr("Choose …"));
    choose->setAccessibleName(tr("Choose a file with authorities"));
    m_remove = new ActionButton(ActionButton::Kind::Secondary, tr("Remove"));
    m_remove->setAccessibleName(tr("Trust the system's authorities only"));
    auto *side = new QWidget;
    auto *row = new QHBoxLayout(side);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    row->addWidget(choose);
    row->addWidget(m_remove);
    m_authoritiesRow->setSide(side);
    connect(choose, &QPushButton::clicked, this, [this] {
        const QString path =
            QFileDialog::getOpenFileName(this, tr("Certificates of authorities"), QDir::homePath(),
                                         tr("Certificates (*.pem *.crt *.cer)"));
        if (!path.isEmpty())
            chooseAuthorities(path);
    });
    connect(m_remove, &QPushButton::clicked, this, [this] { chooseAuthorities({}); });
    showAuthorities();
    return m_authoritiesRow;
}

void NetworkPage::keepProxy()
{
    auto proxy = http::proxyFromText(m_proxy->text());
    if (!proxy) {
        m_proxyRow->setError(proxy.error().text);
        return;
    }
    const bool isNamed =
        proxy->kind == http::ProxyKind::Http || proxy->kind == http::ProxyKind::Socks5;
    proxy->user = isNamed ? m_user->text().trimmed() : QString();
    const base::Done done = *proxy == m_route.proxy() ? base::Done() : m_route.setProxy(*proxy);
    m_proxyRow->setError(done ? QString() : done.error().text);
}

void NetworkPage::keepPassword()
{
    const secret::Secret password(m_password->text().toUtf8());
    const auto keep = m_session->isChecked() ? secret::Keep::Session : secret::Keep::ForGood;
    m_password->clear();
    m_passwordRow->setError({});
    m_passwordRow->setNote(tr("Waiting for your keyring …"));
    base::whenFinished(this, m_route.keepPassword(password, keep), [this](const base::Done &done) {
        m_passwordRow->setNote(done ? tr("Kept.") : QString());
        m_passwordRow->setError(done ? QString() : done.error().text);
    });
}

void NetworkPage::chooseAuthorities(const QString &path)
{
    const base::Done done = m_route.setAuthorities(path);
    m_authoritiesRow->setError(done ? QString() : done.error().text);
    showAuthorities();
}

void NetworkPage::showAuthorities()
{
    m_authorities->setText(m_route.hasAuthorities() ? tr("the system's and your own")
                                                    : tr("the system's"));
    m_remove->setEnabled(m_route.hasAuthorities());
}

} // namespace ui
