// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exposition/parse.h"
#include "http/networkclient.h"
#include "prometheus/client.h"
#include "support/realserver.h"
#include "support/waiting.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace prometheus;
using support::waitFor;

namespace {

constexpr char rules[] = "groups:\n"
                         "- name: g\n"
                         "  rules:\n"
                         "  - alert: TargetDown\n"
                         "    expr: up == 0\n"
                         "    for: 1s\n"
                         "    labels: {severity: page}\n"
                         "    annotations: {summary: \"{{ $labels.job }} is down\"}\n"
                         "  - record: twice\n"
                         "    expr: up * 2\n";

QByteArray configuration(quint16 nodePort, quint16 deadPort)
{
    const auto target = [](quint16 port) {
        return "['127.0.0.1:" + QByteArray::number(port) + "']";
    };
    return "global: {scrape_interval: 1s, evaluation_interval: 1s}\n"
           "rule_files: [rules.yml]\n"
           "scrape_configs:\n"
           "- job_name: node\n"
           "  static_configs: [{targets: " +
           target(nodePort) +
           "}]\n"
           "- job_name: gone\n"
           "  static_configs: [{targets: " +
           target(deadPort) + "}]\n";
}

base::InstantMs now()
{
    return base::SystemClock().nowMs();
}

} // namespace

