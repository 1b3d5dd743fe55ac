// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/draftstore.h"

#include "ledger/database.h"

namespace ledger {

using namespace Qt::StringLiterals;

namespace {

constexpr auto saveDraft =
    "INSERT INTO draft (key, body, saved) VALUES (?, ?, ?)"
    " ON CONFLICT (key) DO UPDATE SET body = excluded.body, saved = excluded.saved"_L1;
constexpr auto readDraft = "SELECT key, body, saved FROM draft WHERE key = ?"_L1;
constexpr auto readDrafts = "SELECT key, body, saved FROM draft ORDER BY saved DESC, key"_L1;
constexpr auto dropDraft = "DELETE FROM draft WHERE key = ?"_L1;

Draft draftFrom(const Row &row)
{
    return {row.text(0), row.bytes(1), row.instant(2)};
}

} // namespace

DraftStore::DraftStore(Database &database, const base::Clock &clock)
    : m_database(database)
    , m_clock(clock)
{}

base::Done DraftStore::save(const QString &key, const QByteArray &body)
{
    return m_database.run(saveDraft,
                          Values().add(key).add(QString::fromUtf8(body)).add(m_clock.now()));
}

base::Result<std::optional<Draft>> DraftStore::load(const QString &key) const
{
    const auto row = m_database.row(readDraft, Values().add(key));
    if (!row)
        return base::passOn(row);
    return *row ? std::optional(draftFrom(**row)) : std::nullopt;
}

base::Result<std::vector<Draft>> DraftStore::list() const
{
    const auto rows = m_database.rows(readDrafts);
    if (!rows)
        return base::passOn(rows);
    std::vector<Draft> drafts;
    for (const Row &row : *rows)
        drafts.push_back(draftFrom(row));
    return drafts;
}

base::Done DraftStore::drop(const QString &key)
{
    return m_database.run(dropDraft, Values().add(key));
}

} // namespace ledger
