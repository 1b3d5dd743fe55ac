// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/manualclock.h"
#include "timing/arithmetic.h"
#include "timing/json.h"
#include "timing/zone.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace timing;
using namespace Qt::StringLiterals;
using support::utc;

class TestRough : public QObject
{
    Q_OBJECT

private slots:
    void addsIntervals()
    {
        const auto start =
            RoughInstant::between(utc("2026-11-22T16:08:00Z"), utc("2026-11-22T16:09:00Z"));
        const auto end = plus(start, RoughDuration::between(8min, 12min));
        QCOMPARE(*end.lo(), utc("2026-11-22T16:16:00Z"));
        QCOMPARE(*end.hi(), utc("2026-11-22T16:21:00Z"));
    }

    void unknownStaysUnknown()
    {
        const auto at = RoughInstant::exact(utc("2026-11-22T16:08:00Z"));
        QCOMPARE(plus(at, RoughDuration()), RoughInstant());
        QCOMPARE(difference(at, RoughInstant()), RoughDuration());
        QCOMPARE(sum(RoughDuration::exact(5min), RoughDuration()), RoughDuration());
    }

    void halfOpenStaysHalfOpen()
    {
        const auto at = RoughInstant::exact(utc("2026-11-22T16:08:00Z"));
        const auto end = plus(at, RoughDuration::atLeast(5min));
        QCOMPARE(end, RoughInstant::notBefore(utc("2026-11-22T16:13:00Z")));
        const auto length = difference(end, at);
        QCOMPARE(length, RoughDuration::atLeast(5min));
    }

    void anAboutHasAFifthOfSlack()
    {
        QCOMPARE(*RoughDuration::about(10min).lo(), Span(8min));
        QCOMPARE(*RoughDuration::about(10min).hi(), Span(12min));
        QCOMPARE(*RoughDuration::about(1min).lo(), Span(0));
        QCOMPARE(*RoughDuration::about(1min).hi(), Span(2min));
        QCOMPARE(*RoughDuration::about(1h).hi(), Span(72min));
    }

    void contradictionsAreSeen()
    {
        const auto start = RoughInstant::exact(utc("2026-11-22T16:00:00Z"));
        const auto end = RoughInstant::exact(utc("2026-11-22T16:30:00Z"));
        QVERIFY(possible(start, RoughDuration::between(20min, 40min), end));
        QVERIFY(!possible(start, RoughDuration::exact(45min), end));
        QVERIFY(possible(start, RoughDuration::exact(45min), RoughInstant()));
        QVERIFY(!canPrecede(end, start));
    }

    void storedFormRoundTrips_data()
    {
        QTest::addColumn<RoughInstant>("at");
        const auto noon = utc("2026-11-22T12:00:00Z");
        QTest::newRow("exact") << RoughInstant::exact(noon);
        QTest::newRow("about") << RoughInstant::about(noon, 15min);
        QTest::newRow("between") << RoughInstant::between(noon, noon + 1h);
        QTest::newRow("daypart") << RoughInstant::between(noon, noon + 6h, Precision::Daypart);
        QTest::newRow("not before") << RoughInstant::notBefore(noon);
        QTest::newRow("not after") << RoughInstant::notAfter(noon);
        QTest::newRow("unknown") << RoughInstant();
        QTest::newRow("not applicable") << RoughInstant::notApplicable();
    }

    void storedFormRoundTrips()
    {
        QFETCH(RoughInstant, at);
        QCOMPARE(instantFromJson(toJson(at)), std::optional(at));
    }

    void brokenPartsAreRefused()
    {
        const Instant noon = utc("2026-11-22T12:00:00Z");
        QVERIFY(!RoughInstant::fromParts(noon, noon, Precision::Between));
        QVERIFY(!RoughInstant::fromParts(noon, noon + 1s, Precision::Exact));
        QVERIFY(!RoughInstant::fromParts(noon, std::nullopt, Precision::Exact));
        QVERIFY(!RoughInstant::fromParts(noon, noon, Precision::Unknown));
        QVERIFY(!RoughInstant::fromParts(noon + 1s, noon, Precision::About));
        QVERIFY(!instantFromJson(QJsonObject{{u"precision"_s, u"soon"_s}}));
    }

    void wallTimesAreResolved_data()
    {
        QTest::addColumn<QDate>("date");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<int>("count");
        QTest::newRow("gap") << QDate(2026, 3, 29) << "Europe/London"_ba << 0;
        QTest::newRow("repeat") << QDate(2026, 10, 25) << "Europe/London"_ba << 2;
        QTest::newRow("plain") << QDate(2026, 11, 22) << "Europe/London"_ba << 1;
        QTest::newRow("west gap") << QDate(2026, 3, 8) << "America/New_York"_ba << 1;
    }

    void wallTimesAreResolved()
    {
        QFETCH(QDate, date);
        QFETCH(QByteArray, zone);
        QFETCH(int, count);
        QCOMPARE(int(instantsOf(date, QTime(1, 30), QTimeZone(zone)).size()), count);
    }
};

QTEST_GUILESS_MAIN(TestRough)
#include "tst_rough.moc"
