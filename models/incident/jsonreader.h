// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "base/enumnames.h"
#include "timing/json.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace incident {

/// Reads the members of one JSON object and remembers whether any of them was wrong.
class JsonReader
{
public:
    explicit JsonReader(const QJsonObject &json)
        : m_json(json)
    {}

    [[nodiscard]] bool ok() const { return m_ok; }

    void read(QLatin1StringView key, QString &into)
    {
        take(
            key, [&](const QJsonValue &value) { into = value.toString(); }, &QJsonValue::isString);
    }

    void read(QLatin1StringView key, int &into)
    {
        take(
            key, [&](const QJsonValue &value) { into = value.toInt(); }, &QJsonValue::isDouble);
    }

    void read(QLatin1StringView key, bool &into)
    {
        take(
            key, [&](const QJsonValue &value) { into = value.toBool(); }, &QJsonValue::isBool);
    }

    void read(QLatin1StringView key, base::Instant &into)
    {
        take(
            key,
            [&](const QJsonValue &value) { into = base::Instant(base::Span(value.toInteger())); },
            &QJsonValue::isDouble);
    }

    void read(QLatin1StringView key, QByteArray &into)
    {
        take(
            key, [&](const QJsonValue &value) { into = value.toString().toUtf8(); },
            &QJsonValue::isString);
    }

    void read(QLatin1StringView key, QStringList &into)
    {
        take(
            key,
            [&](const QJsonValue &value) {
                for (const QJsonValue &entry : value.toArray())
                    into.append(entry.toString());
            },
            &QJsonValue::isArray);
    }

    void read(QLatin1StringView key, timing::RoughInstant &into)
    {
        readParsed(key, into, timing::instantFromJson);
    }

    void read(QLatin1StringView key, timing::RoughDuration &into)
    {
        readParsed(key, into, timing::durationFromJson);
    }

    template <class E>
    requires std::is_enum_v<E>
    void read(QLatin1StringView key, E &into)
    {
        readParsed(key, into,
                   [](const QJsonValue &value) { return base::fromName<E>(value.toString()); });
    }

    /// A nested value with a reader of its own that answers an optional.
    template <class T, class Parse>
    void readParsed(QLatin1StringView key, T &into, Parse parse)
    {
        const QJsonValue value = m_json.value(key);
        if (value.isUndefined())
            return;
        if (auto parsed = parse(value))
            into = std::move(*parsed);
        else
            m_ok = false;
    }

private:
    template <class Assign>
    void take(QLatin1StringView key, Assign assign, bool (QJsonValue::*isType)() const)
    {
        const QJsonValue value = m_json.value(key);
        if (value.isUndefined())
            return;
        if ((value.*isType)())
            assign(value);
        else
            m_ok = false;
    }

    const QJsonObject &m_json;
    bool m_ok = true;
};

[[nodiscard]] inline qint64 secondsOf(base::Instant at)
{
    return at.time_since_epoch().count();
}

} // namespace incident
