// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "base/enumnames.h"

#include <optional>

namespace timing {

using base::Instant;
using base::Span;

/// How exactly a time or length was stated. `unknown` is a value of its own, never 0.
enum class Precision {
    Exact,         ///< lo = hi
    About,         ///< stated as one number, meant loosely
    Between,       ///< two bounds
    Daypart,       ///< "this morning"
    AtMost,        ///< only hi is stated
    AtLeast,       ///< only lo is stated
    Unknown,       ///< not known (yet): no bounds
    NotApplicable, ///< will never have a value: no bounds
};

/// An instant as somebody knows it: it lies somewhere in lo..hi (UTC seconds, both inclusive).
///
/// Holds always: exact if and only if lo = hi; no bounds if and only if unknown or not applicable;
/// a missing lo with atMost, a missing hi with atLeast; lo <= hi. The factories put bounds in
/// order.
class RoughInstant
{
public:
    RoughInstant() = default;

    [[nodiscard]] static RoughInstant exact(Instant at);
    [[nodiscard]] static RoughInstant between(Instant a, Instant b,
                                              Precision precision = Precision::Between);
    /// at ± slack
    [[nodiscard]] static RoughInstant about(Instant at, Span slack);
    [[nodiscard]] static RoughInstant notBefore(Instant at);
    [[nodiscard]] static RoughInstant notAfter(Instant at);
    [[nodiscard]] static RoughInstant notApplicable();
    /// From stored parts; nothing if they break the rules above.
    [[nodiscard]] static std::optional<RoughInstant>
    fromParts(std::optional<Instant> lo, std::optional<Instant> hi, Precision precision);

    [[nodiscard]] bool isKnown() const { return m_lo || m_hi; }
    [[nodiscard]] bool isExact() const { return m_precision == Precision::Exact; }
    [[nodiscard]] std::optional<Instant> lo() const { return m_lo; }
    [[nodiscard]] std::optional<Instant> hi() const { return m_hi; }
    [[nodiscard]] Precision precision() const { return m_precision; }
    /// The middle of a bounded interval, the one bound of a half-open one; nothing if unknown. For
    /// placing a mark on an axis, never for arithmetic.
    [[nodiscard]] std::optional<Instant> middle() const;

    bool operator==(const RoughInstant &) const = default;

private:
    RoughInstant(std::optional<Instant> lo, std::optional<Instant> hi, Precision precision)
        : m_lo(lo)
        , m_hi(hi)
        , m_precision(precision)
    {}

    std::optional<Instant> m_lo;
    std::optional<Instant> m_hi;
    Precision m_precision = Precision::Unknown;
};

/// A length as somebody knows it, in seconds; the same rules as RoughInstant. Lengths that were
/// stated are 0 or more; differences of instants may be negative.
class RoughDuration
{
public:
    RoughDuration() = default;

    [[nodiscard]] static RoughDuration exact(Span length);
    [[nodiscard]] static RoughDuration between(Span a, Span b,
                                               Precision precision = Precision::Between);
    /// A number stated loosely: ±20 % in whole minutes, at least ±1 min.
    [[nodiscard]] static RoughDuration about(Span length);
    /// 0..length
    [[nodiscard]] static RoughDuration atMost(Span length);
    [[nodiscard]] static RoughDuration atLeast(Span length);
    [[nodiscard]] static RoughDuration notApplicable();
    [[nodiscard]] static std::optional<RoughDuration>
    fromParts(std::optional<Span> lo, std::optional<Span> hi, Precision precision);

    [[nodiscard]] bool isKnown() const { return m_lo || m_hi; }
    [[nodiscard]] bool isExact() const { return m_precision == Precision::Exact; }
    [[nodiscard]] std::optional<Span> lo() const { return m_lo; }
    [[nodiscard]] std::optional<Span> hi() const { return m_hi; }
    [[nodiscard]] Precision precision() const { return m_precision; }

    bool operator==(const RoughDuration &) const = default;

private:
    RoughDuration(std::optional<Span> lo, std::optional<Span> hi, Precision precision)
        : m_lo(lo)
        , m_hi(hi)
        , m_precision(precision)
    {}

    std::optional<Span> m_lo;
    std::optional<Span> m_hi;
    Precision m_precision = Precision::Unknown;
};

} // namespace timing

template <>
struct base::EnumNames<timing::Precision>
{
    static constexpr base::NamedValue<timing::Precision> table[] = {
        {timing::Precision::Exact, "exact"},
        {timing::Precision::About, "about"},
        {timing::Precision::Between, "between"},
        {timing::Precision::Daypart, "daypart"},
        {timing::Precision::AtMost, "at_most"},
        {timing::Precision::AtLeast, "at_least"},
        {timing::Precision::Unknown, "unknown"},
        {timing::Precision::NotApplicable, "not_applicable"},
    };
};
