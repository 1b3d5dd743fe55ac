// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/id.h"
#include "ledger/ledger.h"
#include "outbox/parts.h"

/// The parts of an outbox that stands on a ledger.
namespace outbox {

class LedgerQueue final : public Queue
{
public:
    explicit LedgerQueue(ledger::OutboxStore &store);

    [[nodiscard]] base::Result<std::optional<ledger::Intent>>
    claim(const QString &key, base::Instant now, base::Instant until) override;
    [[nodiscard]] base::Done update(const ledger::Intent &intent) override;
    [[nodiscard]] base::Result<std::vector<ledger::Intent>> open() const override;
    [[nodiscard]] base::Result<std::vector<ledger::Intent>> unfinished() const override;
    [[nodiscard]] base::Result<std::optional<ledger::Intent>>
    find(const QString &key) const override;

private:
    ledger::OutboxStore &m_store;
};

class LedgerRecorder final : public Recorder
{
public:
    /// `author` stands beside the event.
    LedgerRecorder(ledger::Ledger &ledger, const base::Clock &clock, base::IdSource &ids,
                   QString author);

    [[nodiscard]] base::Done seen(const ledger::Intent &intent,
                                  const publish::Receipt &receipt) override;

private:
    ledger::Ledger &m_ledger;
    const base::Clock &m_clock;
    base::IdSource &m_ids;
    QString m_author;
};

/// The ledger must outlive the source.
[[nodiscard]] ThreadSource threadsFrom(const ledger::Ledger &ledger);

} // namespace outbox
