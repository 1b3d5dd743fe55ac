// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/fakehttp.h"
#include "support/office.h"
#include "support/shownwords.h"
#include "support/takenformarkup.h"
#include "ui/alerts/alertspanel.h"
#include "ui/alerts/silencedialog.h"
#include "ui/alerts/silencesdialog.h"
#include "ui/settings/upstreamspage.h"
#include "ui/widget/formfield.h"

#include <QComboBox>
#include <QInputDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableWidget>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using upstream::Kind;

namespace {

const QByteArray twoAlerts =
    R"([{"fingerprint":"a","labels":{"alertname":"SiteDown","instance":"a"},
    "annotations":{"summary":"Shop a is down"},"startsAt":"2026-11-22T16:05:00Z"},
    {"fingerprint":"b","labels":{"alertname":"SiteDown","instance":"b"}}])";
const QByteArray provider = R"({"page":{"name":"Cloud"},"status":{"indicator":"major",
    "description":"Partial outage"},"incidents":[{"id":"1","name":"Disks are slow",
    "status":"identified","impact":"major","started_at":"2026-11-22T16:00:00Z"}]})";

struct Stage
{
    support::Office office;
    QByteArray posted;
    QByteArray alerts = twoAlerts;
    QByteArray silences = "[]";
    support::FakeHttp http{[this](const http::Request &request) {
        return answer(request);
    }};
    source::SourceSet sources{office.clock};
    workflow::Watch watch{sources, *office.desk};
    workflow::Upstreams upstreams{http, *office.desk};
    workflow::Acknowledgements acknowledgements{*office.desk};

    Stage()
    {
        acknowledgements.follow(watch);
        acknowledgements.follow(upstreams);
        QVERIFY(upstreams.start().isEmpty());
    }

    base::Result<http::Response> answer(const http::Request &request)
    {
        const QString path = request.url.path();
        if (request.method == http::Method::Post) {
            posted = request.body;
            return support::json(R"({"silenceID":"s1"})");
        }
        if (path.endsWith(u"/alerts"_s))
            return support::json(alerts);
        if (request.method == http::Method::Delete)
            return support::json(R"({"message":"not found"})", 500);
        if (path.endsWith(u"/silences"_s))
            return support::json(silences);
        return path.endsWith(u"/summary.json"_s) ? support::json(provider) : support::json("[]");
    }

    void add(Kind kind, const QString &name)
    {
        upstream::Spec spec;
        spec.kind = kind;
        spec.name = name;
        spec.addresses = {u"http://am:9093"_s};
        QVERIFY(upstreams.add(spec));
        QTRY_VERIFY(upstreams.servers().back().answeredAt.has_value());
    }
};

template <class T>
T *fieldOf(QWidget &root, const QString &name)
{
    for (T *widget : root.findChildren<T *>()) {
        if (widget->accessibleName() == name)
            return widget;
    }
    return nullptr;
}

void press(QWidget &root, const QString &text)
{
    for (auto *button : root.findChildren<QPushButton *>()) {
        if (button->text().startsWith(text))
            return button->click();
    }
    QFAIL(qPrintable(text));
}

} // namespace

class TestAlerts : public QObject
{
    Q_OBJECT

private slots:
    void isHiddenWhileThereIsNothing()
    {
        Stage stage;
        ui::AlertsPanel panel(stage.watch, stage.upstreams, stage.acknowledgements);
        QVERIFY(panel.isHidden());
    }

    void groupsAlertsAndShowsProviders()
    {
        Stage stage;
        ui::AlertsPanel panel(stage.watch, stage.upstreams, stage.acknowledgements);
        stage.add(Kind::Alertmanager, u"Alerts"_s);
        stage.add(Kind::Provider, u"Cloud"_s);
        QVERIFY(!panel.isHidden());
        const auto *tree = panel.findChild<QTreeWidget *>();
        QCOMPARE(tree->topLevelItemCount(), 2);
        QCOMPARE(tree->topLevelItem(0)->text(0), u"SiteDown: 2 alerts"_s);
        QCOMPARE(tree->topLevelItem(0)->text(1), u"3 min"_s);
        QCOMPARE(tree->topLevelItem(0)->childCount(), 2);
        QCOMPARE(tree->topLevelItem(1)->text(0), u"Cloud: Partial outage"_s);
        QCOMPARE(tree->topLevelItem(1)->child(0)->text(0), u"Disks are slow"_s);
        QVERIFY(!tree->accessibleName().isEmpty());
    }

