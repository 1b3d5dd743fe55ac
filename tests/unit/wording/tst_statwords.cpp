// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/manualclock.h"
#include "wording/statwords.h"
#include "wording/windowwords.h"

#include <QTest>
#include <set>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace wording;
using incident::Calibration;
using incident::Figure;
using incident::LeftOut;
using timing::RoughDuration;

class TestStatWords : public QObject
{
    Q_OBJECT

private slots:
    void figuresAreRoundedOutward_data()
    {
        QTest::addColumn<RoughDuration>("value");
        QTest::addColumn<QString>("words");
        const auto between = [](base::Span lo, base::Span hi) {
            return RoughDuration::between(lo, hi);
        };
        QTest::newRow("unknown") << RoughDuration() << u"unknown"_s;
        QTest::newRow("nothing") << RoughDuration::exact(0s) << u"0 min"_s;
        QTest::newRow("seconds") << RoughDuration::exact(95s) << u"1 min 35 s"_s;
        QTest::newRow("coarse") << RoughDuration::exact(10min + 20s) << u"10 to 11 min"_s;
        QTest::newRow("range") << between(9min, 14min + 1s) << u"9 to 15 min"_s;
        QTest::newRow("over a day") << RoughDuration::exact(26h + 10min) << u"26 h 10 min"_s;
        QTest::newRow("open") << RoughDuration::atLeast(45min + 1s) << u"at least 45 min"_s;
        QTest::newRow("limit") << RoughDuration::atMost(30min + 1s) << u"no more than 31 min"_s;
        QTest::newRow("below 0") << between(-3min, 2min) << u"-3 min to 2 min"_s;
        QTest::newRow("far below 0")
            << RoughDuration::exact(-(20min + 1s)) << u"-21 min to -20 min"_s;
        QTest::newRow("below a limit")
            << *RoughDuration::fromParts({}, -5min, timing::Precision::AtMost)
            << u"no more than -5 min"_s;
    }
    void figuresAreRoundedOutward()
    {
        QFETCH(RoughDuration, value);
        QTEST(figureWords(value), "words");
    }

    void everyFigureAndReasonHasItsWords()
    {
        std::set<QString> figures;
        for (const auto &figure : base::EnumNames<Figure>::table) {
            figures.insert(words(figure.value));
            for (const auto &why : base::EnumNames<LeftOut>::table)
                QVERIFY(!words(why.value, figure.value).isEmpty());
        }
        figures.erase(QString());
        QCOMPARE(figures.size(), std::size(base::EnumNames<Figure>::table));
    }

    void reasonsAreListedWithTheirNumbers()
    {
        incident::Aggregate aggregate;
        aggregate.figure = Figure::AllClearLag;
        QCOMPARE(leftOutWords(aggregate), QString());
        aggregate.leftOut = {{LeftOut::PlannedWork, 2}, {LeftOut::NotTold, 1}};
        QCOMPARE(leftOutWords(aggregate), u"planned work (2), no all-clear published (1)"_s);
    }

    void severalToldAsOneAreNotOneLongStretch()
    {
        const base::Instant noon = support::utc("2026-11-22T12:00:00Z");
        incident::Window window;
        window.start = window.end = timing::RoughInstant::between(noon, noon + 5h);
        window.duration = RoughDuration::between(5min, 40min);
        window.inside = window.several = true;
        const Reader reader{QTimeZone("Europe/London"), noon};
        QCOMPARE(windowWords(window, reader), u"between 12:00 and 17:00, several times, each "
                                              "between 5 and 40 minutes, down"_s);
        window.count = 3;
        window.duration = {};
        QCOMPARE(windowWords(window, reader), u"between 12:00 and 17:00, 3 times, down"_s);
    }

    void anEstimateHasOneSentence()
    {
        Calibration calibration;
        calibration.bound = 10min;
        QCOMPARE(calibrationWords(calibration),
                 u"No earlier estimate like this: too little to tell how good it is."_s);
        calibration.cases = 4;
        QCOMPARE(calibrationWords(calibration),
                 u"4 earlier estimates near 10 min: too little to tell how good it is."_s);
        calibration.cases = 11;
        calibration.within = 8;
        calibration.actual = RoughDuration::between(9min, 14min);
        QCOMPARE(calibrationWords(calibration),
                 u"11 earlier estimates near 10 min took 9 to 14 min; 8 held."_s);
        calibration.unclear = 1;
        calibration.components = QStringList{u"search"_s, u"shop"_s};
        QCOMPARE(calibrationWords(calibration),
                 u"11 earlier estimates near 10 min for search, shop took 9 to 14 min; 8 held, 1 "
                 "cannot be told."_s);
    }
};

QTEST_GUILESS_MAIN(TestStatWords)
#include "tst_statwords.moc"
