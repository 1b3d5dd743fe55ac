// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probing.h"

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

class TestProberFaults : public QObject
{
    Q_OBJECT

private slots:
    void brokenAnswers_data();
    void brokenAnswers();
    void timesOut_data();
    void timesOut();
    void refused();
    void redirects_data();
    void redirects();
    void followsOnItsOwnHost();
    void followsNoCircles();
    void nameNotFound();
    void noNetworkIsNotDown();
    void sleepIsNotDown();
};

void TestProberFaults::brokenAnswers_data()
{
    QTest::addColumn<int>("way");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Finding>("finding");
    const auto row = [](const char *name, Fault::Way way, const QByteArray &body, Finding finding) {
        QTest::newRow(name) << int(way) << body << finding;
    };
    row("reset", Fault::Way::Reset, {}, Finding::ConnectionLost);
    row("closed at once", Fault::Way::Raw, {}, Finding::ConnectionLost);
    row("half a body", Fault::Way::Truncate, "1234567890", Finding::ConnectionLost);
    row("half a head", Fault::Way::Raw, "HTTP/1.1 200 OK\r\nContent", Finding::ConnectionLost);
    row("mail", Fault::Way::Raw, "220 mail.example.org ESMTP\r\n", Finding::NotHttp);
    row("binary", Fault::Way::Raw, QByteArray("\x15\x03\x01\0\2\2", 6), Finding::NotHttp);
}

void TestProberFaults::brokenAnswers()
{
    QFETCH(int, way);
    QFETCH(QByteArray, body);
    Fault fault;
    fault.way = Fault::Way(way);
    fault.body = body;
    const ProbeVerdict verdict = probeOf(fault);
    QCOMPARE(verdict.quality, Quality::Failed);
    QTEST(verdict.finding, "finding");
    QVERIFY(!verdict.sentence.isEmpty());
}

void TestProberFaults::timesOut_data()
{
    QTest::addColumn<int>("way");
    QTest::addColumn<QString>("word");
    QTest::newRow("silent") << int(Fault::Way::Silent) << u"not answer within 0.3 seconds"_s;
    QTest::newRow("drip") << int(Fault::Way::Drip) << u"did not finish within 0.3 seconds"_s;
}

void TestProberFaults::timesOut()
{
    QFETCH(int, way);
    QFETCH(QString, word);
    FaultServer server;
    Fault fault;
    fault.way = Fault::Way(way);
    fault.body = QByteArray(100000, 'x');
    server.set("/", fault);
    MonitorSpec spec = specOf(server.url());
    spec.timeout = 300ms;
    const ProbeVerdict verdict = probe(spec);
    QCOMPARE(verdict.quality, Quality::Failed);
    QCOMPARE(verdict.finding, Finding::TimedOut);
    QVERIFY2(verdict.sentence.contains(word), qPrintable(verdict.sentence));
    QVERIFY(*verdict.totalMs >= 295);
    QTRY_COMPARE_WITH_TIMEOUT(server.open(), 0, patience);
}

void TestProberFaults::refused()
{
    QUrl url(u"http://127.0.0.1"_s);
    url.setPort(support::closedPort());
    const ProbeVerdict verdict = probe(specOf(url));
    QCOMPARE(verdict.quality, Quality::Failed);
    QCOMPARE(verdict.finding, Finding::ConnectionRefused);
    QVERIFY(verdict.sentence.contains(u"127.0.0.1:%1"_s.arg(url.port())));
    QCOMPARE(verdict.status, 0);
    QCOMPARE(verdict.ipVersion, 0);
    QVERIFY(!verdict.phases.connect);
}

void TestProberFaults::redirects_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QString>("word");
    QTest::newRow("elsewhere") << QByteArray("https://www.example.org/x?token=canary")
                               << u"to https://www.example.org. Watch"_s;
    QTest::newRow("own page") << QByteArray("/login") << u"another page of its own"_s;
    QTest::newRow("nowhere") << QByteArray("") << u"leads nowhere"_s;
    QTest::newRow("nonsense") << QByteArray("http://[") << u"leads nowhere"_s;
}

