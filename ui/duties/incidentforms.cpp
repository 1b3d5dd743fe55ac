// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/duties/incidentforms.h"

#include "incident/waiting.h"

#include "ui/duties/formwriter.h"

#include <algorithm>
#include <QCoreApplication>

namespace ui {

using incident::Incident;
using incident::State;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::IncidentForm)
};

constexpr IncidentForm allForms[] = {
    IncidentForm::StartWork, IncidentForm::EndPhase, IncidentForm::Phase,   IncidentForm::Extend,
    IncidentForm::AbortRule, IncidentForm::Abort,    IncidentForm::Missing, IncidentForm::Title,
    IncidentForm::Cause,     IncidentForm::Provider, IncidentForm::Contact, IncidentForm::Answer,
    IncidentForm::Milestone, IncidentForm::Note,     IncidentForm::Promise, IncidentForm::FollowUp,
    IncidentForm::Kind,      IncidentForm::Split,    IncidentForm::Merge,   IncidentForm::Recur,
    IncidentForm::Remedy,
};

bool isWorking(State state)
{
    return state == State::InProgress || state == State::AfterEffects;
}

bool isAhead(State state)
{
    return state == State::Draft || state == State::Scheduled;
}

bool fitsWork(IncidentForm form, State state)
{
    switch (form) {
    case IncidentForm::StartWork:
        return state == State::Scheduled;
    case IncidentForm::EndPhase:
        return isWorking(state);
    case IncidentForm::Phase:
    case IncidentForm::Extend:
    case IncidentForm::AbortRule:
        return isWorking(state) || isAhead(state);
    case IncidentForm::Abort:
        return state == State::InProgress;
    case IncidentForm::Missing:
        return state == State::Completed || state == State::Cancelled;
    case IncidentForm::Title:
    case IncidentForm::Note:
    case IncidentForm::Promise:
    case IncidentForm::FollowUp:
        return true;
    default:
        return false;
    }
}

bool fitsTrouble(IncidentForm form, const Incident &incident)
{
    switch (form) {
    case IncidentForm::StartWork:
    case IncidentForm::EndPhase:
    case IncidentForm::Phase:
    case IncidentForm::Extend:
    case IncidentForm::AbortRule:
    case IncidentForm::Abort:
        return false;
    case IncidentForm::Missing:
        return incident.state == State::Restored || incident.state == State::Review;
    case IncidentForm::Answer:
        return std::ranges::any_of(incident.contacts, incident::isWaiting);
    case IncidentForm::Split:
        return incident::isOpen(incident.state) && !incident.actualWindows().empty();
    case IncidentForm::Merge:
        return incident::isOpen(incident.state);
    case IncidentForm::Recur:
        return !incident::isRunning(incident.state);
    default:
        return true;
    }
}

/// A step does, or an alert has come from a rule, which may.
bool mayCarryRemedy(const Incident &incident)
{
    const auto list = incident::checklistFromJson(incident.checklist);
    return !incident.alerts.empty() ||
           (list && std::ranges::any_of(list->steps, [](const incident::ChecklistStep &step) {
                return step.remedy.has_value();
            }));
}

} // namespace

QString titleOf(IncidentForm form)
{
    switch (form) {
    case IncidentForm::Missing:
        return Words::tr("What is still missing before the end");
    case IncidentForm::Title:
        return Words::tr("Call it something else");
    case IncidentForm::Cause:
        return Words::tr("The cause, and whose it was");
    case IncidentForm::Milestone:
        return Words::tr("Say when something happened");
    case IncidentForm::Note:
        return Words::tr("Add a note to the timeline");
    case IncidentForm::Kind:
        return Words::tr("What it was after all: a near miss, say");
    case IncidentForm::Split:
        return Words::tr("Split a part off");
    case IncidentForm::Merge:
        return Words::tr("It is the same as another incident: merge");
    case IncidentForm::Recur:
        return Words::tr("It is back, by another fault");
    case IncidentForm::Promise:
        return Words::tr("Promise something, or settle a promise");
    case IncidentForm::FollowUp:
        return Words::tr("Add a follow-up");
    case IncidentForm::Provider:
        return Words::tr("It is our provider");
    case IncidentForm::Contact:
        return Words::tr("Log a word with the provider");
    case IncidentForm::Answer:
        return Words::tr("Log what the provider answered");
    case IncidentForm::Remedy:
        return Words::tr("Run a remedy");
    case IncidentForm::StartWork:
        return Words::tr("Start the work, with its parts checked");
    case IncidentForm::EndPhase:
        return Words::tr("This phase is over");
    case IncidentForm::Phase:
        return Words::tr("Add a phase to the plan");
    case IncidentForm::Extend:
        return Words::tr("Change the plan: schedule, postpone or extend");
    case IncidentForm::AbortRule:
        return Words::tr("When to give the work up");
    case IncidentForm::Abort:
        return Words::tr("Give the work up: everything is put back");
    }
    return {};
}

bool fits(IncidentForm form, const Incident &incident)
{
    if (!incident.exists())
        return false;
    if (form == IncidentForm::Remedy)
        return incident::isOpen(incident.state) && mayCarryRemedy(incident);
    return incident.isMaintenance() ? fitsWork(form, incident.state) : fitsTrouble(form, incident);
}

std::vector<IncidentForm> formsFor(const Incident &incident)
{
    std::vector<IncidentForm> fitting;
    for (const IncidentForm form : allForms) {
        if (fits(form, incident))
            fitting.push_back(form);
    }
    return fitting;
}

QString fillIn(IncidentForm form, const FormPlace &place, const Incident &incident, QWidget *parent)
{
    FormWriter writer(place, incident, parent);
    switch (form) {
    case IncidentForm::Missing:
        return writer.missing();
    case IncidentForm::Title:
        return writer.retitle();
    case IncidentForm::Cause:
        return writer.cause();
    case IncidentForm::Milestone:
        return writer.milestone();
    case IncidentForm::Note:
        return writer.note();
    case IncidentForm::Kind:
        return writer.kind();
    case IncidentForm::Split:
        return writer.split();
    case IncidentForm::Merge:
        return writer.merge();
    case IncidentForm::Recur:
        return writer.recur();
    case IncidentForm::Promise:
        return writer.promise();
    case IncidentForm::FollowUp:
        return writer.followUp();
    case IncidentForm::Provider:
        return writer.provider();
    case IncidentForm::Contact:
        return writer.contact();
    case IncidentForm::Answer:
        return writer.answer();
    case IncidentForm::Remedy:
        return writer.remedy();
    case IncidentForm::StartWork:
        return writer.startWork();
    case IncidentForm::EndPhase:
        return writer.endPhase();
    case IncidentForm::Phase:
        return writer.phase();
    case IncidentForm::Extend:
        return writer.extend();
    case IncidentForm::AbortRule:
        return writer.abortRule();
    case IncidentForm::Abort:
        return writer.abort();
    }
    return {};
}

} // namespace ui
