// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/fakehttp.h"
#include "support/plannedwork.h"
#include "support/waiting.h"
#include "workflow/upstreambook.h"
#include "workflow/upstreams.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::Office;
using support::waitFor;
using workflow::Upstreams;

namespace {

/// What the servers answer, by the end of the path.
struct Servers
{
    QByteArray alertmanager = "[]";
    QByteArray prometheus = R"({"status":"success","data":{"alerts":[]}})";
    QByteArray rules = R"({"status":"success","data":{"groups":[]}})";
    QByteArray page;
    QByteArray feed;

    base::Result<http::Response> operator()(const http::Request &request) const
    {
        const QString path = request.url.path();
        if (path.endsWith(u"/v2/alerts"_s))
            return support::json(alertmanager);
        if (path.endsWith(u"/v1/alerts"_s))
            return support::json(prometheus);
        if (path.endsWith(u"/v1/rules"_s))
            return support::json(rules);
        if (!feed.isEmpty() && path.endsWith(u"/feed"_s))
            return support::response(200, "application/atom+xml", feed);
        return page.isEmpty() ? support::response(404, "text/html", "no") : support::json(page);
    }
};

upstream::Spec spec(upstream::Kind kind, const QString &address)
{
    upstream::Spec spec;
    spec.kind = kind;
    spec.name = address;
    spec.addresses = {u"http://%1"_s.arg(address)};
    return spec;
}

const QByteArray siteDown =
    R"([{"fingerprint":"a","labels":{"alertname":"SiteDown","instance":"shop"},
    "annotations":{"summary":"The shop is down"},"startsAt":"2026-11-22T16:07:40Z",
    "status":{"state":"active","silencedBy":[],"inhibitedBy":[]}}])";

/// An alert of this part of the service, as an Alertmanager tells it.
QByteArray downAlert(const QByteArray &name, const QByteArray &component)
{
    return R"([{"fingerprint":")" + name + R"(","labels":{"alertname":")" + name +
           R"(","component":")" + component +
           R"("},"annotations":{},"startsAt":"2026-11-22T16:08:00Z",
        "status":{"state":"active","silencedBy":[],"inhibitedBy":[]}}])";
}

struct Stage
{
    Office office;
    Servers servers;
    support::FakeHttp http{[this](const http::Request &request) {
        return servers(request);
    }};
    Upstreams upstreams{http, *office.desk};

    Stage() { QVERIFY(upstreams.start().isEmpty()); }

    void add(upstream::Kind kind, const QString &address)
    {
        QVERIFY(upstreams.add(spec(kind, address)));
        settle();
    }

    void look()
    {
        upstreams.look();
        settle();
    }

    static void settle()
    {
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
    }

    std::vector<incident::Incident> open() const
    {
        std::vector<incident::Incident> all;
        for (const auto &summary : office.desk->openIncidents())
            all.push_back(office.desk->load(summary.id).value());
        return all;
    }
};

} // namespace

class TestUpstreams : public QObject
{
    Q_OBJECT

private slots:
    void anAlertOpensASuspectedIncident()
    {
        Stage stage;
        stage.servers.alertmanager = siteDown;
        stage.add(upstream::Kind::Alertmanager, u"am"_s);
        QCOMPARE(stage.open().size(), size_t(1));
        const incident::Incident incident = stage.open()[0];
        QCOMPARE(incident.state, incident::State::Suspected);
        QCOMPARE(incident.title, u"The shop is down"_s);
        QCOMPARE(incident.alerts.size(), size_t(1));
        QCOMPARE(incident.alerts[0].detected, support::utc("2026-11-22T16:07:40Z"));
        QCOMPARE(incident.alerts[0].monitor, u"SiteDown (shop)"_s);
        // Gone ten seconds later: it ended in between.
        stage.servers.alertmanager = "[]";
        stage.office.clock.advance(10s);
        stage.look();
        QCOMPARE(stage.open()[0].alerts.size(), size_t(1));
        QCOMPARE(stage.open()[0].alerts[0].ended,
                 timing::RoughInstant::between(support::utc("2026-11-22T16:08:00Z"),
                                               support::utc("2026-11-22T16:08:10Z")));
    }

    void aRecordIsKeptUnderANewName()
    {
        Stage stage;
        upstream::Spec host = spec(upstream::Kind::Provider, u"host"_s);
        host.addresses.clear();
        host.components = {u"shop"_s, u"images"_s};
        host.contacts = {{incident::Channel::Phone, u"+49 30 1234"_s, u"desk"_s}};
        QVERIFY(stage.upstreams.add(host));
        Stage::settle();
        // Without a status page nobody is asked, and nothing is wrong.
        QVERIFY(stage.http.requests.isEmpty());
        QVERIFY(!stage.upstreams.servers()[0].trouble);
        host = stage.upstreams.servers()[0].spec;
        host.name = u"New Host"_s;
        QVERIFY(stage.upstreams.change(host));
        const upstream::Spec kept = stage.upstreams.servers()[0].spec;
        QCOMPARE(kept.formerNames, QStringList(u"host"_s));
        QVERIFY(upstream::isCalled(kept, u"HOST"_s) && upstream::isCalled(kept, u"new host"_s));
        QCOMPARE(kept.contacts, host.contacts);
        // It stands in the settings so, and a page is asked as soon as there is one.
        QCOMPARE(upstream::specFromJson(upstream::toJson(kept)).value(), kept);
        host.addresses = {u"http://status.example.org"_s};
        QVERIFY(stage.upstreams.change(host));
        QCOMPARE(stage.http.requests.size(), 1);
        // Another one may not take its name.
        QVERIFY(!stage.upstreams.add(spec(upstream::Kind::Provider, u"new HOST"_s)));
    }

