// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/duenotices.h"

#include "ui/incident/remedywords.h"

namespace ui {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// From then on the icon says that it presses.
constexpr auto soon = 2min;
constexpr int mostOutput = 200;

} // namespace

DueNotices::DueNotices(workflow::UpdateTimer &timer, workflow::Arrivals &arrivals,
                       Notifier &notifier)
    : m_timer(timer)
    , m_notifier(notifier)
{
    connect(&m_timer, &workflow::UpdateTimer::ticked, this, &DueNotices::showStatus);
    connect(&m_timer, &workflow::UpdateTimer::pressing, this, &DueNotices::tell);
    connect(&arrivals, &workflow::Arrivals::arrived, this, &DueNotices::tellArrival);
    connect(&m_notifier, &Notifier::pressed, this, [this] {
        if (m_isToBeShown)
            emit shown(m_told);
        else
            emit wanted(m_told);
    });
    connect(&m_notifier, &Notifier::summoned, this, [this] { emit wanted({}); });
    showStatus();
}

void DueNotices::showStatus()
{
    const auto next = m_timer.next();
    if (!next) {
        m_notifier.setStatus(tr("Watchkeeper: no update is due"), false);
        return;
    }
    m_notifier.setStatus(u"%1\n%2 · %3"_s.arg(workflow::countdownWords(next->due, m_timer.now()),
                                              next->ref, next->title),
                         next->due - m_timer.now() <= soon);
}

void DueNotices::tell(const workflow::DueUpdate &update, bool isOverdue)
{
    m_told = update.incident;
    m_isToBeShown = false;
    m_notifier.notify(isOverdue ? tr("The update is overdue") : tr("An update is due soon"),
                      tr("%1 · %2: readers wait for the next word. Press to write it.")
                          .arg(update.ref, update.title),
                      isOverdue);
}

void DueNotices::tellArrival(const ledger::Summary &incident)
{
    m_told = incident.id;
    m_isToBeShown = true;
    m_notifier.notify(tr("An incident is suspected"),
                      //: %1 the reference of an incident, %2 its title
                      tr("%1 · %2. Press to look at it.").arg(incident.ref, incident.title), true);
}

void DueNotices::tellRemedy(const QString &incidentId, const incident::RemedyRun &run)
{
    if (!run.automatic)
        return;
    m_told = incidentId;
    m_isToBeShown = true;
    m_notifier.notify(outcomeWords(run), run.output.simplified().left(mostOutput), !wentWell(run));
}

} // namespace ui
