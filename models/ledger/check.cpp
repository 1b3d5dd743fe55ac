// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/check.h"

#include "incident/fold.h"
#include "ledger/backup.h"
#include "ledger/chaincheck.h"
#include "ledger/eventstore.h"
#include "ledger/files.h"
#include "ledger/migration.h"
#include "ledger/projection.h"
#include "ledger/search.h"
#include "ledger/sqlerror.h"
#include "ledger/text.h"
#include "ledger/transaction.h"

#include <algorithm>

namespace ledger {

using namespace Qt::StringLiterals;

namespace {

/// The pages, the indexes and the references between tables.
base::Done checkFile(Database &database, std::vector<Fault> &faults)
{
    const auto findings = database.rows(u"PRAGMA integrity_check(20)"_s);
    if (!findings)
        return base::passOn(findings);
    for (const Row &finding : *findings) {
        if (finding.text(0) != "ok"_L1)
            faults.push_back(
                {Fault::Kind::Damage,
                 LedgerText::tr("The file is damaged: %1").arg(finding.text(0).simplified())});
    }
    const auto orphans = database.rows(u"PRAGMA foreign_key_check"_s);
    if (!orphans)
        return base::passOn(orphans);
    for (const Row &orphan : *orphans)
        faults.push_back(
            {Fault::Kind::Damage,
             LedgerText::tr("A row of the table %1 belongs to nothing in the table %2.")
                 .arg(orphan.text(0), orphan.text(2))});
    return {};
}

/// Whether what derives from the events of one incident is what a fresh fold makes of them.
base::Done checkDerived(Database &database, const QString &id, std::vector<Fault> &faults)
{
    const auto events = EventStore(database).of(id);
    if (!events)
        return base::passOn(events);
    const incident::Incident incident = incident::fold(*events);
    const auto stored = ProjectionStore(database).read(id);
    if (!stored)
        return base::passOn(stored);
    const auto text = SearchStore(database).read(id);
    if (!text)
        return base::passOn(text);
    const QString name = incident.ref.isEmpty() ? id : incident.ref;
    const TableRows expected = incident.exists() ? rowsOf(incident) : TableRows();
    if (!sameRows(*stored, expected))
        faults.push_back(
            {Fault::Kind::Projection,
             LedgerText::tr("The tables say something else about %1 than its events.").arg(name)});
    if (incident.exists() && *text != searchTextOf(incident, *events))
        faults.push_back(
            {Fault::Kind::Projection,
             LedgerText::tr("The search knows %1 with another text than its events.").arg(name)});
    return {};
}

base::Done checkProjections(Database &database, CheckReport &report)
{
    const auto incidents = EventStore(database).incidents();
    if (!incidents)
        return base::passOn(incidents);
    report.incidents = incidents->size();
    for (const QString &id : *incidents) {
        if (auto done = checkDerived(database, id, report.faults); !done)
            return done;
    }
    const auto projected = ProjectionStore(database).incidents();
    if (!projected)
        return base::passOn(projected);
    for (const QString &id : *projected) {
        if (!incidents->contains(id))
            report.faults.push_back(
                {Fault::Kind::Projection,
                 LedgerText::tr("The tables know an incident %1 that has no events.").arg(id)});
    }
    return {};
}

base::Done checkSearch(Database &database, std::vector<Fault> &faults)
{
    if (!database.isWritable())
        return {};
    auto verified = SearchStore(database).verify();
    if (verified || !isDamage(verified.error()))
        return verified;
    faults.push_back(
        {Fault::Kind::Projection, LedgerText::tr("The search index does not fit its texts.")});
    return {};
}

QString adviceFor(const CheckReport &report, const QString &dataDir)
{
    const auto has = [&](Fault::Kind kind) {
        return std::ranges::any_of(report.faults,
                                   [&](const Fault &fault) { return fault.kind == kind; });
    };
    if (has(Fault::Kind::Damage) || has(Fault::Kind::Chain) || has(Fault::Kind::Hole))
        return restoreAdvice(dataDir);
    if (has(Fault::Kind::Projection))
        return LedgerText::tr(
                   "The events are whole. To make the rest again from them, run: watchkeeper store "
                   "rebuild --data %1")
            .arg(shellWord(dataDir));
    if (has(Fault::Kind::Unreadable))
        return LedgerText::tr(
            "These events are kept as they are, without effect. A newer Watchkeeper may have "
            "written them: install it.");
    return {};
}

base::Done lookAtAll(Database &database, CheckReport &report)
{
    const auto state = schemaStateOf(database);
    if (!state)
        return base::passOn(state);
    report.schema = state->version;
    if (auto done = checkFile(database, report.faults); !done)
        return done;
    if (auto done = checkChains(database, report); !done)
        return done;
    return checkProjections(database, report);
}

base::Done lookAtOneView(Database &database, CheckReport &report)
{
    const auto view = Transaction::begin(database, Transaction::Kind::Read);
    if (!view)
        return base::passOn(view);
    return lookAtAll(database, report);
}

} // namespace

base::Result<CheckReport> checkLedger(Database &database, const QString &dataDir)
{
    CheckReport report;
    auto done = lookAtOneView(database, report);
    // The index is verified by a statement that counts as writing, which a view does not allow.
    if (done)
        done = checkSearch(database, report.faults);
    if (!done) {
        if (!isDamage(done.error()))
            return base::passOn(done);
        report.faults.push_back({Fault::Kind::Damage, done.error().text});
    }
    report.advice = adviceFor(report, dataDir);
    return report;
}

} // namespace ledger
