// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "base/enumnames.h"
#include "timing/json.h"

#include <limits>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace incident {

/// Reads the members of one JSON object and remembers whether any of them was wrong. read() leaves
/// alone what is missing; need() takes that as wrong.
class JsonReader
{
public:
    explicit JsonReader(const QJsonObject &json)
        : m_json(json)
    {}

    [[nodiscard]] bool ok() const { return m_ok; }
    /// What has been read has to hold.
    void check(bool holds) { m_ok = m_ok && holds; }

    template <class T>
    void need(QLatin1StringView key, T &into)
    {
        if (m_json.contains(key))
            read(key, into);
        else
            m_ok = false;
    }

    void read(QLatin1StringView key, QString &into)
    {
        readParsed(key, into, [](const QJsonValue &value) {
            return value.isString() ? std::optional(value.toString()) : std::nullopt;
        });
    }

    void read(QLatin1StringView key, bool &into)
    {
        readParsed(key, into, [](const QJsonValue &value) {
            return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
        });
    }

    void read(QLatin1StringView key, int &into)
    {
        readParsed(key, into, [](const QJsonValue &value) {
            const auto number = integer(value);
            const bool fits = number && *number >= std::numeric_limits<int>::min() &&
                              *number <= std::numeric_limits<int>::max();
            return fits ? std::optional(int(*number)) : std::nullopt;
        });
    }

    void read(QLatin1StringView key, base::Instant &into)
    {
        readParsed(key, into, [](const QJsonValue &value) {
            const auto seconds = timing::secondsFromJson(value);
            return seconds ? std::optional(base::Instant(base::Span(*seconds))) : std::nullopt;
        });
    }

    void read(QLatin1StringView key, QByteArray &into)
    {
        readParsed(key, into, [](const QJsonValue &value) {
            return value.isString() ? std::optional(value.toString().toUtf8()) : std::nullopt;
        });
    }

    void read(QLatin1StringView key, QStringList &into) { readParsed(key, into, strings); }

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

    /// A nested object with a reader of its own that answers an optional.
    template <class T, class Parse>
    void needObject(QLatin1StringView key, T &into, Parse parse)
    {
        if (!m_json.value(key).isObject())
            m_ok = false;
        else
            readParsed(key, into, [&](const QJsonValue &value) { return parse(value.toObject()); });
    }

    /// A value with a reader of its own that answers an optional.
    template <class T, class Parse>
    void readValue(QLatin1StringView key, T &into, Parse parse)
    {
        readParsed(key, into, parse);
    }

private:
    [[nodiscard]] static std::optional<qint64> integer(const QJsonValue &value)
    {
        // What is no integer gives the default back, whichever that is.
        const qint64 number = value.toInteger(0);
        return number == value.toInteger(1) ? std::optional(number) : std::nullopt;
    }

    [[nodiscard]] static std::optional<QStringList> strings(const QJsonValue &value)
    {
        if (!value.isArray())
            return std::nullopt;
        QStringList all;
        for (const QJsonValue entry : value.toArray()) {
            if (!entry.isString())
                return std::nullopt;
            all.append(entry.toString());
        }
        return all;
    }

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

    const QJsonObject &m_json;
    bool m_ok = true;
};

[[nodiscard]] inline qint64 secondsOf(base::Instant at)
{
    return at.time_since_epoch().count();
}

} // namespace incident
