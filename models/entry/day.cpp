// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "entry/day.h"

#include "entry/length.h"
#include "timing/zone.h"

#include <utility>

namespace entry {

namespace {

constexpr int hour = 60;
constexpr Daypart night{18 * hour, 30 * hour};

std::optional<Daypart> scanPart(Cursor &cursor)
{
    static constexpr std::pair<QStringView, Daypart> parts[] = {
        {u"early hours|small hours|wee hours", {0, 5 * hour}},
        {u"morning", {0, 12 * hour}},
        {u"lunchtime|lunch time|lunch", {12 * hour, 14 * hour}},
        {u"afternoon", {12 * hour, 18 * hour}},
        {u"evening", {18 * hour, 23 * hour}},
        {u"night", night},
    };
    for (const auto &[phrases, part] : parts) {
        if (cursor.alternatives(phrases))
            return part;
    }
    return std::nullopt;
}

std::optional<int> scanNamed(Cursor &cursor, std::initializer_list<QStringView> names)
{
    int index = 0;
    for (const QStringView name : names) {
        ++index;
        if (cursor.alternatives(name)) {
            cursor.sign(u'.');
            return index;
        }
    }
    return std::nullopt;
}

std::optional<int> scanWeekday(Cursor &cursor)
{
    return scanNamed(cursor,
                     {u"monday|mon", u"tuesday|tues|tue", u"wednesday|wed",
                      u"thursday|thurs|thur|thu", u"friday|fri", u"saturday|sat", u"sunday|sun"});
}

std::optional<int> scanMonth(Cursor &cursor)
{
    return scanNamed(cursor, {u"january|jan", u"february|feb", u"march|mar", u"april|apr", u"may",
                              u"june|jun", u"july|jul", u"august|aug", u"september|sept|sep",
                              u"october|oct", u"november|nov", u"december|dec"});
}

/// The latest such day that is not after today.
QDate latest(int month, int day, QDate today)
{
    for (int year = today.year(); year > today.year() - 9; --year) {
        const QDate date(year, month, day);
        if (date.isValid() && date <= today)
            return date;
    }
    return {};
}

std::optional<QDate> scanIsoDate(Cursor &cursor)
{
    const std::size_t start = cursor.position();
    const auto year = cursor.digits(4, 4);
    const auto month = year && cursor.sign(u'-') ? cursor.digits(2, 2) : std::nullopt;
    const auto day = month && cursor.sign(u'-') ? cursor.digits(2, 2) : std::nullopt;
    if (day && QDate::isValid(*year, *month, *day))
        return QDate(*year, *month, *day);
    cursor.rewind(start);
    return std::nullopt;
}

/// "22 Nov", "22nd of November 2026", "Nov 22", "November 22, 2026"
std::optional<QDate> scanNamedDate(Cursor &cursor, QDate today)
{
    const std::size_t start = cursor.position();
    auto day = cursor.digits(1, 2);
    if (day) {
        cursor.phrase({u"st", u"nd", u"rd", u"th"});
        cursor.word(u"of");
    }
    const auto month = scanMonth(cursor);
    if (month && !day) {
        day = cursor.digits(1, 2);
        cursor.phrase({u"st", u"nd", u"rd", u"th"});
    }
    const bool isClock = cursor.sees({u":", u"am", u"pm"});
    QDate date = month && day && !isClock ? latest(*month, *day, today) : QDate();
    if (!date.isValid()) {
        cursor.rewind(start);
        return std::nullopt;
    }
    const std::size_t behind = cursor.position();
    cursor.sign(u',');
    const auto year = cursor.digits(4, 4);
    if (year && *year >= 2000 && *year <= today.year() && QDate::isValid(*year, *month, *day))
        return QDate(*year, *month, *day);
    cursor.rewind(behind);
    return date;
}

/// "22/11", "11/22/2026": told apart by what a month can be, else asked.
std::optional<QDate> scanNumericDate(Cursor &cursor, QDate today,
                                     std::optional<DayQuestion> &question)
{
    const std::size_t start = cursor.position();
    const auto a = cursor.digits(1, 2);
    const auto b = a && cursor.sign(u'/') ? cursor.digits(1, 2) : std::nullopt;
    if (!b) {
        cursor.rewind(start);
        return std::nullopt;
    }
    const std::size_t behind = cursor.position();
    const auto year = cursor.sign(u'/') ? cursor.digits(4, 4) : std::nullopt;
    if (!year)
        cursor.rewind(behind);
    const auto dateOf = [&](int month, int day) {
        return year ? QDate(*year, month, day) : latest(month, day, today);
    };
    const QDate british = dateOf(*b, *a);
    const QDate american = dateOf(*a, *b);
    if (!british.isValid() && !american.isValid()) {
        cursor.rewind(start);
        return std::nullopt;
    }
    if (british.isValid() && american.isValid() && british != american)
        question = DayQuestion{cursor.since(start), british, american};
    return british.isValid() ? british : american;
}

std::optional<QDate> scanDate(Cursor &cursor, QDate today, std::optional<DayQuestion> &question)
{
    const std::size_t start = cursor.position();
    cursor.phrase({u"on last", u"on", u"last"});
    if (const auto weekday = scanWeekday(cursor)) {
        const std::size_t behind = cursor.position();
        cursor.sign(u',');
        if (const auto date = scanNamedDate(cursor, today))
            return date;
        cursor.rewind(behind);
        return today.addDays(-((today.dayOfWeek() - *weekday + 7) % 7));
    }
    if (const auto date = scanIsoDate(cursor)) {
        cursor.word(u"t");
        return date;
    }
    if (const auto date = scanNamedDate(cursor, today))
        return date;
    if (const auto date = scanNumericDate(cursor, today, question))
        return date;
    cursor.rewind(start);
    return std::nullopt;
}

std::optional<Day> scanRelative(Cursor &cursor, QDate today)
{
    const std::size_t start = cursor.position();
    if (cursor.phrase({u"last night"}))
        return Day{today.addDays(-1), night, {}};
    if (cursor.phrase({u"overnight"}))
        return Day{today.addDays(-1), Daypart{22 * hour, 30 * hour}, {}};
    if (cursor.phrase({u"tonight"}))
        return Day{today, night, {}};
    if (cursor.phrase({u"this", u"in the", u"during the", u"at", u"around", u"about", u"over",
                       u"in", u"early this", u"late this", u"earlier this"})) {
        if (const auto part = scanPart(cursor))
            return Day{today, part, {}};
        cursor.rewind(start);
        return std::nullopt;
    }
    static constexpr std::pair<QStringView, int> days[] = {
        {u"earlier today|today", 0}, {u"the day before yesterday", 2}, {u"yesterday", 1}};
    for (const auto &[phrases, ago] : days) {
        if (cursor.alternatives(phrases))
            return Day{today.addDays(-ago), scanPart(cursor), {}};
    }
    return std::nullopt;
}

} // namespace

std::optional<Day> scanDay(Cursor &cursor, const timing::FieldContext &context,
                           std::optional<DayQuestion> &question)
{
    const std::size_t start = cursor.position();
    const QDate today = timing::toLocal(context.reference, context.zone).date();
    auto day = scanRelative(cursor, today);
    if (!day) {
        if (const auto date = scanDate(cursor, today, question))
            day = Day{*date, scanPart(cursor), {}};
    }
    if (day)
        day->where = cursor.since(start);
    return day;
}

} // namespace entry
