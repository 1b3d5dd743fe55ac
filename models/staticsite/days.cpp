// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/days.h"

#include <algorithm>

namespace staticsite {

using base::Instant;
using incident::Effect;
using incident::Window;
using publish::Thread;

namespace {

DayState stateOf(incident::Kind kind, Effect effect)
{
    const bool whole = effect == Effect::Down || effect == Effect::MaintenanceMode;
    if (whole)
        return kind == incident::Kind::Maintenance ? DayState::Maintenance : DayState::MajorOutage;
    return effect == Effect::Degraded ? DayState::Degraded : DayState::PartialOutage;
}

/// What is not known of a beginning cannot be later than its publication, and what is not known of
/// an end not later than the newest news, or now while it lasts.
TroubleByComponent::Stretch stretchOf(const Thread &thread, const Window &window, Instant now)
{
    const Instant latest = thread.isOver() ? thread.changedAt() : now;
    TroubleByComponent::Stretch stretch;
    stretch.to = window.end.hi().value_or(std::max(latest, window.end.lo().value_or(latest)));
    const Instant told = std::min(thread.publishedAt(), stretch.to);
    stretch.from = window.start.lo().value_or(std::min(told, window.start.hi().value_or(told)));
    stretch.state = stateOf(thread.kind, window.effect);
    stretch.title = thread.title;
    return stretch;
}

} // namespace

TroubleByComponent::TroubleByComponent(const std::vector<const Thread *> &threads, Instant from,
                                       Instant now)
{
    for (const Thread *thread : threads) {
        for (const Window &window : thread->actual) {
            if (window.effect == Effect::None)
                continue;
            const Stretch stretch = stretchOf(*thread, window, now);
            if (stretch.to < from)
                continue;
            for (const QString &component : window.components)
                m_stretches[component].push_back(stretch);
        }
    }
}

const std::vector<TroubleByComponent::Stretch> &
TroubleByComponent::of(const QString &component) const
{
    static const std::vector<Stretch> none;
    const auto found = m_stretches.find(component);
    return found == m_stretches.end() ? none : found->second;
}

std::vector<Day> daysOf(const std::vector<TroubleByComponent::Stretch> &trouble,
                        std::optional<Instant> since, QDate today, int count, const Times &times)
{
    std::vector<Day> days;
    for (int back = count - 1; back >= 0; --back) {
        Day day;
        day.date = today.addDays(-back);
        const Instant begin = times.startOf(day.date);
        const Instant end = times.startOf(day.date.addDays(1));
        if (since && *since < end)
            day.state = DayState::Quiet;
        for (const auto &stretch : trouble) {
            if (stretch.from >= end || stretch.to < begin)
                continue;
            day.state = std::max(day.state, stretch.state);
            if (!day.titles.contains(stretch.title))
                day.titles.append(stretch.title);
        }
        days.push_back(std::move(day));
    }
    return days;
}

} // namespace staticsite
