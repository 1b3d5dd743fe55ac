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

template <class Bound>
std::optional<Bound> bound(const QJsonValue &json)
{
    if (!json.isDouble())
        return std::nullopt;
    return Bound(Span(json.toInteger()));
}

template <class Rough, class Bound>
std::optional<Rough> read(const QJsonValue &json)
{
    const QJsonObject object = json.toObject();
    const auto precision = base::fromName<Precision>(object.value("precision"_L1).toString());
    if (!precision)
        return std::nullopt;
    return Rough::fromParts(bound<Bound>(object.value("lo"_L1)),
                            bound<Bound>(object.value("hi"_L1)), *precision);
}

} // namespace

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
