// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "incident/incident.h"

#include <map>

namespace ledger {

class Database;

/// Incidents as they were folded last. Several parts of a window ask for the same few each time
/// that something has changed: only what has changed is folded again, whoever changed it.
class FoldCache
{
public:
    /// As it is in the ledger now; empty if it has no events.
    [[nodiscard]] base::Result<incident::Incident> load(Database &database, const QString &id);

private:
    struct Fold
    {
        qint64 events = 0;
        qint64 used = 0; ///< higher: later
        incident::Incident incident;
    };
    void makeRoom();

    std::map<QString, Fold> m_folds;
    qint64 m_uses = 0;
};

} // namespace ledger
