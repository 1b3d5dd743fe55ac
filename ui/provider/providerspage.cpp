// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/provider/providerspage.h"

#include "base/tip.h"
#include "ui/provider/providerform.h"
#include "ui/provider/providerlook.h"
#include "ui/provider/providerrecord.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/emptystate.h"
#include "ui/widget/paneheader.h"

#include <QListWidget>
#include <QScrollArea>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace ui {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr int listWidth = 240;
constexpr int itemSpacing = 3;

} // namespace

ProvidersPage::ProvidersPage(workflow::Desk &desk, workflow::Upstreams &upstreams, QWidget *parent)
    : QWidget(parent)
    , m_upstreams(upstreams)
    , m_list(new QListWidget)
    , m_record(new ProviderRecord(desk, upstreams))
    , m_stack(new QStackedLayout)
{
    auto *nobody = new EmptyState(tr("No provider yet"),
                                  tr("Whose service yours stands on: their status page, "
                                     "whom to call, and what they said."),
                                  tr("Add a provider"));
    m_empty = nobody;
    auto *scroll = new QScrollArea;
    scroll->setWidget(m_record);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(scroll);
    auto *right = new QWidget;
    right->setLayout(m_stack);
    auto *splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildList());
    splitter->addWidget(right);
    splitter->setStretchFactor(1, 1);
    auto *back = new ActionButton(ActionButton::Kind::Quiet, tr("Back"));
    auto *header = new PaneHeader(tr("Providers"));
    header->addTrailing(back);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header);
    layout->addWidget(splitter, 1);
    connect(back, &QPushButton::clicked, this, &ProvidersPage::backRequested);
    connect(nobody, &EmptyState::actionTriggered, this, &ProvidersPage::add);
    connect(m_record, &ProviderRecord::editWanted, this, &ProvidersPage::edit);
    connect(m_record, &ProviderRecord::openRequested, this, &ProvidersPage::openRequested);
    connect(m_record, &ProviderRecord::contactWanted, this, &ProvidersPage::contactWanted);
    connect(m_record, &ProviderRecord::failed, this, &ProvidersPage::failed);
    connect(&m_upstreams, &workflow::Upstreams::changed, this, &ProvidersPage::reload);
    auto *leave = new QShortcut(Qt::Key_Escape, this);
    leave->setContext(Qt::WidgetWithChildrenShortcut);
    connect(leave, &QShortcut::activated, this, &ProvidersPage::backRequested);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        if (isVisible())
            m_record->reload();
    });
    m_minute.start(1min);
    reload();
}

QWidget *ProvidersPage::buildList()
{
    m_list->setAccessibleName(tr("Providers"));
    m_list->setSpacing(itemSpacing);
    m_list->setFrameShape(QFrame::NoFrame);
    auto *add = new ActionButton(ActionButton::Kind::Secondary, tr("Add …"));
    auto *away = new ActionButton(ActionButton::Kind::Quiet, tr("Remove"));
    auto *actions = new QHBoxLayout;
    actions->setContentsMargins(space::s, space::s, space::s, space::s);
    actions->addWidget(add);
    actions->addStretch(1);
    actions->addWidget(away);
    auto *box = new QWidget;
    box->setMinimumWidth(listWidth);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list, 1);
    layout->addLayout(actions);
    connect(add, &QPushButton::clicked, this, &ProvidersPage::add);
    connect(away, &QPushButton::clicked, this, &ProvidersPage::remove);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item)
            m_record->setProvider(item->text(), m_incident);
    });
    return box;
}

void ProvidersPage::reload()
{
    const QString before = current();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    const auto addLine = [this](const QString &name, const PageLook &look) {
        auto *line = new QListWidgetItem(iconOf(look.state), name, m_list);
        line->setToolTip(base::plainTip(look.words));
        line->setData(Qt::AccessibleDescriptionRole, look.words);
    };
    for (const workflow::UpstreamState &server : m_upstreams.servers()) {
        if (server.spec.kind == upstream::Kind::Provider)
            addLine(server.spec.name, lookOf(server));
    }
    if (!m_stranger.isEmpty() && !providerNamed(m_upstreams, m_stranger))
        addLine(m_stranger, {});
    m_stack->setCurrentIndex(m_list->count() == 0 ? 0 : 1);
    choose(before);
}

/// The first one, if there is none of this name.
void ProvidersPage::choose(const QString &name)
{
    const auto known = providerNamed(m_upstreams, name);
    const auto lines = m_list->findItems(known ? known->spec.name : name, Qt::MatchFixedString);
    QListWidgetItem *line = lines.isEmpty() ? m_list->item(0) : lines.front();
    const QSignalBlocker quiet(m_list);
    m_list->setCurrentItem(line);
    if (line)
        m_record->setProvider(line->text(), m_incident);
}

QString ProvidersPage::current() const
{
    const QListWidgetItem *line = m_list->currentItem();
    return line ? line->text() : QString();
}

void ProvidersPage::open(const QString &name, const QString &incident)
{
    m_incident = incident;
    const bool isKnown = name.isEmpty() || providerNamed(m_upstreams, name).has_value();
    m_stranger = isKnown ? QString() : name;
    reload();
    choose(name.isEmpty() ? current() : name);
    m_list->setFocus();
}

void ProvidersPage::add()
{
    const QString added = editProvider(m_upstreams, {}, this);
    if (!added.isEmpty())
        choose(added);
}

void ProvidersPage::edit()
{
    upstream::Spec spec;
    spec.name = current();
    if (const auto server = providerNamed(m_upstreams, current()))
        spec = server->spec;
    const QString kept = editProvider(m_upstreams, spec, this);
    if (!kept.isEmpty())
        choose(kept);
}

void ProvidersPage::remove()
{
    const auto server = providerNamed(m_upstreams, current());
    if (!server)
        return;
    if (const base::Done done = m_upstreams.remove(server->spec.id); !done)
        emit failed(done.error());
}

} // namespace ui
