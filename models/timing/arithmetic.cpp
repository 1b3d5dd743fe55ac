// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timing/arithmetic.h"

#include <algorithm>

namespace timing {

namespace {

Precision blend(Precision a, Precision b)
{
    for (const auto loose : {Precision::Daypart, Precision::About}) {
        if (a == loose || b == loose)
            return loose;
    }
    return Precision::Between;
}

RoughInstant instantOf(std::optional<Instant> lo, std::optional<Instant> hi, Precision precision)
{
    if (lo && hi)
        return RoughInstant::between(*lo, *hi, precision);
    if (lo)
        return RoughInstant::notBefore(*lo);
    return hi ? RoughInstant::notAfter(*hi) : RoughInstant();
}

RoughDuration durationOf(std::optional<Span> lo, std::optional<Span> hi, Precision precision)
{
    if (lo && hi)
        return RoughDuration::between(*lo, *hi, precision);
    if (lo)
        return RoughDuration::atLeast(*lo);
    return hi ? *RoughDuration::fromParts(std::nullopt, hi, Precision::AtMost) : RoughDuration();
}

template <class A, class B>
auto add(const std::optional<A> &a, const std::optional<B> &b) -> std::optional<decltype(*a + *b)>
{
    if (!a || !b)
        return std::nullopt;
    return *a + *b;
}

template <class A, class B>
auto subtract(const std::optional<A> &a, const std::optional<B> &b)
    -> std::optional<decltype(*a - *b)>
{
    if (!a || !b)
        return std::nullopt;
    return *a - *b;
}

} // namespace

RoughInstant plus(const RoughInstant &at, const RoughDuration &length)
{
    return instantOf(add(at.lo(), length.lo()), add(at.hi(), length.hi()),
                     blend(at.precision(), length.precision()));
}

RoughInstant minus(const RoughInstant &at, const RoughDuration &length)
{
    return instantOf(subtract(at.lo(), length.hi()), subtract(at.hi(), length.lo()),
                     blend(at.precision(), length.precision()));
}

RoughDuration difference(const RoughInstant &a, const RoughInstant &b)
{
    return durationOf(subtract(a.lo(), b.hi()), subtract(a.hi(), b.lo()),
                      blend(a.precision(), b.precision()));
}

RoughDuration sum(const RoughDuration &a, const RoughDuration &b)
{
    return durationOf(add(a.lo(), b.lo()), add(a.hi(), b.hi()),
                      blend(a.precision(), b.precision()));
}

RoughDuration notNegative(const RoughDuration &length)
{
    if (!length.isKnown() || (length.lo() && *length.lo() >= Span(0)))
        return length;
    if (!length.hi())
        return RoughDuration::atLeast(Span(0));
    return RoughDuration::between(Span(0), std::max(Span(0), *length.hi()), length.precision());
}

std::optional<RoughDuration> intersect(const RoughDuration &a, const RoughDuration &b)
{
    if (!a.isKnown())
        return b;
    if (!b.isKnown())
        return a;
    const auto lo = a.lo() && b.lo() ? std::max(a.lo(), b.lo()) : (a.lo() ? a.lo() : b.lo());
    const auto hi = a.hi() && b.hi() ? std::min(a.hi(), b.hi()) : (a.hi() ? a.hi() : b.hi());
    if (lo && hi && *lo > *hi)
        return std::nullopt;
    const bool unchanged = lo == a.lo() && hi == a.hi();
    return unchanged ? a : durationOf(lo, hi, blend(a.precision(), b.precision()));
}

bool possible(const RoughInstant &start, const RoughDuration &length, const RoughInstant &end)
{
    return intersect(length, difference(end, start)).has_value();
}

bool canPrecede(const RoughInstant &a, const RoughInstant &b)
{
    return !a.lo() || !b.hi() || *a.lo() <= *b.hi();
}

} // namespace timing
