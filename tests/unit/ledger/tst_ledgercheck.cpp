// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/migration.h"
#include "support/ledgersamples.h"
#include "support/rawsqlite.h"

#include <QTest>

using namespace Qt::StringLiterals;
using ledger::Fault;
using support::happens;
using support::LedgerFolder;
using support::opened;
using support::RawSqlite;

namespace {

/// Every row of everything that derives from the events, as text.
QStringList dumpOfDerived(const QString &path)
{
    const RawSqlite raw(path);
    QStringList dump;
    for (const QString &columns :
         {u"* FROM incident"_s, u"* FROM \"window\""_s, u"* FROM milestone"_s,
          u"* FROM post_revision"_s, u"* FROM post_seen"_s, u"* FROM promise"_s,
          u"* FROM search_row"_s, u"rowid, * FROM search"_s, u"* FROM projection"_s}) {
        QStringList rows;
        for (const QVariantList &row : raw.rows(u"SELECT "_s + columns)) {
            QStringList values;
            for (const QVariant &value : row)
                values.append(value.isNull() ? u"NULL"_s : value.toString());
            rows.append(columns + u": "_s + values.join(u" | "_s));
        }
        rows.sort();
        dump += rows;
    }
    return dump;
}

QList<Fault::Kind> kindsOf(const ledger::CheckReport &report)
{
    QList<Fault::Kind> kinds;
    for (const Fault &fault : report.faults)
        kinds.append(fault.kind);
    return kinds;
}

} // namespace

class TestLedgerCheck : public QObject
{
    Q_OBJECT

private slots:
    void aSoundLedgerHasNoFaults()
    {
        LedgerFolder folder;
        const auto ledger = folder.open();
        support::writeRichIncident(*ledger, u"a"_s, u"2026-11-22-1"_s);
        support::writeRichIncident(*ledger, u"b"_s, u"2026-11-22-2"_s);
        const auto report = ledger->check();
        QVERIFY(report);
        QVERIFY2(report->isSound(),
                 report->isSound() ? "" : qPrintable(report->faults[0].sentence));
        QCOMPARE(report->incidents, 2);
        QCOMPARE(report->consoles, 1);
        QCOMPARE(report->events, 44);
        QCOMPARE(report->schema, ledger::migrationsIn(ledger::builtInSchema)->back().version);
        QVERIFY(report->advice.isEmpty());
    }

    void rebuildingChangesNothing()
    {
        LedgerFolder folder;
        const auto ledger = folder.open();
        for (int i = 1; i <= 3; ++i) {
            support::writeRichIncident(*ledger, u"i%1"_s.arg(i), u"2026-11-22-%1"_s.arg(i));
            folder.clock.advance(std::chrono::minutes(1));
        }
        QVERIFY(ledger->change(u"i1"_s, u"kim"_s, happens(incident::Noted{u"later"_s})));
        const QStringList before = dumpOfDerived(folder.file());
        QVERIFY(before.join(u'\n').contains(u"Disk of the image cache was full"));
        QVERIFY(ledger->rebuild());
        QCOMPARE(dumpOfDerived(folder.file()), before);
        QVERIFY(ledger->check()->isSound());
    }

    void rebuildingMendsEverythingDerived()
    {
        LedgerFolder folder;
        const auto ledger = folder.open();
        support::writeRichIncident(*ledger, u"a"_s, u"2026-11-22-1"_s);
        {
            const RawSqlite raw(folder.file());
            raw.run(u"UPDATE incident SET title = 'nonsense'"_s);
            raw.run(u"DELETE FROM promise"_s);
            raw.run(u"UPDATE search SET notes = 'nonsense'"_s);
            raw.run(u"DELETE FROM search_idx"_s);
            raw.run(u"INSERT INTO incident SELECT 'ghost', ref, kind, entry, state, open, title,"
                    " zone, monitor, severity, round, cause_status, cause_text, cause_trigger,"
                    " attribution, provider, felt, components, planned, started_lo, started_hi,"
                    " started_precision, ended_lo, ended_hi, ended_precision, downtime_lo,"
                    " downtime_hi, downtime_precision, opened, changed FROM incident"_s);
        }
        const auto report = ledger->check();
        QVERIFY(report);
        QVERIFY(!report->isSound());
        for (const Fault &fault : report->faults)
            QCOMPARE(fault.kind, Fault::Kind::Projection);
        QVERIFY2(report->advice.contains(u"watchkeeper store rebuild"_s),
                 qPrintable(report->advice));
        QVERIFY(ledger->rebuild());
        QVERIFY(ledger->check()->isSound());
        QCOMPARE(ledger->list()->size(), 1u);
        QCOMPARE(ledger->search(u"image cache"_s)->size(), 1u);
    }

