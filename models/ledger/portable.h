// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/id.h"
#include "base/result.h"

/// One incident as a file that another console takes in.
namespace ledger {

/// All events of an incident as JSON: each with the hash that keeps it in its chain and the hash
/// before it, and one hash over all, so that a file that was cut or edited shows. Errors: NotFound,
/// and those of Ledger::open().
[[nodiscard]] base::Result<QByteArray> exportIncident(const QString &dataDir,
                                                      const base::Clock &clock, base::IdSource &ids,
                                                      const QString &incidentId);

struct TakenIn
{
    QString incident; ///< id
    int added = 0;    ///< events that were not there yet; 0 = it was all known
};

/// Appends the events that are not there yet to this console's chain, with their own ids, times and
/// authors, all or nothing. Taking the same file in again changes nothing. Errors: Format for what
/// is no such file, or is torn, changed or newer; Conflict if events of it stand here differently.
[[nodiscard]] base::Result<TakenIn> importIncident(const QString &dataDir, const base::Clock &clock,
                                                   base::IdSource &ids, const QByteArray &file);

} // namespace ledger
