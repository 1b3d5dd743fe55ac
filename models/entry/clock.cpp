// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "entry/clock.h"

#include "entry/length.h"
#include "entry/zonewords.h"
#include "timing/zone.h"

namespace entry {

using namespace Qt::StringLiterals;

namespace {

constexpr int minutesPerHour = 60;

bool isUnit(const Cursor &cursor)
{
    return cursor.sees({u"s",     u"sec",    u"secs",    u"second", u"seconds", u"m",   u"min",
                        u"mins",  u"minute", u"minutes", u"h",      u"hr",      u"hrs", u"hour",
                        u"hours", u"d",      u"day",     u"days",   u"or so",   u"ish", u"%"});
}

/// An hour of the twelve-hour clock in words or figures, for "half eight" and its like.
std::optional<int> scanHourName(Cursor &cursor)
{
    const std::size_t start = cursor.position();
    auto hour = cursor.digits(1, 2);
    if (!hour)
        hour = scanNumberWord(cursor);
    const bool fits = hour && *hour >= 1 && *hour <= 12 && !isUnit(cursor) && !cursor.sees({u":"});
    if (!fits)
        cursor.rewind(start);
    return fits ? hour : std::nullopt;
}

Clock openClock(int hour, int minutes)
{
    const int all =
        ((hour % 12) * minutesPerHour + minutes + 12 * minutesPerHour) % (12 * minutesPerHour);
    Clock clock;
    clock.time = QTime(all / minutesPerHour, all % minutesPerHour);
    clock.open = true;
    return clock;
}

/// Minutes before or after an hour: "ten to nine", "quarter past three", "20 past 4".
std::optional<Clock> scanMinutesAndHour(Cursor &cursor, bool numberTo)
{
    const std::size_t start = cursor.position();
    const bool quarter = cursor.phrase({u"a quarter", u"quarter"});
    const auto figures = quarter ? std::nullopt : cursor.digits(1, 2);
    const auto minutes = quarter ? std::optional(15) : figures ? figures : scanNumberWord(cursor);
    if (minutes && *minutes < minutesPerHour) {
        const bool named = cursor.phrase({u"minutes", u"mins", u"min"});
        // "20 to nine" is a time, "20 to 9" need not be.
        const Token *next = cursor.peek(1);
        const bool spelt = next && next->kind == Token::Kind::Word;
        const bool toToo = quarter || !figures || numberTo || named || spelt;
        const bool past = cursor.word(u"past") || (!figures && cursor.word(u"after"));
        const bool before = !past && ((toToo && cursor.phrase({u"to", u"till", u"til"})) ||
                                      (quarter && cursor.word(u"of")));
        const auto hour = past || before ? scanHourName(cursor) : std::nullopt;
        if (hour)
            return openClock(*hour, past ? *minutes : -*minutes);
    }
    cursor.rewind(start);
    return std::nullopt;
}

std::optional<Clock> scanInWords(Cursor &cursor, bool numberTo)
{
    const std::size_t start = cursor.position();
    if (cursor.phrase({u"noon", u"midday", u"12 noon", u"twelve noon"})) {
        Clock clock;
        clock.time = QTime(12, 0);
        return clock;
    }
    if (cursor.phrase({u"noonish", u"middayish"})) {
        Clock clock;
        clock.time = QTime(12, 0);
        clock.about = true;
        return clock;
    }
    if (cursor.phrase({u"midnight", u"12 midnight"})) {
        Clock clock;
        clock.time = QTime(0, 0);
        clock.midnight = true;
        return clock;
    }
    if (cursor.phrase({u"half past", u"half"})) {
        if (const auto hour = scanHourName(cursor))
            return openClock(*hour, 30);
        cursor.rewind(start);
    }
    return scanMinutesAndHour(cursor, numberTo);
}

/// By the 24-hour clock if the hour can only be that, or is written with a zero.
std::optional<Clock> clockOf(QStringView hourText, int minute, int second = 0)
{
    const int hour = hourText.toInt();
    Clock clock;
    clock.time = QTime(hour, minute, second);
    if (!clock.time.isValid())
        return std::nullopt;
    clock.open = hour >= 1 && hour <= 11 && !hourText.startsWith(u'0');
    return clock;
}

/// "16:08:30", "16.08", "16h08"
std::optional<Clock> scanParted(Cursor &cursor)
{
    const std::size_t start = cursor.position();
    const Token *hour = cursor.peek();
    if (!cursor.digits(1, 2))
        return std::nullopt;
    const bool colon = cursor.sign(u':');
    const bool point = !colon && !cursor.spaced() && cursor.sign(u'.');
    const bool letter =
        !colon && !point && !cursor.spaced() && hour->text.size() == 2 && cursor.word(u"h");
    const auto minute =
        (colon || point || letter) && !cursor.spaced() ? cursor.digits(2, 2) : std::nullopt;
    // "1.25 h" is a length, "14.10 h" a time.
    const bool isLength =
        point && minute && isUnit(cursor) && !(hour->text.size() == 2 && cursor.sees({u"h"}));
    if (!minute || *minute >= minutesPerHour || isLength) {
        cursor.rewind(start);
        return std::nullopt;
    }
    const std::size_t behind = cursor.position();
    const auto second = colon && cursor.sign(u':') ? cursor.digits(2, 2) : std::nullopt;
    if (!second)
        cursor.rewind(behind);
    auto clock = clockOf(hour->text, *minute, second.value_or(0));
    if (!clock)
        cursor.rewind(start);
    return clock;
}

std::optional<Clock> scanPacked(Cursor &cursor)
{
    const std::size_t start = cursor.position();
    const Token *packed = cursor.peek();
    if (!cursor.digits(4, 4))
        return std::nullopt;
    cursor.phrase({u"h", u"hrs", u"hours"});
    const auto clock = isUnit(cursor)
                           ? std::nullopt
                           : clockOf(u'0' + packed->text.first(2), packed->text.sliced(2).toInt());
    if (!clock)
        cursor.rewind(start);
    return clock;
}

/// An hour alone; what stands behind it has to say that it is one.
std::optional<Clock> scanHour(Cursor &cursor, bool bareToo)
{
    const std::size_t start = cursor.position();
    const Token *text = cursor.peek();
    auto hour = cursor.digits(1, 2);
    const bool figures = hour.has_value();
    if (!hour)
        hour = scanNumberWord(cursor);
    if (!hour || *hour > 23 || isUnit(cursor)) {
        cursor.rewind(start);
        return std::nullopt;
    }
    const bool named = cursor.sees({u"am", u"pm", u"a . m", u"p . m", u"oclock"});
    if (!named && !bareToo) {
        cursor.rewind(start);
        return std::nullopt;
    }
    auto clock = figures ? clockOf(text->text, 0) : std::optional(openClock(*hour, 0));
    if (clock) {
        clock->open = clock->open || *hour == 12;
        clock->bare = !named;
        if (*hour == 12)
            clock->time = QTime(0, 0);
    }
    return clock;
}

void scanHalf(Cursor &cursor, Clock &clock)
{
    cursor.phrase({u"oclock", u"h"});
    const bool afternoon =
        cursor.phrase({u"pm", u"p . m .", u"p . m", u"in the afternoon", u"in the evening"});
    const bool morning =
        !afternoon && cursor.phrase({u"am", u"a . m .", u"a . m", u"in the morning"});
    const bool atNight = !afternoon && !morning && clock.open && cursor.phrase({u"at night"});
    if (!afternoon && !morning && !atNight)
        return;
    clock.half = true;
    // "10 at night" is 22:00, "2 at night" is 02:00.
    const bool later = afternoon || (atNight && clock.time.hour() >= 6);
    const int hour = clock.time.hour();
    if (hour <= 12)
        clock.time = QTime(hour % 12 + (later ? 12 : 0), clock.time.minute(), clock.time.second());
    clock.open = false;
    clock.bare = false;
}

/// "+01:00", "+0100"; a minus only behind "UTC", since elsewhere it makes a range.
std::optional<int> scanSigned(Cursor &cursor, bool minusToo)
{
    const std::size_t start = cursor.position();
    const bool attached = !cursor.spaced();
    const bool minus = attached && minusToo && cursor.sign(u'-');
    if (attached && (minus || cursor.sign(u'+'))) {
        std::optional<int> seconds;
        if (const auto packed = cursor.digits(4, 4)) {
            seconds = *packed / 100 * 3600 + *packed % 100 * 60;
        } else if (const auto hours = cursor.digits(1, 2)) {
            const auto minutes = cursor.sign(u':') ? cursor.digits(2, 2) : std::nullopt;
            if (minutes || minusToo)
                seconds = *hours * 3600 + minutes.value_or(0) * 60;
        }
        if (seconds && *seconds <= 18 * 3600)
            return minus ? -*seconds : *seconds;
    }
    cursor.rewind(start);
    return std::nullopt;
}

/// The offset of "BST" where that is what the clocks of the user's own zone show.
std::optional<int> scanOwnZone(Cursor &cursor, const timing::FieldContext &context)
{
    const Token *next = cursor.peek();
    if (!next || next->kind != Token::Kind::Word)
        return std::nullopt;
    for (const int days : {0, 91, 182, 273}) {
        const QDateTime at = timing::toLocal(context.reference, context.zone).addDays(-days);
        if (context.zone.abbreviation(at).toLower() == next->text) {
            cursor.take();
            return context.zone.offsetFromUtc(at);
        }
    }
    return std::nullopt;
}

std::optional<int> scanOffset(Cursor &cursor, const timing::FieldContext &context)
{
    if (cursor.word(u"z"))
        return 0;
    if (cursor.word(u"utc"))
        return scanSigned(cursor, true).value_or(0);
    if (const auto own = scanOwnZone(cursor, context))
        return own;
    if (cursor.word(u"gmt"))
        return scanSigned(cursor, true).value_or(0);
    return scanSigned(cursor, false);
}

} // namespace

std::optional<Clock> scanClock(Cursor &cursor, const ClockScan &scan)
{
    const std::size_t start = cursor.position();
    auto clock = scanInWords(cursor, scan.numberTo);
    if (!clock)
        clock = scanParted(cursor);
    if (!clock)
        clock = scanPacked(cursor);
    if (!clock)
        clock = scanHour(cursor, scan.bareToo);
    if (!clock)
        return std::nullopt;
    scanHalf(cursor, *clock);
    const Token *behind = cursor.peek();
    clock->zoneNamed = behind && behind->kind == Token::Kind::Word;
    clock->offset = scanOffset(cursor, scan.context);
    if (!clock->offset) {
        const ZoneWords words = scanZoneWords(cursor);
        clock->offset = words.offset;
        clock->zone = words.zone;
    }
    clock->zoneNamed = clock->zoneNamed && clock->isElsewhere();
    // "16:08Z" is on the 24-hour clock; "9 ET" need not be.
    clock->open = clock->open && !clock->offset;
    clock->bare = clock->bare && !clock->isElsewhere();
    clock->where = cursor.since(start);
    return clock;
}

} // namespace entry
