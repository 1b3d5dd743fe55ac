// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/evaluation.h"

namespace incident {

const StepMark *Evaluation::markOf(const ChecklistStep &step) const
{
    for (int round = m_incident.round; round > 0; --round) {
        if (const StepMark *mark = m_incident.mark(step.id, round))
            return mark;
        if (step.perRound)
            break;
    }
    return nullptr;
}

StepStatus Evaluation::status(const ChecklistStep &step) const
{
    StepStatus status;
    status.step = step;
    const StepMark *mark = markOf(step);
    if (mark && mark->state != StepState::Todo) {
        status.state = mark->state;
        status.automatic = mark->automatic;
        status.evidence = mark->reason;
        status.at = mark->recorded;
        status.link = mark->link;
        return status;
    }
    if (const auto closed = closedBy(step)) {
        status.state = StepState::Done;
        status.automatic = true;
        status.evidence = closed->evidence;
        status.at = closed->at;
        status.link = closed->link;
        return status;
    }
    if (const auto reason = notApplicable(step)) {
        status.state = StepState::NotApplicable;
        status.automatic = true;
        status.evidence = *reason;
        return status;
    }
    const auto since = triggered(step.trigger);
    // What was announced and then cancelled still has to be told.
    const bool asks = isOpen(m_incident.state) || m_incident.state == State::Cancelled;
    status.active = since.has_value() && asks;
    if (status.active)
        status.due = dueTime(step, *since);
    return status;
}

Evaluation::MaybeClosing Evaluation::closedBy(const ChecklistStep &step) const
{
    switch (step.done) {
    case DoneWhen::Manual:
        return std::nullopt;
    case DoneWhen::Confirmed:
        return confirmed(step);
    case DoneWhen::Acknowledged:
        return byMilestone(step, Milestone::Acknowledged);
    case DoneWhen::FeltAndComponents:
        return feltAndComponents();
    case DoneWhen::WindowBounded:
        return windowBounded();
    case DoneWhen::FirstPost:
        return byFirstPost(step);
    case DoneWhen::NextUpdate:
        return updated();
    case DoneWhen::SuspectNamed:
        return suspectNamed();
    case DoneWhen::Fixed:
        return byMilestone(step, Milestone::Fixed);
    case DoneWhen::Watched:
        return watched(step);
    case DoneWhen::AllClear:
        return allClear();
    case DoneWhen::CauseStated:
        return causeStated();
    case DoneWhen::PromisesDated:
        return promisesDated(step);
    case DoneWhen::PostmortemExported:
        return exported();
    case DoneWhen::PlanBounded:
        return planBounded();
    case DoneWhen::Announced:
        return announced();
    case DoneWhen::StartPosted:
        return startPosted();
    case DoneWhen::WorkEnded:
        return workEnded();
    case DoneWhen::CompletionPosted:
        return completionPosted();
    case DoneWhen::AbortRuleSet:
        return abortRuleSet();
    case DoneWhen::AlertsMuted:
        return alertsMuted();
    case DoneWhen::AfterEffectsEnded:
        return afterEffectsEnded();
    case DoneWhen::ProviderChecked:
        return providerChecked();
    case DoneWhen::ProviderContacted:
        return providerContacted();
    case DoneWhen::ProviderAnswered:
        return providerAnswered();
    case DoneWhen::ExposureNoted:
        return exposureNoted();
    }
    return std::nullopt;
}

std::optional<QString> Evaluation::notApplicable(const ChecklistStep &step) const
{
    const auto notStamped = [&](Milestone name) -> std::optional<QString> {
        const MilestoneRow *row = rowFor(step, name);
        if (!row || row->at.precision() != timing::Precision::NotApplicable)
            return std::nullopt;
        return row->reason;
    };
    const auto unless = [](bool applies, const QString &reason) {
        return applies ? std::nullopt : std::optional(reason);
    };
    if (isProviderStep(step) && !isOutside())
        return tr("no provider has a part in it");
    const State state = m_incident.state;
    if (state == State::Cancelled && step.trigger == Trigger::Scheduled &&
        step.done != DoneWhen::Announced)
        return tr("the work was called off");
    // Going into review without a post took a reason; it is not asked for again.
    const bool secret =
        (state == State::Review || state == State::Closed) && !m_incident.lastPublished();
    switch (step.done) {
    case DoneWhen::Acknowledged:
        return notStamped(Milestone::Acknowledged);
    case DoneWhen::Fixed:
        return notStamped(Milestone::Fixed);
    case DoneWhen::FirstPost:
    case DoneWhen::AllClear:
        return unless(!secret, tr("nothing was made public"));
    case DoneWhen::NextUpdate:
        return unless(!isOver() || m_incident.lastPublished(), tr("nothing was made public"));
    case DoneWhen::PostmortemExported:
        return unless(asksForPostmortem() || (state != State::Review && state != State::Closed),
                      tr("too small to need one"));
    case DoneWhen::CompletionPosted:
        return unless(state != State::Cancelled || m_incident.lastPublished(),
                      tr("nothing was made public"));
    case DoneWhen::Announced:
        if (entered(State::InProgress))
            return tr("the work began without an announcement");
        return unless(state != State::Cancelled, tr("called off before it was announced"));
    case DoneWhen::AlertsMuted:
        return unless(!m_incident.components().isEmpty() || !entered(State::InProgress),
                      tr("no part is named whose alerts could be muted"));
    case DoneWhen::AfterEffectsEnded:
        return unless(m_incident.stateSince.contains(int(State::AfterEffects)) ||
                          (state != State::Verifying && isOpen(state) && state != State::Completed),
                      tr("there were no after-effects"));
    default:
        return std::nullopt;
    }
}

std::vector<StepStatus> evaluate(const Incident &incident, const Checklist &checklist,
                                 const Surroundings &surroundings)
{
    const Evaluation evaluation(incident, surroundings);
    std::vector<StepStatus> steps;
    steps.reserve(checklist.steps.size());
    for (const ChecklistStep &step : checklist.steps)
        steps.push_back(evaluation.status(step));
    return steps;
}

std::vector<StepStatus> evaluate(const Incident &incident, const Surroundings &surroundings)
{
    if (incident.checklist.isEmpty())
        return {};
    const auto checklist = checklistFromJson(incident.checklist);
    return checklist ? evaluate(incident, *checklist, surroundings) : std::vector<StepStatus>();
}

const StepStatus *nextStep(const std::vector<StepStatus> &steps)
{
    const StepStatus *next = nullptr;
    for (const StepStatus &status : steps) {
        if (!status.active)
            continue;
        const bool sooner = next && status.due && (!next->due || *status.due < *next->due);
        if (!next || sooner)
            next = &status;
    }
    return next;
}

std::vector<MarkStep> marksToKeep(const Incident &incident, const std::vector<StepStatus> &steps)
{
    std::vector<MarkStep> marks;
    for (const StepStatus &status : steps) {
        const bool measured = status.step.done == DoneWhen::Watched &&
                              status.state == StepState::Done && status.automatic;
        const StepMark *kept = incident.mark(status.step.id, incident.round);
        if (measured && (!kept || kept->state == StepState::Todo))
            marks.push_back({status.step.id, StepState::Done, status.evidence, true});
    }
    return marks;
}

} // namespace incident
