// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/id.h"
#include "ledger/database.h"

namespace ledger {

/// The head of this installation's chain of events.
struct Console
{
    QString id;
    qint64 seq = 0; ///< of its newest event; 0 = none yet
    QString hash;   ///< of its newest event; empty = none yet
};

/// Gives the file a console of its own if it has none.
[[nodiscard]] base::Done ensureConsole(Database &database, base::Instant now, base::IdSource &ids);
/// Gives the file a new console, whatever it had: for a copy that goes on apart from its original.
[[nodiscard]] base::Done startNewConsole(Database &database, base::Instant now,
                                         base::IdSource &ids);
[[nodiscard]] base::Result<Console> thisConsole(Database &database);
[[nodiscard]] base::Done moveHead(Database &database, const Console &console);

} // namespace ledger
