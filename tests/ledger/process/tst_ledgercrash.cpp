// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/ledgerfile.h"
#include "ledger/projection.h"
#include "support/childprocess.h"
#include "support/ledgersamples.h"
#include "support/rawsqlite.h"

#include <algorithm>

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using support::ChildProcess;
using support::LedgerFolder;
using support::RawSqlite;

namespace {

const QString child = QStringLiteral(LEDGER_CHILD);

/// 24 moments, spread unevenly over one run of the victim.
constexpr int moments = 24;
std::chrono::microseconds moment(int n)
{
    return std::chrono::microseconds(n * 131 % 2000);
}

/// The size of the newest file with such a name; -1 if there is none.
qint64 sizeOf(const QString &folder, const QString &pattern)
{
    const auto files = QDir(folder).entryInfoList({pattern}, QDir::Files, QDir::Time);
    return files.isEmpty() ? -1 : files.front().size();
}

QString faultsOf(const ledger::Ledger &ledger)
{
    const auto report = ledger.check();
    if (!report)
        return report.error().text;
    return report->isSound() ? QString() : report->faults.front().sentence;
}

} // namespace

class TestLedgerCrash : public QObject
{
    Q_OBJECT

private slots:
    void nothingAcknowledgedIsLost()
    {
        LedgerFolder folder;
        qsizetype changes = 0;
        for (int n = 0; n < moments; ++n) {
            ChildProcess victim(child, {u"append"_s, folder.path(), {}, u"100000"_s});
            victim.waitForLines(1 + n % 7);
            victim.killAfter(moment(n));
            const qsizetype acknowledged = victim.lines().size();
            QVERIFY(acknowledged > 0);

            const auto ledger = folder.open();
            QCOMPARE(faultsOf(*ledger), QString());
            const auto newest = ledger->list()->front();
            const int reached = newest.title.toInt();
            // The one change that was under way may have reached the disk before its answer did.
            QVERIFY2(reached == acknowledged || reached == acknowledged + 1,
                     qPrintable(u"%1 of %2"_s.arg(reached).arg(acknowledged)));
            changes += reached;
            // What goes along has come along.
            QCOMPARE(ledger->events(newest.id)->size(), std::size_t(2 * reached));
            QCOMPARE(ledger->outbox().of(newest.id)->size(), std::size_t(reached));
            QCOMPARE(ledger->outbox().all()->size(), std::size_t(changes));
            const auto drafts = *ledger->drafts().list();
            QVERIFY(std::ranges::count_if(drafts, [&](const ledger::Draft &draft) {
                        return draft.key.startsWith(newest.id);
                    }) <= 1);
        }
    }

    void aFirstStartIsWholeOrNotAtAll()
    {
        for (int n = 0; n < moments; ++n) {
            LedgerFolder folder;
            ChildProcess victim(child, {u"append"_s, folder.path(), {}, u"1"_s});
            // While the file is made, while its first tables are written, and a little later.
            const QString stages[] = {u"ledger.db"_s, u"ledger.db-journal"_s, u"ledger.db-wal"_s};
            victim.killAfter(moment(n) * 2,
                             [&] { return sizeOf(folder.path(), stages[n % 3]) >= 0; });
            const auto ledger = folder.tryOpen();
            QVERIFY2(ledger, ledger ? "" : qPrintable(ledger.error().text + ledger.error().detail));
            QCOMPARE(faultsOf(**ledger), QString());
            QCOMPARE(qsizetype((*ledger)->list()->size()) >= victim.lines().size(), true);
        }
    }

