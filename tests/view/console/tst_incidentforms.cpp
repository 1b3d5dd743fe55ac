// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/duties/dutylist.h"
#include "ui/duties/formdialog.h"
#include "ui/widget/formfield.h"
#include "ui/widget/lineedit.h"
#include "ui/widget/noticebar.h"
#include "view/consolestage.h"
#include "workflow/duties.h"

#include <algorithm>
#include <functional>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLayout>
#include <QPushButton>
#include <QTest>
#include <QTimer>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace incident;
using timing::RoughDuration;
using timing::RoughInstant;
using ui::FormDialog;
using ui::IncidentForm;

namespace {

struct Stage : ConsoleStage
{
    int opened = 0;

    /// Opens a form, and does this with it once it is there.
    void with(IncidentForm form, const std::function<void(FormDialog &)> &act)
    {
        QTimer::singleShot(0, &console, [&] {
            auto *dialog = qobject_cast<FormDialog *>(QApplication::activeModalWidget());
            if (!dialog)
                return;
            ++opened;
            act(*dialog);
            dialog->reject();
        });
        console.fillIn(form);
    }

    /// Ten minutes of work at the shop, planned for now.
    Incident plan()
    {
        workflow::NewMaintenance request;
        request.title = u"Upgrade the shop"_s;
        request.components = {u"shop"_s};
        request.start = RoughInstant::exact(office.clock.now());
        request.expected = RoughDuration::atMost(10min);
        const auto planned = office.desk->plan(request).value();
        console.showIncident(planned.id);
        return planned;
    }
};

template <class Field>
Field *field(const FormDialog &form, const QString &label)
{
    for (Field *one : form.findChildren<Field *>()) {
        if (one->accessibleName() == label)
            return one;
    }
    qFatal("there is no field %s", qPrintable(label));
}

void write(const FormDialog &form, const QString &label, const QString &text)
{
    field<ui::LineEdit>(form, label)->setText(text);
}

void submit(const FormDialog &form)
{
    for (auto *button : form.findChildren<QPushButton *>()) {
        if (button->isDefault())
            button->click();
    }
}

QString errorsOf(const FormDialog &form)
{
    QStringList errors;
    for (const auto *row : form.findChildren<ui::FormField *>()) {
        if (!row->error().isEmpty())
            errors << row->error();
    }
    return errors.join(u' ');
}

bool says(const FormDialog &form, const QString &words)
{
    const auto labels = form.findChildren<QLabel *>();
    return std::ranges::any_of(labels,
                               [&](const QLabel *label) { return label->text().contains(words); });
}

} // namespace

class TestIncidentForms : public QObject
{
    Q_OBJECT

private slots:
    void everyFormThatFitsOpensAndLeavesThingsAlone()
    {
        Stage stage;
        stage.office.shopIsDown();
        int forms = 0;
        for (int state = 0; state < 3; ++state) {
            const auto before = stage.incident();
            for (const IncidentForm form : ui::formsFor(before)) {
                ++forms;
                stage.with(form, [](FormDialog &) {});
            }
            QCOMPARE(stage.incident(), before);
            stage.office.clock.advance(1min);
            if (state == 0)
                stage.console.press(ui::StripKey::BackToNormal);
            else
                stage.plan();
        }
        QVERIFY(forms > 15);
        QCOMPARE(stage.opened, forms);
    }

    void whatDoesNotFitSaysSo()
    {
        Stage stage;
        stage.console.fillIn(IncidentForm::Abort);
        const auto *notice = stage.console.findChild<ui::NoticeBar *>();
        QVERIFY(notice->isVisible());
        stage.office.shopIsDown();
        stage.with(IncidentForm::EndPhase, [](FormDialog &) {});
        QCOMPARE(stage.opened, 0);
    }

