// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/networkclient.h"
#include "prometheus/client.h"
#include "prometheus/figure.h"
#include "support/faultserver.h"
#include "support/waiting.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace prometheus;
using support::Fault;
using support::waitFor;

namespace {

constexpr auto deadline = 400ms;
constexpr qint64 byteCap = 256 * 1024;
constexpr int patience = 20'000; // far over the deadline, far under a hang

Fault answering(const QByteArray &type, const QByteArray &body, int status = 200)
{
    Fault fault;
    fault.status = status;
    fault.headers = {{"Content-Type", type}};
    fault.body = body;
    return fault;
}

Fault inWay(Fault::Way way, const QByteArray &type)
{
    Fault fault = answering(type, QByteArray(64, '{'));
    fault.way = way;
    fault.pace = 50ms;
    return fault;
}

void addFaults(const QByteArray &type)
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, const Fault &fault, const QString &part) {
        QTest::newRow(name) << fault << part;
    };
    row("silent", inWay(Fault::Way::Silent, type), u"within"_s);
    row("a byte now and then", inWay(Fault::Way::Drip, type), u"within"_s);
    row("endless", inWay(Fault::Way::Endless, type), {});
    row("cut off", inWay(Fault::Way::Truncate, type), u"127.0.0.1"_s);
    row("reset", inWay(Fault::Way::Reset, type), u"127.0.0.1"_s);
    row("over the cap", answering(type, QByteArray(byteCap + 1, ' ')), u"127.0.0.1"_s);
    row("deep", answering(type, QByteArray(100'000, '[')), u"127.0.0.1"_s);
    row("html", answering("text/html", "<!doctype html><p>Hello"), u"127.0.0.1"_s);
    row("not http", {.way = Fault::Way::Raw, .body = "SSH-2.0-x\r\n"}, u"127.0.0.1"_s);
}

} // namespace

Q_DECLARE_METATYPE(support::Fault)

/// Servers that do what no server should: the deadline and the cap hold, and a sentence says what
/// happened.
class TestHostileMetrics : public QObject
{
    Q_OBJECT

private slots:
    void queries_data() { addFaults("application/json"); }
    void queries()
    {
        QFETCH(Fault, fault);
        QFETCH(QString, part);
        support::FaultServer server;
        server.set("/api/v1/query", fault);
        http::NetworkClient http;
        Client client(http, {server.url("/"), deadline, byteCap});
        QElapsedTimer elapsed;
        elapsed.start();
        const auto answer = waitFor(client.query(u"up"_s));
        QVERIFY(!answer);
        QVERIFY2(elapsed.elapsed() < patience, QByteArray::number(elapsed.elapsed()));
        QVERIFY(!answer.error().text.isEmpty());
        QVERIFY2(answer.error().text.contains(part), qPrintable(answer.error().text));
    }

    void scrapes_data() { addFaults("text/plain"); }
    void scrapes()
    {
        QFETCH(Fault, fault);
        support::FaultServer server;
        server.set("/metrics", fault);
        http::NetworkClient http;
        source::MonitorSpec spec;
        spec.kind = source::Kind::Exposition;
        spec.address = server.url("/metrics").toString();
        spec.expression = u"load"_s;
        spec.timeout = deadline;
        QElapsedTimer elapsed;
        elapsed.start();
        const auto figure = waitFor(lookOnce(http, spec));
        QVERIFY(!figure);
        QVERIFY2(elapsed.elapsed() < patience, QByteArray::number(elapsed.elapsed()));
        QVERIFY(!figure.error().text.isEmpty());
    }

    /// A query and what goes with it reach no other place.
    void aRedirectIsNotFollowed()
    {
        support::FaultServer other;
        support::FaultServer server;
        Fault fault = answering("text/html", {}, 302);
        fault.headers.append({"Location", other.url("/api/v1/query").toEncoded()});
        server.set("/api/v1/query", fault);
        http::NetworkClient http;
        Client client(http, {server.url("/"), deadline, byteCap});
        const auto answer = waitFor(client.query(u"up"_s));
        QVERIFY(!answer);
        QVERIFY2(answer.error().text.contains(u"redirect"_s), qPrintable(answer.error().text));
        QCOMPARE(other.connections(), 0);
    }
};

QTEST_GUILESS_MAIN(TestHostileMetrics)
#include "tst_hostilemetrics.moc"
