// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/authorities.h"
#include "http/networkclient.h"
#include "support/certificates.h"
#include "support/fakeproxy.h"
#include "support/faultserver.h"
#include "support/manualclock.h"
#include "support/waiting.h"

#include <QPromise>
#include <QSslConfiguration>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::ErrorKind;
using http::Proxy;
using http::ProxyKind;
using support::FakeProxy;
using support::FaultServer;
using Answer = base::Result<http::Response>;

namespace {

const base::Instant now = support::utc("2026-11-22T16:08:00Z");
const QString host = u"status.test"_s; // a name that nobody can look up

QFuture<base::Result<QByteArray>> password(const QByteArray &text)
{
    QPromise<base::Result<QByteArray>> promise;
    promise.start();
    promise.addResult(base::Result<QByteArray>(text));
    promise.finish();
    return promise.future();
}

Proxy proxyAt(const FakeProxy &server, ProxyKind kind, const QString &user = {})
{
    return {kind, u"127.0.0.1"_s, server.serverPort(), user};
}

} // namespace

class TestProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { http::trustBesideSystem({}); }

    void readsAddresses_data();
    void readsAddresses();
    void tunnels_data();
    void tunnels();
    void givesItsPassword_data();
    void givesItsPassword();
    void saysThatThePasswordIsWrong_data();
    void saysThatThePasswordIsWrong();
    void waitsForThePassword();
    void saysThatTheProxyIsGone();
    void thisMachineIsReachedStraight();
    void certificatesAreStillChecked();
    void readsAuthorities();
    void refusesWhatIsNoAuthority();

private:
    [[nodiscard]] Answer get(http::NetworkClient &client, const QUrl &url)
    {
        http::Request request;
        request.url = url;
        request.deadline = 60s;
        return support::waitFor(client.send(request));
    }
    [[nodiscard]] QUrl secureUrl() const { return m_secure->url("/", host); }

    support::Certificates m_certificates;
    support::Certificates::Pair m_pair;
    std::unique_ptr<FaultServer> m_secure;
    std::unique_ptr<FaultServer> m_plain;
};

void TestProxy::init()
{
    if (m_pair.certificate.isNull())
        m_pair = m_certificates.make(host);
    m_secure = std::make_unique<FaultServer>();
    m_secure->useTls(m_pair.certificate, m_pair.key);
    m_secure->set("/", {.body = "secure"});
    m_plain = std::make_unique<FaultServer>();
    m_plain->set("/", {.body = "plain"});
}

void TestProxy::readsAddresses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("read");
    QTest::newRow("empty") << QString() << u"system"_s;
    QTest::newRow("none") << u" none "_s << u"none"_s;
    QTest::newRow("http") << u"http://proxy.example.org:3128/"_s
                          << u"http://proxy.example.org:3128"_s;
    QTest::newRow("socks") << u"socks5://[::1]:1080"_s << u"socks5://[::1]:1080"_s;
    for (const char *wrong :
         {"proxy.example.org", "http://proxy.example.org", "http://:3128", "ftp://p:21",
          "http://me:hunter2@proxy.example.org:3128", "http://p:3128/path", "http://p:99999"})
        QTest::newRow(wrong) << QString::fromLatin1(wrong) << QString();
}

void TestProxy::readsAddresses()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, read);
    const auto proxy = http::proxyFromText(typed);
    QCOMPARE(proxy ? http::toText(*proxy) : QString(), read);
    if (!proxy)
        QVERIFY(!proxy.error().text.contains(u"hunter2"_s));
}

void TestProxy::tunnels_data()
{
    QTest::addColumn<ProxyKind>("kind");
    QTest::newRow("http") << ProxyKind::Http;
    QTest::newRow("socks5") << ProxyKind::Socks5;
}

void TestProxy::tunnels()
{
    QFETCH(const ProxyKind, kind);
    http::trustBesideSystem({m_pair.certificate});
    FakeProxy proxy;
    http::NetworkClient client;
    client.setProxy(proxyAt(proxy, kind));
    const Answer answer = get(client, secureUrl());
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text));
    QCOMPARE(answer->body, "secure");
    QCOMPARE(proxy.tunnels(), QStringList{host + u':' + QString::number(secureUrl().port())});
}

void TestProxy::givesItsPassword_data()
{
    tunnels_data();
}

void TestProxy::givesItsPassword()
{
    QFETCH(const ProxyKind, kind);
    http::trustBesideSystem({m_pair.certificate});
    FakeProxy proxy;
    proxy.askFor("ana", "hunter2");
    http::NetworkClient client;
    int asked = 0;
    client.setProxy(proxyAt(proxy, kind, u"ana"_s), [&] {
        ++asked;
        return password("hunter2");
    });
    for (int i = 0; i < 2; ++i) {
        const Answer answer = get(client, secureUrl());
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text));
    }
    QCOMPARE(asked, 1);
    // Without encryption, too.
    const Answer plain = get(client, m_plain->url("/", host));
    QVERIFY2(plain, plain ? "" : qPrintable(plain.error().text));
    QVERIFY(plain->isSuccess());
    for (const QByteArray &request : m_secure->requests())
        QVERIFY(!request.toLower().contains("authorization"));
}

void TestProxy::saysThatThePasswordIsWrong_data()
{
    tunnels_data();
}

