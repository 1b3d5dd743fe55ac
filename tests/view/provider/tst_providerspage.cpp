// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/fakehttp.h"
#include "support/office.h"
#include "ui/checklist/checklistpane.h"
#include "ui/provider/contactrows.h"
#include "ui/provider/providercard.h"
#include "ui/provider/providerspage.h"
#include "ui/widget/statebadge.h"
#include "view/formhands.h"

#include <functional>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QListWidget>
#include <QSignalSpy>
#include <QTimer>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace formhands;
using namespace incident;

namespace {

const QByteArray pageInTrouble = R"({"page":{"name":"Harbour"},
    "status":{"indicator":"major","description":"Partial outage"},
    "incidents":[{"id":"1","name":"Storage is slow","status":"identified","impact":"major",
    "incident_updates":[{"body":"A controller is being replaced."}]}],"components":[]})";

struct Stage
{
    support::Office office;
    support::FakeHttp http{[](const http::Request &) {
        return support::json(pageInTrouble);
    }};
    workflow::Upstreams upstreams{http, *office.desk};
    ui::ProvidersPage page{*office.desk, upstreams};

    Stage()
    {
        upstreams.start();
        page.resize(1100, 700);
        page.show();
    }

    void addHost()
    {
        upstream::Spec host;
        host.name = u"Harbour"_s;
        host.kind = upstream::Kind::Provider;
        host.addresses = {u"http://status.example.org"_s};
        host.components = {u"shop"_s};
        host.contacts = {{Channel::Phone, u"+49 30 1234"_s, u"desk"_s}};
        QVERIFY(upstreams.add(host));
        QTRY_VERIFY(upstreams.servers()[0].status);
    }

    Incident theirs()
    {
        const Cause cause{
            CauseStatus::AwaitingProvider, {}, Attribution::Provider, u"Harbour"_s, {}};
        return office.desk->run(office.shopIsDown().id, StateCause{cause, {}}).value();
    }

    [[nodiscard]] bool says(const QString &words) const
    {
        for (const auto *label : page.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(words))
                return true;
        }
        for (const auto *badge : page.findChildren<ui::StateBadge *>()) {
            if (badge->isVisible() && badge->accessibleName().contains(words))
                return true;
        }
        return false;
    }

    /// Does this with the next form that opens.
    void withForm(const std::function<void(QDialog &)> &act)
    {
        QTimer::singleShot(0, &page, [act] {
            auto *form = qobject_cast<QDialog *>(QApplication::activeModalWidget());
            QVERIFY(form);
            act(*form);
        });
    }
};

QTreeWidget *listNamed(const QWidget &page, const QString &start)
{
    for (auto *list : page.findChildren<QTreeWidget *>()) {
        if (list->accessibleName().startsWith(start))
            return list;
    }
    qFatal("there is no list %s", qUtf8Printable(start));
}

} // namespace

class TestProvidersPage : public QObject
{
    Q_OBJECT

private slots:
    void aProviderIsTypedInWithItsContacts()
    {
        Stage stage;
        stage.withForm([](QDialog &form) {
            type(form, u"Name"_s, u"Harbour"_s);
            type(form, u"Stands on it"_s, u"shop, images"_s);
            type(form, u"They ask for"_s, u"customer 4711"_s);
            const auto *rows = form.findChild<ui::ContactRows *>();
            const auto fields = rows->findChildren<ui::LineEdit *>();
            fields[0]->setText(u"+49 30 1234"_s);
            fields[1]->setText(u"desk"_s);
            press(form, u"Add it"_s);
        });
        press(stage.page, u"Add a provider"_s);
        QCOMPARE(stage.upstreams.servers().size(), size_t(1));
        const upstream::Spec kept = stage.upstreams.servers()[0].spec;
        QCOMPARE(kept.components, QStringList({u"shop"_s, u"images"_s}));
        QCOMPARE(kept.contacts,
                 (std::vector<provider::Contact>{{Channel::Phone, u"+49 30 1234"_s, u"desk"_s}}));
        QTRY_VERIFY(stage.says(u"+49 30 1234"_s));
        QTRY_VERIFY(stage.says(u"customer 4711"_s));
        QTRY_VERIFY(stage.says(u"no status page"_s));
        press(stage.page, u"Copy"_s);
        QCOMPARE(QApplication::clipboard()->text(), u"+49 30 1234"_s);
        // Edited, with what is wrong said in the form.
        stage.withForm([](QDialog &form) {
            type(form, u"Status page"_s, u"ftp://status.example.org"_s);
            press(form, u"Keep it"_s);
            QVERIFY(form.isVisible());
            type(form, u"Status page"_s, u"http://status.example.org"_s);
            type(form, u"Name"_s, u"New Harbour"_s);
            press(form, u"Keep it"_s);
        });
        press(stage.page, u"Edit …"_s);
        QTRY_VERIFY(stage.says(u"Partial outage"_s));
        QTRY_VERIFY(stage.says(u"A controller is being replaced."_s));
        QTRY_VERIFY(stage.says(u"New Harbour"_s));
        press(stage.page, u"Remove"_s);
        QVERIFY(stage.upstreams.servers().empty());
    }

