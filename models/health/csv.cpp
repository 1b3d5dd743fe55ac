// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "health/csv.h"

#include <QDateTime>

namespace health {

namespace {

QByteArray quoted(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    bytes.replace('"', "\"\"");
    return '"' + bytes + '"';
}

QByteArray timeOf(base::InstantMs at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC)
        .toString(Qt::ISODateWithMs)
        .toLatin1();
}

} // namespace

QByteArray toCsv(const Series &series, base::InstantMs from, base::InstantMs to)
{
    const QString &unit = series.info().unit;
    QByteArray csv = "time,";
    csv += quoted(unit.isEmpty() ? QStringLiteral("value") : QStringLiteral("value, ") + unit);
    csv += ",result\r\n";
    const qsizetype end = series.indexAt(to + std::chrono::milliseconds(1));
    for (qsizetype i = series.indexAt(from); i < end; ++i) {
        const Sample sample = series.at(i);
        csv += timeOf(sample.at) + ',';
        if (sample.hasValue())
            csv += QByteArray::number(sample.value, 'g', 15);
        csv += ',' + base::toName(sample.quality).toLatin1() + "\r\n";
    }
    return csv;
}

} // namespace health
