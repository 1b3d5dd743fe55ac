// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "alertmanager/client.h"
#include "support/fakehttp.h"
#include "support/manualclock.h"
#include "support/waiting.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace alertmanager;
using support::FakeHttp;
using support::json;
using support::waitFor;

namespace {

const QUrl first(u"http://one.example.org:9093/am/"_s);
const QUrl second(u"http://two.example.org:9093"_s);

Cluster clusterOf(const QList<QUrl> &members)
{
    Cluster cluster;
    cluster.members = members;
    return cluster;
}

QByteArray alertJson(const QByteArray &fingerprint, const QByteArray &more = {})
{
    return "{\"fingerprint\":\"" + fingerprint + "\",\"labels\":{\"alertname\":\"SiteDown\"}" +
           more + "}";
}

Silence silence()
{
    Silence silence;
    silence.matchers = {{u"alertname"_s, u"SiteDown"_s}};
    silence.startsAt = support::utc("2026-11-22T16:00:00Z");
    silence.endsAt = support::utc("2026-11-22T18:00:00Z");
    silence.createdBy = u"sam"_s;
    silence.comment = u"Known, being mended"_s;
    return silence;
}

base::Result<Told<Alert>> told(const http::Response &response)
{
    FakeHttp http([&](const http::Request &) { return response; });
    Client client(http, clusterOf({first}));
    return waitFor(client.alerts());
}

} // namespace

class TestAlertmanager : public QObject
{
    Q_OBJECT

private slots:
    void readsAlertsOfAllReleases()
    {
        const QByteArray full =
            ",\"annotations\":{\"summary\":\"s\"},\"startsAt\":\"2026-11-22T16:08:09.123Z\","
            "\"endsAt\":\"2026-11-22T16:12:09Z\",\"updatedAt\":\"2026-11-22T16:08:09Z\","
            "\"generatorURL\":\"http://p/graph\",\"receivers\":[{\"name\":\"ops\"}],\"status\":{"
            "\"state\":\"suppressed\",\"silencedBy\":[\"1\"],\"inhibitedBy\":[],\"mutedBy\":[]}";
        const auto alerts = told(json('[' + alertJson("a", full) + ',' + alertJson("b") + ']'));
        QVERIFY(alerts.has_value());
        const Alert &alert = alerts->all.at(0);
        QCOMPARE(alert.labels.value(u"alertname"_s), u"SiteDown"_s);
        QCOMPARE(alert.state, AlertState::Suppressed);
        QCOMPARE(alert.silencedBy, QStringList{u"1"_s});
        QCOMPARE(alert.receivers, QStringList{u"ops"_s});
        QCOMPARE(*alert.startsAt, base::InstantMs(support::utc("2026-11-22T16:08:09Z")) + 123ms);
        QVERIFY(!alerts->all.at(1).startsAt);
    }

    void joinsTheMembers()
    {
        FakeHttp http([](const http::Request &request) {
            return request.url.host().startsWith("one"_L1)
                       ? json('[' + alertJson("a") + ',' + alertJson("b") + ']')
                       : json('[' + alertJson("b") + ',' + alertJson("c") + ']');
        });
        Client client(http, clusterOf({first, second}));
        const auto alerts = waitFor(client.alerts());
        QVERIFY(alerts.has_value());
        QCOMPARE(alerts->all.size(), size_t(3));
        QVERIFY(alerts->silent.empty());
        QCOMPARE(http.requests[0].url, QUrl(u"http://one.example.org:9093/am/api/v2/alerts"_s));
    }

    void oneMemberIsEnough()
    {
        FakeHttp http([](const http::Request &request) -> base::Result<http::Response> {
            if (request.url.host().startsWith("one"_L1))
                return base::fail(base::ErrorKind::Network, u"down"_s);
            return json('[' + alertJson("c") + ']');
        });
        Client both(http, clusterOf({first, second}));
        const auto alerts = waitFor(both.alerts());
        QVERIFY(alerts.has_value());
        QCOMPARE(alerts->all.size(), size_t(1));
        QCOMPARE(alerts->silent.at(0).text, u"down"_s);
        Client one(http, clusterOf({first}));
        QVERIFY(!waitFor(one.alerts()));
    }

    void readsGroups()
    {
        FakeHttp http([](const http::Request &) {
            return json(
                "[{\"labels\":{\"job\":\"site\"},\"receiver\":{\"name\":\"ops\"},\"alerts\":[" +
                alertJson("a") + "]}]");
        });
        Client client(http, clusterOf({first}));
        const auto groups = waitFor(client.groups());
        QVERIFY(groups.has_value());
        QCOMPARE(groups->at(0).receiver, u"ops"_s);
        QCOMPARE(groups->at(0).alerts.size(), size_t(1));
    }

    void readsSilences()
    {
        FakeHttp http([](const http::Request &) {
            return json(
                "[{\"id\":\"7\",\"matchers\":[{\"name\":\"a\",\"value\":\"b.*\",\"isRegex\":"
                "true}],\"startsAt\":\"2026-11-22T16:00:00.5Z\",\"endsAt\":"
                "\"2026-11-22T18:00:00Z\",\"createdBy\":\"sam\",\"comment\":\"c\","
                "\"updatedAt\":\"2026-11-22T16:00:00Z\",\"status\":{\"state\":\"active\"}}]");
        });
        Client client(http, clusterOf({first, second}));
        const auto silences = waitFor(client.silences());
        QVERIFY(silences.has_value());
        QCOMPARE(silences->all.size(), size_t(1));
        const Silence &read = silences->all[0];
        QCOMPARE(read.state, SilenceState::Active);
        QVERIFY(read.matchers[0].isRegex && read.matchers[0].isEqual);
        QCOMPARE(read.startsAt, support::utc("2026-11-22T16:00:00Z"));
    }

