// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/updatetimer.h"

#include "timing/due.h"

#include "wording/clockwords.h"

#include <algorithm>

namespace workflow {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr auto tick = 1s;
constexpr auto lead = 2min; // enough to write two sentences

} // namespace

std::optional<base::Instant> updateDue(const incident::Incident &incident,
                                       const std::vector<incident::StepStatus> &steps)
{
    std::optional<base::Instant> due;
    const auto take = [&](std::optional<base::Instant> other) {
        if (other && (!due || *other < *due))
            due = other;
    };
    for (const incident::Promise &promise : incident.promises) {
        if (promise.isOpen() && promise.kind == incident::PromiseKind::NextUpdate)
            take(timing::dueOf(promise.due));
    }
    for (const incident::StepStatus &status : steps) {
        if (status.active && status.step.done == incident::DoneWhen::NextUpdate)
            take(status.due);
    }
    return due;
}

QString countdownWords(base::Instant due, base::Instant now)
{
    const bool isOverdue = now >= due;
    const base::Span away = isOverdue ? now - due : due - now;
    // A clock of hundreds of hours says nothing.
    const QString clock = away < 24h ? wording::countdownClock(away) : wording::shortLength(away);
    return isOverdue ? UpdateTimer::tr("update overdue by %1").arg(clock)
                     : UpdateTimer::tr("update due in %1").arg(clock);
}

UpdateTimer::UpdateTimer(Desk &desk)
    : m_desk(desk)
{
    connect(&m_desk, &Desk::changed, this, [this] {
        reload();
        look();
    });
    connect(&m_second, &QTimer::timeout, this, &UpdateTimer::look);
    m_second.start(tick);
    reload();
}

std::optional<DueUpdate> UpdateTimer::next() const
{
    return m_updates.empty() ? std::nullopt : std::optional(m_updates.front());
}

void UpdateTimer::reload()
{
    m_updates.clear();
    for (const ledger::Summary &open : m_desk.openIncidents()) {
        const auto incident = m_desk.load(open.id);
        if (!incident)
            continue;
        const auto due = updateDue(*incident, incident::evaluate(*incident, {now(), {}}));
        if (due)
            m_updates.push_back({incident->id, incident->ref, incident->title, *due});
    }
    std::ranges::stable_sort(m_updates, {}, &DueUpdate::due);
}

void UpdateTimer::look()
{
    emit ticked();
    for (const DueUpdate &update : std::vector(m_updates)) {
        if (now() + lead < update.due)
            continue;
        const bool isOverdue = now() >= update.due;
        const QString which =
            u"%1@%2"_s.arg(update.incident).arg(update.due.time_since_epoch().count());
        const QString word = isOverdue ? which + u'!' : which;
        if (!m_told.contains(which + u'!') && m_told.insert(word).second)
            emit pressing(update, isOverdue);
    }
}

} // namespace workflow
