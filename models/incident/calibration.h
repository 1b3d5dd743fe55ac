// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/incident.h"

#include <span>

/// How estimates compare with what happened. Pure.
namespace incident {

/// One estimate that readers were given, and what came of it.
struct EstimateOutcome
{
    Kind kind = Kind::Outage;
    QStringList components;
    /// From its publication until back to normal; of planned work: how long the work takes.
    RoughDuration stated;
    RoughDuration actual; ///< the same length as it was; unknown if nobody knows (yet)

    bool operator==(const EstimateOutcome &) const = default;
};

/// The estimates of an incident in the order in which they were given. Of a post: what has been
/// published and read back; the same estimate told again in a correction counts once. Of planned
/// work: the plan as it stood when the work began.
[[nodiscard]] std::vector<EstimateOutcome> outcomesOf(const Incident &incident);

/// The number that an estimate is held against: its upper limit, or the only one it has.
[[nodiscard]] std::optional<Span> boundOf(const RoughDuration &stated);
/// What happened less the bound: above 0 it took longer. Unknown if one of the two is.
[[nodiscard]] RoughDuration errorOf(const EstimateOutcome &outcome);

/// How estimates like one that somebody is about to give have turned out.
struct Calibration
{
    Span bound{0};          ///< of the estimate in question
    int cases = 0;          ///< estimates like it whose outcome is known
    int within = 0;         ///< of these, surely not longer than their own bound
    int unclear = 0;        ///< of these, cannot be told: the interval lies on both sides
    RoughDuration actual;   ///< from the shortest to the longest, without outliers; see calibrate()
    QStringList components; ///< the cases are only of these; empty: of all

    /// Below this it says nothing.
    static constexpr int fewestCases = 5;
    [[nodiscard]] bool isEnough() const { return cases >= fewestCases; }

    bool operator==(const Calibration &) const = default;
};

/// The estimate in question, and what it is for.
struct EstimateAsked
{
    Kind kind = Kind::Outage;
    QStringList components;
    RoughDuration stated;
};

/// Estimates are alike if they are of the same kind and their bounds differ by no more than half:
/// 10 minutes stand with 6:40 to 15. Those of the same components are taken if there are enough of
/// them, else those of all. From ten cases on, the shortest and the longest tenth are left out of
/// `actual`, and of nothing else. Nothing if the estimate has no bound above 0.
[[nodiscard]] std::optional<Calibration> calibrate(std::span<const EstimateOutcome> past,
                                                   const EstimateAsked &asked);

} // namespace incident
