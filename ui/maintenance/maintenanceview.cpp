// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/maintenance/maintenanceview.h"

#include "ui/incident/statelook.h"
#include "ui/maintenance/planform.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/card.h"
#include "ui/widget/emptystate.h"
#include "ui/widget/paneheader.h"
#include "ui/widget/statebadge.h"
#include "wording/timewords.h"
#include "wording/windowwords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLayoutItem>
#include <QSplitter>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

MaintenanceView::MaintenanceView(workflow::Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
{
    m_form = new PlanForm(desk);
    m_empty = new EmptyState(tr("No work is planned"),
                             tr("What you plan is announced from the console, with its window and "
                                "how long it takes."),
                             {});
    auto *list = new QWidget;
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(space::m, space::m, space::m, space::m);
    column->setSpacing(space::s);
    m_cards = new QVBoxLayout;
    m_cards->setSpacing(space::s);
    column->addLayout(m_cards);
    column->addWidget(m_empty);
    column->addStretch(1);

    auto *splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(list);
    splitter->addWidget(m_form);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new PaneHeader(tr("Maintenance")));
    layout->addWidget(splitter, 1);
    connect(m_form, &PlanForm::planned, this, &MaintenanceView::openRequested);
    connect(&m_desk, &workflow::Desk::changed, this, &MaintenanceView::reload);
    reload();
}

void MaintenanceView::focusForm()
{
    m_form->focusFirst();
}

void MaintenanceView::reload()
{
    while (QLayoutItem *item = m_cards->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    ledger::Filter filter;
    filter.kind = incident::Kind::Maintenance;
    filter.openOnly = true;
    const auto found = m_desk.find(filter, {}).value_or(std::vector<ledger::Hit>());
    for (const ledger::Hit &hit : found)
        m_cards->addWidget(card(hit.summary));
    m_empty->setVisible(found.empty());
}

QStringList MaintenanceView::planLines(const QString &incidentId) const
{
    const auto work = m_desk.load(incidentId);
    if (!work)
        return {};
    const base::Instant now = m_desk.clock().now();
    const wording::Reader reader{m_desk.zone(), now, true};
    const auto at = [&](const timing::RoughInstant &when) {
        return wording::timeWords(when, reader, wording::TimeForm::At);
    };
    QStringList lines;
    for (const incident::Window &plan : work->plannedWindows()) {
        lines << (plan.start.isKnown() ? wording::windowWords(plan, reader)
                                       : tr("A draft: it has no time yet"));
    }
    const auto began = work->milestone(incident::Milestone::Started);
    if (began.isKnown())
        lines << tr("Began %1").arg(at(began));
    if (work->abortRule)
        lines << tr("Given up %1: %2").arg(at(work->abortRule->at), work->abortRule->rollback);
    if (const incident::Mute *mute = work->muteAt(now)) {
        lines << tr("Alerts of %1 are muted until %2")
                     .arg(mute->components.join(u", "_s),
                          wording::timeWords(timing::RoughInstant::exact(mute->until), reader,
                                             wording::TimeForm::Plain));
    }
    return lines;
}

QWidget *MaintenanceView::card(const ledger::Summary &summary)
{
    auto *card = new Card;
    auto *badge = new StateBadge;
    const StateLook look = lookOf(summary.state, summary.kind);
    badge->setState(look.state, look.words);
    QLabel *title = makeLabel(summary.title, TextRole::Strong);
    title->setWordWrap(true);
    auto *open = new ActionButton(ActionButton::Kind::Secondary, tr("Show in the console"));

    auto *words = new QVBoxLayout;
    words->setSpacing(space::xs);
    words->addWidget(badge, 0, Qt::AlignLeft);
    words->addWidget(title);
    for (const QString &line : planLines(summary.id)) {
        QLabel *label = makeLabel(line, TextRole::Secondary);
        label->setWordWrap(true);
        words->addWidget(label);
    }
    auto *layout = new QHBoxLayout(card);
    layout->setContentsMargins(space::m, space::m, space::m, space::m);
    layout->addLayout(words, 1);
    layout->addWidget(open, 0, Qt::AlignVCenter);
    connect(open, &QPushButton::clicked, this, [this, id = summary.id] { emit openRequested(id); });
    return card;
}

} // namespace ui
