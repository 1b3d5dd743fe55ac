// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/upstreamspage.h"

#include "base/commalist.h"

#include "ui/settings/trial.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/lineedit.h"
#include "ui/widget/listtable.h"

#include <algorithm>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QRegularExpression>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using upstream::Kind;

namespace {

enum Column { Name, Address, Part, Now };
constexpr int listHeight = 120;

QString stateOf(const workflow::UpstreamState &server)
{
    if (server.trouble)
        return server.trouble->text;
    if (server.spec.addresses.isEmpty())
        return UpstreamsPage::tr("no status page");
    if (!server.answeredAt)
        return UpstreamsPage::tr("not asked yet");
    if (!server.remarks.isEmpty())
        return server.remarks.join(u' ');
    return server.status ? server.status->sentence : UpstreamsPage::tr("It answers.");
}

} // namespace

UpstreamsPage::UpstreamsPage(workflow::Upstreams &upstreams, QWidget *parent)
    : QWidget(parent)
    , m_upstreams(upstreams)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(makeLabel(tr("Who watches for us, and our providers"), TextRole::Title));
    QLabel *about = makeLabel(tr("Their alerts open suspected incidents, as your own monitors do. "
                                 "What a provider says is shown above the charts."),
                              TextRole::Secondary);
    about->setWordWrap(true);
    layout->addWidget(about);
    layout->addWidget(buildEntry());
    layout->addWidget(buildList());
    connect(&m_upstreams, &workflow::Upstreams::changed, this, &UpstreamsPage::reload);
    describe();
    reload();
}

QWidget *UpstreamsPage::buildEntry()
{
    m_kind = new QComboBox;
    m_kind->addItem(tr("an Alertmanager"), int(Kind::Alertmanager));
    m_kind->addItem(tr("a Prometheus"), int(Kind::Prometheus));
    m_kind->addItem(tr("a provider's status page"), int(Kind::Provider));
    m_name = new LineEdit;
    m_address = new LineEdit;
    m_addressRow = new FormField(tr("Address"), m_address);
    m_addressRow->setWide(true);
    m_part = new LineEdit;
    m_part->setPlaceholderText(tr("shop (may be empty)"));
    m_partRow = new FormField(tr("Parts of the service"), m_part);
    m_partRow->setHint(tr("that it is about, by commas"));
    m_testButton = new ActionButton(ActionButton::Kind::Secondary, trialTitle(false));
    auto *addButton = new ActionButton(ActionButton::Kind::Primary, tr("Ask it from now on"));
    auto *actions = new QHBoxLayout;
    actions->setSpacing(space::s);
    actions->addStretch(1);
    actions->addWidget(m_testButton);
    actions->addWidget(addButton);
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(new FormField(tr("It is"), m_kind));
    layout->addWidget(new FormField(tr("Name"), m_name));
    layout->addWidget(m_addressRow);
    layout->addWidget(m_partRow);
    layout->addLayout(actions);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &UpstreamsPage::describe);
    connect(m_testButton, &QPushButton::clicked, this, &UpstreamsPage::test);
    connect(addButton, &QPushButton::clicked, this, &UpstreamsPage::add);
    return box;
}

QWidget *UpstreamsPage::buildList()
{
    m_table = makeListTable(tr("Servers that watch for us, and providers"),
                            {tr("Name"), tr("Address"), tr("Part"), tr("Now")}, Now);
    m_table->setMinimumHeight(listHeight);
    m_removeButton = new ActionButton(ActionButton::Kind::Danger, tr("Ask it no longer"));
    m_recordButton = new ActionButton(ActionButton::Kind::Secondary, tr("Its record …"));
    m_recordButton->setAccessibleDescription(tr("Whom to call, what stands on it, what was said"));
    auto *actions = new QHBoxLayout;
    actions->addStretch(1);
    actions->addWidget(m_recordButton);
    actions->addWidget(m_removeButton);
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(m_table);
    layout->addLayout(actions);
    connect(m_removeButton, &QPushButton::clicked, this, &UpstreamsPage::remove);
    connect(m_recordButton, &QPushButton::clicked, this,
            [this] { emit providerWanted(m_table->item(m_table->currentRow(), Name)->text()); });
    connect(m_table, &QTableWidget::currentCellChanged, this, &UpstreamsPage::showActions);
    return box;
}

