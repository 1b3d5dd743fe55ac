// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/networkclient.h"
#include "support/realserver.h"
#include "support/waiting.h"
#include "workflow/upstreams.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::waitFor;
using workflow::Upstreams;

namespace {

constexpr char rules[] = "groups:\n"
                         "- name: g\n"
                         "  rules:\n"
                         "  - alert: TargetDown\n"
                         "    expr: up == 0\n"
                         "    for: 2s\n"
                         "    labels: {severity: page}\n"
                         "    annotations: {summary: \"{{ $labels.job }} is down\"}\n";

constexpr char routes[] =
    "route: {receiver: none, group_wait: 1s, group_interval: 5s, repeat_interval: 1h}\n"
    "receivers: [{name: none}]\n";

QByteArray address(quint16 port)
{
    return "'127.0.0.1:" + QByteArray::number(port) + "'";
}

upstream::Spec specOf(upstream::Kind kind, const QString &name, quint16 port)
{
    upstream::Spec spec;
    spec.kind = kind;
    spec.name = name;
    spec.addresses = {u"http://127.0.0.1:%1"_s.arg(port)};
    return spec;
}

} // namespace

/// An alert that really fires, a silence that really holds, and an end that nobody announces.
class TestRealUpstream : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        const auto path = [this](const QString &name) {
            return m_folder.filePath(name);
        };
        const quint16 am = support::freePort();
        support::writeFile(path(u"am.yml"_s), routes);
        m_alertmanager.start(
            u"prometheus-alertmanager"_s,
            {u"--config.file="_s + path(u"am.yml"_s), u"--storage.path="_s + path(u"am"_s),
             u"--web.listen-address=127.0.0.1:%1"_s.arg(am), u"--cluster.listen-address="_s},
            m_folder.path());
        m_target = support::freePort();
        const quint16 port = support::freePort();
        support::writeFile(path(u"rules.yml"_s), rules);
        support::writeFile(path(u"prometheus.yml"_s),
                           "global: {scrape_interval: 1s, evaluation_interval: 1s}\n"
                           "alerting: {alertmanagers: [{static_configs: [{targets: [" +
                               address(am) + "]}]}]}\nrule_files: [rules.yml]\n" +
                               "scrape_configs:\n- job_name: shop\n  static_configs: [{targets: [" +
                               address(m_target) + "]}]\n");
        m_prometheus.start(u"prometheus"_s,
                           {u"--config.file="_s + path(u"prometheus.yml"_s),
                            u"--storage.tsdb.path="_s + path(u"tsdb"_s),
                            u"--web.listen-address=127.0.0.1:%1"_s.arg(port)},
                           m_folder.path());
        QVERIFY2(m_alertmanager.isReady(am, "/-/ready"), m_alertmanager.log());
        QVERIFY2(m_prometheus.isReady(port, "/-/ready"), m_prometheus.log());
        m_ledger = std::move(ledger::Ledger::open(m_folder.path(), m_clock, m_ids).value());
        m_settings = std::move(settings::Settings::open(m_folder.path()).value());
        m_desk = std::make_unique<workflow::Desk>(*m_ledger, *m_settings, m_clock, m_ids,
                                                  m_folder.path());
        m_upstreams = std::make_unique<Upstreams>(m_http, *m_desk);
        QVERIFY(m_upstreams->start().isEmpty());
        QVERIFY(m_upstreams->add(specOf(upstream::Kind::Alertmanager, u"alerts"_s, am)));
        QVERIFY(m_upstreams->add(specOf(upstream::Kind::Prometheus, u"metrics"_s, port)));
    }

    void anAlertFiresOnceAndOpensOneIncident()
    {
        // Until both tell about it, which they do at different moments.
        const auto isKnown = [this] {
            look();
            const auto incidents = open();
            return incidents.size() == 1 && !incidents[0].alerts.empty() &&
                   incidents[0].alerts[0].started.isExact();
        };
        QTRY_VERIFY_WITH_TIMEOUT(isKnown(), 60'000);
        const incident::Incident incident = open()[0];
        QCOMPARE(incident.title, u"Shop is down"_s);
        QCOMPARE(incident.alerts.size(), size_t(1));
        QCOMPARE(m_upstreams->alerts().size(), size_t(1));
        const incident::AlertEvidence &alert = incident.alerts[0];
        QVERIFY(*alert.started.hi() <= alert.detected);
    }

    void aSilenceHolds()
    {
        const QString server = m_upstreams->silencer();
        auto silence = m_upstreams->silenceFor(m_upstreams->alerts().at(0));
        silence.comment = u"Known"_s;
        silence.createdBy = u"sam"_s;
        const auto saved = waitFor(m_upstreams->saveSilence(server, silence));
        QVERIFY2(saved.has_value(), qPrintable(saved ? QString() : saved.error().text));
        QTRY_VERIFY_WITH_TIMEOUT((look(), m_upstreams->alerts().at(0).isMuted()), 20'000);
        QVERIFY(waitFor(m_upstreams->expireSilence(server, *saved)));
        QTRY_VERIFY_WITH_TIMEOUT((look(), !m_upstreams->alerts().at(0).isMuted()), 20'000);
        QCOMPARE(open().size(), size_t(1));
    }

    void itsEndIsStampedByUs()
    {
        m_exporter.start(u"prometheus-node-exporter"_s,
                         {u"--web.listen-address=127.0.0.1:%1"_s.arg(m_target),
                          u"--collector.textfile.directory="_s + m_folder.path()},
                         m_folder.path());
        QVERIFY2(m_exporter.isReady(m_target, "/metrics"), m_exporter.log());
        QTRY_VERIFY_WITH_TIMEOUT((look(), open().at(0).alerts.at(0).ended.isKnown()), 60'000);
        QVERIFY(m_upstreams->alerts().empty());
        const incident::AlertEvidence alert = open()[0].alerts[0];
        QVERIFY(*alert.ended.lo() >= alert.detected);
        QVERIFY(*alert.ended.hi() <= m_clock.now() + 1s);
    }

private:
    void look()
    {
        m_upstreams->look();
        QTest::qWait(300);
    }

    std::vector<incident::Incident> open() const
    {
        std::vector<incident::Incident> all;
        for (const auto &summary : m_desk->openIncidents())
            all.push_back(m_desk->load(summary.id).value());
        return all;
    }

    QTemporaryDir m_folder;
    quint16 m_target = 0;
    support::RealServer m_alertmanager;
    support::RealServer m_prometheus;
    support::RealServer m_exporter;
    base::SystemClock m_clock;
    base::IdSource m_ids{m_clock};
    http::NetworkClient m_http;
    std::unique_ptr<ledger::Ledger> m_ledger;
    std::unique_ptr<settings::Settings> m_settings;
    std::unique_ptr<workflow::Desk> m_desk;
    std::unique_ptr<Upstreams> m_upstreams;
};

QTEST_GUILESS_MAIN(TestRealUpstream)
#include "tst_realupstream.moc"