    void everyDerivedColumnIsCompared_data()
    {
        QTest::addColumn<QString>("change");
        QTest::newRow("text") << u"UPDATE post_revision SET body = body || '.'"_s;
        QTest::newRow("null for number") << u"UPDATE \"window\" SET start_lo = NULL"_s;
        QTest::newRow("row less") << u"DELETE FROM milestone WHERE name = 'started'"_s;
        QTest::newRow("row more")
            << u"INSERT INTO post_seen VALUES ('a', 'a-r1', 'x', '', '', 0)"_s;
        QTest::newRow("flag") << u"UPDATE incident SET open = 0"_s;
        QTest::newRow("full text") << u"UPDATE search SET title = 'x'"_s;
        QTest::newRow("full text gone") << u"DELETE FROM search"_s;
    }

    void everyDerivedColumnIsCompared()
    {
        QFETCH(QString, change);
        LedgerFolder folder;
        const auto ledger = folder.open();
        support::writeRichIncident(*ledger, u"a"_s, u"2026-11-22-1"_s);
        RawSqlite(folder.file()).run(change);
        QCOMPARE(kindsOf(*ledger->check()), QList{Fault::Kind::Projection});
    }

    void aChangedEventIsFound_data()
    {
        QTest::addColumn<QString>("change");
        QTest::newRow("payload") << u"payload = replace(payload, 'Images', 'Nothing')"_s;
        QTest::newRow("time") << u"recorded = recorded + 1"_s;
        QTest::newRow("occurred")
            << u"occurred_lo = 5, occurred_hi = 5, occurred_precision = 'exact'"_s;
        QTest::newRow("author") << u"author = 'nobody'"_s;
        QTest::newRow("kind") << u"kind = 'other'"_s;
        QTest::newRow("incident") << u"incident = 'b'"_s;
        QTest::newRow("hash") << u"hash = replace(hash, substr(hash, 1, 1), 'x')"_s;
    }

    void aChangedEventIsFound()
    {
        QFETCH(QString, change);
        LedgerFolder folder;
        const auto ledger = folder.open();
        support::writeRichIncident(*ledger, u"a"_s, u"2026-11-22-1"_s);
        const RawSqlite raw(folder.file());
        raw.run(u"DROP TRIGGER event_is_not_changed"_s);
        raw.run(u"UPDATE event SET %1 WHERE console_seq = 2"_s.arg(change));
        const auto report = ledger->check();
        QVERIFY(kindsOf(*report).contains(Fault::Kind::Chain));
        QVERIFY2(report->advice.contains(u"backup"_s), qPrintable(report->advice));
    }

    void aHoleIsFound_data()
    {
        QTest::addColumn<QString>("which");
        QTest::addColumn<QString>("missing");
        QTest::newRow("first") << u"console_seq = 1"_s << u"1 to 1"_s;
        QTest::newRow("middle") << u"console_seq BETWEEN 4 AND 6"_s << u"4 to 6"_s;
        QTest::newRow("last") << u"console_seq > 20"_s << u"21 to 22"_s;
        QTest::newRow("all") << u"1"_s << u"1 to 22"_s;
    }

    void aHoleIsFound()
    {
        QFETCH(QString, which);
        QFETCH(QString, missing);
        LedgerFolder folder;
        const auto ledger = folder.open();
        support::writeRichIncident(*ledger, u"a"_s, u"2026-11-22-1"_s);
        const RawSqlite raw(folder.file());
        raw.run(u"DROP TRIGGER event_is_not_removed"_s);
        raw.run(u"DELETE FROM event WHERE "_s + which);
        const auto report = ledger->check();
        QVERIFY(!report->faults.empty());
        QCOMPARE(report->faults.front().kind, Fault::Kind::Hole);
        QVERIFY2(report->faults.front().sentence.contains(missing),
                 qPrintable(report->faults.front().sentence));
    }

    void anEventThatCannotBeReadHidesNothing()
    {
        LedgerFolder folder;
        const auto ledger = folder.open();
        support::writeRichIncident(*ledger, u"a"_s, u"2026-11-22-1"_s);
        const RawSqlite raw(folder.file());
        raw.run(u"DROP TRIGGER event_is_not_changed"_s);
        raw.run(u"UPDATE event SET payload = '{\"title\":7}' WHERE kind = 'title_changed'"_s);
        const auto report = ledger->check();
        QVERIFY(kindsOf(*report).contains(Fault::Kind::Unreadable));
        QCOMPARE(ledger->load(u"a"_s)->title, u"Images slow"_s);
        QCOMPARE(ledger->events(u"a"_s)->size(), 22u);
    }

    void aCheckOnlyReads()
    {
        LedgerFolder folder;
        {
            const auto ledger = folder.open();
            support::writeRichIncident(*ledger, u"a"_s, u"2026-11-22-1"_s);
        }
        const auto ledger = folder.open(ledger::OpenMode::ReadOnly);
        const auto report = ledger->check();
        QVERIFY(report);
        QVERIFY(report->isSound());
    }
};

QTEST_GUILESS_MAIN(TestLedgerCheck)
#include "tst_ledgercheck.moc"
