// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watchstage.h"
#include "workflow/remedies.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using health::Quality;
using source::Finding;
using support::startWork;
using workflow::Remedies;

namespace {

constexpr int patience = 60'000; // a busy machine

/// The monitor of the shop has a remedy in its rule, and so has nobody else.
struct Stage : support::WatchStage
{
    Remedies remedies{*office.desk};
    QSignalSpy started{&remedies, &Remedies::started};
    QSignalSpy offered{&remedies, &Remedies::offered};
    QSignalSpy ended{&remedies, &Remedies::ended};
    QSignalSpy failed{&remedies, &Remedies::failed};

    explicit Stage(bool automatic)
    {
        incident::Remedy remedy;
        remedy.name = u"restart"_s;
        remedy.command = {u"/bin/echo"_s, u"restarted; $HOME"_s};
        remedy.dryRun = {u"/bin/true"_s};
        remedy.automatic = automatic;
        remedy.atMostPerHour = 1;
        source::MonitorSpec spec = watch.status(u"shop"_s)->spec;
        spec.remedy = remedy;
        if (!watch.replace(spec))
            qFatal("the rule cannot be kept");
        remedies.follow(watch);
        both(Quality::Ok, Quality::Ok);
    }

    void fail(int times)
    {
        for (int i = 0; i < times; ++i) {
            both(Quality::Ok, Quality::Failed);
            remedies.runAutomatic();
        }
    }

    [[nodiscard]] incident::Incident incident()
    {
        return office.desk->load(office.desk->openIncidents().at(0).id).value();
    }

    [[nodiscard]] bool hasEnded(int runs)
    {
        return QTest::qWaitFor([&] { return ended.size() >= runs; }, patience);
    }
};

} // namespace

class TestRuleRemedies : public QObject
{
    Q_OBJECT

private slots:
    void runsOnceForItsAlertAndIsToldInItsIncident()
    {
        Stage stage(true);
        stage.fail(1);
        QCOMPARE(stage.started.size(), 0);
        stage.fail(5);
        QCOMPARE(stage.started.size(), 1);
        QVERIFY(stage.hasEnded(1));
        const incident::Incident incident = stage.incident();
        QCOMPARE(incident.state, incident::State::Suspected);
        QCOMPARE(incident.remedies.size(), std::size_t(1));
        const incident::RemedyRun &run = incident.remedies.front();
        QCOMPARE(run.output, u"restarted; $HOME\n"_s);
        QVERIFY(run.automatic && run.step.isEmpty() && run.exitCode == 0);
        QCOMPARE(stage.offered.size() + stage.failed.size(), 0);
    }

    void oneToBeConfirmedIsOfferedAndRunsWhenAskedFor()
    {
        Stage stage(false);
        stage.fail(4);
        QCOMPARE(stage.offered.size(), 1);
        QCOMPARE(stage.started.size(), 0);
        const QString id = stage.offered.at(0).at(0).toString();
        const auto carried = stage.offered.at(0).at(1).value<workflow::CarriedRemedy>();
        QCOMPARE(carried.title, u"shop"_s);
        QVERIFY(stage.remedies.run(id, carried.carrier(), true));
        QVERIFY(stage.hasEnded(1));
        QVERIFY(stage.remedies.run(id, carried.carrier(), false));
        QVERIFY(stage.hasEnded(2));
        const auto runs = stage.incident().remedies;
        QVERIFY(runs.at(0).dryRun && !runs.at(1).dryRun && !runs.at(1).automatic);
        QVERIFY(!stage.remedies.run(id, u"host"_s, false));
    }

    void notMoreOftenThanItMayOverAllIncidents()
    {
        Stage stage(true);
        stage.fail(3);
        QVERIFY(stage.hasEnded(1));
        const QString first = stage.incident().id;
        for (int i = 0; i < 4; ++i)
            stage.both(Quality::Ok, Quality::Ok);
        QVERIFY(stage.office.desk->run(
            first, incident::Advance{incident::State::Dismissed, u"it was a test"_s}));
        stage.fail(3);
        QVERIFY(stage.incident().id != first);
        QCOMPARE(stage.started.size(), 1);
        QCOMPARE(stage.failed.size(), 1); // said once
        QVERIFY(stage.failed.at(0).at(0).value<base::Error>().text.contains(u"last hour"_s));
        // The next alert may have it again, when the hour is over.
        for (int i = 0; i < 4; ++i)
            stage.both(Quality::Ok, Quality::Ok);
        stage.office.clock.advance(1h);
        stage.fail(3);
        QCOMPARE(stage.started.size(), 2);
        QVERIFY(stage.hasEnded(2));
    }

