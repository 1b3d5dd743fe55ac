// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"

#include <optional>
#include <QString>

namespace health {

/// "Slow" means: over the threshold without a break for at least this long.
struct SlowRule
{
    double thresholdMs = 0; ///< over 0; the sample's value is compared with it
    base::Span forAtLeast{0};

    bool operator==(const SlowRule &) const = default;
};

/// An alert that comes and goes is one alert: from the third time on it ends only when all has been
/// well for a while.
struct FlapRule
{
    int raises = 3;          ///< alerts, this one included; 0: never
    base::Span within{1800}; ///< of each other
    base::Span steady{600};  ///< good for so long, then it is over

    bool operator==(const FlapRule &) const = default;
};

/// When a monitor's samples are an alert. Raising and clearing both need several samples in a row,
/// so that a single lost packet wakes nobody and a flapping server does not look repaired.
struct Rule
{
    QString id;
    QString monitor;
    int failAfter = 2;    ///< failed samples in a row that raise, 1 or more
    int failOutOf = 0;    ///< over failAfter: that many failed of the last so many; else in a row
    int recoverAfter = 2; ///< good samples in a row that clear, 1 or more
    std::optional<SlowRule> slow;
    FlapRule flap;
    std::chrono::milliseconds step{20000}; ///< the monitor's nominal step, over 0

    bool operator==(const Rule &) const = default;
};

} // namespace health
