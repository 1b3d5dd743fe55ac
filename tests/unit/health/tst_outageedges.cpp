// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "health/outageedges.h"
#include "support/manualclock.h"
#include "support/samples.h"

#include <QTest>

using namespace std::chrono_literals;
using health::Edge;
using timing::RoughInstant;

namespace {

const base::Instant start = support::utc("2026-11-22T16:00:00Z");
constexpr auto step = 10s;

health::Series seriesOf(QByteArrayView history)
{
    return support::seriesOf(support::samples(history, start, step), step);
}

/// The n-th sample.
base::Instant at(int n)
{
    return start + n * step;
}

RoughInstant between(int a, int b)
{
    return RoughInstant::between(at(a), at(b));
}

} // namespace

class TestOutageEdges : public QObject
{
    Q_OBJECT

private slots:
    void edgesAreDrawnToTheTurn()
    {
        const auto series = seriesOf("11111FFFFF11111");
        const Edge begin = startEdge(series, at(6) + 3s, 20s);
        QCOMPARE(begin.at, between(4, 5));
        QVERIFY(begin.isTurn);
        QCOMPARE(*begin.before, base::InstantMs(at(4)));
        QCOMPARE(*begin.after, base::InstantMs(at(5)));
        const Edge end = endEdge(series, at(9) - 4s, 20s);
        QCOMPARE(end.at, between(9, 10));
        QVERIFY(end.isTurn);
    }

    void outOfReachTheyStayWhereTheyWereLaid()
    {
        const auto series = seriesOf("111111111111FFFFF11111");
        const Edge begin = startEdge(series, at(3) + 4s, 20s);
        QCOMPARE(begin.at, between(3, 4));
        QVERIFY(!begin.isTurn);
        QCOMPARE(endEdge(series, at(20) + 4s, 20s).at, between(20, 21));
    }

    void theNearestTurnWins()
    {
        const auto series = seriesOf("11FF11FF11FF11");
        QCOMPARE(startEdge(series, at(6) + 4s, 1min).at, between(5, 6));
        QCOMPARE(startEdge(series, at(8) + 9s, 1min).at, between(9, 10));
        QCOMPARE(endEdge(series, at(7), 1min).at, between(7, 8));
    }

    void whatWasNotMeasuredIsNoEvidence()
    {
        const auto series = seriesOf("111NNN.FFPPP11");
        QCOMPARE(startEdge(series, at(7), 20s).at, between(2, 7));
        QCOMPARE(endEdge(series, at(12), 20s).at, between(8, 12));
    }

    void whatWasNeverGoodHasNoEarlierBound()
    {
        const auto series = seriesOf("FFF111");
        const Edge begin = startEdge(series, at(0), 20s);
        QCOMPARE(begin.at, RoughInstant::notAfter(at(0)));
        QVERIFY(begin.isTurn);
    }

    void whatIsStillBadGoesOn()
    {
        const auto series = seriesOf("1111FFF");
        QVERIFY(!endEdge(series, at(7), 5s).at.isKnown());
        QCOMPARE(*endEdge(series, at(7), 5s).before, base::InstantMs(at(6)));
        // Laid well before the last look, it is an end like every other.
        QCOMPARE(endEdge(series, at(5) + 2s, 5s).at, between(5, 6));
        // After a good last look nobody knows more than that it was then.
        QCOMPARE(endEdge(seriesOf("1FF11"), at(9), 5s).at, RoughInstant::notBefore(at(4)));
    }

    void slowIsBadWhereAskedFor()
    {
        const auto series = seriesOf("1119991111");
        QVERIFY(!startEdge(series, at(3), 20s).isTurn);
        QCOMPARE(startEdge(series, at(3), 20s, {80.0}).at, between(2, 3));
        QCOMPARE(endEdge(series, at(7), 20s, {80.0}).at, between(5, 6));
    }

    void theBadStretchIsFoundFromAnywhere()
    {
        const auto series = seriesOf("11FFF11FF111");
        const auto of = [&](base::InstantMs when) {
            return *badStretchAt(series, when);
        };
        QCOMPARE(of(at(3)).start.at, between(1, 2));
        QCOMPARE(of(at(3)).end.at, between(4, 5));
        QCOMPARE(of(at(6)), of(at(3))); // the one before
        QCOMPARE(of(at(0)), of(at(3))); // none before: the one after
        QCOMPARE(of(at(11)).start.at, between(6, 7));
        QVERIFY(!badStretchAt(seriesOf("1111"), at(2)));
        QVERIFY(!badStretchAt(seriesOf(""), at(2)));
        const auto running = badStretchAt(seriesOf("11FF"), at(3));
        QCOMPARE(running->start.at, between(1, 2));
        QVERIFY(!running->end.at.isKnown());
    }

    void nothingMeasuredSaysNothing()
    {
        const auto series = seriesOf("NNN");
        QVERIFY(!startEdge(series, at(1), 20s).at.isKnown());
        QVERIFY(!endEdge(series, at(1), 20s).at.isKnown());
    }
};

QTEST_GUILESS_MAIN(TestOutageEdges)
#include "tst_outageedges.moc"
