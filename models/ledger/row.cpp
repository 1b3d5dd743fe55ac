// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/row.h"

#include <algorithm>

#include <QJsonArray>
#include <QJsonDocument>

namespace ledger {

using namespace Qt::StringLiterals;

namespace {

std::optional<qint64> maybe(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(value.toLongLong());
}

bool needsCare(QChar c)
{
    return c.isSurrogate() || c.isNull() || c.unicode() >= 0xfffe || c == QChar::ByteOrderMark;
}

QVariant secondsOrNull(const std::optional<base::Instant> &at)
{
    return at ? QVariant(qint64(at->time_since_epoch().count())) : QVariant();
}

QVariant secondsOrNull(const std::optional<base::Span> &length)
{
    return length ? QVariant(qint64(length->count())) : QVariant();
}

} // namespace

QString storable(const QString &text)
{
    if (text.isNull())
        return u""_s;
    if (!std::ranges::any_of(text, needsCare))
        return text;
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            out += c;
            out += text[++i];
        } else if (c.isSurrogate() || c.unicode() >= 0xfffe) {
            out += QChar::ReplacementCharacter;
        } else if (!c.isNull() && !(out.isEmpty() && c == QChar::ByteOrderMark)) {
            out += c;
        }
    }
    return out.isNull() ? u""_s : out;
}

Values &Values::add(const QString &text)
{
    m_list.append(storable(text));
    return *this;
}

Values &Values::add(const QStringList &texts)
{
    const QJsonDocument array(QJsonArray::fromStringList(texts));
    return add(QString::fromUtf8(array.toJson(QJsonDocument::Compact)));
}

Values &Values::add(qint64 number)
{
    m_list.append(number);
    return *this;
}

Values &Values::add(bool flag)
{
    return add(qint64(flag ? 1 : 0));
}

Values &Values::add(base::Instant at)
{
    return add(qint64(at.time_since_epoch().count()));
}

Values &Values::add(const std::optional<base::Instant> &at)
{
    m_list.append(secondsOrNull(at));
    return *this;
}

Values &Values::add(const timing::RoughInstant &at)
{
    m_list << secondsOrNull(at.lo()) << secondsOrNull(at.hi());
    return add(at.precision());
}

Values &Values::add(const timing::RoughDuration &length)
{
    m_list << secondsOrNull(length.lo()) << secondsOrNull(length.hi());
    return add(length.precision());
}

Values &Values::addNull()
{
    m_list.append(QVariant());
    return *this;
}

base::Instant Row::instant(int column) const
{
    return base::Instant(base::Span(number(column)));
}

QStringList Row::texts(int column) const
{
    QStringList texts;
    const QJsonArray array = QJsonDocument::fromJson(bytes(column)).array();
    for (const QJsonValue &entry : array)
        texts.append(entry.toString());
    return texts;
}

std::optional<timing::RoughInstant> Row::roughInstant(int first) const
{
    const auto precision = base::fromName<timing::Precision>(text(first + 2));
    if (!precision)
        return std::nullopt;
    const auto bound = [&](int column) {
        const auto seconds = maybe(m_values[column]);
        return seconds ? std::optional(base::Instant(base::Span(*seconds))) : std::nullopt;
    };
    return timing::RoughInstant::fromParts(bound(first), bound(first + 1), *precision);
}

std::optional<timing::RoughDuration> Row::roughDuration(int first) const
{
    const auto precision = base::fromName<timing::Precision>(text(first + 2));
    if (!precision)
        return std::nullopt;
    const auto bound = [&](int column) {
        const auto seconds = maybe(m_values[column]);
        return seconds ? std::optional(base::Span(*seconds)) : std::nullopt;
    };
    return timing::RoughDuration::fromParts(bound(first), bound(first + 1), *precision);
}

} // namespace ledger
