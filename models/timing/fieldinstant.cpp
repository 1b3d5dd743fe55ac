// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timing/arithmetic.h"
#include "timing/daypart.h"
#include "timing/fieldtext.h"
#include "timing/walltime.h"

#include <QCoreApplication>

namespace timing {

using base::ErrorKind;
using base::fail;
using base::passOn;
using base::Result;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestText = 200;
constexpr Span aroundSlack = 15min;

struct Reading
{
    FieldScan scan;
    const FieldContext &context;
    bool minusIsOffset = false;

    [[nodiscard]] std::optional<WallTime> point()
    {
        return scanWallTime(scan, context, minusIsOffset);
    }

    /// Where a point is looked for; one that may be `slack` off may lie that far beyond.
    [[nodiscard]] Anchor anchor(Span slack = 0s) const
    {
        if (context.lean == Lean::Past)
            return {context.reference + 60s + slack, Lean::Past};
        return {context.reference - slack, Lean::Future};
    }
};

struct Ends
{
    Instant first{};
    std::optional<Instant> second;
};

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(timing)
};

tl::unexpected<base::Error> notUnderstood()
{
    return fail(
        ErrorKind::Input,
        Words::tr("This is no time that can be read here; write for example 16:08, 16:08 to "
                  "16:09, around 16:08, 22 Nov 16:08, 10 min ago or “not yet”."));
}

/// "1 and 2 am": the first hour is of the same clock, before the second.
std::optional<WallTime> bareHour(int hour, const WallTime &second)
{
    if (!second.twelveHour || hour < 1 || hour > 12)
        return std::nullopt;
    WallTime first;
    first.time = QTime(hour % 12 + second.time.hour() / 12 * 12, 0);
    if (first.time >= second.time)
        first.time = first.time.addSecs(12 * 3600);
    return first;
}

Result<Ends> endsOf(const Reading &reading, const WallTime &first, const WallTime &second)
{
    const bool dateForBoth = second.dateBehind && !first.hasDate() && !first.isNow;
    Result<Instant> a = dateForBoth ? resolve(second, reading.context, reading.anchor())
                                    : resolve(first, reading.context, reading.anchor());
    if (!a)
        return passOn(a);
    Result<Instant> b = dateForBoth ? resolve(first, reading.context, {*a, Lean::Past})
                                    : resolve(second, reading.context, {*a, Lean::Future});
    if (!b)
        return passOn(b);
    if (dateForBoth)
        std::swap(a, b);
    if (*b < *a)
        return fail(ErrorKind::Input,
                    Words::tr("The second time is before the first; swap them or add the dates."));
    return Ends{*a, *b};
}

/// One point, or two with a word or dash between them.
Result<Ends> readEnds(Reading &reading, Span slack = 0s)
{
    static constexpr auto separators = {QStringView(u"to"), QStringView(u"and"), QStringView(u"-"),
                                        QStringView(u"until"), QStringView(u"till")};
    auto first = reading.point();
    const auto hour = first ? std::nullopt : reading.scan.number(1, 2);
    if (!first && !hour)
        return notUnderstood();
    if (!reading.scan.phrase(separators)) {
        if (!first)
            return notUnderstood();
        return resolve(*first, reading.context, reading.anchor(slack)).map([](Instant at) {
            return Ends{at, {}};
        });
    }
    const auto second = reading.point();
    if (!first && second)
        first = bareHour(*hour, *second);
    if (!first || !second)
        return notUnderstood();
    return endsOf(reading, *first, *second);
}

Result<RoughInstant> readLoose(Reading &reading)
{
    const auto ends = readEnds(reading, aroundSlack);
    if (!ends)
        return passOn(ends);
    return ends->second ? RoughInstant::between(ends->first, *ends->second, Precision::About)
                        : RoughInstant::about(ends->first, aroundSlack);
}

Result<RoughInstant> readBound(Reading &reading, RoughInstant (*make)(Instant))
{
    const auto ends = readEnds(reading);
    if (!ends)
        return passOn(ends);
    if (ends->second)
        return notUnderstood();
    return make(ends->first);
}

Result<RoughInstant> readFrame(Reading &reading, Precision precision)
{
    const auto ends = readEnds(reading);
    if (!ends)
        return passOn(ends);
    if (!ends->second)
        return notUnderstood();
    return RoughInstant::between(ends->first, *ends->second, precision);
}

