// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/restore.h"

#include "ledger/backup.h"
#include "ledger/console.h"
#include "ledger/files.h"
#include "ledger/folderlock.h"
#include "ledger/migration.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace ledger {

using namespace Qt::StringLiterals;

namespace {

const QString logSuffix = u"-wal"_s;

/// A whole copy of the backup beside the ledger, with a console of its own.
base::Done prepareCopy(const QString &from, const QString &copy, const base::Clock &clock,
                       base::IdSource &ids, std::chrono::milliseconds wait)
{
    auto source = Database::open(from, accessToBackup(from), wait);
    if (!source)
        return base::passOn(source);
    if (auto done = writeBackup(**source, copy); !done)
        return done;
    auto database = Database::open(copy, Database::Access::ReadWrite, wait);
    if (!database)
        return base::passOn(database);
    if (auto done = startNewConsole(**database, clock.now(), ids); !done)
        return done;
    database->reset();
    return syncFile(copy);
}

/// Keeps the old ledger under another name, its write-ahead log beside it: SQLite finds that by the
/// name, and the newest events may be in nothing else.
base::Done keepAside(const QString &path, const QString &aside)
{
    for (const QString &suffix : {logSuffix, QString()}) {
        if (!QFileInfo::exists(path + suffix))
            continue;
        if (auto done = copyFile(path + suffix, aside + suffix); !done)
            return done;
    }
    return syncFolder(QFileInfo(path).absolutePath());
}

/// What SQLite keeps beside a file must never meet another file of that name.
void removeSideFiles(const QString &path)
{
    QFile::remove(path + logSuffix);
    QFile::remove(path + u"-shm"_s);
    QFile::remove(path + u"-journal"_s);
}

base::Done mayRestore(const QString &from)
{
    if (auto done = verifyBackup(from); !done)
        return done;
    const auto steps = migrationsIn(builtInSchema);
    if (!steps)
        return base::passOn(steps);
    auto backup = Database::open(from, accessToBackup(from), defaultLockWait);
    if (!backup)
        return base::passOn(backup);
    const auto state = schemaStateOf(**backup);
    if (!state)
        return base::passOn(state);
    return checkSchema(*state, from, steps->back().version);
}

} // namespace

base::Result<QString> restoreLedger(const QString &dataDir, const QString &from,
                                    const base::Clock &clock, base::IdSource &ids,
                                    std::chrono::milliseconds lockWait)
{
    if (auto done = mayRestore(from); !done)
        return base::passOn(done);
    if (auto done = makeFolder(dataDir); !done)
        return base::passOn(done);
    auto lock = FolderLock::open(dataDir, lockWait);
    if (!lock)
        return base::passOn(lock);
    if (auto done = lock->enter(); !done)
        return base::passOn(done);
    if (auto done = lock->useAlone(); !done)
        return base::passOn(done);

    const QString path = ledgerPath(dataDir);
    const QString when =
        QDateTime::fromMSecsSinceEpoch(clock.nowMs().time_since_epoch().count(), Qt::UTC)
            .toString(u"yyyyMMdd-HHmmss-zzz"_s);
    const QString copy = dataDir + u"/restoring-"_s + when + u".db"_s;
    if (auto done = prepareCopy(from, copy, clock, ids, lockWait); !done) {
        QFile::remove(copy);
        return base::passOn(done);
    }
    const QString aside = dataDir + u"/replaced-"_s + when + u".db"_s;
    if (auto done = keepAside(path, aside); !done) {
        QFile::remove(copy);
        return base::passOn(done);
    }
    removeSideFiles(path);
    if (auto done = replaceFile(copy, path); !done)
        return base::passOn(done);
    return QFileInfo::exists(aside) ? aside : QString();
}

} // namespace ledger
