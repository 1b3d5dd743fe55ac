// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/history/historyview.h"
#include "ui/maintenance/maintenanceview.h"
#include "ui/settings/settingsview.h"
#include "ui/widget/clocklabel.h"
#include "ui/widget/formfield.h"
#include "ui/widget/lineedit.h"
#include "ui/widget/reasonbar.h"
#include "ui/widget/stampbutton.h"
#include "ui/widget/statebadge.h"
#include "view/consolestage.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using incident::Milestone;
using incident::State;
using support::Office;
using Stage = ConsoleStage;

namespace {

template <class T>
T *named(QWidget &root, const QString &accessibleName)
{
    for (T *widget : root.findChildren<T *>()) {
        if (widget->accessibleName().startsWith(accessibleName))
            return widget;
    }
    return nullptr;
}

bool shows(const QWidget &root, const QString &text)
{
    const auto labels = root.findChildren<QLabel *>();
    return std::ranges::any_of(labels, [&](const QLabel *label) {
        return label->isVisibleTo(&root) && label->text().contains(text);
    });
}

QStringList namelessControls(const QWidget &root)
{
    QStringList nameless;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if (button && widget->isHidden())
            continue; // a button that its owner does not offer
        const bool isField = qobject_cast<const QLineEdit *>(widget) ||
                             qobject_cast<const QComboBox *>(widget) ||
                             qobject_cast<const QAbstractSpinBox *>(widget) ||
                             qobject_cast<const QPlainTextEdit *>(widget) ||
                             qobject_cast<const QAbstractItemView *>(widget);
        const bool isOurs = widget->focusPolicy() != Qt::NoFocus && (isField || button);
        const bool isPart = qobject_cast<const QComboBox *>(widget->parentWidget()) ||
                            qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()) ||
                            widget->parentWidget()->inherits("QComboBoxPrivateContainer") ||
                            widget->inherits("QTableCornerButton");
        const bool hasName =
            !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        if (isOurs && !isPart && !hasName)
            nameless << QString::fromLatin1(widget->metaObject()->className()) + u" in "_s +
                            QString::fromLatin1(widget->parentWidget()->metaObject()->className());
    }
    return nameless;
}

} // namespace

class TestConsole : public QObject
{
    Q_OBJECT

private slots:
    void quietIsSaidOnlyOfWhatIsMeasured()
    {
        Stage stage;
        const auto *badge = stage.console.strip().findChild<ui::StateBadge *>();
        source::MonitorSpec spec;
        spec.id = u"shop"_s;
        spec.name = u"Shop"_s;
        spec.address = u"http://192.0.2.1/"_s;
        QVERIFY(stage.watch.add(spec));
        const auto shownAfter = [&](health::Quality quality) {
            source::ProbeVerdict verdict;
            verdict.at = stage.office.clock.nowMs();
            verdict.quality = quality;
            emit stage.sources.sampled(
                {spec.id, u"shop/response"_s, verdict.sample(), {}, verdict});
            emit stage.office.desk->changed({});
            return badge->text();
        };
        QCOMPARE(shownAfter(health::Quality::NotMeasured), u"NOT MEASURED"_s);
        QCOMPARE(shownAfter(health::Quality::Ok), u"ALL QUIET"_s);
        // One failed look is no alert yet, but it is not quiet.
        QCOMPARE(shownAfter(health::Quality::Failed), u"DOWN"_s);
        QVERIFY(!stage.console.strip().isHidden());
    }

