// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/derived.h"

#include "incident/fold.h"
#include "ledger/eventstore.h"
#include "ledger/overview.h"
#include "ledger/projection.h"
#include "ledger/search.h"
#include "ledger/transaction.h"

#include <QSet>

namespace ledger {

namespace {

/// All that have events. By their beginning, as far as the tables know it: rows that come in order
/// can be put into the search many at a time.
base::Result<QStringList> incidentsInOrder(Database &database)
{
    const auto known = ProjectionStore(database).incidents();
    const auto all = EventStore(database).incidents();
    if (!known || !all)
        return base::passOn(known ? all : known);
    QStringList ordered = *known + *all;
    ordered.removeDuplicates();
    const QSet<QString> withEvents(all->begin(), all->end());
    ordered.removeIf([&](const QString &id) { return !withEvents.contains(id); });
    return ordered;
}

} // namespace

base::Done writeDerived(Database &database, const incident::Incident &incident,
                        std::span<const incident::Event> events)
{
    if (auto done = ProjectionStore(database).write(incident); !done)
        return done;
    const timing::RoughInstant started = overviewOf(incident).started;
    const base::Instant began = started.lo().value_or(started.hi().value_or(incident.opened));
    return SearchStore(database).write(incident.id, began, searchTextOf(incident, events));
}

base::Done rebuildDerived(Database &database)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return base::passOn(transaction);
    ProjectionStore projection(database);
    const auto incidents = incidentsInOrder(database);
    if (!incidents)
        return base::passOn(incidents);
    if (auto done = projection.removeAll(); !done)
        return done;
    if (auto done = SearchStore(database).removeAll(); !done)
        return done;
    EventStore store(database);
    for (const QString &id : *incidents) {
        const auto events = store.of(id);
        if (!events)
            return base::passOn(events);
        const incident::Incident incident = incident::fold(*events);
        // Events whose incident nobody has opened (yet): from a ledger that was merged in parts.
        if (!incident.exists())
            continue;
        if (auto done = writeDerived(database, incident, *events); !done)
            return done;
    }
    if (auto done = projection.setVersion(projectionVersion); !done)
        return done;
    return transaction->commit();
}

base::Done refreshDerived(Database &database)
{
    const auto version = ProjectionStore(database).version();
    if (!version)
        return base::passOn(version);
    return *version == projectionVersion ? base::Done() : rebuildDerived(database);
}

} // namespace ledger
