// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/cadence.h"
#include "support/manualclock.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using source::Cadence;

namespace {

const base::InstantMs start = support::utc("2026-11-22T02:00:00Z");

} // namespace

class TestCadence : public QObject
{
    Q_OBJECT

private slots:
    void firstTickIsNow();
    void gridDoesNotDrift();
    void offsetMovesTheGrid();
    void earlyIsNotDue();
    void lateIsStillDue();
    void hiccupMissesTicks();
    void sleepMissesTicksAndWaits();
    void clockSetBackDoesNotStall();
    void ticksKeepTheirDistance();
    void offsetsAreSpread();
};

void TestCadence::firstTickIsNow()
{
    Cadence cadence(20s, 0ms);
    cadence.start(start + 7s);
    const Cadence::Tick first = cadence.poll(start + 7s);
    QVERIFY(first.isDue);
    QVERIFY(!first.missedFrom);
    // Then the grid: 20 would come after 13 seconds, which is not too close.
    QCOMPARE(first.wait, 13s);
    cadence.start(start + 12s);
    // 8 seconds would be, so that one is left out.
    QCOMPARE(cadence.poll(start + 12s).wait, 28s);
}

void TestCadence::gridDoesNotDrift()
{
    Cadence cadence(20s, 0ms);
    cadence.start(start);
    base::InstantMs now = start;
    for (int i = 1; i <= 1000; ++i) {
        const Cadence::Tick tick = cadence.poll(now);
        QVERIFY(tick.isDue);
        QVERIFY(!tick.missedFrom);
        now += tick.wait;
        QCOMPARE(now, start + i * 20s);
        now += std::chrono::milliseconds(i % 9); // timers are a little late
    }
}

void TestCadence::offsetMovesTheGrid()
{
    Cadence cadence(20s, 3s);
    cadence.start(start + 3s);
    QCOMPARE(cadence.poll(start + 3s).wait, 20s);
}

void TestCadence::earlyIsNotDue()
{
    Cadence cadence(20s, 0ms);
    cadence.start(start);
    (void)cadence.poll(start);
    QCOMPARE(cadence.poll(start + 19999ms), (Cadence::Tick{false, std::nullopt, 1ms}));
    QCOMPARE(cadence.poll(start + 20s), (Cadence::Tick{true, std::nullopt, 20s}));
}

void TestCadence::lateIsStillDue()
{
    Cadence cadence(20s, 0ms);
    cadence.start(start);
    (void)cadence.poll(start);
    QCOMPARE(cadence.poll(start + 29s), (Cadence::Tick{true, std::nullopt, 11s}));
    // 18 seconds late: due, and the next place on the grid is too close.
    QCOMPARE(cadence.poll(start + 58s), (Cadence::Tick{true, std::nullopt, 22s}));
}

void TestCadence::hiccupMissesTicks()
{
    Cadence cadence(20s, 0ms);
    cadence.start(start);
    (void)cadence.poll(start);
    const Cadence::Tick tick = cadence.poll(start + 65s);
    QVERIFY(tick.isDue);
    QCOMPARE(*tick.missedFrom, start + 20s);
    QCOMPARE(tick.wait, 15s);
    QVERIFY(!cadence.poll(start + 80s).missedFrom);
}

void TestCadence::sleepMissesTicksAndWaits()
{
    Cadence cadence(20s, 0ms);
    cadence.start(start);
    (void)cadence.poll(start);
    const Cadence::Tick woken = cadence.poll(start + 8h + 3s);
    QVERIFY(!woken.isDue);
    QCOMPARE(*woken.missedFrom, start + 20s);
    QCOMPARE(woken.wait, 17s);
    const Cadence::Tick next = cadence.poll(start + 8h + 20s);
    QVERIFY(next.isDue);
    QVERIFY(!next.missedFrom);
}

void TestCadence::clockSetBackDoesNotStall()
{
    Cadence cadence(20s, 0ms);
    cadence.start(start);
    (void)cadence.poll(start);
    const Cadence::Tick tick = cadence.poll(start - 1h + 5s);
    QVERIFY(!tick.isDue);
    QVERIFY(!tick.missedFrom);
    QCOMPARE(tick.wait, 15s);
    QVERIFY(cadence.poll(start - 1h + 20s).isDue);
}

void TestCadence::ticksKeepTheirDistance()
{
    QRandomGenerator random(11);
    Cadence cadence(20s, 7s);
    cadence.start(start);
    base::InstantMs now = start;
    base::InstantMs last = start - 20s;
    for (int i = 0; i < 5000; ++i) {
        const Cadence::Tick tick = cadence.poll(now);
        QVERIFY(tick.wait > 0ms && tick.wait <= 30s);
        if (tick.isDue) {
            QVERIFY(now - last >= 10s);
            last = now;
        }
        now += tick.wait + std::chrono::milliseconds(random.bounded(30000));
    }
}

void TestCadence::offsetsAreSpread()
{
    QSet<qint64> quarters;
    for (int i = 0; i < 100; ++i) {
        const auto offset = source::offsetOf(u"monitor %1"_s.arg(i), 20s);
        QVERIFY(offset >= 0ms && offset < 20s);
        QCOMPARE(offset, source::offsetOf(u"monitor %1"_s.arg(i), 20s));
        quarters.insert(offset / 5s);
    }
    QCOMPARE(quarters.size(), 4);
}

QTEST_GUILESS_MAIN(TestCadence)
#include "tst_cadence.moc"
