// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "ledger/row.h"

#include <chrono>
#include <functional>
#include <memory>
#include <QSqlDatabase>
#include <vector>

class QSqlQuery;

namespace ledger {

/// One connection to one SQLite file, with every setting that the ledger's promises rest on read
/// back from it. Belongs to the thread that opened it.
class Database
{
public:
    enum class Access {
        ReadWrite,
        ReadOnly,
        Immutable, ///< reads the file alone, in a folder where SQLite may not write its side files
    };

    /// Never creates the file, and changes nothing in it.
    [[nodiscard]] static base::Result<std::unique_ptr<Database>>
    open(const QString &path, Access access, std::chrono::milliseconds lockWait);

    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Runs one statement; `sql` is a constant or comes from a migration, values are bound.
    [[nodiscard]] base::Done run(const QString &sql, const Values &values = {});
    /// The same; answers with the number of rows it changed.
    [[nodiscard]] base::Result<int> change(const QString &sql, const Values &values = {});
    [[nodiscard]] base::Result<std::vector<Row>> rows(const QString &sql,
                                                      const Values &values = {});
    /// The first row; nothing if there is none.
    [[nodiscard]] base::Result<std::optional<Row>> row(const QString &sql,
                                                       const Values &values = {});
    /// The number in the first column of the only row.
    [[nodiscard]] base::Result<qint64> number(const QString &sql, const Values &values = {});

    /// Of a connection for reading: it may write once `verdict` says so. The first statement that
    /// writes asks for it, may have to wait, and fails with what it says; so does every later one.
    void writeAfter(std::function<base::Done()> verdict);
    /// Asks for that verdict now. Does nothing where none was set.
    [[nodiscard]] base::Done becomeWritable();

    /// Write-ahead log instead of a rollback journal: changes the file, once and for all.
    [[nodiscard]] base::Done useWriteAheadLog();

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] bool isWritable() const { return m_access == Access::ReadWrite; }

private:
    friend class Transaction;

    Database(QString path, Access access, std::chrono::milliseconds lockWait);
    /// With all its settings.
    [[nodiscard]] base::Done connect();
    [[nodiscard]] base::Done applySettings();
    /// As change(), for what writes nothing by itself.
    [[nodiscard]] base::Result<int> obey(const QString &sql, const Values &values = {});
    [[nodiscard]] base::Done execute(QSqlQuery &query, const QString &sql, const Values &values);

    QString m_path;
    Access m_access;
    std::chrono::milliseconds m_lockWait;
    QString m_name;
    std::function<base::Done()> m_verdict; ///< null: none is waited for
    bool m_inTransaction = false;
};

} // namespace ledger
