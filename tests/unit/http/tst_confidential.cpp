// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/confidential.h"
#include "http/networkclient.h"
#include "support/certificates.h"
#include "support/faultserver.h"
#include "support/waiting.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::ErrorKind;
using http::Request;
using support::Fault;
using support::FaultServer;
using Answer = base::Result<http::Response>;

namespace {

const QByteArray canary = "canary-7d11";

Request confidentialTo(const QUrl &url, bool plainLoopback = true)
{
    Request request;
    request.url = url;
    request.deadline = 10s;
    request.headers = {{"Authorization", "Basic " + canary.toBase64()}};
    request.confidential = true;
    request.plainLoopback = plainLoopback;
    return request;
}

Answer send(const Request &request)
{
    http::NetworkClient client;
    return support::waitFor(client.send(request));
}

} // namespace

/// Requests that carry a password: where they may go, and where never.
class TestConfidential : public QObject
{
    Q_OBJECT

private slots:
    void redirectsGetNothing_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<http::Method>("method");
        for (const int status : {300, 301, 302, 303, 304, 305, 307, 308}) {
            for (const auto method : {http::Method::Get, http::Method::Head, http::Method::Post,
                                      http::Method::Put, http::Method::Delete})
                QTest::addRow("%d %s", status, http::methodName(method).constData())
                    << status << method;
        }
    }

    void redirectsGetNothing()
    {
        QFETCH(const int, status);
        QFETCH(const http::Method, method);
        FaultServer server;
        FaultServer second;
        Fault fault;
        fault.status = status;
        fault.body = {};
        fault.headers = {{"Location", second.url("/stolen").toEncoded()}};
        server.set("/", fault);
        Request request = confidentialTo(server.url());
        request.method = method;
        request.body = method == http::Method::Get ? QByteArray() : "password=" + canary;
        const Answer answer = send(request);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::Refused);
        QVERIFY(!answer.error().text.contains(QString::fromLatin1(canary)));
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(second.connections(), 0);
    }

    void aRequestThatWouldFollowIsNotSent()
    {
        FaultServer server;
        Request request = confidentialTo(server.url());
        request.redirects = 3;
        QCOMPARE(send(request).error().kind, ErrorKind::Internal);
        QCOMPARE(server.connections(), 0);
    }

    void plainHttpGetsNothing()
    {
        FaultServer server;
        QCOMPARE(send(confidentialTo(server.url(), false)).error().kind, ErrorKind::Refused);
        QCOMPARE(server.connections(), 0);
        QVERIFY(send(confidentialTo(server.url(), true)));
        // The switch is for this machine only.
        const QUrl elsewhere(u"http://192.0.2.1/"_s);
        const Answer answer = send(confidentialTo(elsewhere, true));
        QCOMPARE(answer.error().kind, ErrorKind::Refused);
        QVERIFY(answer.error().text.contains(u"https://"_s));
    }

    void credentialHeadersSpeakForThemselves()
    {
        FaultServer server;
        for (const char *name : {"authorization", "Cookie", "Proxy-Authorization"}) {
            Request request = confidentialTo(server.url(), false);
            request.confidential = false;
            request.headers = {{name, canary}};
            QCOMPARE(send(request).error().kind, ErrorKind::Refused);
        }
        QCOMPARE(server.connections(), 0);
    }

    void aCertificateThatIsNotTrustedGetsNothing()
    {
        support::Certificates certificates;
        const auto pair = certificates.make(u"127.0.0.1"_s);
        FaultServer server;
        server.useTls(pair.certificate, pair.key);
        const Answer answer = send(confidentialTo(server.url(), false));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::Network);
        QVERIFY(server.requests().isEmpty());
    }

    void loopbackIsThisMachine_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isLocal");
        for (const QString &local :
             {u"http://localhost:80/"_s, u"http://LOCALHOST/"_s, u"http://127.0.0.1/"_s,
              u"http://127.9.9.9/"_s, u"http://[::1]:8080/"_s})
            QTest::newRow(qPrintable(local)) << local << true;
        for (const QString &other : {u"http://localhost.example.org/"_s, u"http://10.0.0.1/"_s,
                                     u"http://127.0.0.1.example.org/"_s, u"http://[::2]/"_s,
                                     u"http://0.0.0.0/"_s, u"http://example.org/"_s})
            QTest::newRow(qPrintable(other)) << other << false;
    }

    void whatIsRepeatedIsTakenOut()
    {
        const QByteArray password = "canary-7d11-long-enough";
        const QByteArray basic = ("ana:" + password).toBase64();
        FaultServer server;
        const QByteArray echo = "You sent Basic " + basic + " as ana:" + password + " or " +
                                password + ", and key-" + password + "; this stays";
        server.set("/", {.status = 403, .body = echo, .headers = {{"X-Debug", echo}}});
        Request request = confidentialTo(server.url());
        for (const QList<http::Header> &headers :
             {QList<http::Header>{{"Authorization", "Basic " + basic}},
              QList<http::Header>{{"X-Cachet-Token", password}},
              QList<http::Header>{{"Authorization", "OAuth " + password}}}) {
            request.headers = headers;
            const Answer answer = send(request);
            QVERIFY(answer);
            QCOMPARE(answer->status, 403);
            QVERIFY(answer->body.endsWith("; this stays"));
            QByteArray all = answer->body;
            for (const http::Header &header : answer->headers)
                all += header.value;
            QVERIFY2(!all.contains(password), all);
            QVERIFY2(headers.first().value.startsWith("Basic") ? !all.contains(basic) : true, all);
        }
    }

    void loopbackIsThisMachine()
    {
        QFETCH(const QString, address);
        QFETCH(const bool, isLocal);
        QCOMPARE(http::isLoopback(QUrl(address)), isLocal);
    }
};

QTEST_GUILESS_MAIN(TestConfidential)
#include "tst_confidential.moc"
