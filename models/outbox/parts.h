// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "ledger/intent.h"
#include "publish/statuspage.h"

#include <functional>
#include <optional>
#include <vector>

/// What the outbox stands on. Each call is durable when it returns.
namespace outbox {

/// The intents, as ledger::OutboxStore keeps them.
class Queue
{
public:
    virtual ~Queue() = default;

    /// See ledger::OutboxStore::claim().
    [[nodiscard]] virtual base::Result<std::optional<ledger::Intent>>
    claim(const QString &key, base::Instant now, base::Instant until) = 0;
    /// Conflict: somebody else has gone on with it.
    [[nodiscard]] virtual base::Done update(const ledger::Intent &intent) = 0;
    /// Those that are neither final nor given up, in the order in which they were queued.
    [[nodiscard]] virtual base::Result<std::vector<ledger::Intent>> open() const = 0;
    /// Those and the ones that wait for a person.
    [[nodiscard]] virtual base::Result<std::vector<ledger::Intent>> unfinished() const = 0;
    [[nodiscard]] virtual base::Result<std::optional<ledger::Intent>>
    find(const QString &key) const = 0;
};

/// Writes down that a revision was read back from where the public reads it: the event in the
/// incident and the state of the intent (which is Seen already in `intent`) in one transaction.
class Recorder
{
public:
    virtual ~Recorder() = default;

    [[nodiscard]] virtual base::Done seen(const ledger::Intent &intent,
                                          const publish::Receipt &receipt) = 0;
};

/// The thread that an intent is to bring to its target, as the ledger has it now.
using ThreadSource = std::function<base::Result<publish::Thread>(const ledger::Intent &)>;

/// A number in 0..1 that nobody can foresee.
using Random = std::function<double()>;

} // namespace outbox