    void notWhilePlannedWorkMutesIt()
    {
        Stage stage(true);
        // The incident is there before the work, so the alert is linked and told all the same.
        stage.office.shopIsDown();
        auto spec = stage.watch.status(u"shop"_s)->spec;
        spec.component = u"shop"_s;
        QVERIFY(stage.watch.replace(spec));
        startWork(stage.office);
        stage.fail(4);
        QVERIFY(stage.watch.hasAlert(u"shop"_s));
        QCOMPARE(stage.started.size(), 0);
        stage.office.clock.advance(30min);
        stage.remedies.runAutomatic();
        QCOMPARE(stage.started.size(), 1);
        QVERIFY(stage.hasEnded(1));
    }

    void notWhileNothingIsMeasured()
    {
        Stage stage(true);
        stage.both(Quality::Ok, Quality::Failed);
        stage.both(Quality::Ok, Quality::Failed);
        QVERIFY(stage.watch.hasAlert(u"shop"_s));
        for (int i = 0; i < 3; ++i) {
            stage.office.clock.advance(20s);
            stage.measure(u"host"_s, Quality::NotMeasured, Finding::NoNetwork);
            stage.measure(u"shop"_s, Quality::NotMeasured, Finding::NoNetwork);
            stage.remedies.runAutomatic();
        }
        QVERIFY(stage.watch.isOffline());
        QCOMPARE(stage.started.size(), 0);
        stage.both(Quality::Ok, Quality::Failed);
        stage.remedies.runAutomatic();
        QCOMPARE(stage.started.size(), 1);
        QVERIFY(stage.hasEnded(1));
    }

    void notWhileWhatItStandsOnIsDown()
    {
        Stage stage(true);
        stage.both(Quality::Ok, Quality::Failed);
        stage.both(Quality::Ok, Quality::Failed);
        stage.both(Quality::Failed, Quality::Failed);
        QVERIFY(stage.watch.hasAlert(u"shop"_s));
        stage.remedies.runAutomatic();
        QCOMPARE(stage.started.size(), 0);
        stage.fail(1);
        QCOMPARE(stage.started.size(), 1);
        QVERIFY(stage.hasEnded(1));
    }

    void whatWasDismissedCallsForNothing()
    {
        Stage stage(true);
        stage.both(Quality::Ok, Quality::Failed);
        stage.both(Quality::Ok, Quality::Failed);
        QVERIFY(stage.office.desk->run(stage.incident().id,
                                       incident::Advance{incident::State::Dismissed, u"a test"_s}));
        stage.remedies.runAutomatic();
        QCOMPARE(stage.started.size(), 0);
    }

    void theRuleKeepsItInTheSettings()
    {
        Stage stage(true);
        const source::MonitorSpec spec = stage.watch.status(u"shop"_s)->spec;
        const auto read = source::specFromJson(source::toJson(spec));
        QVERIFY(read && *read == spec);
        QJsonObject json = source::toJson(spec);
        json[u"remedy"_s] = QJsonObject{{u"name"_s, u"restart"_s}};
        const auto wrong = source::specFromJson(json);
        QVERIFY(!wrong);
        QVERIFY(wrong.error().text.contains(u"its remedy has to be an object"_s));
        // A slip in a key says which monitor, which key, and which ones there are.
        json = source::toJson(spec);
        QJsonObject remedy = json[u"remedy"_s].toObject();
        remedy[u"timelimit"_s] = 5;
        json[u"remedy"_s] = remedy;
        const auto slip = source::specFromJson(json);
        QVERIFY(!slip);
        QCOMPARE(slip.error().text,
                 u"The monitor “shop”: its remedy has no key “timelimit”. Those it has are: name, "
                 "command, dry_run, time_limit, automatic, at_most_per_hour."_s);
        source::MonitorSpec useless = spec;
        useless.remedy->command.clear();
        QVERIFY(!stage.watch.replace(useless));
    }
};

QTEST_GUILESS_MAIN(TestRuleRemedies)
#include "tst_ruleremedies.moc"
