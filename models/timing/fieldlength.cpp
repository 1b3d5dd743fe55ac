// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timing/fieldscan.h"
#include "timing/fieldtext.h"

#include <cmath>

#include <QCoreApplication>

namespace timing {

using base::ErrorKind;
using base::fail;
using base::passOn;
using base::Result;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestText = 100;
constexpr Span longestLength = 10 * 366 * 24h;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(timing)
};

tl::unexpected<base::Error> notUnderstood()
{
    return fail(
        ErrorKind::Input,
        Words::tr("This is no length of time that can be read here; write for example 30 min, 1 h "
                  "30, 30 to 40 min, about 30 min, no more than 30 min or at least 30 min."));
}

/// One length as it stands in the text.
struct Stated
{
    Span length{0};
    std::optional<Span> unit{};
    bool inWords = false; ///< "half an hour": stated, hardly measured
};

std::optional<Span> scanUnit(FieldScan &scan)
{
    if (scan.phrase({u"s", u"sec", u"secs", u"second", u"seconds"}))
        return 1s;
    if (scan.phrase({u"m", u"min", u"mins", u"minute", u"minutes"}))
        return 1min;
    if (scan.phrase({u"h", u"hr", u"hrs", u"hour", u"hours"}))
        return 1h;
    if (scan.phrase({u"d", u"day", u"days"}))
        return 24h;
    return std::nullopt;
}

std::optional<Span> scanInWords(FieldScan &scan)
{
    if (scan.phrase({u"half an hour", u"half hour"}))
        return 30min;
    if (scan.phrase({u"a quarter of an hour", u"quarter of an hour"}))
        return 15min;
    if (scan.phrase({u"three quarters of an hour"}))
        return 45min;
    if (scan.phrase({u"an hour and a half"}))
        return 90min;
    if (scan.phrase({u"an hour", u"one hour"}))
        return 1h;
    if (scan.phrase({u"a minute", u"one minute"}))
        return 1min;
    return std::nullopt;
}

/// "1:30 h", "1:30 min", "1:30:00"; without a unit two numbers could be either.
Result<Stated> clockLength(FieldScan &scan, int first, int second)
{
    if (second > 59)
        return notUnderstood();
    if (scan.sign(u':')) {
        const auto third = scan.number(2, 2);
        if (!third || *third > 59)
            return notUnderstood();
        return Stated{first * 1h + second * 1min + *third * 1s, 1h};
    }
    const auto unit = scanUnit(scan);
    if (!unit || *unit == 24h || *unit == 1s)
        return fail(ErrorKind::Input,
                    Words::tr("%1:%2 can be hours or minutes; write %1 h %2 or %1 min %2 s.")
                        .arg(first)
                        .arg(second, 2, 10, QChar(u'0')));
    return Stated{first * *unit + second * *unit / 60, unit};
}

/// The parts of "1 h 30 min" behind the first.
Span scanSmallerParts(FieldScan &scan, Span unit)
{
    Span sum{0};
    while (unit > 1s) {
        const std::size_t start = scan.position();
        const auto count = scan.number(1, 4);
        if (!count)
            return sum;
        const auto stated = scanUnit(scan);
        const Span next = stated.value_or(unit == 24h ? 1h : unit / 60);
        if (next >= unit) {
            scan.rewind(start);
            return sum;
        }
        sum += *count * next;
        unit = next;
    }
    return sum;
}

/// "30", "30 min", "1.5 h", "1 h 30", "half an hour"
Result<Stated> scanLength(FieldScan &scan)
{
    if (const auto words = scanInWords(scan))
        return Stated{*words, 1min, true};
    const auto whole = scan.number(1, 6);
    if (!whole)
        return notUnderstood();
    const std::size_t behind = scan.position();
    if (scan.sign(u':')) {
        if (const auto second = scan.number(2, 2))
            return clockLength(scan, *whole, *second);
    } else if (scan.sign(u'.') || scan.sign(u',')) {
        const auto tenths = scan.number(1, 1);
        const auto unit = tenths ? scanUnit(scan) : std::nullopt;
        if (!unit || *tenths * unit->count() % 10)
            return notUnderstood();
        return Stated{*whole * *unit + *tenths * *unit / 10, unit};
    }
    scan.rewind(behind);
    const auto unit = scanUnit(scan);
    if (!unit)
        return Stated{*whole * 1min, {}};
    return Stated{*whole * *unit + scanSmallerParts(scan, *unit), unit};
}

