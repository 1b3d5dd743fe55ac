// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/probegate.h"

#include <array>
#include <QList>
#include <QTest>

class TestProbeGate : public QObject
{
    Q_OBJECT

private slots:
    void letsInUpToItsRoom();
    void leavingTheLine();
    void whoLeavesAtOnceBlocksNobody();
    void manyThatHangStarveNobody();
};

namespace {

const int owners[8] = {};

} // namespace

void TestProbeGate::letsInUpToItsRoom()
{
    source::ProbeGate gate(2);
    QList<int> started;
    for (int i = 0; i < 5; ++i)
        gate.enter(&owners[i], [&started, i] { started.append(i); });
    QCOMPARE(started, (QList<int>{0, 1}));
    QCOMPARE(gate.running(), 2);
    QCOMPARE(gate.waiting(), 3);
    gate.leave(&owners[1]); // the other one hangs, and holds only its own place
    gate.leave(&owners[2]);
    gate.leave(&owners[3]);
    QCOMPARE(started, (QList<int>{0, 1, 2, 3, 4}));
    gate.leave(&owners[4]);
    gate.leave(&owners[4]);
    QCOMPARE(gate.running(), 1);
}

void TestProbeGate::leavingTheLine()
{
    source::ProbeGate gate(1);
    QList<int> started;
    for (int i = 0; i < 3; ++i)
        gate.enter(&owners[i], [&started, i] { started.append(i); });
    gate.leave(&owners[1]);
    gate.leave(&owners[0]);
    QCOMPARE(started, (QList<int>{0, 2}));
}

void TestProbeGate::whoLeavesAtOnceBlocksNobody()
{
    source::ProbeGate gate(1);
    QList<int> started;
    for (int i = 0; i < 4; ++i) {
        gate.enter(&owners[i], [&, i] {
            started.append(i);
            gate.leave(&owners[i]);
        });
    }
    QCOMPARE(started, (QList<int>{0, 1, 2, 3}));
    QCOMPARE(gate.running(), 0);
}

/// Two hundred that never answer, as they are when a whole network is gone.
void TestProbeGate::manyThatHangStarveNobody()
{
    source::ProbeGate gate;
    const std::array<int, 200> hanging{};
    for (const int &owner : hanging)
        gate.enter(&owner, [] {});
    bool isStarted = false;
    gate.enter(&owners[0], [&isStarted] { isStarted = true; });
    QVERIFY(isStarted);
}

QTEST_GUILESS_MAIN(TestProbeGate)
#include "tst_probegate.moc"
