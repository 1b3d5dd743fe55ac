// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "load.h"

#include <QDateTime>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlQuery>

/// One row a sample, as monitors commonly keep it: with its text and an index for each question, or
/// as narrow as SQLite allows.
class SqliteRows
{
public:
    SqliteRows(const QString &path, bool withText)
        : m_path(path)
        , m_withText(withText)
        , m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), path))
    {
        m_database.setDatabaseName(path);
        if (!m_database.open())
            qFatal("no database");
        run("PRAGMA synchronous = OFF");
        if (withText) {
            run("CREATE TABLE beat (id INTEGER PRIMARY KEY AUTOINCREMENT, important BOOLEAN, "
                "monitor INTEGER, status INTEGER, message TEXT, time TEXT, ping INTEGER, "
                "duration INTEGER, down_count INTEGER)");
            run("CREATE INDEX beat_time ON beat (monitor, time)");
            run("CREATE INDEX beat_important ON beat (important)");
            run("CREATE INDEX beat_monitor ON beat (monitor)");
        } else {
            run("CREATE TABLE sample (series INTEGER, at INTEGER, value INTEGER, PRIMARY KEY "
                "(series, at)) WITHOUT ROWID");
        }
    }

    void store(const std::vector<std::vector<health::Sample>> &all)
    {
        m_database.transaction();
        QSqlQuery insert(m_database);
        insert.prepare(m_withText
                           ? QStringLiteral("INSERT INTO beat (important, monitor, status, "
                                            "message, time, ping, duration, down_count) VALUES "
                                            "(0, ?, ?, ?, ?, ?, 20, 0)")
                           : QStringLiteral("INSERT INTO sample VALUES (?, ?, ?)"));
        for (size_t i = 0; i < all.front().size(); ++i) {
            for (size_t monitor = 0; monitor < all.size(); ++monitor)
                storeOne(insert, int(monitor), all[monitor][i]);
        }
        m_database.commit();
    }

    [[nodiscard]] qint64 bytes() const { return QFileInfo(m_path).size(); }

private:
    void run(const char *sql)
    {
        QSqlQuery query(m_database);
        if (!query.exec(QString::fromLatin1(sql)))
            qFatal("%s", sql);
    }

    void storeOne(QSqlQuery &insert, int monitor, const health::Sample &sample) const
    {
        const bool ok = sample.quality == health::Quality::Ok;
        const qint64 ms = sample.at.time_since_epoch().count();
        insert.bindValue(0, monitor);
        if (m_withText) {
            insert.bindValue(1, ok ? 1 : 0);
            insert.bindValue(2, ok ? QStringLiteral("200 - OK")
                                   : QStringLiteral("Request failed with status code 503"));
            insert.bindValue(3, QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC)
                                    .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")));
            insert.bindValue(4, qint64(sample.value));
        } else {
            insert.bindValue(1, ms);
            insert.bindValue(2, ok ? qint64(sample.value) : -qint64(sample.value));
        }
        if (!insert.exec())
            qFatal("a row was refused");
    }

    QString m_path;
    bool m_withText;
    QSqlDatabase m_database;
};
