// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watchstage.h"
#include "workflow/acknowledgements.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using health::Quality;
using source::Finding;
using support::startWork;
using Stage = support::WatchStage;

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

    /// The shop is looked at more often than the host.
    void theFirstLookAtTheHostIsWaitedFor()
    {
        Stage stage;
        QSignalSpy raised(&stage.watch, &workflow::Watch::alertRaised);
        stage.both(Quality::Ok, Quality::Ok);
        stage.shopFailsOften();
        QVERIFY(stage.watch.hasAlert(u"shop"_s));
        QCOMPARE(raised.size(), 0);
        stage.both(Quality::Failed, Quality::Failed);
        emit stage.office.desk->changed({});
        QVERIFY(!stage.watch.hasAlert(u"shop"_s));
        stage.both(Quality::Failed, Quality::Failed);
        QCOMPARE(raised.size(), 1);
        QVERIFY(stage.watch.hasAlert(u"host"_s));
        // Both are back together: nobody hears of the shop.
        stage.both(Quality::Ok, Quality::Failed);
        stage.both(Quality::Ok, Quality::Ok);
        emit stage.office.desk->changed({});
        QCOMPARE(raised.size(), 1);
    }

    void aHostThatIsWellOrSilentMutesNothing()
    {
        for (const bool isSilent : {false, true}) {
            Stage stage;
            QSignalSpy raised(&stage.watch, &workflow::Watch::alertRaised);
            stage.both(Quality::Ok, Quality::Ok);
            stage.shopFailsOften();
            QCOMPARE(raised.size(), 0);
            stage.office.clock.advance(isSilent ? 60s : 5s);
            if (!isSilent)
                stage.measure(u"host"_s, Quality::Ok);
            emit stage.office.desk->changed({});
            QCOMPARE(raised.size(), 1);
            QVERIFY(stage.watch.hasAlert(u"shop"_s));
        }
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
