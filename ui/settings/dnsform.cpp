// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/dnsform.h"

#include "source/address.h"
#include "ui/settings/trial.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/lineedit.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

DnsForm::DnsForm(workflow::Desk &desk, workflow::Watch &watch, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_watch(watch)
    , m_name(new LineEdit)
    , m_type(new QComboBox)
    , m_expected(new LineEdit)
    , m_server(new LineEdit)
    , m_nameRow(new FormField(tr("Name looked up"), m_name))
    , m_testButton(new ActionButton(ActionButton::Kind::Secondary, trialTitle(false)))
{
    m_type->setAccessibleName(tr("Kind of record"));
    for (const QString &type : {u"A"_s, u"AAAA"_s, u"CNAME"_s, u"TXT"_s})
        m_type->addItem(type);
    m_name->setPlaceholderText(u"shop.example.org"_s);
    m_expected->setPlaceholderText(u"192.0.2.10"_s);
    m_server->setPlaceholderText(u"192.0.2.53"_s);
    m_nameRow->setSide(m_type);
    build();
    connect(m_testButton, &QPushButton::clicked, this, &DnsForm::test);
}

void DnsForm::build()
{
    auto *addButton = new ActionButton(ActionButton::Kind::Primary, tr("Watch it"));
    connect(addButton, &QPushButton::clicked, this, &DnsForm::add);
    auto *actions = new QHBoxLayout;
    actions->setSpacing(space::s);
    actions->addStretch(1);
    actions->addWidget(m_testButton);
    actions->addWidget(addButton);
    auto *expected = new FormField(tr("Expected value"), m_expected);
    expected->setHint(tr("may be empty: any will do"));
    auto *server = new FormField(tr("Name server asked"), m_server);
    server->setHint(tr("an IP address; empty: the system's"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(makeLabel(tr("Watch a name"), TextRole::Title));
    layout->addWidget(m_nameRow);
    layout->addWidget(expected);
    layout->addWidget(server);
    layout->addLayout(actions);
}

std::optional<source::MonitorSpec> DnsForm::spec()
{
    const QString server = m_server->text().trimmed();
    const QString place = server.contains(u':') ? u'[' + server + u']' : server;
    auto spec = source::specFromAddress(
        u"dns://%1/%2?type=%3"_s.arg(place, m_name->text().trimmed(), m_type->currentText()));
    m_nameRow->setError(spec ? QString() : spec.error().text);
    if (!spec)
        return std::nullopt;
    spec->id = m_desk.newId();
    spec->bodyContains = m_expected->text().trimmed();
    return *spec;
}

void DnsForm::test()
{
    const auto wanted = spec();
    if (!wanted)
        return;
    showTrial(m_nameRow, m_testButton, m_watch.probe(*wanted));
}

void DnsForm::add()
{
    const auto wanted = spec();
    if (!wanted)
        return;
    const base::Done added = m_watch.add(*wanted);
    m_nameRow->setError(added ? QString() : added.error().text);
    if (!added)
        return;
    for (LineEdit *field : {m_name, m_expected, m_server})
        field->clear();
}

} // namespace ui
