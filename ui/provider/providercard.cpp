// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/provider/providercard.h"

#include "ui/provider/providerlook.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/elidedlabel.h"
#include "ui/widget/statebadge.h"
#include "wording/clockwords.h"
#include "wording/standing.h"
#include "workflow/providers.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace ui {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr auto soon = 5min; // what is due within that time is shown as pressing

} // namespace

ProviderCard::ProviderCard(workflow::Desk &desk, workflow::Upstreams &upstreams, QWidget *parent)
    : QFrame(parent)
    , m_desk(desk)
    , m_upstreams(upstreams)
    , m_blame(new ActionButton(ActionButton::Kind::Quiet, tr("It is our provider …")))
    , m_box(new QWidget)
    , m_name(new ElidedLabel({}, TextRole::SecondaryStrong))
    , m_page(new StateBadge)
    , m_standing(makeLabel({}, TextRole::Secondary))
    , m_chase(makeLabel({}, TextRole::Secondary))
{
    setStyleProperty(this, "ground", u"panel"_s);
    setStyleProperty(this, "edge", u"top"_s);
    setAccessibleName(tr("Provider"));
    m_page->setBadgeSize(StateBadge::Size::Bare);
    m_page->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // a sentence may be long
    m_standing->setWordWrap(true);
    auto *record = new ActionButton(ActionButton::Kind::Quiet, tr("Its record"));
    auto *word = new ActionButton(ActionButton::Kind::Quiet, tr("Log a word …"));
    auto *actions = new QHBoxLayout;
    actions->addWidget(word);
    actions->addWidget(record);
    actions->addStretch(1);
    auto *lines = new QVBoxLayout(m_box);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(space::xs);
    for (QWidget *line : std::initializer_list<QWidget *>{m_name, m_page, m_standing, m_chase})
        lines->addWidget(line);
    lines->addLayout(actions);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::m, space::s, space::m, space::s);
    layout->setSpacing(space::xs);
    layout->addWidget(m_blame, 0, Qt::AlignLeft);
    layout->addWidget(m_box);
    connect(m_blame, &QPushButton::clicked, this,
            [this] { emit formWanted(IncidentForm::Provider); });
    connect(word, &QPushButton::clicked, this, [this] { emit formWanted(IncidentForm::Contact); });
    connect(record, &QPushButton::clicked, this,
            [this] { emit recordWanted(m_incident.cause.provider); });
    connect(&m_desk, &workflow::Desk::changed, this, &ProviderCard::reload);
    connect(&m_upstreams, &workflow::Upstreams::changed, this, &ProviderCard::showProvider);
    connect(&m_second, &QTimer::timeout, this, &ProviderCard::tick);
    m_second.start(1s);
    hide();
}

void ProviderCard::setIncident(const QString &incidentId)
{
    m_incident = {};
    m_incident.id = incidentId;
    reload();
}

void ProviderCard::reload()
{
    const QString id = m_incident.id;
    m_incident =
        id.isEmpty() ? incident::Incident() : m_desk.load(id).value_or(incident::Incident());
    setVisible(fits(IncidentForm::Provider, m_incident));
    showProvider();
}

void ProviderCard::showProvider()
{
    const bool isTheirs = m_incident.providerSince.has_value();
    m_blame->setVisible(!isTheirs);
    m_box->setVisible(isTheirs);
    if (!isTheirs)
        return;
    m_name->setText(m_incident.cause.provider);
    const auto server = providerNamed(m_upstreams, m_incident.cause.provider);
    const PageLook look = server ? lookOf(*server) : PageLook();
    m_page->setVisible(server.has_value());
    m_page->setState(look.state, look.words);
    m_standing->setText(wording::standing(m_incident.state, m_incident.cause.status));
    tick();
}

void ProviderCard::tick()
{
    if (!m_incident.providerSince)
        return;
    const base::Instant now = m_desk.clock().now();
    const auto chase = workflow::chaseOf(m_incident, now);
    m_chase->setVisible(chase.has_value());
    if (!chase)
        return;
    //: %1 as in "due in 2:19"
    m_chase->setText(tr("ask again: %1").arg(wording::dueMoment(*chase, now, m_desk.zone())));
    setTone(m_chase, *chase - now < soon ? Tone::Down : Tone::Normal);
}

} // namespace ui
