// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"

#include <chrono>
#include <cstdint>
#include <vector>

namespace prometheus {

/// The moments of a range query: from, from + step, … up to `to`.
struct Steps
{
    base::InstantMs from{};
    base::InstantMs to{};                  ///< not before `from`; a whole number of steps behind it
    std::chrono::milliseconds step{15000}; ///< over 0

    [[nodiscard]] std::int64_t count() const { return (to - from) / step + 1; }

    bool operator==(const Steps &) const = default;
};

/// What a chart of so many columns asks for. All moments are multiples of the step, so that
/// panning asks for the same ones again and values do not jitter. `interval` is how often the
/// values are taken; a finer step than that shows nothing more.
[[nodiscard]] Steps alignedSteps(base::InstantMs from, base::InstantMs to,
                                 std::chrono::milliseconds interval, int columns);

/// A server answers with 11,000 points a series at the most: as many pieces as that takes.
[[nodiscard]] std::vector<Steps> pieces(const Steps &steps);

} // namespace prometheus
