// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/walltime.h"

#include "reading/nearest.h"
#include "timing/zone.h"

#include <algorithm>
#include <QCoreApplication>

namespace reading {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

WallTime::WallTime(const QTimeZone &zone)
    : m_zone(zone)
    , m_isMonthFirst(zone.country() == QLocale::UnitedStates)
{}

QDate WallTime::dateOf(Instant instant) const
{
    return timing::toLocal(instant, m_zone).date();
}

Bounds WallTime::sameWall(const Bounds &bounds, std::chrono::seconds by)
{
    const auto moved = [&](std::optional<Instant> instantAt) -> std::optional<Instant> {
        if (!instantAt)
            return std::nullopt;
        const QDateTime wall = timing::toLocal(*instantAt, m_zone);
        const qint64 days = std::chrono::floor<std::chrono::days>(by).count();
        return instant(wall.date().addDays(days), wall.time().hour() * 60 + wall.time().minute(),
                       {m_zone, true});
    };
    return {moved(bounds.lo), moved(bounds.hi)};
}

std::pair<Instant, Instant> WallTime::dayBounds(QDate date)
{
    const Place place{m_zone, true};
    const Instant first = instant(date, 0, place, false).value_or(Instant());
    return {first, first + 24h - 1min};
}

void WallTime::warn(const QString &sentence)
{
    if (!m_warnings.contains(sentence) && m_warnings.size() < 20)
        m_warnings += sentence;
}

WallTime::Place WallTime::placeOf(const Point &point, const Frame &frame) const
{
    if (!point.zone || (!point.zone->offset && point.zone->iana.isEmpty()))
        return {m_zone, true};
    if (frame.posted && !point.zone->abbreviation.isEmpty()) {
        // IST is one thing in Dublin and another in Kolkata: the page's own letters come first.
        for (const int months : {0, 6}) {
            const QDateTime then = timing::toLocal(*frame.posted, m_zone).addMonths(months);
            if (m_zone.abbreviation(then).toLower() == point.zone->abbreviation)
                return {QTimeZone(m_zone.offsetFromUtc(then)), false};
        }
    }
    if (point.zone->offset)
        return {QTimeZone(*point.zone->offset * 60), false};
    return {QTimeZone(point.zone->iana), false};
}

std::optional<Instant> WallTime::instant(QDate date, int minute, const Place &place, bool warns)
{
    const QDate day0 = date.addDays(minute >= 0 ? minute / day : -((-minute + day - 1) / day));
    const int rest = ((minute % day) + day) % day;
    if (!day0.isValid())
        return std::nullopt;
    if (place.isPage) {
        const qint64 key = day0.toJulianDay();
        const auto known = m_offsets.constFind(key);
        if (known != m_offsets.constEnd())
            return at(day0, rest, *known);
        const QDateTime noon(day0, QTime(12, 0), Qt::UTC);
        const int offset = m_zone.offsetFromUtc(noon.addDays(-1));
        if (offset == m_zone.offsetFromUtc(noon.addDays(1))) {
            m_offsets.insert(key, offset / 60);
            return at(day0, rest, offset / 60);
        }
    }
    const auto all = timing::instantsOf(day0, QTime(rest / 60, rest % 60), place.zone);
    const QString wall =
        QDateTime(day0, QTime(rest / 60, rest % 60), Qt::UTC).toString(u"yyyy-MM-dd HH:mm"_s);
    if (all.empty()) {
        if (warns)
            warn(QCoreApplication::translate("reading",
                                             "The clocks skip %1: ask which time is meant.")
                     .arg(wall));
        return std::nullopt;
    }
    if (all.size() > 1 && warns)
        warn(QCoreApplication::translate("reading",
                                         "%1 comes twice that night: ask which time is meant.")
                 .arg(wall));
    return all.front();
}

std::optional<QDate> WallTime::dayOf(const Day &day, QDate today, Tense tense) const
{
    if (day.offset)
        return today.addDays(*day.offset);
    if (day.dayOfMonth) {
        int month = day.month;
        int number = day.dayOfMonth;
        if (day.isSlashed && m_isMonthFirst)
            std::swap(month, number);
        if (day.year)
            return QDate(day.year, month, number);
        std::optional<QDate> best;
        for (int ahead = -12; ahead <= 12; ++ahead) {
            const QDate start = QDate(today.year(), today.month(), 1).addMonths(ahead);
            if (month && start.month() != month)
                continue;
            const QDate date(start.year(), start.month(), number);
            if (!date.isValid() || (day.weekday && month && date.dayOfWeek() != *day.weekday))
                continue;
            // "before 00:00 on the 29th", told in the last minute of the 28th, is no year ago.
            const bool isAhead = date > today.addDays(1) || (date > today && !day.month);
            if ((tense == Tense::Past && isAhead) || (tense == Tense::Future && date < today))
                continue;
            if (!best || std::abs(today.daysTo(date)) < std::abs(today.daysTo(*best)))
                best = date;
        }
        // "4 November", told two days before it, is not that of last year.
        constexpr int soon = 60; // days
        constexpr int longAgo = 180;
        if (best && tense == Tense::Past && best->daysTo(today) > longAgo) {
            const QDate next = best->addYears(1);
            if (next > today && today.daysTo(next) < soon)
                best = next;
        }
        if (!best && day.weekday) {
            Day without = day;
            without.weekday.reset();
            return dayOf(without, today, tense);
        }
        if (!best && tense != Tense::Unsaid)
            return dayOf(day, today, Tense::Unsaid);
        return best;
    }
    if (!day.weekday)
        return std::nullopt;
    const QDate monday = today.addDays(1 - today.dayOfWeek());
    if (day.week == WhichWeek::Next)
        return monday.addDays(7 + *day.weekday - 1);
    const int behind = (today.dayOfWeek() - *day.weekday + 7) % 7;
    if (day.week == WhichWeek::Last)
        return today.addDays(behind == 0 ? -7 : -behind);
    return tense == Tense::Future ? today.addDays((7 - behind) % 7) : today.addDays(-behind);
}

std::vector<int> WallTime::minutesOf(const Clock &clock, bool isFull) const
{
    if (clock.isHourless) {
        std::vector<int> all;
        for (int minute = clock.minute; minute < day; minute += 60)
            all.push_back(minute);
        return all;
    }
    const int half = clock.minute % 720;
    switch (clock.half) {
    case Half::Full:
        return {clock.minute};
    case Half::Am:
        return {half};
    case Half::Pm:
        return {half + 720};
    case Half::Unsaid:
        break;
    }
    // On a 24-hour clock "9:30" is what it says; "half eight" never is.
    if (isFull && clock.isFigures)
        return {clock.minute};
    return {half, half + 720};
}

Resolved WallTime::resolve(const Point &point, const Frame &frame)
{
    Resolved resolved;
    resolved.hedge = point.hedge;
    const Place place = placeOf(point, frame);
    if (frame.posted && point.day.isStated())
        resolved.day =
            dayOf(point.day, timing::toLocal(*frame.posted, place.zone).date(), frame.tense);
    if (!point.clock) {
        resolved.isDaypart = true;
        resolved.bounds = partBounds(point, frame, place);
        return resolved;
    }
    auto found = clockInstant(point, frame, place);
    if (!found)
        return resolved;
    // "2230Z today", told of the past where the day has turned in that zone only.
    if (point.zone && point.day.offset && frame.tense == Tense::Past && frame.posted &&
        *found > *frame.posted && !place.isPage)
        *found -= 24h;
    switch (point.hedge) {
    case PointHedge::None:
        resolved.bounds = {*found, *found};
        break;
    case PointHedge::About:
        resolved.bounds = {*found - 15min, *found + 15min};
        break;
    case PointHedge::JustAfter:
        resolved.bounds = {*found, *found + 10min};
        break;
    case PointHedge::JustBefore:
        resolved.bounds = {*found - 10min, *found};
        break;
    case PointHedge::By:
        resolved.bounds = {std::nullopt, *found};
        break;
    case PointHedge::NotBefore:
        resolved.bounds = {*found, std::nullopt};
        break;
    }
    return resolved;
}

std::optional<ZoneName> WallTime::shared(std::optional<ZoneName> zone, const Frame &frame) const
{
    if (!zone || !zone->isBracketed)
        return zone;
    if (!zone->iana.isEmpty()) {
        zone->offset.reset();
        return zone;
    }
    // "from 00:20 to 01:10 (UTC-07:00)": one of the page's own offsets tells two hours apart.
    const Instant posted = frame.posted.value_or(Instant());
    for (const auto away : {0h, 24h * 182}) {
        const QDateTime then = timing::toLocal(posted - away, m_zone);
        if (m_zone.offsetFromUtc(then) == *zone->offset * 60)
            return std::nullopt;
    }
    return zone;
}

/// "between 11:14 and 11:54", told of the past at 23:13: the half of the day that has begun.
std::optional<Resolved> WallTime::begunBy(Point from, const Point &to, const Resolved &start,
                                          const Frame &frame)
{
    const bool isOpen = frame.tense == Tense::Past && frame.posted && start.bounds.hi &&
                        from.clock && to.clock && !from.day.isStated() && !to.day.isStated() &&
                        !from.part && !to.part && !frame.span.lo &&
                        minutesOf(*from.clock, frame.isFull).size() > 1;
    if (!isOpen)
        return std::nullopt;
    if (!start.bounds.lo || *start.bounds.lo <= *frame.posted)
        return std::nullopt;
    const QDateTime wall = timing::toLocal(*start.bounds.hi, placeOf(from, frame).zone);
    from.clock->half = wall.time().hour() < 12 ? Half::Pm : Half::Am;
    const Resolved earlier = resolve(from, frame);
    return earlier.bounds.hi && *earlier.bounds.hi < *start.bounds.hi ? std::optional(earlier)
                                                                      : std::nullopt;
}

std::pair<Resolved, Resolved> WallTime::resolve(Point from, Point to, const Frame &frame)
{
    if (!from.zone)
        from.zone = shared(to.zone, frame);
    else if (!to.zone)
        to.zone = shared(from.zone, frame);
    if (!from.day.isStated() && !from.part) {
        from.day = to.day;
        // "from half eight till ten on Monday evening": both, where the part holds both.
        const bool isShared = to.part && from.clock && to.clock && !from.clock->isMidnight &&
                              from.clock->half == Half::Unsaid &&
                              from.clock->minute % 720 <= to.clock->minute % 720;
        if (!to.part || !to.day.isStated() || isShared)
            from.part = to.part;
        to.day = Day();
    } else if (!from.part && to.part && !to.part->isToday && from.clock &&
               from.clock->half == Half::Unsaid) {
        from.part = to.part;
    }
    if (from.clock && to.clock && from.clock->half == Half::Unsaid &&
        (to.clock->half == Half::Am || to.clock->half == Half::Pm)) {
        // "11 to 1 am" and "2 to 3 am": the half of the day that makes the range the shorter one.
        const int end = to.clock->minute % 720 + (to.clock->half == Half::Pm ? 720 : 0);
        const int start = from.clock->minute % 720;
        const int am = ((end - start) + day) % day;
        const int pm = ((end - start - 720) + day) % day;
        from.clock->half = am > 0 && (am < pm || pm == 0) ? Half::Am : Half::Pm;
    }
    Resolved start = resolve(from, frame);
    if (const auto whole = begunBy(from, to, start, frame))
        start = *whole;
    if (!to.clock || !start.bounds.lo || to.day.isStated() || (to.part && to.part->isToday)) {
        Resolved end = resolve(to, frame);
        // "between 11:20 and 12:10 this morning" ends a little behind its part of the day.
        if (to.part && to.clock && to.clock->half == Half::Unsaid && start.bounds.lo &&
            end.bounds.lo &&
            *end.bounds.lo<*start.bounds.lo && * end.bounds.lo + 12h> * start.bounds.lo)
            end.bounds = {*end.bounds.lo + 12h, *end.bounds.hi + 12h};
        if (start.bounds.isExact() && end.bounds.isExact() && from.clock &&
            from.clock->isMidnight && *end.bounds.lo < *start.bounds.lo) {
            // "from midnight to 2 on Thursday" is the midnight before it.
            Resolved earlier = start;
            earlier.bounds = {*start.bounds.lo - 24h, *start.bounds.hi - 24h};
            return {earlier, end};
        }
        return {start, end};
    }
    // Without a day of its own the end is the next such time after the start.
    const Place place = placeOf(to, frame);
    const Instant base = *start.bounds.lo;
    const QDate startDate = timing::toLocal(base, place.zone).date();
    std::vector<Instant> candidates;
    for (const int ahead : {0, 1}) {
        for (const int minute : minutesOf(*to.clock, frame.isFull)) {
            if (const auto found = instant(startDate.addDays(ahead), minute, place, false);
                found && (*found > base || (*found == base && to.hedge == PointHedge::About)))
                candidates.push_back(*found);
        }
    }
    Frame after = frame;
    after.day.reset();
    if (candidates.empty())
        return {start, resolve(to, frame)};
    const QDateTime wall =
        timing::toLocal(*std::min_element(candidates.begin(), candidates.end()), place.zone);
    Point end = to;
    end.part.reset();
    end.day = Day();
    end.day.dayOfMonth = wall.date().day();
    end.day.month = wall.date().month();
    end.day.year = wall.date().year();
    end.clock->half = Half::Full;
    end.clock->isMidnight = end.clock->isHourless = false;
    end.clock->minute = wall.time().hour() * 60 + wall.time().minute();
    return {start, resolve(end, frame)};
}

} // namespace reading
