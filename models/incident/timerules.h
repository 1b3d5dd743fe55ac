// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "incident/incident.h"

/// The rules on time. A hard rule refuses; a soft one is let through with a reason.
namespace incident {

/// An actual time may not lie more than a minute after `now`.
[[nodiscard]] base::Done checkNotInFuture(const RoughInstant &at, Instant now);

/// The start of a round comes before everything else in it, checked from both sides.
[[nodiscard]] base::Done checkOrder(const Incident &incident, Milestone milestone,
                                    const RoughInstant &at, int round);

/// No window of a round ends before the start of the round.
[[nodiscard]] base::Done checkEndOrder(const Incident &incident, const Window &window);

/// Ends after it starts, and the stated length is one and fits.
[[nodiscard]] base::Done checkWindow(const Window &window);

/// What a person should be asked about if the milestone is moved there: orders that are unusual and
/// that the times as they stand do not have yet, so that nobody is asked twice.
[[nodiscard]] QStringList newlyOdd(const Incident &incident, Milestone milestone,
                                   const RoughInstant &at, int round);
/// What a person should be asked about once; empty if nothing is unusual.
[[nodiscard]] QStringList oddWindow(const Incident &incident, const Window &window);

/// The milestone in words for a sentence: "back to normal".
[[nodiscard]] QString milestoneWords(Milestone milestone);

} // namespace incident
