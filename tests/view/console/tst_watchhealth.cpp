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
        QTest::newRow("none") << std::optional<double>() << std::optional<double>() << QString();
        QTest::newRow("above") << std::optional(0.05) << std::optional(0.01)
                               << u"fails over 0.05"_s;
        QTest::newRow("below") << std::optional<double>() << std::optional(2e9)
                               << u"fails under 2 G"_s;
    }

    void aFigureHasItsLimitAndNoUnit()
    {
        QFETCH(std::optional<double>, above);
        QFETCH(std::optional<double>, below);
        QFETCH(QString, label);
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
        QCOMPARE(monitors[0].threshold ? monitors[0].threshold->label : QString(), label);
    }
};

QTEST_MAIN(TestWatchHealth)
#include "tst_watchhealth.moc"
