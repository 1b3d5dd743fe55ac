// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/ledgerfile.h"
#include "ledger/migration.h"
#include "ledger/projection.h"
#include "support/ledgersamples.h"
#include "support/rawsqlite.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using ledger::LedgerFile;
using ledger::Migration;
using support::LedgerFolder;
using support::RawSqlite;

namespace {

/// The newest version of this program, and one that a later program might write.
int newest()
{
    return ledger::migrationsIn(ledger::builtInSchema)->back().version;
}

int later()
{
    return newest() + 1;
}

QString stepName(int version, const QString &subject)
{
    return u"%1_%2.sql"_s.arg(version, 3, 10, QChar(u'0')).arg(subject);
}

QString raisesVersion()
{
    return u"PRAGMA user_version = %1;\n"_s.arg(later());
}

QString secondStep()
{
    return u"CREATE TABLE extra (n INTEGER NOT NULL) STRICT;\n"
           "INSERT INTO extra SELECT count(*) FROM event;\n"
           "ALTER TABLE draft ADD COLUMN colour TEXT NOT NULL DEFAULT 'red';\n"
           "UPDATE projection SET version = 0;\n"_s +
           raisesVersion();
}

QString fixturePath(int version)
{
    return QStringLiteral(TEST_SOURCE_DIR) +
           u"/fixtures/schema_%1.json"_s.arg(version, 3, 10, QChar(u'0'));
}

QStringList tablesOf(const RawSqlite &raw)
{
    QStringList tables;
    // In the order of creation, parents first; the shadow tables of the search come with it.
    for (const QVariantList &row : raw.rows(
             u"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search\\__%'"
             " ESCAPE '\\' OR name = 'search_row' AND type = 'table' ORDER BY rowid"_s))
        tables.append(row[0].toString());
    return tables;
}

/// {"table": [[value, …], …], …}, rows in a fixed order.
QJsonObject dump(const RawSqlite &raw)
{
    QJsonObject tables;
    for (const QString &table : tablesOf(raw)) {
        const QString columns = table == u"search"_s ? u"rowid, *"_s : u"*"_s;
        QMap<QByteArray, QJsonArray> sorted;
        for (const QVariantList &row : raw.rows(u"SELECT %1 FROM \"%2\""_s.arg(columns, table))) {
            QJsonArray values;
            for (const QVariant &value : row)
                values.append(value.isNull() ? QJsonValue() : QJsonValue::fromVariant(value));
            sorted.insert(QJsonDocument(values).toJson(), values);
        }
        QJsonArray rows;
        for (const QJsonArray &row : sorted)
            rows.append(row);
        tables.insert(table, rows);
    }
    return tables;
}

void fill(const RawSqlite &raw, const QJsonObject &tables)
{
    for (const QString &table : tablesOf(raw)) {
        raw.run(u"DELETE FROM \"%1\""_s.arg(table));
        const QJsonArray rows = tables[table].toArray();
        for (const QJsonValue &row : rows) {
            QStringList marks;
            QVariantList values;
            for (const QJsonValue &value : row.toArray()) {
                marks.append(u"?"_s);
                values.append(value.toVariant());
            }
            const QString columns =
                table == u"search"_s
                    ? u"(rowid, ref, title, felt, components, cause, posts, notes, postmortem)"_s
                    : u""_s;
            raw.run(u"INSERT INTO \"%1\" %2 VALUES (%3)"_s.arg(table, columns, marks.join(u',')),
                    values);
        }
    }
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(file.errorString()));
}

QByteArray read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s: %s", qPrintable(path), qPrintable(file.errorString()));
    return file.readAll();
}

} // namespace

class TestLedgerMigration : public QObject
{
    Q_OBJECT

    /// The built-in steps and more.
    static QString schemaWith(const LedgerFolder &folder, const QMap<QString, QString> &steps)
    {
        const QString schema = folder.beside(u"schema"_s);
        QDir().mkpath(schema);
        for (const QFileInfo &file : QDir(ledger::builtInSchema).entryInfoList(QDir::Files)) {
            if (!QFile::exists(schema + u'/' + file.fileName()))
                QFile::copy(file.filePath(), schema + u'/' + file.fileName());
        }
        for (auto step = steps.begin(); step != steps.end(); ++step)
            write(schema + u'/' + step.key(), step.value().toUtf8());
        return schema;
    }