    void aPartLeavesAndIsShown()
    {
        Stage stage;
        workflow::NewIncident request;
        request.title = u"Shop is down"_s;
        request.components = {u"shop"_s, u"search"_s};
        const QString whole = stage.office.desk->open(request).value().id;
        stage.console.showIncident(whole);
        stage.with(IncidentForm::Split, [](FormDialog &form) {
            write(form, u"Parts that leave"_s, u"mail"_s);
            write(form, u"Because"_s, u"another fault"_s);
            submit(form);
            QVERIFY(errorsOf(form).contains(u"No window"_s));
            write(form, u"Parts that leave"_s, u"search"_s);
            submit(form);
        });
        QVERIFY(stage.console.incidentId() != whole);
        QCOMPARE(stage.incident().components(), QStringList{u"search"_s});
        // And back: it was the same after all.
        const QString part = stage.console.incidentId();
        stage.with(IncidentForm::Merge, [](FormDialog &form) {
            write(form, u"Because"_s, u"the same disk"_s);
            submit(form);
        });
        QCOMPARE(stage.console.incidentId(), whole);
        QCOMPARE(stage.office.desk->load(part)->state, State::Dismissed);
    }

    /// Each complaint stands under the field that it is about, and the form grows for it.
    void whatIsWrongWithASplitIsSaidWhereItIs()
    {
        Stage stage;
        workflow::NewIncident request;
        request.title = u"Shop is down"_s;
        request.components = {u"shop"_s, u"search"_s};
        stage.console.showIncident(stage.office.desk->open(request).value().id);
        stage.with(IncidentForm::Split, [](FormDialog &form) {
            const auto errorOf = [&form](const QString &label) {
                for (const auto *row : form.findChildren<ui::FormField *>()) {
                    if (row->field()->accessibleName() == label)
                        return row->error();
                }
                return QString();
            };
            submit(form);
            QVERIFY(!errorOf(u"Because"_s).isEmpty());
            write(form, u"Because"_s, u"another fault"_s);
            write(form, u"Parts that leave"_s, u"mail"_s);
            const int before = form.height();
            submit(form);
            QVERIFY(errorOf(u"Parts that leave"_s).contains(u"No window"_s));
            QCOMPARE(errorOf(u"Because"_s), QString());
            QVERIFY(form.height() >= form.layout()->totalHeightForWidth(form.width()));
            QVERIFY(form.height() >= before);
            QVERIFY(field<ui::LineEdit>(form, u"Parts that leave"_s)->hasFocus() ||
                    form.focusWidget()->accessibleName() == u"Parts that leave"_s);
            write(form, u"Or whole windows"_s, u"first"_s);
            submit(form);
            QVERIFY(errorOf(u"Or whole windows"_s).contains(u"numbers of windows"_s));
        });
    }

    void workIsGivenUpWithAReasonAndTheWayBack()
    {
        Stage stage;
        stage.plan();
        stage.console.press(ui::StripKey::Start);
        stage.with(IncidentForm::AbortRule, [](FormDialog &form) {
            submit(form);
            QVERIFY(errorsOf(form).contains(u"until when"_s));
            QCOMPARE(form.focusWidget()->accessibleName(), u"Given up at"_s);
            write(form, u"Given up at"_s, u"in 20 min"_s);
            submit(form);
            QVERIFY(errorsOf(form).contains(u"put back"_s));
            write(form, u"It is put back by"_s, u"the image of 16:00"_s);
            submit(form);
        });
        QCOMPARE(stage.incident().abortRule->rollback, u"the image of 16:00"_s);
        stage.office.clock.advance(5min);
        // What calls it off before it begins leads here once it runs.
        QTimer::singleShot(0, &stage.console, [&] {
            auto *form = qobject_cast<FormDialog *>(QApplication::activeModalWidget());
            QVERIFY(form);
            QVERIFY(says(*form, u"the image of 16:00"_s));
            submit(*form);
            QVERIFY(errorsOf(*form).contains(u"why the work is given up"_s));
            write(*form, u"Because"_s, u"the index is broken"_s);
            submit(*form);
        });
        stage.console.cancelWork();
        QCOMPARE(stage.incident().state, State::Cancelled);
        QVERIFY(!stage.incident().hasOpenWindow());
        QVERIFY(stage.compose.draft().body.contains(u"broken off"_s));
        // Nobody is asked any more to say that it begins.
        for (const StepStatus &step : evaluate(stage.incident(), {stage.office.clock.now(), {}}))
            QVERIFY(step.step.trigger != Trigger::Scheduled || !step.active);
    }

