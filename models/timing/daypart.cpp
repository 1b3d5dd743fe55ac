// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timing/daypart.h"

#include "timing/walltime.h"
#include "timing/zone.h"

#include <algorithm>

namespace timing {

namespace {

struct Part
{
    QStringView words;
    int fromHour;
    int minutes;
};

constexpr Part parts[] = {
    {u"early hours", 0, 5 * 60}, {u"morning", 0, 12 * 60}, {u"lunchtime", 12, 2 * 60},
    {u"afternoon", 12, 6 * 60},  {u"evening", 18, 5 * 60}, {u"night", 18, 12 * 60},
};
constexpr Part wholeDay{u"", 0, 24 * 60 - 1};

std::optional<Part> scanPart(FieldScan &scan)
{
    for (const Part &part : parts) {
        if (scan.phrase({part.words}))
            return part;
    }
    return std::nullopt;
}

RoughInstant spanOf(const Part &part, QDate day, const FieldContext &context)
{
    const int end = part.fromHour * 60 + part.minutes;
    const QTime endTime = QTime(0, 0).addSecs(end % (24 * 60) * 60);
    Instant lo = looseInstant(day, QTime(part.fromHour, 0), context.zone);
    Instant hi = looseInstant(day.addDays(end / (24 * 60)), endTime, context.zone);
    if (context.lean == Lean::Past && lo < context.reference)
        hi = std::min(hi, context.reference);
    if (context.lean == Lean::Future && hi > context.reference)
        lo = std::max(lo, context.reference);
    return RoughInstant::between(lo, hi, Precision::Daypart);
}

/// "Friday", "27 Nov": the next such day, today included. Of what has been the time is asked for.
std::optional<RoughInstant> scanDayAhead(FieldScan &scan, const FieldContext &context)
{
    const std::size_t start = scan.position();
    scan.phrase({u"on"});
    auto wall = context.lean == Lean::Future ? scanWallTime(scan, context, false) : std::nullopt;
    if (!wall || !wall->hasDate() || wall->time.isValid() || !scan.atEnd()) {
        scan.rewind(start);
        return std::nullopt;
    }
    wall->time = QTime(12, 0);
    const QDate today = toLocal(context.reference, context.zone).date();
    const Anchor noon{looseInstant(today, wall->time, context.zone), Lean::Future};
    const auto at = resolve(*wall, context, noon);
    if (!at || *at < noon.limit) {
        scan.rewind(start);
        return std::nullopt;
    }
    return spanOf(wholeDay, toLocal(*at, context.zone).date(), context);
}

} // namespace

std::optional<RoughInstant> scanDaypart(FieldScan &scan, const FieldContext &context)
{
    const std::size_t start = scan.position();
    const QDate today = toLocal(context.reference, context.zone).date();
    constexpr Part night = parts[std::size(parts) - 1];
    if (scan.phrase({u"last night"}))
        return spanOf(night, today.addDays(-1), context);
    if (scan.phrase({u"tonight"}))
        return spanOf(night, today, context);

    const bool current = scan.phrase({u"this"});
    const auto day = current ? today : scanRelativeDay(scan, context).value_or(QDate());
    const auto part = day.isValid() ? scanPart(scan) : std::nullopt;
    const bool bareDay = day.isValid() && !current && !part && scan.atEnd();
    if (!part && !bareDay) {
        scan.rewind(start);
        return scanDayAhead(scan, context);
    }
    return spanOf(part.value_or(wholeDay), day, context);
}

} // namespace timing
