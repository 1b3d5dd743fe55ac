// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/incident.h"

namespace workflow {

/// Work that is about to take longer than it was meant to.
struct Overrun
{
    incident::Window suggested; ///< the plan as it may come to: a new longest duration
    base::Span left{};          ///< from now to the end of that, in whole minutes
    base::Span planned{};       ///< the longest duration as it stands
};

/// From 80 % of the longest planned duration of the running phase on; nothing before, nor when it
/// is over. Suggests half as much again, in whole minutes that are divisible by five. Pure.
[[nodiscard]] std::optional<Overrun> overrunOf(const incident::Incident &work, base::Instant now);

} // namespace workflow
