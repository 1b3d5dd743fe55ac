// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "prometheus/steps.h"

#include <algorithm>

namespace prometheus {

using std::chrono::milliseconds;

namespace {

constexpr int mostPoints = 11'000;

/// The last multiple of `step` that is not after `at`.
base::InstantMs floorTo(base::InstantMs at, milliseconds step)
{
    milliseconds rest = at.time_since_epoch() % step;
    if (rest < milliseconds::zero())
        rest += step;
    return at - rest;
}

} // namespace

Steps alignedSteps(base::InstantMs from, base::InstantMs to, milliseconds interval, int columns)
{
    const milliseconds span = std::max(to - from, milliseconds(1));
    const milliseconds perColumn((span.count() + columns - 1) / std::max(columns, 1));
    const milliseconds step = std::max({interval, perColumn, milliseconds(1)});
    const base::InstantMs first = floorTo(from, step);
    return {first, std::max(first, floorTo(to, step)), step};
}

std::vector<Steps> pieces(const Steps &steps)
{
    std::vector<Steps> all;
    const milliseconds longest = steps.step * (mostPoints - 1);
    for (base::InstantMs from = steps.from; from <= steps.to; from += longest + steps.step)
        all.push_back({from, std::min(steps.to, from + longest), steps.step});
    return all;
}

} // namespace prometheus
