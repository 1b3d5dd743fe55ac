// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "outbox/ledgerparts.h"

#include "incident/decide.h"
#include "publish/threadof.h"

namespace outbox {

using ledger::Intent;

LedgerQueue::LedgerQueue(ledger::OutboxStore &store)
    : m_store(store)
{}

base::Result<std::optional<Intent>> LedgerQueue::claim(const QString &key, base::Instant now,
                                                       base::Instant until)
{
    return m_store.claim(key, now, until);
}

base::Done LedgerQueue::update(const Intent &intent)
{
    return m_store.update(intent);
}

base::Result<std::vector<Intent>> LedgerQueue::open() const
{
    return m_store.due(base::Instant::max());
}

base::Result<std::vector<Intent>> LedgerQueue::unfinished() const
{
    return m_store.unfinished();
}

base::Result<std::optional<Intent>> LedgerQueue::find(const QString &key) const
{
    return m_store.find(key);
}

LedgerRecorder::LedgerRecorder(ledger::Ledger &ledger, const base::Clock &clock,
                               base::IdSource &ids, QString author)
    : m_ledger(ledger)
    , m_clock(clock)
    , m_ids(ids)
    , m_author(std::move(author))
{}

base::Done LedgerRecorder::seen(const Intent &intent, const publish::Receipt &receipt)
{
    const incident::RecordSeen command{intent.revision, intent.target, receipt.remoteId,
                                       receipt.url, m_ids.next()};
    const auto decide = [&](const incident::Incident &incident) {
        return incident::decide(incident, command, {m_clock.now(), m_author});
    };
    ledger::Along along;
    along.updates.push_back(intent);
    const auto changed = m_ledger.change(intent.incident, m_author, decide, along);
    if (!changed)
        return base::passOn(changed);
    return {};
}

ThreadSource threadsFrom(const ledger::Ledger &ledger)
{
    return [&ledger](const Intent &intent) -> base::Result<publish::Thread> {
        const auto incident = ledger.load(intent.incident);
        if (!incident)
            return base::passOn(incident);
        return publish::threadOf(*incident, intent.revision, intent.target);
    };
}

} // namespace outbox
