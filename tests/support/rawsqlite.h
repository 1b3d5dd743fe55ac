// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QUuid>
#include <QVariant>

namespace support {

/// A plain SQLite file, opened behind the back of the code under test. For tests that link Sql.
class RawSqlite
{
public:
    explicit RawSqlite(const QString &path)
        : m_name(QUuid::createUuid().toString())
    {
        auto connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
        connection.setDatabaseName(path);
        if (!connection.open())
            qFatal("%s", qPrintable(connection.lastError().text()));
    }
    ~RawSqlite()
    {
        QSqlDatabase::database(m_name, false).close();
        QSqlDatabase::removeDatabase(m_name);
    }
    RawSqlite(const RawSqlite &) = delete;
    RawSqlite &operator=(const RawSqlite &) = delete;

    QList<QVariantList> rows(const QString &sql, const QVariantList &values = {}) const
    {
        QSqlQuery query(QSqlDatabase::database(m_name, false));
        if (!query.prepare(sql))
            qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
        for (const QVariant &value : values)
            query.addBindValue(value);
        if (!query.exec())
            qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
        QList<QVariantList> all;
        while (query.next()) {
            QVariantList row;
            for (int column = 0; column < query.record().count(); ++column)
                row.append(query.value(column));
            all.append(row);
        }
        return all;
    }

    void run(const QString &sql, const QVariantList &values = {}) const { rows(sql, values); }

    [[nodiscard]] QVariant value(const QString &sql, const QVariantList &values = {}) const
    {
        return rows(sql, values).value(0).value(0);
    }

private:
    QString m_name;
};

} // namespace support
