// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "prometheus/client.h"
#include "support/fakehttp.h"
#include "support/manualclock.h"
#include "support/waiting.h"

#include <cmath>
#include <QScopeGuard>
#include <QSemaphore>
#include <QTest>
#include <QThreadPool>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace prometheus;
using support::FakeHttp;
using support::json;
using support::waitFor;

namespace {

base::InstantMs atSecond(qint64 seconds)
{
    return base::InstantMs(std::chrono::seconds(seconds));
}

/// What an answer with this body is for a query.
base::Result<Answer> queried(const http::Response &response)
{
    FakeHttp http([&](const http::Request &) { return response; });
    Client client(http, {QUrl(u"http://metrics.example.org:9090"_s)});
    return waitFor(client.query(u"up"_s));
}

QByteArray vectorOf(const QByteArray &elements)
{
    return "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[" + elements +
           "]}}";
}

} // namespace

class TestPrometheusClient : public QObject
{
    Q_OBJECT

private slots:
    void asksWithAForm()
    {
        FakeHttp http([](const http::Request &) { return json(vectorOf({})); });
        Server server{QUrl(u"https://example.org/metrics/"_s)};
        server.headers = {{"Authorization", "Bearer x"}};
        Client client(http, server);
        QVERIFY(waitFor(client.query(u"a + b{c=\"d&e\"}"_s, atSecond(12))).has_value());
        const http::Request &request = http.requests[0];
        QCOMPARE(request.method, http::Method::Post);
        QCOMPARE(request.url, QUrl(u"https://example.org/metrics/api/v1/query"_s));
        QCOMPARE(request.body, "query=a%20%2B%20b%7Bc%3D%22d%26e%22%7D&time=12.000");
        QCOMPARE(http::headerValue(request.headers, "Authorization"), "Bearer x");
    }

    void readsAVector()
    {
        const auto answer =
            queried(json(vectorOf("{\"metric\":{\"__name__\":\"up\",\"job\":\"a\\\"b\"},"
                                  "\"value\":[1435781451.7815,\"1\"]}")));
        QVERIFY(answer.has_value());
        QCOMPARE(answer->series.size(), size_t(1));
        QCOMPARE(answer->series[0].points[0].at.time_since_epoch().count(), 1435781451782);
        QCOMPARE(answer->series[0].points[0].value, 1.0);
        QCOMPARE(seriesName(answer->series[0].labels), u"up{job=\"a\\\"b\"}"_s);
    }

    void valuesNeedNotBeFinite()
    {
        const auto answer = queried(json(vectorOf("{\"metric\":{},\"value\":[1,\"NaN\"]},"
                                                  "{\"metric\":{},\"value\":[1,\"+Inf\"]},"
                                                  "{\"metric\":{},\"value\":[-1.5,\"-Inf\"]}")));
        QVERIFY(answer.has_value());
        QVERIFY(std::isnan(answer->series[0].points[0].value));
        QVERIFY(answer->series[1].points[0].value > 0 &&
                std::isinf(answer->series[1].points[0].value));
        QVERIFY(answer->series[2].points[0].value < 0);
        QCOMPARE(answer->series[2].points[0].at, base::InstantMs(-1500ms));
    }

    void readsScalarsAndStrings()
    {
        const auto scalar = queried(json("{\"status\":\"success\",\"data\":{\"resultType\":"
                                         "\"scalar\",\"result\":[5,\"1e+30\"]}}"));
        QVERIFY(scalar.has_value());
        QCOMPARE(scalar->type, ResultType::Scalar);
        QCOMPARE(scalar->series[0].points[0].value, 1e30);
        const auto text = queried(json("{\"status\":\"success\",\"data\":{\"resultType\":"
                                       "\"string\",\"result\":[5,\"hello\"]}}"));
        QVERIFY(text.has_value());
        QCOMPARE(text->text, u"hello"_s);
    }

    void noDataIsNoError()
    {
        const auto answer = queried(json(vectorOf({})));
        QVERIFY(answer.has_value());
        QVERIFY(answer->series.empty());
    }

