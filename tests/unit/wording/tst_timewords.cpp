// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/manualclock.h"
#include "wording/clockwords.h"
#include "wording/timewords.h"

#include <QLocale>
#include <QTest>

using namespace std::chrono_literals;
using namespace wording;
using namespace Qt::StringLiterals;
using support::utc;
using timing::Precision;

namespace {

Reader reader(const char *zone = "Europe/London")
{
    return {QTimeZone(zone), utc("2026-11-22T16:22:41Z"), false};
}

const Instant at1608 = utc("2026-11-22T16:08:00Z");

} // namespace

class TestTimeWords : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::newRow("C") << QLocale::c();
        QTest::newRow("de") << QLocale(QLocale::German);
        QTest::newRow("ar") << QLocale(QLocale::Arabic, QLocale::Egypt);
    }

    void init()
    {
        QFETCH_GLOBAL(QLocale, locale);
        QLocale::setDefault(locale);
    }

    void instantsAreWorded_data()
    {
        QTest::addColumn<RoughInstant>("at");
        QTest::addColumn<QString>("plain");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("since");
        QTest::addColumn<QString>("by");
        QTest::newRow("unknown") << RoughInstant() << QString() << QString() << QString()
                                 << QString();
        QTest::newRow("n/a") << RoughInstant::notApplicable() << QString() << QString() << QString()
                             << QString();
        QTest::newRow("exact") << RoughInstant::exact(at1608) << u"16:08"_s << u"at 16:08"_s
                               << u"since 16:08"_s << u"by 16:08"_s;
        QTest::newRow("seconds") << RoughInstant::exact(at1608 + 59s) << u"16:08"_s << u"at 16:08"_s
                                 << u"since 16:08"_s << u"by 16:09"_s;
        QTest::newRow("about") << RoughInstant::about(at1608, 15min) << u"around 16:08"_s
                               << u"around 16:08"_s << u"since around 16:08"_s << u"by 16:23"_s;
        QTest::newRow("a minute apart")
            << RoughInstant::between(at1608, at1608 + 1min)
            << u"some time between 16:08 and 16:09"_s << u"between 16:08 and 16:09"_s
            << u"since around 16:08"_s << u"by 16:09"_s;
        QTest::newRow("within a minute")
            << RoughInstant::between(at1608 + 10s, at1608 + 40s) << u"16:08"_s << u"at 16:08"_s
            << u"since 16:08"_s << u"by 16:09"_s;
        QTest::newRow("across a minute")
            << RoughInstant::between(at1608 + 40s, at1608 + 80s) << u"around 16:09"_s
            << u"around 16:09"_s << u"since around 16:09"_s << u"by 16:10"_s;
        QTest::newRow("wide") << RoughInstant::between(at1608, at1608 + 32min)
                              << u"some time between 16:08 and 16:40"_s
                              << u"between 16:08 and 16:40"_s
                              << u"since some time between 16:08 and 16:40"_s << u"by 16:40"_s;
        QTest::newRow("too wide for around")
            << RoughInstant::about(at1608, 30min) << u"some time between 15:38 and 16:38"_s
            << u"between 15:38 and 16:38"_s << u"since some time between 15:38 and 16:38"_s
            << u"by 16:38"_s;
        QTest::newRow("daypart") << RoughInstant::between(utc("2026-11-22T12:00:00Z"),
                                                          utc("2026-11-22T18:00:00Z"),
                                                          Precision::Daypart)
                                 << u"some time on the afternoon of 22 November"_s
                                 << u"on the afternoon of 22 November"_s
                                 << u"since the afternoon of 22 November"_s << u"by 18:00"_s;
        QTest::newRow("after") << RoughInstant::notBefore(at1608) << u"some time after 16:08"_s
                               << u"after 16:08"_s << u"since 16:08 or later"_s << u"after 16:08"_s;
        QTest::newRow("before") << RoughInstant::notAfter(at1608) << u"some time before 16:08"_s
                                << u"before 16:08"_s << u"since before 16:08"_s << u"by 16:08"_s;
        const Instant yesterday = utc("2026-11-21T23:50:00Z");
        QTest::newRow("another day")
            << RoughInstant::exact(yesterday) << u"23:50 on 21 November"_s
            << u"at 23:50 on 21 November"_s << u"since 23:50 on 21 November"_s
            << u"by 23:50 on 21 November"_s;
        QTest::newRow("over midnight")
            << RoughInstant::between(yesterday, yesterday + 20min)
            << u"some time between 23:50 on 21 November and 00:10 on 22 November"_s
            << u"between 23:50 on 21 November and 00:10 on 22 November"_s
            << u"since some time between 23:50 on 21 November and 00:10 on 22 November"_s
            << u"by 00:10"_s;
        QTest::newRow("another year")
            << RoughInstant::exact(utc("2025-11-22T16:08:00Z")) << u"16:08 on 22 November 2025"_s
            << u"at 16:08 on 22 November 2025"_s << u"since 16:08 on 22 November 2025"_s
            << u"by 16:08 on 22 November 2025"_s;
    }

    void instantsAreWorded()
    {
        QFETCH(RoughInstant, at);
        QTEST(timeWords(at, reader(), TimeForm::Plain), "plain");
        QTEST(timeWords(at, reader(), TimeForm::At), "words");
        QTEST(timeWords(at, reader(), TimeForm::Since), "since");
        QTEST(timeWords(at, reader(), TimeForm::By), "by");
    }

    void theZoneIsNamedOnce()
    {
        const Reader london = reader().withZone();
        QCOMPARE(timeWords(RoughInstant::exact(at1608), london), u"at 16:08 London time"_s);
        QCOMPARE(timeWords(RoughInstant::between(at1608, at1608 + 5min), london),
                 u"between 16:08 and 16:13 London time"_s);
        QCOMPARE(timeWords(RoughInstant::exact(utc("2026-11-21T16:08:00Z")), london),
                 u"at 16:08 London time on 21 November"_s);
        QCOMPARE(timeWords(RoughInstant::exact(at1608), reader("UTC").withZone()),
                 u"at 16:08 UTC"_s);
        QCOMPARE(timeWords(RoughInstant::exact(at1608), reader("America/New_York").withZone()),
                 u"at 11:08 New York time"_s);
        QCOMPARE(timeWords(RoughInstant::exact(at1608), reader("Asia/Kathmandu").withZone()),
                 u"at 21:53 Kathmandu time"_s);
        // There it is tomorrow.
        QCOMPARE(timeWords(RoughInstant::exact(utc("2026-11-22T09:00:00Z")),
                           reader("Pacific/Auckland").withZone()),
                 u"at 22:00 Auckland time on 22 November"_s);
    }

    void anHourThatComesTwiceCarriesItsOffset()
    {
        const Reader night{QTimeZone("Europe/London"), utc("2026-10-25T10:00:00Z"), false};
        QCOMPARE(timeWords(RoughInstant::exact(utc("2026-10-25T00:30:00Z")), night),
                 u"at 01:30 (UTC+01:00)"_s);
        QCOMPARE(timeWords(RoughInstant::exact(utc("2026-10-25T01:30:00Z")), night),
                 u"at 01:30 (UTC+00:00)"_s);
    }

    void rangesAreWorded()
    {
        const auto start = RoughInstant::between(at1608, at1608 + 1min);
        const auto end = RoughInstant::exact(at1608 + 12min);
        QCOMPARE(rangeWords(start, end, reader()), u"from around 16:08 to 16:20"_s);
        QCOMPARE(rangeWords(start, end, reader().withZone()),
                 u"from around 16:08 to 16:20 London time"_s);
        QCOMPARE(rangeWords(start, RoughInstant(), reader()), QString());
        const Instant night = utc("2026-11-21T23:50:00Z");
        QCOMPARE(
            rangeWords(RoughInstant::exact(night), RoughInstant::exact(night + 30min), reader()),
            u"from 23:50 on 21 November to 00:20 on 22 November"_s);
        QCOMPARE(rangeWords(RoughInstant::exact(night - 1h), RoughInstant::exact(night), reader()),
                 u"from 22:50 to 23:50 on 21 November"_s);
        QCOMPARE(frameWords(RoughInstant::exact(night - 1h), RoughInstant::exact(night), reader()),
                 u"between 22:50 and 23:50 on 21 November"_s);
        QCOMPARE(frameWords(RoughInstant::notAfter(night), RoughInstant::exact(night), reader()),
                 QString());
    }

    void lengthsAreWorded_data()
    {
        QTest::addColumn<RoughDuration>("length");
        QTest::addColumn<QString>("plain");
        QTest::addColumn<QString>("within");
        const auto row = [](const char *name, const RoughDuration &length, const char *plain,
                            const char *within) {
            QTest::newRow(name) << length << QString::fromUtf8(plain) << QString::fromUtf8(within);
        };
        row("unknown", {}, "", "");
        row("n/a", RoughDuration::notApplicable(), "", "");
        row("5", RoughDuration::exact(5min), "5 minutes", "in 5 minutes");
        row("1", RoughDuration::exact(1min), "1 minute", "in 1 minute");
        row("never rounded down", RoughDuration::exact(12min + 1s), "13 minutes", "in 13 minutes");
        row("seconds", RoughDuration::exact(20s), "less than a minute", "within a minute");
        row("nothing", RoughDuration::exact(0s), "less than a minute", "within a minute");
        row("hours", RoughDuration::exact(125min), "2 hours 5 minutes", "in 2 hours 5 minutes");
        row("hour", RoughDuration::exact(60min), "1 hour", "in 1 hour");
        row("a day and more", RoughDuration::exact(26h + 10min), "26 hours 10 minutes",
            "in 26 hours 10 minutes");
        row("days", RoughDuration::exact(50h + 10min), "2 days 2 hours 10 minutes",
            "in 2 days 2 hours 10 minutes");
        row("about", RoughDuration::about(10min), "about 10 minutes", "in about 10 minutes");
        row("about 1", RoughDuration::about(1min), "about a minute", "in about a minute");
        row("about 30", RoughDuration::about(30min), "about half an hour", "in about half an hour");
        row("about an hour", RoughDuration::about(60min), "about an hour", "in about an hour");
        row("stated", RoughDuration::between(30min, 30min, Precision::About), "half an hour",
            "in half an hour");
        row("between", RoughDuration::between(30min, 40min), "between 30 and 40 minutes",
            "in 30 to 40 minutes");
        row("between hours", RoughDuration::between(1h, 2h), "between 1 and 2 hours",
            "in 1 to 2 hours");
        row("between odd", RoughDuration::between(50min, 70min),
            "between 50 minutes and 1 hour 10 minutes", "in 50 minutes to 1 hour 10 minutes");
        row("outwards", RoughDuration::between(30min + 20s, 39min + 10s),
            "between 30 and 40 minutes", "in 30 to 40 minutes");
        row("from nothing", RoughDuration::between(0s, 10min), "no more than 10 minutes",
            "within 10 minutes");
        row("from seconds", RoughDuration::between(20s, 50s), "no more than a minute",
            "within a minute");
        row("at most", RoughDuration::atMost(30min), "no more than half an hour",
            "within half an hour");
        row("a within is never below", RoughDuration::atMost(28min + 1s), "no more than 29 minutes",
            "within 29 minutes");
        row("at most, loosely", RoughDuration::between(0s, 10min, Precision::About),
            "no more than about 10 minutes", "within 10 minutes or so");
        row("at least", RoughDuration::atLeast(45min + 30s), "at least 45 minutes", "");
        row("at least nothing", RoughDuration::atLeast(0s), "", "");
        row("negative", RoughDuration::exact(-5min), "minus 5 minutes", "minus 5 minutes");
        row("around nothing", RoughDuration::between(-2min, 3min), "no more than 3 minutes",
            "within 3 minutes");
    }

    void lengthsAreWorded()
    {
        QFETCH(RoughDuration, length);
        QTEST(lengthWords(length), "plain");
        QTEST(lengthWords(length, LengthForm::Within), "within");
    }

    void lengthsAreHonest()
    {
        // What is said of an exact length, read as a number of minutes, is never below it.
        for (int seconds = 60; seconds < 3600; seconds += 7) {
            const QString words = lengthWords(RoughDuration::exact(Span(seconds)));
            const int minutes = words.section(u' ', 0, 0).toInt();
            QVERIFY2(minutes * 60 >= seconds || words == u"1 hour"_s, qPrintable(words));
            QVERIFY2(minutes * 60 - seconds < 60, qPrintable(words));
        }
    }

    void whatIsDueLaterIsDueOnADay()
    {
        const QTimeZone london("Europe/London");
        const auto said = [&](base::Span away) {
            return dueMoment(at1608 + away, at1608, london);
        };
        QCOMPARE(said(59min), u"due in 59:00"_s);
        QCOMPARE(said(-40s), u"overdue by 0:40"_s);
        QCOMPARE(said(2h), u"due today, 18:08"_s);
        QCOMPARE(said(21h + 52min), u"due tomorrow, 14:00"_s);
        QCOMPARE(said(7h + 51min + 59s), u"due today"_s);
        QCOMPARE(said(31h + 51min + 59s), u"due tomorrow"_s);
        QCOMPARE(said(5 * 24h), u"due Fri 27 Nov, 16:08"_s);
        QCOMPARE(said(365 * 24h), u"due 22 Nov 2027, 16:08"_s);
    }

    void clocksRun()
    {
        QCOMPARE(elapsedClock(12min + 41s), u"00:12:41"_s);
        QCOMPARE(elapsedClock(100h + 1s), u"100:00:01"_s);
        QCOMPARE(elapsedClock(-5s), u"00:00:00"_s);
        QCOMPARE(countdownClock(2min + 19s), u"2:19"_s);
        QCOMPARE(countdownClock(1h + 2min + 9s), u"1:02:09"_s);
        QCOMPARE(dueWords(at1608 + 139s, at1608), u"due in 2:19"_s);
        QCOMPARE(dueWords(at1608, at1608), u"due now"_s);
        QCOMPARE(dueWords(at1608 - 40s, at1608), u"overdue by 0:40"_s);
        // Nobody reads hours by the hundred.
        QCOMPARE(dueWords(at1608 - 6703h - 19min, at1608), u"overdue by 279 days"_s);
        QCOMPARE(dueWords(at1608 - 48h, at1608), u"overdue by 2 days"_s);
        QCOMPARE(dueWords(at1608 + 49h, at1608), u"due in 2 days"_s);
        QCOMPARE(dueWords(at1608 + 23h, at1608), u"due in 23:00:00"_s);
        QCOMPARE(awayWords(at1608 + 22min, at1608), u"in 22 min"_s);
        QCOMPARE(awayWords(at1608 - 12min, at1608), u"12 min ago"_s);
        QCOMPARE(awayWords(at1608 - 12s, at1608), u"now"_s);
        QCOMPARE(awayWords(at1608 - 125min, at1608), u"2 h 5 min ago"_s);
        QCOMPARE(shortLength(45s), u"45 s"_s);
        QCOMPARE(shortLength(2h), u"2 h"_s);
        QCOMPARE(shortLength(99h), u"4 d 3 h"_s);
        QCOMPARE(shortLength(96h), u"4 d"_s);
    }
};

QTEST_GUILESS_MAIN(TestTimeWords)
#include "tst_timewords.moc"
