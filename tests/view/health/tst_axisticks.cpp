// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/manualclock.h"
#include "ui/health/axisticks.h"

#include <QTest>

using namespace Qt::StringLiterals;
using support::utc;

class TestAxisTicks final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void roundTimesOfTheZone_data();
    void roundTimesOfTheZone();
    void neverMoreThanAsked();
    void valueAxisHasRoundTicks_data();
    void valueAxisHasRoundTicks();
    void valueAxisOfNothing();
    void quantities_data();
    void quantities();
};

void TestAxisTicks::roundTimesOfTheZone_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<int>("most");
    QTest::addColumn<QStringList>("labels");
    QTest::addRow("an hour") << u"Europe/London"_s << u"2026-11-22T15:24:10Z"_s
                             << u"2026-11-22T16:24:10Z"_s << 5
                             << QStringList{u"15:30"_s, u"15:45"_s, u"16:00"_s, u"16:15"_s};
    QTest::addRow("a zone with half an hour")
        << u"Asia/Kolkata"_s << u"2026-11-22T06:00:00Z"_s << u"2026-11-22T12:00:00Z"_s << 4
        << QStringList{u"12:00"_s, u"14:00"_s, u"16:00"_s};
    QTest::addRow("midnight is a date")
        << u"Europe/Berlin"_s << u"2026-11-22T20:00:00Z"_s << u"2026-11-23T02:00:00Z"_s << 3
        << QStringList{u"22:00"_s, u"23 Nov"_s, u"02:00"_s};
    QTest::addRow("clocks go forward")
        << u"Europe/London"_s << u"2026-03-28T23:30:00Z"_s << u"2026-03-29T03:30:00Z"_s << 5
        << QStringList{u"29 Mar"_s, u"02:00"_s, u"03:00"_s, u"04:00"_s};
    QTest::addRow("clocks go back")
        << u"Europe/London"_s << u"2026-10-24T23:30:00Z"_s << u"2026-10-25T02:30:00Z"_s << 5
        << QStringList{u"01:00"_s, u"01:00"_s, u"02:00"_s};
    QTest::addRow("days") << u"Europe/London"_s << u"2026-11-15T12:00:00Z"_s
                          << u"2026-11-22T12:00:00Z"_s << 8
                          << QStringList{u"16 Nov"_s, u"17 Nov"_s, u"18 Nov"_s, u"19 Nov"_s,
                                         u"20 Nov"_s, u"21 Nov"_s, u"22 Nov"_s};
}

void TestAxisTicks::roundTimesOfTheZone()
{
    QFETCH(QString, zone);
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(int, most);
    QFETCH(QStringList, labels);
    QStringList found;
    for (const ui::TimeTick &tick :
         ui::timeTicks(utc(from.toLatin1().constData()), utc(to.toLatin1().constData()), most,
                       QTimeZone(zone.toLatin1())))
        found.append(tick.label);
    QCOMPARE(found, labels);
}

void TestAxisTicks::neverMoreThanAsked()
{
    const base::InstantMs from = utc("2026-11-22T15:24:10Z");
    for (const auto length : {std::chrono::hours(1), std::chrono::hours(6), std::chrono::hours(24),
                              std::chrono::hours(24 * 7), std::chrono::hours(24 * 90)}) {
        for (int most = 1; most < 12; ++most) {
            const auto ticks =
                ui::timeTicks(from, from + length, most, QTimeZone("America/New_York"));
            QVERIFY(ticks.size() <= most);
            for (const ui::TimeTick &tick : ticks)
                QVERIFY(tick.at >= from && tick.at <= from + length);
        }
    }
}

void TestAxisTicks::valueAxisHasRoundTicks_data()
{
    QTest::addColumn<double>("lowest");
    QTest::addColumn<double>("highest");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QList<double>>("ticks");
    QTest::addRow("ms") << 190.0 << 240.0 << u"ms"_s << QList<double>{0, 100, 200, 300};
    QTest::addRow("seconds") << 400.0 << 2400.0 << u"ms"_s << QList<double>{0, 1000, 2000, 3000};
    QTest::addRow("load") << 2.4 << 3.9 << QString() << QList<double>{0, 2, 4};
    QTest::addRow("percent") << 3.0 << 18.0 << u"%"_s << QList<double>{0, 50, 100};
    QTest::addRow("below zero") << -10.0 << 10.0 << QString() << QList<double>{-10, 0, 10};
}

void TestAxisTicks::valueAxisHasRoundTicks()
{
    QFETCH(double, lowest);
    QFETCH(double, highest);
    QFETCH(QString, unit);
    QFETCH(QList<double>, ticks);
    const ui::ValueAxis axis = ui::valueAxis(lowest, highest, unit);
    QCOMPARE(axis.ticks, ticks);
    QVERIFY(axis.low <= lowest);
    QVERIFY(axis.high > highest);
}

void TestAxisTicks::valueAxisOfNothing()
{
    const ui::ValueAxis axis = ui::valueAxis(0, 0, u"ms"_s);
    QVERIFY(axis.high > axis.low);
    QVERIFY(!axis.ticks.isEmpty());
}

void TestAxisTicks::quantities_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("text");
    QTest::addRow("ms") << 211.6 << u"ms"_s << u"212 ms"_s;
    QTest::addRow("small ms") << 0.84 << u"ms"_s << u"0.84 ms"_s;
    QTest::addRow("seconds") << 1912.0 << u"ms"_s << u"1.9 s"_s;
    QTest::addRow("whole seconds") << 2000.0 << u"ms"_s << u"2 s"_s;
    QTest::addRow("never 1000 ms") << 999.7 << u"ms"_s << u"1.0 s"_s;
    QTest::addRow("percent") << 41.9 << u"%"_s << u"42 %"_s;
    QTest::addRow("load") << 3.14 << QString() << u"3.1"_s;
    QTest::addRow("between ticks") << 0.15 << QString() << u"0.15"_s;
    QTest::addRow("small") << 0.0042 << QString() << u"0.0042"_s;
    QTest::addRow("tiny") << -4.2e-6 << QString() << u"-4.2e-06"_s;
    QTest::addRow("nothing") << 0.0 << QString() << u"0"_s;
    QTest::addRow("millions") << 1.234e6 << QString() << u"1.2 M"_s;
    QTest::addRow("thousand millions") << 16e9 << QString() << u"16 G"_s;
    QTest::addRow("huge") << 1.8446744e19 << QString() << u"1.84e+19"_s;
    QTest::addRow("bytes") << 3.14e6 << u"B/s"_s << u"3.1 MB/s"_s;
    QTest::addRow("few bytes") << 12.0 << u"B/s"_s << u"12 B/s"_s;
}

void TestAxisTicks::quantities()
{
    QFETCH(double, value);
    QFETCH(QString, unit);
    QFETCH(QString, text);
    QCOMPARE(ui::quantityText(value, unit), text);
}

QTEST_GUILESS_MAIN(TestAxisTicks)
#include "tst_axisticks.moc"
