// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/childprocess.h"
#include "support/ledgerfolder.h"

#include <QFileInfo>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using support::ChildProcess;
using support::LedgerFolder;

namespace {

const QString child = QStringLiteral(LEDGER_CHILD);
constexpr int processes = 4;

/// All lines of some processes that run at the same time; empty if one of them failed.
QStringList runTogether(const QStringList &arguments)
{
    std::vector<std::unique_ptr<ChildProcess>> children;
    for (int i = 0; i < processes; ++i)
        children.push_back(std::make_unique<ChildProcess>(child, arguments));
    QStringList lines;
    bool ok = true;
    for (const auto &process : children) {
        const int code = process->finish();
        lines += process->lines();
        if (code != 0) {
            qWarning("exit %d: %s", code,
                     qPrintable(process->lines().value(process->lines().size() - 1)));
            ok = false;
        }
    }
    return ok ? lines : QStringList();
}

void expectSound(ledger::Ledger &ledger)
{
    const auto report = ledger.check();
    QVERIFY(report);
    QVERIFY2(report->isSound(), report->isSound() ? "" : qPrintable(report->faults[0].sentence));
    QCOMPARE(report->consoles, 1);
}

} // namespace

class TestLedgerConcurrent : public QObject
{
    Q_OBJECT

private slots:
    void processesLoseNothing()
    {
        // The folder does not exist yet: they also make it together.
        LedgerFolder folder;
        const QStringList lines = runTogether({u"append"_s, folder.path(), {}, u"40"_s});
        QCOMPARE(lines.size(), processes * 40);
        const auto ledger = folder.open();
        expectSound(*ledger);
        QCOMPARE(ledger->check()->events, processes * 40 * 2);
        const auto incidents = *ledger->list();
        QCOMPARE(incidents.size(), std::size_t(processes));
        for (const ledger::Summary &incident : incidents)
            QCOMPARE(incident.title, u"40"_s);
    }

    void eachSeesWhatTheOthersHaveDone()
    {
        LedgerFolder folder;
        const QStringList lines = runTogether({u"count"_s, folder.path(), u"40"_s});
        QCOMPARE(QSet<QString>(lines.begin(), lines.end()).size(), processes * 40);
        const auto ledger = folder.open();
        expectSound(*ledger);
        // Fold order is the order of the changes, or the last number would not be the highest.
        QCOMPARE(ledger->load(u"shared"_s)->title, QString::number(processes * 40));
    }

    /// As a command does beside the window: it must leave the log where the window writes it.
    void whoComesAndGoesLeavesTheLogAlone()
    {
        LedgerFolder folder;
        (void)folder.open();
        auto window = folder.open(ledger::OpenMode::CheckedBeside);
        QVERIFY(window->verdict().result());
        QVERIFY(window->beginWriting());
        ChildProcess command(child, {u"append"_s, folder.path(), {}, u"3"_s});
        QCOMPARE(command.finish(), 0);
        QVERIFY(QFileInfo(folder.file() + u"-wal"_s).size() > 0);
        QVERIFY(window->drafts().save(u"post/a"_s, "{}"));
        QCOMPARE(window->list()->size(), 1U);
        QVERIFY(folder.open()->drafts().load(u"post/a"_s)->has_value());
        window.reset();
        expectSound(*folder.open());
    }

    void aCheckAndABackupDisturbNobody()
    {
        LedgerFolder folder;
        const auto ledger =
            *ledger::Ledger::open(folder.path(), folder.clock, folder.ids,
                                  ledger::OpenMode::ReadWrite, std::chrono::seconds(60));
        ChildProcess writer(child, {u"append"_s, folder.path(), {}, u"60"_s});
        ChildProcess counter(child, {u"count"_s, folder.path(), u"60"_s});
        writer.waitForLines(1);
        qint64 last = 0;
        for (int i = 0; i < 8; ++i) {
            expectSound(*ledger);
            const qint64 events = ledger->check()->events;
            QVERIFY(events >= last);
            last = events;
            QVERIFY(ledger->backup(folder.beside(u"copy.db"_s)));
        }
        QCOMPARE(writer.finish(), 0);
        QCOMPARE(counter.finish(), 0);
        QCOMPARE(ledger->check()->events, 60 * 2 + 60);
    }

    void refsAreGivenOnce()
    {
        LedgerFolder folder;
        const QStringList lines = runTogether({u"open"_s, folder.path(), u"15"_s});
        QCOMPARE(QSet<QString>(lines.begin(), lines.end()).size(), processes * 15);
        QVERIFY(lines.contains(u"done 2026-11-22-%1"_s.arg(processes * 15)));
    }

    void intentsAreTakenOnce()
    {
        LedgerFolder folder;
        {
            std::vector<ledger::Intent> intents;
            for (int i = 0; i < 60; ++i) {
                ledger::Intent intent;
                intent.revision = QString::number(i);
                intent.target = u"site"_s;
                intent.key = ledger::intentKey(intent.revision, intent.target);
                intents.push_back(intent);
            }
            QVERIFY(folder.open()->outbox().put(intents));
        }
        const QStringList lines = runTogether({u"claim"_s, folder.path()});
        QCOMPARE(lines.size(), 60);
        QCOMPARE(QSet<QString>(lines.begin(), lines.end()).size(), 60);
    }
};

QTEST_GUILESS_MAIN(TestLedgerConcurrent)
#include "tst_ledgerconcurrent.moc"
