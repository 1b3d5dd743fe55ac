// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timing/rough.h"

/// Interval arithmetic: unknown in, unknown out. What is not bounded stays not bounded.
namespace timing {

[[nodiscard]] RoughInstant plus(const RoughInstant &at, const RoughDuration &length);
[[nodiscard]] RoughInstant minus(const RoughInstant &at, const RoughDuration &length);
/// From `b` to `a`: [a.lo - b.hi, a.hi - b.lo]. May be negative.
[[nodiscard]] RoughDuration difference(const RoughInstant &a, const RoughInstant &b);
[[nodiscard]] RoughDuration sum(const RoughDuration &a, const RoughDuration &b);
/// Cuts what is below 0 off, where a rule fixes the order of the operands.
[[nodiscard]] RoughDuration notNegative(const RoughDuration &length);

/// What both say; nothing when they contradict each other. An unknown operand adds nothing.
[[nodiscard]] std::optional<RoughDuration> intersect(const RoughDuration &a,
                                                     const RoughDuration &b);
/// Whether something that began in `start` and ended in `end` can have taken `length`.
[[nodiscard]] bool possible(const RoughInstant &start, const RoughDuration &length,
                            const RoughInstant &end);
/// Whether `a` can have come before `b` or at the same time; true if either is unknown.
[[nodiscard]] bool canPrecede(const RoughInstant &a, const RoughInstant &b);

} // namespace timing
