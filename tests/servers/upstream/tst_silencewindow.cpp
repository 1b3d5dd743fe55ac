// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "alertmanager/client.h"
#include "http/networkclient.h"
#include "support/realserver.h"
#include "support/waiting.h"
#include "ui/alerts/alertspanel.h"
#include "ui/alerts/silencedialog.h"
#include "ui/alerts/silencesdialog.h"
#include "view/formhands.h"

#include <algorithm>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using alertmanager::Silence;
using alertmanager::SilenceState;
using support::waitFor;

namespace {

constexpr int patience = 60'000; ///< ms

QPushButton *named(const QWidget &root, const QString &text)
{
    for (auto *button : root.findChildren<QPushButton *>()) {
        if (button->text().startsWith(text))
            return button;
    }
    return nullptr;
}

} // namespace

/// What is done in the window arrives at the Alertmanager of Debian, and what happens there is
/// seen.
class TestSilenceWindow : public QObject
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
        alertmanager::Cluster cluster;
        cluster.members = {m_url};
        m_client = std::make_unique<alertmanager::Client>(m_http, cluster);
        m_ledger = std::move(ledger::Ledger::open(m_folder.path(), m_clock, m_ids).value());
        m_settings = std::move(settings::Settings::open(m_folder.path()).value());
        m_desk = std::make_unique<workflow::Desk>(*m_ledger, *m_settings, m_clock, m_ids,
                                                  m_folder.path());
        m_watch = std::make_unique<workflow::Watch>(m_sources, *m_desk);
        m_upstreams = std::make_unique<workflow::Upstreams>(m_http, *m_desk);
        m_acknowledgements = std::make_unique<workflow::Acknowledgements>(*m_desk);
        QVERIFY(m_upstreams->start().isEmpty());
        upstream::Spec spec;
        spec.kind = upstream::Kind::Alertmanager;
        spec.name = u"alerts"_s;
        spec.addresses = {m_url.toString()};
        QVERIFY(m_upstreams->add(spec));
        m_panel = std::make_unique<ui::AlertsPanel>(*m_watch, *m_upstreams, *m_acknowledgements);
        m_panel->show();
    }

    void anAlertIsSilencedInTheWindow()
    {
        post(true);
        auto *tree = m_panel->findChild<QTreeWidget *>();
        QTRY_VERIFY_WITH_TIMEOUT((look(), tree->topLevelItemCount() == 1), patience);
        tree->setCurrentItem(tree->topLevelItem(0));
        m_panel->silence();
        auto *dialog = m_panel->findChild<ui::SilenceDialog *>();
        QVERIFY(dialog);
        formhands::type(*dialog, u"Why"_s, u"Being mended"_s);
        QTest::mouseClick(named(*dialog, u"Silence it"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!active().empty(), patience);
        const Silence silence = active().front();
        QCOMPARE(silence.comment, u"Being mended"_s);
        QCOMPARE(silence.matchers.at(0).name, u"alertname"_s);
        const auto isMuted = [this] {
            look();
            const auto groups = m_upstreams->alerts();
            return !groups.empty() && groups.front().isMuted();
        };
        QTRY_VERIFY_WITH_TIMEOUT(isMuted(), patience);
    }

    void itIsChangedInTheWindow()
    {
        const Silence before = active().at(0);
        ui::SilencesDialog *list = openList();
        QTest::mouseClick(named(*list, u"Change"_s), Qt::LeftButton);
        auto *dialog = list->findChild<ui::SilenceDialog *>();
        QVERIFY(dialog);
        formhands::type(*dialog, u"Until"_s, u"in 5 h"_s);
        formhands::type(*dialog, u"Why"_s, u"Takes longer"_s);
        QTest::mouseClick(named(*dialog, u"Change it"_s), Qt::LeftButton);
        const auto isLonger = [&] {
            const auto now = active();
            return now.size() == 1 && now[0].comment == u"Takes longer"_s &&
                   now[0].endsAt > before.endsAt;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isLonger(), patience);
        QCOMPARE(active()[0].id, before.id);
        auto *table = list->findChild<QTableWidget *>();
        QTRY_COMPARE_WITH_TIMEOUT(table->item(0, 3)->text(), u"Takes longer"_s, patience);
        list->close();
    }

    void itIsEndedInTheWindow()
    {
        ui::SilencesDialog *list = openList();
        QTest::mouseClick(named(*list, u"End it now"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(active().empty(), patience);
        auto *table = list->findChild<QTableWidget *>();
        QTRY_COMPARE_WITH_TIMEOUT(table->rowCount(), 0, patience);
        list->close();
        const auto isLoud = [this] {
            look();
            const auto groups = m_upstreams->alerts();
            return !groups.empty() && !groups.front().isMuted();
        };
        QTRY_VERIFY_WITH_TIMEOUT(isLoud(), patience);
    }

    /// It keeps no end of what is over: the window stops showing it, and the incident says between
    /// which of our looks that was.
    void whatVanishesIsStampedByUs()
    {
        QCOMPARE(m_desk->openIncidents().size(), size_t(1));
        const QString id = m_desk->openIncidents().front().id;
        const base::Instant seen = m_clock.now();
        post(false);
        auto *tree = m_panel->findChild<QTreeWidget *>();
        QTRY_VERIFY_WITH_TIMEOUT((look(), tree->topLevelItemCount() == 0), patience);
        const auto alert = m_desk->load(id).value().alerts.at(0);
        QVERIFY(alert.ended.isKnown());
        QVERIFY(*alert.ended.hi() >= seen);
        QVERIFY(*alert.ended.lo() <= *alert.ended.hi());
        QVERIFY(*alert.ended.hi() <= m_clock.now() + 1s);
    }

private:
    void look()
    {
        m_upstreams->look();
        QTest::qWait(300);
    }

    /// With what the server has, read.
    ui::SilencesDialog *openList()
    {
        m_panel->showSilences();
        ui::SilencesDialog *list = nullptr;
        for (auto *dialog : m_panel->findChildren<ui::SilencesDialog *>()) {
            if (dialog->isVisible())
                list = dialog;
        }
        if (!list)
            qFatal("the list of silences does not open");
        auto *table = list->findChild<QTableWidget *>();
        if (!QTest::qWaitFor([table] { return table->rowCount() == 1; }, patience))
            qFatal("the list of silences stays empty");
        return list;
    }

    /// At the server, asked apart from the window.
    std::vector<Silence> active()
    {
        const auto told = waitFor(m_client->silences());
        std::vector<Silence> all;
        if (told)
            std::ranges::copy_if(told->all, std::back_inserter(all), [](const Silence &silence) {
                return silence.state != SilenceState::Expired;
            });
        return all;
    }

    /// As Prometheus sends it.
    void post(bool isFiring)
    {
        const auto at = QDateTime::currentDateTimeUtc();
        http::Request request;
        request.method = http::Method::Post;
        request.url = m_url.resolved(QUrl(u"/api/v2/alerts"_s));
        request.headers = {{"Content-Type", "application/json"}};
        request.body =
            u"[{\"labels\":{\"alertname\":\"ShopDown\",\"severity\":\"page\"},\"annotations\":{"
            "\"summary\":\"Shop is down\"},\"startsAt\":\"%1\",\"endsAt\":\"%2\"}]"_s
                .arg(at.addSecs(-60).toString(Qt::ISODate),
                     at.addSecs(isFiring ? 1200 : -1).toString(Qt::ISODate))
                .toUtf8();
        const auto response = waitFor(m_http.send(request));
        QVERIFY(response && response->isSuccess());
    }

    QTemporaryDir m_folder;
    support::RealServer m_server;
    QUrl m_url;
    base::SystemClock m_clock;
    base::IdSource m_ids{m_clock};
    http::NetworkClient m_http;
    std::unique_ptr<alertmanager::Client> m_client;
    source::SourceSet m_sources{m_clock};
    std::unique_ptr<ledger::Ledger> m_ledger;
    std::unique_ptr<settings::Settings> m_settings;
    std::unique_ptr<workflow::Desk> m_desk;
    std::unique_ptr<workflow::Watch> m_watch;
    std::unique_ptr<workflow::Upstreams> m_upstreams;
    std::unique_ptr<workflow::Acknowledgements> m_acknowledgements;
    std::unique_ptr<ui::AlertsPanel> m_panel;
};

QTEST_MAIN(TestSilenceWindow)
#include "tst_silencewindow.moc"
