// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "prometheus/figure.h"
#include "prometheus/figuresource.h"
#include "source/sourceset.h"
#include "support/fakehttp.h"
#include "support/manualclock.h"
#include "support/waiting.h"

#include <cmath>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace prometheus;
using health::Quality;
using source::Finding;
using support::FakeHttp;
using support::waitFor;

namespace {

source::MonitorSpec specOf(source::Kind kind, const QString &expression)
{
    source::MonitorSpec spec;
    spec.id = u"m"_s;
    spec.name = u"Queue"_s;
    spec.kind = kind;
    spec.address = u"http://metrics.example.org:9090/metrics"_s;
    spec.expression = expression;
    spec.above = 90;
    spec.below = 1;
    return spec;
}

constexpr char exposed[] = "# TYPE free_bytes gauge\n"
                           "free_bytes{disk=\"/\",kind=\"ssd\"} 5\n"
                           "free_bytes{disk=\"/home\",kind=\"ssd\"} 7\n"
                           "load 0.5\n";

http::Response page()
{
    return support::response(200, "text/plain; version=0.0.4", exposed);
}

/// What a look at a page of metrics gives, or the sentence on why it gives nothing.
QString pickedFrom(const http::Response &response, const QString &selector)
{
    const auto value = figureOf(response, selector);
    return value ? QString::number(*value) : value.error().text;
}

/// Runs a source until its first reading.
source::Reading firstReading(const source::MonitorSpec &spec, FakeHttp &http)
{
    const support::ManualClock clock(support::utc("2026-11-22T02:00:00Z"));
    source::SourceSet sources(clock);
    sources.setFactory(
        spec.kind,
        [&](const source::MonitorSpec &figure) { return makeFigureSource(figure, clock, http); },
        [&](const source::MonitorSpec &figure) { return tryFigure(http, clock, figure); });
    QList<source::Reading> readings;
    QObject::connect(&sources, &source::SourceSet::sampled, &sources,
                     [&](const source::Reading &reading) { readings.append(reading); });
    if (const auto added = sources.add(spec); !added)
        qFatal("%s", qPrintable(added.error().text));
    sources.start();
    if (!QTest::qWaitFor([&] { return !readings.isEmpty(); }))
        qFatal("no reading");
    return readings.first();
}

QByteArray vectorOf(const QByteArray &value)
{
    return "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"metric\":{},"
           "\"value\":[1,\"" +
           value + "\"]}]}}";
}

} // namespace

class TestFigure : public QObject
{
    Q_OBJECT

private slots:
    void picksTheOneSample()
    {
        QCOMPARE(pickedFrom(page(), u"load"_s), u"0.5"_s);
        QCOMPARE(pickedFrom(page(), u" free_bytes{disk=\"/home\"} "_s), u"7"_s);
        QVERIFY(pickedFrom(page(), u"free_bytes"_s).contains(u"More than one"_s));
        QVERIFY(pickedFrom(page(), u"free_bytes{disk=\"/var\"}"_s).contains(u"no sample"_s));
        QVERIFY(pickedFrom(page(), u"free_bytes{disk="_s).contains(u"does not name"_s));
        QVERIFY(pickedFrom(page(), u"load 5\nload"_s).contains(u"does not name"_s));
    }

    void saysWhatIsWrongWithAPage()
    {
        QVERIFY(pickedFrom(support::response(500, "text/plain", ""), u"load"_s).contains(u"500"_s));
        QVERIFY(pickedFrom(support::response(200, "text/html", "<html>"), u"load"_s)
                    .contains(u"/metrics"_s));
        const auto cut = support::response(200, "application/openmetrics-text", "load 1\n");
        QVERIFY(pickedFrom(cut, u"load"_s).contains(u"line 2"_s));
    }

    void anExpressionHasToGiveOneNumber()
    {
        Answer answer;
        QVERIFY(figureOf(answer).error().text.contains(u"no data"_s));
        answer.series = {{{}, {}, 1}};
        QVERIFY(figureOf(answer).error().text.contains(u"histogram"_s));
        answer.series = {{{}, {{{}, 1.5}}, 0}};
        QCOMPARE(*figureOf(answer), 1.5);
        answer.series.push_back(answer.series[0]);
        QVERIFY(figureOf(answer).error().text.contains(u"several"_s));
        answer.type = ResultType::Matrix;
        QVERIFY(!figureOf(answer));
    }