struct Lengths
{
    Stated first;
    std::optional<Stated> second;
};

/// One length, or two; a bare first number has the unit of the second: "1 to 2 h".
Result<Lengths> scanLengths(FieldScan &scan)
{
    auto first = scanLength(scan);
    if (!first)
        return passOn(first);
    if (!scan.phrase({u"to", u"and", u"-"}))
        return Lengths{*first, {}};
    const auto second = scanLength(scan);
    if (!second)
        return passOn(second);
    if (!first->unit && second->unit)
        first->length = first->length / 1min * *second->unit;
    return Lengths{*first, *second};
}

Result<RoughDuration> readLoose(FieldScan &scan)
{
    const auto lengths = scanLengths(scan);
    if (!lengths)
        return passOn(lengths);
    scan.phrase({u"or so"});
    if (lengths->second)
        return RoughDuration::between(lengths->first.length, lengths->second->length,
                                      Precision::About);
    return RoughDuration::about(lengths->first.length);
}

Result<RoughDuration> readFrame(FieldScan &scan, Precision precision)
{
    const auto lengths = scanLengths(scan);
    if (!lengths)
        return passOn(lengths);
    if (!lengths->second)
        return notUnderstood();
    return RoughDuration::between(lengths->first.length, lengths->second->length, precision);
}

Result<RoughDuration> readLimit(FieldScan &scan)
{
    const auto limit = scanLength(scan);
    if (!limit)
        return passOn(limit);
    if (scan.phrase({u"or so"}))
        return RoughDuration::between(0s, limit->length, Precision::About);
    return RoughDuration::atMost(limit->length);
}

Result<RoughDuration> readPlain(FieldScan &scan)
{
    const auto lengths = scanLengths(scan);
    if (!lengths)
        return passOn(lengths);
    const Span first = lengths->first.length;
    if (scan.phrase({u"or so", u"ish", u"- ish", u"give or take"}))
        return RoughDuration::about(first);
    if (lengths->second)
        return RoughDuration::between(first, lengths->second->length);
    return lengths->first.inWords ? RoughDuration::between(first, first, Precision::About)
                                  : RoughDuration::exact(first);
}

Result<RoughDuration> read(FieldScan &scan)
{
    if (scan.atEnd() || scan.phrase({u"not yet", u"unknown", u"not known", u"?"}))
        return RoughDuration();
    if (scan.phrase({u"n / a", u"not applicable", u"none"}))
        return RoughDuration::notApplicable();
    if (scan.phrase(
            {u"about", u"around", u"roughly", u"approximately", u"approx", u"circa", u"ca", u"~"}))
        return readLoose(scan);
    if (scan.phrase({u"no more than", u"not more than", u"no longer than", u"up to", u"at most",
                     u"under", u"less than", u"within", u"max", u"< =", u"<", u"≤"}))
        return readLimit(scan);
    if (scan.phrase({u"at least", u"no less than", u"not less than", u"more than", u"over", u"> =",
                     u">", u"≥"})) {
        return scanLength(scan).map(
            [](const Stated &stated) { return RoughDuration::atLeast(stated.length); });
    }
    if (scan.phrase({u"stated"})) {
        return scanLength(scan).map([](const Stated &stated) {
            return RoughDuration::between(stated.length, stated.length, Precision::About);
        });
    }
    if (scan.phrase({u"somewhere between"}))
        return readFrame(scan, Precision::Daypart);
    if (scan.phrase({u"between", u"from"}))
        return readFrame(scan, Precision::Between);
    return readPlain(scan);
}

} // namespace

Result<RoughDuration> durationFromField(QStringView text)
{
    text = text.trimmed();
    if (text.size() > longestText)
        return notUnderstood();
    FieldScan scan(text);
    auto length = read(scan);
    if (!length)
        return length;
    if (!scan.atEnd())
        return notUnderstood();
    if (length->lo().value_or(0s) > longestLength || length->hi().value_or(0s) > longestLength)
        return fail(ErrorKind::Input, Words::tr("That is over ten years; write a shorter length."));
    return length;
}

} // namespace timing
