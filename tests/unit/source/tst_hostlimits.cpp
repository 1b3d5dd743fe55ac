// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/address.h"
#include "source/hostlimits.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using health::Quality;
using source::HostLimit;

namespace {

QList<HostLimit> read(const QString &text)
{
    return source::hostLimits(text).value_or(QList<HostLimit>());
}

Quality qualityOf(const QString &limits, const source::HostFigures &figures)
{
    return source::judge(read(limits), source::measuresOf(figures))->quality;
}

} // namespace

class TestHostLimits : public QObject
{
    Q_OBJECT

private slots:
    void areReadAndWritten()
    {
        QCOMPARE(read(u" cpu > 90 ,disk>99.5,"_s),
                 (QList<HostLimit>{{u"cpu"_s, 90}, {u"disk"_s, 99.5}}));
        for (const QString &text :
             {u"cpu>90, disk>99.5"_s, u"received>1e+30"_s, u"load>0"_s, u""_s})
            QCOMPARE(source::textOf(read(text)), text);
    }

    void whatIsNoLimitIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"cpu", "cpu>", "cpu>many", "heat>5", "cpu>100", "load>-1",
                                 "load>nan", "load>inf", "cpu>5, cpu>6", "cpu<5", "cpu>5>6"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void whatIsNoLimitIsRefused()
    {
        QFETCH(QString, text);
        const auto limits = source::hostLimits(text);
        QVERIFY(!limits);
        QVERIFY(limits.error().text.contains(u"cpu>90"_s));
        source::MonitorSpec machine = source::thisMachine();
        QVERIFY(source::validate(machine));
        machine.expression = text;
        QVERIFY(!source::validate(machine));
    }

    void judgeWhatIsKnown()
    {
        source::HostFigures figures;
        figures.diskPercent = 95.0;
        figures.fullest = u"/srv"_s;
        QVERIFY(!source::judge({}, source::measuresOf(figures)));
        QCOMPARE(qualityOf(u"disk>95"_s, figures), Quality::Ok);
        QCOMPARE(qualityOf(u"disk>95, cpu>90"_s, figures), Quality::NotMeasured);
        QCOMPARE(qualityOf(u"disk>94, cpu>90"_s, figures), Quality::Failed);
        QCOMPARE(source::judge(read(u"disk>94"_s), source::measuresOf(figures))->sentence,
                 u"/srv is 95 % full. The limit is 94 %."_s);
    }

    void areHeldForSoLong()
    {
        source::MonitorSpec machine = source::thisMachine();
        for (const auto &[wanted, kept] : {std::pair(0s, 0s), {1s, 5s}, {60s, 60s}, {1h, 3600s}}) {
            source::setLimitHeld(machine, wanted);
            QCOMPARE(source::limitHeld(machine), kept);
            QVERIFY(source::validate(machine));
        }
        source::setLimitHeld(machine, 3601s);
        QVERIFY(!source::validate(machine));
    }
};

QTEST_APPLESS_MAIN(TestHostLimits)
#include "tst_hostlimits.moc"