void TestProberFaults::redirects()
{
    QFETCH(QByteArray, location);
    QFETCH(QString, word);
    Fault fault;
    fault.status = 301;
    fault.headers = {{"Location", location}};
    const ProbeVerdict verdict = probeOf(fault);
    QCOMPARE(verdict.quality, Quality::Failed);
    QCOMPARE(verdict.finding, Finding::Redirected);
    QCOMPARE(verdict.status, 301);
    QVERIFY2(verdict.sentence.contains(word), qPrintable(verdict.sentence));
    QVERIFY(!verdict.sentence.contains(u"canary"));
    const auto wanted = probeOf(fault, [](MonitorSpec &spec) { spec.expected = {200, 399}; });
    QCOMPARE(wanted.finding, Finding::Ok);
}

void TestProberFaults::followsOnItsOwnHost()
{
    FaultServer server;
    Fault away;
    away.status = 302;
    away.headers = {{"Location", "/end"}};
    away.delay = 80ms;
    server.set("/", away);
    Fault end;
    end.body = "the end";
    server.set("/end", end);
    MonitorSpec spec = specOf(server.url());
    spec.followRedirects = true;
    spec.bodyContains = u"the end"_s;
    const ProbeVerdict verdict = probe(spec);
    QCOMPARE(verdict.finding, Finding::Ok);
    QCOMPARE(server.connections(), 2);
    QVERIFY(*verdict.phases.processing >= 70); // both pages are in it

    away.headers = {{"Location", "http://localhost:1/"}};
    server.set("/", away);
    const ProbeVerdict other = probe(spec);
    QCOMPARE(other.finding, Finding::Redirected);
    QVERIFY(other.sentence.contains(u"http://localhost:1"));
}

void TestProberFaults::followsNoCircles()
{
    FaultServer server;
    Fault fault;
    fault.status = 302;
    fault.headers = {{"Location", "/"}};
    server.set("/", fault);
    MonitorSpec spec = specOf(server.url());
    spec.followRedirects = true;
    const ProbeVerdict verdict = probe(spec);
    QCOMPARE(verdict.finding, Finding::Redirected);
    QVERIFY(verdict.sentence.contains(u"without end"));
    QCOMPARE(server.connections(), 6);
}

void TestProberFaults::nameNotFound()
{
    const ProbeVerdict verdict = probe(specOf(QUrl(u"https://does-not-exist.invalid/"_s)));
    QCOMPARE(verdict.quality, Quality::Failed);
    QCOMPARE(verdict.finding, Finding::NameNotFound);
    QVERIFY(verdict.sentence.contains(u"does-not-exist.invalid cannot be found"));
    QVERIFY(verdict.phases.resolve);
}

void TestProberFaults::noNetworkIsNotDown()
{
    const ProbeVerdict verdict = probe(specOf(QUrl(u"https://does-not-exist.invalid/"_s)), false);
    QCOMPARE(verdict.quality, Quality::NotMeasured);
    QCOMPARE(verdict.finding, Finding::NoNetwork);
    QVERIFY(!verdict.sample().hasValue());
    // What listens on this machine needs no network.
    QUrl own(u"http://127.0.0.1"_s);
    own.setPort(support::closedPort());
    QCOMPARE(probe(specOf(own), false).quality, Quality::Failed);
}

void TestProberFaults::sleepIsNotDown()
{
    FaultServer server;
    server.set("/", {.way = Fault::Way::Silent});
    support::ManualClock clock(now);
    source::Prober prober(clock);
    MonitorSpec spec = specOf(server.url());
    spec.timeout = 400ms;
    const auto future = prober.probe(spec);
    QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 1, patience);
    clock.advance(8h); // the timers of a sleeping machine stand still, its clock does not
    const ProbeVerdict verdict = *support::waitFor(future);
    QCOMPARE(verdict.quality, Quality::NotMeasured);
    QCOMPARE(verdict.finding, Finding::Missed);
    QCOMPARE(verdict.at, base::InstantMs(now));
}

QTEST_GUILESS_MAIN(TestProberFaults)
#include "tst_proberfaults.moc"
