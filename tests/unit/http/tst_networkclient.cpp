// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/networkclient.h"
#include "support/certificates.h"
#include "support/faultserver.h"
#include "support/waiting.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::ErrorKind;
using http::Request;
using http::Response;
using support::Fault;
using support::FaultServer;
using Answer = base::Result<Response>;

namespace {

constexpr int patience = 30000; ///< ms, for a machine that is busy

Request requestTo(const QUrl &url, std::chrono::milliseconds deadline = 10s)
{
    Request request;
    request.url = url;
    request.deadline = deadline;
    return request;
}

Answer get(const QUrl &url, std::chrono::milliseconds deadline = 10s)
{
    http::NetworkClient client;
    return support::waitFor(client.send(requestTo(url, deadline)));
}

Answer getWithTls(const support::Certificates::Pair &pair, const QString &host)
{
    FaultServer server;
    server.useTls(pair.certificate, pair.key);
    return get(server.url("/", host));
}

} // namespace

class TestNetworkClient : public QObject
{
    Q_OBJECT

private slots:
    void answers();
    void sendsWhatItIsGiven();
    void everyStatusIsAnAnswer_data();
    void everyStatusIsAnAnswer();
    void redirectsAreHandedOver();
    void followsWithoutHeaders();
    void refusesRedirects_data();
    void refusesRedirects();
    void refusedConnection();
    void aBrokenConnectionSendsNothingTwice_data();
    void aBrokenConnectionSendsNothingTwice();
    void silenceEndsAtTheDeadline();
    void dripEndsAtTheDeadline();
    void endlessBodyEndsAtTheCap();
    void bodyOfTheCapIsAccepted();
    void brokenAnswers_data();
    void brokenAnswers();
    void unusableRequests_data();
    void unusableRequests();
    void certificates();
    void cancelCutsTheConnection();
    void deletingTheClientEndsRequests();
    void errorsNameTheHostOnly();
    void keepsNoCookies();
};

void TestNetworkClient::answers()
{
    FaultServer server;
    Fault fault;
    fault.body = "hello";
    fault.headers = {{"X-Kind", "test"}};
    server.set("/page", fault);
    const Answer answer = get(server.url("/page"));
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QVERIFY(answer->isSuccess());
    QCOMPARE(answer->body, QByteArray("hello"));
    QCOMPARE(http::headerValue(answer->headers, "x-kind"), QByteArray("test"));
    QCOMPARE(http::headerValue(answer->headers, "x-other"), QByteArray());
    QCOMPARE(answer->finalUrl, server.url("/page"));
}

void TestNetworkClient::sendsWhatItIsGiven()
{
    FaultServer server;
    http::NetworkClient client;
    Request request = requestTo(server.url("/post"));
    request.headers = {{"Authorization", "Bearer abc"}, {"Content-Type", "application/json"}};
    request.plainLoopback = true;
    request.body = "{}";
    for (const auto method : {http::Method::Post, http::Method::Put, http::Method::Patch,
                              http::Method::Delete, http::Method::Head}) {
        request.method = method;
        QVERIFY(support::waitFor(client.send(request)));
        const QByteArray head = server.requests().last();
        QVERIFY(head.startsWith(http::methodName(method) + " /post HTTP/1.1"));
        QVERIFY(head.contains("Authorization: Bearer abc"));
        QVERIFY(head.contains("Content-Type: application/json"));
    }
}

void TestNetworkClient::everyStatusIsAnAnswer_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {201, 204, 304, 400, 401, 403, 404, 405, 407, 409,
                             410, 418, 420, 422, 429, 500, 501, 502, 503, 504})
        QTest::addRow("%d", status) << status;
}

void TestNetworkClient::everyStatusIsAnAnswer()
{
    QFETCH(int, status);
    FaultServer server;
    Fault fault;
    fault.status = status;
    fault.body = status == 204 || status == 304 ? "" : "why";
    server.set("/", fault);
    const Answer answer = get(server.url());
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
    QCOMPARE(answer->status, status);
    QCOMPARE(answer->body, fault.body);
}

void TestNetworkClient::redirectsAreHandedOver()
{
    FaultServer server;
    Fault fault;
    fault.status = 302;
    fault.headers = {{"Location", "/there"}};
    server.set("/", fault);
    const Answer answer = get(server.url());
    QVERIFY(answer);
    QCOMPARE(answer->status, 302);
    QCOMPARE(http::headerValue(answer->headers, "location"), QByteArray("/there"));
    QCOMPARE(server.requests().size(), 1);
}

