// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/networkclient.h"
#include "support/memorykeyring.h"
#include "support/office.h"
#include "support/realserver.h"
#include "support/waiting.h"
#include "workflow/loginclient.h"
#include "workflow/metricbrowser.h"

using namespace Qt::StringLiterals;
using support::waitFor;

namespace {

/// "correct horse", with the smallest cost that bcrypt has.
constexpr char users[] = "basic_auth_users:\n"
                         "  ana: $2b$04$abcdefghijklmnopqrstuujydOTSfIH/d5oUHpsygqV5X9xJLQc6e\n";

QByteArray configuration(quint16 port)
{
    return "global: {scrape_interval: 1s}\n"
           "scrape_configs:\n"
           "- job_name: itself\n"
           "  basic_auth: {username: ana, password: correct horse}\n"
           "  static_configs: [{targets: ['127.0.0.1:" +
           QByteArray::number(port) + "']}]\n";
}

} // namespace

/// Browsing the Prometheus of Debian, which asks who we are.
class TestPrometheusLogin : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        const quint16 port = support::freePort();
        support::writeFile(m_folder.filePath(u"web.yml"_s), users);
        support::writeFile(m_folder.filePath(u"prometheus.yml"_s), configuration(port));
        m_prometheus.start(u"prometheus"_s,
                           {u"--config.file="_s + m_folder.filePath(u"prometheus.yml"_s),
                            u"--web.config.file="_s + m_folder.filePath(u"web.yml"_s),
                            u"--storage.tsdb.path="_s + m_folder.filePath(u"tsdb"_s),
                            u"--web.listen-address=127.0.0.1:%1"_s.arg(port)},
                           m_folder.path());
        m_url = QUrl(u"http://127.0.0.1:%1"_s.arg(port));
        QVERIFY(m_browser.open(m_url.toString()));
        const auto asksWho = [this] {
            const auto metrics = waitFor(m_browser.metrics());
            return !metrics && metrics.error().kind == base::ErrorKind::Auth;
        };
        QTRY_VERIFY2_WITH_TIMEOUT(asksWho(), m_prometheus.log(), 30'000);
    }

    void aWrongPasswordIsSaid()
    {
        login("wrong horse");
        const auto metrics = waitFor(m_browser.metrics());
        QVERIFY(!metrics);
        QVERIFY2(metrics.error().text.contains(u"does not accept the login"_s),
                 qPrintable(metrics.error().text));
    }

    void browsesBehindALogin()
    {
        login("correct horse");
        const auto find = [this](const QString &name) {
            const auto metrics = waitFor(m_browser.metrics());
            if (!metrics)
                return workflow::Metric();
            const auto found = std::ranges::find(*metrics, name, &workflow::Metric::name);
            return found == metrics->end() ? workflow::Metric() : *found;
        };
        const QString name = u"prometheus_http_requests_total"_s;
        QTRY_COMPARE_WITH_TIMEOUT(find(name).name, name, 30'000);
        const auto isKnown = [&] {
            const workflow::Metric metric = find(name);
            return metric.type == u"counter"_s && !metric.help.isEmpty() &&
                   metric.kind() == prometheus::MetricKind::Counter;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isKnown(), 30'000);
        const prometheus::Labels chosen{{u"__name__"_s, name}};
        const auto labels = waitFor(m_browser.labels(chosen));
        QVERIFY(labels && labels->contains(u"handler"_s) && !labels->contains(u"__name__"_s));
        const auto all = waitFor(m_browser.values(u"code"_s, chosen));
        QVERIFY(all && !all->isEmpty());
        prometheus::Labels narrow = chosen;
        narrow[u"handler"_s] = u"/no/such"_s;
        const auto none = waitFor(m_browser.values(u"code"_s, narrow));
        QVERIFY(none && none->isEmpty());
    }

    void showsTheLastHour()
    {
        login("correct horse");
        const auto points = [this](const QString &expression) {
            const auto hour = waitFor(m_browser.lastHour(expression));
            return hour && hour->count == 1 ? qint64(hour->series[0].points.size()) : -1;
        };
        QTRY_VERIFY_WITH_TIMEOUT(points(u"up"_s) > 0, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(points(u"sum(up) # all of them"_s) > 0, 30'000);
        QCOMPARE(points(u"1 + 1"_s), 241);
        const auto many = waitFor(m_browser.lastHour(u"{__name__=~\".+\"}"_s));
        QVERIFY(many && many->count > workflow::LastHour::mostShown && many->series.empty());
        const auto broken = waitFor(m_browser.lastHour(u"sum("_s));
        QVERIFY(!broken);
        QVERIFY2(broken.error().text.contains(u"parse error"_s), qPrintable(broken.error().text));
        const auto nothing = waitFor(m_browser.lastHour(u"no_such_metric"_s));
        QVERIFY(nothing && nothing->count == 0);
        const auto span = waitFor(m_browser.lastHour(u"up[5m]"_s));
        QVERIFY(!span);
        QCOMPARE(span.error().kind, base::ErrorKind::Input);
    }

    void brokenOffIsCancelled()
    {
        login("correct horse");
        const auto asked = m_browser.metrics();
        m_browser.cancel();
        QTRY_VERIFY_WITH_TIMEOUT(asked.isFinished(), 30'000);
        QVERIFY(asked.isCanceled() && asked.resultCount() == 0);
    }

private:
    void login(const QByteArray &password)
    {
        const workflow::Login login{m_url, workflow::LoginKind::Basic, u"ana"_s};
        QVERIFY(waitFor(m_logins.add(login, secret::Secret(password), secret::Keep::ForGood)));
    }

    QTemporaryDir m_folder;
    support::RealServer m_prometheus;
    QUrl m_url;
    support::Office m_office;
    support::MemoryKeyring m_keyring;
    secret::Vault m_vault{m_keyring};
    workflow::Logins m_logins{*m_office.settings, m_vault};
    http::NetworkClient m_http;
    workflow::LoginClient m_client{m_http, m_logins};
    base::SystemClock m_clock;
    workflow::MetricBrowser m_browser{m_client, m_clock};
};

QTEST_GUILESS_MAIN(TestPrometheusLogin)
#include "tst_prometheuslogin.moc"