    void limitsAreFailures()
    {
        const auto spec = specOf(source::Kind::Prometheus, u"x"_s);
        QCOMPARE(judge(spec, 90).quality, Quality::Ok);
        QCOMPARE(judge(spec, 90.5).finding, Finding::OutOfLimits);
        QVERIFY(judge(spec, 90.5).sentence.contains(u"over its limit of 90"_s));
        QCOMPARE(judge(spec, 0.5).quality, Quality::Failed);
        QCOMPARE(judge(spec, std::nan("")).quality, Quality::Ok);
        QCOMPARE(judge(spec, INFINITY).quality, Quality::Failed);
    }

    void watchesAnExpression()
    {
        FakeHttp http([](const http::Request &) { return support::json(vectorOf("95")); });
        const auto reading = firstReading(specOf(source::Kind::Prometheus, u"sum(x)"_s), http);
        QCOMPARE(reading.series, u"m/figure"_s);
        QCOMPARE(reading.sample.value, 95.0);
        QCOMPARE(reading.sample.quality, Quality::Failed);
        QVERIFY(reading.verdict.has_value());
        QVERIFY(http.requests[0].body.contains("sum%28x%29"));
    }

    void watchesAPageOfMetrics()
    {
        FakeHttp http([](const http::Request &) { return page(); });
        const auto spec = specOf(source::Kind::Exposition, u"free_bytes{disk=\"/\"}"_s);
        const auto reading = firstReading(spec, http);
        QCOMPARE(reading.sample.value, 5.0);
        QCOMPARE(reading.sample.quality, Quality::Ok);
        const QByteArray accept = http::headerValue(http.requests[0].headers, "Accept");
        QVERIFY(accept.contains("application/openmetrics-text") && accept.contains("text/plain"));
        QCOMPARE(http.requests[0].url.path(), u"/metrics"_s);
    }

    /// The place that knows the figure is not what the figure tells about.
    void aSilentPlaceIsNoFailure()
    {
        FakeHttp http([](const http::Request &) -> base::Result<http::Response> {
            return base::fail(base::ErrorKind::Timeout, u"It did not answer."_s);
        });
        const auto reading = firstReading(specOf(source::Kind::Prometheus, u"x"_s), http);
        QCOMPARE(reading.sample.quality, Quality::NotMeasured);
        QCOMPARE(reading.verdict->finding, Finding::NoFigure);
        QCOMPARE(reading.sentence, u"It did not answer."_s);
    }

    void aPausedFigureIsNotAskedFor()
    {
        FakeHttp http([](const http::Request &) { return page(); });
        auto spec = specOf(source::Kind::Exposition, u"load"_s);
        spec.paused = true;
        QCOMPARE(firstReading(spec, http).sample.quality, Quality::Paused);
        QVERIFY(http.requests.isEmpty());
    }

    void canBeTried()
    {
        FakeHttp http([](const http::Request &) { return page(); });
        const support::ManualClock clock(support::utc("2026-11-22T02:00:00Z"));
        const auto good =
            waitFor(tryFigure(http, clock, specOf(source::Kind::Exposition, u"load"_s)));
        QVERIFY(good.has_value());
        QCOMPARE(good->quality, Quality::Failed);
        QVERIFY2(good->sentence.contains(u"under its limit"_s), qPrintable(good->sentence));
        QCOMPARE(good->at, clock.nowMs());
        const auto lost =
            waitFor(tryFigure(http, clock, specOf(source::Kind::Exposition, u"gone"_s)));
        QVERIFY(!lost);
        QVERIFY(lost.error().text.contains(u"no sample"_s));
    }

    void specsAreKept()
    {
        const auto spec = specOf(source::Kind::Prometheus, u"sum(x)"_s);
        const auto read = source::specFromJson(source::toJson(spec));
        QVERIFY(read.has_value());
        QCOMPARE(*read, spec);
    }

    void specsAreChecked()
    {
        auto spec = specOf(source::Kind::Prometheus, u" "_s);
        QVERIFY(!source::validate(spec));
        spec.expression = u"x"_s;
        QVERIFY(source::validate(spec));
        spec.below = 90;
        QVERIFY(!source::validate(spec));
        spec.below.reset();
        spec.address = u"tcp://example.org:9090"_s;
        QVERIFY(!source::validate(spec));
    }

    void withoutAFactoryItIsRefused()
    {
        const support::ManualClock clock(support::utc("2026-11-22T02:00:00Z"));
        source::SourceSet sources(clock);
        QVERIFY(!sources.add(specOf(source::Kind::Prometheus, u"x"_s)));
    }
};

QTEST_GUILESS_MAIN(TestFigure)
#include "tst_figure.moc"
