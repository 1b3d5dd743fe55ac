// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/whenfinished.h"
#include "cachet/connectiontest.h"
#include "http/networkclient.h"
#include "statuspage/connectiontest.h"
#include "support/certificates.h"
#include "support/faultserver.h"
#include "support/waiting.h"
#include "wordpress/connectiontest.h"

#include <map>
#include <QTest>

using namespace Qt::StringLiterals;
using base::ErrorKind;
using support::Fault;
using support::FaultServer;

namespace {

const QByteArray canary = "canary-5d0e";

enum class Trouble {
    WrongAddress,
    PlainHttp,
    WrongPassword,
    MissingRight,
    Upgrade,
    RateLimit,
    CaptivePage,
    Certificate,
};

struct Expected
{
    Trouble trouble;
    const char *name;
    ErrorKind kind;
};

constexpr Expected table[] = {
    {Trouble::WrongAddress, "wrong address", ErrorKind::NotFound},
    {Trouble::PlainHttp, "plain http", ErrorKind::Refused},
    {Trouble::WrongPassword, "wrong password", ErrorKind::Auth},
    {Trouble::MissingRight, "missing right", ErrorKind::Auth},
    {Trouble::Upgrade, "in upgrade", ErrorKind::Network},
    {Trouble::RateLimit, "rate limit", ErrorKind::Network},
    {Trouble::CaptivePage, "captive page", ErrorKind::Format},
    {Trouble::Certificate, "certificate", ErrorKind::Network},
};

Fault answer(int status, const QByteArray &type, const QByteArray &body,
             const QByteArray &retryAfter = {})
{
    Fault fault;
    fault.status = status;
    fault.body = body;
    fault.headers = {{"Content-Type", type}};
    if (!retryAfter.isEmpty())
        fault.headers.append({"Retry-After", retryAfter});
    return fault;
}

Fault json(int status, const QByteArray &body)
{
    return answer(status, "application/json", body);
}

/// What every kind of place answers alike; nothing for the others.
std::optional<Fault> commonFault(Trouble trouble)
{
    switch (trouble) {
    case Trouble::WrongAddress:
        return answer(404, "text/html", "<h1>Not found</h1>");
    case Trouble::Upgrade:
        return answer(503, "text/html", "Briefly unavailable", "600");
    case Trouble::RateLimit:
        return answer(429, "text/html", "Slow down", "30");
    case Trouble::CaptivePage:
        return answer(200, "text/html", "<h1>Sign in to the hotel network</h1>");
    default:
        return std::nullopt;
    }
}

/// One kind of place: where its test looks first, and how the place answers when it is well.
struct Kind
{
    QByteArray firstPath;
    std::map<QByteArray, Fault> well;
    std::map<Trouble, std::pair<QByteArray, Fault>> own; ///< its own ways to refuse
    std::function<QFuture<base::Result<bool>>(http::Client &, const publish::TargetSpec &)> test;
};

/// Whether it connects, whatever there is to know of the connection.
template <class Test>
auto tester()
{
    return [](http::Client &client, const publish::TargetSpec &target) {
        const auto answer = std::make_shared<QPromise<base::Result<bool>>>();
        answer->start();
        auto *test = new Test(client, target, secret::Secret(canary));
        auto *watched = new QObject;
        base::whenFinished(watched, test->start(), [answer, watched](const auto &connection) {
            answer->addResult(connection ? base::Result<bool>(true)
                                         : base::Result<bool>(base::passOn(connection)));
            answer->finish();
            watched->deleteLater();
        });
        return answer->future();
    };
}

Kind kindNamed(const QString &name)
{
    if (name == u"wordpress") {
        const QByteArray index =
            R"({"name":"Ops","namespaces":["wp/v2"],"authentication":{"application-passwords":{}}})";
        const QByteArray me = "/wp-json/wp/v2/users/me?context=edit";
        return {"/wp-json/",
                {{"/", answer(200, "text/html", "<h1>Ops</h1>")}, {"/wp-json/", json(200, index)}},
                {{Trouble::WrongPassword, {me, json(401, R"({"code":"rest_not_logged_in"})")}},
                 {Trouble::MissingRight,
                  {me, json(200, R"({"name":"Ana","capabilities":{"edit_posts":true}})")}}},
                tester<wordpress::ConnectionTest>()};
    }
    if (name == u"statuspage") {
        const QByteArray page = "/v1/pages/p1";
        return {
            page,
            {{page, json(200, R"({"id":"p1","name":"Ops","url":"http://127.0.0.1/"})")}},
            {{Trouble::WrongPassword, {page, json(401, R"({"error":"Could not authenticate"})")}},
             {Trouble::MissingRight,
              {"/v1/pages/p1/incidents?limit=1", json(403, R"({"error":"Forbidden"})")}}},
            tester<statuspage::ConnectionTest>()};
    }
    return {"/api/ping",
            {{"/api/ping", json(200, R"({"data":"Pong!"})")}},
            {{Trouble::WrongPassword,
              {"/api/incidents", json(401, R"({"message":"Unauthenticated."})")}},
             {Trouble::MissingRight, {"/api/incidents", json(403, R"({"message":"Forbidden"})")}}},
            tester<cachet::ConnectionTest>()};
}

void prepare(FaultServer &server, const Kind &kind, Trouble trouble)
{
    for (const auto &[path, fault] : kind.well)
        server.set(path, fault);
    if (const auto own = kind.own.find(trouble); own != kind.own.end())
        server.set(own->second.first, own->second.second);
    if (const auto fault = commonFault(trouble)) {
        server.set(kind.firstPath, *fault);
        // Wherever else it might look for the same.
        for (const char *path : {"/index.php?rest_route=/", "/api/v1/ping"})
            server.set(path, *fault);
    }
}

} // namespace

/// Whoever sets a place up hears what is wrong with it: each fault has a sentence of its own.
class TestConnectionFaults : public QObject
{
    Q_OBJECT

private slots:
    void everyFaultHasItsOwnSentence_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"wordpress", "statuspage", "cachet"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }

    void everyFaultHasItsOwnSentence()
    {
        QFETCH(QString, kind);
        support::Certificates certificates;
        const auto pair = certificates.make(u"127.0.0.1"_s);
        std::map<QString, QByteArray> said;
        for (const Expected &expected : table) {
            FaultServer server;
            if (expected.trouble == Trouble::Certificate)
                server.useTls(pair.certificate, pair.key);
            const Kind place = kindNamed(kind);
            prepare(server, place, expected.trouble);
            publish::TargetSpec target;
            target.kind = kind;
            target.label = u"Ops"_s;
            target.user = u"p1"_s;
            target.address = server.url(kind == u"statuspage" ? "/v1/" : "/");
            target.plainLoopback = expected.trouble != Trouble::PlainHttp;
            http::NetworkClient client;
            const auto connected = support::waitFor(place.test(client, target));
            QVERIFY2(!connected, expected.name);
            const QString sentence = connected.error().text;
            QVERIFY2(connected.error().kind == expected.kind,
                     qPrintable(QString::fromLatin1(expected.name) + u": "_s + sentence));
            QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
            QVERIFY2(!sentence.contains(QString::fromLatin1(canary)), qPrintable(sentence));
            QString general = sentence;
            general.replace(QString::number(server.serverPort()), u"PORT"_s);
            QVERIFY2(!said.contains(general), qPrintable(u"%1 and %2: %3"_s.arg(
                                                  QString::fromLatin1(said[general]),
                                                  QString::fromLatin1(expected.name), general)));
            said[general] = expected.name;
        }
    }
};

QTEST_GUILESS_MAIN(TestConnectionFaults)
#include "tst_connectionfaults.moc"
