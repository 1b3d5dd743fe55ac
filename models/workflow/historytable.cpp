// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/historytable.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace workflow {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *columns[] = {"ref",      "kind",       "state",       "severity",
                                   "title",    "components", "started_lo",  "started_hi",
                                   "ended_lo", "ended_hi",   "downtime_lo", "downtime_hi"};

QString isoText(const std::optional<base::Instant> &at)
{
    return at ? QDateTime::fromSecsSinceEpoch(at->time_since_epoch().count(), Qt::UTC)
                    .toString(Qt::ISODate)
              : QString();
}

QString secondsText(const std::optional<base::Span> &length)
{
    return length ? QString::number(length->count()) : QString();
}

/// In the order of the columns.
QStringList cellsOf(const ledger::Summary &summary)
{
    return {summary.ref,
            base::toName(summary.kind),
            base::toName(summary.state),
            summary.severity ? QString::number(summary.severity) : QString(),
            summary.title,
            summary.components.join(u", "_s),
            isoText(summary.started.lo()),
            isoText(summary.started.hi()),
            isoText(summary.ended.lo()),
            isoText(summary.ended.hi()),
            secondsText(summary.downtime.lo()),
            secondsText(summary.downtime.hi())};
}

QByteArray csvCell(QString text)
{
    static const QString formula = u"=+-@\t\r"_s;
    if (!text.isEmpty() && formula.contains(text.front()))
        text.prepend(u'\'');
    const bool quoted =
        text.contains(u',') || text.contains(u'"') || text.contains(u'\n') || text.contains(u'\r');
    return quoted ? '"' + text.replace(u'"', u"\"\""_s).toUtf8() + '"' : text.toUtf8();
}

} // namespace

QByteArray toCsv(std::span<const ledger::Hit> hits)
{
    QByteArrayList lines;
    QByteArrayList names;
    for (const char *column : columns)
        names += column;
    lines += names.join(',');
    for (const ledger::Hit &hit : hits) {
        QByteArrayList cells;
        for (const QString &cell : cellsOf(hit.summary))
            cells += csvCell(cell);
        lines += cells.join(',');
    }
    return lines.join("\r\n") + "\r\n";
}

QByteArray toJson(std::span<const ledger::Hit> hits)
{
    const auto seconds = [](const std::optional<base::Span> &length) {
        return length ? QJsonValue(qint64(length->count())) : QJsonValue();
    };
    QJsonArray all;
    for (const ledger::Hit &hit : hits) {
        const ledger::Summary &summary = hit.summary;
        const QStringList cells = cellsOf(summary);
        QJsonObject row;
        for (qsizetype i = 0; i < cells.size(); ++i)
            row.insert(QLatin1StringView(columns[i]),
                       cells[i].isEmpty() ? QJsonValue() : QJsonValue(cells[i]));
        // What is no text is none there.
        row.insert(u"severity"_s, summary.severity ? QJsonValue(summary.severity) : QJsonValue());
        row.insert(u"components"_s, QJsonArray::fromStringList(summary.components));
        row.insert(u"downtime_lo"_s, seconds(summary.downtime.lo()));
        row.insert(u"downtime_hi"_s, seconds(summary.downtime.hi()));
        all.append(row);
    }
    return QJsonDocument(all).toJson();
}

} // namespace workflow
