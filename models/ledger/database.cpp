// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/database.h"

#include "ledger/sqlerror.h"

#include <QFileInfo>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QUrl>
#include <QUuid>

namespace ledger {

using namespace Qt::StringLiterals;

namespace {

struct Setting
{
    QLatin1StringView set;
    QLatin1StringView read;
    qint64 expected;
};

/// FULL (2): a commit is on the disk when it returns, also after a power cut. The rest is for files
/// that somebody else has handed to us.
constexpr Setting settings[] = {
    {"PRAGMA foreign_keys = ON"_L1, "PRAGMA foreign_keys"_L1, 1},
    {"PRAGMA synchronous = FULL"_L1, "PRAGMA synchronous"_L1, 2},
    {"PRAGMA trusted_schema = OFF"_L1, "PRAGMA trusted_schema"_L1, 0},
    {"PRAGMA cell_size_check = ON"_L1, "PRAGMA cell_size_check"_L1, 1},
};

QString optionsFor(Database::Access access, std::chrono::milliseconds lockWait)
{
    QString options = u"QSQLITE_BUSY_TIMEOUT="_s + QString::number(lockWait.count());
    if (access != Database::Access::ReadWrite)
        options += ";QSQLITE_OPEN_READONLY"_L1;
    if (access == Database::Access::Immutable)
        options += ";QSQLITE_OPEN_URI"_L1;
    return options;
}

/// SQLite takes a file that is shorter than a page for an empty database and would write over it.
/// Only with a rollback journal beside it can the file itself be anything: SQLite mends it then.
/// Nothing is opened for this: the locks of a process on a file end with the first descriptor of it
/// that is closed, also those of its other connections, and another process could then take the
/// write-ahead log away under them.
bool canBeDatabase(const QString &path)
{
    static constexpr qint64 smallestPage = 512;
    const qint64 size = QFileInfo(path).size();
    return size == 0 || size >= smallestPage || QFileInfo(path + u"-journal"_s).size() > 0;
}

} // namespace

Database::Database(QString path, Access access, std::chrono::milliseconds lockWait)
    : m_path(std::move(path))
    , m_access(access)
    , m_lockWait(lockWait)
    , m_name(u"ledger-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
{}

Database::~Database()
{
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

base::Result<std::unique_ptr<Database>> Database::open(const QString &path, Access access,
                                                       std::chrono::milliseconds lockWait)
{
    if (!canBeDatabase(path))
        return base::fail(base::ErrorKind::Format, damagedText(path));
    std::unique_ptr<Database> database(new Database(path, access, lockWait));
    if (auto done = database->connect(); !done)
        return base::passOn(done);
    return database;
}

void Database::writeAfter(std::function<base::Done()> verdict)
{
    m_verdict = std::move(verdict);
}

base::Done Database::becomeWritable()
{
    if (!m_verdict)
        return {};
    if (auto done = m_verdict(); !done)
        return done;
    Database writer(m_path, Access::ReadWrite, m_lockWait);
    if (auto done = writer.connect(); !done)
        return done;
    // What is still only for reading goes with `writer`.
    std::swap(m_name, writer.m_name);
    m_access = Access::ReadWrite;
    m_verdict = nullptr;
    return {};
}

base::Done Database::connect()
{
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    if (!connection.isValid())
        return base::fail(base::ErrorKind::Storage, missingDriverText());
    connection.setConnectOptions(optionsFor(m_access, m_lockWait));
    if (m_access == Access::Immutable) {
        const QUrl url = QUrl::fromLocalFile(m_path);
        connection.setDatabaseName(QString::fromUtf8(url.toEncoded()) + u"?immutable=1"_s);
    } else {
        connection.setDatabaseName(m_path);
    }
    if (!connection.open())
        return tl::make_unexpected(toError(connection.lastError(), m_path));
    if (auto done = applySettings(); !done)
        return tl::make_unexpected(blamedOnFile(done.error(), m_path));
    return {};
}

base::Done Database::applySettings()
{
    const auto expect = [&](QLatin1StringView read, qint64 expected) -> base::Done {
        const auto value = number(read);
        if (!value)
            return base::passOn(value);
        if (*value == expected)
            return {};
        return base::fail(base::ErrorKind::Storage, settingRefusedText(m_path),
                          u"%1 is %2, not %3"_s.arg(read).arg(*value).arg(expected));
    };
    for (const Setting &setting : settings) {
        if (const auto done = obey(setting.set); !done)
            return base::passOn(done);
        if (auto done = expect(setting.read, setting.expected); !done)
            return done;
    }
    return expect("PRAGMA busy_timeout"_L1, m_lockWait.count());
}

base::Done Database::useWriteAheadLog()
{
    const auto mode = row(u"PRAGMA journal_mode = WAL"_s);
    if (!mode)
        return base::passOn(mode);
    if (!*mode || (*mode)->text(0) != "wal"_L1)
        return base::fail(base::ErrorKind::Storage, noWriteAheadLogText(m_path));
    return {};
}

base::Done Database::execute(QSqlQuery &query, const QString &sql, const Values &values)
{
    query.setForwardOnly(true);
    bool ok = query.prepare(sql);
    if (ok) {
        for (const QVariant &value : values.list())
            query.addBindValue(value);
        ok = query.exec();
    }
    if (!ok)
        return tl::make_unexpected(toError(query.lastError(), m_path));
    return {};
}

base::Done Database::run(const QString &sql, const Values &values)
{
    const auto changed = change(sql, values);
    if (!changed)
        return base::passOn(changed);
    return {};
}

base::Result<int> Database::change(const QString &sql, const Values &values)
{
    if (auto done = becomeWritable(); !done)
        return base::passOn(done);
    return obey(sql, values);
}

base::Result<int> Database::obey(const QString &sql, const Values &values)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    if (auto done = execute(query, sql, values); !done)
        return base::passOn(done);
    return query.numRowsAffected();
}

base::Result<std::vector<Row>> Database::rows(const QString &sql, const Values &values)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    if (auto done = execute(query, sql, values); !done)
        return base::passOn(done);
    std::vector<Row> rows;
    const int columns = query.record().count();
    while (query.next()) {
        QVariantList row;
        row.reserve(columns);
        for (int column = 0; column < columns; ++column)
            row.append(query.isNull(column) ? QVariant() : query.value(column));
        rows.emplace_back(std::move(row));
    }
    if (query.lastError().isValid())
        return tl::make_unexpected(toError(query.lastError(), m_path));
    return rows;
}

base::Result<std::optional<Row>> Database::row(const QString &sql, const Values &values)
{
    auto found = rows(sql, values);
    if (!found)
        return base::passOn(found);
    return found->empty() ? std::nullopt : std::optional(std::move(found->front()));
}

base::Result<qint64> Database::number(const QString &sql, const Values &values)
{
    const auto found = row(sql, values);
    if (!found)
        return base::passOn(found);
    return *found ? (*found)->number(0) : 0;
}

} // namespace ledger
