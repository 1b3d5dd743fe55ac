// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reading/facts.h"

#include <algorithm>
#include <chrono>
#include <QDate>

/// Choosing among the instants that a wall time may name.
namespace reading {

inline constexpr int day = 24 * 60;
inline constexpr std::chrono::minutes slack{
    2}; // a clock that runs a little before the posting time

[[nodiscard]] inline Instant at(QDate date, int minute, int offsetMinutes)
{
    const qint64 days = date.toJulianDay() - QDate(1970, 1, 1).toJulianDay();
    return Instant(std::chrono::minutes(days * day + minute - offsetMinutes));
}

[[nodiscard]] inline Instant floorMinute(Instant instant)
{
    return std::chrono::floor<std::chrono::minutes>(instant);
}

/// Of the candidates the latest that is not after `posted` or, when told ahead, the earliest that
/// is not before it.
[[nodiscard]] inline std::optional<Instant> nearest(std::vector<Instant> all, Instant posted,
                                                    bool isAhead)
{
    std::sort(all.begin(), all.end());
    if (isAhead) {
        const auto found = std::lower_bound(all.begin(), all.end(), floorMinute(posted));
        return found == all.end() ? std::nullopt : std::optional(*found);
    }
    const auto found = std::upper_bound(all.begin(), all.end(), posted + slack);
    return found == all.begin() ? std::nullopt : std::optional(*(found - 1));
}

} // namespace reading
