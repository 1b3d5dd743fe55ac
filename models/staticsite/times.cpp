// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/times.h"

#include "timing/zone.h"

#include <QDateTime>
#include <QRegularExpression>

namespace staticsite {

using namespace Qt::StringLiterals;
using base::Instant;

namespace {

/// "GMT", or "UTC-03:00" where a zone has no letters of its own.
QString zoneMark(Instant at, const QTimeZone &zone)
{
    const QString letters = zone.abbreviation(timing::toLocal(at, zone));
    if (letters.isEmpty() || !letters.front().isLetter())
        return u"UTC"_s + timing::offsetText(at, zone);
    return letters;
}

/// "d. MMMM yyyy": that of the language without its weekday. English has one for all of its
/// readers.
QString dateFormatOf(const QLocale &locale)
{
    static const QRegularExpression weekday(u"[,،]?\\s*dddd[,،]?\\s*"_s);
    const QString plain = u"d MMMM yyyy"_s;
    if (locale.language() == QLocale::English || locale.language() == QLocale::C)
        return plain;
    const QString own = locale.dateFormat(QLocale::LongFormat).remove(weekday).trimmed();
    const bool whole = own.contains(u'd') && own.contains(u'M') && own.contains("yy"_L1);
    return whole ? own : plain;
}

} // namespace

Times::Times(QTimeZone zone, QLocale locale)
    : m_zone(std::move(zone))
    , m_locale(std::move(locale))
    , m_dateFormat(dateFormatOf(m_locale))
{}

QDate Times::day(Instant at) const
{
    return timing::toLocal(at, m_zone).date();
}

Instant Times::startOf(QDate day) const
{
    return timing::fromUtc(day.startOfDay(m_zone));
}

QString Times::moment(Instant at) const
{
    const QDateTime local = timing::toLocal(at, m_zone);
    return u"%1, %2 %3"_s.arg(date(local.date()), local.toString(u"HH:mm"_s), zoneMark(at, m_zone));
}

Markup Times::momentMarkup(Instant at) const
{
    return timeElement(at, moment(at));
}

Markup Times::spanElement(const std::optional<Instant> &from, const std::optional<Instant> &to,
                          const QString &words) const
{
    const auto attribute = [](QLatin1StringView name, const std::optional<Instant> &bound) {
        return bound ? u" data-%1=\"%2\""_s.arg(name, timing::isoUtc(*bound)) : QString();
    };
    const std::optional<Instant> known = from ? from : to;
    const QString offset =
        known ? u" data-offset=\"%1\""_s.arg(timing::offsetText(*known, m_zone)) : QString();
    return Markup::trusted(u"<span%1%2%3>%4</span>"_s.arg(
        attribute("from"_L1, from), attribute("to"_L1, to), offset, Markup::escaped(words).html()));
}

Markup Times::timeElement(Instant at, const QString &words) const
{
    const QString wall = timing::toLocal(at, m_zone).toString(u"yyyy-MM-dd'T'HH:mm"_s);
    return Markup::trusted(u"<time datetime=\"%1\" data-wall=\"%2\">%3</time>"_s.arg(
        timing::isoUtc(at), wall, Markup::escaped(words).html()));
}

QString Times::date(QDate day) const
{
    return m_locale.toString(day, m_dateFormat);
}

QString Times::month(QDate day) const
{
    return u"%1 %2"_s.arg(m_locale.standaloneMonthName(day.month())).arg(day.year());
}

} // namespace staticsite