    void whatIsMissingIsListed()
    {
        Stage stage;
        stage.office.shopIsDown();
        stage.office.clock.advance(5min);
        stage.console.press(ui::StripKey::BackToNormal);
        stage.with(IncidentForm::Missing, [](FormDialog &form) {
            QVERIFY(says(form, u"Set the severity."_s));
            QVERIFY(says(form, u"A reason below does instead."_s));
            submit(form);
            QVERIFY(!errorsOf(form).isEmpty());
        });
        QCOMPARE(stage.incident().state, State::Restored);
    }

    void guardedWorkAsksForTheName()
    {
        Stage stage;
        QVERIFY(stage.office.settings->set(settings::guardedComponents, {u"shop"_s}));
        stage.plan();
        QTimer::singleShot(0, &stage.console, [&] {
            auto *form = qobject_cast<FormDialog *>(QApplication::activeModalWidget());
            QVERIFY(form);
            submit(*form);
            QVERIFY(errorsOf(*form).contains(u"Type its name"_s));
            write(*form, u"Type its name"_s, u"shop"_s);
            submit(*form);
        });
        stage.console.press(ui::StripKey::Start);
        QCOMPARE(stage.incident().state, State::InProgress);
    }

    void anOverrunDraftsTheNewEstimate()
    {
        Stage stage;
        stage.plan();
        stage.console.press(ui::StripKey::Start);
        QCOMPARE(stage.incident().state, State::InProgress);
        QVERIFY(stage.compose.draft().estimate.isEmpty());
        stage.office.clock.advance(8min);
        emit stage.office.desk->changed({});
        QCOMPARE(timing::durationFromField(stage.compose.draft().estimate),
                 base::Result<RoughDuration>(RoughDuration::atMost(7min)));
        stage.with(IncidentForm::Extend, [](FormDialog &form) {
            QCOMPARE(timing::durationFromField(
                         field<ui::LineEdit>(form, u"Takes at the most"_s)->text()),
                     base::Result<RoughDuration>(RoughDuration::atMost(15min)));
            write(form, u"Because"_s, u"the index is large"_s);
            submit(form);
        });
        QCOMPARE(stage.incident().plannedWindows().front().duration, RoughDuration::atMost(15min));
    }

    void whatIsOwedStandsUnderTheChecklist()
    {
        Stage stage;
        workflow::Reminders reminders(*stage.office.desk);
        stage.console.setReminders(reminders);
        auto *owed = stage.console.findChild<ui::DutyList *>();
        QVERIFY(!owed->isVisible());
        stage.office.shopIsDown();
        stage.with(IncidentForm::Promise, [](FormDialog &form) {
            write(form, u"What is promised"_s, u"we will say why"_s);
            write(form, u"By"_s, u"16:38"_s);
            submit(form);
        });
        QCOMPARE(stage.incident().promises.size(), std::size_t(1));
        QVERIFY(owed->isVisible());
        const auto *notice = stage.console.findChild<ui::NoticeBar *>();
        QVERIFY(!notice->isVisible());
        stage.office.clock.advance(25min);
        reminders.look();
        QVERIFY(notice->isVisible());
    }

    void oneAfterTheOther()
    {
        Stage stage;
        const QString shop = stage.office.shopIsDown().id;
        const QString blog = stage.office.shopIsDown(u"the blog is gone"_s).id;
        stage.console.showIncident(shop);
        stage.console.showNextIncident();
        QCOMPARE(stage.console.incidentId(), blog);
        stage.console.showNextIncident();
        QCOMPARE(stage.console.incidentId(), shop);
    }
};

QTEST_MAIN(TestIncidentForms)
#include "tst_incidentforms.moc"
