// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/health/axisticks.h"

#include <array>
#include <cmath>
#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

constexpr std::array<qint64, 16> steps{
    minute,   2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute, hour,     2 * hour,
    3 * hour, 6 * hour,   12 * hour,  day,         2 * day,     7 * day,     14 * day, 28 * day,
};

QDateTime local(qint64 seconds, const QTimeZone &zone)
{
    return QDateTime::fromSecsSinceEpoch(seconds, zone);
}

/// Looking at every quarter of an hour finds the round hours also where a clock change moves them.
QList<qint64> withinDays(qint64 from, qint64 to, qint64 step, const QTimeZone &zone)
{
    const qint64 stride = std::min(step, 15 * minute);
    QList<qint64> found;
    for (qint64 at = (from + stride - 1) / stride * stride; at <= to; at += stride) {
        const QDateTime time = local(at, zone);
        if ((at + time.offsetFromUtc()) % step == 0)
            found.append(at);
    }
    return found;
}

QList<qint64> startsOfDays(qint64 from, qint64 to, qint64 step, const QTimeZone &zone)
{
    const qint64 every = step / day;
    QList<qint64> found;
    for (QDate date = local(from, zone).date(); date <= local(to, zone).date();
         date = date.addDays(1)) {
        const qint64 at = date.startOfDay(zone).toSecsSinceEpoch();
        if (date.toJulianDay() % every == 0 && at >= from && at <= to)
            found.append(at);
    }
    return found;
}

QString labelOf(qint64 at, const QTimeZone &zone)
{
    const QDateTime time = local(at, zone);
    if (time == time.date().startOfDay(zone))
        return QLocale().toString(time.date(), u"d MMM"_s);
    return time.toString(u"HH:mm"_s);
}

/// The smallest of 1, 2, 5, 10, 20, ... that is not under `value`.
double roundStep(double value)
{
    const double decade = std::pow(10, std::floor(std::log10(value)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * decade >= value * (1 - 1e-9))
            return factor * decade;
    }
    return 10 * decade;
}

/// Two digits are enough to compare with.
QString shortNumber(double value)
{
    const QLocale locale;
    const double size = std::abs(value);
    if (size >= 9.95 || value == std::round(value))
        return locale.toString(value, 'f', 0);
    return size >= 0.95 ? locale.toString(value, 'f', 1) : locale.toString(value, 'g', 2);
}

/// Of a figure without a unit, which may be of any size.
QString bareText(double value)
{
    const double size = std::abs(value);
    if (size < 1e6)
        return shortNumber(value);
    //: millions
    if (size < 1e9)
        return QCoreApplication::translate("Quantity", "%1 M").arg(shortNumber(value / 1e6));
    //: thousand millions
    if (size < 1e12)
        return QCoreApplication::translate("Quantity", "%1 G").arg(shortNumber(value / 1e9));
    return QLocale().toString(value, 'g', 3);
}

QString bytesText(double value)
{
    const double size = std::abs(value);
    if (size < 1e3)
        return QCoreApplication::translate("Quantity", "%1 B/s").arg(shortNumber(value));
    if (size < 1e6)
        return QCoreApplication::translate("Quantity", "%1 kB/s").arg(shortNumber(value / 1e3));
    if (size < 1e9)
        return QCoreApplication::translate("Quantity", "%1 MB/s").arg(shortNumber(value / 1e6));
    return QCoreApplication::translate("Quantity", "%1 GB/s").arg(shortNumber(value / 1e9));
}

} // namespace

QList<TimeTick> timeTicks(base::InstantMs from, base::InstantMs to, int most, const QTimeZone &zone)
{
    const qint64 first = std::chrono::ceil<std::chrono::seconds>(from).time_since_epoch().count();
    const qint64 last = std::chrono::floor<std::chrono::seconds>(to).time_since_epoch().count();
    QList<qint64> places;
    for (const qint64 step : steps) {
        if ((last - first) / step > most)
            continue;
        places = step < day ? withinDays(first, last, step, zone)
                            : startsOfDays(first, last, step, zone);
        if (places.size() <= most)
            break;
    }
    // Of a time too long for the longest step, every so many are left.
    const qsizetype every = std::max<qsizetype>(1, (places.size() + most - 1) / most);
    QList<TimeTick> ticks;
    for (qsizetype i = 0; i < places.size(); i += every)
        ticks.append({base::Instant(base::Span(places[i])), labelOf(places[i], zone)});
    return ticks;
}

ValueAxis valueAxis(double lowest, double highest, const QString &unit)
{
    if (unit == u'%')
        return {0, 108, {0, 50, 100}};
    ValueAxis axis;
    axis.low = std::min(0.0, lowest * 1.1);
    axis.high = std::max(highest, axis.low) + 0.25 * (highest - axis.low);
    if (!(axis.high > axis.low))
        axis.high = axis.low + 1;
    const double step = roundStep((axis.high - axis.low) / 4);
    for (double tick = std::ceil(axis.low / step); tick * step <= axis.high; ++tick)
        axis.ticks.append(tick * step);
    return axis;
}

QString quantityText(double value, const QString &unit)
{
    if (unit == "ms"_L1) {
        if (std::abs(value) < 999.5)
            return QCoreApplication::translate("Quantity", "%1 ms").arg(shortNumber(value));
        return QCoreApplication::translate("Quantity", "%1 s").arg(shortNumber(value / 1000));
    }
    if (unit == "B/s"_L1)
        return bytesText(value);
    if (unit.isEmpty())
        return bareText(value);
    //: a value and its unit, such as 42 %
    return QCoreApplication::translate("Quantity", "%1 %2").arg(shortNumber(value), unit);
}

} // namespace ui
