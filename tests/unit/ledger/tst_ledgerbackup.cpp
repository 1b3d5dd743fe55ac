// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/restore.h"
#include "support/ledgersamples.h"
#include "support/rawsqlite.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using support::happens;
using support::LedgerFolder;
using support::opened;
using support::RawSqlite;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(file.errorString()));
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestLedgerBackup : public QObject
{
    Q_OBJECT

private slots:
    void aBackupOfAnOpenLedgerIsWhole()
    {
        ::umask(0);
        LedgerFolder folder;
        const auto ledger = folder.open();
        support::writeRichIncident(*ledger, u"a"_s, u"2026-11-22-1"_s);
        // What was written last still stands in the write-ahead log alone.
        QVERIFY(QFileInfo(folder.file() + u"-wal"_s).size() > 0);
        const QString path = folder.beside(u"copy.db"_s);
        const auto done = ledger->backup(path);
        QVERIFY2(done, done ? "" : qPrintable(done.error().text + done.error().detail));

        struct stat info = {};
        QCOMPARE(::stat(QFile::encodeName(path).constData(), &info), 0);
        QCOMPARE(info.st_mode & 0777, 0600u);
        QCOMPARE(QDir(folder.beside(u""_s)).entryList(QDir::Files), QStringList{u"copy.db"_s});
        const RawSqlite copy(path), original(folder.file());
        QCOMPARE(copy.value(u"PRAGMA integrity_check"_s), u"ok"_s);
        for (const QString &table : {u"event"_s, u"incident"_s, u"console"_s, u"search"_s})
            QCOMPARE(copy.rows(u"SELECT * FROM "_s + table),
                     original.rows(u"SELECT * FROM "_s + table));
    }

    void anOlderBackupIsReplaced()
    {
        LedgerFolder folder;
        const auto ledger = folder.open();
        const QString path = folder.beside(u"copy.db"_s);
        QVERIFY(ledger->backup(path));
        QVERIFY(ledger->change(u"i"_s, u"sam"_s, happens(opened(u"r"_s, u"t"_s))));
        QVERIFY(ledger->backup(path));
        QCOMPARE(RawSqlite(path).value(u"SELECT count(*) FROM event"_s), 1);
    }

    void nothingElseIsReplaced_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("a letter") << u"letter.txt"_s;
        QTest::newRow("another database") << u"other.db"_s;
        QTest::newRow("a folder") << u"folder"_s;
        QTest::newRow("the ledger itself") << u"data/ledger.db"_s;
        QTest::newRow("the ledger by a link") << u"link.db"_s;
        QTest::newRow("below a missing folder") << u"missing/copy.db"_s;
    }

    void nothingElseIsReplaced()
    {
        QFETCH(QString, name);
        LedgerFolder folder;
        const auto ledger = folder.open();
        write(folder.beside(u"letter.txt"_s), "Dear Sam");
        RawSqlite(folder.beside(u"other.db"_s)).run(u"CREATE TABLE photo (name TEXT)"_s);
        QVERIFY(QDir().mkpath(folder.beside(u"folder"_s)));
        QVERIFY(QFile::link(folder.file(), folder.beside(u"link.db"_s)));
        const QByteArray before = read(folder.beside(name));
        const auto refused = ledger->backup(folder.beside(name));
        QVERIFY(!refused);
        QCOMPARE(read(folder.beside(name)), before);
        QVERIFY(ledger->change(u"i"_s, u"sam"_s, happens(opened(u"r"_s, u"t"_s))));
    }

    void oneBackupADayIsKeptForAWhile()
    {
        LedgerFolder folder;
        const auto ledger = folder.open();
        const QDir backups(folder.path() + u"/backups"_s);
        QCOMPARE(*ledger->backupDaily(2), true);
        QCOMPARE(*ledger->backupDaily(2), false);
        QVERIFY(ledger->backup(backups.filePath(u"mine.db"_s)));
        for (int day = 0; day < 3; ++day) {
            folder.clock.advance(std::chrono::hours(24));
            QCOMPARE(*ledger->backupDaily(2), true);
        }
        QCOMPARE(backups.entryList(QDir::Files, QDir::Name),
                 (QStringList{u"daily-2026-11-24.db"_s, u"daily-2026-11-25.db"_s, u"mine.db"_s}));
    }

    void aReadOnlyLedgerCanBeBackedUp()
    {
        LedgerFolder folder;
        support::writeRichIncident(*folder.open(), u"a"_s, u"2026-11-22-1"_s);
        const auto ledger = folder.open(ledger::OpenMode::ReadOnly);
        const auto done = ledger->backup(folder.beside(u"copy.db"_s));
        QVERIFY2(done, done ? "" : qPrintable(done.error().text + done.error().detail));
    }

    void aBackupIsRestoredAndTheOldFileKept()
    {
        LedgerFolder folder;
        const QString backup = folder.beside(u"copy.db"_s);
        {
            const auto ledger = folder.open();
            support::writeRichIncident(*ledger, u"a"_s, u"2026-11-22-1"_s);
            QVERIFY(ledger->backup(backup));
            QVERIFY(ledger->change(u"b"_s, u"sam"_s, happens(opened(u"r"_s, u"later"_s))));
        }
        const auto aside = ledger::Ledger::restore(folder.path(), backup, folder.clock, folder.ids);
        QVERIFY2(aside, aside ? "" : qPrintable(aside.error().text + aside.error().detail));
        QCOMPARE(RawSqlite(*aside).value(u"SELECT count(*) FROM incident"_s), 2);

        const auto ledger = folder.open();
        QCOMPARE(ledger->list()->size(), 1u);
        // It goes on as another console: what the old one wrote later has its own numbers.
        QVERIFY(ledger->change(u"c"_s, u"sam"_s, happens(opened(u"q"_s, u"after"_s))));
        const RawSqlite raw(folder.file());
        QCOMPARE(raw.value(u"SELECT count(DISTINCT console) FROM event"_s), 2);
        QCOMPARE(raw.value(u"SELECT console_seq FROM event WHERE incident = 'c'"_s), 1);
        const auto report = ledger->check();
        QVERIFY2(report->isSound(),
                 report->isSound() ? "" : qPrintable(report->faults[0].sentence));
        QCOMPARE(report->consoles, 2);
        QCOMPARE(QDir(folder.beside({})).entryList(QDir::Files), QStringList{u"copy.db"_s});
        QCOMPARE(RawSqlite(backup).value(u"SELECT count(*) FROM console"_s), 1);
    }

    void aDamagedLedgerIsReplaced()
    {
        LedgerFolder folder;
        const QString backup = folder.beside(u"copy.db"_s);
        {
            const auto ledger = folder.open();
            support::writeRichIncident(*ledger, u"a"_s, u"2026-11-22-1"_s);
            QVERIFY(ledger->backup(backup));
        }
        write(folder.file(), "rubbish");
        // Left over from the damaged file: it must not be taken for the log of the restored one.
        write(folder.file() + u"-wal"_s, "rubbish");
        const auto aside = ledger::Ledger::restore(folder.path(), backup, folder.clock, folder.ids);
        QVERIFY2(aside, aside ? "" : qPrintable(aside.error().text + aside.error().detail));
        QCOMPARE(read(*aside), QByteArray("rubbish"));
        QCOMPARE(read(*aside + u"-wal"_s), QByteArray("rubbish"));
        QVERIFY(folder.open()->check()->isSound());
    }

    void aCopyMadeByHandIsRestoredWithItsLog()
    {
        LedgerFolder source, target;
        const auto ledger = source.open();
        support::writeRichIncident(*ledger, u"a"_s, u"2026-11-22-1"_s);
        QVERIFY(QFile::copy(source.file(), source.beside(u"copy.db"_s)));
        QVERIFY(QFile::copy(source.file() + u"-wal"_s, source.beside(u"copy.db-wal"_s)));
        const auto aside = ledger::Ledger::restore(target.path(), source.beside(u"copy.db"_s),
                                                   target.clock, target.ids);
        QVERIFY2(aside, aside ? "" : qPrintable(aside.error().text + aside.error().detail));
        QCOMPARE(target.open()->list()->size(), 1u);
    }

    void aRestoreIntoAnEmptyFolder()
    {
        LedgerFolder source, target;
        support::writeRichIncident(*source.open(), u"a"_s, u"2026-11-22-1"_s);
        QVERIFY(source.open()->backup(source.beside(u"copy.db"_s)));
        const auto aside = ledger::Ledger::restore(target.path(), source.beside(u"copy.db"_s),
                                                   target.clock, target.ids);
        QVERIFY(aside);
        QVERIFY(aside->isEmpty());
        QCOMPARE(target.open()->list()->size(), 1u);
    }

    void anOpenLedgerIsNotReplaced()
    {
        LedgerFolder folder;
        const auto ledger = folder.open();
        QVERIFY(ledger->backup(folder.beside(u"copy.db"_s)));
        const auto refused =
            ledger::restoreLedger(folder.path(), folder.beside(u"copy.db"_s), folder.clock,
                                  folder.ids, std::chrono::milliseconds(100));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, base::ErrorKind::Refused);
        QVERIFY(ledger->change(u"i"_s, u"sam"_s, happens(opened(u"r"_s, u"t"_s))));
    }

    void onlyAGoodBackupIsRestored_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("missing") << u"missing.db"_s;
        QTest::newRow("a letter") << u"letter.txt"_s;
        QTest::newRow("another database") << u"other.db"_s;
        QTest::newRow("damaged") << u"damaged.db"_s;
        QTest::newRow("newer") << u"newer.db"_s;
    }

    void onlyAGoodBackupIsRestored()
    {
        QFETCH(QString, name);
        LedgerFolder folder;
        {
            const auto ledger = folder.open();
            support::writeRichIncident(*ledger, u"a"_s, u"2026-11-22-1"_s);
            QVERIFY(ledger->backup(folder.beside(u"damaged.db"_s)));
            QVERIFY(ledger->backup(folder.beside(u"newer.db"_s)));
        }
        QByteArray bytes = read(folder.beside(u"damaged.db"_s));
        bytes.replace(4096 * 3, 4096 * 2, QByteArray(4096 * 2, 'x'));
        write(folder.beside(u"damaged.db"_s), bytes);
        RawSqlite(folder.beside(u"newer.db"_s)).run(u"PRAGMA user_version = 99"_s);
        write(folder.beside(u"letter.txt"_s), "Dear Sam");
        RawSqlite(folder.beside(u"other.db"_s)).run(u"CREATE TABLE photo (name TEXT)"_s);
        const QByteArray before = read(folder.file());
        const auto refused =
            ledger::Ledger::restore(folder.path(), folder.beside(name), folder.clock, folder.ids);
        QVERIFY(!refused);
        QCOMPARE(read(folder.file()), before);
        QCOMPARE(folder.open()->list()->size(), 1u);
    }
};

QTEST_GUILESS_MAIN(TestLedgerBackup)
#include "tst_ledgerbackup.moc"