void TestNetworkClient::followsWithoutHeaders()
{
    FaultServer other;
    FaultServer server;
    Fault fault;
    fault.status = 307;
    fault.headers = {{"Location", other.url("/end").toEncoded()}};
    server.set("/", fault);
    http::NetworkClient client;
    Request request = requestTo(server.url());
    request.headers = {{"X-Token", "abc"}};
    request.redirects = 1;
    const Answer answer = support::waitFor(client.send(request));
    QVERIFY(answer);
    QCOMPARE(answer->finalUrl, other.url("/end"));
    QVERIFY(server.requests()[0].contains("abc"));
    QVERIFY(!other.requests()[0].contains("abc"));
    // A body is never sent a second time.
    request.method = http::Method::Post;
    QCOMPARE(support::waitFor(client.send(request))->status, 307);
    QCOMPARE(other.requests().size(), 1);
}

void TestNetworkClient::refusesRedirects_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::newRow("round in circles") << QByteArray("/");
    QTest::newRow("a file") << QByteArray("file:///etc/passwd");
    QTest::newRow("another protocol") << QByteArray("ftp://127.0.0.1/");
    QTest::newRow("with a password") << QByteArray("http://a:b@127.0.0.1/");
    QTest::newRow("nowhere") << QByteArray("");
    QTest::newRow("nonsense") << QByteArray("http://[");
}

void TestNetworkClient::refusesRedirects()
{
    QFETCH(QByteArray, location);
    FaultServer server;
    Fault fault;
    fault.status = 301;
    fault.headers = {{"Location", location}};
    server.set("/", fault);
    http::NetworkClient client;
    Request request = requestTo(server.url());
    request.redirects = 3;
    const Answer answer = support::waitFor(client.send(request));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Refused);
}

void TestNetworkClient::refusedConnection()
{
    QUrl url(u"http://127.0.0.1/"_s);
    url.setPort(support::closedPort());
    const Answer answer = get(url);
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Network);
    QVERIFY(answer.error().text.contains(u"refuses the connection"));
    QCOMPARE(answer.error().retry.when, base::Retry::When::After);
}

void TestNetworkClient::aBrokenConnectionSendsNothingTwice_data()
{
    QTest::addColumn<http::Method>("method");
    QTest::newRow("POST") << http::Method::Post;
    QTest::newRow("PUT") << http::Method::Put;
    QTest::newRow("PATCH") << http::Method::Patch;
}

void TestNetworkClient::aBrokenConnectionSendsNothingTwice()
{
    QFETCH(http::Method, method);
    FaultServer server;
    Fault fault;
    fault.way = Fault::Way::Reset;
    server.set("/", fault);
    http::NetworkClient client;
    Request request = requestTo(server.url());
    request.method = method;
    request.body = "{\"text\": \"once\"}";
    const Answer answer = support::waitFor(client.send(request));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Network);
    QTest::qWait(0);
    QCOMPARE(server.requests().size(), 1);
}

void TestNetworkClient::silenceEndsAtTheDeadline()
{
    FaultServer server;
    server.set("/", {.way = Fault::Way::Silent});
    const Answer answer = get(server.url(), 300ms);
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Timeout);
    QVERIFY(answer.error().text.contains(u"within 0.3 seconds"));
}

void TestNetworkClient::dripEndsAtTheDeadline()
{
    FaultServer server;
    Fault fault;
    fault.way = Fault::Way::Drip;
    fault.body = QByteArray(100000, 'x');
    server.set("/", fault);
    const Answer answer = get(server.url(), 400ms);
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Timeout);
    QTRY_COMPARE_WITH_TIMEOUT(server.open(), 0, patience);
}

void TestNetworkClient::endlessBodyEndsAtTheCap()
{
    FaultServer server;
    server.set("/", {.way = Fault::Way::Endless});
    http::NetworkClient client;
    Request request = requestTo(server.url());
    request.byteCap = 300000;
    const Answer answer = support::waitFor(client.send(request));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Format);
    QTRY_COMPARE_WITH_TIMEOUT(server.open(), 0, patience);
}

void TestNetworkClient::bodyOfTheCapIsAccepted()
{
    FaultServer server;
    Fault fault;
    fault.body = QByteArray(1000, 'x');
    server.set("/", fault);
    http::NetworkClient client;
    Request request = requestTo(server.url());
    request.byteCap = 1000;
    QCOMPARE(support::waitFor(client.send(request))->body, fault.body);
    request.byteCap = 999;
    QVERIFY(!support::waitFor(client.send(request)));
}

