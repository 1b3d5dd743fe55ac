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
        const auto at = publishedAt(post);
        if (post.status != PublicStatus::Resolved || post.round != firstRound || !at)
            continue;
        const RoughInstant told = RoughInstant::exact(*at);
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

RoughDuration lengthOfSeveral(const Window &window)
{
    const RoughDuration stated =
        timing::intersect(window.total, sumOfSeveral(window)).value_or(window.total);
    const RoughDuration room = timing::notNegative(timing::difference(window.end, window.start));
    // Nobody said that they fill the whole time: it only cuts a bound that is there.
    if (!stated.hi() || !room.hi())
        return stated;
    return timing::intersect(stated, RoughDuration::atMost(*room.hi())).value_or(stated);
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

RoughDuration sumOfSeveral(const Window &window)
{
    const auto shortest = window.duration.lo();
    const auto longest = window.duration.hi();
    // "Up to 40 minutes" is a limit, not the length of the longest.
    const bool seen = window.duration.precision() != timing::Precision::AtMost;
    const int others = std::max(0, window.count - 2);
    std::optional<Span> least;
    if (shortest && seen)
        least = *shortest * (1 + others) + longest.value_or(*shortest);
    if (!window.count || !longest)
        return least ? RoughDuration::atLeast(*least) : RoughDuration();
    const Span most = least ? *shortest + *longest * (1 + others) : *longest * window.count;
    return least ? RoughDuration::between(*least, most) : RoughDuration::atMost(most);
}

RoughDuration lengthOf(const Window &window)
{
    if (window.several)
        return lengthOfSeveral(window);
    RoughDuration room = timing::notNegative(timing::difference(window.end, window.start));
    if (window.inside)
        room = room.hi() ? RoughDuration::atMost(*room.hi()) : RoughDuration();
    return timing::intersect(window.duration, room).value_or(window.duration);
}

std::optional<Instant> publishedAt(const PostRevision &post)
{
    if (post.seen.empty())
        return std::nullopt;
    return std::ranges::min(post.seen, {}, &Seen::at).at;
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
    if (window) {
        metrics.restore = ordered(endOf(*window), started);
        // What was stated of its length says more than its two ends.
        const bool isWhole = !window->several && startOf(*window) == started;
        const auto stated = timing::intersect(metrics.restore, lengthOf(*window));
        if (isWhole && stated)
            metrics.restore = *stated;
    }
    metrics.downtime = sumOf(incident.windows, isDowntime);
    metrics.impaired = sumOf(incident.windows, [](const Window &window) {
        return !isDowntime(window) && isFelt(window);
    });
    metrics.allClearLag = allClearLagOf(incident);
    metrics.running = incident.hasOpenWindow();
    return metrics;
}

} // namespace incident