    void whatItLooksLikeIsRecalledOnce()
    {
        Stage stage;
        const QString earlier = stage.office.shopIsDown().id;
        stage.office.clock.advance(10min);
        QVERIFY(stage.office.desk->stampNow(earlier, Milestone::Fixed, u"restarted the cache"_s));
        QVERIFY(stage.office.desk->stampNow(earlier, Milestone::BackToNormal));
        QVERIFY(!shows(stage.console, u"looks like"_s));
        stage.office.clock.advance(24h);
        const QString now = stage.office.shopIsDown().id;
        stage.console.showIncident(now);
        QVERIFY(shows(stage.console, u"This looks like “Shop is down”"_s));
        QVERIFY(shows(stage.console, u"What ended it: Restarted the cache"_s));
        QSignalSpy chosen(&stage.console, &ui::ConsoleView::similarChosen);
        QTest::mouseClick(named<QPushButton>(stage.console, u"Show it"_s), Qt::LeftButton);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.at(0).at(0).toString(), earlier);
        stage.console.showIncident(earlier);
        stage.console.showIncident(now);
        QVERIFY(!shows(stage.console, u"looks like"_s));
    }

    void quietSaysSo()
    {
        Stage stage;
        QVERIFY(shows(stage.console.strip(), u"No open incident"_s));
        QVERIFY(stage.console.incidentId().isEmpty());
    }

    void anIncidentComesUpByItself()
    {
        Stage stage;
        stage.office.shopIsDown();
        QVERIFY(shows(stage.console.strip(), u"Shop is down"_s));
        QVERIFY(shows(stage.console.strip(), u"shop"_s));
    }

    void stampsAreKeysThatCanBeUndone()
    {
        Stage stage;
        stage.office.shopIsDown();
        stage.office.clock.advance(1min);
        stage.console.press(ui::StripKey::Acknowledged);
        QVERIFY(stage.incident().milestone(Milestone::Acknowledged).isKnown());
        stage.console.undoStamp();
        QVERIFY(!stage.incident().milestone(Milestone::Acknowledged).isKnown());
        stage.console.press(ui::StripKey::Fixed);
        QCOMPARE(stage.incident().state, State::Monitoring);
        stage.office.clock.advance(1min);
        stage.console.press(ui::StripKey::BackToNormal);
        QCOMPARE(stage.incident().state, State::Restored);
        QVERIFY(!stage.incident().hasOpenWindow());
    }

    void whatIsTypedInAFieldBecomesAFact()
    {
        Stage stage;
        stage.office.shopIsDown();
        auto *felt = named<ui::LineEdit>(stage.console, u"Users feel"_s);
        QVERIFY(felt);
        felt->selectAll();
        QTest::keyClicks(felt, u"baskets are empty"_s);
        QTest::keyClick(felt, Qt::Key_Return);
        QCOMPARE(stage.incident().felt(), u"baskets are empty"_s);
        QVERIFY(stage.compose.draft().body.contains(u"baskets are empty"_s));
    }

    void aTimeThatCannotBeStaysAsTypedWithItsReason()
    {
        Stage stage;
        stage.office.shopIsDown();
        auto *fixed = named<ui::LineEdit>(stage.console, u"Fixed"_s);
        QVERIFY(fixed);
        QTest::keyClicks(fixed, u"12:00"_s);
        QTest::keyClick(fixed, Qt::Key_Return);
        QCOMPARE(fixed->text(), u"12:00"_s);
        QVERIFY(!stage.incident().milestone(Milestone::Fixed).isKnown());
        const auto rows = stage.console.findChildren<ui::FormField *>();
        QVERIFY(std::ranges::any_of(
            rows, [](const ui::FormField *row) { return row->error().contains(u"start"_s); }));
    }

    void aStepIsTickedWithAReason()
    {
        Stage stage;
        stage.office.shopIsDown();
        auto *box = named<QCheckBox>(stage.console, u"What changed"_s);
        QVERIFY(box);
        QVERIFY(!box->isChecked());
        box->click();
        QVERIFY(!box->isChecked());
        ui::ReasonBar *asking = nullptr;
        for (auto *bar : stage.console.findChildren<ui::ReasonBar *>()) {
            if (bar->isVisible())
                asking = bar;
        }
        QVERIFY(asking);
        auto *reason = asking->findChild<ui::LineEdit *>();
        QTest::keyClicks(reason, u"nothing, says the log"_s);
        QTest::keyClick(reason, Qt::Key_Return);
        QVERIFY(box->isChecked());
        QCOMPARE(stage.incident().marks.size(), size_t(1));
        QCOMPARE(stage.incident().marks.front().reason, u"nothing, says the log"_s);
    }

    void publishingQueuesThePost()
    {
        Stage stage;
        stage.office.shopIsDown();
        stage.console.composePane().publish();
        QCOMPARE(stage.incident().posts.size(), size_t(1));
        QCOMPARE(stage.office.ledger->outbox().all().value().size(), size_t(1));
    }

    void plannedWorkHasItsOwnKeys()
    {
        Stage stage;
        workflow::NewMaintenance request;
        request.title = u"Upgrade"_s;
        request.start = timing::RoughInstant::exact(stage.office.clock.now() + 1h);
        request.expected = timing::RoughDuration::atMost(10min);
        const auto planned = stage.office.desk->plan(request).value();
        stage.console.showIncident(planned.id);
        stage.office.clock.advance(1h);
        stage.console.press(ui::StripKey::Start);
        QCOMPARE(stage.incident().state, State::InProgress);
        stage.office.clock.advance(8min);
        stage.console.press(ui::StripKey::Finish);
        QCOMPARE(stage.incident().state, State::Completed);
        QCOMPARE(*stage.incident().milestone(Milestone::BackToNormal).lo(),
                 stage.office.clock.now());
    }

    void theEndOfTheCheckAsksHowItWent()
    {
        Stage stage;
        workflow::NewMaintenance request;
        request.title = u"Upgrade"_s;
        request.start = timing::RoughInstant::exact(stage.office.clock.now());
        request.expected = timing::RoughDuration::atMost(10min);
        const auto planned = stage.office.desk->plan(request).value();
        stage.console.showIncident(planned.id);
        stage.console.press(ui::StripKey::Start);
        stage.office.clock.advance(8min);
        const auto now = timing::RoughInstant::exact(stage.office.clock.now());
        QVERIFY(stage.office.desk->run(planned.id, incident::EndPhase{now, {}}));
        QCOMPARE(stage.incident().state, State::Verifying);
        stage.console.press(ui::StripKey::Finish);
        QCOMPARE(stage.incident().state, State::Verifying);
        named<ui::LineEdit>(stage.console, u"How was it checked?"_s)->setText(u"bought a shirt"_s);
        QTest::mouseClick(named<QPushButton>(stage.console, u"Go on"_s), Qt::LeftButton);
        QCOMPARE(stage.incident().state, State::Completed);
        QCOMPARE(stage.incident().mark(u"M7"_s, 1)->reason, u"bought a shirt"_s);
    }

    void theClockOfWhatWasNoticedLateRunsFromTheStart()
    {
        Stage stage;
        workflow::NewIncident request;
        request.title = u"Shop is down"_s;
        request.started = timing::RoughInstant::exact(stage.office.clock.now() - 2h);
        stage.console.showIncident(stage.office.desk->open(request).value().id);
        QVERIFY(stage.incident().milestone(Milestone::Detected).isKnown());
        const auto *clock = stage.console.strip().findChild<ui::ClockLabel *>();
        QCOMPARE(clock->text(), u"02:00:00"_s);
    }

    void everyControlHasAName()
    {
        Stage stage;
        stage.office.shopIsDown();
        QCOMPARE(namelessControls(stage.console).join(u'\n'), QString());
        QCOMPARE(namelessControls(stage.console.strip()).join(u'\n'), QString());
        QCOMPARE(namelessControls(ui::HistoryView(*stage.office.desk)), QStringList());
        QCOMPARE(namelessControls(ui::MaintenanceView(*stage.office.desk)), QStringList());
        QCOMPARE(namelessControls(ui::SettingsView(*stage.office.desk, stage.watch, u"/x"_s)),
                 QStringList());
    }

    void theHistoryListsAndFilters()
    {
        Stage stage;
        stage.office.shopIsDown();
        stage.office.shopIsDown(u"search finds nothing"_s);
        ui::HistoryView history(*stage.office.desk);
        history.resize(1200, 600);
        history.show();
        auto *table = named<QTableView>(history, u"Incidents"_s);
        QCOMPARE(table->model()->rowCount(), 2);
        QTest::keyClicks(named<ui::LineEdit>(history, u"Search"_s), u"finds nothing"_s);
        QCOMPARE(table->model()->rowCount(), 1);
    }

    /// Ten minutes of work at the shop, from now on.
    static incident::Incident workAt(Office &office)
    {
        workflow::NewMaintenance request;
        request.title = u"Upgrade the shop"_s;
        request.components = {u"shop"_s};
        request.start = timing::RoughInstant::exact(office.clock.now());
        request.expected = timing::RoughDuration::atMost(10min);
        const auto planned = office.desk->plan(request).value();
        return office.desk->run(planned.id, incident::StartMaintenance{request.start}).value();
    }

    void workThatOverrunsIsNamedWhateverIsShown()
    {
        Stage stage;
        const auto work = workAt(stage.office);
        const auto trouble = stage.office.shopIsDown();
        stage.console.showIncident(trouble.id);
        stage.office.clock.advance(9min);
        stage.office.desk->run(trouble.id, incident::AddNote{u"still looking"_s, {}}).value();
        QVERIFY(shows(stage.console, u"Upgrade the shop: four fifths"_s));
        QVERIFY(stage.compose.draft().estimate.isEmpty());
        stage.console.showIncident(work.id);
        QVERIFY(!stage.compose.draft().estimate.isEmpty());
    }

    void anEstimateThatSomebodyTypedIsNotTakenForTheNewOne()
    {
        Stage stage;
        const auto work = workAt(stage.office);
        stage.console.showIncident(work.id);
        stage.compose.setEstimate(u"3 min"_s);
        stage.office.clock.advance(9min);
        QVERIFY(stage.office.desk->run(work.id, incident::AddNote{u"slow"_s, {}}));
        QVERIFY(shows(stage.console, u"the draft says “3 min”"_s));
        QCOMPARE(stage.compose.draft().estimate, u"3 min"_s);
    }

    void plannedWorkSaysItsPlan()
    {
        Office office;
        auto work = workAt(office);
        const auto later = timing::RoughInstant::exact(office.clock.now() + 8min);
        QVERIFY(office.desk->run(work.id, incident::SetAbortRule{{later, u"the old image"_s}}));
        const ui::MaintenanceView view(*office.desk);
        for (const QString &words :
             {u"10 minutes"_s, u"Began"_s, u"the old image"_s, u"Alerts of shop are muted until"_s})
            QVERIFY2(shows(view, words), qPrintable(words));
    }
};

QTEST_MAIN(TestConsole)
#include "tst_console.moc"
