// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timing/walltime.h"
#include "timing/zone.h"

#include <algorithm>

#include <QCoreApplication>
#include <QLocale>

namespace timing {

using base::ErrorKind;
using base::fail;
using base::Result;
using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(timing)
};

QString clockText(QTime time)
{
    return time.toString(time.second() ? u"HH:mm:ss"_s : u"HH:mm"_s);
}

QString dateText(QDate date)
{
    return QLocale::c().toString(date, u"d MMMM yyyy"_s);
}

struct Gap
{
    Instant at{}; ///< when the clocks change
    std::chrono::seconds skipped{0};
    QDateTime from; ///< wall times on both sides of the change
    QDateTime to;
};

/// The clock change that skips a wall time.
Gap gapAround(QDate date, QTime time, const QTimeZone &zone)
{
    const QDateTime asUtc(date, time, Qt::UTC);
    const int before = zone.offsetFromUtc(asUtc.addDays(-2));
    const auto change = zone.previousTransition(asUtc.addSecs(1 - before));
    Gap gap;
    gap.at = fromUtc(change.atUtc);
    gap.to = change.atUtc.addSecs(change.offsetFromUtc);
    gap.from = change.atUtc.addSecs(zone.offsetFromUtc(change.atUtc.addSecs(-1)));
    gap.skipped = std::chrono::seconds(gap.from.secsTo(gap.to));
    return gap;
}

tl::unexpected<base::Error> askGap(QDate date, QTime time, const QTimeZone &zone)
{
    const Gap gap = gapAround(date, time, zone);
    const QDateTime wall(date, time, Qt::UTC);
    const auto skipped = gap.skipped.count();
    return fail(
        ErrorKind::Input,
        Words::tr("%1 does not exist on %2 in %3, where the clocks go from %4 to %5; write %6 or "
                  "%7.")
            .arg(clockText(time), dateText(date), zoneCity(zone), clockText(gap.from.time()),
                 clockText(gap.to.time()), clockText(wall.addSecs(-skipped).time()),
                 clockText(wall.addSecs(skipped).time())));
}

tl::unexpected<base::Error> askRepeat(QDate date, QTime time, const std::vector<Instant> &both,
                                      const QTimeZone &zone)
{
    const QString clock = clockText(time);
    return fail(
        ErrorKind::Input,
        Words::tr("%1 happens twice on %2 in %3; write %4 for the first or %5 for the second.")
            .arg(clock, dateText(date), zoneCity(zone), clock + offsetText(both.front(), zone),
                 clock + offsetText(both.back(), zone)));
}

std::vector<Instant> namedBy(const WallTime &wall, QDate date, const QTimeZone &zone)
{
    if (!wall.offset)
        return instantsOf(date, wall.time, zone);
    return {fromUtc(QDateTime(date, wall.time, Qt::UTC).addSecs(-*wall.offset))};
}

/// The days to look at, the most wanted first.
std::vector<QDate> daysToTry(const WallTime &wall, const FieldContext &context,
                             const Anchor &anchor)
{
    // An offset may be of a calendar that is up to two days ahead of the zone's.
    const int step = anchor.lean == Lean::Past ? -1 : 1;
    const QDate first = toLocal(anchor.limit, context.zone).date().addDays(-2 * step);
    std::vector<QDate> days;
    if (wall.month) {
        for (int year = first.year() - step; days.size() < 12 && std::abs(year - first.year()) < 12;
             year += step) {
            const QDate day(year, wall.month, wall.day);
            if (day.isValid())
                days.push_back(day);
        }
        return days;
    }
    for (int i = 0; i <= 11; ++i) {
        const QDate day = first.addDays(i * step);
        if (!wall.weekday || day.dayOfWeek() == wall.weekday)
            days.push_back(day);
    }
    return days;
}

Result<Instant> only(const WallTime &wall, QDate date, const std::vector<Instant> &named,
                     const QTimeZone &zone)
{
    if (named.empty())
        return askGap(date, wall.time, zone);
    if (named.size() > 1)
        return askRepeat(date, wall.time, named, zone);
    return named.front();
}

} // namespace

Instant looseInstant(QDate date, QTime time, const QTimeZone &zone)
{
    const auto named = instantsOf(date, time, zone);
    return named.empty() ? gapAround(date, time, zone).at : named.front();
}

Result<Instant> resolve(const WallTime &wall, const FieldContext &context, const Anchor &anchor)
{
    if (wall.isNow)
        return context.reference;
    if (!wall.time.isValid())
        return fail(ErrorKind::Input,
                    Words::tr("Add the time of day: for example %1.").arg(u"22 Nov 16:08"_s));
    if (wall.date.isValid())
        return only(wall, wall.date, namedBy(wall, wall.date, context.zone), context.zone);

    const bool past = anchor.lean == Lean::Past;
    const auto outside = [&](Instant at) {
        return past ? at > anchor.limit : at < anchor.limit;
    };
    for (const QDate day : daysToTry(wall, context, anchor)) {
        std::vector<Instant> named = namedBy(wall, day, context.zone);
        if (named.empty() && outside(gapAround(day, wall.time, context.zone).at))
            continue;
        const bool skipped = named.empty();
        std::erase_if(named, outside);
        if (skipped || !named.empty())
            return only(wall, day, named, context.zone);
    }
    return fail(ErrorKind::Input, Words::tr("Add the year to the date."));
}

} // namespace timing
