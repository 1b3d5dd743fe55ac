// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "health/csv.h"
#include "support/manualclock.h"
#include "support/samples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestCsv : public QObject
{
    Q_OBJECT

private slots:
    void everySampleIsALine()
    {
        const base::InstantMs start = support::utc("2026-11-22T16:00:00Z");
        health::Series series({u"www"_s, u"www"_s, u"ms"_s, 10s});
        series.append({start, health::Quality::Ok, 212.25});
        series.append({start + 10s + 5ms, health::Quality::Failed, 0.5});
        series.append({start + 20s, health::Quality::NotMeasured});
        series.append({start + 30s, health::Quality::Ok, 1e21});
        QCOMPARE(toCsv(series, start, start + 20s),
                 "time,\"value, ms\",result\r\n"
                 "2026-11-22T16:00:00.000Z,212.25,ok\r\n"
                 "2026-11-22T16:00:10.005Z,0.5,failed\r\n"
                 "2026-11-22T16:00:20.000Z,,not_measured\r\n"_ba);
        QVERIFY(toCsv(series, start + 30s, start + 1min).contains("1e+21,ok"));
    }

    void aUnitMayHoldAnything()
    {
        const health::Series series({u"x"_s, u"x"_s, u"\"a\", b"_s, 10s});
        QCOMPARE(toCsv(series, {}, {}), "time,\"value, \"\"a\"\", b\",result\r\n"_ba);
        const health::Series bare({u"x"_s, u"x"_s, {}, 10s});
        QCOMPARE(toCsv(bare, {}, {}), "time,\"value\",result\r\n"_ba);
    }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
