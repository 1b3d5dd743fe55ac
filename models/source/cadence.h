// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"

#include <optional>
#include <QString>

namespace source {

/// When a monitor is due: on a grid of wall-clock time that does not drift, shifted by an offset so
/// that not all monitors are due at once. Knows no clock; it is told the time.
class Cadence
{
public:
    struct Tick
    {
        bool isDue = false; ///< look now
        /// The first of the ticks that nobody was there for: this machine slept, stood still, or
        /// had its clock set forward.
        std::optional<base::InstantMs> missedFrom;
        std::chrono::milliseconds wait{1}; ///< until the next tick, over 0, up to 1.5 intervals

        bool operator==(const Tick &) const = default;
    };

    /// `interval` over 0. `offset` 0 or more, below the interval.
    Cadence(std::chrono::milliseconds interval, std::chrono::milliseconds offset);

    /// The first tick is now.
    void start(base::InstantMs now);
    /// What to do now. After three or more missed ticks the machine has just woken up: there is no
    /// look yet, its network gets until the next tick to come back.
    [[nodiscard]] Tick poll(base::InstantMs now);

private:
    [[nodiscard]] base::InstantMs nextAfter(base::InstantMs now) const;

    std::chrono::milliseconds m_interval;
    std::chrono::milliseconds m_offset;
    base::InstantMs m_next{};
};

/// An offset for a monitor that is the same every time, and spread evenly over monitors.
[[nodiscard]] std::chrono::milliseconds offsetOf(const QString &monitor,
                                                 std::chrono::milliseconds interval);

} // namespace source