    static base::Result<std::unique_ptr<LedgerFile>> open(LedgerFolder &folder,
                                                          const QString &schema)
    {
        return LedgerFile::open(
            {folder.path(), schema, ledger::OpenMode::ReadWrite, std::chrono::milliseconds(200)},
            folder.clock, folder.ids);
    }

    static QStringList backupsOf(const LedgerFolder &folder)
    {
        return QDir(folder.path() + u"/backups"_s).entryList(QDir::Files);
    }

private slots:
    /// To freeze the newest schema as data: LEDGER_WRITE_FIXTURE=1 tst_ledgermigration
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("LEDGER_WRITE_FIXTURE"))
            return;
        LedgerFolder folder;
        const auto ledger = folder.open();
        support::writeRichIncident(*ledger, u"018f0000-0000-7000-8000-00000000aaaa"_s,
                                   u"2026-11-22-1"_s);
        QVERIFY(ledger->drafts().save(u"post/i"_s, "{\"body\":\"Sorry\"}"));
        ledger::Intent intent;
        intent.key = u"r@site"_s;
        intent.lastError = u"No answer."_s;
        QVERIFY(ledger->outbox().put(std::vector{intent}));
        const QJsonObject tables = dump(RawSqlite(folder.file()));
        const auto steps = *ledger::migrationsIn(ledger::builtInSchema);
        write(fixturePath(steps.back().version),
              QJsonDocument(QJsonObject{{u"given"_s, tables}, {u"migrated"_s, tables}})
                  .toJson(QJsonDocument::Indented));
    }

    void everyVersionIsMigrated_data()
    {
        QTest::addColumn<int>("version");
        const auto steps = *ledger::migrationsIn(ledger::builtInSchema);
        for (const Migration &step : steps)
            QTest::addRow("schema %d", step.version) << step.version;
    }

    void everyVersionIsMigrated()
    {
        QFETCH(int, version);
        const auto fixture = QJsonDocument::fromJson(read(fixturePath(version))).object();
        QVERIFY(!fixture[u"given"].toObject()[u"event"].toArray().isEmpty());
        LedgerFolder folder;
        QVERIFY(QDir().mkpath(folder.path()));
        {
            const RawSqlite raw(folder.file());
            auto database = *ledger::Database::open(
                folder.file(), ledger::Database::Access::ReadWrite, std::chrono::milliseconds(100));
            const auto steps = *ledger::migrationsIn(ledger::builtInSchema);
            QVERIFY(ledger::migrate(*database, std::span(steps).first(std::size_t(version))));
            fill(raw, fixture[u"given"].toObject());
        }
        const auto ledger = folder.open();
        const auto report = ledger->check();
        QVERIFY2(report->isSound(),
                 report->isSound() ? "" : qPrintable(report->faults[0].sentence));
        const auto expected = fixture[u"migrated"].toObject();
        QCOMPARE(QJsonDocument(dump(RawSqlite(folder.file()))).toJson(),
                 QJsonDocument(expected).toJson());
    }

    void aBackupIsMadeFirst()
    {
        LedgerFolder folder;
        support::writeRichIncident(*folder.open(), u"a"_s, u"2026-11-22-1"_s);
        QVERIFY(backupsOf(folder).isEmpty());
        const auto opened =
            open(folder, schemaWith(folder, {{stepName(later(), u"extra"_s), secondStep()}}));
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().text + opened.error().detail));
        QCOMPARE(backupsOf(folder),
                 QStringList{u"before-schema-%1-20261122-160800.db"_s.arg(later())});

        const RawSqlite raw(folder.file());
        QCOMPARE(raw.value(u"PRAGMA user_version"_s), later());
        QCOMPARE(raw.value(u"SELECT n FROM extra"_s), 22);
        QCOMPARE(raw.value(u"SELECT version FROM projection"_s), ledger::projectionVersion);
        const RawSqlite backup(folder.path() +
                               u"/backups/before-schema-%1-20261122-160800.db"_s.arg(later()));
        QCOMPARE(backup.value(u"PRAGMA user_version"_s), newest());
        QCOMPARE(backup.value(u"SELECT count(*) FROM event"_s), 22);
    }

    void withoutABackupThereIsNoMigration()
    {
        LedgerFolder folder;
        (void)folder.open();
        write(folder.path() + u"/backups"_s, "a file where the folder should be");
        const auto opened =
            open(folder, schemaWith(folder, {{stepName(later(), u"extra"_s), secondStep()}}));
        QVERIFY(!opened);
        QVERIFY2(opened.error().text.contains(u"backups"_s), qPrintable(opened.error().text));
        QCOMPARE(RawSqlite(folder.file()).value(u"PRAGMA user_version"_s), newest());
    }

    void aMigrationWaitsUntilNobodyElseHasItOpen()
    {
        LedgerFolder folder;
        const auto other = folder.open();
        const auto opened =
            open(folder, schemaWith(folder, {{stepName(later(), u"extra"_s), secondStep()}}));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, base::ErrorKind::Refused);
        QVERIFY(backupsOf(folder).isEmpty());
    }

    void aNewerSchemaIsRefused_data()
    {
        QTest::addColumn<ledger::OpenMode>("mode");
        QTest::newRow("for writing") << ledger::OpenMode::ReadWrite;
        QTest::newRow("for reading") << ledger::OpenMode::ReadOnly;
    }

    void aNewerSchemaIsRefused()
    {
        QFETCH(ledger::OpenMode, mode);
        LedgerFolder folder;
        (void)folder.open();
        QVERIFY(open(folder, schemaWith(folder, {{stepName(later(), u"extra"_s), secondStep()}})));
        const QByteArray before = read(folder.file());
        const auto refused = folder.tryOpen(mode);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, base::ErrorKind::Refused);
        QVERIFY2(refused.error().text.contains(
                     u"newer Watchkeeper (schema %1; this one knows up to %2)"_s.arg(later()).arg(
                         newest())),
                 qPrintable(refused.error().text));
        QCOMPARE(read(folder.file()), before);
    }

    void anOlderSchemaIsNotReadWithoutMigration()
    {
        LedgerFolder folder;
        (void)folder.open();
        const auto refused = LedgerFile::open(
            {folder.path(), schemaWith(folder, {{stepName(later(), u"extra"_s), secondStep()}}),
             ledger::OpenMode::ReadOnly, std::chrono::milliseconds(100)},
            folder.clock, folder.ids);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, base::ErrorKind::Refused);
    }

    void aFaultyStepChangesNothing_data()
    {
        QTest::addColumn<QString>("script");
        QTest::newRow("failing statement")
            << u"CREATE TABLE extra (n INTEGER) STRICT; INSERT INTO nowhere VALUES (1);"_s +
                   raisesVersion();
        QTest::newRow("no version") << u"CREATE TABLE extra (n INTEGER) STRICT;"_s;
        QTest::newRow("two versions")
            << u"CREATE TABLE extra (n INTEGER); PRAGMA user_version = %1;"_s.arg(later() + 1);
        QTest::newRow("endless") << u"CREATE TABLE extra (n INTEGER); "_s + raisesVersion() +
                                        u"'a"_s;
        QTest::newRow("orphans") << u"CREATE TABLE extra (n INTEGER);"
                                    " INSERT INTO extra VALUES (1);"
                                    " CREATE TABLE child (n INTEGER REFERENCES extra (n));"
                                    " UPDATE this_console SET console = 'nobody';"_s +
                                        raisesVersion();
    }

    void aFaultyStepChangesNothing()
    {
        QFETCH(QString, script);
        LedgerFolder folder;
        support::writeRichIncident(*folder.open(), u"a"_s, u"2026-11-22-1"_s);
        const auto before = dump(RawSqlite(folder.file()));
        const auto opened =
            open(folder, schemaWith(folder, {{stepName(later(), u"faulty"_s), script}}));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, base::ErrorKind::Internal);
        const RawSqlite raw(folder.file());
        QCOMPARE(raw.value(u"PRAGMA user_version"_s), newest());
        QCOMPARE(dump(raw), before);
        QVERIFY(folder.open()->check()->isSound());
    }

    void stepsMustBeComplete_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("gap") << stepName(later() + 1, u"extra"_s);
        QTest::newRow("twice") << u"001_other.sql"_s;
        QTest::newRow("no number") << u"extra.sql"_s;
    }

    void stepsMustBeComplete()
    {
        QFETCH(QString, name);
        LedgerFolder folder;
        const auto opened = open(folder, schemaWith(folder, {{name, secondStep()}}));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, base::ErrorKind::Internal);
        QVERIFY(!QFile::exists(folder.file()));
    }
};

QTEST_GUILESS_MAIN(TestLedgerMigration)
#include "tst_ledgermigration.moc"
