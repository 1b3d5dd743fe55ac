// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/projection.h"

#include <algorithm>

namespace ledger {

using namespace Qt::StringLiterals;

namespace {

struct Statements
{
    QLatin1StringView insert;
    QLatin1StringView read; ///< the same columns in the same order
};

/// In the order of Table.
constexpr Statements statements[tableCount] = {
    {"INSERT INTO incident (id, ref, kind, entry, state, open, title, zone, monitor, severity,"
     " round, cause_status, cause_text, cause_trigger, attribution, provider, felt, components,"
     " planned, started_lo, started_hi, started_precision, ended_lo, ended_hi, ended_precision,"
     " downtime_lo, downtime_hi, downtime_precision, opened, changed)"
     " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
     " ?, ?)"_L1,
     "SELECT id, ref, kind, entry, state, open, title, zone, monitor, severity,"
     " round, cause_status, cause_text, cause_trigger, attribution, provider, felt, components,"
     " planned, started_lo, started_hi, started_precision, ended_lo, ended_hi, ended_precision,"
     " downtime_lo, downtime_hi, downtime_precision, opened, changed"
     " FROM incident WHERE id = ?"_L1},
    {"INSERT INTO \"window\" (incident, seq, round, planned, effect, felt, components, start_lo,"
     " start_hi, start_precision, end_lo, end_hi, end_precision, duration_lo, duration_hi,"
     " duration_precision, inside, evidence, several, several_count, total_lo, total_hi,"
     " total_precision)"
     " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_L1,
     "SELECT incident, seq, round, planned, effect, felt, components, start_lo,"
     " start_hi, start_precision, end_lo, end_hi, end_precision, duration_lo, duration_hi,"
     " duration_precision, inside, evidence, several, several_count, total_lo, total_hi,"
     " total_precision FROM \"window\" WHERE incident = ?"_L1},
    {"INSERT INTO milestone (incident, round, name, at_lo, at_hi, at_precision, source, reason,"
     " author, recorded) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_L1,
     "SELECT incident, round, name, at_lo, at_hi, at_precision, source, reason,"
     " author, recorded FROM milestone WHERE incident = ?"_L1},
    {"INSERT INTO post_revision (incident, id, number, replaces, status, title, body, targets,"
     " estimate_lo, estimate_hi, estimate_precision, next_update_lo, next_update_hi,"
     " next_update_precision, facts, written)"
     " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_L1,
     "SELECT incident, id, number, replaces, status, title, body, targets,"
     " estimate_lo, estimate_hi, estimate_precision, next_update_lo, next_update_hi,"
     " next_update_precision, facts, written FROM post_revision WHERE incident = ?"_L1},
    {"INSERT INTO post_seen (incident, revision, target, remote_id, url, at)"
     " VALUES (?, ?, ?, ?, ?, ?)"_L1,
     "SELECT incident, revision, target, remote_id, url, at FROM post_seen WHERE incident = ?"_L1},
    {"INSERT INTO promise (incident, id, kind, quote, due_lo, due_hi, due_precision, due_trigger,"
     " revision, status, note, made) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_L1,
     "SELECT incident, id, kind, quote, due_lo, due_hi, due_precision, due_trigger,"
     " revision, status, note, made FROM promise WHERE incident = ?"_L1},
    {"INSERT INTO factor (incident, n, code, role) VALUES (?, ?, ?, ?)"_L1,
     "SELECT incident, n, code, role FROM factor WHERE incident = ?"_L1},
};

// The rows of the other tables go with their incident.
constexpr auto eraseIncident = "DELETE FROM incident WHERE id = ?"_L1;
constexpr auto eraseAll = "DELETE FROM incident"_L1;
constexpr auto allIncidents =
    "SELECT id FROM incident ORDER BY coalesce(started_lo, started_hi, opened), id"_L1;
constexpr auto readVersion = "SELECT version FROM projection"_L1;
constexpr auto updateVersion = "UPDATE projection SET version = ?"_L1;

QStringList sortedRows(const std::vector<QVariantList> &rows)
{
    QStringList sorted;
    for (const QVariantList &row : rows) {
        QString line;
        for (const QVariant &value : row) {
            // Length first: no text can pass for two columns.
            const QString text = value.toString();
            line += value.isNull() ? u"-"_s : QString::number(text.size()) + u':' + text;
            line += u',';
        }
        sorted.append(line);
    }
    sorted.sort();
    return sorted;
}

} // namespace

base::Done ProjectionStore::write(const incident::Incident &incident)
{
    if (auto done = m_database.run(eraseIncident, Values().add(incident.id)); !done)
        return done;
    const TableRows rows = rowsOf(incident);
    for (std::size_t table = 0; table < tableCount; ++table) {
        for (const QVariantList &row : rows[table]) {
            if (auto done = m_database.run(statements[table].insert, Values(row)); !done)
                return done;
        }
    }
    return {};
}

base::Result<TableRows> ProjectionStore::read(const QString &incident)
{
    TableRows stored;
    for (std::size_t table = 0; table < tableCount; ++table) {
        const auto rows = m_database.rows(statements[table].read, Values().add(incident));
        if (!rows)
            return base::passOn(rows);
        for (const Row &row : *rows)
            stored[table].push_back(row.values());
    }
    return stored;
}

base::Done ProjectionStore::removeAll()
{
    return m_database.run(eraseAll);
}

base::Result<QStringList> ProjectionStore::incidents()
{
    const auto rows = m_database.rows(allIncidents);
    if (!rows)
        return base::passOn(rows);
    QStringList ids;
    for (const Row &row : *rows)
        ids.append(row.text(0));
    return ids;
}

base::Result<int> ProjectionStore::version()
{
    const auto version = m_database.number(readVersion);
    if (!version)
        return base::passOn(version);
    return int(*version);
}

base::Done ProjectionStore::setVersion(int version)
{
    return m_database.run(updateVersion, Values().add(version));
}

bool sameRows(const TableRows &a, const TableRows &b)
{
    for (std::size_t table = 0; table < tableCount; ++table) {
        if (sortedRows(a[table]) != sortedRows(b[table]))
            return false;
    }
    return true;
}

} // namespace ledger
