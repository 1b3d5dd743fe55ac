// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/database.h"
#include "ledger/migration.h"
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

uint rightsOf(const QString &path)
{
    struct stat info = {};
    if (::stat(QFile::encodeName(path).constData(), &info) != 0)
        return 0;
    return info.st_mode & 0777;
}

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
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

class TestLedgerOpen : public QObject
{
    Q_OBJECT

private slots:
    void init() { ::umask(0022); }

    void whatIsMadeIsPrivate()
    {
        ::umask(0);
        LedgerFolder folder;
        const auto ledger = folder.open();
        QVERIFY(ledger->change(u"i"_s, u"sam"_s, happens(opened(u"r"_s, u"t"_s))));
        QCOMPARE(rightsOf(folder.path()), 0700u);
        const auto files = QDir(folder.path()).entryInfoList(QDir::Files);
        QVERIFY(files.size() >= 3); // the file, its write-ahead log and the lock
        for (const QFileInfo &file : files)
            QVERIFY2(rightsOf(file.filePath()) == 0600u, qPrintable(file.fileName()));
    }

    void rightsAreTakenBack()
    {
        LedgerFolder folder;
        (void)folder.open();
        QVERIFY(QFile::setPermissions(folder.file(),
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        (void)folder.open();
        QCOMPARE(rightsOf(folder.file()), 0600u);
    }

    void settingsAreReadBack()
    {
        LedgerFolder folder;
        (void)folder.open();
        const auto database = *ledger::Database::open(
            folder.file(), ledger::Database::Access::ReadWrite, std::chrono::milliseconds(1234));
        const auto number = [&](const QString &pragma) {
            return *database->number(u"PRAGMA "_s + pragma);
        };
        QCOMPARE(number(u"foreign_keys"_s), 1);
        QCOMPARE(number(u"synchronous"_s), 2);
        QCOMPARE(number(u"trusted_schema"_s), 0);
        QCOMPARE(number(u"cell_size_check"_s), 1);
        QCOMPARE(number(u"busy_timeout"_s), 1234);
        QCOMPARE(number(u"application_id"_s), ledger::applicationId);
        QCOMPARE((*database->row(u"PRAGMA journal_mode"_s))->text(0), u"wal"_s);
        QCOMPARE(*database->number(u"SELECT count(*) FROM sqlite_schema WHERE type = 'table'"
                                   " AND name NOT LIKE 'search%' AND sql NOT LIKE '%STRICT'"_s),
                 0);
    }

    void aFolderThatCannotBeMadeIsASentence_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("a file") << u"file"_s;
        QTest::newRow("below a file") << u"file/data"_s;
        QTest::newRow("deep below a file") << u"file/a/b"_s;
    }

    void aFolderThatCannotBeMadeIsASentence()
    {
        QFETCH(QString, folder);
        LedgerFolder place;
        write(place.beside(u"file"_s), "mine");
        const auto failed = ledger::Ledger::open(place.beside(folder), place.clock, place.ids);
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, base::ErrorKind::Storage);
        QVERIFY2(failed.error().text.contains(u"--data"), qPrintable(failed.error().text));
        QCOMPARE(read(place.beside(u"file"_s)), QByteArray("mine"));
    }