/// Against the Prometheus and the node exporter of Debian.
class TestRealPrometheus : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        const quint16 nodePort = support::freePort();
        m_node.start(u"prometheus-node-exporter"_s,
                     {u"--web.listen-address=127.0.0.1:%1"_s.arg(nodePort),
                      u"--collector.textfile.directory="_s + m_folder.path()},
                     m_folder.path());
        m_nodeUrl = QUrl(u"http://127.0.0.1:%1/metrics"_s.arg(nodePort));
        support::writeFile(m_folder.filePath(u"rules.yml"_s), rules);
        support::writeFile(m_folder.filePath(u"prometheus.yml"_s),
                           configuration(nodePort, support::freePort()));
        const quint16 port = support::freePort();
        m_prometheus.start(u"prometheus"_s,
                           {u"--config.file="_s + m_folder.filePath(u"prometheus.yml"_s),
                            u"--storage.tsdb.path="_s + m_folder.filePath(u"tsdb"_s),
                            u"--web.listen-address=127.0.0.1:%1"_s.arg(port)},
                           m_folder.path());
        QVERIFY2(m_node.isReady(nodePort, "/metrics"), m_node.log());
        QVERIFY2(m_prometheus.isReady(port, "/-/ready"), m_prometheus.log());
        m_url = QUrl(u"http://127.0.0.1:%1"_s.arg(port));
        m_client = std::make_unique<Client>(m_http, Server{m_url});
        QTRY_COMPARE_WITH_TIMEOUT(valueOf(u"sum(up)"_s), 1.0, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(valueOf(u"count(up)"_s), 2.0, 30'000);
    }

    void readsWhatExportersExpose_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::newRow("node exporter") << m_nodeUrl;
        QTest::newRow("prometheus") << m_url.resolved(QUrl(u"/metrics"_s));
    }

    void readsWhatExportersExpose()
    {
        QFETCH(QUrl, url);
        http::Request request;
        request.url = url;
        const auto response = waitFor(m_http.send(request));
        QVERIFY(response.has_value());
        const auto format =
            exposition::formatOf(http::headerValue(response->headers, "Content-Type"));
        QVERIFY(format.has_value());
        const auto document = exposition::parse(response->body, *format);
        QVERIFY2(document.has_value(), qPrintable(document ? QString() : document.error().reason));
        QVERIFY(document->samples.size() > 100);
    }

    void answersQueries()
    {
        const auto answer = waitFor(m_client->query(u"up"_s));
        QVERIFY(answer.has_value());
        QCOMPARE(answer->series.size(), size_t(2));
        const auto nothing = waitFor(m_client->query(u"no_such_metric"_s));
        QVERIFY(nothing && nothing->series.empty());
        const auto matrix = waitFor(m_client->query(u"up[10s]"_s));
        QVERIFY(matrix.has_value());
        QCOMPARE(matrix->type, ResultType::Matrix);
        QVERIFY(std::isnan(valueOf(u"0/0"_s)));
        QCOMPARE(valueOf(u"-1e30"_s), -1e30);
        QCOMPARE(waitFor(m_client->query(u"\"hello\""_s))->text, u"hello"_s);
    }

    void answersRanges()
    {
        Steps steps;
        base::Result<Answer> answer;
        const auto isThere = [&] {
            steps = alignedSteps(now() - 10s, now(), 1s, 100);
            answer = waitFor(m_client->range(u"up{job=\"node\"}"_s, steps));
            return answer && answer->series.size() == 1;
        };
        // The first value may be younger than the last whole second.
        QTRY_VERIFY_WITH_TIMEOUT(isThere(), 10'000);
        QVERIFY(!answer->series[0].points.empty());
        for (const Point &point : answer->series[0].points)
            QCOMPARE((point.at - steps.from) % steps.step, 0ms);
    }

    void splitsWhatIsTooLongForOneAnswer()
    {
        const base::InstantMs to = now();
        const Steps steps = alignedSteps(to - 25'000s, to, 1s, 30'000);
        QVERIFY(pieces(steps).size() > 1);
        const auto answer = waitFor(m_client->range(u"vector(1)"_s, steps));
        QVERIFY2(answer.has_value(), qPrintable(answer ? QString() : answer.error().text));
        QCOMPARE(qint64(answer->series.at(0).points.size()), steps.count());
        for (size_t i = 1; i < answer->series[0].points.size(); ++i)
            QCOMPARE(answer->series[0].points[i].at - answer->series[0].points[i - 1].at, 1000ms);
    }

    void browses()
    {
        const auto names = waitFor(m_client->labelValues(u"__name__"_s));
        QVERIFY(names && names->contains(u"node_load1"_s));
        const auto labels = waitFor(m_client->labelNames());
        QVERIFY(labels && labels->contains(u"job"_s));
        const auto series = waitFor(m_client->series({u"up{job=\"node\"}"_s}));
        QVERIFY(series.has_value());
        QCOMPARE(series->size(), 1);
    }

    void tellsWhatIsWrong()
    {
        const auto broken = waitFor(m_client->query(u"sum("_s));
        QVERIFY(!broken);
        QCOMPARE(broken.error().kind, base::ErrorKind::Input);
        const auto unclear = waitFor(m_client->query(u"up * on() up"_s));
        QVERIFY(!unclear);
        QCOMPARE(unclear.error().kind, base::ErrorKind::Input);
        Client elsewhere(m_http, Server{m_url.resolved(QUrl(u"/nowhere"_s))});
        const auto lost = waitFor(elsewhere.query(u"up"_s));
        QVERIFY(!lost);
        QCOMPARE(lost.error().kind, base::ErrorKind::NotFound);
        Client nobody(m_http, Server{QUrl(u"http://127.0.0.1:%1"_s.arg(support::freePort()))});
        QVERIFY(!waitFor(nobody.query(u"up"_s)));
    }

    void anAlertFires()
    {
        const auto firing = [this] {
            const auto alerts = waitFor(m_client->alerts());
            return alerts && !alerts->empty() && alerts->front().isFiring;
        };
        QTRY_VERIFY_WITH_TIMEOUT(firing(), 30'000);
        const Alert alert = waitFor(m_client->alerts())->front();
        QCOMPARE(alert.labels.value(u"alertname"_s), u"TargetDown"_s);
        QCOMPARE(alert.annotations.value(u"summary"_s), u"gone is down"_s);
        QVERIFY(alert.activeAt && *alert.activeAt <= now());
        const auto rules = waitFor(m_client->rules());
        QVERIFY(rules.has_value());
        QCOMPARE(rules->size(), size_t(2));
        QCOMPARE(rules->at(0).state, u"firing"_s);
    }

private:
    double valueOf(const QString &expression)
    {
        const auto answer = waitFor(m_client->query(expression));
        const bool isOne = answer && answer->series.size() == 1;
        return isOne ? answer->series[0].points.at(0).value : -1;
    }

    QTemporaryDir m_folder;
    support::RealServer m_node;
    support::RealServer m_prometheus;
    QUrl m_nodeUrl;
    QUrl m_url;
    http::NetworkClient m_http;
    std::unique_ptr<Client> m_client;
};

QTEST_GUILESS_MAIN(TestRealPrometheus)
#include "tst_realprometheus.moc"
