// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probing.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace probing;
using health::Quality;
using source::Finding;
using source::MonitorSpec;
using source::ProbeVerdict;
using support::Fault;
using support::FaultServer;

namespace {

constexpr int patience = 30000; ///< ms, for a machine that is busy

} // namespace

class TestProber : public QObject
{
    Q_OBJECT

private slots:
    void good();
    void everyProbeConnectsAnew();
    void sendsAnHonestRequest();
    void slow();
    void wrongStatus();
    void otherStatusMayBeRight();
    void bodyHasToContain();
    void bodyBeyondTheCap();
    void oneAddressIsEnough();
    void family();
    void tcp();
    void unusableSpecs();
    void cancelCutsTheConnection();
    void deletingTheProberCancels();
    void sentencesNameTheHostOnly();
    void json();
};

void TestProber::good()
{
    FaultServer server;
    Fault fault;
    fault.body = "all is well";
    server.set("/", fault);
    const ProbeVerdict verdict = probe(specOf(server.url()));
    QCOMPARE(verdict.quality, Quality::Ok);
    QCOMPARE(verdict.finding, Finding::Ok);
    QCOMPARE(verdict.status, 200);
    QCOMPARE(verdict.at, base::InstantMs(now));
    QCOMPARE(verdict.ip, u"127.0.0.1"_s);
    QCOMPARE(verdict.ipVersion, 4);
    QCOMPARE(verdict.bodyBytes, 11);
    QVERIFY(!verdict.certificateEnds);
    QVERIFY(verdict.sentence.contains(u"status 200"));
    const source::Phases &phases = verdict.phases;
    QVERIFY(!phases.resolve && !phases.tls); // a numeric address without encryption
    QVERIFY(phases.connect && phases.processing && phases.transfer);
    QVERIFY(*phases.connect + *phases.processing + *phases.transfer <= *verdict.totalMs);
    QCOMPARE(verdict.sample(), (health::Sample{now, Quality::Ok, *verdict.totalMs}));
}

void TestProber::everyProbeConnectsAnew()
{
    FaultServer server;
    const support::ManualClock clock(now);
    source::Prober prober(clock);
    for (int i = 1; i <= 3; ++i) {
        QVERIFY(support::waitFor(prober.probe(specOf(server.url()))));
        QCOMPARE(server.connections(), i);
    }
    QTRY_COMPARE_WITH_TIMEOUT(server.open(), 0, patience);
}

void TestProber::sendsAnHonestRequest()
{
    FaultServer server;
    (void)probe(specOf(server.url("/a%20b?x=%26")));
    const QByteArray request = server.requests().value(0);
    QVERIFY(request.startsWith("GET /a%20b?x=%26 HTTP/1.1\r\n"));
    QVERIFY(request.contains("\r\nHost: 127.0.0.1:" + QByteArray::number(server.serverPort())));
    QVERIFY(request.contains("\r\nUser-Agent: Watchkeeper"));
    QVERIFY(!request.contains("Cookie"));
}

void TestProber::slow()
{
    Fault fault;
    fault.delay = 120ms;
    const auto verdict = probeOf(fault, [](MonitorSpec &spec) { spec.slowMs = 100; });
    QCOMPARE(verdict.quality, Quality::Ok);
    QCOMPARE(verdict.finding, Finding::Slow);
    QVERIFY(verdict.sentence.contains(u"over 100 ms is slow"));
    QVERIFY(*verdict.phases.processing >= 100);
    QCOMPARE(probeOf(fault, [](MonitorSpec &spec) { spec.slowMs = 9000; }).finding, Finding::Ok);
}

void TestProber::wrongStatus()
{
    Fault fault;
    fault.status = 500;
    const ProbeVerdict verdict = probeOf(fault);
    QCOMPARE(verdict.quality, Quality::Failed);
    QCOMPARE(verdict.finding, Finding::WrongStatus);
    QCOMPARE(verdict.status, 500);
    QVERIFY(verdict.sentence.contains(u"status 500 instead of 200\u2013299"));
    QVERIFY(verdict.sample().hasValue());
}

void TestProber::otherStatusMayBeRight()
{
    const auto wants401 = [](MonitorSpec &spec) {
        spec.expected = {401, 401};
    };
    Fault fault;
    fault.status = 401;
    QCOMPARE(probeOf(fault, wants401).finding, Finding::Ok);
    fault.status = 200;
    QVERIFY(probeOf(fault, wants401).sentence.contains(u"status 200 instead of 401."));
}

void TestProber::bodyHasToContain()
{
    Fault fault;
    fault.body = "{\"state\":\"gr\xc3\xbcn\"}";
    const auto wants = [](const QString &text) {
        return [text](MonitorSpec &spec) {
            spec.bodyContains = text;
        };
    };
    QCOMPARE(probeOf(fault, wants(u"gr\u00fcn"_s)).finding, Finding::Ok);
    const ProbeVerdict verdict = probeOf(fault, wants(u"rot"_s));
    QCOMPARE(verdict.quality, Quality::Failed);
    QCOMPARE(verdict.finding, Finding::BodyMismatch);
    QVERIFY(verdict.sentence.contains(u"does not contain \u201crot\u201d"));
}

