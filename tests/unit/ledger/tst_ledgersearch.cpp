// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/ledgersamples.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using ledger::Filter;
using ledger::Hit;
using support::happens;
using support::LedgerFolder;
using support::opened;

namespace {

QStringList refsOf(const base::Result<std::vector<Hit>> &hits)
{
    QStringList refs;
    for (const Hit &hit : hits.value())
        refs += hit.summary.ref;
    return refs;
}

} // namespace

class TestLedgerSearch : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void refAndTitleComeFirst();
    void theNewestComeFirst();
    void aCorrectedStartMovesIt();
    void theLimitIsOfTheBest();
    void aFilterHoldsToo();
    void theyAreCountedAsFarAsAsked();
    void manyOfOneMinuteAreAllFound();

private:
    /// An incident that began so long ago, with a part and a note.
    void write(const QString &ref, const QString &title, std::chrono::hours ago,
               const QString &part = {}, const QString &note = {})
    {
        incident::Window window;
        window.seq = 1;
        window.start = timing::RoughInstant::exact(m_folder->clock.now() - ago);
        window.components = {part};
        const auto done = m_ledger->change(
            ref, u"sam"_s,
            happens(opened(ref, title), incident::WindowSet{window, {}}, incident::Noted{note}));
        QVERIFY2(done, done ? "" : qPrintable(done.error().text));
    }

    std::unique_ptr<LedgerFolder> m_folder;
    std::unique_ptr<ledger::Ledger> m_ledger;
};

void TestLedgerSearch::init()
{
    m_ledger.reset();
    m_folder = std::make_unique<LedgerFolder>();
    m_ledger = m_folder->open();
}

void TestLedgerSearch::refAndTitleComeFirst()
{
    write(u"r1"_s, u"Zebra is down"_s, 900h);
    write(u"r2"_s, u"Shop is slow"_s, 20h, {}, u"The zebra again"_s);
    write(u"r3"_s, u"Shop is down"_s, 90h, u"Zebra"_s);
    write(u"r4"_s, u"Nothing of it"_s, 1h);
    QCOMPARE(refsOf(m_ledger->search(u"zeb"_s)), (QStringList{u"r1"_s, u"r3"_s, u"r2"_s}));
    // Two words, one in the title and one in a note.
    QCOMPARE(refsOf(m_ledger->search(u"shop zebra"_s)), (QStringList{u"r3"_s, u"r2"_s}));
}

/// However late it was told.
void TestLedgerSearch::theNewestComeFirst()
{
    write(u"r1"_s, u"Shop is down"_s, 10h);
    write(u"r2"_s, u"Shop is down"_s, 30h);
    write(u"r3"_s, u"Shop is down"_s, 20h);
    QCOMPARE(refsOf(m_ledger->search(u"shop"_s)), (QStringList{u"r1"_s, u"r3"_s, u"r2"_s}));
}

void TestLedgerSearch::aCorrectedStartMovesIt()
{
    write(u"r1"_s, u"Shop is down"_s, 10h);
    write(u"r2"_s, u"Shop is down"_s, 30h);
    incident::Window window;
    window.seq = 1;
    window.start = timing::RoughInstant::exact(m_folder->clock.now() - 1h);
    QVERIFY(m_ledger->change(u"r2"_s, u"sam"_s, happens(incident::WindowSet{window, u"late"_s})));
    QCOMPARE(refsOf(m_ledger->search(u"shop"_s)), (QStringList{u"r2"_s, u"r1"_s}));
    QVERIFY(m_ledger->check()->isSound());
}

void TestLedgerSearch::theLimitIsOfTheBest()
{
    for (int i = 0; i < 30; ++i)
        write(u"n%1"_s.arg(i), u"Shop"_s, std::chrono::hours(i + 1), {}, u"zebra"_s);
    write(u"title"_s, u"Zebra"_s, 1000h);
    const QStringList best = refsOf(m_ledger->search(u"zebra"_s, 3));
    QCOMPARE(best, (QStringList{u"title"_s, u"n0"_s, u"n1"_s}));
    QCOMPARE(m_ledger->search(u"zebra"_s, -1)->size(), 31U);
    QVERIFY(m_ledger->search(u"zebra"_s, 0)->empty());
}

void TestLedgerSearch::aFilterHoldsToo()
{
    write(u"r1"_s, u"Shop is down"_s, 10h, u"Shop"_s);
    write(u"r2"_s, u"Shop is down"_s, 30h, u"Images"_s);
    Filter filter;
    filter.text = u"shop"_s;
    filter.component = u"Images"_s;
    QCOMPARE(refsOf(m_ledger->search(filter)), QStringList{u"r2"_s});
    filter.component.clear();
    filter.kind = incident::Kind::Maintenance;
    QVERIFY(m_ledger->search(filter)->empty());
    filter.kind.reset();
    filter.openOnly = true;
    filter.from = m_folder->clock.now() - 20h;
    filter.to = m_folder->clock.now() - 20h;
    QCOMPARE(refsOf(m_ledger->search(filter)), QStringList{u"r2"_s});
    QCOMPARE(m_ledger->list(filter)->size(), 1U);
    QCOMPARE(*m_ledger->count(filter, 10), 1);
}

void TestLedgerSearch::theyAreCountedAsFarAsAsked()
{
    for (int i = 0; i < 12; ++i)
        write(u"n%1"_s.arg(i), u"Shop"_s, std::chrono::hours(i));
    Filter filter;
    QCOMPARE(*m_ledger->count(filter, 100), 12);
    filter.text = u"shop"_s;
    QCOMPARE(*m_ledger->count(filter, 12), 12);
    QCOMPARE(*m_ledger->count(filter, 5), 6);
    filter.text = u"?"_s;
    QCOMPARE(*m_ledger->count(filter, 5), 0);
}

void TestLedgerSearch::manyOfOneMinuteAreAllFound()
{
    // As many as make it likely that two want the same row.
    constexpr int many = 400;
    for (int i = 0; i < many; ++i)
        write(u"n%1"_s.arg(i), u"Shop"_s, 5h);
    QCOMPARE(m_ledger->search(u"shop"_s, -1)->size(), size_t(many));
    QVERIFY(m_ledger->rebuild());
    QCOMPARE(m_ledger->search(u"shop"_s, -1)->size(), size_t(many));
    QVERIFY(m_ledger->check()->isSound());
}

QTEST_GUILESS_MAIN(TestLedgerSearch)
#include "tst_ledgersearch.moc"
