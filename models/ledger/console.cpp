// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/console.h"

#include "ledger/text.h"
#include "ledger/transaction.h"

namespace ledger {

using namespace Qt::StringLiterals;

namespace {

constexpr auto insertConsole =
    "INSERT INTO console (id, created, seq, hash) VALUES (?, ?, 0, '')"_L1;
constexpr auto chooseConsole = "INSERT INTO this_console (one, console) VALUES (1, ?)"
                               " ON CONFLICT (one) DO UPDATE SET console = excluded.console"_L1;
constexpr auto readConsole = "SELECT console.id, console.seq, console.hash"
                             " FROM this_console JOIN console ON console.id = this_console.console"
                             ""_L1;
constexpr auto updateHead = "UPDATE console SET seq = ?, hash = ? WHERE id = ?"_L1;

} // namespace

base::Done ensureConsole(Database &database, base::Instant now, base::IdSource &ids)
{
    const auto found = database.row(readConsole);
    if (!found)
        return base::passOn(found);
    return *found ? base::Done() : startNewConsole(database, now, ids);
}

base::Done startNewConsole(Database &database, base::Instant now, base::IdSource &ids)
{
    const QString id = ids.next();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return base::passOn(transaction);
    if (auto done = database.run(insertConsole, Values().add(id).add(now)); !done)
        return done;
    if (auto done = database.run(chooseConsole, Values().add(id)); !done)
        return done;
    return transaction->commit();
}

base::Result<Console> thisConsole(Database &database)
{
    const auto found = database.row(readConsole);
    if (!found)
        return base::passOn(found);
    if (!*found)
        return base::fail(base::ErrorKind::Storage,
                          LedgerText::tr("%1 does not say which console it belongs to. Run: "
                                         "watchkeeper store check")
                              .arg(database.path()));
    return Console{(*found)->text(0), (*found)->number(1), (*found)->text(2)};
}

base::Done moveHead(Database &database, const Console &console)
{
    return database.run(updateHead, Values().add(console.seq).add(console.hash).add(console.id));
}

} // namespace ledger
