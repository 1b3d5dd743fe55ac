// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "timing/fieldscan.h"
#include "timing/fieldtext.h"

#include <QDate>
#include <QTime>

/// A point in time as somebody wrote it, before it is known which instant it names.
namespace timing {

struct WallTime
{
    QTime time; ///< invalid: no time of day was written
    QDate date; ///< valid: a day with its year, or one like "yesterday"
    int month = 0;
    int day = 0;               ///< with month: a day without its year
    int weekday = 0;           ///< 1 Monday to 7 Sunday
    std::optional<int> offset; ///< seconds east of UTC
    bool isNow = false;
    bool twelveHour = false; ///< am or pm was written
    bool dateBehind = false; ///< the date was written after the time

    [[nodiscard]] bool hasDate() const { return date.isValid() || month || weekday; }
};

/// Takes a date, a time or both, in either order. Where "-04:00" stands right behind a time it is
/// an offset if `minusIsOffset`, else it is left for a range. Nothing if no time begins here.
[[nodiscard]] std::optional<WallTime> scanWallTime(FieldScan &scan, const FieldContext &context,
                                                   bool minusIsOffset);

/// The day that "today", "yesterday" or "tomorrow" means; nothing else is taken.
[[nodiscard]] std::optional<QDate> scanRelativeDay(FieldScan &scan, const FieldContext &context);

/// The instant of a wall time that is meant loosely: in a gap the clock change, of two the first.
[[nodiscard]] Instant looseInstant(QDate date, QTime time, const QTimeZone &zone);

/// Where to look for a wall time whose date is not (fully) written.
struct Anchor
{
    Instant limit{};
    Lean lean = Lean::Past; ///< the latest not after the limit, or the first not before it
};

/// Error Input: no time of day, or the DST question.
[[nodiscard]] base::Result<Instant> resolve(const WallTime &wall, const FieldContext &context,
                                            const Anchor &anchor);

} // namespace timing
