// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/id.h"
#include "ledger/database.h"
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

private:
    LedgerFile(QString dataDir, FolderLock lock, std::unique_ptr<Database> database)
        : m_dataDir(std::move(dataDir))
        , m_lock(std::move(lock))
        , m_database(std::move(database))
    {}

    QString m_dataDir;
    FolderLock m_lock; ///< outlives the connection
    std::unique_ptr<Database> m_database;
};

} // namespace ledger
