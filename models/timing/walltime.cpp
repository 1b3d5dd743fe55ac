// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timing/walltime.h"

#include "timing/zone.h"

namespace timing {

namespace {

std::optional<QTime> ofDay(int hour, int minute, int second = 0)
{
    const QTime time(hour, minute, second);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

/// The hour of 24 if "am" or "pm" follows; -1 if the hour is none of a twelve-hour clock.
std::optional<int> withHalf(FieldScan &scan, int hour)
{
    const bool afternoon = scan.phrase({u"pm", u"p m", u"p . m .", u"p . m"});
    const bool morning = !afternoon && scan.phrase({u"am", u"a m", u"a . m .", u"a . m"});
    if (!afternoon && !morning)
        return std::nullopt;
    if (hour < 1 || hour > 12)
        return -1;
    return hour % 12 + (afternoon ? 12 : 0);
}

/// What follows the hour: minutes and seconds, then am or pm.
std::optional<QTime> scanRest(FieldScan &scan, int hour, bool &twelveHour)
{
    std::optional<int> minute;
    std::optional<int> second;
    const std::size_t start = scan.position();
    if (scan.sign(u':') || scan.sign(u'.') || scan.word(u"h")) {
        minute = scan.number(2, 2);
        if (!minute)
            scan.rewind(start);
        const std::size_t behind = scan.position();
        if (minute && scan.sign(u':') && !(second = scan.number(2, 2)))
            scan.rewind(behind);
    }
    const auto half = withHalf(scan, hour);
    twelveHour = half.has_value();
    if (!half && !minute)
        return std::nullopt;
    scan.phrase({u"h", u"hrs", u"hours", u"o ' clock"});
    return ofDay(half.value_or(hour), minute.value_or(0), second.value_or(0));
}

std::optional<QTime> scanTime(FieldScan &scan, bool &twelveHour)
{
    const std::size_t start = scan.position();
    if (scan.phrase({u"noon", u"midday"}))
        return QTime(12, 0);
    std::optional<QTime> time;
    if (const auto packed = scan.number(4, 4))
        time = ofDay(*packed / 100, *packed % 100);
    else if (const auto hour = scan.number(1, 2))
        time = scanRest(scan, *hour, twelveHour);
    if (!time)
        scan.rewind(start);
    return time;
}

/// "01:00", "0100", "01" or "1" behind a sign.
std::optional<int> scanOffsetDigits(FieldScan &scan)
{
    if (const auto packed = scan.number(4, 4))
        return *packed / 100 * 3600 + *packed % 100 * 60;
    const auto hours = scan.number(1, 2);
    if (!hours)
        return std::nullopt;
    const std::size_t behind = scan.position();
    std::optional<int> minutes;
    if (scan.sign(u':') && !(minutes = scan.number(2, 2)))
        scan.rewind(behind);
    return *hours * 3600 + minutes.value_or(0) * 60;
}

std::optional<int> scanSignedOffset(FieldScan &scan, bool minusToo)
{
    const std::size_t start = scan.position();
    const bool attached = !scan.spaced();
    const bool minus = minusToo && attached && scan.sign(u'-');
    const auto seconds = minus || scan.sign(u'+') ? scanOffsetDigits(scan) : std::optional<int>();
    if (!seconds || *seconds > 18 * 3600) {
        scan.rewind(start);
        return std::nullopt;
    }
    return minus ? -*seconds : *seconds;
}

std::optional<int> scanOffset(FieldScan &scan, bool minusIsOffset)
{
    if (scan.word(u"z"))
        return 0;
    if (scan.phrase({u"utc", u"gmt"}))
        return scanSignedOffset(scan, true).value_or(0);
    return scanSignedOffset(scan, minusIsOffset);
}

constexpr auto months = {
    QStringView(u"january"), QStringView(u"february"), QStringView(u"march"),
    QStringView(u"april"),   QStringView(u"may"),      QStringView(u"june"),
    QStringView(u"july"),    QStringView(u"august"),   QStringView(u"september"),
    QStringView(u"october"), QStringView(u"november"), QStringView(u"december")};
constexpr auto weekdays = {QStringView(u"monday"),    QStringView(u"tuesday"),
                           QStringView(u"wednesday"), QStringView(u"thursday"),
                           QStringView(u"friday"),    QStringView(u"saturday"),
                           QStringView(u"sunday")};

bool scanIsoDate(FieldScan &scan, WallTime &wall)
{
    const std::size_t start = scan.position();
    const auto year = scan.number(4, 4);
    const bool first = year && scan.sign(u'-');
    const auto month = first ? scan.number(2, 2) : std::nullopt;
    const bool second = month && scan.sign(u'-');
    const auto day = second ? scan.number(2, 2) : std::nullopt;
    wall.date = day ? QDate(*year, *month, *day) : QDate();
    if (!wall.date.isValid())
        scan.rewind(start);
    return wall.date.isValid();
}

/// "22 Nov", "22nd of November 2026", "Nov 22", "November 22, 2026"
bool scanNamedDate(FieldScan &scan, WallTime &wall)
{
    const std::size_t start = scan.position();
    auto day = scan.number(1, 2);
    if (day) {
        scan.phrase({u"st", u"nd", u"rd", u"th"});
        scan.word(u"of");
    }
    const auto month = scan.abbreviation(months);
    if (month && !day) {
        day = scan.number(1, 2);
        scan.phrase({u"st", u"nd", u"rd", u"th"});
    }
    const std::size_t behind = scan.position();
    const bool clock = scan.sign(u':') || scan.sign(u'.');
    scan.rewind(behind);
    // 2024 is a leap year: it has every day that a year can have.
    if (!month || !day || clock || !QDate::isValid(2024, *month + 1, *day)) {
        scan.rewind(start);
        return false;
    }
    scan.sign(u',');
    const auto year = scan.number(4, 4);
    if (!year) {
        wall.month = *month + 1;
        wall.day = *day;
        return true;
    }
    wall.date = QDate(*year, *month + 1, *day);
    if (!wall.date.isValid())
        scan.rewind(start);
    return wall.date.isValid();
}

bool scanDate(FieldScan &scan, WallTime &wall, const FieldContext &context)
{
    if (const auto day = scanRelativeDay(scan, context)) {
        wall.date = *day;
        return true;
    }
    if (const auto weekday = scan.abbreviation(weekdays)) {
        wall.weekday = *weekday + 1;
        return true;
    }
    return scanIsoDate(scan, wall) || scanNamedDate(scan, wall);
}

} // namespace

std::optional<QDate> scanRelativeDay(FieldScan &scan, const FieldContext &context)
{
    const QDate today = toLocal(context.reference, context.zone).date();
    if (scan.word(u"today"))
        return today;
    if (scan.word(u"yesterday"))
        return today.addDays(-1);
    if (scan.word(u"tomorrow"))
        return today.addDays(1);
    return std::nullopt;
}

std::optional<WallTime> scanWallTime(FieldScan &scan, const FieldContext &context,
                                     bool minusIsOffset)
{
    WallTime wall;
    if (scan.word(u"now")) {
        wall.isNow = true;
        return wall;
    }
    const std::size_t start = scan.position();
    scan.phrase({u"at", u"on"});
    bool dated = scanDate(scan, wall, context);
    const bool iso = dated && scan.word(u"t");
    scan.sign(u',');
    scan.word(u"at");
    if (const auto time = scanTime(scan, wall.twelveHour)) {
        wall.time = *time;
        wall.offset = scanOffset(scan, iso || minusIsOffset);
        if (!dated) {
            const std::size_t behind = scan.position();
            scan.sign(u',');
            scan.word(u"on");
            dated = scanDate(scan, wall, context);
            wall.dateBehind = dated;
            if (!dated)
                scan.rewind(behind);
        }
    }
    if (!wall.time.isValid() && !dated) {
        scan.rewind(start);
        return std::nullopt;
    }
    return wall;
}

} // namespace timing
