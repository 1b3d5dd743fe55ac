// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/hostlimits.h"
#include "support/office.h"
#include "workflow/monitorbook.h"
#include "workflow/watch.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using health::Quality;
using source::Finding;

namespace {

/// This machine, never read: the test says what was measured.
struct Stage
{
    support::Office office;
    source::SourceSet sources{office.clock};
    workflow::Watch watch{sources, *office.desk};

    Stage()
    {
        if (!watch.setMachineWatched(true) || !limit(u"disk>90"_s))
            qFatal("this machine cannot be watched");
    }

    [[nodiscard]] base::Done limit(const QString &limits)
    {
        source::MonitorSpec machine = machineOf(watch);
        machine.expression = limits;
        source::setLimitHeld(machine, 10s);
        return watch.replace(machine);
    }

    static source::MonitorSpec machineOf(const workflow::Watch &watch)
    {
        return watch.status(workflow::MonitorBook::machine().id)->spec;
    }

    void measure(double disk)
    {
        office.clock.advance(5s);
        const base::InstantMs now = office.clock.nowMs();
        source::ProbeVerdict verdict;
        verdict.at = now;
        verdict.quality = disk > 90 ? Quality::Failed : Quality::Ok;
        verdict.finding = disk > 90 ? Finding::OutOfLimits : Finding::Ok;
        const QString id = workflow::MonitorBook::machine().id;
        emit sources.sampled({id, id + u"/cpu"_s, {now, Quality::Ok, 5}, u"full"_s, verdict});
        emit sources.sampled({id, id + u"/disk"_s, {now, verdict.quality, disk}, {}, std::nullopt});
    }
};

} // namespace

class TestMachineLimits : public QObject
{
    Q_OBJECT

private slots:
    void raiseAnAlertOnceTheyWereHeld()
    {
        Stage stage;
        QSignalSpy raised(&stage.watch, &workflow::Watch::alertRaised);
        QSignalSpy recovered(&stage.watch, &workflow::Watch::alertRecovered);
        const QString id = workflow::MonitorBook::machine().id;
        stage.measure(50);
        stage.measure(95);
        stage.measure(96);
        QCOMPARE(raised.size(), 0);
        stage.measure(97);
        QCOMPARE(raised.size(), 1);
        QCOMPARE(stage.watch.status(id)->condition, workflow::Condition::Down);
        QVERIFY(stage.watch.hasAlert(id));
        const auto incident = stage.office.desk->load(raised[0][1].toString());
        QVERIFY(incident);
        QCOMPARE(incident->title, u"This machine: over a limit"_s);
        QVERIFY(!stage.watch.greenSince(*incident));
        stage.measure(80);
        QCOMPARE(recovered.size(), 0);
        stage.measure(80);
        QCOMPARE(recovered.size(), 1);
        QVERIFY(stage.watch.greenSince(*incident));
    }

    void areThereAfterTheNextStart()
    {
        Stage stage;
        // Also if it was not measured for a while.
        QVERIFY(stage.watch.setMachineWatched(false));
        QVERIFY(stage.watch.setMachineWatched(true));
        source::SourceSet sources(stage.office.clock);
        workflow::Watch watch(sources, *stage.office.desk);
        QVERIFY(watch.start().isEmpty());
        watch.stop();
        const source::MonitorSpec machine = Stage::machineOf(watch);
        QCOMPARE(machine.expression, u"disk>90"_s);
        QCOMPARE(source::limitHeld(machine), 10s);
    }

    void thatAreTakenAwayEndTheirAlert()
    {
        Stage stage;
        for (int i = 0; i < 3; ++i)
            stage.measure(95);
        QCOMPARE(stage.watch.alerts().size(), 1);
        QVERIFY(!stage.limit(u"disk>many"_s));
        QCOMPARE(stage.watch.alerts().size(), 1);
        QVERIFY(stage.limit({}));
        QCOMPARE(stage.watch.alerts().size(), 0);
    }

    /// It is this machine that is well, not what lies between it and the world.
    void sayNothingOfTheNetwork()
    {
        Stage stage;
        source::MonitorSpec shop;
        shop.id = shop.name = u"shop"_s;
        shop.address = u"http://192.0.2.1/"_s;
        QVERIFY(stage.watch.add(shop));
        source::ProbeVerdict gone;
        gone.at = stage.office.clock.nowMs();
        gone.finding = Finding::NoNetwork;
        emit stage.sources.sampled({shop.id, u"shop/response"_s, gone.sample(), {}, gone});
        QVERIFY(stage.watch.isOffline());
        stage.measure(50);
        QVERIFY(stage.watch.isOffline());
    }
};

QTEST_MAIN(TestMachineLimits)
#include "tst_machinelimits.moc"
