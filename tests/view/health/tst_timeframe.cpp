// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/manualclock.h"
#include "ui/health/timeframe.h"

#include <QTest>

using namespace std::chrono_literals;
using ui::TimeFrame;

namespace {

const base::InstantMs now = support::utc("2026-11-22T16:20:00Z");

TimeFrame ofDays(int days)
{
    TimeFrame frame;
    frame.setBounds(now - days * 24h, now);
    return frame;
}

} // namespace

class TestTimeFrame : public QObject
{
    Q_OBJECT

private slots:
    void liveFollowsThePresent()
    {
        TimeFrame frame = ofDays(3);
        QVERIFY(frame.isLive() && frame.isReset());
        QCOMPARE(frame.length(), TimeFrame::Length(1h));
        QVERIFY(frame.to() > now && frame.to() < now + 2min);
        const auto before = frame.to();
        frame.setBounds(now - 24h, now + 10min);
        QCOMPARE(frame.to() - before, TimeFrame::Length(10min));
    }

    void zoomKeepsWhatIsUnderThePointer()
    {
        TimeFrame frame = ofDays(3);
        const base::InstantMs anchor = now - 45min;
        const auto left = double((anchor - frame.from()).count());
        frame.zoom(0.5, anchor);
        QCOMPARE(frame.length(), TimeFrame::Length(30min));
        QVERIFY(!frame.isLive());
        QVERIFY(std::abs(double((anchor - frame.from()).count()) - left / 2) < 2);
        // What was zoomed to stands still while time goes on.
        const auto from = frame.from();
        frame.setBounds(now - 24h, now + 5min);
        QCOMPARE(frame.from(), from);
    }

    void zoomAtTheLiveEdgeStaysLive()
    {
        TimeFrame frame = ofDays(3);
        frame.zoom(0.5, now);
        QVERIFY(frame.isLive() && !frame.isReset());
        QCOMPARE(frame.length(), TimeFrame::Length(30min));
        frame.reset();
        QVERIFY(frame.isReset());
        QCOMPARE(frame.length(), TimeFrame::Length(1h));
    }

    void panningEndsWhereTheHistoryBegins()
    {
        TimeFrame frame = ofDays(3);
        frame.pan(-0.5);
        QVERIFY(!frame.isLive());
        for (int i = 0; i < 1000; ++i)
            frame.pan(-1);
        QVERIFY(frame.from() < now - 3 * 24h && frame.from() > now - 3 * 24h - 5min);
        QCOMPARE(frame.length(), TimeFrame::Length(1h));
    }

    void panningForwardEndsLive()
    {
        TimeFrame frame = ofDays(3);
        frame.pan(-2.5);
        frame.pan(1);
        QVERIFY(!frame.isLive());
        frame.pan(9);
        QVERIFY(frame.isReset());
    }

    void withoutAHistoryThereIsNowhereToGo()
    {
        TimeFrame frame;
        frame.setBounds(now, now);
        frame.pan(-1);
        QVERIFY(frame.from() > now - 2h);
        frame.zoom(100, now);
        QVERIFY(frame.length() < 63min);
    }

    void neitherTooShortNorTooLong()
    {
        TimeFrame frame = ofDays(3);
        frame.zoom(1e-9, now - 10min);
        QCOMPARE(frame.length(), TimeFrame::Length(1min));
        QVERIFY(frame.from() <= now - 10min && frame.to() >= now - 10min);
        frame.zoom(1e9, now - 10min);
        QVERIFY(frame.from() <= now - 3 * 24h);
        QVERIFY(frame.length() < 75h);
        QVERIFY(frame.isLive());
    }

    void aStretchIsShownFromEitherSide()
    {
        TimeFrame frame = ofDays(3);
        frame.show(now - 3h, now - 4h);
        QCOMPARE(frame.from(), now - 4h);
        QCOMPARE(frame.to(), now - 3h);
        frame.toLiveEdge();
        QVERIFY(frame.isLive());
        QCOMPARE(frame.length(), TimeFrame::Length(1h));
    }

    void whatIsSoughtComesIntoSight()
    {
        TimeFrame frame = ofDays(3);
        frame.reveal(now - 30min);
        QVERIFY(frame.isReset());
        frame.reveal(now - 9h);
        QVERIFY(frame.from() < now - 9h && frame.to() > now - 9h);
        frame.reveal(now - 2h);
        QVERIFY(frame.from() < now - 2h && frame.to() > now - 2h);
        frame.reveal(now);
        QVERIFY(frame.to() > now);
    }

    void aSpanGoesBackToTheLatest()
    {
        TimeFrame frame = ofDays(3);
        frame.pan(-5);
        frame.setSpan(6h);
        QVERIFY(frame.isReset());
        QCOMPARE(frame.length(), TimeFrame::Length(6h));
    }
};

QTEST_GUILESS_MAIN(TestTimeFrame)
#include "tst_timeframe.moc"
