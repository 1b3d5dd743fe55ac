// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/outboxstore.h"

#include "ledger/database.h"
#include "ledger/text.h"
#include "ledger/transaction.h"

namespace ledger {

using namespace Qt::StringLiterals;

namespace {

constexpr auto insertIntent =
    "INSERT INTO outbox (key, incident, revision, target, state, attempts, queued_at, next_try,"
    " last_error, remote_id, url) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (key) DO NOTHING"_L1;
constexpr auto claimIntent =
    "UPDATE outbox SET attempts = attempts + 1, next_try = ?, last_error = ''"
    " WHERE key = ? AND next_try <= ? AND state IN ('queued', 'sent', 'accepted')"
    " AND NOT EXISTS (SELECT 1 FROM outbox AS other WHERE other.target = outbox.target"
    " AND other.key <> outbox.key AND other.state IN ('queued', 'sent', 'accepted')"
    " AND other.attempts > 0 AND other.last_error = '' AND other.next_try > ?"
    " AND other.next_try <= ?)"_L1;
constexpr auto updateIntent =
    "UPDATE outbox SET state = ?, next_try = ?, last_error = ?, remote_id = ?, url = ?"
    " WHERE key = ? AND attempts = ? AND (state <> 'seen' OR ? = 'seen')"_L1;
constexpr auto dueIntents =
    "SELECT key, incident, revision, target, state, attempts, queued_at, next_try, last_error,"
    " remote_id, url FROM outbox"
    " WHERE state IN ('queued', 'sent', 'accepted') AND next_try <= ? ORDER BY n"_L1;
constexpr auto allIntents =
    "SELECT key, incident, revision, target, state, attempts, queued_at, next_try, last_error,"
    " remote_id, url FROM outbox ORDER BY n"_L1;
constexpr auto unfinishedIntents =
    "SELECT key, incident, revision, target, state, attempts, queued_at, next_try, last_error,"
    " remote_id, url FROM outbox"
    " WHERE state IN ('queued', 'sent', 'accepted', 'failed') ORDER BY n"_L1;
constexpr auto finishedIntents =
    "SELECT key, incident, revision, target, state, attempts, queued_at, next_try, last_error,"
    " remote_id, url FROM outbox"
    " WHERE state IN ('seen', 'cancelled') ORDER BY n DESC LIMIT ?"_L1;
constexpr auto intentsOfIncident =
    "SELECT key, incident, revision, target, state, attempts, queued_at, next_try, last_error,"
    " remote_id, url FROM outbox WHERE incident = ? ORDER BY n"_L1;
constexpr auto intentByKey =
    "SELECT key, incident, revision, target, state, attempts, queued_at, next_try, last_error,"
    " remote_id, url FROM outbox WHERE key = ?"_L1;

Intent intentFrom(const Row &row)
{
    return {
        row.text(0),        row.text(1),    row.text(2),    row.text(3), row.name<IntentState>(4),
        int(row.number(5)), row.instant(6), row.instant(7), row.text(8), row.text(9),
        row.text(10)};
}

base::Result<std::vector<Intent>> intentsFrom(const base::Result<std::vector<Row>> &rows)
{
    if (!rows)
        return base::passOn(rows);
    std::vector<Intent> intents;
    for (const Row &row : *rows)
        intents.push_back(intentFrom(row));
    return intents;
}

} // namespace

OutboxStore::OutboxStore(Database &database)
    : m_database(database)
{}

base::Done OutboxStore::put(std::span<const Intent> intents)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return base::passOn(transaction);
    for (const Intent &intent : intents) {
        Values values;
        values.add(intent.key).add(intent.incident).add(intent.revision).add(intent.target);
        values.add(intent.state).add(intent.attempts).add(intent.queuedAt).add(intent.nextTry);
        values.add(intent.lastError).add(intent.remoteId).add(intent.url);
        if (auto done = m_database.run(insertIntent, values); !done)
            return done;
    }
    return transaction->commit();
}

base::Result<std::optional<Intent>> OutboxStore::claim(const QString &key, base::Instant now,
                                                       base::Instant until)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return base::passOn(transaction);
    const auto claimed = m_database.change(
        claimIntent, Values().add(until).add(key).add(now).add(now).add(now + longestClaim));
    if (!claimed)
        return base::passOn(claimed);
    if (*claimed == 0)
        return std::nullopt;
    auto intent = find(key);
    if (!intent)
        return intent;
    if (auto done = transaction->commit(); !done)
        return base::passOn(done);
    return intent;
}

base::Done OutboxStore::update(const Intent &intent)
{
    Values values;
    values.add(intent.state).add(intent.nextTry).add(intent.lastError).add(intent.remoteId);
    values.add(intent.url).add(intent.key).add(intent.attempts).add(intent.state);
    const auto updated = m_database.change(updateIntent, values);
    if (!updated)
        return base::passOn(updated);
    if (*updated == 0)
        return base::fail(base::ErrorKind::Conflict,
                          LedgerText::tr("Another Watchkeeper has gone on with this update for %1 "
                                         "meanwhile. Look at its state before you try again.")
                              .arg(intent.target));
    return {};
}

base::Result<std::vector<Intent>> OutboxStore::due(base::Instant now) const
{
    return intentsFrom(m_database.rows(dueIntents, Values().add(now)));
}

base::Result<std::vector<Intent>> OutboxStore::all() const
{
    return intentsFrom(m_database.rows(allIntents));
}

base::Result<std::vector<Intent>> OutboxStore::unfinished() const
{
    return intentsFrom(m_database.rows(unfinishedIntents));
}

base::Result<std::vector<Intent>> OutboxStore::finished(int most) const
{
    return intentsFrom(m_database.rows(finishedIntents, Values().add(qint64(most))));
}

base::Result<std::vector<Intent>> OutboxStore::of(const QString &incident) const
{
    return intentsFrom(m_database.rows(intentsOfIncident, Values().add(incident)));
}

base::Result<std::optional<Intent>> OutboxStore::find(const QString &key) const
{
    const auto row = m_database.row(intentByKey, Values().add(key));
    if (!row)
        return base::passOn(row);
    return *row ? std::optional(intentFrom(**row)) : std::nullopt;
}

} // namespace ledger
