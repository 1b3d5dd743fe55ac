// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timing/rough.h"

#include <QRandomGenerator>

/// Rough times and lengths of every precision, from a seed, and exact ones that lie in them.
namespace support {

using timing::Precision;
using timing::RoughDuration;
using timing::RoughInstant;

inline qint64 upTo(QRandomGenerator &random, qint64 limit)
{
    return qint64(random.generate64() % quint64(limit + 1));
}

inline Precision randomPrecision(QRandomGenerator &random)
{
    const auto &table = base::EnumNames<Precision>::table;
    return table[random.bounded(quint32(std::size(table)))].value;
}

/// Within `reach` of `around`; to the second, or to the minute as people say it.
inline RoughInstant randomInstant(QRandomGenerator &random, base::Instant around, base::Span reach)
{
    const qint64 unit = random.bounded(2) ? 60 : 1;
    const auto point = [&] {
        return around + base::Span((upTo(random, 2 * reach.count()) - reach.count()) / unit * unit);
    };
    const base::Instant a = point();
    const base::Instant b = a + base::Span(unit * (1 + upTo(random, 600)));
    switch (const Precision precision = randomPrecision(random)) {
    case Precision::Exact:
        return RoughInstant::exact(a);
    case Precision::AtMost:
        return RoughInstant::notAfter(a);
    case Precision::AtLeast:
        return RoughInstant::notBefore(a);
    case Precision::Unknown:
        return {};
    case Precision::NotApplicable:
        return RoughInstant::notApplicable();
    case Precision::About:
        if (random.bounded(2))
            return RoughInstant::about(a, std::chrono::minutes(15));
        [[fallthrough]];
    default:
        return RoughInstant::between(a, b, precision);
    }
}

/// Up to two days.
inline RoughDuration randomLength(QRandomGenerator &random)
{
    const qint64 unit = random.bounded(2) ? 60 : 1;
    const auto a = base::Span(unit * upTo(random, 1000));
    const auto b = a + base::Span(unit * (1 + upTo(random, 1000)));
    switch (const Precision precision = randomPrecision(random)) {
    case Precision::Exact:
        return RoughDuration::exact(a);
    case Precision::AtMost:
        return RoughDuration::atMost(b);
    case Precision::AtLeast:
        return RoughDuration::atLeast(a);
    case Precision::Unknown:
        return {};
    case Precision::NotApplicable:
        return RoughDuration::notApplicable();
    case Precision::About:
        switch (random.bounded(4)) {
        case 0:
            return RoughDuration::between(b, b, Precision::About);
        case 1:
            return RoughDuration::between(base::Span(0), b, Precision::About);
        case 2:
            return RoughDuration::about(b);
        default:
            break;
        }
        [[fallthrough]];
    default:
        return RoughDuration::between(a, b, precision);
    }
}

/// Beyond an open end.
inline constexpr base::Span farAway{5'000'000};

/// An exact value that lies in a known one: one of its ends every third time.
template <class Rough>
[[nodiscard]] auto pickFrom(QRandomGenerator &random, const Rough &rough)
{
    const auto lo = rough.lo() ? *rough.lo() : *rough.hi() - farAway;
    const auto hi = rough.hi() ? *rough.hi() : *rough.lo() + farAway;
    const qint64 width = (hi - lo).count();
    switch (random.bounded(6)) {
    case 0:
        return lo;
    case 1:
        return hi;
    default:
        return lo + base::Span(upTo(random, width));
    }
}

template <class Rough, class Value>
[[nodiscard]] bool lies(const Value &value, const Rough &rough)
{
    return rough.isKnown() && (!rough.lo() || value >= *rough.lo()) &&
           (!rough.hi() || value <= *rough.hi());
}

/// Whether all that the one allows, the other allows too.
template <class Rough>
[[nodiscard]] bool covers(const Rough &outer, const Rough &inner)
{
    const bool below = !outer.lo() || (inner.lo() && *inner.lo() >= *outer.lo());
    const bool above = !outer.hi() || (inner.hi() && *inner.hi() <= *outer.hi());
    return !outer.isKnown() || (below && above);
}

} // namespace support
