// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/history.h"

#include "ledger/search.h"
#include "ledger/text.h"

namespace ledger {

using namespace Qt::StringLiterals;

namespace {

// A filter that is NULL does not restrict. An incident is in [from, to) if it can have lasted until
// `from` or longer and can have started before `to`.
constexpr auto listIncidents =
    "WITH asked (kind, states, open, component, earliest, latest) AS (VALUES (?, ?, ?, ?, ?, ?))"
    " SELECT i.id, i.ref, i.kind, i.state, i.title, coalesce(i.severity, 0), i.round, i.components,"
    " i.planned, i.started_lo, i.started_hi, i.started_precision, i.ended_lo, i.ended_hi,"
    " i.ended_precision, i.downtime_lo, i.downtime_hi, i.downtime_precision, i.opened, i.changed"
    " FROM incident i, asked WHERE (asked.kind IS NULL OR i.kind = asked.kind)"
    " AND (asked.states IS NULL OR i.state IN (SELECT value FROM json_each(asked.states)))"
    " AND (asked.open IS NULL OR i.open = asked.open)"
    " AND (asked.component IS NULL"
    "  OR asked.component IN (SELECT value FROM json_each(i.components)))"
    " AND (asked.earliest IS NULL OR (i.ended_precision = 'unknown' AND i.open = 1)"
    "  OR coalesce(i.ended_hi, i.ended_lo, i.started_hi, i.started_lo, i.opened) >= asked.earliest)"
    " AND (asked.latest IS NULL"
    "  OR coalesce(i.started_lo, i.started_hi, i.opened) < asked.latest)"
    " AND (? IS NULL OR i.id IN (SELECT r.incident FROM search s"
    "  JOIN search_row r ON r.n = s.rowid WHERE s.search MATCH ?))"
    " ORDER BY coalesce(i.started_lo, i.started_hi, i.opened) DESC, i.id DESC LIMIT ?"_L1;
// A match in the ref or title weighs more than one somewhere in a long text.
constexpr auto searchIncidents =
    "SELECT i.id, i.ref, i.kind, i.state, i.title, coalesce(i.severity, 0), i.round, i.components,"
    " i.planned, i.started_lo, i.started_hi, i.started_precision, i.ended_lo, i.ended_hi,"
    " i.ended_precision, i.downtime_lo, i.downtime_hi, i.downtime_precision, i.opened, i.changed,"
    " snippet(search, -1, '', '', char(8230), 24)"
    " FROM search JOIN search_row r ON r.n = search.rowid JOIN incident i ON i.id = r.incident"
    " WHERE search MATCH ?"
    " ORDER BY bm25(search, 20, 10, 5, 5, 3, 1, 1, 1), i.opened DESC, i.id DESC LIMIT ?"_L1;
constexpr auto namedExactly = "SELECT id, ref FROM incident WHERE id = ? OR ref = ?"_L1;
constexpr auto namedBySuffix =
    "SELECT id, ref FROM incident WHERE substr(id, -length(?)) = ? LIMIT 5"_L1;
constexpr auto refsLike = "SELECT ref FROM incident WHERE ref LIKE ?"_L1;
constexpr auto ofEventKind =
    "SELECT incident FROM event WHERE kind = ? GROUP BY incident ORDER BY min(recorded), incident"_L1;
constexpr auto othersWithRef = "SELECT count(*) FROM incident WHERE ref = ? AND id <> ?"_L1;

constexpr qsizetype shortestSuffix = 4;

Summary summaryFrom(const Row &row)
{
    Summary summary;
    summary.id = row.text(0);
    summary.ref = row.text(1);
    summary.kind = row.name<incident::Kind>(2);
    summary.state = row.name<incident::State>(3);
    summary.title = row.text(4);
    summary.severity = int(row.number(5));
    summary.round = int(row.number(6));
    summary.components = row.texts(7);
    summary.planned = row.flag(8);
    summary.started = row.roughInstant(9).value_or(timing::RoughInstant());
    summary.ended = row.roughInstant(12).value_or(timing::RoughInstant());
    summary.downtime = row.roughDuration(15).value_or(timing::RoughDuration());
    summary.opened = row.instant(18);
    summary.changed = row.instant(19);
    return summary;
}

Values filterValues(const Filter &filter, const QString &match)
{
    Values values;
    filter.kind ? values.add(*filter.kind) : values.addNull();
    QStringList states;
    for (const incident::State state : filter.states)
        states.append(base::toName(state));
    states.isEmpty() ? values.addNull() : values.add(states);
    filter.openOnly ? values.add(true) : values.addNull();
    filter.component.isEmpty() ? values.addNull() : values.add(filter.component);
    values.add(filter.from).add(filter.to);
    match.isEmpty() ? values.addNull() : values.add(match);
    values.add(match).add(filter.limit);
    return values;
}

} // namespace

base::Result<std::vector<Summary>> History::list(const Filter &filter)
{
    const QString match = matchExpression(filter.text);
    if (match.isEmpty() && !filter.text.trimmed().isEmpty())
        return std::vector<Summary>();
    const auto rows = m_database.rows(listIncidents, filterValues(filter, match));
    if (!rows)
        return base::passOn(rows);
    std::vector<Summary> summaries;
    summaries.reserve(rows->size());
    for (const Row &row : *rows)
        summaries.push_back(summaryFrom(row));
    return summaries;
}

base::Result<std::vector<Hit>> History::search(const QString &text, int limit)
{
    const QString match = matchExpression(text);
    if (match.isEmpty())
        return std::vector<Hit>();
    const auto rows = m_database.rows(searchIncidents, Values().add(match).add(limit));
    if (!rows)
        return base::passOn(rows);
    std::vector<Hit> hits;
    hits.reserve(rows->size());
    for (const Row &row : *rows)
        hits.push_back({summaryFrom(row), row.text(20).simplified()});
    return hits;
}

base::Result<QString> History::resolveId(const QString &text)
{
    const QString name = text.trimmed();
    const QString id = name.toLower();
    auto rows = m_database.rows(namedExactly, Values().add(id).add(name));
    if (rows && rows->empty() && id.size() >= shortestSuffix)
        rows = m_database.rows(namedBySuffix, Values().add(id).add(id));
    if (!rows)
        return base::passOn(rows);
    if (rows->empty())
        return base::fail(
            base::ErrorKind::NotFound,
            LedgerText::tr("There is no incident “%1”. See them all with: watchkeeper incident "
                           "list")
                .arg(name));
    if (rows->size() == 1)
        return rows->front().text(0);
    QStringList candidates;
    for (const Row &row : *rows)
        candidates.append(row.text(1).isEmpty() ? row.text(0) : row.text(1));
    return base::fail(base::ErrorKind::Input,
                      LedgerText::tr("“%1” fits several incidents (%2). Type more of it.")
                          .arg(name, candidates.join(u", "_s)));
}

base::Result<QStringList> History::incidentsWith(const QString &eventKind)
{
    const auto rows = m_database.rows(ofEventKind, Values().add(eventKind));
    if (!rows)
        return base::passOn(rows);
    QStringList ids;
    for (const Row &row : *rows)
        ids.append(row.text(0));
    return ids;
}

base::Result<QString> History::nextRef(QDate day)
{
    const QString stem = day.toString(Qt::ISODate) + u'-';
    const auto rows = m_database.rows(refsLike, Values().add(QString(stem + u'%')));
    if (!rows)
        return base::passOn(rows);
    int highest = 0;
    for (const Row &row : *rows)
        highest = std::max(highest, row.text(0).mid(stem.size()).toInt());
    return QString(stem + QString::number(highest + 1));
}

base::Result<bool> History::isRefTaken(const QString &ref, const QString &incident)
{
    const auto others = m_database.number(othersWithRef, Values().add(ref).add(incident));
    if (!others)
        return base::passOn(others);
    return *others > 0;
}

} // namespace ledger
