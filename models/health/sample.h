// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "health/quality.h"

#include <cmath>
#include <limits>

namespace health {

/// One look at one thing.
struct Sample
{
    base::InstantMs at{}; ///< when the look began
    Quality quality = Quality::NotMeasured;
    /// In the unit of its series (milliseconds for a probe); NaN when there is none. A failed
    /// sample may have a value: an error page also takes its time.
    double value = std::numeric_limits<double>::quiet_NaN();

    [[nodiscard]] bool hasValue() const { return std::isfinite(value); }

    /// No value equals no value.
    bool operator==(const Sample &other) const
    {
        return at == other.at && quality == other.quality &&
               (value == other.value || (std::isnan(value) && std::isnan(other.value)));
    }
};

/// A silence longer than this between two samples means that nobody was watching: two and a half
/// nominal steps.
[[nodiscard]] constexpr std::chrono::milliseconds longestSilence(std::chrono::milliseconds step)
{
    return step * 5 / 2;
}

} // namespace health
