// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/ledgerfile.h"

#include "base/promised.h"
#include "ledger/backup.h"
#include "ledger/console.h"
#include "ledger/derived.h"
#include "ledger/files.h"
#include "ledger/projection.h"
#include "ledger/sqlerror.h"
#include "ledger/text.h"
#include "ledger/transaction.h"

#include <QDateTime>
#include <QFileInfo>

namespace ledger {

using namespace Qt::StringLiterals;

namespace {

using Opened = base::Result<std::unique_ptr<Database>>;

/// SQLite opens what may not be written for reading, and would tell at the first change only.
base::Done tryToWrite(Database &database)
{
    const auto takenBack = Transaction::begin(database);
    if (!takenBack)
        return base::passOn(takenBack);
    return database.run(u"UPDATE projection SET version = version"_s);
}

/// One opening of one ledger for writing.
class Opening
{
public:
    Opening(const Place &place, const base::Clock &clock, base::IdSource &ids, FolderLock &lock)
        : m_place(place)
        , m_path(ledgerPath(place.dataDir))
        , m_clock(clock)
        , m_ids(ids)
        , m_lock(lock)
    {}

    Opened run()
    {
        auto steps = migrationsIn(m_place.schemaFolder);
        if (!steps)
            return base::passOn(steps);
        m_steps = std::move(*steps);
        const auto version = inspect();
        if (!version)
            return base::passOn(version);
        if (m_checkLater)
            return connectForReading();
        if (auto done = *version < newest() ? bringUpToDate(*version) : base::Done(); !done)
            return base::passOn(done);
        return connect();
    }

    /// Null unless it still goes on.
    [[nodiscard]] std::unique_ptr<FileCheck> takeCheck() { return std::move(m_check); }

private:
    [[nodiscard]] int newest() const { return m_steps.back().version; }

    /// The version of the file, found usable without a byte of it changed; 0 if it is to be made.
    base::Result<int> inspect()
    {
        const QFileInfo file(m_path);
        if (file.size() == 0 && QFileInfo(m_path + u"-wal"_s).size() == 0)
            return mayStartAnew();
        auto database = Database::open(m_path, Database::Access::ReadOnly, m_place.lockWait);
        auto version = database ? inspect(**database) : base::passOn(database);
        // Killed while the very first statements were written: only a writer may take them back.
        if (!version && version.error().kind == base::ErrorKind::Storage) {
            database = Database::open(m_path, Database::Access::ReadWrite, m_place.lockWait);
            version = database ? inspect(**database) : base::passOn(database);
        }
        if (!version && isDamage(version.error()))
            return tl::make_unexpected(withAdvice(version.error(), m_place.dataDir));
        return version;
    }

    base::Result<int> inspect(Database &database)
    {
        const auto state = schemaStateOf(database);
        if (!state)
            return base::passOn(state);
        if (auto done = checkSchema(*state, m_path, newest()); !done)
            return base::passOn(done);
        if (m_place.mode == OpenMode::CheckedBeside && state->version == newest()) {
            const auto isComplete = completeness(database);
            if (!isComplete)
                return base::passOn(isComplete);
            m_checkLater = *isComplete;
        }
        if (m_checkLater)
            return state->version;
        if (auto done = checkPages(database); !done)
            return base::passOn(done);
        return state->version;
    }

    /// Whether opening it would write nothing.
    static base::Result<bool> completeness(Database &database)
    {
        const auto journal = database.row(u"PRAGMA journal_mode"_s);
        if (!journal)
            return base::passOn(journal);
        const auto consoles = database.number(u"SELECT count(*) FROM this_console"_s);
        if (!consoles)
            return base::passOn(consoles);
        const auto rules = ProjectionStore(database).version();
        if (!rules)
            return base::passOn(rules);
        const bool isLogged = *journal && (*journal)->text(0) == "wal"_L1;
        return isLogged && *consoles == 1 && *rules == projectionVersion;
    }

    base::Result<int> mayStartAnew() const
    {
        if (newestGoodBackup(m_place.dataDir).isEmpty())
            return 0;
        // A ledger was here. An empty one in its place would look as if nothing had ever happened.
        return tl::make_unexpected(
            withAdvice({base::ErrorKind::Storage,
                        LedgerText::tr("%1 is missing or empty, but there are backups of it in "
                                       "%2. Move that folder away if you want to start anew.")
                            .arg(m_path, backupFolder(m_place.dataDir)),
                        {},
                        {}},
                       m_place.dataDir));
    }

    base::Done bringUpToDate(int from)
    {
        if (auto done = m_lock.useAlone(); !done)
            return done;
        if (!QFileInfo::exists(m_path)) {
            if (auto done = createFile(m_path); !done)
                return done;
        }
        auto database = Database::open(m_path, Database::Access::ReadWrite, m_place.lockWait);
        if (!database)
            return base::passOn(database);
        if (from > 0) {
            if (auto done = backUp(**database, from); !done)
                return done;
        }
        return migrate(**database, m_steps);
    }

