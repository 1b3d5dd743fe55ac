// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/walltime.h"

#include "reading/nearest.h"
#include "timing/zone.h"

#include <algorithm>
namespace reading {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

QDate WallTime::partDate(const Point &point, const Frame &frame, const Place &place) const
{
    const QDateTime posted = timing::toLocal(*frame.posted, place.zone);
    const QDate today = posted.date();
    if (point.day.isStated())
        return dayOf(point.day, today, frame.tense).value_or(today);
    if (point.part->isToday)
        return posted.time().hour() < 5 && point.part->to > day && frame.tense == Tense::Past
                   ? today.addDays(-1)
                   : today;
    if (point.part->isNight)
        return frame.tense == Tense::Future ||
                       (frame.tense == Tense::Unsaid && posted.time().hour() >= 12)
                   ? today
                   : today.addDays(-1);
    if (frame.day)
        return *frame.day;
    const int now = posted.time().hour() * 60 + posted.time().minute();
    if (frame.tense == Tense::Future)
        return now < point.part->to ? today : today.addDays(1);
    return now >= point.part->from ? today : today.addDays(-1);
}

std::optional<Instant> WallTime::inPart(const Point &point, const Frame &frame, const Place &place,
                                        QDate base)
{
    // "5 this evening" and "quarter to midnight tonight" lie a little outside their part of the
    // day.
    std::optional<int> best;
    int bestDistance = 180;
    for (const int minute : minutesOf(*point.clock, frame.isFull)) {
        for (const int shifted : {minute - day, minute, minute + day}) {
            // "ten to six last night" was in the evening.
            const int early = point.part->to - point.part->from >= 12 * 60 &&
                                      (point.part->from < 0 || point.part->to > day)
                                  ? 60
                                  : 0;
            const int distance =
                std::max({0, point.part->from - early - shifted, shifted - point.part->to + early});
            if (distance < bestDistance) {
                bestDistance = distance;
                best = shifted;
            }
        }
    }
    if (!best)
        best = minutesOf(*point.clock, frame.isFull).front();
    return instant(base, *best, place);
}

/// "Yesterday evening it was stuck from 6:10": the half of the day that was named before.
std::optional<Instant> WallTime::inNamedPart(const Point &point, const Frame &frame,
                                             const Place &place)
{
    const bool isOpen = frame.part && frame.part->part && !frame.earlier && !point.part &&
                        !point.day.isStated() && !point.zone && point.clock &&
                        point.clock->minute % 720 >= 60 && // 12:30 is past noon
                        minutesOf(*point.clock, frame.isFull).size() == 2;
    if (!isOpen)
        return std::nullopt;
    Point whole = *frame.part;
    whole.clock = point.clock;
    Frame bare;
    bare.posted = frame.posted;
    bare.tense = frame.tense;
    const auto found = inPart(whole, bare, place, partDate(whole, bare, place));
    const Bounds part = partBounds(*frame.part, bare, place);
    return found && part.lo && *found >= *part.lo && *found <= *part.hi ? found : std::nullopt;
}

/// "at quarter past": the first such minute after what was told before.
std::optional<Instant> WallTime::nextMinute(const Clock &clock, const Frame &frame,
                                            const Place &place)
{
    if (!frame.earlier)
        return std::nullopt;
    if (frame.isFresh && frame.posted && frame.tense != Tense::Future) {
        // "UPDATE 08:20: came back at quarter past"
        const QTime wall = timing::toLocal(*frame.posted, place.zone).time();
        const int ago = (wall.minute() - clock.minute + 60) % 60;
        const Instant last = floorMinute(*frame.posted) - std::chrono::minutes(ago);
        return last > *frame.earlier ? std::optional(last) : std::nullopt;
    }
    std::vector<Instant> candidates;
    const QDate date = timing::toLocal(*frame.earlier, place.zone).date();
    for (const int ahead : {0, 1}) {
        for (const int minute : minutesOf(clock, frame.isFull)) {
            const auto found = instant(date.addDays(ahead), minute, place, false);
            if (found && *found > *frame.earlier)
                candidates.push_back(*found);
        }
    }
    return candidates.empty() ? std::nullopt : std::optional(candidates.front());
}

std::optional<Instant> WallTime::clockInstant(const Point &point, const Frame &frame,
                                              const Place &place)
{
    const Clock &clock = *point.clock;
    if (clock.isHourless)
        return nextMinute(clock, frame, place);
    const bool isLiteral =
        point.part && point.part->isNight && point.day.isStated() && clock.half != Half::Unsaid;
    if (point.part && frame.posted && !isLiteral) {
        // "8 in the morning on Thursday" after another day was named
        return inPart(point, frame, place, partDate(point, frame, place));
    }
    if (!frame.posted)
        return std::nullopt;
    if (const auto found = inNamedPart(point, frame, place))
        return found;
    const QDate today = timing::toLocal(*frame.posted, place.zone).date();
    const bool isAhead = frame.tense == Tense::Future;
    // Nobody announces a quarter past midnight as "12:15".
    const bool isNoon =
        isAhead && clock.half == Half::Unsaid && clock.isFigures && clock.minute >= 12 * 60;
    const std::vector<int> minutes = minutesOf(clock, frame.isFull || isNoon);
    std::vector<Instant> candidates;
    const auto collect = [&](QDate date) {
        for (const int minute : minutes) {
            if (const auto found = instant(date, minute, place, false))
                candidates.push_back(*found);
        }
    };
    if (point.day.isStated()) {
        std::optional<QDate> date = dayOf(point.day, today, frame.tense);
        if (!date)
            return std::nullopt;
        if (clock.isMidnight)
            return instant(date->addDays(1), 0, place);
        collect(*date);
        const bool isToday = *date == today;
        if (isToday && minutes.size() > 1) {
            if (const auto found = nearest(candidates, *frame.posted, isAhead))
                return found;
        }
        // A weekday that is today, but earlier than now, is the one of next week.
        if (isToday && isAhead && point.day.weekday && !point.day.dayOfMonth &&
            !candidates.empty() && candidates.back() < *frame.posted)
            date = date->addDays(7);
        return instant(*date, clock.half == Half::Unsaid ? clock.minute : minutes.front(), place);
    }
    if (const auto found = inSpan(minutes, frame, place))
        return found;
    if (frame.day) {
        collect(*frame.day);
        if (frame.earlier) {
            // The next such time of a story that already has a day.
            collect(frame.day->addDays(1));
            const bool isPast = frame.tense == Tense::Past;
            if (const auto found = nearest(candidates, *frame.earlier, true);
                found && *found - *frame.earlier < 16h &&
                (!isPast || *found <= *frame.posted + slack))
                return found;
        }
        const int written = clock.half == Half::Unsaid ? clock.minute : minutes.front();
        return instant(*frame.day, written, place);
    }
    for (const int ahead : {-1, 0, 1})
        collect(today.addDays(ahead));
    const auto found = nearest(candidates, *frame.posted, isAhead);
    if (!found)
        return std::nullopt;
    // Asked again so that a skipped or repeated hour is warned about.
    const QDateTime wall = timing::toLocal(*found, place.zone);
    return instant(wall.date(), wall.time().hour() * 60 + wall.time().minute(), place);
}

/// Times told of a trouble with a known beginning and end lie within it if they can.
std::optional<Instant> WallTime::inSpan(const std::vector<int> &minutes, const Frame &frame,
                                        const Place &place)
{
    const Bounds &span = frame.span;
    if (!span.lo || !span.hi || *span.hi - *span.lo > 24h)
        return std::nullopt;
    std::optional<Instant> first;
    const QDate date = timing::toLocal(*span.lo, place.zone).date();
    for (const int ahead : {0, 1}) {
        for (const int minute : minutes) {
            const auto found = instant(date.addDays(ahead), minute, place, false);
            if (found && *found >= *span.lo && *found <= *span.hi && (!first || *found < *first))
                first = found;
        }
    }
    return first;
}

Bounds WallTime::partBounds(const Point &point, const Frame &frame, const Place &place)
{
    if (!frame.posted)
        return {};
    const QDate today = timing::toLocal(*frame.posted, place.zone).date();
    Bounds bounds;
    if (point.part) {
        const QDate base = partDate(point, frame, place);
        bounds = {instant(base, point.part->from, place), instant(base, point.part->to, place)};
    } else {
        const auto date = dayOf(point.day, today, frame.tense);
        if (!date)
            return {};
        bounds = {instant(*date, 0, place), instant(*date, day - 1, place)};
    }
    if (!bounds.lo || !bounds.hi)
        return {};
    const Instant posted = floorMinute(*frame.posted);
    // Past parts of a day are cut at the posting time, coming ones start no earlier than it.
    if (frame.tense == Tense::Future && *bounds.hi > posted)
        bounds.lo = std::max(*bounds.lo, posted);
    if (frame.tense != Tense::Future && *bounds.lo < posted)
        bounds.hi = std::min(*bounds.hi, posted);
    return bounds;
}

} // namespace reading
