// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "ledger/intent.h"

#include <span>
#include <vector>

namespace ledger {

class Database;

/// The durable queue of what is to be published. It knows no order and no back-off of its own:
/// models/outbox decides, this keeps. Each call is one transaction, or joins the one that runs.
/// Errors: Storage, as every call to the ledger; others are named.
class OutboxStore
{
public:
    explicit OutboxStore(Database &database);

    /// What seems to be claimed for longer was claimed before the clock went back.
    static constexpr std::chrono::minutes longestClaim{10};

    /// Adds intents. A key that is known already stays as it is: asking twice queues once.
    [[nodiscard]] base::Done put(std::span<const Intent> intents);

    /// Takes one due intent for an attempt: raises `attempts` and sets `nextTry` to `until`, so
    /// that no other process takes it before then. Nothing if it is not open, somebody else was
    /// faster, or another intent of the same target is claimed: one process at a time writes there.
    /// A process that dies leaves it to whoever comes after `until`, which is `longestClaim` away
    /// at most.
    [[nodiscard]] base::Result<std::optional<Intent>> claim(const QString &key, base::Instant now,
                                                            base::Instant until);

    /// Writes everything but key, incident, revision, target, attempts and queuedAt.
    /// Conflict: somebody claimed it meanwhile (`attempts` differs), or it is seen already.
    [[nodiscard]] base::Done update(const Intent &intent);

    /// Open intents with nextTry <= now, in the order in which they were queued.
    [[nodiscard]] base::Result<std::vector<Intent>> due(base::Instant now) const;
    /// In the order in which they were queued.
    [[nodiscard]] base::Result<std::vector<Intent>> all() const;
    /// Those that are neither seen nor cancelled, likewise.
    [[nodiscard]] base::Result<std::vector<Intent>> unfinished() const;
    /// The newest `most` of those that are seen or cancelled, the newest first.
    [[nodiscard]] base::Result<std::vector<Intent>> finished(int most) const;
    [[nodiscard]] base::Result<std::vector<Intent>> of(const QString &incident) const;
    [[nodiscard]] base::Result<std::optional<Intent>> find(const QString &key) const;

private:
    Database &m_database;
};

} // namespace ledger
