// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timing/rough.h"

#include <algorithm>
#include <cmath>

namespace timing {

namespace {

template <class T>
bool partsHold(std::optional<T> lo, std::optional<T> hi, Precision precision)
{
    switch (precision) {
    case Precision::Unknown:
    case Precision::NotApplicable:
        return !lo && !hi;
    case Precision::Exact:
        return lo && hi && *lo == *hi;
    case Precision::AtLeast:
        return lo && !hi;
    case Precision::AtMost:
        return hi && (!lo || *lo <= *hi);
    case Precision::About:
        return lo && hi && *lo <= *hi;
    case Precision::Between:
    case Precision::Daypart:
        return lo && hi && *lo < *hi;
    }
    return false;
}

Span aboutSlack(Span length)
{
    const auto minutes = std::chrono::duration<double, std::ratio<60>>(length).count() * 0.2;
    return std::chrono::minutes(std::max<qint64>(1, qint64(std::llround(minutes))));
}

} // namespace

RoughInstant RoughInstant::exact(Instant at)
{
    return {at, at, Precision::Exact};
}

RoughInstant RoughInstant::between(Instant a, Instant b, Precision precision)
{
    const auto [lo, hi] = std::minmax(a, b);
    return lo == hi ? exact(lo) : RoughInstant(lo, hi, precision);
}

RoughInstant RoughInstant::about(Instant at, Span slack)
{
    return between(at - slack, at + slack, Precision::About);
}

RoughInstant RoughInstant::notBefore(Instant at)
{
    return {at, std::nullopt, Precision::AtLeast};
}

RoughInstant RoughInstant::notAfter(Instant at)
{
    return {std::nullopt, at, Precision::AtMost};
}

RoughInstant RoughInstant::notApplicable()
{
    return {std::nullopt, std::nullopt, Precision::NotApplicable};
}

std::optional<RoughInstant> RoughInstant::fromParts(std::optional<Instant> lo,
                                                    std::optional<Instant> hi, Precision precision)
{
    if (!partsHold(lo, hi, precision) || (precision == Precision::About && lo == hi))
        return std::nullopt;
    return RoughInstant(lo, hi, precision);
}

std::optional<Instant> RoughInstant::middle() const
{
    if (m_lo && m_hi)
        return *m_lo + (*m_hi - *m_lo) / 2;
    return m_lo ? m_lo : m_hi;
}

RoughDuration RoughDuration::exact(Span length)
{
    return {length, length, Precision::Exact};
}

RoughDuration RoughDuration::between(Span a, Span b, Precision precision)
{
    const auto [lo, hi] = std::minmax(a, b);
    return lo == hi && precision != Precision::About ? exact(lo) : RoughDuration(lo, hi, precision);
}

RoughDuration RoughDuration::about(Span length)
{
    const Span slack = aboutSlack(length);
    return between(std::max(Span(0), length - slack), length + slack, Precision::About);
}

RoughDuration RoughDuration::atMost(Span length)
{
    return {Span(0), length, Precision::AtMost};
}

RoughDuration RoughDuration::atLeast(Span length)
{
    return {length, std::nullopt, Precision::AtLeast};
}

RoughDuration RoughDuration::notApplicable()
{
    return {std::nullopt, std::nullopt, Precision::NotApplicable};
}

std::optional<RoughDuration> RoughDuration::fromParts(std::optional<Span> lo,
                                                      std::optional<Span> hi, Precision precision)
{
    if (!partsHold(lo, hi, precision))
        return std::nullopt;
    return RoughDuration(lo, hi, precision);
}

} // namespace timing