    void aMigrationIsWholeOrNotAtAll()
    {
        LedgerFolder original;
        support::writeRichIncident(*original.open(), u"a"_s, u"2026-11-22-1"_s);
        const QString schema = original.beside(u"schema"_s);
        QDir().mkpath(schema);
        for (const QFileInfo &file : QDir(ledger::builtInSchema).entryInfoList(QDir::Files))
            QVERIFY(QFile::copy(file.filePath(), schema + u'/' + file.fileName()));
        const int version = ledger::migrationsIn(schema)->back().version + 1;
        QFile step(schema + u"/%1_long.sql"_s.arg(version, 3, 10, QChar(u'0')));
        QVERIFY(step.open(QIODevice::WriteOnly));
        step.write(
            QByteArray(
                "CREATE TABLE extra (n INTEGER NOT NULL, filler BLOB) STRICT;\n"
                "WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 12000)"
                " INSERT INTO extra SELECT n, randomblob(500) FROM c;\n"
                "CREATE INDEX extra_by_n ON extra (n);\n"
                "UPDATE projection SET version = 0;\n"
                "PRAGMA user_version = ") +
            QByteArray::number(version) + ";\n");
        step.close();

        int olds = 0;
        int news = 0;
        for (int n = 0; n < moments; ++n) {
            LedgerFolder folder;
            QVERIFY(QDir().mkpath(folder.path()));
            QVERIFY(QFile::copy(original.file(), folder.file()));
            ChildProcess victim(child, {u"migrate"_s, folder.path(), schema});
            // From the backup that comes first until the last page is in the log.
            victim.killAfter(moment(n) / 4, [&] {
                return n < 4 ? sizeOf(folder.path() + u"/backups"_s, u"*"_s) >= 0
                             : sizeOf(folder.path(), u"ledger.db-wal"_s) >= (n - 4) * 400'000;
            });
            const bool finished = !victim.lines().isEmpty();
            {
                const RawSqlite raw(folder.file());
                const int reached = raw.value(u"PRAGMA user_version"_s).toInt();
                QVERIFY(reached == version || (reached == version - 1 && !finished));
                QCOMPARE(raw.value(u"PRAGMA integrity_check"_s), u"ok"_s);
                QCOMPARE(raw.value(u"SELECT count(*) FROM event"_s), 22);
                QCOMPARE(
                    raw.value(u"SELECT count(*) FROM sqlite_schema WHERE name LIKE 'extra%'"_s),
                    reached == version ? 2 : 0);
                if (reached == version)
                    QCOMPARE(raw.value(u"SELECT count(*) FROM extra"_s), 12000);
                ++(reached == version ? news : olds);
            }
            // Whatever it left behind, the next start brings it to its end.
            const auto file =
                ledger::LedgerFile::open({folder.path(), schema}, folder.clock, folder.ids);
            QVERIFY2(file, file ? "" : qPrintable(file.error().text + file.error().detail));
            QCOMPARE(*(*file)->database().number(u"PRAGMA user_version"_s), version);
            QCOMPARE(*(*file)->database().number(u"SELECT version FROM projection"_s),
                     ledger::projectionVersion);
            QVERIFY(!QDir(folder.path() + u"/backups"_s).entryList({u"*.db"_s}).isEmpty());
        }
        QVERIFY2(olds > 0, "no run was cut short: make the step longer");
    }

    void aBackupIsWholeOrNotAtAll()
    {
        LedgerFolder folder;
        {
            const auto ledger = folder.open();
            for (int i = 0; i < 10; ++i)
                support::writeRichIncident(*ledger, u"i%1"_s.arg(i), {});
        }
        const QString target = folder.beside(u"copy.db"_s);
        for (int n = 0; n < moments; ++n) {
            ChildProcess victim(child, {u"backup"_s, folder.path(), u"100000"_s, target});
            victim.waitForLines(1);
            victim.killAfter(moment(n) * 3);
            const RawSqlite copy(target);
            QCOMPARE(copy.value(u"PRAGMA integrity_check"_s), u"ok"_s);
            QCOMPARE(copy.value(u"SELECT count(*) FROM incident"_s), 10);
        }
        QCOMPARE(faultsOf(*folder.open()), QString());
    }

    void aRestoreIsWholeOrNotAtAll()
    {
        LedgerFolder original;
        const QString backup = original.beside(u"copy.db"_s);
        {
            const auto ledger = original.open();
            support::writeRichIncident(*ledger, u"a"_s, {});
            QVERIFY(ledger->backup(backup));
            support::writeRichIncident(*ledger, u"b"_s, {});
        }
        int olds = 0;
        for (int n = 0; n < moments; ++n) {
            LedgerFolder folder;
            QVERIFY(QDir().mkpath(folder.path()));
            QVERIFY(QFile::copy(original.file(), folder.file()));
            ChildProcess victim(child, {u"restore"_s, folder.path(), backup});
            const QString stages[] = {u"ledger.lock"_s, u"restoring-*.part-*"_s,
                                      u"restoring-*.db"_s, u"replaced-*.db"_s};
            victim.killAfter(moment(n) / 3,
                             [&] { return sizeOf(folder.path(), stages[n % 4]) >= 0; });
            const bool finished = !victim.lines().isEmpty();
            const auto ledger = folder.tryOpen();
            QVERIFY2(ledger, ledger ? "" : qPrintable(ledger.error().text + ledger.error().detail));
            QCOMPARE(faultsOf(**ledger), QString());
            const auto incidents = (*ledger)->list()->size();
            QVERIFY(incidents == 1 || (incidents == 2 && !finished));
            olds += incidents == 2 ? 1 : 0;
            if (incidents == 1)
                QVERIFY(sizeOf(folder.path(), u"replaced-*.db"_s) > 0);
        }
        QVERIFY(olds > 0);
    }
};

QTEST_GUILESS_MAIN(TestLedgerCrash)
#include "tst_ledgercrash.moc"