    void toleratesHistogramsAndNewFields()
    {
        const auto answer = queried(
            json("{\"status\":\"success\",\"infos\":[\"i\"],\"warnings\":[\"w\"],\"new\":1,"
                 "\"data\":{\"resultType\":"
                 "\"matrix\",\"stats\":{},\"result\":[{\"metric\":{},\"histograms\":[[1,{\"count\":"
                 "\"1\",\"sum\":\"2\","
                 "\"buckets\":[[0,\"1\",\"2\",\"1\"]]}],[2,{}]],\"values\":[[3,\"4\"]]}]}}"));
        QVERIFY(answer.has_value());
        QCOMPARE(answer->series[0].histograms, 2);
        QCOMPARE(answer->series[0].points.size(), size_t(1));
        QCOMPARE(answer->remarks, (QStringList{u"w"_s, u"i"_s}));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<base::ErrorKind>("kind");
        QTest::addColumn<QString>("part");
        const auto row = [](const char *name, int status, const char *type, const char *body,
                            base::ErrorKind kind, const QString &part) {
            QTest::newRow(name) << status << QByteArray(type) << QByteArray(body) << kind << part;
        };
        const char *const json = "application/json";
        row("bad data", 400, json,
            "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"1:5: parse error\"}",
            base::ErrorKind::Input, u"1:5: parse error"_s);
        row("execution", 422, json,
            "{\"status\":\"error\",\"errorType\":\"execution\",\"error\":\"same labelset\"}",
            base::ErrorKind::Input, u"same labelset"_s);
        row("with data", 200, json,
            "{\"status\":\"error\",\"errorType\":\"internal\",\"error\":\"oh\",\"data\":{}}",
            base::ErrorKind::Network, u"oh"_s);
        row("timeout", 503, json,
            "{\"status\":\"error\",\"errorType\":\"timeout\",\"error\":\"x\"}",
            base::ErrorKind::Timeout, u"shorter"_s);
        row("canceled", 499, json,
            "{\"status\":\"error\",\"errorType\":\"canceled\",\"error\":\"x\"}",
            base::ErrorKind::Timeout, u"shorter"_s);
        row("starting", 503, "text/plain; charset=utf-8", "Service Unavailable",
            base::ErrorKind::Network, u"not ready"_s);
        row("gateway", 502, "text/html", "<html>Bad Gateway</html>", base::ErrorKind::Network,
            u"not ready"_s);
        row("path", 404, "text/plain; charset=utf-8", "404 page not found",
            base::ErrorKind::NotFound, u"path"_s);
        row("login", 401, "text/plain", "Unauthorized", base::ErrorKind::Auth, u"who you are"_s);
        row("redirect", 302, "text/html", "", base::ErrorKind::Refused, u"redirect"_s);
        row("page", 200, "text/html", "<html></html>", base::ErrorKind::Format, u"for people"_s);
        row("empty", 200, "", "", base::ErrorKind::Format, u"empty answer"_s);
        row("no json", 200, json, "{", base::ErrorKind::Format, u"something else"_s);
        row("other json", 200, json, "{\"hello\":\"world\"}", base::ErrorKind::Format,
            u"something else"_s);
        row("no data", 200, json, "{\"status\":\"success\"}", base::ErrorKind::Format,
            u"something else"_s);
        row("data of no form", 200, json, "{\"status\":\"success\",\"data\":[1]}",
            base::ErrorKind::Format, u"form"_s);
        row("values of no form", 200, json,
            "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"metric\":{}"
            ",\"value\":"
            "[1,2]}]}}",
            base::ErrorKind::Format, u"form"_s);
        row("far time", 200, json,
            "{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[1e300,\"1\"]}"
            "}",
            base::ErrorKind::Format, u"form"_s);
    }

