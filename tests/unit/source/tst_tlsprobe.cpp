// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/address.h"
#include "source/prober.h"
#include "source/verdictwords.h"
#include "support/certificates.h"
#include "support/faultserver.h"
#include "support/manualclock.h"
#include "support/waiting.h"

#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using health::Quality;
using source::Finding;
using source::MonitorSpec;
using source::ProbeVerdict;
using support::FaultServer;

namespace {

ProbeVerdict probe(const MonitorSpec &spec,
                   base::Instant now = support::utc("2026-11-22T02:00:00Z"))
{
    const support::ManualClock clock(now);
    source::Prober prober(clock);
    return *support::waitFor(prober.probe(spec));
}

MonitorSpec specOf(const FaultServer &server, const QString &host)
{
    return *source::specFromAddress(server.url("/", host).toString());
}

} // namespace

class TestTlsProbe : public QObject
{
    Q_OBJECT

private slots:
    void good();
    void tlsPort();
    void faults_data();
    void faults();
    void numericAddress();
    void plainServer();
    void tlsServerAskedPlainly();
    void silentServer();
    void endOfTlsIsTheEnd();
    void unreadableAuthorities();

private:
    support::Certificates m_certificates;
};

void TestTlsProbe::good()
{
    const auto pair = m_certificates.make(u"localhost"_s, "20200101000000Z", "20991231120000Z");
    FaultServer server;
    server.useTls(pair.certificate, pair.key);
    MonitorSpec spec = specOf(server, u"localhost"_s);
    spec.caFile = pair.caFile;
    const ProbeVerdict verdict = probe(spec, support::utc("2099-12-01T13:00:00Z"));
    QCOMPARE(verdict.finding, Finding::Ok);
    QCOMPARE(verdict.status, 200);
    QVERIFY(verdict.phases.tls);
    QCOMPARE(*verdict.certificateEnds, support::utc("2099-12-31T12:00:00Z"));
    QCOMPARE(*verdict.certificateDays, 29);
    QVERIFY(verdict.tlsVersion.startsWith(u"TLSv1."));
    QVERIFY(!verdict.sentence.contains(u"certificate"));
    // All that was measured stands in one line, in order.
    static const QRegularExpression details(
        u"^resolve [^,]+, connect [^,]+, tls [^,]+, processing .+ certificate: 29 "_s);
    QVERIFY2(details.match(source::detailsOf(verdict)).hasMatch(),
             qPrintable(source::detailsOf(verdict)));
    QCOMPARE(source::detailsOf(ProbeVerdict()), QString());
    const QJsonObject json = toJson(verdict);
    QCOMPARE(json[u"certificate_days"_s].toInt(), 29);
    QCOMPARE(json[u"certificate_ends"_s].toString(), u"2099-12-31T12:00:00.000Z"_s);

    const ProbeVerdict late = probe(spec, support::utc("2099-12-28T13:00:00Z"));
    QCOMPARE(late.quality, Quality::Ok);
    QCOMPARE(*late.certificateDays, 2);
    QVERIFY(late.sentence.contains(u"certificate ends in 2"));
}

void TestTlsProbe::tlsPort()
{
    const auto pair = m_certificates.make(u"localhost"_s);
    FaultServer server;
    server.useTls(pair.certificate, pair.key);
    MonitorSpec spec = *source::specFromAddress(u"tls://localhost:%1"_s.arg(server.serverPort()));
    QCOMPARE(probe(spec).finding, Finding::CertificateUntrusted);
    spec.caFile = pair.caFile;
    const ProbeVerdict verdict = probe(spec);
    QCOMPARE(verdict.finding, Finding::Ok);
    QVERIFY(verdict.sentence.contains(u"accepts encrypted connections"));
    QVERIFY(verdict.certificateEnds);
    QVERIFY(server.requests().isEmpty());
}

void TestTlsProbe::faults_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<bool>("isTrusted");
    QTest::addColumn<Finding>("finding");
    QTest::addColumn<QString>("word");
    const QByteArray past = "20200101000000Z";
    const QByteArray earlier = "20210101000000Z";
    const QByteArray later = "20980101000000Z";
    const QByteArray future = "20991231235959Z";
    const QString host = u"localhost"_s;
    QTest::newRow("expired") << host << past << earlier << true << Finding::CertificateExpired
                             << u"has expired"_s;
    QTest::newRow("not yet valid")
        << host << later << future << true << Finding::CertificateNotYetValid << u"not valid yet"_s;
    QTest::newRow("untrusted") << host << past << future << false << Finding::CertificateUntrusted
                               << u"trusts"_s;
    QTest::newRow("another name") << u"example.org"_s << past << future << true
                                  << Finding::CertificateWrongHost << u"another name"_s;
    QTest::newRow("expired comes first") << u"example.org"_s << past << earlier << false
                                         << Finding::CertificateExpired << u"has expired"_s;
}