    void theLogAndItsIncidentsAreThere()
    {
        Stage stage;
        stage.addHost();
        const Incident shop = stage.theirs();
        ProviderContact asked;
        asked.id = stage.office.desk->newId();
        asked.said = u"they look into it"_s;
        asked.reference = u"#4711"_s;
        QVERIFY(stage.office.desk->run(shop.id, LogContact{asked}));
        stage.page.open(u"harbour"_s, shop.id);
        const auto *log = listNamed(stage.page, u"What was said"_s);
        QCOMPARE(log->topLevelItemCount(), 1);
        const auto *line = log->topLevelItem(0);
        QCOMPARE(line->text(1), shop.ref);
        QCOMPARE(line->text(2), u"ana"_s);
        QCOMPARE(line->text(4), u"they look into it (#4711)"_s);
        QCOMPARE(line->text(5), u"due in 30:00"_s);
        const auto *cases = listNamed(stage.page, u"Its incidents"_s);
        QCOMPARE(cases->topLevelItem(0)->text(3), u"active, waiting for the provider"_s);
        // What the page says becomes a line of the log, and closes the step.
        press(stage.page, u"Log what the page says"_s);
        QCOMPARE(log->topLevelItemCount(), 2);
        QSignalSpy wanted(&stage.page, &ui::ProvidersPage::contactWanted);
        press(stage.page, u"Log a word …"_s);
        QCOMPARE(wanted.value(0).value(0).toString(), shop.id);
    }

    void aProviderWithoutARecordIsShownAllTheSame()
    {
        Stage stage;
        const Incident shop = stage.theirs();
        stage.page.open(u"Harbour"_s, shop.id);
        QCOMPARE(stage.page.findChild<QListWidget *>()->count(), 1);
        QTRY_VERIFY(stage.says(u"There is no record of it yet."_s));
        stage.withForm([](QDialog &form) {
            QCOMPARE(qobject_cast<ui::LineEdit *>(rowOf(form, u"Name"_s)->field())->text(),
                     u"Harbour"_s);
            press(form, u"Add it"_s);
        });
        press(stage.page, u"Edit …"_s);
        QCOMPARE(stage.upstreams.servers().size(), size_t(1));
    }

    void theCardLeadsThere()
    {
        Stage stage;
        stage.addHost();
        ui::ProviderCard card(*stage.office.desk, stage.upstreams);
        QVERIFY(card.isHidden());
        const Incident shop = stage.office.shopIsDown();
        card.setIncident(shop.id);
        QVERIFY(!card.isHidden());
        QSignalSpy form(&card, &ui::ProviderCard::formWanted);
        press(card, u"It is our provider …"_s);
        QCOMPARE(form.size(), 1);
        const Cause cause{CauseStatus::AwaitingProvider, {}, Attribution::Shared, u"Harbour"_s, {}};
        QVERIFY(stage.office.desk->run(shop.id, StateCause{cause, {}}));
        QVERIFY(stage.office.desk->stampNow(shop.id, Milestone::BackToNormal));
        QStringList told;
        for (const auto *label : card.findChildren<QLabel *>())
            told << label->text();
        QVERIFY(told.contains(u"restored, explanation pending"_s));
        QVERIFY2(told.contains(u"ask again: due tomorrow, 16:08"_s), qPrintable(told.join(u'|')));
        QSignalSpy record(&card, &ui::ProviderCard::recordWanted);
        press(card, u"Its record"_s);
        QCOMPARE(record.value(0).value(0).toString(), u"Harbour"_s);
    }

    void theStepLeadsThereToo()
    {
        Stage stage;
        const Incident shop = stage.theirs();
        ui::ChecklistPane pane(*stage.office.desk);
        pane.setSteps(shop, evaluate(shop, {stage.office.clock.now(), {}}));
        QSignalSpy wanted(&pane, &ui::ChecklistPane::providerWanted);
        for (auto *one : pane.findChildren<QPushButton *>()) {
            if (one->accessibleName() == u"The provider's record"_s && !one->isHidden()) {
                one->click();
                break;
            }
        }
        QCOMPARE(wanted.size(), 1);
    }
};

QTEST_MAIN(TestProvidersPage)
#include "tst_providerspage.moc"