void TestProxy::saysThatThePasswordIsWrong()
{
    QFETCH(const ProxyKind, kind);
    FakeProxy proxy;
    proxy.askFor("ana", "right");
    http::NetworkClient client;
    client.setProxy(proxyAt(proxy, kind, u"ana"_s), [] { return password("hunter2"); });
    const Answer answer = get(client, secureUrl());
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Auth);
    QVERIFY2(answer.error().text.contains(u"proxy"_s), qPrintable(answer.error().text));
    QVERIFY(!(answer.error().text + answer.error().detail).contains(u"hunter2"_s));
    const Answer plain = get(client, m_plain->url("/", host));
    QVERIFY(!plain);
    QCOMPARE(plain.error().kind, ErrorKind::Auth);
    QVERIFY(proxy.tunnels().isEmpty());
    QVERIFY(m_secure->requests().isEmpty());
}

void TestProxy::waitsForThePassword()
{
    http::trustBesideSystem({m_pair.certificate});
    FakeProxy proxy;
    proxy.askFor("ana", "hunter2");
    http::NetworkClient client;
    QPromise<base::Result<QByteArray>> keyring;
    keyring.start();
    client.setProxy(proxyAt(proxy, ProxyKind::Http, u"ana"_s), [&] { return keyring.future(); });
    http::Request request;
    request.url = secureUrl();
    request.deadline = 60s;
    const auto first = client.send(request);
    const auto second = client.send(request);
    keyring.addResult(
        base::Result<QByteArray>(base::fail(ErrorKind::Storage, u"No keyring is there."_s)));
    keyring.finish();
    QCOMPARE(support::waitFor(first).error().text, u"No keyring is there."_s);
    QVERIFY(!support::waitFor(second));
    QVERIFY(proxy.tunnels().isEmpty());
    // It is asked again, as somebody may have unlocked it.
    client.setProxy(proxyAt(proxy, ProxyKind::Http, u"ana"_s), [] { return password("hunter2"); });
    QVERIFY(get(client, secureUrl()));
}

void TestProxy::saysThatTheProxyIsGone()
{
    http::NetworkClient client;
    client.setProxy({ProxyKind::Http, u"127.0.0.1"_s, support::closedPort(), {}});
    const Answer answer = get(client, secureUrl());
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Network);
    QVERIFY2(answer.error().text.contains(u"proxy"_s),
             qPrintable(answer.error().text + answer.error().detail));
}

void TestProxy::thisMachineIsReachedStraight()
{
    FakeProxy proxy;
    http::NetworkClient client;
    for (const ProxyKind kind : {ProxyKind::Http, ProxyKind::Socks5, ProxyKind::System}) {
        qputenv("http_proxy", "http://127.0.0.1:" + QByteArray::number(proxy.serverPort()));
        client.setProxy(proxyAt(proxy, kind));
        QVERIFY(get(client, m_plain->url()));
        qunsetenv("http_proxy");
    }
    QVERIFY(proxy.tunnels().isEmpty());
}

void TestProxy::certificatesAreStillChecked()
{
    FakeProxy proxy;
    http::NetworkClient client;
    client.setProxy(proxyAt(proxy, ProxyKind::Http));
    const auto fault = [&](const QUrl &url) {
        const Answer answer = get(client, url);
        return answer ? QString() : answer.error().text;
    };
    const QString unknown = fault(secureUrl());
    QVERIFY2(!unknown.isEmpty(), "a certificate of nobody's was taken");
    http::trustBesideSystem({m_pair.certificate});
    const QString wrongHost = fault(m_secure->url("/", u"other.test"_s));
    QVERIFY2(!wrongHost.isEmpty(), "a certificate for another host was taken");
    QVERIFY(unknown != wrongHost);
    const auto old = m_certificates.make(host, "20200101000000Z", "20210101000000Z");
    m_secure->useTls(old.certificate, old.key);
    http::trustBesideSystem({old.certificate});
    QVERIFY2(!fault(secureUrl()).isEmpty(), "a certificate that has run out was taken");
    // And what was trusted once is not for ever.
    m_secure->useTls(m_pair.certificate, m_pair.key);
    http::trustBesideSystem({});
    QCOMPARE(fault(secureUrl()), unknown);
    QVERIFY(m_secure->requests().isEmpty());
}

void TestProxy::readsAuthorities()
{
    const QByteArray pem = m_pair.certificate.toPem();
    const auto one = http::authoritiesFromPem(pem, now);
    QVERIFY(one);
    QCOMPARE(*one, QList{m_pair.certificate});
    const auto two = http::authoritiesFromPem(
        "# ours\n" + pem + "\n" + m_certificates.make(u"b.test"_s).certificate.toPem(), now);
    QVERIFY(two);
    QCOMPARE(two->size(), 2);
    http::trustBesideSystem(*two);
    const auto trusted = QSslConfiguration::defaultConfiguration().caCertificates();
    QVERIFY(trusted.contains(m_pair.certificate));
    QCOMPARE(trusted.size(), QSslConfiguration::systemCaCertificates().size() + 2);
}

void TestProxy::refusesWhatIsNoAuthority()
{
    const QByteArray pem = m_pair.certificate.toPem();
    const auto old = m_certificates.make(u"old.test"_s, "20200101000000Z", "20210101000000Z");
    QByteArray damaged = pem;
    damaged.replace(damaged.size() / 2, 8, "AAAAAAAA");
    QStringList sentences;
    for (const QByteArray &file :
         {QByteArray(), QByteArray("hello"), m_pair.certificate.toDer(), damaged,
          pem + m_pair.key.toPem(), old.certificate.toPem(), pem.left(pem.size() / 2)}) {
        const auto refused = http::authoritiesFromPem(file, now);
        if (refused && file == damaged)
            continue; // a certificate may hold any eight bytes where its signature is
        QVERIFY2(!refused, file.left(60));
        QCOMPARE(refused.error().kind, ErrorKind::Input);
        sentences << refused.error().text;
    }
    sentences.removeDuplicates();
    QVERIFY(sentences.size() >= 3);
}

QTEST_GUILESS_MAIN(TestProxy)
#include "tst_proxy.moc"
