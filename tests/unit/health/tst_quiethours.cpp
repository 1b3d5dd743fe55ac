// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "health/quiethours.h"
#include "support/manualclock.h"
#include "timing/zone.h"

#include <cmath>
#include <functional>
#include <QTest>

using namespace std::chrono_literals;
using health::Quality;
using health::QuietWindow;
using health::Sample;
using support::utc;

namespace {

const QTimeZone london("Europe/London");
/// A Sunday in winter.
const base::Instant now = utc("2026-11-22T16:08:00Z");

/// Every five minutes of the weeks before `now`, by the local time.
std::vector<Sample> past(int weeks, const std::function<double(const QDateTime &)> &load)
{
    std::vector<Sample> samples;
    for (base::Instant at = now - 24h * 7 * weeks; at < now; at += 5min)
        samples.push_back({at, Quality::Ok, load(timing::toLocal(at, london))});
    return samples;
}

/// 100 by day, 20 at night, and 5 between two and four on Wednesdays.
double shop(const QDateTime &local)
{
    const int hour = local.time().hour();
    if (local.date().dayOfWeek() == 3 && hour >= 2 && hour < 4)
        return 5;
    return hour >= 7 && hour < 23 ? 100 : 20;
}

QString localOf(base::Instant at)
{
    return timing::toLocal(at, london).toString(QStringLiteral("ddd HH:mm"));
}

} // namespace

class TestQuietHours : public QObject
{
    Q_OBJECT

private slots:
    void theQuietestComesFirstWithItsNumbers()
    {
        const auto windows = health::quietWindows(past(4, shop), london, now, 2h, 3);
        QCOMPARE(windows.size(), std::size_t(3));
        QCOMPARE(localOf(windows[0].from), QStringLiteral("Wed 02:00"));
        QCOMPARE(windows[0].to - windows[0].from, 2h);
        QCOMPARE(windows[0].mean, 5.0);
        QCOMPARE(windows[0].highest, 5.0);
        QCOMPARE(windows[0].weeks, 4);
        // The week is (5*2 + 20*54 + 100*112) / 168 on average.
        QVERIFY(std::abs(windows[0].share - 5.0 / (12290.0 / 168)) < 1e-9);
        QCOMPARE(windows[1].mean, 20.0);
        for (std::size_t i = 1; i < windows.size(); ++i) {
            QVERIFY(windows[i].mean >= windows[i - 1].mean);
            QVERIFY(windows[i].to <= windows[0].from || windows[i].from >= windows[0].to);
            QVERIFY(windows[i].from >= now && windows[i].from < now + 24h * 7);
        }
    }

    void theWallClockCounts()
    {
        // The weeks before the clocks go back tell of the hours after it.
        const base::Instant october = utc("2026-10-24T12:00:00Z");
        std::vector<Sample> samples;
        for (base::Instant at = october - 24h * 28; at < october; at += 5min)
            samples.push_back({at, Quality::Ok, shop(timing::toLocal(at, london))});
        const auto windows = health::quietWindows(samples, london, october, 2h, 1);
        QCOMPARE(localOf(windows.at(0).from), QStringLiteral("Wed 02:00"));
        QCOMPARE(windows.at(0).from, utc("2026-10-28T02:00:00Z"));
    }

    void whatNobodyMeasuredIsNotQuiet()
    {
        QVERIFY(health::quietWindows({}, london, now, 2h).empty());
        // Nights are not measured, and failed looks say nothing.
        auto samples = past(4, shop);
        for (Sample &sample : samples) {
            const int hour =
                timing::toLocal(std::chrono::floor<std::chrono::seconds>(sample.at), london)
                    .time()
                    .hour();
            if (hour < 7)
                sample.quality = hour < 3 ? Quality::Failed : Quality::NotMeasured;
        }
        for (const QuietWindow &window : health::quietWindows(samples, london, now, 1h)) {
            const int hour = timing::toLocal(window.from, london).time().hour();
            QVERIFY(hour >= 7);
        }
    }

    void aWindowIsAsLoudAsItsLoudestPart()
    {
        // Ten hours do not fit into a night of eight.
        const auto windows = health::quietWindows(past(2, shop), london, now, 10h, 1);
        QCOMPARE(windows.at(0).highest, 100.0);
        QVERIFY(windows.at(0).mean > 20 && windows.at(0).mean < 100);
        QCOMPARE(windows.at(0).weeks, 2);
    }
};

QTEST_GUILESS_MAIN(TestQuietHours)
#include "tst_quiethours.moc"
