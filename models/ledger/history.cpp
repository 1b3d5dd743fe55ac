// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/history.h"

#include "ledger/search.h"
#include "ledger/text.h"

#include <limits>
#include <QSet>

namespace ledger {

using namespace Qt::StringLiterals;

namespace {

// An incident is in [from, to) if it can have lasted until `from` or longer and can have started
// before `to`. What a filter leaves open is not asked for, so that an index can be used.
constexpr auto summaryColumns =
    "i.id, i.ref, i.kind, i.state, i.title, coalesce(i.severity, 0), i.round, i.components,"
    " i.planned, i.started_lo, i.started_hi, i.started_precision, i.ended_lo, i.ended_hi,"
    " i.ended_precision, i.downtime_lo, i.downtime_hi, i.downtime_precision, i.opened, i.changed"_L1;
constexpr auto ofKind = " AND i.kind = ?"_L1;
constexpr auto inStates = " AND i.state IN (SELECT value FROM json_each(?))"_L1;
constexpr auto isOpen = " AND i.open = 1"_L1;
constexpr auto hasComponent = " AND ? IN (SELECT value FROM json_each(i.components))"_L1;
constexpr auto lastedUntil =
    " AND ((i.ended_precision = 'unknown' AND i.open = 1)"
    "  OR coalesce(i.ended_hi, i.ended_lo, i.started_hi, i.started_lo, i.opened) >= ?)"_L1;
constexpr auto startedBefore = " AND coalesce(i.started_lo, i.started_hi, i.opened) < ?"_L1;
constexpr auto newestFirst =
    " ORDER BY coalesce(i.started_lo, i.started_hi, i.opened) DESC, i.id DESC LIMIT ?"_L1;
// In the order in which the index has them: nothing is sorted, and what is not asked for is not
// looked at.
constexpr auto fromSearch = " FROM search CROSS JOIN search_row r ON r.n = search.rowid"
                            " CROSS JOIN incident i ON i.id = r.incident WHERE search MATCH ?"_L1;
constexpr auto snippetColumn = ", snippet(search, -1, '', '', char(8230), 24)"_L1;
constexpr auto newestRowsFirst = " ORDER BY search.rowid DESC LIMIT ?"_L1;
// The columns by which a match is told, the best first; the last is anywhere.
constexpr QLatin1StringView matchedColumns[] = {
    "{ref title} : "_L1, "{ref title felt components cause} : "_L1, {}};
constexpr auto namedExactly = "SELECT id, ref, title FROM incident WHERE id = ? OR ref = ?"_L1;
constexpr auto namedBySuffix =
    "SELECT id, ref FROM incident WHERE substr(id, -length(?)) = ? LIMIT 5"_L1;
constexpr auto refsLike = "SELECT ref FROM incident WHERE ref LIKE ?"_L1;
// The list of kinds is that of the index, word for word, or it would not be used.
constexpr auto ofEventKind =
    "SELECT incident FROM event WHERE kind IN ('follow_up_set', 'remedy_started') AND kind = ?"
    " GROUP BY incident HAVING max(recorded) >= ? ORDER BY min(recorded), incident"_L1;
constexpr auto othersWithRef = "SELECT count(*) FROM incident WHERE ref = ? AND id <> ?"_L1;

constexpr qsizetype shortestSuffix = 4;
/// Of an id, as it is shown where it has to be named.
constexpr qsizetype sureSuffix = 8;

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

/// The part of a statement that leaves out what a filter leaves out.
struct Conditions
{
    QString sql;
    Values values;
};

/// All but the text.
Conditions conditionsOf(const Filter &filter)
{
    Conditions where;
    if (filter.kind) {
        where.sql += ofKind;
        where.values.add(*filter.kind);
    }
    if (!filter.states.empty()) {
        QStringList states;
        for (const incident::State state : filter.states)
            states.append(base::toName(state));
        where.sql += inStates;
        where.values.add(states);
    }
    if (filter.openOnly)
        where.sql += isOpen;
    if (!filter.component.isEmpty()) {
        where.sql += hasComponent;
        where.values.add(filter.component);
    }
    if (filter.from) {
        where.sql += lastedUntil;
        where.values.add(filter.from);
    }
    if (filter.to) {
        where.sql += startedBefore;
        where.values.add(filter.to);
    }
    return where;
}

Values joined(const QString &match, const Conditions &where, int limit)
{
    QVariantList values;
    if (!match.isEmpty())
        values.append(match);
    values.append(where.values.list());
    return Values(values).add(limit);
}

QLatin1StringView nameOf(RareEvent kind)
{
    return kind == RareEvent::FollowUpSet ? "follow_up_set"_L1 : "remedy_started"_L1;
}

} // namespace

base::Result<std::vector<Summary>> History::list(const Filter &filter)
{
    const QString match = matchExpression(filter.text);
    if (match.isEmpty() && !filter.text.trimmed().isEmpty())
        return std::vector<Summary>();
    const Conditions where = conditionsOf(filter);
    const QString from = match.isEmpty() ? u" FROM incident i WHERE 1"_s : QString(fromSearch);
    const auto rows =
        m_database.rows(u"SELECT "_s + summaryColumns + from + where.sql + newestFirst,
                        joined(match, where, filter.limit));
    if (!rows)
        return base::passOn(rows);
    std::vector<Summary> summaries;
    summaries.reserve(rows->size());
    for (const Row &row : *rows)
        summaries.push_back(summaryFrom(row));
    return summaries;
}

base::Result<std::vector<Hit>> History::search(const Filter &filter)
{
    std::vector<Hit> hits;
    const QString match = matchExpression(filter.text);
    if (match.isEmpty())
        return hits;
    const Conditions where = conditionsOf(filter);
    const QString sql =
        u"SELECT "_s + summaryColumns + snippetColumn + fromSearch + where.sql + newestRowsFirst;
    QSet<QString> found;
    for (const QLatin1StringView columns : matchedColumns) {
        if (filter.limit >= 0 && qsizetype(hits.size()) >= filter.limit)
            break;
        const auto rows =
            m_database.rows(sql, joined(u"%1(%2)"_s.arg(columns, match), where, filter.limit));
        if (!rows)
            return base::passOn(rows);
        for (const Row &row : *rows) {
            if (filter.limit >= 0 && qsizetype(hits.size()) >= filter.limit)
                break;
            if (!found.contains(row.text(0)))
                hits.push_back({summaryFrom(row), row.text(20).simplified()});
            found.insert(row.text(0));
        }
    }
    return hits;
}

base::Result<int> History::count(const Filter &filter, int most)
{
    const QString match = matchExpression(filter.text);
    if (match.isEmpty() && !filter.text.trimmed().isEmpty())
        return 0;
    const Conditions where = conditionsOf(filter);
    const QString from = match.isEmpty() ? u" FROM incident i WHERE 1"_s : QString(fromSearch);
    const auto count =
        m_database.number(u"SELECT count(*) FROM (SELECT 1"_s + from + where.sql + u" LIMIT ?)"_s,
                          joined(match, where, most + 1));
    if (!count)
        return base::passOn(count);
    return int(*count);
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
    // One of them came from another console: no more of the reference would tell them apart.
    QStringList namesakes;
    for (const Row &row : *rows) {
        if (row.text(1) == name)
            namesakes.append(u"%1 (%2)"_s.arg(row.text(0).right(sureSuffix), row.text(2)));
    }
    if (!namesakes.empty())
        return base::fail(base::ErrorKind::Input,
                          LedgerText::tr("“%1” is the reference of several incidents. Name one by "
                                         "the end of its id: %2.")
                              .arg(name, namesakes.join(u", "_s)));
    QStringList candidates;
    for (const Row &row : *rows)
        candidates.append(row.text(1).isEmpty() ? row.text(0) : row.text(1));
    return base::fail(base::ErrorKind::Input,
                      LedgerText::tr("“%1” fits several incidents (%2). Type more of it.")
                          .arg(name, candidates.join(u", "_s)));
}

base::Result<QStringList> History::incidentsWith(RareEvent kind,
                                                 const std::optional<base::Instant> &since)
{
    const qint64 earliest =
        since ? since->time_since_epoch().count() : std::numeric_limits<qint64>::min();
    const auto rows =
        m_database.rows(ofEventKind, Values().add(QString(nameOf(kind))).add(earliest));
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
