// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/timingform.h"

#include "incident/metrics.h"
#include "timing/linkedtimes.h"
#include "timing/zone.h"

#include <QCoreApplication>

namespace workflow {

using base::Done;
using base::ErrorKind;
using incident::Milestone;
using incident::Window;
using timing::LinkedTimes;
using timing::RoughDuration;
using timing::RoughInstant;
using timing::TimeField;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(workflow)
};

bool isLength(TimingField field)
{
    return field == TimingField::Duration || field == TimingField::FixedAfter ||
           field == TimingField::NormalAfter || field == TimingField::PlanLength;
}

bool isPlan(TimingField field)
{
    return field == TimingField::PlanStart || field == TimingField::PlanEnd ||
           field == TimingField::PlanLength;
}

} // namespace

TimingForm::TimingForm(Desk &desk, incident::Incident incident)
    : m_desk(desk)
    , m_incident(std::move(incident))
{}

timing::FieldContext TimingForm::context(TimingField field) const
{
    return {timing::zoneByName(m_incident.zone).value_or(m_desk.zone()), m_desk.clock().now(),
            isPlan(field) ? timing::Lean::Future : timing::Lean::Past};
}

/// The first actual window of this round: its start and end are those of the trouble.
const Window *TimingForm::mainWindow() const
{
    for (const Window &window : m_incident.windows) {
        if (!window.planned && window.round == m_incident.round)
            return &window;
    }
    return nullptr;
}

RoughInstant TimingForm::at(TimingField field) const
{
    const auto plans = m_incident.plannedWindows();
    switch (field) {
    case TimingField::Started:
        return m_incident.milestone(Milestone::Started);
    case TimingField::Fixed:
        return m_incident.milestone(Milestone::Fixed);
    case TimingField::Normal:
        return m_incident.milestone(Milestone::BackToNormal);
    case TimingField::PlanStart:
        return plans.empty() ? RoughInstant() : plans.front().start;
    case TimingField::PlanEnd:
        return plans.empty() ? RoughInstant() : plans.front().end;
    default:
        return {};
    }
}

RoughDuration TimingForm::length(TimingField field) const
{
    const auto between = [&](TimingField from, TimingField to) {
        return timing::lengthAfter(at(from), at(to)).value_or(RoughDuration());
    };
    const auto plans = m_incident.plannedWindows();
    switch (field) {
    case TimingField::Duration:
        return mainWindow() && !mainWindow()->isOpen() ? incident::lengthOf(*mainWindow())
                                                       : RoughDuration();
    case TimingField::FixedAfter:
        return between(TimingField::Started, TimingField::Fixed);
    case TimingField::NormalAfter:
        return between(TimingField::Fixed, TimingField::Normal);
    case TimingField::PlanLength:
        return plans.empty() ? RoughDuration() : plans.front().duration;
    default:
        return {};
    }
}

QString TimingForm::text(TimingField field) const
{
    if (isLength(field)) {
        const RoughDuration known = length(field);
        return known.isKnown() ? timing::fieldText(known) : QString();
    }
    const RoughInstant known = at(field);
    return known.isKnown() ? timing::fieldText(known, context(field)) : QString();
}

Done TimingForm::edit(TimingField field, const QString &text, const QString &reason)
{
    if (text.trimmed() == this->text(field))
        return {};
    switch (field) {
    case TimingField::Started:
    case TimingField::Duration:
    case TimingField::Normal:
        return editSpan(field, text, reason);
    case TimingField::Fixed: {
        const auto fixed = timing::instantFromField(text, context(field));
        if (!fixed)
            return base::passOn(fixed);
        return stamp(Milestone::Fixed, *fixed, reason);
    }
    case TimingField::FixedAfter:
        return stampAfter(Milestone::Fixed, at(TimingField::Started), text, reason);
    case TimingField::NormalAfter:
        return stampAfter(Milestone::BackToNormal, at(TimingField::Fixed), text, reason);
    case TimingField::PlanStart:
    case TimingField::PlanEnd:
    case TimingField::PlanLength:
        return editPlan(field, text, reason);
    }
    return {};
}

Done TimingForm::editSpan(TimingField field, const QString &text, const QString &reason)
{
    const Window *window = mainWindow();
    LinkedTimes times(at(TimingField::Started), window ? window->duration : RoughDuration(),
                      at(TimingField::Normal));
    const TimeField edited = field == TimingField::Started  ? TimeField::Start
                             : field == TimingField::Normal ? TimeField::End
                                                            : TimeField::Length;
    // A start that the chart shows is not moved by a duration; the end follows.
    if (edited != TimeField::Start)
        times.hold(TimeField::Start);
    if (const Done done = times.edit(edited, text, context(field)); !done)
        return done;
    const bool endChanges = times.end() != at(TimingField::Normal);
    if (endChanges && !times.end().isKnown())
        return stamp(Milestone::BackToNormal, {}, reason);
    // The window takes all three at once: each alone could contradict what it still says.
    if (window) {
        Window corrected = *window;
        corrected.start = times.start();
        corrected.end = times.end();
        corrected.duration = times.isStated(TimeField::Length) ? times.length() : RoughDuration();
        if (const Done done = run(incident::PutWindow{corrected, reason}); !done)
            return done;
    } else if (const Done done = stamp(Milestone::Started, times.start(), reason); !done) {
        return done;
    }
    return endChanges ? stamp(Milestone::BackToNormal, times.end(), reason) : Done();
}

Done TimingForm::editPlan(TimingField field, const QString &text, const QString &reason)
{
    const auto plans = m_incident.plannedWindows();
    Window plan = plans.empty() ? Window() : plans.front();
    if (field == TimingField::PlanLength) {
        const auto length = timing::durationFromField(text);
        if (!length)
            return base::passOn(length);
        plan.duration = *length;
    } else {
        const auto typed = timing::instantFromField(text, context(field));
        if (!typed)
            return base::passOn(typed);
        (field == TimingField::PlanStart ? plan.start : plan.end) = *typed;
    }
    return run(incident::Replan{plan, reason});
}

Done TimingForm::stamp(Milestone milestone, const RoughInstant &at, const QString &reason)
{
    if (!at.isKnown())
        return run(incident::Unstamp{milestone, reason});
    return run(incident::Stamp{milestone, at, incident::Source::Manual, reason});
}

Done TimingForm::stampAfter(Milestone milestone, const RoughInstant &previous, const QString &text,
                            const QString &reason)
{
    const auto length = timing::durationFromField(text);
    if (!length)
        return base::passOn(length);
    if (!length->isKnown())
        return stamp(milestone, {}, reason);
    if (!previous.isKnown()) {
        return base::fail(
            ErrorKind::Input,
            Words::tr("A length needs a beginning: say first when the step before it was."));
    }
    return stamp(milestone, timing::stepAfter(previous, *length), reason);
}

Done TimingForm::run(const incident::Command &command)
{
    auto changed = m_desk.run(m_incident.id, command);
    if (!changed)
        return base::passOn(changed);
    m_incident = std::move(*changed);
    return {};
}

} // namespace workflow