    base::Done backUp(Database &database, int version) const
    {
        const QString folder = backupFolder(m_place.dataDir);
        if (auto done = makeFolder(folder); !done)
            return done;
        const QString when =
            QDateTime::fromSecsSinceEpoch(m_clock.now().time_since_epoch().count(), Qt::UTC)
                .toString(u"yyyyMMdd-HHmmss"_s);
        auto done = writeBackup(database, folder + u"/before-schema-%1-%2.db"_s.arg(
                                                       QString::number(version + 1), when));
        if (!done)
            done.error().text =
                LedgerText::tr(
                    "The ledger has to be brought up to date, but no backup could be made "
                    "first, so it stays as it was.") +
                u' ' + done.error().text;
        return done;
    }

    Opened connect()
    {
        if (auto done = m_lock.use(); !done)
            return base::passOn(done);
        // Whoever may write but does not own it has been let in by the owner.
        (void)makePrivate(m_path);
        auto database = Database::open(m_path, Database::Access::ReadWrite, m_place.lockWait);
        if (!database)
            return base::passOn(database);
        if (auto done = (*database)->useWriteAheadLog(); !done)
            return base::passOn(done);
        if (auto done = tryToWrite(**database); !done)
            return base::passOn(done);
        if (auto done = ensureConsole(**database, m_clock.now(), m_ids); !done)
            return base::passOn(done);
        if (auto done = refreshDerived(**database); !done)
            return base::passOn(done);
        return database;
    }

    /// Writing waits for the verdict.
    Opened connectForReading()
    {
        if (auto done = m_lock.use(); !done)
            return base::passOn(done);
        (void)makePrivate(m_path);
        auto database = Database::open(m_path, Database::Access::ReadOnly, m_place.lockWait);
        if (!database)
            return base::passOn(database);
        m_check = std::make_unique<FileCheck>(m_place.dataDir, m_place.lockWait);
        (*database)->writeAfter([verdict = m_check->verdict()] { return verdict.result(); });
        return database;
    }

    const Place &m_place;
    const QString m_path;
    const base::Clock &m_clock;
    base::IdSource &m_ids;
    FolderLock &m_lock;
    std::vector<Migration> m_steps;
    bool m_checkLater = false;
    std::unique_ptr<FileCheck> m_check;
};

Opened openForReading(const Place &place)
{
    const QString path = ledgerPath(place.dataDir);
    if (!QFileInfo(path).isFile())
        return base::fail(base::ErrorKind::Storage,
                          LedgerText::tr("There is no ledger in %1.").arg(place.dataDir));
    const auto steps = migrationsIn(place.schemaFolder);
    if (!steps)
        return base::passOn(steps);
    const auto stateOf = [](const Opened &opened) {
        return opened ? schemaStateOf(**opened) : base::Result<SchemaState>(base::passOn(opened));
    };
    auto database = Database::open(path, Database::Access::ReadOnly, place.lockWait);
    auto state = stateOf(database);
    // Where SQLite may not write its side files, it reads the file alone; that is the whole truth
    // only while nothing waits in the write-ahead log.
    if (!state && state.error().kind == base::ErrorKind::Storage &&
        QFileInfo(path + u"-wal"_s).size() == 0) {
        database = Database::open(path, Database::Access::Immutable, place.lockWait);
        state = stateOf(database);
    }
    if (!state && isDamage(state.error()))
        return tl::make_unexpected(withAdvice(state.error(), place.dataDir));
    if (!state)
        return base::passOn(state);
    if (auto done = checkSchema(*state, path, steps->back().version); !done)
        return base::passOn(done);
    if (state->version < steps->back().version)
        return base::fail(
            base::ErrorKind::Refused,
            LedgerText::tr("%1 was written by an older Watchkeeper. Open it once without "
                           "read-only, so that it is brought up to date.")
                .arg(path));
    return database;
}

} // namespace

base::Result<std::unique_ptr<LedgerFile>>
LedgerFile::open(const Place &place, const base::Clock &clock, base::IdSource &ids)
{
    const auto wrap = [&](Opened opened, FolderLock lock, std::unique_ptr<FileCheck> check) {
        using Answer = base::Result<std::unique_ptr<LedgerFile>>;
        if (!opened)
            return Answer(base::passOn(opened));
        return Answer(std::unique_ptr<LedgerFile>(
            new LedgerFile(place.dataDir, std::move(lock), std::move(*opened), std::move(check))));
    };
    if (place.mode == OpenMode::ReadOnly)
        return wrap(openForReading(place), FolderLock(), nullptr);
    if (auto done = makeFolder(place.dataDir); !done)
        return base::passOn(done);
    auto lock = FolderLock::open(place.dataDir, place.lockWait);
    if (!lock)
        return base::passOn(lock);
    if (auto done = lock->enter(); !done)
        return base::passOn(done);
    Opening opening(place, clock, ids, *lock);
    auto opened = opening.run();
    lock->leave();
    return wrap(std::move(opened), std::move(*lock), opening.takeCheck());
}

QFuture<base::Done> LedgerFile::verdict() const
{
    return m_check ? m_check->verdict() : base::ready(base::Done());
}

base::Done LedgerFile::beginWriting()
{
    return m_check ? tryToWrite(*m_database) : base::Done();
}

} // namespace ledger
