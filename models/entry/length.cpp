// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "entry/length.h"

#include <algorithm>
#include <cmath>

namespace entry {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using timing::Precision;
using timing::RoughDuration;
using timing::Span;

namespace {

constexpr Span longest = 366 * 24h;

struct Amount
{
    Span lo{0};
    Span hi{0};
    std::optional<Span> unit{}; ///< of the last part
    bool vague = false;         ///< "a few minutes": a range of its own
};

std::optional<Span> scanUnit(Cursor &cursor)
{
    if (cursor.phrase({u"s", u"sec", u"secs", u"second", u"seconds"}))
        return 1s;
    if (cursor.phrase({u"m", u"min", u"mins", u"minute", u"minutes"}))
        return 1min;
    if (cursor.phrase({u"h", u"hr", u"hrs", u"hour", u"hours"}))
        return 1h;
    if (cursor.phrase({u"d", u"day", u"days"}))
        return 24h;
    return std::nullopt;
}

std::optional<Amount> scanPhrase(Cursor &cursor)
{
    struct Known
    {
        QStringView phrases;
        Span lo;
        Span hi;
    };
    static constexpr Known known[] = {
        {u"half an hour|half hour|a half hour|half - hour|half - an - hour", 30min, 30min},
        {u"three quarters of an hour", 45min, 45min},
        {u"a quarter of an hour|quarter of an hour|a quarter hour", 15min, 15min},
        {u"an hour and a half|one and a half hours", 90min, 90min},
        {u"half a minute", 30s, 30s},
        {u"an hour or two", 60min, 120min},
        {u"a minute or two", 1min, 2min},
        {u"an hour", 60min, 60min},
        {u"a minute", 1min, 1min},
        {u"a couple of minutes|a couple minutes|a couple of mins|couple of minutes", 2min, 3min},
        {u"a few minutes|a few mins|few minutes", 3min, 6min},
        {u"several minutes|several mins", 5min, 10min},
    };
    for (const Known &one : known) {
        if (cursor.alternatives(one.phrases))
            return Amount{one.lo, one.hi, 1min, one.lo != one.hi};
    }
    return std::nullopt;
}

std::optional<double> scanNumber(Cursor &cursor)
{
    if (const auto whole = cursor.digits(1, 6)) {
        const std::size_t behind = cursor.position();
        if (!cursor.spaced() && (cursor.sign(u'.') || cursor.sign(u','))) {
            const Token *fraction = cursor.peek();
            if (fraction && !fraction->spaced && cursor.digits(1, 3))
                return *whole + fraction->text.toInt() / std::pow(10, fraction->text.size());
        }
        cursor.rewind(behind);
        return *whole;
    }
    if (const auto word = scanNumberWord(cursor))
        return *word;
    return std::nullopt;
}

/// "30" behind "1h", "5 min" behind "2 hours".
Span scanSmallerParts(Cursor &cursor, Span unit)
{
    Span sum{0};
    while (unit > 1s) {
        const std::size_t start = cursor.position();
        if (unit == 1h)
            cursor.word(u"and");
        const bool attached = !cursor.spaced();
        const auto count = cursor.digits(1, 2);
        const auto next = count ? scanUnit(cursor) : std::nullopt;
        const bool bare = count && !next && attached && unit >= 1min && unit <= 1h;
        if (!count || (!next && !bare) || (next && *next >= unit)) {
            cursor.rewind(start);
            return sum;
        }
        const Span step = next.value_or(unit / 60);
        sum += *count * step;
        unit = step;
    }
    return sum;
}

std::optional<Amount> scanAmount(Cursor &cursor)
{
    const std::size_t start = cursor.position();
    if (auto words = scanPhrase(cursor)) {
        // "an hour and twenty"
        const std::size_t behind = cursor.position();
        const bool more = words->lo == 60min && words->hi == 60min && cursor.word(u"and");
        auto minutes = more ? cursor.digits(1, 2) : std::nullopt;
        if (more && !minutes)
            minutes = scanNumberWord(cursor);
        if (minutes && *minutes < 60) {
            cursor.phrase({u"minutes", u"mins", u"min"});
            words->lo = words->hi = 60min + *minutes * 1min;
        } else {
            cursor.rewind(behind);
        }
        return words;
    }
    const auto number = scanNumber(cursor);
    if (!number)
        return std::nullopt;
    Amount amount;
    if (cursor.sees({u"- min", u"- minute", u"- hour"}))
        cursor.sign(u'-');
    amount.unit = scanUnit(cursor);
    const double seconds = *number * double(amount.unit.value_or(1min).count());
    if (seconds > double(longest.count())) {
        cursor.rewind(start);
        return std::nullopt;
    }
    amount.lo = Span(qint64(std::llround(seconds)));
    if (amount.unit)
        amount.lo += scanSmallerParts(cursor, *amount.unit);
    amount.hi = amount.lo;
    return amount;
}

/// "30-40m": the first number has the unit of the second.
void scanUpper(Cursor &cursor, Amount &amount)
{
    const std::size_t start = cursor.position();
    if (amount.vague || !cursor.phrase({u"-", u"to", u"or", u"and", u"until"}))
        return;
    const auto upper = scanAmount(cursor);
    if (!upper || upper->vague || (amount.unit && !upper->unit)) {
        cursor.rewind(start);
        return;
    }
    if (!amount.unit && upper->unit) {
        amount.lo = amount.lo / 1min * *upper->unit;
        amount.unit = upper->unit;
    }
    amount.hi = std::max(amount.lo, upper->hi);
    amount.lo = std::min(amount.lo, upper->hi);
}

enum class Manner { Stated, About, Nearly, Over, AtMost, AtLeast };

Manner scanManner(Cursor &cursor)
{
    cursor.phrase({u"exactly", u"just"});
    if (cursor.phrase({u"nearly", u"almost", u"just under", u"under about", u"a little under"}))
        return Manner::Nearly;
    if (cursor.phrase({u"just over", u"a little over", u"a bit over", u"a good"}))
        return Manner::Over;
    if (cursor.phrase({u"no more than", u"not more than", u"at most", u"at the most", u"up to",
                       u"max", u"maximum", u"within", u"under", u"less than", u"<"}))
        return Manner::AtMost;
    if (cursor.phrase({u"no less than", u"not less than", u"at least", u"more than", u"over",
                       u"longer than", u">"}))
        return Manner::AtLeast;
    if (cursor.phrase({u"about", u"around", u"roughly", u"approximately", u"approx .", u"approx",
                       u"circa", u"ca .", u"ca", u"some", u"~"}))
        return Manner::About;
    return Manner::Stated;
}

Manner scanMannerBehind(Cursor &cursor, Manner manner)
{
    if (cursor.phrase({u"or so", u"ish", u"- ish", u"give or take", u"or thereabouts"}))
        return Manner::About;
    if (cursor.phrase({u"at most", u"at the most", u"max", u"tops"}))
        return Manner::AtMost;
    if (cursor.phrase({u"at least", u"or more", u"plus", u"or longer"}))
        return Manner::AtLeast;
    return manner;
}

/// The unit of "5 or so minutes".
void scanLateUnit(Cursor &cursor, Amount &amount)
{
    if (amount.unit)
        return;
    amount.unit = scanUnit(cursor);
    if (amount.unit) {
        amount.lo = amount.lo / 1min * *amount.unit;
        amount.hi = amount.hi / 1min * *amount.unit;
    }
}

RoughDuration valueOf(const Amount &amount, Manner manner)
{
    const auto about = RoughDuration::about(amount.hi);
    if (amount.lo != amount.hi)
        return RoughDuration::between(amount.lo, amount.hi);
    switch (manner) {
    case Manner::About:
        return about;
    case Manner::Nearly:
        return RoughDuration::between(*about.lo(), amount.hi, Precision::About);
    case Manner::Over:
        return RoughDuration::between(amount.lo, *about.hi(), Precision::About);
    case Manner::AtMost:
        return RoughDuration::atMost(amount.hi);
    case Manner::AtLeast:
        return RoughDuration::atLeast(amount.lo);
    case Manner::Stated:
        break;
    }
    return RoughDuration::between(amount.lo, amount.lo, Precision::About);
}

} // namespace

std::optional<int> scanNumberWord(Cursor &cursor)
{
    static constexpr QStringView small[] = {
        u"one",     u"two",     u"three",     u"four",     u"five",    u"six",      u"seven",
        u"eight",   u"nine",    u"ten",       u"eleven",   u"twelve",  u"thirteen", u"fourteen",
        u"fifteen", u"sixteen", u"seventeen", u"eighteen", u"nineteen"};
    static constexpr QStringView tens[] = {u"twenty", u"thirty", u"forty", u"fifty"};
    for (std::size_t i = 0; i < std::size(small); ++i) {
        if (cursor.word(small[i]))
            return int(i) + 1;
    }
    for (std::size_t i = 0; i < std::size(tens); ++i) {
        if (!cursor.word(tens[i]))
            continue;
        const int ten = 20 + int(i) * 10;
        const std::size_t behind = cursor.position();
        cursor.sign(u'-');
        for (int one = 0; one < 9; ++one) {
            if (cursor.word(small[one]))
                return ten + one + 1;
        }
        cursor.rewind(behind);
        return ten;
    }
    return std::nullopt;
}

std::optional<Length> scanLength(Cursor &cursor, bool bareToo)
{
    const std::size_t start = cursor.position();
    const bool between = cursor.word(u"between");
    Manner manner = scanManner(cursor);
    const std::size_t from = cursor.position();
    auto amount = scanAmount(cursor);
    if (amount)
        scanUpper(cursor, *amount);
    if (!amount || amount->hi <= 0s || (between && amount->lo == amount->hi)) {
        cursor.rewind(start);
        return std::nullopt;
    }
    Length length;
    length.amount = cursor.since(from);
    manner = scanMannerBehind(cursor, manner);
    scanLateUnit(cursor, *amount);
    if (!amount->unit && !bareToo) {
        cursor.rewind(start);
        return std::nullopt;
    }
    length.hasUnit = amount->unit.has_value();
    length.value = valueOf(*amount, manner);
    return length;
}

QString lengthText(Span length)
{
    if (length % 1min != 0s)
        return length < 10min ? u"%1s"_s.arg(length.count())
                              : u"%1m%2s"_s.arg(length / 1min).arg((length % 1min).count());
    if (length < 2h)
        return u"%1m"_s.arg(length / 1min);
    const QString hours = u"%1h"_s.arg(length / 1h);
    return length % 1h == 0s ? hours : hours + u"%1m"_s.arg(length % 1h / 1min);
}

} // namespace entry
