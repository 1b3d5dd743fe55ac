// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "entry/day.h"

#include <QTime>
#include <QTimeZone>

namespace entry {

/// A time of day as it stands in the line.
struct Clock
{
    QTime time;
    bool open = false;     ///< of the twelve-hour clock: `time` or twelve hours later
    bool half = false;     ///< am or pm was written
    bool bare = false;     ///< nothing but a number, as the 1 of "1 to 2 am"
    bool midnight = false; ///< the end of its day
    bool about = false;
    std::optional<int> offset;     ///< seconds east of UTC, where one was written
    std::optional<QTimeZone> zone; ///< where one was named: "14:10 Europe/Berlin", "9am ET"
    bool zoneNamed = false;        ///< in words: holds for the other end of a range, too
    std::optional<Day> day;
    Stretch where; ///< of the time alone

    [[nodiscard]] bool isElsewhere() const { return offset || zone; }
};

struct ClockScan
{
    const timing::FieldContext &context;
    bool bareToo = false;  ///< a bare number is an hour: "at 4"
    bool numberTo = false; ///< "5 to 10" in figures is a time rather than a length
};

/// "16:08", "4.08 pm", "1608", "16h08", "noon", "half eight", "ten to nine", "02:00Z".
[[nodiscard]] std::optional<Clock> scanClock(Cursor &cursor, const ClockScan &scan);

} // namespace entry
