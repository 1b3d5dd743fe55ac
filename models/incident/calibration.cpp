// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/calibration.h"

#include "incident/metrics.h"
#include "timing/arithmetic.h"

#include <algorithm>

namespace incident {

namespace {

/// A correction that leaves the estimate as it was is no new estimate.
bool isRepeated(const Incident &incident, const PostRevision &post)
{
    const PostRevision *corrected =
        post.replaces.isEmpty() ? nullptr : incident.post(post.replaces);
    return corrected && corrected->estimate == post.estimate;
}

void addTold(const Incident &incident, std::vector<EstimateOutcome> &outcomes)
{
    for (const PostRevision &post : incident.posts) {
        const auto told = publishedAt(post);
        if (!told || !post.estimate.isKnown() || isRepeated(incident, post))
            continue;
        const RoughInstant normal = incident.milestone(Milestone::BackToNormal, post.round);
        const RoughInstant from = RoughInstant::exact(*told);
        // Told when it was over already, it said nothing about how long it would take.
        if (normal.isKnown() && !timing::canPrecede(from, normal))
            continue;
        outcomes.push_back({incident.kind, incident.components(), post.estimate,
                            timing::notNegative(timing::difference(normal, from))});
    }
}

bool isWork(const Window &window)
{
    return window.effect != Effect::None;
}

RoughDuration sumOf(const std::vector<Window> &windows, RoughDuration (*length)(const Window &))
{
    RoughDuration total = RoughDuration::exact(Span(0));
    for (const Window &window : windows)
        total = timing::sum(total, length(window));
    return windows.empty() ? RoughDuration() : total;
}

RoughDuration happened(const Window &window)
{
    return window.isOpen() ? RoughDuration() : lengthOf(window);
}

/// Phase by phase if as many took place as were planned, else all of it together.
void addPlanned(const Incident &incident, std::vector<EstimateOutcome> &outcomes)
{
    // What was imported has no moment at which it began here.
    std::vector<Window> plan =
        incident.planAtStart.empty() ? incident.plannedWindows() : incident.planAtStart;
    std::vector<Window> work = incident.actualWindows();
    std::erase_if(plan, [](const Window &window) { return !isWork(window); });
    std::erase_if(work, [](const Window &window) { return !isWork(window); });
    const auto add = [&](const RoughDuration &stated, const RoughDuration &actual) {
        if (stated.isKnown())
            outcomes.push_back({incident.kind, incident.components(), stated, actual});
    };
    if (plan.size() == work.size()) {
        for (std::size_t i = 0; i < plan.size(); ++i)
            add(plan[i].duration, happened(work[i]));
        return;
    }
    add(sumOf(plan, [](const Window &window) { return window.duration; }), sumOf(work, happened));
}

bool isAlike(const EstimateOutcome &outcome, const EstimateAsked &asked, Span bound)
{
    const auto other = boundOf(outcome.stated);
    return outcome.kind == asked.kind && outcome.actual.isKnown() && other &&
           *other * 2 <= bound * 3 && bound * 2 <= *other * 3;
}

bool sharesComponent(const EstimateOutcome &outcome, const QStringList &components)
{
    return std::ranges::any_of(
        components, [&](const QString &part) { return outcome.components.contains(part); });
}

RoughDuration rangeOf(const std::vector<const EstimateOutcome *> &cases)
{
    std::vector<Span> shortest;
    std::vector<Span> longest;
    for (const EstimateOutcome *outcome : cases) {
        shortest.push_back(outcome->actual.lo().value_or(Span(0)));
        longest.push_back(outcome->actual.hi().value_or(Span::max()));
    }
    std::ranges::sort(shortest);
    std::ranges::sort(longest);
    const std::size_t outliers = cases.size() / 10;
    const Span lo = shortest[outliers];
    const Span hi = longest[longest.size() - 1 - outliers];
    return hi == Span::max() ? RoughDuration::atLeast(lo) : RoughDuration::between(lo, hi);
}

} // namespace

std::vector<EstimateOutcome> outcomesOf(const Incident &incident)
{
    std::vector<EstimateOutcome> outcomes;
    if (incident.kind == Kind::NearMiss || incident.state == State::Dismissed ||
        incident.state == State::Cancelled)
        return outcomes;
    if (incident.isMaintenance())
        addPlanned(incident, outcomes);
    else
        addTold(incident, outcomes);
    return outcomes;
}

std::optional<Span> boundOf(const RoughDuration &stated)
{
    const auto bound = stated.hi() ? stated.hi() : stated.lo();
    return bound && *bound > Span(0) ? bound : std::nullopt;
}

RoughDuration errorOf(const EstimateOutcome &outcome)
{
    const auto bound = boundOf(outcome.stated);
    return bound ? timing::sum(outcome.actual, RoughDuration::exact(-*bound)) : RoughDuration();
}

std::optional<Calibration> calibrate(std::span<const EstimateOutcome> past,
                                     const EstimateAsked &asked)
{
    const auto bound = boundOf(asked.stated);
    if (!bound)
        return std::nullopt;
    std::vector<const EstimateOutcome *> all;
    std::vector<const EstimateOutcome *> ofComponents;
    for (const EstimateOutcome &outcome : past) {
        if (!isAlike(outcome, asked, *bound))
            continue;
        all.push_back(&outcome);
        if (sharesComponent(outcome, asked.components))
            ofComponents.push_back(&outcome);
    }
    const bool enough = int(ofComponents.size()) >= Calibration::fewestCases;
    const auto &cases = enough ? ofComponents : all;
    Calibration result;
    result.bound = *bound;
    result.cases = int(cases.size());
    if (enough)
        result.components = asked.components;
    for (const EstimateOutcome *outcome : cases) {
        const Span limit = *boundOf(outcome->stated);
        const bool within = outcome->actual.hi() && *outcome->actual.hi() <= limit;
        const bool over = outcome->actual.lo() && *outcome->actual.lo() > limit;
        result.within += within;
        result.unclear += !within && !over;
    }
    if (!cases.empty())
        result.actual = rangeOf(cases);
    return result;
}

} // namespace incident
