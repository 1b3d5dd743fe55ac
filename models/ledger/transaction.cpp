// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/transaction.h"

#include <utility>

namespace ledger {

using namespace Qt::StringLiterals;

base::Result<Transaction> Transaction::begin(Database &database, Kind kind)
{
    if (database.m_inTransaction)
        return Transaction(nullptr);
    const auto begun =
        kind == Kind::Write ? database.change(u"BEGIN IMMEDIATE"_s) : database.obey(u"BEGIN"_s);
    if (!begun)
        return base::passOn(begun);
    database.m_inTransaction = true;
    return Transaction(&database);
}

base::Done Transaction::commit()
{
    if (!m_database)
        return {};
    if (const auto done = m_database->obey(u"COMMIT"_s); !done)
        return base::passOn(done);
    std::exchange(m_database, nullptr)->m_inTransaction = false;
    return {};
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{}

Transaction::~Transaction()
{
    if (!m_database)
        return;
    // SQLite has rolled back by itself after some errors (disk full); then this one says so.
    (void)m_database->obey(u"ROLLBACK"_s);
    m_database->m_inTransaction = false;
}

} // namespace ledger
