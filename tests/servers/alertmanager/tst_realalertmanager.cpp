// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "alertmanager/client.h"
#include "http/networkclient.h"
#include "support/realserver.h"
#include "support/waiting.h"

#include <algorithm>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace alertmanager;
using support::waitFor;

namespace {

base::Instant now()
{
    return base::SystemClock().now();
}

Silence silenceFor(const QString &alert)
{
    Silence silence;
    silence.matchers = {{u"alertname"_s, alert}};
    silence.startsAt = now();
    silence.endsAt = now() + 1h;
    silence.createdBy = u"sam"_s;
    silence.comment = u"Known, being mended"_s;
    return silence;
}

} // namespace

/// Against the Alertmanager of Debian.
class TestRealAlertmanager : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        const quint16 port = support::freePort();
        m_server.startAlertmanager(port, m_folder.path());
        QVERIFY2(m_server.isReady(port, "/-/ready"), m_server.log());
        m_url = QUrl(u"http://127.0.0.1:%1"_s.arg(port));
        Cluster cluster;
        cluster.members = {m_url};
        m_client = std::make_unique<Client>(m_http, cluster);
    }

    void anAlertComesAndGoes()
    {
        const auto fires = [this] {
            const auto all = alerts();
            return std::ranges::any_of(all, [](const Alert &alert) {
                return alert.labels.value(u"alertname"_s) == u"Comes"_s &&
                       alert.annotations.value(u"summary"_s) == u"It is down"_s;
            });
        };
        QVERIFY(!fires());
        post(u"Comes"_s, true);
        QTRY_VERIFY(fires());
        post(u"Comes"_s, false);
        QTRY_VERIFY(!fires());
    }

    void aSilenceHolds()
    {
        post(u"Quiet"_s, true);
        QTRY_COMPARE(stateOf(u"Quiet"_s), AlertState::Active);
        const auto id = waitFor(m_client->save(silenceFor(u"Quiet"_s)));
        QVERIFY2(id.has_value(), qPrintable(id ? QString() : id.error().text));
        QTRY_COMPARE(stateOf(u"Quiet"_s), AlertState::Suppressed);
        QVERIFY(waitFor(m_client->expire(*id)));
        QTRY_COMPARE(stateOf(u"Quiet"_s), AlertState::Active);
    }

    void aChangedSilenceKeepsItsIdUnlessItMatchesOthers()
    {
        const auto id = waitFor(m_client->save(silenceFor(u"Edited"_s)));
        QVERIFY(id.has_value());
        Silence silence = silenceOf(*id);
        silence.endsAt += 1h;
        const auto longer = waitFor(m_client->save(silence));
        QVERIFY(longer.has_value());
        QCOMPARE(*longer, *id);
        QCOMPARE(silenceOf(*id).endsAt, silence.endsAt);
        silence.matchers[0].value = u"Other"_s;
        const auto other = waitFor(m_client->save(silence));
        QVERIFY(other.has_value());
        QVERIFY(*other != *id);
        QCOMPARE(silenceOf(*id).state, SilenceState::Expired);
        QCOMPARE(silenceOf(*other).matchers[0].value, u"Other"_s);
    }

    void groups()
    {
        post(u"Grouped"_s, true);
        const auto holds = [this] {
            const auto groups = waitFor(m_client->groups());
            return groups && !groups->empty() && !groups->front().alerts.empty() &&
                   groups->front().receiver == u"none"_s;
        };
        QTRY_VERIFY(holds());
    }

    void tellsWhatIsWrong()
    {
        Silence broken = silenceFor(u"x"_s);
        broken.matchers[0] = {u"alertname"_s, u"("_s, true};
        const auto saved = waitFor(m_client->save(broken));
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, base::ErrorKind::Input);
        QVERIFY(!waitFor(m_client->expire(u"00000000-0000-0000-0000-000000000000"_s)));
        Cluster elsewhere;
        elsewhere.members = {m_url.resolved(QUrl(u"/nowhere"_s))};
        Client lost(m_http, elsewhere);
        QVERIFY(!waitFor(lost.alerts()));
    }

private:
    /// As Prometheus sends it.
    void post(const QString &alert, bool isFiring)
    {
        const auto at = QDateTime::currentDateTimeUtc();
        const QString body =
            u"[{\"labels\":{\"alertname\":\"%1\"},\"annotations\":{\"summary\":\"It is down\"},"
            "\"startsAt\":\"%2\",\"endsAt\":\"%3\"}]"_s.arg(
                alert, at.addSecs(-60).toString(Qt::ISODate),
                at.addSecs(isFiring ? 240 : -1).toString(Qt::ISODate));
        http::Request request;
        request.method = http::Method::Post;
        request.url = m_url.resolved(QUrl(u"/api/v2/alerts"_s));
        request.headers = {{"Content-Type", "application/json"}};
        request.body = body.toUtf8();
        const auto response = waitFor(m_http.send(request));
        QVERIFY(response && response->isSuccess());
    }

    std::vector<Alert> alerts()
    {
        const auto told = waitFor(m_client->alerts());
        return told ? told->all : std::vector<Alert>();
    }

    AlertState stateOf(const QString &name)
    {
        for (const Alert &alert : alerts()) {
            if (alert.labels.value(u"alertname"_s) == name)
                return alert.state;
        }
        return AlertState::Unprocessed;
    }

    Silence silenceOf(const QString &id)
    {
        const auto told = waitFor(m_client->silences());
        for (const Silence &silence : told ? told->all : std::vector<Silence>()) {
            if (silence.id == id)
                return silence;
        }
        return {};
    }

    QTemporaryDir m_folder;
    support::RealServer m_server;
    QUrl m_url;
    http::NetworkClient m_http;
    std::unique_ptr<Client> m_client;
};

QTEST_GUILESS_MAIN(TestRealAlertmanager)
#include "tst_realalertmanager.moc"