    void aFileThatIsNoLedgerIsLeftAlone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<base::ErrorKind>("kind");
        QTest::newRow("text") << QByteArray("Dear diary, ").repeated(500)
                              << base::ErrorKind::Format;
        QTest::newRow("one byte") << QByteArray("x") << base::ErrorKind::Format;
        QTest::newRow("zeros") << QByteArray(8192, '\0') << base::ErrorKind::Format;
        LedgerFolder other;
        {
            const RawSqlite raw(other.beside(u"other.db"_s));
            raw.run(u"CREATE TABLE photo (name TEXT)"_s);
        }
        QTest::newRow("another program's")
            << read(other.beside(u"other.db"_s)) << base::ErrorKind::Refused;
        RawSqlite(other.beside(u"other.db"_s)).run(u"PRAGMA application_id = 7"_s);
        QTest::newRow("another program's, named")
            << read(other.beside(u"other.db"_s)) << base::ErrorKind::Refused;
    }

    void aFileThatIsNoLedgerIsLeftAlone()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(base::ErrorKind, kind);
        for (const auto mode : {ledger::OpenMode::ReadWrite, ledger::OpenMode::ReadOnly}) {
            LedgerFolder folder;
            write(folder.file(), bytes);
            const auto failed = folder.tryOpen(mode);
            QVERIFY(!failed);
            QCOMPARE(failed.error().kind, kind);
            QVERIFY2(failed.error().text.contains(u"left untouched"),
                     qPrintable(failed.error().text));
            QCOMPARE(read(folder.file()), bytes);
        }
    }

    void anEmptyFileBecomesALedger()
    {
        LedgerFolder folder;
        write(folder.file(), {});
        QVERIFY(folder.open()->check()->isSound());
    }

    void aMissingLedgerWithBackupsIsNotStartedAnew()
    {
        LedgerFolder folder;
        {
            const auto ledger = folder.open();
            support::writeRichIncident(*ledger, u"a"_s, u"2026-11-22-1"_s);
            QVERIFY(QDir().mkpath(folder.path() + u"/backups"_s));
            QVERIFY(ledger->backup(folder.path() + u"/backups/mine.db"_s));
        }
        QVERIFY(QFile::remove(folder.file()));
        const auto failed = folder.tryOpen();
        QVERIFY(!failed);
        QVERIFY2(
            failed.error().text.contains(
                u"watchkeeper store restore %1/backups/mine.db --data %1"_s.arg(folder.path())),
            qPrintable(failed.error().text));
        QVERIFY(!QFile::exists(folder.file()));
    }

    void aDamagedLedgerNamesTheNewestGoodBackup()
    {
        LedgerFolder folder;
        const QString backups = folder.path() + u"/backups"_s;
        {
            const auto ledger = folder.open();
            support::writeRichIncident(*ledger, u"a"_s, u"2026-11-22-1"_s);
            QVERIFY(QDir().mkpath(backups));
            QVERIFY(ledger->backup(backups + u"/good one.db"_s));
        }
        write(backups + u"/newer but broken.db"_s, "SQLite format 3");
        QByteArray bytes = read(folder.file());
        bytes.replace(4096, 4096, QByteArray(4096, 'x'));
        write(folder.file(), bytes);
        const auto failed = folder.tryOpen();
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, base::ErrorKind::Format);
        QVERIFY2(failed.error().text.contains(
                     u"watchkeeper store restore '%1/good one.db' --data %2"_s.arg(backups,
                                                                                   folder.path())),
                 qPrintable(failed.error().text));
        QCOMPARE(read(folder.file()), bytes);
    }

    void readingChangesNothing()
    {
        LedgerFolder folder;
        const auto none = folder.tryOpen(ledger::OpenMode::ReadOnly);
        QVERIFY(!none);
        QVERIFY(!QFile::exists(folder.path()));
        support::writeRichIncident(*folder.open(), u"a"_s, u"2026-11-22-1"_s);
        const QByteArray before = read(folder.file());
        {
            const auto ledger = folder.open(ledger::OpenMode::ReadOnly);
            QCOMPARE(ledger->list()->size(), 1u);
            QCOMPARE(ledger->load(u"a"_s)->title, u"Images down"_s);
            QCOMPARE(ledger->search(u"images"_s)->size(), 1u);
            QVERIFY(!ledger->change(u"a"_s, u"sam"_s, happens(incident::Noted{u"n"_s})));
            QVERIFY(!ledger->drafts().save(u"k"_s, "{}"));
            QVERIFY(!ledger->rebuild());
        }
        QCOMPARE(read(folder.file()), before);
    }

    void damagedProjectionsCanStillBeLookedAt()
    {
        LedgerFolder folder;
        support::writeRichIncident(*folder.open(), u"a"_s, u"2026-11-22-1"_s);
        qint64 page = 0;
        {
            const RawSqlite raw(folder.file());
            page = raw.value(u"SELECT rootpage FROM sqlite_schema WHERE name = 'promise'"_s)
                       .toLongLong();
        }
        QByteArray bytes = read(folder.file());
        bytes.replace((page - 1) * 4096, 4096, QByteArray(4096, 'x'));
        write(folder.file(), bytes);
        QVERIFY(!folder.tryOpen());
        const auto ledger = folder.open(ledger::OpenMode::ReadOnly);
        QCOMPARE(ledger->load(u"a"_s)->title, u"Images down"_s);
        const auto report = ledger->check();
        QVERIFY(report);
        QVERIFY(!report->isSound());
        QCOMPARE(report->faults.front().kind, ledger::Fault::Kind::Damage);
        QVERIFY(!report->advice.isEmpty());
    }

    void rowsMadeByOtherRulesAreMadeAgain()
    {
        LedgerFolder folder;
        support::writeRichIncident(*folder.open(), u"a"_s, u"2026-11-22-1"_s);
        {
            const RawSqlite raw(folder.file());
            raw.run(u"UPDATE incident SET title = 'by older rules'"_s);
            raw.run(u"UPDATE projection SET version = 0"_s);
        }
        const auto ledger = folder.open();
        QCOMPARE(ledger->list()->front().title, u"Images down"_s);
        QVERIFY(ledger->check()->isSound());
    }
};

QTEST_GUILESS_MAIN(TestLedgerOpen)
#include "tst_ledgeropen.moc"