void UpstreamsPage::describe()
{
    m_addressRow->setError({});
    switch (Kind(m_kind->currentData().toInt())) {
    case Kind::Alertmanager:
        m_name->setPlaceholderText(tr("Alertmanager"));
        m_address->setPlaceholderText(u"http://alerts.example.org:9093"_s);
        m_addressRow->setNote(tr("Several that know of each other: all addresses, with blanks "
                                 "between them."));
        break;
    case Kind::Prometheus:
        m_name->setPlaceholderText(tr("Prometheus"));
        m_address->setPlaceholderText(u"http://prometheus.example.org:9090"_s);
        m_addressRow->setNote(tr("Its alerts are shown once, even if its Alertmanager is asked "
                                 "too."));
        break;
    case Kind::Provider:
        m_name->setPlaceholderText(tr("Our hosting company"));
        m_address->setPlaceholderText(u"https://status.example.org"_s);
        m_addressRow->setNote(
            tr("The page that people open, of any kind that is compatible with "
               "Statuspage; or the address of its feed (RSS or Atom). It may have "
               "none. Its record has the contacts."));
        break;
    }
}

upstream::Spec UpstreamsPage::typed() const
{
    static const QRegularExpression gap(u"[\\s,]+"_s);
    upstream::Spec spec;
    spec.kind = Kind(m_kind->currentData().toInt());
    const QString name = m_name->text().trimmed();
    spec.name = name.isEmpty() ? m_name->placeholderText() : name;
    spec.addresses = m_address->text().split(gap, Qt::SkipEmptyParts);
    spec.components = base::commaList(m_part->text());
    return spec;
}

void UpstreamsPage::add()
{
    const base::Done added = m_upstreams.add(typed());
    m_addressRow->setError(added ? QString() : added.error().text);
    if (!added)
        return;
    for (LineEdit *field : {m_name, m_address, m_part})
        field->clear();
    describe();
}

void UpstreamsPage::test()
{
    showTrial(m_addressRow, m_testButton, m_upstreams.test(typed()));
}

void UpstreamsPage::remove()
{
    const base::Done removed = m_upstreams.remove(selected());
    m_addressRow->setError(removed ? QString() : removed.error().text);
}

void UpstreamsPage::reload()
{
    const QString before = selected();
    const auto servers = m_upstreams.servers();
    m_table->setRowCount(int(servers.size()));
    int current = 0;
    for (int row = 0; row < int(servers.size()); ++row) {
        const workflow::UpstreamState &server = servers[size_t(row)];
        auto *name = new QTableWidgetItem(server.spec.name);
        name->setData(Qt::UserRole, server.spec.id);
        m_table->setItem(row, Name, name);
        m_table->setItem(row, Address, new QTableWidgetItem(server.spec.addresses.join(u' ')));
        m_table->setItem(row, Part, new QTableWidgetItem(server.spec.components.join(u", "_s)));
        m_table->setItem(row, Now, new QTableWidgetItem(stateOf(server)));
        current = server.spec.id == before ? row : current;
    }
    m_table->setVisible(!servers.empty());
    m_removeButton->setVisible(!servers.empty());
    m_table->selectRow(current);
    showActions();
}

void UpstreamsPage::showActions()
{
    const QString id = selected();
    const auto servers = m_upstreams.servers();
    m_recordButton->setVisible(std::ranges::any_of(servers, [&](const auto &server) {
        return server.spec.id == id && server.spec.kind == Kind::Provider;
    }));
}

QString UpstreamsPage::selected() const
{
    const QTableWidgetItem *item = m_table->item(m_table->currentRow(), Name);
    return item ? item->data(Qt::UserRole).toString() : QString();
}

} // namespace ui