void TestNetworkClient::brokenAnswers_data()
{
    QTest::addColumn<int>("way");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("reset") << int(Fault::Way::Reset) << QByteArray();
    QTest::newRow("half a body") << int(Fault::Way::Truncate) << QByteArray(1000, 'x');
    QTest::newRow("not HTTP") << int(Fault::Way::Raw) << QByteArray("220 mail ready\r\n");
    QTest::newRow("binary") << int(Fault::Way::Raw) << QByteArray("\x16\x03\x01\0\xff", 5);
    QTest::newRow("nothing") << int(Fault::Way::Raw) << QByteArray();
}

void TestNetworkClient::brokenAnswers()
{
    QFETCH(int, way);
    QFETCH(QByteArray, body);
    FaultServer server;
    Fault fault;
    fault.way = Fault::Way(way);
    fault.body = body;
    server.set("/", fault);
    const Answer answer = get(server.url(), 3s);
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Network);
    QVERIFY(answer.error().text.contains(u"complete HTTP answer"));
}

void TestNetworkClient::unusableRequests_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::newRow("no address") << QUrl();
    QTest::newRow("a file") << QUrl(u"file:///etc/passwd"_s);
    QTest::newRow("a resource") << QUrl(u"qrc:/x"_s);
    QTest::newRow("no host") << QUrl(u"http:///x"_s);
    QTest::newRow("no scheme") << QUrl(u"example.org"_s);
    QTest::newRow("a password") << QUrl(u"https://a:b@example.org/"_s);
}

void TestNetworkClient::unusableRequests()
{
    QFETCH(QUrl, url);
    const Answer answer = get(url);
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Input);
}

void TestNetworkClient::certificates()
{
    support::Certificates certificates;
    const Answer untrusted = getWithTls(certificates.make(u"localhost"_s), u"localhost"_s);
    QVERIFY(!untrusted);
    QCOMPARE(untrusted.error().kind, ErrorKind::Network);
    QVERIFY(untrusted.error().text.contains(u"trusts"));
    const Answer expired = getWithTls(
        certificates.make(u"localhost"_s, "20200101000000Z", "20210101000000Z"), u"localhost"_s);
    QVERIFY(expired.error().text.contains(u"has expired"));
    const Answer other = getWithTls(certificates.make(u"example.org"_s), u"localhost"_s);
    QVERIFY(other.error().text.contains(u"another name"));
}

void TestNetworkClient::cancelCutsTheConnection()
{
    FaultServer server;
    server.set("/", {.way = Fault::Way::Silent});
    http::NetworkClient client;
    auto future = client.send(requestTo(server.url()));
    QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 1, patience);
    future.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(server.open(), 0, patience);
    QVERIFY(future.isCanceled());
}

void TestNetworkClient::deletingTheClientEndsRequests()
{
    FaultServer server;
    server.set("/", {.way = Fault::Way::Silent});
    auto client = std::make_unique<http::NetworkClient>();
    const auto future = client->send(requestTo(server.url()));
    QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 1, patience);
    client.reset();
    QVERIFY(future.isFinished());
    QCOMPARE(future.result().error().kind, ErrorKind::Cancelled);
}

void TestNetworkClient::errorsNameTheHostOnly()
{
    FaultServer server;
    server.set("/secret/path?api_key=canary", {.way = Fault::Way::Reset});
    const Answer answer = get(server.url("/secret/path?api_key=canary"));
    QVERIFY(!answer);
    for (const QString &text : {answer.error().text, answer.error().detail}) {
        QVERIFY(!text.contains(u"canary"));
        QVERIFY(!text.contains(u"secret"));
    }
    QVERIFY(answer.error().text.contains(u"127.0.0.1:%1"_s.arg(server.serverPort())));
}

void TestNetworkClient::keepsNoCookies()
{
    FaultServer server;
    Fault fault;
    fault.headers = {{"Set-Cookie", "session=1; Path=/"}};
    server.set("/", fault);
    http::NetworkClient client;
    QVERIFY(support::waitFor(client.send(requestTo(server.url()))));
    QVERIFY(support::waitFor(client.send(requestTo(server.url()))));
    QVERIFY(!server.requests()[1].contains("session"));
}

QTEST_GUILESS_MAIN(TestNetworkClient)
#include "tst_networkclient.moc"
