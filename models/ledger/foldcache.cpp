// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/foldcache.h"

#include "incident/fold.h"
#include "ledger/eventstore.h"

#include <algorithm>

namespace ledger {

namespace {

/// The open ones, and what the charts show.
constexpr std::size_t mostFolds = 64;

} // namespace

base::Result<incident::Incident> FoldCache::load(Database &database, const QString &id)
{
    EventStore store(database);
    const auto count = store.count(id);
    if (!count)
        return base::passOn(count);
    const auto known = m_folds.find(id);
    if (known != m_folds.end() && known->second.events == *count) {
        known->second.used = ++m_uses;
        return known->second.incident;
    }
    const auto events = store.of(id);
    if (!events)
        return base::passOn(events);
    incident::Incident incident = incident::fold(*events);
    if (incident.exists()) {
        m_folds.insert_or_assign(id, Fold{qint64(events->size()), ++m_uses, incident});
        makeRoom();
    }
    return incident;
}

void FoldCache::makeRoom()
{
    if (m_folds.size() <= mostFolds)
        return;
    m_folds.erase(
        std::ranges::min_element(m_folds, {}, [](const auto &known) { return known.second.used; }));
}

} // namespace ledger
