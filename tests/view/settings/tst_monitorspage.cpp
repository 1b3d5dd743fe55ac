// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/hostlimits.h"
#include "support/faultserver.h"
#include "support/office.h"
#include "ui/settings/dnsform.h"
#include "ui/settings/hostpage.h"
#include "ui/settings/monitordialog.h"
#include "ui/settings/monitorspage.h"
#include "ui/settings/ruledialog.h"
#include "view/formhands.h"
#include "workflow/monitorbook.h"

#include <QApplication>
#include <QCheckBox>
#include <QSpinBox>
#include <QTableWidget>

using namespace Qt::StringLiterals;
using namespace formhands;

namespace {

void spin(const QWidget &form, const QString &label, int value)
{
    for (auto *box : form.findChildren<QSpinBox *>()) {
        if (box->accessibleName() == label)
            return box->setValue(value);
    }
    qFatal("there is no number %s", qUtf8Printable(label));
}

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
        // With where the time went.
        QVERIFY2(row->note().contains(u"connect "_s), qPrintable(row->note()));
        QVERIFY2(row->note().contains(u"processing "_s), qPrintable(row->note()));
        QVERIFY(stage.watch.monitors().isEmpty());
    }

    /// By key: pressed once more it must not be the button beside it that is pressed.
    void aTrialKeepsTheFocus()
    {
        Stage stage;
        stage.server.set("/page", {});
        stage.page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&stage.page));
        type(stage.page, u"Address"_s, stage.well());
        QPushButton *test = button(stage.page, u"Test it"_s);
        test->setFocus();
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTRY_VERIFY(!rowOf(stage.page, u"Address"_s)->note().isEmpty());
        QTRY_VERIFY(test->hasFocus());
        QVERIFY(stage.watch.monitors().isEmpty());
    }

    void thisMachineIsMeasuredOrNot()
    {
        Stage stage;
        ui::HostPage page(stage.watch);
        page.show();
        auto *box = page.findChild<QCheckBox *>();
        QVERIFY(!box->isChecked());
        QTest::keyClick(box, Qt::Key_Space);
        QVERIFY(stage.watch.isMachineWatched());
        QTest::keyClick(box, Qt::Key_Space);
        QVERIFY(!stage.watch.isMachineWatched());
        // After the next start as well.
        QVERIFY(workflow::MonitorBook(stage.office.desk->settings()).load().isEmpty());
        press(page, u"Test it"_s);
        const auto *row = page.findChild<ui::FormField *>();
        QTRY_VERIFY_WITH_TIMEOUT(row->note().contains(u"memory is in use"_s), 30'000);
        QVERIFY(!stage.watch.isMachineWatched());
    }

    void thisMachineGetsLimits()
    {
        Stage stage;
        ui::HostPage page(stage.watch);
        page.show();
        QVERIFY(!button(page, u"Keep the limits"_s)->isEnabled());
        QVERIFY(stage.watch.setMachineWatched(true));
        type(page, u"CPU over"_s, u"ninety"_s);
        press(page, u"Keep the limits"_s);
        QVERIFY(!rowOf(page, u"CPU over"_s)->error().isEmpty());
        QVERIFY(stage.first().spec.expression.isEmpty());
        type(page, u"CPU over"_s, u"90"_s);
        type(page, u"Fullest disk over"_s, u"100"_s);
        spin(page, u"Over it for"_s, 300);
        press(page, u"Keep the limits"_s);
        QVERIFY(!rowOf(page, u"Over it for"_s)->error().isEmpty()); // nothing is fuller than full
        type(page, u"Fullest disk over"_s, u"95.5"_s);
        press(page, u"Keep the limits"_s);
        QCOMPARE(stage.first().spec.expression, u"cpu>90, disk>95.5"_s);
        QCOMPARE(source::limitHeld(stage.first().spec), std::chrono::seconds(300));
        const ui::HostPage later(stage.watch);
        const auto *disk = qobject_cast<QLineEdit *>(rowOf(later, u"Fullest disk over"_s)->field());
        QCOMPARE(disk->text(), u"95.5"_s);
    }

    /// Its alerts come from its limits, which stand elsewhere.
    void theAlertsOfThisMachineLeadToItsLimits()
    {
        Stage stage;
        ui::HostPage limits(stage.watch);
        limits.show();
        connect(&stage.page, &ui::MonitorsPage::machineLimitsWanted, &limits,
                &ui::HostPage::focusLimits);
        QVERIFY(stage.watch.setMachineWatched(true));
        stage.table()->selectRow(0);
        QVERIFY(!button(stage.page, u"Change …"_s)->isEnabled());
        press(stage.page, u"Alerts …"_s);
        QVERIFY(!stage.page.findChild<ui::RuleDialog *>());
        limits.activateWindow();
        QTRY_VERIFY_WITH_TIMEOUT(rowOf(limits, u"CPU over"_s)->field()->hasFocus(), 30'000);
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

    void whatIsWatchedCanBeChanged()
    {
        Stage stage;
        stage.add(stage.well());
        stage.table()->selectRow(0);
        press(stage.page, u"Change …"_s);
        auto *dialog = stage.page.findChild<ui::MonitorDialog *>();
        QVERIFY(dialog);
        type(*dialog, u"Name"_s, u"Shop"_s);
        type(*dialog, u"Has to contain"_s, u"Welcome"_s);
        spin(*dialog, u"Looks every"_s, 60);
        spin(*dialog, u"Good from status"_s, 300);
        press(*dialog, u"Keep it"_s);
        QVERIFY(!rowOf(*dialog, u"Address"_s)->error().isEmpty());
        spin(*dialog, u"Good up to status"_s, 399);
        choose(*dialog, u"Protocol"_s, u"IPv4"_s);
        press(*dialog, u"Keep it"_s);
        const source::MonitorSpec spec = stage.first().spec;
        QCOMPARE(spec.name, u"Shop"_s);
        QCOMPARE(spec.bodyContains, u"Welcome"_s);
        QCOMPARE(spec.interval, std::chrono::seconds(60));
        QCOMPARE(spec.expected, (source::StatusRange{300, 399}));
        QCOMPARE(spec.family, source::Family::V4);
        QCOMPARE(stage.table()->item(0, 0)->text(), u"Shop"_s);
        stage.office.open();
        const auto kept = workflow::MonitorBook(*stage.office.settings).load();
        QCOMPARE(kept.at(0).value(), spec);
    }

    void aChangeIsTriedFirst()
    {
        Stage stage;
        stage.server.set("/page", {.status = 503});
        stage.add(stage.well());
        ui::MonitorDialog dialog(stage.watch, stage.first().spec);
        dialog.show();
        press(dialog, u"Test it"_s);
        const auto *row = rowOf(dialog, u"Address"_s);
        QTRY_VERIFY_WITH_TIMEOUT(row->error().contains(u"503"_s), 30'000);
        spin(dialog, u"Good from status"_s, 500);
        spin(dialog, u"Good up to status"_s, 599);
        press(dialog, u"Test it"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!row->note().isEmpty(), 30'000);
        QCOMPARE(stage.first().spec.expected, source::StatusRange());
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