Result<RoughInstant> readPlain(Reading &reading)
{
    const auto ends = readEnds(reading);
    if (!ends)
        return passOn(ends);
    if (ends->second)
        return RoughInstant::between(ends->first, *ends->second);
    return RoughInstant::exact(ends->first);
}

/// "10 min ago": loose unless a spread was stated, and widened to whole minutes.
Result<RoughInstant> fromLength(QStringView text, const FieldContext &context, bool ahead)
{
    auto length = durationFromField(text);
    if (!length)
        return passOn(length);
    if (length->lo() && length->lo() == length->hi())
        length = RoughDuration::about(*length->lo());
    const RoughInstant reference = RoughInstant::exact(context.reference);
    const RoughInstant at = ahead ? plus(reference, *length) : minus(reference, *length);
    if (!at.lo() || !at.hi())
        return at;
    return RoughInstant::between(std::chrono::floor<std::chrono::minutes>(*at.lo()),
                                 std::chrono::ceil<std::chrono::minutes>(*at.hi()), at.precision());
}

Result<RoughInstant> readWords(Reading &reading)
{
    FieldScan &scan = reading.scan;
    if (scan.atEnd() || scan.phrase({u"not yet", u"unknown", u"not known", u"?"}))
        return RoughInstant();
    if (scan.phrase({u"n / a", u"not applicable", u"none"}))
        return RoughInstant::notApplicable();
    if (scan.phrase({u"just now", u"a moment ago", u"moments ago"}))
        return RoughInstant::between(
            std::chrono::floor<std::chrono::minutes>(reading.context.reference - 15min),
            reading.context.reference, Precision::About);
    if (const auto part = scanDaypart(scan, reading.context))
        return *part;
    if (scan.phrase(
            {u"around", u"about", u"approximately", u"roughly", u"circa", u"approx", u"ca", u"~"}))
        return readLoose(reading);
    if (scan.phrase({u"some time between", u"sometime between", u"some time", u"sometime"}))
        return readFrame(reading, Precision::Daypart);
    if (scan.phrase({u"between", u"from"}))
        return readFrame(reading, Precision::Between);
    if (scan.phrase({u"after", u"not before", u"since", u">"}))
        return readBound(reading, RoughInstant::notBefore);
    if (scan.phrase({u"before", u"by", u"not after", u"no later than", u"until", u"<"}))
        return readBound(reading, RoughInstant::notAfter);
    return readPlain(reading);
}

Result<RoughInstant> read(QStringView text, const FieldContext &context, bool minusIsOffset)
{
    Reading reading{FieldScan(text), context, minusIsOffset};
    auto at = readWords(reading);
    if (at && !reading.scan.atEnd())
        return notUnderstood();
    return at;
}

/// "16:08 ±5 min"
Result<RoughInstant> withSlack(QStringView point, QStringView slack, const FieldContext &context)
{
    const auto at = instantFromField(point, context);
    const auto length = durationFromField(slack);
    if (!at || !length)
        return at ? Result<RoughInstant>(passOn(length)) : at;
    if (!at->isExact() || !length->isExact())
        return notUnderstood();
    return RoughInstant::about(*at->lo(), *length->lo());
}

} // namespace

Result<RoughInstant> instantFromField(QStringView text, const FieldContext &context)
{
    text = text.trimmed();
    if (text.size() > longestText)
        return notUnderstood();
    if (text.endsWith(" ago"_L1, Qt::CaseInsensitive) && text.front().isDigit())
        return fromLength(text.chopped(4), context, false);
    if (text.startsWith("in "_L1, Qt::CaseInsensitive))
        return fromLength(text.sliced(3), context, true);
    for (const QStringView sign : {QStringView(u"±"), QStringView(u"+/-")}) {
        if (const qsizetype found = text.indexOf(sign); found > 0)
            return withSlack(text.first(found), text.sliced(found + sign.size()), context);
    }
    const auto at = read(text, context, false);
    if (at)
        return at;
    // A minus behind a time is a range; where that cannot be, as in a repeated hour, an offset.
    const auto withOffset = read(text, context, true);
    return withOffset ? withOffset : at;
}

} // namespace timing
