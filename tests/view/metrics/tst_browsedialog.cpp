// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "prometheus/figure.h"
#include "support/fakeprometheus.h"
#include "support/office.h"
#include "ui/health/healthchart.h"
#include "ui/metrics/browsedialog.h"
#include "ui/metrics/figurepreview.h"
#include "ui/widget/formfield.h"
#include "workflow/monitorbook.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString address = u"http://metrics.example.org:9090"_s;

/// The dialog on a Prometheus that is made up.
struct Stage
{
    support::Office office;
    support::FakePrometheus server;
    source::SourceSet sources{office.clock};
    workflow::Watch watch{sources, *office.desk};
    workflow::MetricBrowser browser{server.http, office.clock};
    std::unique_ptr<ui::BrowseDialog> dialog;

    Stage()
    {
        const auto make = [this](const source::MonitorSpec &spec) {
            return prometheus::makeFigureSource(spec, office.clock, server.http);
        };
        const auto trial = [](const source::MonitorSpec &) {
            return QFuture<base::Result<source::ProbeVerdict>>();
        };
        sources.setFactory(source::Kind::Prometheus, make, trial);
    }

    void open()
    {
        dialog =
            std::make_unique<ui::BrowseDialog>(*office.desk, watch, browser, QStringList{address});
        dialog->show();
    }

    template <class T>
    [[nodiscard]] T *named(const QString &name) const
    {
        for (T *widget : dialog->findChildren<T *>()) {
            if (widget->accessibleName() == name)
                return widget;
        }
        return nullptr;
    }

    [[nodiscard]] QAbstractButton *button(const QString &title) const
    {
        for (auto *button : dialog->findChildren<QAbstractButton *>()) {
            if (button->text() == title)
                return button;
        }
        return nullptr;
    }

    [[nodiscard]] QListView *metrics() const { return named<QListView>(u"Metrics"_s); }
    [[nodiscard]] QString sentence() const
    {
        return dialog->findChild<ui::FigurePreview *>()->sentence();
    }
    [[nodiscard]] QString expression() const
    {
        return named<QLineEdit>(u"Figure, in PromQL"_s)->text();
    }
    [[nodiscard]] bool hasMetrics(int count) const
    {
        return metrics()->model()->rowCount() == count;
    }

    /// By the keyboard alone.
    void choose(const QString &words)
    {
        auto *search = named<QLineEdit>(u"Search the metrics"_s);
        QTest::keyClick(search, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(search, words);
        QTest::keyClick(search, Qt::Key_Return);
    }

    void typeExpression(const QString &text)
    {
        auto *line = named<QLineEdit>(u"Figure, in PromQL"_s);
        QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
    }
};

} // namespace

