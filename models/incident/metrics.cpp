// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/metrics.h"

#include "timing/arithmetic.h"

namespace incident {

namespace {

bool isDowntime(const Window &window)
{
    return window.effect == Effect::Down || window.effect == Effect::Partial;
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
    const RoughInstant normal = incident.milestone(Milestone::BackToNormal);
    for (const PostRevision &post : incident.posts) {
        if (post.status != PublicStatus::Resolved || post.seen.empty())
            continue;
        const Instant at = post.seen.front().at;
        if (normal.lo() && at >= *normal.lo())
            return ordered(RoughInstant::exact(at), normal);
    }
    return {};
}

} // namespace

RoughDuration lengthOf(const Window &window)
{
    const RoughDuration span = timing::notNegative(timing::difference(window.end, window.start));
    return timing::intersect(window.duration, span).value_or(window.duration);
}

RoughDuration troubleLength(const Incident &incident)
{
    return sumOf(incident.actualWindows(), [](const Window &) { return true; });
}

Metrics metricsOf(const Incident &incident)
{
    Metrics metrics;
    if (incident.kind == Kind::Maintenance || incident.kind == Kind::NearMiss)
        return metrics;
    const auto first = [&](Milestone name) {
        return incident.milestone(name, 1);
    };
    const RoughInstant started = first(Milestone::Started);
    const auto windows = incident.actualWindows(1);
    metrics.detect = ordered(first(Milestone::Detected), started);
    metrics.acknowledge =
        timing::difference(first(Milestone::Acknowledged), first(Milestone::FirstAlert));
    metrics.tell = timing::difference(first(Milestone::FirstPost), first(Milestone::Detected));
    if (!windows.empty())
        metrics.restore = ordered(windows.front().end, started);
    metrics.downtime = sumOf(incident.windows, isDowntime);
    metrics.impaired = sumOf(incident.windows, [](const Window &window) {
        return !isDowntime(window) && window.effect != Effect::None;
    });
    metrics.allClearLag = allClearLagOf(incident);
    metrics.running = incident.hasOpenWindow();
    return metrics;
}

} // namespace incident
