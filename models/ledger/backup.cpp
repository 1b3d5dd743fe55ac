// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/backup.h"

#include "ledger/files.h"
#include "ledger/migration.h"
#include "ledger/sqlerror.h"
#include "ledger/text.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

#include <unistd.h>

namespace ledger {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds verifyWait{2000};

/// A file beside the target that is gone when this goes, unless it was renamed.
class PartFile
{
public:
    explicit PartFile(const QString &target)
        : m_path(target + u".part-"_s + QString::number(::getpid()))
    {
        QFile::remove(m_path);
    }
    ~PartFile() { QFile::remove(m_path); }
    PartFile(const PartFile &) = delete;
    PartFile &operator=(const PartFile &) = delete;

    [[nodiscard]] const QString &path() const { return m_path; }

private:
    QString m_path;
};

base::Done refuseToOverwrite(const Database &database, const QString &path)
{
    const QFileInfo target(path);
    if (target.isDir())
        return base::fail(base::ErrorKind::Input,
                          LedgerText::tr("%1 is a folder. Name a file for the backup.").arg(path));
    if (!target.exists())
        return {};
    if (target.canonicalFilePath() == QFileInfo(database.path()).canonicalFilePath())
        return base::fail(
            base::ErrorKind::Input,
            LedgerText::tr("%1 is the ledger itself. Name another file for the backup.").arg(path));
    if (const auto verified = verifyBackup(path); !verified)
        return base::fail(
            base::ErrorKind::Input,
            LedgerText::tr("%1 exists and is not a backup of a ledger. Name another file, or "
                           "remove it first.")
                .arg(path),
            verified.error().detail);
    return {};
}

base::Result<qint64> eventCount(Database &database)
{
    return database.number(u"SELECT count(*) FROM event"_s);
}

} // namespace

QString ledgerPath(const QString &dataDir)
{
    return dataDir + u"/ledger.db"_s;
}

QString backupFolder(const QString &dataDir)
{
    return dataDir + u"/backups"_s;
}

base::Done writeBackup(Database &database, const QString &path)
{
    if (auto done = refuseToOverwrite(database, path); !done)
        return done;
    const PartFile part(path);
    // SQLite writes into an empty file that is there already: so it is never open to others.
    if (auto done = createFile(part.path()); !done)
        return done;
    Values target;
    target.add(part.path());
    if (auto done = database.run(u"VACUUM INTO ?"_s, target); !done)
        return done;
    if (auto done = syncFile(part.path()); !done)
        return done;
    if (auto done = verifyBackup(part.path()); !done)
        return base::fail(
            base::ErrorKind::Storage,
            LedgerText::tr("The backup %1 could not be read back, so it was not kept. Try "
                           "another disk.")
                .arg(path),
            done.error().detail);
    return replaceFile(part.path(), path);
}

base::Result<bool> writeDailyBackup(Database &database, const QString &dataDir, base::Instant now,
                                    int keep)
{
    const QDir folder(backupFolder(dataDir));
    const QString day = QDateTime::fromSecsSinceEpoch(now.time_since_epoch().count(), Qt::UTC)
                            .toString(u"yyyy-MM-dd"_s);
    const QString path = folder.filePath(u"daily-"_s + day + u".db"_s);
    if (QFileInfo::exists(path))
        return false;
    if (auto done = makeFolder(folder.path()); !done)
        return base::passOn(done);
    if (auto done = writeBackup(database, path); !done)
        return base::passOn(done);
    const QStringList daily =
        folder.entryList({u"daily-*.db"_s}, QDir::Files, QDir::Name | QDir::Reversed);
    const QStringList tooOld = daily.mid(keep);
    for (const QString &old : tooOld)
        QFile::remove(folder.filePath(old));
    return true;
}

Database::Access accessToBackup(const QString &path)
{
    // A copy that was made by hand may have its newest events in a log beside it.
    return QFileInfo(path + u"-wal"_s).size() > 0 ? Database::Access::ReadOnly
                                                  : Database::Access::Immutable;
}

base::Done verifyBackup(const QString &path)
{
    const auto unusable = [&](const QString &detail) {
        return base::fail(
            base::ErrorKind::Input,
            LedgerText::tr("%1 is not a whole backup of a ledger. Choose another one.").arg(path),
            detail);
    };
    if (!QFileInfo(path).isFile())
        return base::fail(base::ErrorKind::Input, LedgerText::tr("There is no file %1.").arg(path));
    const auto opened = Database::open(path, accessToBackup(path), verifyWait);
    if (!opened)
        return unusable(opened.error().detail);
    Database &copy = **opened;
    const auto state = schemaStateOf(copy);
    if (!state)
        return unusable(state.error().detail);
    if (state->application != applicationId || state->version < 1)
        return unusable(u"application_id or user_version"_s);
    const auto verdict = copy.row(u"PRAGMA quick_check(1)"_s);
    if (!verdict)
        return unusable(verdict.error().detail);
    if (!*verdict || (*verdict)->text(0) != "ok"_L1)
        return unusable(*verdict ? (*verdict)->text(0) : QString());
    if (const auto events = eventCount(copy); !events)
        return unusable(events.error().detail);
    return {};
}

QString newestGoodBackup(const QString &dataDir)
{
    const QDir folder(backupFolder(dataDir));
    const auto files = folder.entryInfoList({u"*.db"_s}, QDir::Files, QDir::Time);
    const auto good = std::ranges::find_if(files, [](const QFileInfo &file) {
        return verifyBackup(file.absoluteFilePath()).has_value();
    });
    return good == files.end() ? QString() : good->absoluteFilePath();
}

QString restoreAdvice(const QString &dataDir)
{
    const QString backup = newestGoodBackup(dataDir);
    if (backup.isEmpty())
        return LedgerText::tr(
                   "There is no good backup in %1. If you keep one elsewhere, run: watchkeeper "
                   "store "
                   "restore FILE --data %2")
            .arg(backupFolder(dataDir), shellWord(dataDir));
    const QString made = QFileInfo(backup).lastModified().toUTC().toString(u"yyyy-MM-dd HH:mm"_s);
    return LedgerText::tr(
               "The newest good backup is of %1 UTC. To go back to it, run: watchkeeper store "
               "restore %2 --data %3")
        .arg(made, shellWord(backup), shellWord(dataDir));
}

} // namespace ledger
