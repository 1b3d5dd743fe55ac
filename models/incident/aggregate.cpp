// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/aggregate.h"

#include "incident/calibration.h"
#include "incident/metrics.h"

#include <algorithm>

namespace incident {

namespace {

constexpr int firstRound = 1;

/// Why the whole incident does not count for the figure.
std::optional<LeftOut> otherKind(const Incident &incident, Figure figure)
{
    const bool planned = figure == Figure::PlanError;
    if (incident.state == State::Dismissed || incident.state == State::Cancelled)
        return LeftOut::Dismissed;
    if (incident.kind == Kind::NearMiss)
        return LeftOut::NearMiss;
    if (incident.isMaintenance() != planned)
        return planned ? LeftOut::NotPlanned : LeftOut::PlannedWork;
    return std::nullopt;
}

bool concerns(const Window &window, Figure figure)
{
    const bool down = window.effect == Effect::Down || window.effect == Effect::Partial;
    const bool felt = window.effect != Effect::None;
    return !window.planned && (figure == Figure::Downtime ? down : felt && !down);
}

/// Why a time is missing of which nobody has said anything.
LeftOut unstated(const Incident &incident)
{
    const bool over = incident.state == State::Completed || incident.state == State::Closed;
    const bool ahead = incident.isMaintenance() && !over;
    return incident.hasOpenWindow() || ahead ? LeftOut::Running : LeftOut::NotKnown;
}

LeftOut whyWithout(const Incident &incident, std::initializer_list<Milestone> operands)
{
    for (const Milestone name : operands) {
        const auto precision = incident.milestone(name, firstRound).precision();
        if (precision == timing::Precision::NotApplicable)
            return LeftOut::NotApplicable;
    }
    return unstated(incident);
}

LeftOut whyWithoutSum(const Incident &incident, Figure figure)
{
    const bool any = std::ranges::any_of(
        incident.windows, [&](const Window &window) { return concerns(window, figure); });
    return any ? unstated(incident) : LeftOut::NothingOfIt;
}

FigureValue valueOr(const RoughDuration &value, LeftOut why)
{
    return value.isKnown() ? FigureValue{value, {}} : FigureValue{{}, why};
}

FigureValue errorOfFirst(const Incident &incident)
{
    const auto outcomes = outcomesOf(incident);
    if (outcomes.empty())
        return {{}, LeftOut::NotTold};
    return valueOr(errorOf(outcomes.front()), unstated(incident));
}

FigureValue allClearLag(const Incident &incident, const Metrics &metrics)
{
    const bool told = std::ranges::any_of(incident.posts, [](const PostRevision &post) {
        return post.status == PublicStatus::Resolved && post.round == firstRound &&
               publishedAt(post);
    });
    return valueOr(metrics.allClearLag, told ? unstated(incident) : LeftOut::NotTold);
}

/// Sums of what goes on are of what has ended: no final value.
FigureValue sum(const Incident &incident, const RoughDuration &value, Figure figure)
{
    const bool running = std::ranges::any_of(incident.windows, [&](const Window &window) {
        return window.isOpen() && concerns(window, figure);
    });
    return running ? FigureValue{{}, LeftOut::Running}
                   : valueOr(value, whyWithoutSum(incident, figure));
}

enum class Side { Lower, Upper };

/// The median of bounds on one side; nothing if it lies at the open end. A mean of two that is no
/// whole second is rounded outward.
std::optional<Span> middle(std::vector<std::optional<Span>> bounds, Side side)
{
    using Bound = std::optional<Span>;
    std::ranges::sort(bounds, [side](const Bound &a, const Bound &b) {
        if (a && b)
            return *a < *b;
        return side == Side::Lower ? !a && b : a && !b;
    });
    const std::size_t half = bounds.size() / 2;
    const Bound upper = bounds[half];
    const Bound lower = bounds.size() % 2 ? upper : bounds[half - 1];
    if (!lower || !upper)
        return std::nullopt;
    const Span both = *lower + *upper;
    const Span odd{both.count() & 1};
    return (side == Side::Lower ? both - odd : both + odd) / 2;
}

} // namespace

FigureValue figureOf(const Incident &incident, Figure figure)
{
    if (const auto why = otherKind(incident, figure))
        return {{}, why};
    const Metrics metrics = metricsOf(incident);
    using enum Milestone;
    switch (figure) {
    case Figure::Detect:
        return valueOr(metrics.detect, whyWithout(incident, {Detected, Started}));
    case Figure::Acknowledge:
        return valueOr(metrics.acknowledge, whyWithout(incident, {Acknowledged, FirstAlert}));
    case Figure::Tell:
        return valueOr(metrics.tell, whyWithout(incident, {FirstPost, Detected}));
    case Figure::Restore:
        return valueOr(metrics.restore, unstated(incident));
    case Figure::Downtime:
        return sum(incident, metrics.downtime, figure);
    case Figure::Impaired:
        return sum(incident, metrics.impaired, figure);
    case Figure::AllClearLag:
        return allClearLag(incident, metrics);
    case Figure::EstimateError:
    case Figure::PlanError:
        return errorOfFirst(incident);
    }
    return {{}, LeftOut::NotKnown};
}

RoughDuration medianOf(std::span<const RoughDuration> values)
{
    std::vector<std::optional<Span>> lows;
    std::vector<std::optional<Span>> highs;
    for (const RoughDuration &value : values) {
        if (!value.isKnown())
            continue;
        lows.push_back(value.lo());
        highs.push_back(value.hi());
    }
    if (lows.empty())
        return {};
    const auto lo = middle(lows, Side::Lower);
    const auto hi = middle(highs, Side::Upper);
    if (lo && hi)
        return RoughDuration::between(*lo, *hi);
    if (lo)
        return RoughDuration::atLeast(*lo);
    return hi ? *RoughDuration::fromParts(std::nullopt, hi, timing::Precision::AtMost)
              : RoughDuration();
}

Aggregate aggregate(std::span<const Incident> incidents, Figure figure)
{
    Aggregate result;
    result.figure = figure;
    std::vector<RoughDuration> values;
    std::map<LeftOut, int> leftOut;
    for (const Incident &incident : incidents) {
        const FigureValue value = figureOf(incident, figure);
        if (value.why)
            ++leftOut[*value.why];
        else
            values.push_back(value.value);
    }
    result.used = int(values.size());
    result.median = medianOf(values);
    result.leftOut.assign(leftOut.begin(), leftOut.end());
    return result;
}

std::vector<Aggregate> aggregateAll(std::span<const Incident> incidents)
{
    std::vector<Aggregate> all;
    for (const auto &row : base::EnumNames<Figure>::table)
        all.push_back(aggregate(incidents, row.value));
    return all;
}

} // namespace incident