    void savesASilenceOnce()
    {
        FakeHttp http([](const http::Request &) { return json("{\"silenceID\":\"9\"}\n"); });
        Client client(http, clusterOf({first, second}));
        const auto id = waitFor(client.save(silence()));
        QVERIFY(id.has_value());
        QCOMPARE(*id, u"9"_s);
        QCOMPARE(http.requests.size(), 1);
        const QJsonObject sent = QJsonDocument::fromJson(http.requests[0].body).object();
        QCOMPARE(sent.value("startsAt"_L1).toString(), u"2026-11-22T16:00:00Z"_s);
        QVERIFY(!sent.contains("id"_L1));
        QCOMPARE(sent.value("matchers"_L1).toArray().size(), 1);
        QCOMPARE(http::headerValue(http.requests[0].headers, "Content-Type"), "application/json");
    }

    void goesOnToTheNextMember()
    {
        FakeHttp http([](const http::Request &request) -> base::Result<http::Response> {
            if (request.url.host().startsWith("one"_L1))
                return support::response(503, "text/plain", "starting");
            return json("{\"silenceID\":\"9\"}");
        });
        Client client(http, clusterOf({first, second}));
        QVERIFY(waitFor(client.save(silence())).has_value());
        QCOMPARE(http.requests.size(), 2);
    }

    void aNoIsNotTakenElsewhere()
    {
        FakeHttp http(
            [](const http::Request &) { return json("\"silence invalid: bad matcher\"\n", 400); });
        Client client(http, clusterOf({first, second}));
        const auto id = waitFor(client.save(silence()));
        QVERIFY(!id);
        QVERIFY(id.error().text.contains(u"silence invalid: bad matcher"_s));
        QCOMPARE(http.requests.size(), 1);
    }

    void checksASilenceFirst()
    {
        FakeHttp http([](const http::Request &) { return json("{}"); });
        Client client(http, clusterOf({first}));
        Silence broken = silence();
        broken.comment = u" "_s;
        QVERIFY(!waitFor(client.save(broken)));
        broken = silence();
        broken.matchers.clear();
        QVERIFY(!waitFor(client.save(broken)));
        broken = silence();
        broken.endsAt = broken.startsAt;
        QVERIFY(!waitFor(client.save(broken)));
        QVERIFY(http.requests.isEmpty());
    }

    void expires()
    {
        FakeHttp http([](const http::Request &) { return support::response(200, "", ""); });
        Client client(http, clusterOf({first}));
        QVERIFY(waitFor(client.expire(u"a/b"_s)));
        QCOMPARE(http.requests[0].method, http::Method::Delete);
        QVERIFY(http.requests[0].url.path(QUrl::FullyEncoded).endsWith("/silence/a%2Fb"_L1));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<base::ErrorKind>("kind");
        QTest::addColumn<QString>("part");
        const auto row = [](const char *name, int status, const char *type, const char *body,
                            base::ErrorKind kind, const QString &part) {
            QTest::newRow(name) << status << QByteArray(type) << QByteArray(body) << kind << part;
        };
        row("string", 400, "application/json", "\"bad matcher\"", base::ErrorKind::Input,
            u"bad matcher"_s);
        row("object", 422, "application/json", "{\"code\":612,\"message\":\"filter is bad\"}",
            base::ErrorKind::Input, u"filter is bad"_s);
        row("nothing", 404, "", "", base::ErrorKind::NotFound, u"does not have"_s);
        row("fault", 500, "application/json", "\"silence 1 not found\"", base::ErrorKind::Network,
            u"500"_s);
        row("proxy", 502, "text/html", "<html>", base::ErrorKind::Network, u"502"_s);
        row("login", 401, "text/html", "<html>", base::ErrorKind::Auth, u"who you are"_s);
        row("gone", 410, "application/json", "{\"error\":\"v1\"}", base::ErrorKind::Network,
            u"410"_s);
        row("page", 200, "text/html", "<html>", base::ErrorKind::Format, u"for people"_s);
        row("broken", 200, "application/json", "[{", base::ErrorKind::Format, u"for people"_s);
        row("two values", 200, "application/json", "1,2", base::ErrorKind::Format, u"for people"_s);
        row("wrong type", 200, "application/json", "{}", base::ErrorKind::Format, u"form"_s);
        row("wrong field", 200, "application/json", "[{\"fingerprint\":1,\"labels\":{}}]",
            base::ErrorKind::Format, u"form"_s);
        row("empty", 200, "application/json", "", base::ErrorKind::Format, u"form"_s);
    }

    void saysWhatIsWrong()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(base::ErrorKind, kind);
        QFETCH(QString, part);
        const auto alerts = told(support::response(status, type, body));
        QVERIFY(!alerts);
        QCOMPARE(alerts.error().kind, kind);
        QVERIFY2(alerts.error().text.contains(part), qPrintable(alerts.error().text));
        QVERIFY(!alerts.error().text.contains(u"secret-path"_s));
    }
};

QTEST_GUILESS_MAIN(TestAlertmanager)
#include "tst_alertmanager.moc"