void TestTlsProbe::faults()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(bool, isTrusted);
    QFETCH(QString, word);
    const auto pair = m_certificates.make(name, from, to);
    FaultServer server;
    server.useTls(pair.certificate, pair.key);
    MonitorSpec spec = specOf(server, u"localhost"_s);
    if (isTrusted)
        spec.caFile = pair.caFile;
    const ProbeVerdict verdict = probe(spec);
    QCOMPARE(verdict.quality, Quality::Failed);
    QTEST(verdict.finding, "finding");
    QVERIFY2(verdict.sentence.contains(word), qPrintable(verdict.sentence));
    // When it ends is known all the same.
    QVERIFY(verdict.certificateEnds);
    QVERIFY(server.requests().isEmpty());
}

void TestTlsProbe::numericAddress()
{
    const auto pair = m_certificates.make(u"127.0.0.1"_s);
    FaultServer server;
    server.useTls(pair.certificate, pair.key);
    MonitorSpec spec = specOf(server, u"127.0.0.1"_s);
    spec.caFile = pair.caFile;
    QCOMPARE(probe(spec).finding, Finding::Ok);
}

void TestTlsProbe::plainServer()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, &server,
            [&server] { server.nextPendingConnection()->write("220 mail.example.org ESMTP\r\n"); });
    const ProbeVerdict verdict =
        probe(*source::specFromAddress(u"https://127.0.0.1:%1/"_s.arg(server.serverPort())));
    QCOMPARE(verdict.quality, Quality::Failed);
    QCOMPARE(verdict.finding, Finding::TlsFailed);
    QVERIFY(verdict.sentence.contains(u"No encrypted connection"));
}

void TestTlsProbe::tlsServerAskedPlainly()
{
    const auto pair = m_certificates.make(u"localhost"_s);
    FaultServer server;
    server.useTls(pair.certificate, pair.key);
    const ProbeVerdict verdict =
        probe(*source::specFromAddress(u"http://127.0.0.1:%1/"_s.arg(server.serverPort())));
    QCOMPARE(verdict.quality, Quality::Failed);
    QVERIFY(verdict.finding == Finding::NotHttp || verdict.finding == Finding::ConnectionLost);
}

void TestTlsProbe::silentServer()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    MonitorSpec spec =
        *source::specFromAddress(u"https://127.0.0.1:%1/"_s.arg(server.serverPort()));
    spec.timeout = 300ms;
    const ProbeVerdict verdict = probe(spec);
    QCOMPARE(verdict.finding, Finding::TimedOut);
    QVERIFY2(verdict.sentence.contains(u"agree on encryption"), qPrintable(verdict.sentence));
    QVERIFY(verdict.phases.connect && !verdict.phases.tls);
}

void TestTlsProbe::endOfTlsIsTheEnd()
{
    // This server ends an answer of unknown length by ending TLS, and leaves TCP open.
    const auto pair = m_certificates.make(u"localhost"_s);
    QProcess server;
    server.start(u"openssl"_s, {u"s_server"_s, u"-accept"_s, u"127.0.0.1:0"_s, u"-www"_s,
                                u"-cert"_s, pair.caFile, u"-key"_s, pair.keyFile});
    QByteArray output;
    static const QRegularExpression place(u"ACCEPT \\S+:(\\d+)"_s);
    QRegularExpressionMatch port;
    while (!(port = place.match(QString::fromLatin1(output))).hasMatch()) {
        QVERIFY(server.waitForReadyRead());
        output += server.readAll();
    }
    MonitorSpec spec = *source::specFromAddress(u"https://localhost:%1/"_s.arg(port.captured(1)));
    spec.caFile = pair.caFile;
    const ProbeVerdict verdict = probe(spec);
    QCOMPARE(verdict.finding, Finding::Ok);
    QVERIFY(verdict.bodyBytes > 0);
    server.kill();
    server.waitForFinished();
}

void TestTlsProbe::unreadableAuthorities()
{
    const auto pair = m_certificates.make(u"localhost"_s);
    FaultServer server;
    server.useTls(pair.certificate, pair.key);
    MonitorSpec spec = specOf(server, u"localhost"_s);
    for (const QString &file : {u"/nonexistent.pem"_s, u"/dev/null"_s}) {
        spec.caFile = file;
        const ProbeVerdict verdict = probe(spec);
        QCOMPARE(verdict.finding, Finding::SetupFault);
        QCOMPARE(verdict.quality, Quality::NotMeasured);
    }
}

QTEST_GUILESS_MAIN(TestTlsProbe)
#include "tst_tlsprobe.moc"
