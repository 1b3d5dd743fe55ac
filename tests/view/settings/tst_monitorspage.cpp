// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formhands.h"
#include "support/faultserver.h"
#include "support/office.h"
#include "ui/settings/dnsform.h"
#include "ui/settings/monitorspage.h"
#include "ui/settings/ruledialog.h"

#include <QSpinBox>
#include <QTableWidget>

using namespace Qt::StringLiterals;
using namespace formhands;

namespace {

/// The page, and a server on loopback to be watched. Nothing is asked but by its buttons.
struct Stage
{
    support::Office office;
    source::SourceSet sources{office.clock};
    workflow::Watch watch{sources, *office.desk};
    ui::MonitorsPage page{*office.desk, watch};
    support::FaultServer server;

    Stage() { page.show(); }

    [[nodiscard]] QString well() const { return server.url("/page").toString(); }
    [[nodiscard]] QTableWidget *table() const { return page.findChild<QTableWidget *>(); }
    [[nodiscard]] workflow::MonitorStatus first() const
    {
        return *watch.status(watch.monitors().first());
    }

    void add(const QString &address)
    {
        type(page, u"Address"_s, address);
        press(page, u"Watch it"_s);
    }
};

} // namespace

class TestMonitorsPage : public QObject
{
    Q_OBJECT

private slots:
    void aTrialThatGoesWellIsNoError()
    {
        Stage stage;
        stage.server.set("/page", {});
        type(stage.page, u"Address"_s, stage.well());
        press(stage.page, u"Test it"_s);
        const auto *row = rowOf(stage.page, u"Address"_s);
        QTRY_VERIFY(!row->note().isEmpty());
        QVERIFY(row->error().isEmpty());
        QVERIFY(stage.watch.monitors().isEmpty());
    }

    void aTrialSaysInWordsWhatIsWrong()
    {
        Stage stage;
        stage.server.set("/page", {.status = 503});
        type(stage.page, u"Address"_s, stage.well());
        press(stage.page, u"Test it"_s);
        const auto *row = rowOf(stage.page, u"Address"_s);
        QTRY_VERIFY(row->error().contains(u"503"_s));
        QVERIFY(button(stage.page, u"Test it"_s)->isEnabled());
        type(stage.page, u"Address"_s, u"not an address"_s);
        press(stage.page, u"Test it"_s);
        QVERIFY(!row->error().isEmpty());
    }

    void whatIsAddedIsListedPausedAndRemoved()
    {
        Stage stage;
        type(stage.page, u"Part of the service"_s, u"shop"_s);
        stage.add(u"shop.example.org"_s);
        QCOMPARE(stage.table()->rowCount(), 1);
        QCOMPARE(stage.first().spec.component, u"shop"_s);
        press(stage.page, u"Pause"_s);
        QVERIFY(stage.first().spec.paused);
        press(stage.page, u"Go on"_s);
        QVERIFY(!stage.first().spec.paused);
        press(stage.page, u"Stop watching"_s);
        QVERIFY(stage.watch.monitors().isEmpty());
    }

    void theRuleOfAMonitorIsChanged()
    {
        Stage stage;
        stage.add(u"shop.example.org"_s);
        press(stage.page, u"Alerts …"_s);
        auto *dialog = stage.page.findChild<ui::RuleDialog *>();
        QVERIFY(dialog);
        type(*dialog, u"Slow from"_s, u"a while"_s);
        press(*dialog, u"Keep it"_s);
        QVERIFY(!rowOf(*dialog, u"Slow from"_s)->error().isEmpty());
        QVERIFY(dialog->isVisible());
        type(*dialog, u"Slow from"_s, u"750"_s);
        qobject_cast<QSpinBox *>(rowOf(*dialog, u"Alert after failed looks"_s)->field())
            ->setValue(4);
        press(*dialog, u"Keep it"_s);
        QVERIFY(!dialog->isVisible());
        QCOMPARE(stage.first().spec.failAfter, 4);
        QVERIFY(stage.first().spec.failOutOf >= 4);
        QCOMPARE(*stage.first().spec.slowMs, 750.0);
    }

    void aNameIsWatched()
    {
        Stage stage;
        ui::DnsForm form(*stage.office.desk, stage.watch);
        form.show();
        press(form, u"Watch it"_s);
        QVERIFY(!rowOf(form, u"Name looked up"_s)->error().isEmpty());
        type(form, u"Name looked up"_s, u"shop.example.org"_s);
        choose(form, u"Kind of record"_s, u"TXT"_s);
        type(form, u"Expected value"_s, u"v=spf1"_s);
        type(form, u"Name server asked"_s, u"2001:db8::53"_s);
        press(form, u"Watch it"_s);
        QVERIFY(rowOf(form, u"Name looked up"_s)->error().isEmpty());
        const source::MonitorSpec spec = stage.first().spec;
        QCOMPARE(spec.kind, source::Kind::Dns);
        QVERIFY(spec.address.contains(u"[2001:db8::53]"_s));
        QVERIFY(spec.address.contains(u"TXT"_s));
        QCOMPARE(spec.bodyContains, u"v=spf1"_s);
    }
};

QTEST_MAIN(TestMonitorsPage)
#include "tst_monitorspage.moc"