class TestBrowseDialog : public QObject
{
    Q_OBJECT

private slots:
    void addsAChartThatSurvives()
    {
        Stage stage;
        stage.open();
        QTRY_VERIFY_WITH_TIMEOUT(stage.hasMetrics(3), 30'000);
        stage.choose(u"load"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stage.expression(), u"node_load1"_s, 30'000);
        QTRY_VERIFY2_WITH_TIMEOUT(stage.sentence().startsWith(u"One series: 2.5"_s),
                                  qPrintable(stage.sentence()), 30'000);
        QVERIFY(stage.dialog->findChild<ui::HealthChart *>()->isVisible());
        QSignalSpy added(stage.dialog.get(), &ui::BrowseDialog::added);
        stage.button(u"Add chart"_s)->click();
        QCOMPARE(added.count(), 1);
        stage.office.open();
        const auto kept = workflow::MonitorBook(*stage.office.settings).load();
        const auto isIt = [](const auto &spec) {
            return spec && spec->kind == source::Kind::Prometheus && spec->address == address &&
                   spec->expression == u"node_load1"_s && spec->name == u"node_load1"_s;
        };
        QCOMPARE(std::count_if(kept.begin(), kept.end(), isIt), 1);
    }

    void aChoiceNarrowsTheNext()
    {
        Stage stage;
        stage.open();
        QTRY_VERIFY_WITH_TIMEOUT(stage.hasMetrics(3), 30'000);
        stage.choose(u"requests"_s);
        auto *labels = stage.named<QListWidget>(u"Labels of the metric"_s);
        QTRY_COMPARE_WITH_TIMEOUT(labels->count(), 2, 30'000);
        const auto take = [&](int label, int value) {
            labels->setCurrentRow(label);
            auto *values = stage.named<QListView>(u"Values of the label"_s);
            QTRY_COMPARE_WITH_TIMEOUT(values->model()->rowCount(), 3, 30'000);
            values->setFocus();
            values->setCurrentIndex(values->model()->index(value, 0));
            QTest::keyClick(values, Qt::Key_Return);
        };
        take(1, 1);
        QCOMPARE(stage.expression(), u"requests_total{job=\"shop\"}"_s);
        QCOMPARE(labels->item(1)->text(), u"job = shop"_s);
        take(0, 2);
        QCOMPARE(stage.server.selectors,
                 QStringList({u"requests_total"_s, u"requests_total{job=\"shop\"}"_s}));
        QCOMPARE(stage.expression(), u"requests_total{code=\"500\", job=\"shop\"}"_s);
        take(1, 0);
        QCOMPARE(stage.expression(), u"requests_total{code=\"500\"}"_s);
    }

    void offersRateAndPercentile()
    {
        Stage stage;
        stage.open();
        QTRY_VERIFY_WITH_TIMEOUT(stage.hasMetrics(3), 30'000);
        stage.choose(u"requests"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stage.expression(), u"requests_total"_s, 30'000);
        QVERIFY(!stage.button(u"95th percentile"_s)->isVisible());
        stage.button(u"Rate, 5 min"_s)->click();
        stage.button(u"Sum"_s)->click();
        QCOMPARE(stage.expression(), u"sum(rate(requests_total[5m]))"_s);
        stage.choose(u"wait"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stage.expression(), u"sum(rate(wait_seconds_bucket[5m]))"_s,
                                  30'000);
        stage.button(u"Each"_s)->click();
        QVERIFY(stage.button(u"95th percentile"_s)->isVisible());
        stage.button(u"95th percentile"_s)->click();
        QCOMPARE(stage.expression(),
                 u"histogram_quantile(0.95, sum by (le) (rate(wait_seconds_bucket[5m])))"_s);
    }

    void severalSeriesAreNotOneChart()
    {
        Stage stage;
        stage.server.seriesCount = 3;
        stage.open();
        QTRY_VERIFY_WITH_TIMEOUT(stage.hasMetrics(3), 30'000);
        stage.choose(u"load"_s);
        auto *series = stage.named<QListWidget>(u"Series that it gives"_s);
        QTRY_COMPARE_WITH_TIMEOUT(series->count(), 3, 30'000);
        QVERIFY(stage.sentence().contains(u"3 series"_s) || stage.sentence().contains(u"%n"_s));
        QVERIFY(!stage.button(u"Add chart"_s)->isEnabled());
        QCOMPARE(series->item(2)->text(), u"{instance=\"db2\"}"_s);
        series->setCurrentRow(2);
        stage.server.seriesCount = 1;
        stage.button(u"Only this one"_s)->click();
        QCOMPARE(stage.expression(), u"node_load1{instance=\"db2\"}"_s);
        QTRY_VERIFY_WITH_TIMEOUT(stage.button(u"Add chart"_s)->isEnabled(), 30'000);
    }

    void tooManyAreNeitherAskedForNorDrawn()
    {
        Stage stage;
        stage.server.seriesCount = 10'000;
        stage.open();
        QTRY_VERIFY_WITH_TIMEOUT(stage.hasMetrics(3), 30'000);
        stage.choose(u"load"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(stage.sentence().contains(u"too many"_s),
                                  qPrintable(stage.sentence()), 30'000);
        QVERIFY(stage.server.expressions.isEmpty());
        QVERIFY(!stage.button(u"Add chart"_s)->isEnabled());
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("words");
        QTest::newRow("bad PromQL")
            << QByteArray("{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":"
                          "\"1:5: parse error: <b>unclosed</b> left parenthesis\"}")
            << 400 << u"1:5: parse error: <b>unclosed</b> left parenthesis"_s;
        QTest::newRow("timeout") << QByteArray("{\"status\":\"error\",\"errorType\":\"timeout\","
                                               "\"error\":\"query timed out\"}")
                                 << 503 << u"Ask for less"_s;
        QTest::newRow("no data")
            << QByteArray("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\","
                          "\"result\":[]}}")
            << 200 << u"No data"_s;
        QTest::newRow("histogram")
            << QByteArray("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\","
                          "\"result\":[{\"metric\":{},\"histograms\":[[1,{\"count\":\"1\"}]]}]}}")
            << 200 << u"histogram"_s;
        QTest::newRow("not a number")
            << QByteArray("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\","
                          "\"result\":[{\"metric\":{},\"values\":[[1,\"NaN\"],[2,\"+Inf\"]]}]}}")
            << 200 << u"NaN"_s;
    }

    void saysWhatIsWrong()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QString, words);
        Stage stage;
        stage.server.seriesCount = 1;
        stage.server.answers[u"query_range"_s] = support::json(body, status);
        stage.open();
        QTRY_VERIFY_WITH_TIMEOUT(stage.hasMetrics(3), 30'000);
        stage.typeExpression(u"sum("_s);
        QTRY_VERIFY2_WITH_TIMEOUT(stage.sentence().contains(words), qPrintable(stage.sentence()),
                                  30'000);
        QVERIFY(stage.button(u"Add chart"_s)->isEnabled() == words.startsWith(u"No data"_s) ||
                words == u"NaN"_s);
    }

    void saysWhyThereAreNoMetrics()
    {
        Stage stage;
        stage.server.answers[u"label/__name__/values"_s] =
            support::response(200, "text/html", "<html>");
        stage.open();
        const auto error = [&] {
            for (auto *row : stage.dialog->findChildren<ui::FormField *>()) {
                if (!row->error().isEmpty())
                    return row->error();
            }
            return QString();
        };
        QTRY_VERIFY2_WITH_TIMEOUT(error().contains(u"page for people"_s), qPrintable(error()),
                                  30'000);
    }

    void worksWithoutTypes()
    {
        Stage stage;
        stage.server.answers[u"metadata"_s] =
            support::response(404, "text/plain", "404 page not found");
        stage.open();
        QTRY_VERIFY_WITH_TIMEOUT(stage.hasMetrics(3), 30'000);
    }

    void fiftyThousandNamesAreFiltered()
    {
        Stage stage;
        stage.server.metrics.clear();
        for (int i = 0; i < 50'000; ++i)
            stage.server.metrics << u"service_%1_requests_in_flight"_s.arg(i);
        stage.open();
        QTRY_VERIFY_WITH_TIMEOUT(stage.hasMetrics(50'000), 30'000);
        QTest::keyClicks(stage.named<QLineEdit>(u"Search the metrics"_s), u"49 in_flight 9998"_s);
        QCOMPARE(stage.metrics()->model()->rowCount(), 1);
    }
};

QTEST_MAIN(TestBrowseDialog)
#include "tst_browsedialog.moc"
