// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timing/arithmetic.h"
#include "ui/duties/formdialog.h"
#include "ui/duties/formwriter.h"
#include "ui/widget/lineedit.h"
#include "workflow/overrun.h"
#include "workflow/phases.h"
#include "workflow/preflight.h"
#include "workflow/remedies.h"

#include <QComboBox>

/// Planned work, from its start to its end, and what becomes of its plan.
namespace ui {

using namespace Qt::StringLiterals;
using base::Done;
using incident::Window;

QString FormWriter::remedy()
{
    FormDialog form(tr("Run a remedy"), tr("Run it"), m_parent);
    QList<std::pair<QString, QVariant>> choices;
    for (const workflow::CarriedRemedy &step : workflow::remediesOf(m_desk, m_incident)) {
        choices.append({u"%1 · %2"_s.arg(step.title, step.remedy.name), step.carrier()});
        //: %1 a name, %2 a command with its arguments, %n times
        form.explain(
            tr("%1 runs: %2 (at most %n time(s) an hour)", nullptr, step.remedy.atMostPerHour)
                .arg(step.remedy.name, step.remedy.command.join(u' ')));
    }
    if (choices.isEmpty()) {
        form.explain(tr("Neither a step of its checklist nor the rule of its monitor has one. A "
                        "step gets one in the editor of checklists (Ctrl+L), for the incidents "
                        "that follow; a rule in Settings, under “Alerts …” beside its monitor."));
    }
    const QComboBox *which = form.addChoice(tr("Remedy"), choices);
    const QComboBox *how =
        form.addChoice(tr("And"), {{tr("run it"), false}, {tr("try it without effect"), true}});
    form.onSubmit([this, which, how] {
        if (!m_remedies)
            return base::Done(
                base::fail(base::ErrorKind::Refused, tr("Nothing can be run from here.")));
        const Done done = m_remedies->run(m_incident.id, which->currentData().toString(),
                                          how->currentData().toBool());
        if (done)
            m_done = m_incident.id;
        return done;
    });
    return show(form);
}

QString FormWriter::startWork()
{
    const workflow::Preflight preflight = workflow::preflightOf(m_desk, m_incident);
    FormDialog form(tr("Start the work"), tr("Start"), m_parent);
    form.explain(tr("It touches %1.").arg(m_incident.components().join(u", "_s)));
    if (!preflight.falls.isEmpty()) {
        //: %1 parts of the service, separated by commas
        form.explain(tr("With it falls what stands on it: %1.").arg(preflight.falls.join(u", "_s)));
    }
    if (!preflight.open.empty())
        form.explain(tr("Not done yet:"));
    for (const incident::StepStatus &status : preflight.open)
        form.explain(u"•  "_s + status.step.title);
    const LineEdit *since = form.addTime(tr("It began"), past(), tr("now"), tr("16:08, 2 min ago"));
    QList<const LineEdit *> names;
    for (const QString &guarded : preflight.guarded) {
        form.explain(tr("“%1” is guarded.").arg(guarded));
        names << form.addLine(tr("Type its name"), guarded);
    }
    form.onSubmit([this, &form, since, names] {
        auto at = form.instantOf(since, past());
        if (!at)
            return alreadyBlamed();
        if (!at->isKnown())
            at = timing::RoughInstant::exact(m_desk.clock().now());
        QStringList typed;
        for (const LineEdit *name : names)
            typed << name->text().trimmed();
        return took(workflow::startWork(m_desk, m_incident.id, *at, typed));
    });
    return show(form);
}

QString FormWriter::endPhase()
{
    FormDialog form(tr("This phase is over"), tr("It is over"), m_parent);
    const auto ahead = m_incident.phasesAhead();
    form.explain(ahead.empty()
                     ? tr("It is the last one. What follows is the check that everything works.")
                     : tr("The next planned phase begins at the same time."));
    const LineEdit *over = form.addTime(tr("It ended"), past(), tr("now"), tr("16:08, 2 min ago"));
    const LineEdit *reason = form.addReason(tr("Because"), tr("not needed in most cases"));
    form.onSubmit([this, &form, over, reason] {
        auto at = form.instantOf(over, past());
        if (!at)
            return alreadyBlamed();
        if (!at->isKnown())
            at = timing::RoughInstant::exact(m_desk.clock().now());
        return run(incident::EndPhase{*at, reason->text().trimmed()});
    });
    return show(form);
}

QString FormWriter::extend()
{
    const bool isDraft = m_incident.state == incident::State::Draft;
    FormDialog form(isDraft ? tr("When it is done") : tr("Change the plan"),
                    isDraft ? tr("Schedule it") : tr("Change it"), m_parent);
    form.explain(isDraft ? tr("With its time and its length the draft becomes planned work, which "
                              "can be announced and started.")
                         : tr("The old plan is kept, and the post can tell both."));
    const auto overrun = workflow::overrunOf(m_incident, m_desk.clock().now());
    Window plan = overrun ? overrun->suggested : workflow::currentPlan(m_incident);
    plan.planned = true;
    if (overrun) {
        form.explain(tr("Four fifths of the planned time are over. This is what it will take if "
                        "it goes on like that."));
    }
    LineEdit *from = form.addTime(tr("Window from"), ahead(), tr("tomorrow 01:00"), {});
    from->setText(timing::fieldText(plan.start, ahead()));
    LineEdit *to = form.addTime(tr("Window to"), ahead(), tr("by its length"), {});
    if (plan.inside)
        to->setText(timing::fieldText(plan.end, ahead()));
    const auto shown = std::pair(from->text(), to->text());
    LineEdit *takes = form.addLine(tr("Takes at the most"), tr("10 min"));
    takes->setText(timing::fieldText(plan.duration));
    const LineEdit *reason = form.addReason(tr("Because"));
    form.onSubmit([this, &form, plan, shown, from, to, takes, reason] {
        // The fields say minutes; what was not touched stays to the second.
        const auto start =
            from->text() == shown.first ? std::optional(plan.start) : form.instantOf(from, ahead());
        const auto end = plan.inside && to->text() == shown.second ? std::optional(plan.end)
                                                                   : form.instantOf(to, ahead());
        const auto length = form.lengthOf(takes);
        if (!start || !end || !length)
            return alreadyBlamed();
        Window changed = plan;
        changed.start = *start;
        changed.duration = *length;
        changed.end = *end;
        return took(workflow::replan(m_desk, m_incident.id, changed, reason->text().trimmed()));
    });
    return show(form);
}

QString FormWriter::abortRule()
{
    FormDialog form(tr("When to give the work up"), tr("Set it"), m_parent);
    form.explain(tr("At that time the work is put back instead of going on."));
    LineEdit *when = form.addTime(tr("Given up at"), ahead(), tr("01:40"), tr("01:40, in 20 min"));
    LineEdit *rollback = form.addLine(tr("It is put back by"), tr("restore the image of 00:50"));
    if (m_incident.abortRule) {
        when->setText(timing::fieldText(m_incident.abortRule->at, ahead()));
        rollback->setText(m_incident.abortRule->rollback);
    }
    form.onSubmit([this, &form, when, rollback] {
        const auto at = form.instantOf(when, ahead());
        if (!at)
            return alreadyBlamed();
        if (!at->isKnown()) {
            form.blame(when, tr("Say until when it goes on: 01:40, or in 20 min."));
            return alreadyBlamed();
        }
        return run(incident::SetAbortRule{{*at, rollback->text().trimmed()}});
    });
    return show(form);
}

QString FormWriter::abort()
{
    FormDialog form(tr("Give the work up"), tr("Give it up"), m_parent);
    if (m_incident.abortRule)
        form.explain(tr("It is put back by: %1").arg(m_incident.abortRule->rollback));
    const LineEdit *over =
        form.addTime(tr("Put back at"), past(), tr("now"), tr("when all was as before"));
    const LineEdit *reason = form.addReason(tr("Because"));
    form.onSubmit([this, &form, over, reason] {
        auto at = form.instantOf(over, past());
        if (!at)
            return alreadyBlamed();
        if (!at->isKnown())
            at = timing::RoughInstant::exact(m_desk.clock().now());
        return run(incident::AbortMaintenance{*at, reason->text().trimmed()});
    });
    return show(form);
}

} // namespace ui
