// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "archive/archivefile.h"

#include "archive/words.h"
#include "ledger/files.h"
#include "ledger/migration.h"
#include "ledger/script.h"
#include "ledger/transaction.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace archive {

using namespace Qt::StringLiterals;
using ledger::Database;

namespace {

constexpr qint64 applicationId = 1466646898; // "WkAr"
constexpr int schemaVersion = 1;
constexpr std::chrono::seconds lockWait(5);

/// A lost second of samples is no loss; the structure of the file survives a power cut either way.
/// Space that deleted chunks leave is given back in small steps. Big pages waste less of their end.
const QString settings[] = {u"PRAGMA synchronous = NORMAL"_s, u"PRAGMA page_size = 16384"_s,
                            u"PRAGMA auto_vacuum = INCREMENTAL"_s};

base::Done makeSchema(Database &database)
{
    QFile file(u":/archive/archive.sql"_s);
    const bool open = file.open(QIODevice::ReadOnly);
    Q_ASSERT(open);
    const auto statements = ledger::statementsOf(QString::fromUtf8(file.readAll()));
    if (!statements)
        return base::passOn(statements);
    auto transaction = ledger::Transaction::begin(database);
    if (!transaction)
        return base::passOn(transaction);
    for (const QString &statement : *statements) {
        if (auto done = database.run(statement); !done)
            return done;
    }
    return transaction->commit();
}

base::Done checkSound(Database &database)
{
    const auto verdict = database.row(u"PRAGMA quick_check(1)"_s);
    if (!verdict)
        return base::passOn(verdict);
    if (!*verdict || (*verdict)->text(0) != "ok"_L1)
        return base::fail(base::ErrorKind::Format, {}, *verdict ? (*verdict)->text(0) : QString());
    return {};
}

base::Done checkOurs(const ledger::SchemaState &state)
{
    if (state.application != applicationId || state.version != schemaVersion)
        return base::fail(base::ErrorKind::Format, {}, u"another application or version"_s);
    return {};
}

base::Done prepare(Database &database)
{
    for (const QString &setting : settings) {
        if (auto done = database.run(setting); !done)
            return done;
    }
    auto state = ledger::schemaStateOf(database);
    if (state && state->isEmpty && state->application == 0) {
        if (auto done = makeSchema(database); !done)
            return done;
        state = ledger::schemaStateOf(database);
    }
    if (!state)
        return base::passOn(state);
    if (auto done = checkOurs(*state); !done)
        return done;
    if (auto done = database.useWriteAheadLog(); !done)
        return done;
    return checkSound(database);
}

base::Result<std::unique_ptr<Database>> open(const QString &path)
{
    if (!QFileInfo::exists(path)) {
        if (auto done = ledger::createFile(path); !done)
            return base::passOn(done);
    }
    auto database = Database::open(path, Database::Access::ReadWrite, lockWait);
    if (!database)
        return database;
    if (auto done = prepare(**database); !done)
        return base::passOn(done);
    return database;
}

/// With its side files, under a name that tells when.
base::Result<QString> putAside(const QString &path, const base::Clock &clock)
{
    const QString when =
        QDateTime::fromSecsSinceEpoch(clock.now().time_since_epoch().count(), Qt::UTC)
            .toString(u"yyyyMMdd-HHmmss"_s);
    const QString aside = path.chopped(3) + u"-unusable-%1.db"_s.arg(when);
    for (const QString &ending : {u"-wal"_s, u"-shm"_s, QString()}) {
        if (QFileInfo::exists(path + ending) && !QFile::rename(path + ending, aside + ending))
            return base::fail(base::ErrorKind::Storage,
                              Words::tr("%1 cannot be used, and it cannot be renamed either. Move "
                                        "it away, and samples will be kept again.")
                                  .arg(path));
    }
    return aside;
}

} // namespace

QString archivePath(const QString &dataDir)
{
    return dataDir + u"/archive.db"_s;
}

base::Result<std::unique_ptr<Database>> openToRead(const QString &dataDir)
{
    const QString path = archivePath(dataDir);
    if (!QFileInfo::exists(path))
        return base::fail(base::ErrorKind::NotFound,
                          Words::tr("No history of health is kept in this folder yet."));
    auto database = Database::open(path, Database::Access::ReadOnly, lockWait);
    if (!database)
        return database;
    const auto state = ledger::schemaStateOf(**database);
    if (!state)
        return base::passOn(state);
    if (auto done = checkOurs(*state); !done)
        return base::passOn(done);
    return database;
}

base::Result<OpenedFile> openFile(const QString &dataDir, const base::Clock &clock)
{
    const QString path = archivePath(dataDir);
    auto database = open(path);
    if (database)
        return OpenedFile{std::move(*database), {}};
    if (database.error().kind != base::ErrorKind::Format)
        return base::passOn(database);
    const auto aside = putAside(path, clock);
    if (!aside)
        return base::passOn(aside);
    database = open(path);
    if (!database)
        return base::passOn(database);
    return OpenedFile{std::move(*database),
                      Words::tr("The history of health could not be read and begins anew. "
                                "Incidents are not concerned. The old file is %1.")
                          .arg(*aside)};
}

} // namespace archive
