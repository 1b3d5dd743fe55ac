// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timing/json.h"

namespace timing {

using namespace Qt::StringLiterals;

namespace {

qint64 count(Instant at)
{
    return at.time_since_epoch().count();
}

qint64 count(Span length)
{
    return length.count();
}

template <class Rough>
QJsonObject write(const Rough &rough)
{
    QJsonObject json{{u"precision"_s, base::toName(rough.precision())}};
    if (rough.lo())
        json.insert(u"lo"_s, count(*rough.lo()));
    if (rough.hi())
        json.insert(u"hi"_s, count(*rough.hi()));
    return json;
}

/// The end of the year 9999: what lies beyond is damage, and would overflow.
constexpr qint64 limit = 253'402'300'799;

/// Nothing if it is missing; `whole` becomes false if it is there and no number of seconds.
template <class Bound>
std::optional<Bound> bound(const QJsonValue &json, bool &whole)
{
    if (json.isUndefined())
        return std::nullopt;
    const auto seconds = secondsFromJson(json);
    whole = whole && seconds;
    return seconds ? std::optional(Bound(Span(*seconds))) : std::nullopt;
}

template <class Rough, class Bound>
std::optional<Rough> read(const QJsonValue &json)
{
    const QJsonObject object = json.toObject();
    const auto precision = base::fromName<Precision>(object.value("precision"_L1).toString());
    bool whole = precision.has_value();
    const auto lo = bound<Bound>(object.value("lo"_L1), whole);
    const auto hi = bound<Bound>(object.value("hi"_L1), whole);
    return whole ? Rough::fromParts(lo, hi, *precision) : std::nullopt;
}

} // namespace

std::optional<qint64> secondsFromJson(const QJsonValue &json)
{
    // What is no integer gives the default back, whichever that is.
    const qint64 seconds = json.toInteger(0);
    const bool whole = seconds == json.toInteger(1) && seconds <= limit && seconds >= -limit;
    return whole ? std::optional(seconds) : std::nullopt;
}

QJsonObject toJson(const RoughInstant &at)
{
    return write(at);
}

QJsonObject toJson(const RoughDuration &length)
{
    return write(length);
}

std::optional<RoughInstant> instantFromJson(const QJsonValue &json)
{
    return read<RoughInstant, Instant>(json);
}

std::optional<RoughDuration> durationFromJson(const QJsonValue &json)
{
    return read<RoughDuration, Span>(json);
}

} // namespace timing
