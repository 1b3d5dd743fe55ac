// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/id.h"
#include "ledger/database.h"
#include "ledger/filecheck.h"
#include "ledger/folderlock.h"
#include "ledger/migration.h"
#include "ledger/openmode.h"

namespace ledger {

/// Where a ledger is, and how to open it.
struct Place
{
    QString dataDir;
    QString schemaFolder = builtInSchema;
    OpenMode mode = OpenMode::ReadWrite;
    std::chrono::milliseconds lockWait = defaultLockWait;
};

/// The file, found sound or made, at the newest schema, and the lock that says it is in use.
class LedgerFile
{
public:
    /// Errors: see Ledger::open().
    [[nodiscard]] static base::Result<std::unique_ptr<LedgerFile>>
    open(const Place &place, const base::Clock &clock, base::IdSource &ids);

    [[nodiscard]] Database &database() { return *m_database; }
    [[nodiscard]] const QString &dataDir() const { return m_dataDir; }
    /// Whether the whole file is sound; there at once, but for OpenMode::CheckedBeside.
    [[nodiscard]] QFuture<base::Done> verdict() const;
    /// See Ledger::beginWriting().
    [[nodiscard]] base::Done beginWriting();

private:
    LedgerFile(QString dataDir, FolderLock lock, std::unique_ptr<Database> database,
               std::unique_ptr<FileCheck> check)
        : m_dataDir(std::move(dataDir))
        , m_lock(std::move(lock))
        , m_database(std::move(database))
        , m_check(std::move(check))
    {}

    QString m_dataDir;
    FolderLock m_lock; ///< outlives the connection
    std::unique_ptr<Database> m_database;
    std::unique_ptr<FileCheck> m_check; ///< null: it was looked at before
};

} // namespace ledger