    void whatTheSettingsSayIsAsked()
    {
        Stage stage;
        stage.add(upstream::Kind::Alertmanager, u"am"_s);
        const qsizetype asked = stage.http.requests.size();
        upstream::Spec host = spec(upstream::Kind::Provider, u"host"_s);
        host.id = u"host"_s;
        workflow::UpstreamBook book(*stage.office.settings);
        QVERIFY(book.put(host));
        QCOMPARE(stage.upstreams.servers().size(), size_t(2));
        QCOMPARE(stage.http.requests.size(), asked + 1);
        QVERIFY(book.remove(u"host"_s));
        QCOMPARE(stage.upstreams.servers().size(), size_t(1));
    }

    void aPrometheusTellsWhenItStarted()
    {
        Stage stage;
        stage.servers.alertmanager = siteDown;
        stage.servers.prometheus =
            R"({"status":"success","data":{"alerts":[{"labels":{"alertname":"SiteDown",
            "instance":"shop"},"annotations":{},"state":"firing","value":"1e+00",
            "activeAt":"2026-11-22T16:07:00Z"},{"labels":{"alertname":"Later"},"annotations":{},
            "state":"pending","value":"1","activeAt":"2026-11-22T16:07:00Z"}]}})";
        stage.add(upstream::Kind::Alertmanager, u"am"_s);
        stage.add(upstream::Kind::Prometheus, u"p"_s);
        QCOMPARE(stage.open().size(), size_t(1));
        QCOMPARE(stage.open()[0].alerts.size(), size_t(1));
        QCOMPARE(stage.open()[0].alerts[0].started,
                 timing::RoughInstant::exact(support::utc("2026-11-22T16:07:00Z")));
        QCOMPARE(stage.upstreams.alerts().size(), size_t(1));
    }

    void oneRuleIsOneIncident()
    {
        Stage stage;
        stage.servers.alertmanager =
            R"([{"fingerprint":"a","labels":{"alertname":"SiteDown","instance":"a"}},
            {"fingerprint":"b","labels":{"alertname":"SiteDown","instance":"b"}},
            {"fingerprint":"w","labels":{"alertname":"Watchdog","severity":"none"}}])";
        stage.add(upstream::Kind::Alertmanager, u"am"_s);
        QCOMPARE(stage.open().size(), size_t(1));
        QCOMPARE(stage.open()[0].alerts.size(), size_t(2));
        QCOMPARE(stage.upstreams.alerts().size(), size_t(2));
        QCOMPARE(stage.upstreams.alerts()[0].alerts.size(), size_t(2));
        const auto silence = stage.upstreams.silenceFor(stage.upstreams.alerts()[0]);
        QCOMPARE(silence.matchers.size(), size_t(1));
        QCOMPARE(silence.matchers[0].value, u"SiteDown"_s);
    }

    void aSilencedAlertWakesNobody()
    {
        Stage stage;
        stage.servers.alertmanager = QByteArray(siteDown).replace("active", "suppressed");
        stage.add(upstream::Kind::Alertmanager, u"am"_s);
        QVERIFY(stage.open().empty());
        QVERIFY(stage.upstreams.alerts().at(0).isMuted());
        stage.servers.alertmanager = siteDown;
        stage.look();
        QCOMPARE(stage.open().size(), size_t(1));
    }

    void plannedWorkKeepsAnAlertQuietUntilItsEnd()
    {
        Stage stage;
        QSignalSpy raised(&stage.upstreams, &Upstreams::alertRaised);
        support::startWork(stage.office);
        stage.servers.alertmanager = downAlert("ShopDown", "shop");
        stage.add(upstream::Kind::Alertmanager, u"am"_s);
        QCOMPARE(raised.size(), 0);
        QCOMPARE(stage.open().size(), size_t(1)); // the work itself
        // It is shown all the same, and an alert of another part is heard.
        QCOMPARE(stage.upstreams.alerts().size(), size_t(1));
        stage.servers.alertmanager = downAlert("MailDown", "mail");
        stage.look();
        QCOMPARE(raised.size(), 1);
        QCOMPARE(stage.open().size(), size_t(2));
        // The work should be over, and the shop is still away.
        stage.servers.alertmanager = downAlert("ShopDown", "shop");
        stage.look();
        QCOMPARE(raised.size(), 1);
        stage.office.clock.advance(30min);
        stage.look();
        emit stage.office.desk->changed({});
        QCOMPARE(raised.size(), 2);
        QCOMPARE(stage.open().size(), size_t(3));
    }

    void whatEndsDuringTheWorkIsNobodysTrouble()
    {
        Stage stage;
        QSignalSpy raised(&stage.upstreams, &Upstreams::alertRaised);
        QSignalSpy vanished(&stage.upstreams, &Upstreams::alertVanished);
        support::startWork(stage.office);
        stage.servers.alertmanager = downAlert("ShopDown", "shop");
        stage.add(upstream::Kind::Alertmanager, u"am"_s);
        stage.servers.alertmanager = "[]";
        stage.office.clock.advance(10s);
        stage.look();
        stage.office.clock.advance(30min);
        stage.look();
        emit stage.office.desk->changed({});
        QCOMPARE(raised.size() + vanished.size(), 0);
        QCOMPARE(stage.open().size(), size_t(1));
    }

    void whatDoesNotAnswerHasNotVanished()
    {
        Stage stage;
        stage.servers.alertmanager = siteDown;
        stage.add(upstream::Kind::Alertmanager, u"am"_s);
        stage.servers.alertmanager = "<html>";
        stage.look();
        QVERIFY(stage.upstreams.servers().at(0).trouble.has_value());
        QVERIFY(!stage.open()[0].alerts[0].ended.isKnown());
    }

    void aRestartKnowsItsAlerts()
    {
        Stage stage;
        stage.servers.alertmanager = siteDown;
        stage.add(upstream::Kind::Alertmanager, u"am"_s);
        stage.office.clock.advance(60s);
        {
            Upstreams again(stage.http, *stage.office.desk);
            QVERIFY(again.start().isEmpty());
            Stage::settle();
            QCOMPARE(again.servers().size(), size_t(1));
            QCOMPARE(stage.open().size(), size_t(1));
            QCOMPARE(stage.open()[0].alerts.size(), size_t(1));
        }
        stage.servers.alertmanager = "[]";
        Upstreams later(stage.http, *stage.office.desk);
        QVERIFY(later.start().isEmpty());
        Stage::settle();
        QCOMPARE(stage.open()[0].alerts[0].ended,
                 timing::RoughInstant::between(support::utc("2026-11-22T16:07:40Z"),
                                               support::utc("2026-11-22T16:09:00Z")));
    }

    void showsWhatAProviderSays()
    {
        Stage stage;
        stage.servers.page = R"({"page":{"name":"Cloud"},"status":{"indicator":"major",
            "description":"Partial outage"},"components":[],"incidents":[{"id":"1",
            "name":"Disks are slow","status":"identified","impact":"major",
            "started_at":"2026-11-22T16:00:00Z"}]})";
        stage.add(upstream::Kind::Provider, u"cloud"_s);
        const auto server = stage.upstreams.servers().at(0);
        QVERIFY(server.status.has_value());
        QCOMPARE(server.status->notices.at(0).title, u"Disks are slow"_s);
        QVERIFY(stage.open().empty());
    }

    void aProviderMayHaveAFeedAlone()
    {
        Stage stage;
        stage.servers.feed =
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Cloud</title><entry><id>1</id>"
            "<title>Disks are slow</title><updated>2026-11-22T16:00:00Z</updated>"
            "<content type=\"text\">Identified - A cable.</content></entry></feed>";
        stage.add(upstream::Kind::Provider, u"cloud/feed"_s);
        const auto server = stage.upstreams.servers().at(0);
        QVERIFY(server.status.has_value());
        QCOMPARE(server.status->notices.at(0).title, u"Disks are slow"_s);
        // From then on the feed alone is asked.
        const auto before = stage.http.requests.size();
        stage.look();
        QCOMPARE(stage.http.requests.size(), before + 1);
        QCOMPARE(stage.http.requests.last().url.path(), u"/feed"_s);
    }

    void triesWithoutKeeping()
    {
        Stage stage;
        const auto fine =
            waitFor(stage.upstreams.test(spec(upstream::Kind::Alertmanager, u"am"_s)));
        QVERIFY(fine && fine->contains(u"No alert"_s));
        const auto page = waitFor(stage.upstreams.test(spec(upstream::Kind::Provider, u"p"_s)));
        QVERIFY(!page && page.error().text.contains(u"neither a status summary nor a feed"_s));
        auto wrong = spec(upstream::Kind::Prometheus, u"p"_s);
        wrong.addresses = {u"tcp://p:1"_s};
        QVERIFY(!waitFor(stage.upstreams.test(wrong)));
        QVERIFY(stage.upstreams.servers().empty());
    }

    void namesRulesThatCannotBeEvaluated()
    {
        Stage stage;
        stage.servers.rules = R"({"status":"success","data":{"groups":[{"name":"g","rules":[
            {"type":"alerting","name":"Broken","query":"x","state":"inactive",
            "lastError":"many-to-many"}]}]}})";
        stage.add(upstream::Kind::Prometheus, u"p"_s);
        QVERIFY(stage.upstreams.servers().at(0).remarks.join(u' ').contains(u"many-to-many"_s));
    }
};

QTEST_GUILESS_MAIN(TestUpstreams)
#include "tst_upstreams.moc"
