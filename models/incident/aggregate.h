// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/incident.h"

#include <span>

/// Figures over many incidents. Pure.
namespace incident {

/// In the order in which they are shown.
enum class Figure {
    Detect,
    Acknowledge,
    Tell,
    Restore,
    Downtime,
    Impaired,
    AllClearLag,
    EstimateError, ///< of the first estimate that readers were given
    PlanError,     ///< of planned work: how much longer it took than the plan said
};

/// Why an incident gives no value to a figure.
enum class LeftOut {
    PlannedWork,
    NotPlanned,
    NearMiss,
    Dismissed,
    Running,       ///< it goes on, so there is no final value yet
    NotTold,       ///< there was no such post or estimate
    NothingOfIt,   ///< no stretch of that kind: it was never down, or never impaired
    NotApplicable, ///< a time that it needs does not apply
    NotKnown,      ///< a time that it needs is not known
};

struct FigureValue
{
    RoughDuration value; ///< unknown if `why` says why
    std::optional<LeftOut> why;

    bool operator==(const FigureValue &) const = default;
};

[[nodiscard]] FigureValue figureOf(const Incident &incident, Figure figure);

/// The median, and what it stands on.
struct Aggregate
{
    Figure figure = Figure::Detect;
    RoughDuration median; ///< unknown if nothing could be used
    int used = 0;
    std::vector<std::pair<LeftOut, int>> leftOut; ///< in the order of LeftOut, none of them 0

    bool operator==(const Aggregate &) const = default;
};

/// All medians that the intervals allow: from the median of their lower bounds to that of their
/// upper ones. That is exact, since a median never falls when a value rises. A value that is open
/// at one end counts as lying beyond all others at that end, so the median stays bounded as long as
/// fewer than half of them are open. Of an even number it is the mean of the middle two.
[[nodiscard]] RoughDuration medianOf(std::span<const RoughDuration> values);

[[nodiscard]] Aggregate aggregate(std::span<const Incident> incidents, Figure figure);
/// All figures, in order.
[[nodiscard]] std::vector<Aggregate> aggregateAll(std::span<const Incident> incidents);

} // namespace incident

template <>
struct base::EnumNames<incident::Figure>
{
    static constexpr base::NamedValue<incident::Figure> table[] = {
        {incident::Figure::Detect, "detect"},
        {incident::Figure::Acknowledge, "acknowledge"},
        {incident::Figure::Tell, "tell"},
        {incident::Figure::Restore, "restore"},
        {incident::Figure::Downtime, "downtime"},
        {incident::Figure::Impaired, "impaired"},
        {incident::Figure::AllClearLag, "all_clear_lag"},
        {incident::Figure::EstimateError, "estimate_error"},
        {incident::Figure::PlanError, "plan_error"},
    };
};

template <>
struct base::EnumNames<incident::LeftOut>
{
    static constexpr base::NamedValue<incident::LeftOut> table[] = {
        {incident::LeftOut::PlannedWork, "planned_work"},
        {incident::LeftOut::NotPlanned, "not_planned"},
        {incident::LeftOut::NearMiss, "near_miss"},
        {incident::LeftOut::Dismissed, "dismissed"},
        {incident::LeftOut::Running, "running"},
        {incident::LeftOut::NotTold, "not_told"},
        {incident::LeftOut::NothingOfIt, "nothing_of_it"},
        {incident::LeftOut::NotApplicable, "not_applicable"},
        {incident::LeftOut::NotKnown, "not_known"},
    };
};
