// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "health/sample.h"

#include <QTimeZone>
#include <span>
#include <vector>

namespace health {

/// A stretch of the coming week in which little is to be expected, by the weeks before.
struct QuietWindow
{
    base::Instant from{};
    base::Instant to{};
    double mean = 0;    ///< of the series in the same hours of earlier weeks, in its unit
    double highest = 0; ///< the highest mean of a quarter of an hour in it
    double share = 0;   ///< `mean` as a part of the mean of the whole week; 1 = as usual
    int weeks = 0;      ///< how many earlier weeks tell about all of it

    bool operator==(const QuietWindow &) const = default;
};

/// The quietest windows of this length that begin in the seven days from `now` on, the quietest
/// first; at most `count`, and none that shares a moment with a quieter one. They begin at a
/// quarter of an hour of the zone's wall clock. Stretches that no week tells about are left out,
/// as is all of it if nothing was measured. `length` is over 0 and under a day. Pure.
[[nodiscard]] std::vector<QuietWindow> quietWindows(std::span<const Sample> past,
                                                    const QTimeZone &zone, base::Instant now,
                                                    base::Span length, int count = 5);

} // namespace health
