// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timing/fieldtext.h"

#include <array>
#include <QStringList>

namespace timing {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

QString lengthText(Span length)
{
    struct Unit
    {
        Span span;
        const char *name;
    };
    static constexpr std::array<Unit, 3> units{{{1h, "h"}, {1min, "min"}, {1s, "s"}}};
    if (length < 0s)
        return u'-' + lengthText(-length);
    QStringList parts;
    for (const Unit &unit : units) {
        if (length >= unit.span)
            parts += u"%1 %2"_s.arg(length / unit.span).arg(QLatin1StringView(unit.name));
        length %= unit.span;
    }
    return parts.isEmpty() ? u"0 min"_s : parts.join(u' ');
}

QString rangeText(Span lo, Span hi)
{
    const bool minutes = lo % 1min == 0s && hi % 1min == 0s && lo >= 0s && hi <= 90min;
    return minutes ? u"%1 to %2 min"_s.arg(lo / 1min).arg(hi / 1min)
                   : lengthText(lo) + " to "_L1 + lengthText(hi);
}

QString looseText(const RoughDuration &length)
{
    const Span lo = *length.lo();
    const Span hi = *length.hi();
    if (lo == hi)
        return lo == 30min ? u"half an hour"_s : "stated "_L1 + lengthText(lo);
    if (lo == 0s && RoughDuration::about(hi) != length) {
        const QString limit = "no more than "_L1 + lengthText(hi) + " or so"_L1;
        if (durationFromField(limit) == length)
            return limit;
    }
    // Close to 0 the spread is cut, so that the stated number is not always in the middle.
    for (const Span stated : {(lo + hi) / 2, hi - 1min, hi * 5 / 6}) {
        if (RoughDuration::about(stated) == length)
            return "about "_L1 + lengthText(stated);
    }
    return "about "_L1 + rangeText(lo, hi);
}

} // namespace

QString fieldText(const RoughDuration &length)
{
    switch (length.precision()) {
    case Precision::Unknown:
        return {};
    case Precision::NotApplicable:
        return u"n/a"_s;
    case Precision::Exact:
        return lengthText(*length.lo());
    case Precision::AtMost:
        return "no more than "_L1 + lengthText(*length.hi());
    case Precision::AtLeast:
        return "at least "_L1 + lengthText(*length.lo());
    case Precision::About:
        return looseText(length);
    case Precision::Daypart:
        return "somewhere between "_L1 + rangeText(*length.lo(), *length.hi());
    case Precision::Between:
        break;
    }
    return rangeText(*length.lo(), *length.hi());
}

} // namespace timing
