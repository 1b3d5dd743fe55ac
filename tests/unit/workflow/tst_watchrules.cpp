// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/office.h"
#include "workflow/acknowledgements.h"
#include "workflow/watch.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using health::Quality;
using source::Finding;
using support::Office;

namespace {

/// Two monitors that are never asked: the test says what was measured.
struct Stage
{
    Office office;
    source::SourceSet sources{office.clock};
    workflow::Watch watch{sources, *office.desk};

    Stage()
    {
        add(u"host"_s, {});
        add(u"shop"_s, u"host"_s);
    }

    void add(const QString &name, const QString &below)
    {
        source::MonitorSpec spec;
        spec.id = name;
        spec.name = name;
        spec.address = u"http://192.0.2.1/"_s + name;
        spec.dependsOn = below;
        QVERIFY(watch.add(spec));
    }

    void measure(const QString &monitor, Quality quality, Finding finding = Finding::TimedOut)
    {
        source::ProbeVerdict verdict;
        verdict.at = office.clock.nowMs();
        verdict.quality = quality;
        verdict.finding = quality == Quality::Ok ? Finding::Ok : finding;
        emit sources.sampled({monitor, monitor + u"/response"_s, verdict.sample(), {}, verdict});
    }

    void both(Quality host, Quality shop)
    {
        office.clock.advance(20s);
        measure(u"host"_s, host);
        measure(u"shop"_s, shop);
    }
};

/// Ten minutes of work at the shop, from now on.
QString startWork(Office &office)
{
    const auto now = timing::RoughInstant::exact(office.clock.now());
    workflow::NewMaintenance request;
    request.title = u"Upgrade the shop"_s;
    request.components = {u"shop"_s};
    request.start = now;
    request.expected = timing::RoughDuration::atMost(10min);
    const auto planned = office.desk->plan(request);
    if (!planned || !office.desk->run(planned->id, incident::StartMaintenance{now}))
        qFatal("the work does not start");
    return planned->id;
}

} // namespace

class TestWatchRules : public QObject
{
    Q_OBJECT

private slots:
    void whatStandsOnItIsMuted()
    {
        Stage stage;
        QSignalSpy raised(&stage.watch, &workflow::Watch::alertRaised);
        stage.both(Quality::Ok, Quality::Ok);
        for (int i = 0; i < 4; ++i)
            stage.both(Quality::Failed, Quality::Failed);
        QCOMPARE(raised.size(), 1);
        QCOMPARE(stage.watch.status(u"shop"_s)->mutedBy, u"host"_s);
        // The host is back, and the shop is not.
        for (int i = 0; i < 2; ++i)
            stage.both(Quality::Ok, Quality::Failed);
        QCOMPARE(raised.size(), 2);
        QVERIFY(stage.watch.hasAlert(u"shop"_s));
        QVERIFY(!stage.watch.hasAlert(u"host"_s));
    }

    void plannedWorkKeepsItsAlertsQuietUntilItsEnd()
    {
        Stage stage;
        QSignalSpy raised(&stage.watch, &workflow::Watch::alertRaised);
        stage.both(Quality::Ok, Quality::Ok);
        startWork(stage.office);
        for (int i = 0; i < 4; ++i)
            stage.both(Quality::Ok, Quality::Failed);
        QVERIFY(stage.watch.hasAlert(u"shop"_s));
        QVERIFY(stage.watch.status(u"shop"_s)->mutedFor);
        QVERIFY(!stage.watch.status(u"host"_s)->mutedFor);
        QCOMPARE(raised.size(), 0);
        QCOMPARE(stage.office.desk->openIncidents().size(), std::size_t(1));
        // The work should be over, and the shop is still away.
        stage.office.clock.advance(30min);
        emit stage.office.desk->changed({});
        QCOMPARE(raised.size(), 1);
        QCOMPARE(stage.office.desk->openIncidents().size(), std::size_t(2));
        QVERIFY(!stage.watch.status(u"shop"_s)->mutedFor);
    }

    void whatComesAndGoesDuringTheWorkIsNobodysTrouble()
    {
        Stage stage;
        QSignalSpy raised(&stage.watch, &workflow::Watch::alertRaised);
        QSignalSpy recovered(&stage.watch, &workflow::Watch::alertRecovered);
        stage.both(Quality::Ok, Quality::Ok);
        const QString work = startWork(stage.office);
        for (int i = 0; i < 4; ++i)
            stage.both(Quality::Ok, Quality::Failed);
        for (int i = 0; i < 4; ++i)
            stage.both(Quality::Ok, Quality::Ok);
        const auto now = timing::RoughInstant::exact(stage.office.clock.now());
        QVERIFY(stage.office.desk->run(work, incident::FinishMaintenance{now, u"all green"_s}));
        QCOMPARE(raised.size() + recovered.size(), 0);
        // After the work its alerts count again.
        for (int i = 0; i < 4; ++i)
            stage.both(Quality::Ok, Quality::Failed);
        QCOMPARE(raised.size(), 1);
    }

    void nothingStandsOnItself()
    {
        Stage stage;
        auto host = stage.watch.status(u"host"_s)->spec;
        host.dependsOn = u"shop"_s;
        QVERIFY(!stage.watch.replace(host));
        host.dependsOn = u"host"_s;
        QVERIFY(!stage.watch.replace(host));
    }

    void withoutANetworkAlertsFreeze()
    {
        Stage stage;
        QSignalSpy raised(&stage.watch, &workflow::Watch::alertRaised);
        QSignalSpy recovered(&stage.watch, &workflow::Watch::alertRecovered);
        QSignalSpy network(&stage.watch, &workflow::Watch::networkChanged);
        stage.both(Quality::Ok, Quality::Ok);
        for (int i = 0; i < 2; ++i)
            stage.both(Quality::Ok, Quality::Failed);
        QCOMPARE(raised.size(), 1);
        for (int i = 0; i < 5; ++i) {
            stage.office.clock.advance(20s);
            stage.measure(u"host"_s, Quality::NotMeasured, Finding::NoNetwork);
            stage.measure(u"shop"_s, Quality::NotMeasured, Finding::NoNetwork);
        }
        QCOMPARE(network.size(), 1);
        QVERIFY(stage.watch.isOffline());
        QCOMPARE(raised.size(), 1);
        QCOMPARE(recovered.size(), 0);
        QVERIFY(stage.watch.hasAlert(u"shop"_s));
        for (int i = 0; i < 2; ++i)
            stage.both(Quality::Ok, Quality::Ok);
        QCOMPARE(network.size(), 2);
        QCOMPARE(recovered.size(), 1);
    }

    void anAcknowledgementEndsWithItsAlert()
    {
        Stage stage;
        workflow::Acknowledgements known(*stage.office.desk);
        known.follow(stage.watch);
        const QString key = workflow::keyOfMonitor(u"shop"_s);
        for (int i = 0; i < 2; ++i)
            stage.both(Quality::Ok, Quality::Failed);
        QVERIFY(known.acknowledge(key, u"shop"_s, u"Sam is on it"_s));
        QCOMPARE(known.all().at(0).author, u"ana"_s);
        stage.both(Quality::Ok, Quality::Failed);
        stage.both(Quality::Ok, Quality::Ok);
        QVERIFY(known.of(key).has_value()); // one good look is no recovery
        stage.both(Quality::Ok, Quality::Ok);
        QVERIFY(!known.of(key));
        QVERIFY(workflow::Acknowledgements(*stage.office.desk).all().empty());
    }
};

QTEST_GUILESS_MAIN(TestWatchRules)
#include "tst_watchrules.moc"
