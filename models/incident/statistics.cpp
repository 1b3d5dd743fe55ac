// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/statistics.h"

#include "incident/metrics.h"
#include "timing/arithmetic.h"
#include "timing/zone.h"

#include <algorithm>
#include <map>

namespace incident {

namespace {

bool counts(const Incident &incident)
{
    return !incident.isMaintenance() && incident.kind != Kind::NearMiss &&
           incident.state != State::Dismissed && incident.state != State::Suspected;
}

bool isDown(const Window &window)
{
    return !window.planned && (window.effect == Effect::Down || window.effect == Effect::Partial);
}

/// Of lengths that are known; a window that is still open adds nothing yet.
void add(RoughDuration &sum, const Window &window)
{
    const RoughDuration length = window.isOpen() ? RoughDuration() : lengthOf(window);
    if (length.isKnown())
        sum = sum.isKnown() ? timing::sum(sum, length) : length;
}

std::optional<QDate> monthOf(std::optional<Instant> at, const QTimeZone &zone)
{
    if (!at)
        return std::nullopt;
    const QDate day = timing::toLocal(*at, zone).date();
    return QDate(day.year(), day.month(), 1);
}

void addMonths(Statistics &statistics, std::span<const Incident> incidents, const QTimeZone &zone)
{
    std::map<QDate, MonthShare> months;
    for (const Incident &incident : incidents) {
        if (!counts(incident))
            continue;
        const RoughInstant started = incident.milestone(Milestone::Started, 1);
        const Instant began = started.middle().value_or(incident.opened);
        ++months[*monthOf(began, zone)].incidents;
        for (const Window &window : incident.windows) {
            const auto month = monthOf(startOf(window).middle(), zone);
            if (month && isDown(window))
                add(months[*month].downtime, window);
        }
    }
    if (months.empty())
        return;
    const QDate last = months.rbegin()->first;
    for (QDate month = months.begin()->first; month <= last; month = month.addMonths(1)) {
        MonthShare share = months[month];
        share.month = month;
        statistics.months.push_back(share);
    }
}

std::vector<Share> sorted(const std::map<QString, Share> &shares, bool byDowntime)
{
    std::vector<Share> all;
    for (const auto &[name, share] : shares) {
        all.push_back(share);
        all.back().name = name;
    }
    const auto weight = [byDowntime](const Share &share) {
        const auto down = share.downtime.lo().value_or(Span(0)).count();
        return byDowntime ? std::pair(qint64(down), qint64(share.incidents))
                          : std::pair(qint64(share.incidents), qint64(down));
    };
    std::ranges::stable_sort(all, std::greater(), weight);
    return all;
}

void addShares(Statistics &statistics, std::span<const Incident> incidents)
{
    std::map<QString, Share> components;
    std::map<QString, Share> causes;
    for (const Incident &incident : incidents) {
        if (!counts(incident))
            continue;
        ++statistics.incidents;
        Share &cause = causes[incident.cause.trigger];
        ++cause.incidents;
        for (const QString &component : incident.components())
            ++components[component].incidents;
        for (const Window &window : incident.windows) {
            if (!isDown(window))
                continue;
            add(cause.downtime, window);
            for (const QString &component : window.components)
                add(components[component].downtime, window);
        }
    }
    statistics.components = sorted(components, true);
    statistics.causes = sorted(causes, false);
}

FigureRange rangeOf(std::span<const Incident> incidents, Figure figure)
{
    FigureRange range;
    range.aggregate = aggregate(incidents, figure);
    bool open = false;
    for (const Incident &incident : incidents) {
        const FigureValue value = figureOf(incident, figure);
        if (value.why)
            continue;
        if (const auto lo = value.value.lo())
            range.least = std::min(range.least.value_or(*lo), *lo);
        if (const auto hi = value.value.hi())
            range.most = std::max(range.most.value_or(*hi), *hi);
        else
            open = true;
    }
    if (open)
        range.most.reset();
    return range;
}

} // namespace

Statistics statisticsOf(std::span<const Incident> incidents, const QTimeZone &zone)
{
    Statistics statistics;
    addMonths(statistics, incidents, zone);
    addShares(statistics, incidents);
    for (const auto &row : base::EnumNames<Figure>::table)
        statistics.figures.push_back(rangeOf(incidents, row.value));
    std::map<PromiseStatus, int> promises;
    for (const Incident &incident : incidents) {
        for (const Promise &promise : incident.promises)
            ++promises[promise.status];
    }
    statistics.promises.assign(promises.begin(), promises.end());
    return statistics;
}

} // namespace incident
