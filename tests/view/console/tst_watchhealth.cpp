// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "prometheus/figure.h"
#include "support/fakehttp.h"
#include "support/office.h"
#include "ui/console/watchhealth.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// What the charts are told of a monitor.
class TestWatchHealth : public QObject
{
    Q_OBJECT

private slots:
    void aFigureHasItsLimitAndNoUnit_data()
    {
        QTest::addColumn<std::optional<double>>("above");
        QTest::addColumn<std::optional<double>>("below");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("floor");
        QTest::newRow("none") << std::optional<double>() << std::optional<double>() << QString()
                              << QString();
        QTest::newRow("both") << std::optional(0.05) << std::optional(0.01) << u"fails over 0.05"_s
                              << u"fails under 0.01"_s;
        QTest::newRow("below") << std::optional<double>() << std::optional(2e9) << QString()
                               << u"fails under 2 G"_s;
    }

    void aFigureHasItsLimitAndNoUnit()
    {
        QFETCH(std::optional<double>, above);
        QFETCH(std::optional<double>, below);
        QFETCH(QString, label);
        QFETCH(QString, floor);
        support::Office office;
        support::FakeHttp http([](const http::Request &) { return support::json("{}"); });
        source::SourceSet sources(office.clock);
        const auto make = [&](const source::MonitorSpec &spec) {
            return prometheus::makeFigureSource(spec, office.clock, http);
        };
        sources.setFactory(source::Kind::Prometheus, make, {});
        workflow::Watch watch(sources, *office.desk);
        source::MonitorSpec spec;
        spec.id = u"load"_s;
        spec.name = u"Load"_s;
        spec.kind = source::Kind::Prometheus;
        spec.address = u"http://metrics.example.org:9090"_s;
        spec.expression = u"node_load1"_s;
        spec.above = above;
        spec.below = below;
        QVERIFY(watch.add(spec));
        const ui::WatchHealth health(*office.desk, watch);
        const auto monitors = health.monitors();
        QCOMPARE(monitors.size(), 1);
        QCOMPARE(monitors[0].quantity, QString());
        const auto labelOf = [](const std::optional<ui::ChartThreshold> &threshold) {
            return threshold ? threshold->label : QString();
        };
        QCOMPARE(labelOf(monitors[0].threshold), label);
        QCOMPARE(labelOf(monitors[0].floor), floor);
    }

    void aLimitOfThisMachineIsALineInItsChart()
    {
        support::Office office;
        source::SourceSet sources(office.clock);
        workflow::Watch watch(sources, *office.desk);
        QVERIFY(watch.setMachineWatched(true));
        source::MonitorSpec machine = watch.status(u"this-machine"_s)->spec;
        machine.expression = u"disk>90"_s;
        QVERIFY(watch.replace(machine));
        emit sources.sampled({u"this-machine"_s,
                              u"this-machine/disk"_s,
                              {office.clock.nowMs(), health::Quality::Failed, 97.0},
                              {},
                              std::nullopt});
        const ui::WatchHealth health(*office.desk, watch);
        for (const ui::MonitorInfo &monitor : health.monitors()) {
            const bool isDisk = monitor.id.endsWith(u"/disk"_s);
            QCOMPARE(monitor.threshold.has_value(), isDisk);
            QCOMPARE(monitor.state, isDisk ? ui::State::Down : ui::State::NotMeasured);
            QCOMPARE(monitor.words, isDisk ? u"over its limit"_s : QString());
            if (isDisk)
                QCOMPARE(monitor.threshold->label, u"fails over 90 %"_s);
        }
    }

    /// Drawn where the figure is that was over its limit, and nowhere else.
    void anIncidentOfThisMachineIsDrawnWhereItsLimitIs()
    {
        support::Office office;
        source::SourceSet sources(office.clock);
        workflow::Watch watch(sources, *office.desk);
        QVERIFY(watch.setMachineWatched(true));
        source::MonitorSpec machine = watch.status(u"this-machine"_s)->spec;
        machine.expression = u"cpu>90, disk>90"_s;
        machine.failAfter = machine.failOutOf = 2;
        QVERIFY(watch.replace(machine));
        const ui::WatchHealth health(*office.desk, watch);
        const auto tell = [&](const QString &series, double value, bool isJudged) {
            const auto quality = value > 90 ? health::Quality::Failed : health::Quality::Ok;
            std::optional<source::ProbeVerdict> verdict;
            if (isJudged) {
                verdict.emplace();
                verdict->quality = health::Quality::Failed;
            }
            emit sources.sampled({u"this-machine"_s,
                                  u"this-machine/"_s + series,
                                  {office.clock.nowMs(), quality, value},
                                  {},
                                  verdict});
        };
        for (int look = 0; look < 3; ++look) {
            tell(u"cpu"_s, 20, true);
            tell(u"memory"_s, 50, false);
            tell(u"disk"_s, 97, false);
            office.clock.advance(std::chrono::seconds(5));
        }
        QCOMPARE(office.desk->openIncidents().size(), size_t(1));
        for (const ui::MonitorInfo &monitor : health.monitors()) {
            const bool isDisk = monitor.id.endsWith(u"/disk"_s);
            QCOMPARE(int(health.bands(monitor.id).size()), isDisk ? 1 : 0);
        }
    }

    /// The first reading has no rates, but it has the memory.
    void eachSeriesOfThisMachineHasItsOwnState()
    {
        support::Office office;
        source::SourceSet sources(office.clock);
        workflow::Watch watch(sources, *office.desk);
        QVERIFY(watch.setMachineWatched(true));
        const ui::WatchHealth health(*office.desk, watch);
        const auto tell = [&](const QString &series, health::Quality quality) {
            emit sources.sampled({u"this-machine"_s,
                                  u"this-machine/"_s + series,
                                  {office.clock.nowMs(), quality, 4.0},
                                  {},
                                  std::nullopt});
        };
        tell(u"memory"_s, health::Quality::Ok);
        tell(u"sent"_s, health::Quality::NotMeasured);
        for (const ui::MonitorInfo &monitor : health.monitors()) {
            const bool isKnown = monitor.id.endsWith(u"/memory"_s);
            QCOMPARE(monitor.state, isKnown ? ui::State::Up : ui::State::NotMeasured);
        }
    }
};

QTEST_MAIN(TestWatchHealth)
#include "tst_watchhealth.moc"
