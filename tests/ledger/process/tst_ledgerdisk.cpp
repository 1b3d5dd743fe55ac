// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/database.h"
#include "ledger/draftstore.h"
#include "ledger/outboxstore.h"
#include "support/childprocess.h"
#include "support/ledgersamples.h"
#include "support/rawsqlite.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using support::ChildProcess;
using support::LedgerFolder;

namespace {

const QString child = QStringLiteral(LEDGER_CHILD);

} // namespace

class TestLedgerDisk : public QObject
{
    Q_OBJECT

private slots:
    /// The system refuses to let the file grow.
    void aRefusedWriteLosesNothing()
    {
        LedgerFolder folder;
        // Made before the limit holds, so that it is the appending that fails.
        (void)folder.open();
        ChildProcess writer(child, {u"limited"_s, folder.path(), u"600000"_s, u"100000"_s});
        QCOMPARE(writer.finish(), 1);
        expectStopped(folder, writer.lines());
    }

    /// A real file system with no space left, where the system lets us mount one.
    void aFullDiskLosesNothing()
    {
        LedgerFolder folder;
        // Everything happens inside the mount, which goes away with the process: the full disk, the
        // sentence, then the check of what is left and the next change once there is space again.
        const QString script = u"mount -t tmpfs -o size=1m none \"$1\" || exit 77\n"
                               "\"$0\" append \"$1/data\" '' 100000 && exit 3\n"
                               "mount -o remount,size=8m \"$1\" || exit 4\n"
                               "\"$0\" append \"$1/data\" '' 3 || exit 5\n"
                               "cp \"$1/data/ledger.db\"* \"$2\" || exit 6\n"_s;
        QVERIFY(QDir().mkpath(folder.beside(u"mount"_s)));
        QVERIFY(QDir().mkpath(folder.path()));
        ChildProcess run(u"unshare"_s, {u"-rm"_s, u"sh"_s, u"-c"_s, script, child,
                                        folder.beside(u"mount"_s), folder.path()});
        const int code = run.finish();
        const QStringList lines = run.lines();
        if (lines.isEmpty())
            QSKIP("This system does not let a test mount a file system.");
        QCOMPARE(code, 0);
        const auto error = lines.indexOf(QRegularExpression(u"^error .*"_s));
        QVERIFY(error > 0);
        QVERIFY2(lines[error].contains(u"disk is full"), qPrintable(lines[error]));
        QCOMPARE(lines.size() - error - 1, 3);
        const auto ledger = folder.open();
        QVERIFY(ledger->check()->isSound());
        const auto incidents = *ledger->list();
        QCOMPARE(incidents.size(), 2u);
        QCOMPARE(incidents[0].title, u"3"_s);
        QCOMPARE(incidents[1].title.toInt(), int(lines[error - 1].section(u' ', 1).toInt()));
    }

    void aFolderThatMayNotBeWrittenCanBeLookedAt()
    {
        LedgerFolder folder;
        support::writeRichIncident(*folder.open(), u"a"_s, {});
        const QString script = u"mount --bind \"$1\" \"$1\" || exit 77\n"
                               "mount -o remount,bind,ro \"$1\" || exit 77\n"
                               "echo mounted\n"
                               "\"$0\" append \"$1\" '' 1\n"
                               "\"$0\" look \"$1\"\n"_s;
        ChildProcess run(u"unshare"_s, {u"-rm"_s, u"sh"_s, u"-c"_s, script, child, folder.path()});
        run.finish();
        const QStringList lines = run.lines();
        if (lines.isEmpty())
            QSKIP("This system does not let a test mount a file system.");
        QCOMPARE(lines.size(), 3);
        QVERIFY2(lines[1].startsWith(u"error storage") && lines[1].contains(folder.path()) &&
                     lines[1].contains(u"--data"),
                 qPrintable(lines[1]));
        QCOMPARE(lines[2], u"done Images down"_s);
    }

    /// SQLite's own word for a full disk, at each write in turn.
    void everyFullWriteIsASentence()
    {
        LedgerFolder folder;
        (void)folder.open();
        const auto database = *ledger::Database::open(
            folder.file(), ledger::Database::Access::ReadWrite, std::chrono::milliseconds(100));
        const qint64 pages = *database->number(u"PRAGMA page_count"_s);
        QCOMPARE(*database->number(u"PRAGMA max_page_count = 1"_s), pages);
        ledger::DraftStore drafts(*database, folder.clock);
        const auto full = drafts.save(u"k"_s, QByteArray(100'000, 'x'));
        QVERIFY(!full);
        QCOMPARE(full.error().kind, base::ErrorKind::Storage);
        QVERIFY2(full.error().text.contains(u"disk is full"), qPrintable(full.error().text));
        std::vector<ledger::Intent> intents(2000);
        for (std::size_t i = 0; i < intents.size(); ++i)
            intents[i].key = QString::number(i);
        QVERIFY(!ledger::OutboxStore(*database).put(intents));
        QCOMPARE(ledger::OutboxStore(*database).all()->size(), 0u);
        QVERIFY(drafts.list()->empty());
        QVERIFY(folder.open()->check()->isSound());
    }

    void aBackupThatDoesNotFitLeavesTheOldOne()
    {
        LedgerFolder folder;
        const QString target = folder.beside(u"copy.db"_s);
        {
            const auto ledger = folder.open();
            QVERIFY(ledger->backup(target));
            for (int i = 0; i < 30; ++i)
                support::writeRichIncident(*ledger, u"i%1"_s.arg(i), {});
        }
        const QString script = u"ulimit -f 100; trap '' XFSZ; exec \"$0\" backup \"$1\" 1 \"$2\""_s;
        ChildProcess run(u"sh"_s, {u"-c"_s, script, child, folder.path(), target});
        QCOMPARE(run.finish(), 1);
        QVERIFY(run.lines().value(0).startsWith(u"error storage"));
        QCOMPARE(support::RawSqlite(target).value(u"SELECT count(*) FROM incident"_s), 0);
        QCOMPARE(QDir(folder.beside({})).entryList({u"copy*"_s}, QDir::Files),
                 QStringList{u"copy.db"_s});
    }

private:
    static void expectStopped(LedgerFolder &folder, const QStringList &lines)
    {
        QVERIFY(lines.size() > 1);
        QVERIFY2(lines.constLast().startsWith(u"error storage"), qPrintable(lines.constLast()));
        const auto ledger = folder.open();
        QVERIFY(ledger->check()->isSound());
        const auto incidents = *ledger->list();
        QCOMPARE(incidents.size(), 1u);
        const int reached = incidents[0].title.toInt();
        // A draft may have been what did not fit.
        QVERIFY(reached == lines.size() - 1 || reached == lines.size());
        QVERIFY(ledger->change(incidents[0].id, u"sam"_s,
                               support::happens(incident::Noted{u"space again"_s})));
    }
};

QTEST_GUILESS_MAIN(TestLedgerDisk)
#include "tst_ledgerdisk.moc"
