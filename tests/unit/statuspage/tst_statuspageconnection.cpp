// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/networkclient.h"
#include "statuspage/answers.h"
#include "statuspage/connectiontest.h"
#include "support/certificates.h"
#include "support/fakehttp.h"
#include "support/fakestatuspage.h"
#include "support/faultserver.h"
#include "support/manualclock.h"
#include "support/waiting.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using base::ErrorKind;
using support::Fault;
using Connected = base::Result<statuspage::Connection>;

namespace {

const QByteArray canary = "canary-77aa";

publish::TargetSpec targetAt(const QString &address)
{
    publish::TargetSpec target;
    target.address = statuspage::interfaceAddress(address).value();
    target.user = u"p1"_s;
    target.plainLoopback = true;
    return target;
}

Connected tryIt(const publish::TargetSpec &target, const QByteArray &key = canary)
{
    http::NetworkClient client;
    return support::waitFor(
        (new statuspage::ConnectionTest(client, target, secret::Secret(key)))->start());
}

Fault answer(int status, const QByteArray &type, const QByteArray &body,
             const QList<QPair<QByteArray, QByteArray>> &more = {})
{
    Fault fault;
    fault.status = status;
    fault.body = body;
    fault.headers = more;
    fault.headers.append({"Content-Type", type});
    return fault;
}

} // namespace

class TestStatuspageConnection : public QObject
{
    Q_OBJECT

private slots:
    void findsThePageAndItsComponents()
    {
        fakes::FakeStatuspage site([] { return support::utc("2026-11-22T16:20:00Z"); });
        site.key = canary;
        auto target = targetAt(site.api());
        target.components = {
            {u"Pictures"_s, u"images"_s}, {u"Mail"_s, u"c2"_s}, {u"Shop"_s, u"Shop"_s}};
        const Connected connected = tryIt(target);
        QVERIFY(connected);
        QCOMPARE(connected->readers, QUrl(site.url()));
        QCOMPARE(connected->components,
                 (std::map<QString, QString>{{u"Pictures"_s, u"c1"_s}, {u"Mail"_s, u"c2"_s}}));
        QCOMPARE(connected->unknownComponents, QStringList{u"Shop"_s});
        QVERIFY(connected->isPublic);
    }

    void eachFaultHasItsOwnSentence()
    {
        QSet<QString> sentences;
        const auto expect = [&](const Fault &fault, ErrorKind kind) {
            support::FaultServer server;
            server.set("/v1/pages/p1", fault);
            const Connected connected = tryIt(targetAt(server.url().toString()));
            QVERIFY(!connected);
            QCOMPARE(int(connected.error().kind), int(kind));
            QVERIFY(!connected.error().text.contains(QString::fromLatin1(canary)));
            QString general = connected.error().text;
            sentences.insert(general.replace(QString::number(server.serverPort()), u"PORT"_s));
        };
        expect(answer(404, "text/html", "gone"), ErrorKind::NotFound);
        expect(answer(404, "application/json", R"({"error":"Not found"})"), ErrorKind::NotFound);
        expect(answer(401, "application/json", R"({"error":"Could not authenticate"})"),
               ErrorKind::Auth);
        expect(answer(403, "application/json", R"({"message":"Forbidden"})"), ErrorKind::Auth);
        expect(answer(200, "text/html", "<h1>Sign in</h1>"), ErrorKind::Format);
        expect(answer(420, "application/json", "{}"), ErrorKind::Network);
        expect(answer(503, "text/html", "brb", {{"Retry-After", "600"}}), ErrorKind::Network);
        expect(answer(500, "text/html", "oops"), ErrorKind::Network);
        expect(answer(302, "text/html", "", {{"Location", "http://192.0.2.7/"}}),
               ErrorKind::Refused);
        QCOMPARE(sentences.size(), 9);
    }

    void plainHttpIsRefusedBeforeAnythingIsSent()
    {
        support::FaultServer server;
        auto target = targetAt(server.url().toString());
        target.plainLoopback = false;
        QCOMPARE(tryIt(target).error().kind, ErrorKind::Refused);
        QCOMPARE(server.connections(), 0);
    }

    void certificatesAreChecked()
    {
        support::Certificates certificates;
        const auto pair = certificates.make(u"127.0.0.1"_s);
        support::FaultServer server;
        server.useTls(pair.certificate, pair.key);
        const Connected connected = tryIt(targetAt(server.url().toString()));
        QCOMPARE(connected.error().kind, ErrorKind::Network);
        QVERIFY(server.requests().isEmpty());
    }

    void pageIdAndKeyAreAskedForFirst()
    {
        auto target = targetAt({});
        QCOMPARE(target.address, QUrl(u"https://api.statuspage.io/v1/"_s));
        target.user = u"../../users"_s;
        QCOMPARE(tryIt(target).error().kind, ErrorKind::Input);
        target.user = u"p1"_s;
        QCOMPARE(tryIt(target, {}).error().kind, ErrorKind::Input);
    }

    void refusalsAreReadInEveryShape_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("text") << QByteArray(R"({"error":"Name is too long"})");
        QTest::newRow("list") << QByteArray(R"({"error":["Name is too long"]})");
        QTest::newRow("message") << QByteArray(R"({"message":"Name is too long"})");
    }

    void refusalsAreReadInEveryShape()
    {
        QFETCH(QByteArray, body);
        const auto refused = statuspage::jsonFrom(support::json(body, 422));
        QCOMPARE(refused.error().kind, ErrorKind::Refused);
        QVERIFY(refused.error().text.contains(u"Name is too long"_s));
        QCOMPARE(refused.error().retry.when, base::Retry::When::Never);
    }
};

QTEST_GUILESS_MAIN(TestStatuspageConnection)
#include "tst_statuspageconnection.moc"
