// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/networkclient.h"
#include "support/certificates.h"
#include "support/faultserver.h"
#include "support/manualclock.h"
#include "support/waiting.h"
#include "upstream/ask.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::Fault;
using support::waitFor;
using upstream::Kind;

namespace {

const QByteArrayList asked{"/api/v2/alerts", "/api/v1/alerts", "/api/v1/rules",
                           "/api/v2/summary.json", "/"};

/// A server that does the same whatever it is asked.
std::unique_ptr<support::FaultServer> serverOf(const Fault &fault)
{
    auto server = std::make_unique<support::FaultServer>();
    for (const QByteArray &path : asked)
        server->set(path, fault);
    return server;
}

Fault answering(const QByteArray &body, const QByteArray &type = "application/json")
{
    return {.body = body, .headers = {{"Content-Type", type}}};
}

Fault inWay(Fault::Way way)
{
    Fault fault = answering(QByteArray(64, '{'));
    fault.way = way;
    fault.pace = 100ms;
    return fault;
}

upstream::Spec specOf(Kind kind, const QUrl &address)
{
    upstream::Spec spec;
    spec.kind = kind;
    spec.name = u"server"_s;
    spec.addresses = {address.toString()};
    return spec;
}

constexpr Kind kinds[] = {Kind::Alertmanager, Kind::Prometheus, Kind::Provider};

} // namespace

/// Servers that watch for us, and do what no server should: each is given up with a sentence, and
/// those beside them are heard.
class TestHostileServers : public QObject
{
    Q_OBJECT

private slots:
    void allAtOnceBesideAGoodOne();
    void badCertificatesAreRefused();
    void nothingElseIsAskedForAQuery();

private:
    [[nodiscard]] std::unique_ptr<upstream::Asker> asker(Kind kind, const QUrl &address)
    {
        return std::make_unique<upstream::Asker>(m_http, m_clock, specOf(kind, address));
    }

    http::NetworkClient m_http;
    support::ManualClock m_clock{support::utc("2026-11-22T16:20:00Z")};
};

void TestHostileServers::allAtOnceBesideAGoodOne()
{
    std::vector<std::pair<QString, Fault>> faults{
        {u"silent"_s, inWay(Fault::Way::Silent)},
        {u"a byte now and then"_s, inWay(Fault::Way::Drip)},
        {u"endless"_s, inWay(Fault::Way::Endless)},
        {u"cut off"_s, inWay(Fault::Way::Truncate)},
        {u"reset"_s, inWay(Fault::Way::Reset)},
        {u"no http"_s, {.way = Fault::Way::Raw, .body = "SSH-2.0-x\r\n"}},
        {u"100 MB"_s, answering('[' + QByteArray(100 * 1024 * 1024, ' ') + ']')},
        {u"deep"_s, answering(QByteArray(100'000, '['))},
        {u"types"_s, answering("{\"status\":7,\"data\":\"x\"}")},
        {u"html"_s, answering("<!doctype html><p>Log in", "text/html")},
        {u"nothing"_s, answering({})},
    };
    std::vector<std::unique_ptr<support::FaultServer>> servers;
    std::vector<std::unique_ptr<upstream::Asker>> askers;
    std::vector<std::pair<QString, QFuture<base::Result<QString>>>> looks;
    for (const auto &[name, fault] : faults) {
        servers.push_back(serverOf(fault));
        for (const Kind kind : kinds) {
            askers.push_back(asker(kind, servers.back()->url("/")));
            looks.emplace_back(name, askers.back()->test());
        }
    }
    const auto good = serverOf(answering("[]"));
    const auto heard = asker(Kind::Alertmanager, good->url("/"));
    for (int look = 0; look < 20; ++look)
        QVERIFY(waitFor(heard->test()).has_value());
    const auto isPending = [](const auto &look) {
        return !look.second.isFinished();
    };
    QVERIFY(std::ranges::any_of(looks, isPending)); // the good one was heard beside them
    for (const auto &[name, look] : looks) {
        const auto answer = waitFor(look);
        QVERIFY2(!answer, qPrintable(name + u": "_s + answer.value_or(QString())));
        QVERIFY2(answer.error().text.endsWith(u'.'), qPrintable(answer.error().text));
    }
}

void TestHostileServers::badCertificatesAreRefused()
{
    support::Certificates certificates;
    for (const auto &[name, until] :
         {std::pair("127.0.0.1", "20991231235959Z"), std::pair("127.0.0.1", "20210101000000Z"),
          std::pair("other.example.org", "20991231235959Z")}) {
        const auto pair = certificates.make(QString::fromLatin1(name), "20200101000000Z", until);
        const auto server = serverOf(answering("[]"));
        server->useTls(pair.certificate, pair.key);
        for (const Kind kind : kinds) {
            const auto answer = waitFor(asker(kind, server->url("/"))->test());
            QVERIFY(!answer);
            QVERIFY2(answer.error().text.contains(u"ertificate"_s),
                     qPrintable(answer.error().text));
        }
        QVERIFY(server->requests().isEmpty());
    }
}

/// What is asked of a server that watches for us reaches no other place.
void TestHostileServers::nothingElseIsAskedForAQuery()
{
    const auto other = serverOf(answering("[]"));
    Fault fault = answering({}, "text/html");
    fault.status = 302;
    fault.headers.append({"Location", other->url("/api/v2/alerts").toEncoded()});
    const auto server = serverOf(fault);
    for (const Kind kind : {Kind::Alertmanager, Kind::Prometheus}) {
        const auto answer = waitFor(asker(kind, server->url("/"))->test());
        QVERIFY(!answer);
        QVERIFY2(answer.error().text.contains(u"redirect"_s), qPrintable(answer.error().text));
    }
    QCOMPARE(other->connections(), 0);
}

QTEST_GUILESS_MAIN(TestHostileServers)
#include "tst_hostileservers.moc"