    void saysWhatIsWrong()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(base::ErrorKind, kind);
        QFETCH(QString, part);
        const auto answer = queried(support::response(status, type, body));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, kind);
        QVERIFY2(answer.error().text.contains(part), qPrintable(answer.error().text));
        QVERIFY(!answer.error().text.contains(u"secret-path"_s));
    }

    void joinsWhatIsOverTheLimit()
    {
        FakeHttp http([](const http::Request &request) {
            const QUrlQuery form(QString::fromLatin1(request.body));
            const QByteArray from = form.queryItemValue(u"start"_s).toLatin1();
            const QByteArray to = form.queryItemValue(u"end"_s).toLatin1();
            return json("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{"
                        "\"metric\":"
                        "{\"a\":\"b\"},\"values\":[[" +
                        from + ",\"1\"],[" + to + ",\"2\"]]}]}}");
        });
        Client client(http, {QUrl(u"http://example.org"_s)});
        const Steps steps{atSecond(0), atSecond(29'999), 1s};
        const auto answer = waitFor(client.range(u"up"_s, steps));
        QVERIFY(answer.has_value());
        QCOMPARE(http.requests.size(), 3);
        QCOMPARE(answer->series.size(), size_t(1));
        const auto &points = answer->series[0].points;
        QCOMPARE(points.size(), size_t(6));
        QCOMPARE(points[1].at, atSecond(10'999));
        QCOMPARE(points[2].at, atSecond(11'000));
        QCOMPARE(points[5].at, atSecond(29'999));
    }

    void aPieceThatFailsFailsTheWhole()
    {
        int count = 0;
        FakeHttp http([&](const http::Request &) -> base::Result<http::Response> {
            if (++count == 2)
                return base::fail(base::ErrorKind::Network, u"cut"_s);
            return json(
                "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}");
        });
        Client client(http, {QUrl(u"http://example.org"_s)});
        const auto answer = waitFor(client.range(u"up"_s, {atSecond(0), atSecond(50'000), 1s}));
        QVERIFY(!answer);
        QCOMPARE(answer.error().text, u"cut"_s);
        QCOMPARE(http.requests.size(), 2);
    }

    void refusesTooManyPieces()
    {
        FakeHttp http([](const http::Request &) { return json({}); });
        Client client(http, {QUrl(u"http://example.org"_s)});
        const auto answer = waitFor(client.range(u"up"_s, {atSecond(0), atSecond(2'000'000), 1s}));
        QVERIFY(!answer);
        QVERIFY(http.requests.isEmpty());
    }

    void alignsSteps()
    {
        const Steps steps = alignedSteps(atSecond(1003), atSecond(4611), 15s, 1000);
        QCOMPARE(steps, (Steps{atSecond(990), atSecond(4605), 15s}));
        const Steps coarse = alignedSteps(atSecond(0), atSecond(86'400), 15s, 100);
        QCOMPARE(coarse.step, std::chrono::milliseconds(864s));
        const Steps early = alignedSteps(atSecond(-7), atSecond(-7), 5s, 0);
        QCOMPARE(early, (Steps{atSecond(-10), atSecond(-10), 5s}));
        QCOMPARE(early.count(), 1);
    }

    void browsesSeriesAndLabels()
    {
        FakeHttp http([](const http::Request &request) {
            const QString path = request.url.path();
            if (path.endsWith("series"_L1))
                return json(
                    "{\"status\":\"success\",\"data\":[{\"__name__\":\"up\",\"job\":\"a\"}]}");
            return json("{\"status\":\"success\",\"data\":[\"a\",\"b\"]}");
        });
        Client client(http, {QUrl(u"http://example.org"_s)});
        const auto series = waitFor(client.series({u"up"_s, u"{a=\"b c\"}"_s}));
        QVERIFY(series.has_value());
        QCOMPARE(series->first().value(u"job"_s), u"a"_s);
        QCOMPARE(http.requests[0].url.query(QUrl::FullyEncoded),
                 u"match%5B%5D=up&match%5B%5D=%7Ba%3D%22b%20c%22%7D"_s);
        QCOMPARE(*waitFor(client.labelNames()), (QStringList{u"a"_s, u"b"_s}));
        QVERIFY(waitFor(client.labelValues(u"__name__"_s)).has_value());
        QCOMPARE(http.requests[2].url.path(), u"/api/v1/label/__name__/values"_s);
    }

    void readsAlertsAndRules()
    {
        FakeHttp http([](const http::Request &request) {
            if (request.url.path().endsWith("alerts"_L1))
                return json(
                    "{\"status\":\"success\",\"data\":{\"alerts\":[{\"labels\":{\"alertname\":"
                    "\"A\"},"
                    "\"annotations\":{\"summary\":\"s\"},\"state\":\"firing\",\"activeAt\":"
                    "\"2026-11-22T02:00:00.123456789Z\",\"value\":\"0e+00\"},{\"labels\":{},"
                    "\"state\":\"pending\"}]}}");
            return json(
                "{\"status\":\"success\",\"data\":{\"groups\":[{\"name\":\"g\",\"rules\":[{"
                "\"type\":"
                "\"alerting\",\"name\":\"A\",\"query\":\"up == 0\",\"state\":\"firing\"},{\"type\":"
                "\"recording\",\"name\":\"r\",\"query\":\"1\",\"lastError\":\"no\"}]}]}}");
        });
        Client client(http, {QUrl(u"http://example.org"_s)});
        const auto alerts = waitFor(client.alerts());
        QVERIFY(alerts.has_value());
        QCOMPARE(alerts->size(), size_t(2));
        QVERIFY(alerts->at(0).isFiring);
        QCOMPARE(alerts->at(0).value, 0.0);
        QCOMPARE(*alerts->at(0).activeAt,
                 base::InstantMs(support::utc("2026-11-22T02:00:00Z")) + 123ms);
        QVERIFY(!alerts->at(1).activeAt);
        const auto rules = waitFor(client.rules());
        QVERIFY(rules.has_value());
        QCOMPARE(rules->at(0).state, u"firing"_s);
        QCOMPARE(rules->at(1).kind, Rule::Kind::Recording);
        QCOMPARE(rules->at(1).lastError, u"no"_s);
    }

    /// While the threads that could read it are busy, the one that asked is not.
    void readsWhatIsLargeBesideTheWindow()
    {
        QThreadPool &pool = *QThreadPool::globalInstance();
        const int threads = pool.maxThreadCount();
        pool.setMaxThreadCount(1);
        QSemaphore begun;
        QSemaphore end;
        const auto tidy = qScopeGuard([&] {
            end.release();
            pool.waitForDone();
            pool.setMaxThreadCount(threads);
        });
        pool.start([&] {
            begun.release();
            end.acquire();
        });
        begun.acquire();
        QByteArray names;
        for (int i = 0; i < 20'000; ++i)
            names += "\"name_" + QByteArray::number(i) + "\",";
        const QByteArray few = R"({"status":"success","data":["a"]})";
        const QByteArray many = R"({"status":"success","data":[)" + names + R"("last"]})";
        FakeHttp http([&](const http::Request &request) {
            return json(request.url.path().endsWith(u"labels"_s) ? few : many);
        });
        Client client(http, {QUrl(u"http://metrics.example.org:9090"_s)});
        const auto asked = client.labelValues(u"__name__"_s);
        QCOMPARE(waitFor(client.labelNames())->size(), 1);
        QVERIFY(!asked.isFinished());
        end.release();
        QCOMPARE(waitFor(asked)->size(), 20'001);
    }

    void endsWithItsClient()
    {
        QPromise<base::Result<http::Response>> never;
        class Hanging final : public http::Client
        {
        public:
            explicit Hanging(QPromise<base::Result<http::Response>> &promise)
                : m_promise(promise)
            {}
            QFuture<base::Result<http::Response>> send(const http::Request &) override
            {
                m_promise.start();
                return m_promise.future();
            }

        private:
            QPromise<base::Result<http::Response>> &m_promise;
        } http(never);
        auto client = std::make_unique<Client>(http, Server{QUrl(u"http://example.org"_s)});
        const auto future = client->query(u"up"_s);
        client.reset();
        QVERIFY(future.isCanceled());
        QVERIFY(future.isFinished());
    }
};

QTEST_GUILESS_MAIN(TestPrometheusClient)
#include "tst_prometheusclient.moc"