    void aFewLinesAreAllSeen()
    {
        Stage stage;
        ui::AlertsPanel panel(stage.watch, stage.upstreams, stage.acknowledgements);
        panel.setStyleSheet(u"QTreeView { border: 1px solid black; }"_s);
        panel.show();
        stage.add(Kind::Alertmanager, u"Alerts"_s);
        auto *tree = panel.findChild<QTreeWidget *>();
        stage.add(Kind::Provider, u"Cloud"_s);
        tree->setCurrentItem(tree->topLevelItem(1));
        for (int i = 0; i < 3; ++i)
            emit stage.upstreams.changed();
        QCoreApplication::processEvents();
        QCOMPARE(tree->verticalScrollBar()->maximum(), 0);
        QVERIFY(tree->visualItemRect(tree->topLevelItem(0)).top() >= 0);
    }

    void aSilenceThatCannotBeEndedSaysWhy()
    {
        Stage stage;
        stage.silences = R"([{"id":"s1","status":{"state":"active"},"comment":"swap",
            "updatedAt":"2026-11-22T16:00:00Z","createdBy":"ana","endsAt":"2026-11-22T17:00:00Z",
            "startsAt":"2026-11-22T16:00:00Z","matchers":[{"isEqual":true,"isRegex":false,
            "name":"alertname","value":"SiteDown"}]}])";
        stage.add(Kind::Alertmanager, u"Alerts"_s);
        ui::SilencesDialog dialog(stage.upstreams, stage.upstreams.silencer());
        dialog.show();
        const auto *table = dialog.findChild<QTableWidget *>();
        QTRY_COMPARE(table->rowCount(), 1);
        press(dialog, u"End it now"_s);
        // Said, and still there when the list has been read anew.
        const auto isSaid = [&] {
            return support::shownWords().contains(u"not found"_s);
        };
        QTRY_VERIFY(isSaid());
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
        QVERIFY(isSaid());
    }

    void wordsOfServersAreNoMarkup()
    {
        using support::hostileMarkup;
        Stage stage;
        const QJsonObject alert{{u"fingerprint"_s, u"a"_s},
                                {u"labels"_s, QJsonObject{{u"alertname"_s, hostileMarkup},
                                                          {u"instance"_s, hostileMarkup}}},
                                {u"annotations"_s, QJsonObject{{u"summary"_s, hostileMarkup},
                                                               {u"description"_s, hostileMarkup}}},
                                {u"startsAt"_s, u"2026-11-22T16:05:00Z"_s}};
        stage.alerts = QJsonDocument(QJsonArray{alert}).toJson();
        ui::AlertsPanel panel(stage.watch, stage.upstreams, stage.acknowledgements);
        stage.add(Kind::Alertmanager, hostileMarkup);
        const auto *tree = panel.findChild<QTreeWidget *>();
        QVERIFY(tree->topLevelItem(0)->text(0).contains(hostileMarkup));
        press(panel, u"Silence…"_s);
        QVERIFY(panel.findChild<ui::SilenceDialog *>());
        QCOMPARE(support::takenForMarkup(panel), QStringList());
        const ui::UpstreamsPage page(stage.upstreams);
        QCOMPARE(support::takenForMarkup(page), QStringList());
    }

    void anAcknowledgementHasItsNoteAndAge()
    {
        Stage stage;
        ui::AlertsPanel panel(stage.watch, stage.upstreams, stage.acknowledgements);
        stage.add(Kind::Alertmanager, u"Alerts"_s);
        const QString rule = workflow::keyOfUpstream(u"SiteDown"_s);
        QVERIFY(!stage.acknowledgements.acknowledge(rule, u"SiteDown"_s, u" "_s));
        press(panel, u"Acknowledge…"_s);
        auto *dialog = panel.findChild<QInputDialog *>();
        QVERIFY(dialog);
        dialog->setTextValue(u"Sam restarts it"_s);
        dialog->accept();
        stage.office.clock.advance(std::chrono::minutes(5));
        QVERIFY(stage.acknowledgements.of(rule).has_value());
        stage.upstreams.look();
        auto *tree = panel.findChild<QTreeWidget *>();
        const auto noteShown = [&] {
            const QTreeWidgetItem *line = tree->topLevelItem(0);
            return line->text(2) == u"acknowledged"_s &&
                   line->child(0)->text(0) == u"Sam restarts it"_s &&
                   line->child(0)->text(1) == u"5 min"_s;
        };
        QTRY_VERIFY(noteShown());
        workflow::Acknowledgements again(*stage.office.desk);
        QCOMPARE(again.all().size(), size_t(1));
        // It ends with the last alert of the rule.
        stage.alerts = "[]";
        stage.upstreams.look();
        QTRY_VERIFY(stage.acknowledgements.all().empty());
    }

    void writesASilence()
    {
        Stage stage;
        ui::AlertsPanel panel(stage.watch, stage.upstreams, stage.acknowledgements);
        stage.add(Kind::Alertmanager, u"Alerts"_s);
        press(panel, u"Silence…"_s);
        auto *dialog = panel.findChild<ui::SilenceDialog *>();
        QVERIFY(dialog);
        QCOMPARE(fieldOf<QLineEdit>(*dialog, u"What"_s)->text(), u"alertname=\"SiteDown\""_s);
        dialog->accept(); // without a reason
        QTRY_VERIFY(!dialog->findChildren<ui::FormField *>().last()->error().isEmpty());
        QVERIFY(stage.posted.isEmpty());
        fieldOf<QLineEdit>(*dialog, u"Why"_s)->setText(u"Being mended"_s);
        fieldOf<QLineEdit>(*dialog, u"Until"_s)->setText(u"18:30"_s);
        dialog->accept();
        QTRY_VERIFY(!stage.posted.isEmpty());
        const QJsonObject sent = QJsonDocument::fromJson(stage.posted).object();
        QCOMPARE(sent.value("comment"_L1).toString(), u"Being mended"_s);
        QCOMPARE(sent.value("createdBy"_L1).toString(), u"ana"_s);
        QCOMPARE(sent.value("matchers"_L1).toArray().size(), 1);
        QVERIFY(sent.value("endsAt"_L1).toString().startsWith(u"2026-11-22T18:30:00"_s));
    }

    void noErrorShowsAPassword_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("with a user") << u"http://ana:canary-88aa@am:9093"_s;
        QTest::newRow("as a user") << u"https://canary-88aa@am:9093/"_s;
        QTest::newRow("broken") << u"http://ana:canary-88aa@am:port"_s;
        QTest::newRow("no scheme") << u"ana:canary-88aa@am:9093"_s;
    }

    /// The field shows what is being typed into it; nothing else does, and nothing is kept.
    void noErrorShowsAPassword()
    {
        QFETCH(QString, address);
        Stage stage;
        ui::UpstreamsPage page(stage.upstreams);
        auto *field = fieldOf<QLineEdit>(page, u"Address"_s);
        field->setText(address);
        auto *row = qobject_cast<ui::FormField *>(field->parentWidget());
        for (const QString &action : {u"Test it"_s, u"Ask it from now on"_s}) {
            press(page, action);
            QTRY_VERIFY(!row->error().isEmpty());
            QVERIFY2(!support::shownWords().remove(address).contains(u"canary"_s),
                     qPrintable(row->error()));
        }
        QVERIFY(stage.upstreams.servers().empty());
    }

    void aServerIsTriedAddedAndRemoved()
    {
        Stage stage;
        ui::UpstreamsPage page(stage.upstreams);
        auto *address = fieldOf<QLineEdit>(page, u"Address"_s);
        QVERIFY(address);
        press(page, u"Test it"_s);
        auto *row = qobject_cast<ui::FormField *>(address->parentWidget());
        QVERIFY(row);
        QTRY_VERIFY(!row->error().isEmpty());
        address->setText(u"http://am:9093"_s);
        press(page, u"Test it"_s);
        QTRY_VERIFY(row->note().contains(u"2 alerts"_s));
        QVERIFY(stage.upstreams.servers().empty());
        press(page, u"Ask it from now on"_s);
        QCOMPARE(stage.upstreams.servers().size(), size_t(1));
        press(page, u"Ask it no longer"_s);
        QVERIFY(stage.upstreams.servers().empty());
    }
};

QTEST_MAIN(TestAlerts)
#include "tst_alerts.moc"