void TestProber::bodyBeyondTheCap()
{
    Fault fault;
    fault.way = Fault::Way::Endless;
    const ProbeVerdict verdict = probeOf(fault);
    QCOMPARE(verdict.finding, Finding::Ok); // it answers; nobody wants all of it
    QCOMPARE(verdict.bodyBytes, 1024 * 1024);
    const auto wanting = probeOf(fault, [](MonitorSpec &spec) { spec.bodyContains = u"needle"_s; });
    QCOMPARE(wanting.finding, Finding::BodyMismatch);
    QVERIFY(wanting.sentence.contains(u"first megabyte"));
}

void TestProber::oneAddressIsEnough()
{
    // On most machines localhost is ::1 as well, where this server does not listen.
    FaultServer server;
    const ProbeVerdict verdict = probe(specOf(server.url("/", u"localhost"_s)));
    QCOMPARE(verdict.quality, Quality::Ok);
    QVERIFY(verdict.phases.resolve);
    QCOMPARE(verdict.ip, u"127.0.0.1"_s);
}

void TestProber::family()
{
    FaultServer server;
    MonitorSpec spec = specOf(server.url());
    spec.family = source::Family::V4;
    QCOMPARE(probe(spec).finding, Finding::Ok);
    spec.family = source::Family::V6;
    const ProbeVerdict verdict = probe(spec);
    QCOMPARE(verdict.finding, Finding::NameNotFound); // no such address for it
    QCOMPARE(server.connections(), 1);
}

void TestProber::tcp()
{
    FaultServer server;
    MonitorSpec spec = *source::specFromAddress(u"tcp://127.0.0.1:%1"_s.arg(server.serverPort()));
    const ProbeVerdict verdict = probe(spec);
    QCOMPARE(verdict.quality, Quality::Ok);
    QVERIFY(verdict.sentence.contains(u"accepts connections"));
    QVERIFY(verdict.phases.connect && !verdict.phases.processing);
    QVERIFY(server.requests().isEmpty());
    spec.address = u"tcp://127.0.0.1:%1"_s.arg(support::closedPort());
    QCOMPARE(probe(spec).finding, Finding::ConnectionRefused);
}

void TestProber::unusableSpecs()
{
    const support::ManualClock clock(now);
    source::Prober prober(clock);
    MonitorSpec spec = specOf(QUrl(u"https://example.org"_s));
    spec.address = u"file:///etc/passwd"_s;
    const auto refused = support::waitFor(prober.probe(spec));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, base::ErrorKind::Input);
    QVERIFY(!support::waitFor(prober.probe(source::thisMachine())));
}

void TestProber::cancelCutsTheConnection()
{
    FaultServer server;
    server.set("/", {.way = Fault::Way::Silent});
    const support::ManualClock clock(now);
    source::Prober prober(clock);
    auto future = prober.probe(specOf(server.url()));
    QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 1, patience);
    future.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(server.open(), 0, patience);
}

void TestProber::deletingTheProberCancels()
{
    FaultServer server;
    server.set("/", {.way = Fault::Way::Silent});
    const support::ManualClock clock(now);
    auto prober = std::make_unique<source::Prober>(clock);
    const auto future = prober->probe(specOf(server.url()));
    QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 1, patience);
    prober.reset();
    QVERIFY(future.isFinished());
    QVERIFY(future.isCanceled());
    QTRY_COMPARE_WITH_TIMEOUT(server.open(), 0, patience);
}

void TestProber::sentencesNameTheHostOnly()
{
    FaultServer server;
    for (const int status : {200, 302, 500}) {
        Fault fault;
        fault.status = status;
        server.set("/secret?key=canary", fault);
        const ProbeVerdict verdict = probe(specOf(server.url("/secret?key=canary")));
        QCOMPARE(verdict.status, status);
        const QString json = QString::fromUtf8(QJsonDocument(toJson(verdict)).toJson());
        QVERIFY(!json.contains(u"canary"));
        QVERIFY(!json.contains(u"secret"));
    }
}

void TestProber::json()
{
    Fault fault;
    fault.status = 503;
    const QJsonObject json = toJson(probeOf(fault));
    QCOMPARE(json[u"quality"_s].toString(), u"failed"_s);
    QCOMPARE(json[u"finding"_s].toString(), u"wrong_status"_s);
    QCOMPARE(json[u"status"_s].toInt(), 503);
    QCOMPARE(json[u"at"_s].toString(), u"2026-11-22T02:00:00.000Z"_s);
    QCOMPARE(json[u"ip_version"_s].toInt(), 4);
    QVERIFY(json[u"phases_ms"_s][u"resolve"_s].isNull());
    QVERIFY(json[u"phases_ms"_s][u"connect"_s].isDouble());
    QVERIFY(!json.contains(u"certificate_days"_s));
}

QTEST_GUILESS_MAIN(TestProber)
#include "tst_prober.moc"
