// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timing/zone.h"

#include <algorithm>

namespace timing {

using namespace Qt::StringLiterals;

std::vector<Instant> instantsOf(QDate date, QTime wallTime, const QTimeZone &zone)
{
    // Every offset in force around that day is tried; those that give the wall time back name it.
    const QDateTime asUtc(date, wallTime, Qt::UTC);
    if (!asUtc.isValid() || !zone.isValid())
        return {};
    std::vector<Instant> found;
    for (const int hours : {-36, -12, 0, 12, 36}) {
        const int offset = zone.offsetFromUtc(asUtc.addSecs(qint64(hours) * 3600));
        const QDateTime candidate = asUtc.addSecs(-offset);
        if (zone.offsetFromUtc(candidate) == offset)
            found.push_back(fromUtc(candidate));
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

QDateTime toLocal(Instant at, const QTimeZone &zone)
{
    return QDateTime::fromSecsSinceEpoch(at.time_since_epoch().count(), zone);
}

Instant fromUtc(const QDateTime &utc)
{
    return Instant(Span(utc.toSecsSinceEpoch()));
}

QString isoUtc(Instant at)
{
    return QDateTime::fromSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC)
        .toString(Qt::ISODate);
}

bool isRepeated(Instant at, const QTimeZone &zone)
{
    const QDateTime local = toLocal(at, zone);
    return instantsOf(local.date(), local.time(), zone).size() > 1;
}

QString offsetText(Instant at, const QTimeZone &zone)
{
    const int minutes = toLocal(at, zone).offsetFromUtc() / 60;
    const int magnitude = std::abs(minutes);
    return u"%1%2:%3"_s.arg(QChar(minutes < 0 ? u'-' : u'+'))
        .arg(magnitude / 60, 2, 10, QChar(u'0'))
        .arg(magnitude % 60, 2, 10, QChar(u'0'));
}

std::optional<QTimeZone> zoneByName(const QString &iana)
{
    QTimeZone zone(iana.toUtf8());
    if (!zone.isValid())
        return std::nullopt;
    return zone;
}

QString zoneCity(const QTimeZone &zone)
{
    return QString::fromUtf8(zone.id()).section(u'/', -1).replace(u'_', u' ');
}

} // namespace timing
