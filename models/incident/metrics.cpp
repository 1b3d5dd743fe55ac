// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/metrics.h"

#include "timing/arithmetic.h"

#include <algorithm>

namespace incident {

namespace {

constexpr int firstRound = 1;

bool isDowntime(const Window &window)
{
    return window.effect == Effect::Down || window.effect == Effect::Partial;
}

bool isFelt(const Window &window)
{
    return window.effect != Effect::None;
}

/// Unknown if there is nothing to add, or one part of it is unknown.
template <class Predicate>
RoughDuration sumOf(const std::vector<Window> &windows, Predicate belongs)
{
    std::optional<RoughDuration> total;
    for (const Window &window : windows) {
        if (window.planned || window.isOpen() || !belongs(window))
            continue;
        const RoughDuration length = lengthOf(window);
        total = total ? timing::sum(*total, length) : length;
    }
    return total.value_or(RoughDuration());
}

RoughDuration ordered(const RoughInstant &later, const RoughInstant &earlier)
{
    return timing::notNegative(timing::difference(later, earlier));
}

RoughDuration allClearLagOf(const Incident &incident)
{
    const RoughInstant normal = incident.milestone(Milestone::BackToNormal, firstRound);
    for (const PostRevision &post : incident.posts) {
        if (post.status != PublicStatus::Resolved || post.round != firstRound || post.seen.empty())
            continue;
        const RoughInstant told = RoughInstant::exact(post.seen.front().at);
        if (normal.isKnown() && timing::canPrecede(normal, told))
            return ordered(told, normal);
    }
    return {};
}

RoughInstant bounded(std::optional<Instant> lo, std::optional<Instant> hi)
{
    if (lo && hi)
        return RoughInstant::between(*lo, *hi);
    if (lo)
        return RoughInstant::notBefore(*lo);
    return hi ? RoughInstant::notAfter(*hi) : RoughInstant();
}

Span shortest(const Window &window)
{
    return window.duration.lo().value_or(Span(0));
}

} // namespace

RoughInstant startOf(const Window &window)
{
    if (!window.inside)
        return window.start;
    auto latest = window.end.hi();
    if (latest)
        *latest -= shortest(window);
    return bounded(window.start.lo(), latest);
}

RoughInstant endOf(const Window &window)
{
    if (!window.inside || !window.end.isKnown())
        return window.end;
    auto earliest = window.start.lo();
    if (earliest)
        *earliest += shortest(window);
    return bounded(earliest, window.end.hi());
}

std::optional<Window> firstWindow(const Incident &incident, int round)
{
    const auto windows = incident.actualWindows(round);
    const auto first = std::ranges::min_element(windows, {}, [](const Window &window) {
        const RoughInstant start = startOf(window);
        return start.lo().value_or(start.hi().value_or(Instant::max()));
    });
    return first == windows.end() ? std::nullopt : std::optional(*first);
}

RoughDuration lengthOf(const Window &window)
{
    RoughDuration room = timing::notNegative(timing::difference(window.end, window.start));
    if (window.inside)
        room = room.hi() ? RoughDuration::atMost(*room.hi()) : RoughDuration();
    return timing::intersect(window.duration, room).value_or(window.duration);
}

RoughDuration troubleLength(const Incident &incident)
{
    return sumOf(incident.actualWindows(), isFelt);
}

Metrics metricsOf(const Incident &incident)
{
    Metrics metrics;
    if (incident.kind == Kind::Maintenance || incident.kind == Kind::NearMiss ||
        incident.state == State::Dismissed)
        return metrics;
    const auto first = [&](Milestone name) {
        return incident.milestone(name, firstRound);
    };
    const RoughInstant started = first(Milestone::Started);
    const auto window = firstWindow(incident, firstRound);
    metrics.detect = ordered(first(Milestone::Detected), started);
    metrics.acknowledge =
        timing::difference(first(Milestone::Acknowledged), first(Milestone::FirstAlert));
    metrics.tell = timing::difference(first(Milestone::FirstPost), first(Milestone::Detected));
    if (window)
        metrics.restore = ordered(endOf(*window), started);
    metrics.downtime = sumOf(incident.windows, isDowntime);
    metrics.impaired = sumOf(incident.windows, [](const Window &window) {
        return !isDowntime(window) && isFelt(window);
    });
    metrics.allClearLag = allClearLagOf(incident);
    metrics.running = incident.hasOpenWindow();
    return metrics;
}

} // namespace incident
