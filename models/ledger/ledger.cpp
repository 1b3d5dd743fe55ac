// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/ledger.h"

#include "incident/fold.h"
#include "ledger/backup.h"
#include "ledger/check.h"
#include "ledger/derived.h"
#include "ledger/eventstore.h"
#include "ledger/history.h"
#include "ledger/ledgerfile.h"
#include "ledger/restore.h"
#include "ledger/text.h"
#include "ledger/transaction.h"

namespace ledger {

using namespace Qt::StringLiterals;

namespace {

/// What may not be left to decide(): it sees one incident, these concern the ledger.
base::Done checkChanged(Database &database, const incident::Incident &before,
                        const incident::Incident &after)
{
    if (!after.exists())
        return base::fail(
            base::ErrorKind::Internal,
            LedgerText::tr("Something was to be written about an incident that nobody has "
                           "opened. Nothing was changed. Please report this."));
    if (before.exists() || after.ref.isEmpty())
        return {};
    const auto taken = History(database).isRefTaken(after.ref, after.id);
    if (!taken)
        return base::passOn(taken);
    if (*taken)
        return tl::make_unexpected(base::Error{
            base::ErrorKind::Conflict,
            LedgerText::tr("The reference %1 has just been given to another incident. Try again.")
                .arg(after.ref),
            {},
            {base::Retry::When::Now, {}}});
    return {};
}

} // namespace

base::Result<std::unique_ptr<Ledger>> Ledger::open(const QString &dataDir, const base::Clock &clock,
                                                   base::IdSource &ids, OpenMode mode,
                                                   std::chrono::milliseconds lockWait)
{
    auto file = LedgerFile::open({dataDir, builtInSchema, mode, lockWait}, clock, ids);
    if (!file)
        return base::passOn(file);
    return std::unique_ptr<Ledger>(new Ledger(std::move(*file), clock, ids));
}

Ledger::Ledger(std::unique_ptr<LedgerFile> file, const base::Clock &clock, base::IdSource &ids)
    : m_file(std::move(file))
    , m_clock(clock)
    , m_ids(ids)
    , m_drafts(m_file->database(), clock)
    , m_outbox(m_file->database())
{}

Ledger::~Ledger() = default;

QFuture<base::Done> Ledger::verdict() const
{
    return m_file->verdict();
}

base::Done Ledger::beginWriting()
{
    return m_file->beginWriting();
}

base::Result<incident::Incident> Ledger::change(const QString &incidentId, const QString &author,
                                                const Decide &decide, const Along &along)
{
    auto transaction = Transaction::begin(m_file->database());
    if (!transaction)
        return base::passOn(transaction);
    auto after = changeOne(incidentId, author, decide);
    if (!after)
        return after;
    if (auto done = doAlong(along); !done)
        return base::passOn(done);
    if (auto done = transaction->commit(); !done)
        return base::passOn(done);
    return after;
}

base::Result<std::vector<incident::Incident>>
Ledger::changeTogether(const std::vector<std::pair<QString, Decide>> &changes,
                       const QString &author)
{
    auto transaction = Transaction::begin(m_file->database());
    if (!transaction)
        return base::passOn(transaction);
    std::vector<incident::Incident> changed;
    for (const auto &[incidentId, decide] : changes) {
        auto after = changeOne(incidentId, author, decide);
        if (!after)
            return base::passOn(after);
        changed.push_back(std::move(*after));
    }
    if (auto done = transaction->commit(); !done)
        return base::passOn(done);
    return changed;
}

base::Result<incident::Incident> Ledger::changeOne(const QString &incidentId, const QString &author,
                                                   const Decide &decide)
{
    Database &database = m_file->database();
    EventStore store(database);
    auto events = store.of(incidentId);
    if (!events)
        return base::passOn(events);
    const incident::Incident before = incident::fold(*events);
    const auto decided = decide(before);
    if (!decided)
        return base::passOn(decided);
    if (decided->empty())
        return before;
    const auto appended =
        store.append(incidentId, author, *decided, events->empty() ? nullptr : &events->back(),
                     m_clock.now(), m_ids);
    if (!appended)
        return base::passOn(appended);
    events->insert(events->end(), appended->begin(), appended->end());
    const incident::Incident after = incident::fold(*events);
    if (auto done = checkChanged(database, before, after); !done)
        return base::passOn(done);
    if (auto done = writeDerived(database, after, *events); !done)
        return base::passOn(done);
    return after;
}

base::Done Ledger::doAlong(const Along &along)
{
    if (auto done = m_outbox.put(along.intents); !done)
        return done;
    for (const Intent &intent : along.updates) {
        if (auto done = m_outbox.update(intent); !done)
            return done;
    }
    return along.dropDraft ? m_drafts.drop(*along.dropDraft) : base::Done();
}

base::Result<incident::Incident> Ledger::load(const QString &incidentId) const
{
    auto incident = m_folds.load(m_file->database(), incidentId);
    if (incident && !incident->exists())
        return base::fail(
            base::ErrorKind::NotFound,
            LedgerText::tr("There is no incident “%1”. See them all with: watchkeeper incident "
                           "list")
                .arg(incidentId));
    return incident;
}

base::Result<std::vector<incident::Event>> Ledger::events(const QString &incidentId) const
{
    return EventStore(m_file->database()).of(incidentId);
}

base::Result<std::vector<Summary>> Ledger::list(const Filter &filter) const
{
    return History(m_file->database()).list(filter);
}

base::Result<std::vector<Hit>> Ledger::search(const QString &text, int limit) const
{
    Filter filter;
    filter.text = text;
    filter.limit = limit;
    return search(filter);
}

base::Result<std::vector<Hit>> Ledger::search(const Filter &filter) const
{
    return History(m_file->database()).search(filter);
}

base::Result<int> Ledger::count(const Filter &filter, int most) const
{
    return History(m_file->database()).count(filter, most);
}

base::Result<QString> Ledger::resolveId(const QString &text) const
{
    return History(m_file->database()).resolveId(text);
}

base::Result<QStringList> Ledger::incidentsWith(RareEvent kind,
                                                const std::optional<base::Instant> &since) const
{
    return History(m_file->database()).incidentsWith(kind, since);
}

base::Result<QString> Ledger::nextRef(QDate day) const
{
    return History(m_file->database()).nextRef(day);
}

qint64 Ledger::dataVersion() const
{
    return m_file->database().number(u"PRAGMA data_version"_s).value_or(-1);
}

DraftStore &Ledger::drafts()
{
    return m_drafts;
}

OutboxStore &Ledger::outbox()
{
    return m_outbox;
}

base::Result<CheckReport> Ledger::check() const
{
    return checkLedger(m_file->database(), m_file->dataDir());
}

base::Done Ledger::backup(const QString &path) const
{
    return writeBackup(m_file->database(), path);
}

base::Result<bool> Ledger::backupDaily(int keep) const
{
    return writeDailyBackup(m_file->database(), m_file->dataDir(), m_clock.now(), keep);
}

base::Done Ledger::rebuild()
{
    return rebuildDerived(m_file->database());
}

base::Result<QString> Ledger::restore(const QString &dataDir, const QString &from,
                                      const base::Clock &clock, base::IdSource &ids)
{
    return restoreLedger(dataDir, from, clock, ids);
}

QString Ledger::path() const
{
    return m_file->database().path();
}

} // namespace ledger
