// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/portable.h"

#include "incident/fold.h"
#include "ledger/derived.h"
#include "ledger/ledgerfile.h"
#include "ledger/portablejson.h"
#include "ledger/text.h"
#include "ledger/transaction.h"

namespace ledger {

using namespace Qt::StringLiterals;

base::Result<QByteArray> exportIncident(const QString &dataDir, const base::Clock &clock,
                                        base::IdSource &ids, const QString &incidentId)
{
    const auto file = LedgerFile::open({dataDir, builtInSchema, OpenMode::ReadOnly}, clock, ids);
    if (!file)
        return base::passOn(file);
    auto events = EventStore((*file)->database()).stored(incidentId);
    if (!events)
        return base::passOn(events);
    PortableIncident portable{incidentId, {}};
    std::vector<incident::Event> all;
    for (StoredEvent &stored : *events) {
        all.push_back(stored.event);
        const auto previous =
            EventStore((*file)->database()).hashBefore(stored.console, stored.seq);
        if (!previous)
            return base::passOn(previous);
        portable.events.push_back({std::move(stored), *previous});
    }
    const incident::Incident incident = incident::fold(all);
    if (!incident.exists())
        return base::fail(base::ErrorKind::NotFound,
                          LedgerText::tr("There is no incident “%1”. See them all with: "
                                         "watchkeeper incident list")
                              .arg(incidentId));
    return toPortableJson(portable, incident.ref);
}

base::Result<TakenIn> importIncident(const QString &dataDir, const base::Clock &clock,
                                     base::IdSource &ids, const QByteArray &file)
{
    const auto portable = fromPortableJson(file);
    if (!portable)
        return base::passOn(portable);
    const auto opened = LedgerFile::open({dataDir}, clock, ids);
    if (!opened)
        return base::passOn(opened);
    Database &database = (*opened)->database();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return base::passOn(transaction);
    EventStore store(database);
    TakenIn taken{portable->incident, 0};
    for (const PortableEvent &event : portable->events) {
        const auto added = store.adopt(event.stored);
        if (!added)
            return base::passOn(added);
        taken.added += *added ? 1 : 0;
    }
    const auto events = store.of(portable->incident);
    if (!events)
        return base::passOn(events);
    const incident::Incident incident = incident::fold(*events);
    if (!incident.exists())
        return base::fail(base::ErrorKind::Format,
                          LedgerText::tr("The file holds events, but not how the incident was "
                                         "opened. Export it again with this version."));
    if (auto done = writeDerived(database, incident, *events); !done)
        return base::passOn(done);
    if (auto done = transaction->commit(); !done)
        return base::passOn(done);
    return taken;
}

} // namespace ledger
