// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/checklist.h"
#include "incident/decider.h"
#include "incident/statemachine.h"
#include "incident/timerules.h"

#include <array>

namespace incident {

using base::Done;
using base::ErrorKind;
using base::fail;

namespace {

constexpr qsizetype reopenReasonLength = 10;
constexpr int lowestSeverity = 4;

bool mayEnter(const OpenIncident &command)
{
    const bool maintenance = command.kind == Kind::Maintenance;
    switch (command.entry) {
    case EntryMode::Live:
        return !maintenance &&
               (command.state == State::Suspected || command.state == State::Active);
    case EntryMode::Retrospective:
        return maintenance ? command.state == State::Completed
                           : command.state == State::Monitoring || command.state == State::Restored;
    case EntryMode::Planned:
        return maintenance && (command.state == State::Draft || command.state == State::Scheduled);
    }
    return false;
}

} // namespace

Done Decider::operator()(const OpenIncident &command)
{
    if (m_incident.exists())
        return fail(ErrorKind::Conflict, tr("This incident is open already. Go on with it."));
    if (command.id.isEmpty() || command.title.trimmed().isEmpty())
        return fail(ErrorKind::Input,
                    tr("Say in a few words what is wrong: an incident needs a title."));
    if (command.severity < 0 || command.severity > lowestSeverity)
        return fail(ErrorKind::Input, tr("Choose a severity from 1 (worst) to 4."));
    if (!mayEnter(command)) {
        return fail(ErrorKind::Refused,
                    tr("What runs now begins as suspected or active, what is over as monitoring or "
                       "restored (maintenance as completed), and planned maintenance as draft or "
                       "scheduled. Choose one that fits."));
    }
    m_id = command.id;
    m_tellingAfterwards = command.entry == EntryMode::Retrospective;
    add(Opened{command.kind, command.entry, command.state, command.ref, command.title.trimmed(),
               command.zone, command.monitor});
    if (!command.checklist.isEmpty()) {
        const auto checklist = checklistFromJson(command.checklist);
        if (!checklist)
            return base::passOn(checklist);
        add(ChecklistStarted{command.checklist});
    }
    if (command.severity > 0)
        add(SeverityChanged{command.severity});
    for (const Link &link : command.links) {
        if (const Done done = (*this)(LinkIncident{link}); !done)
            return done;
    }
    if (command.alert) {
        if (const Done done = (*this)(LinkAlert{*command.alert}); !done)
            return done;
    }
    if (const Done done = openWindows(command); !done)
        return done;
    if (const Done done = openStamps(command); !done)
        return done;
    if (!allowsOpenWindow(m_incident.state) && m_incident.hasOpenWindow())
        return fail(ErrorKind::Input,
                    tr("It is not over yet: a window has no end. Say when it ended."));
    const bool over = m_incident.state == State::Restored || m_incident.state == State::Completed;
    return over ? concludeBackToNormal(command.reason) : Done();
}

Done Decider::openWindows(const OpenIncident &command)
{
    const bool planned = command.entry == EntryMode::Planned;
    for (const Window &given : command.windows) {
        Window window = given;
        window.seq = nextWindowSeq();
        if (window.planned != planned) {
            return fail(ErrorKind::Input,
                        planned ? tr("This maintenance has not begun. Give it a planned window.")
                                : tr("This is not planned. Say what happened, not what is to "
                                     "happen."));
        }
        if (command.state == State::Scheduled && !window.isBounded()) {
            return fail(ErrorKind::Input, tr("Say when the work is planned and how long it takes "
                                             "at the most."));
        }
        if (const Done done = putWindow(window, command.reason); !done)
            return done;
    }
    if (command.state == State::Scheduled && command.windows.empty()) {
        return fail(ErrorKind::Input, tr("Say when the work is planned and how long it takes at "
                                         "the most."));
    }
    return {};
}

Done Decider::openStamps(const OpenIncident &command)
{
    const bool planned = command.entry == EntryMode::Planned;
    if (planned &&
        (command.detected.isKnown() || command.fixed.isKnown() || command.backToNormal.isKnown()))
        return fail(ErrorKind::Input, tr("This maintenance has not begun, so nothing of it can be "
                                         "stamped. Start it first."));
    if (command.detected.isKnown()) {
        const bool byAlert =
            command.alert && command.detected == RoughInstant::exact(command.alert->detected);
        const Source source = byAlert ? Source::Alert : Source::Manual;
        // An alert that noticed it has not confirmed it.
        if (command.state == State::Suspected) {
            if (const Done done = checkNotInFuture(command.detected, m_occasion.now); !done)
                return done;
            if (const Done done =
                    checkOrder(m_incident, Milestone::Detected, command.detected, m_incident.round);
                !done)
                return done;
            setMilestone(Milestone::Detected, command.detected, source, command.reason);
        } else if (const Done done = (*this)(
                       Stamp{Milestone::Detected, command.detected, source, command.reason});
                   !done) {
            return done;
        }
    }
    const std::array<std::pair<Milestone, RoughInstant>, 2> stamps{{
        {Milestone::Fixed, command.fixed},
        {Milestone::BackToNormal, command.backToNormal},
    }};
    for (const auto &[milestone, at] : stamps) {
        if (!at.isKnown())
            continue;
        if (const Done done = (*this)(Stamp{milestone, at, Source::Manual, command.reason}); !done)
            return done;
    }
    return {};
}

Done Decider::operator()(const Reopen &command)
{
    const State state = m_incident.state;
    if (m_incident.isMaintenance()) {
        return fail(ErrorKind::Refused, tr("Maintenance does not come back. If the work broke "
                                           "something, open an incident for it."));
    }
    if (state == State::Dismissed) {
        return fail(
            ErrorKind::Refused,
            tr("This incident was dismissed. Make it suspected again, then go on with it."));
    }
    if (state != State::Restored && state != State::Review && state != State::Closed)
        return fail(ErrorKind::Refused,
                    tr("This incident is not over, so it cannot come back. Go on with it."));
    if (command.reason.trimmed().size() < reopenReasonLength) {
        return fail(ErrorKind::NeedsReason,
                    tr("Say in a few words (ten letters or more) how you know that it is back."));
    }
    Window window = command.window;
    window.seq = nextWindowSeq();
    window.planned = false;
    window.inside = false;
    window.several = false;
    window.end = RoughInstant();
    window.duration = RoughDuration();
    if (window.components.isEmpty())
        window.components = m_incident.components();
    if (window.felt.isEmpty())
        window.felt = m_incident.felt();
    add(Reopened{command.reason});
    enter(State::Active, command.reason);
    if (const Done done = putWindow(window, command.reason); !done)
        return done;
    setMilestoneIfInOrder(Milestone::Detected, RoughInstant::exact(m_occasion.now), Source::Manual);
    return {};
}

} // namespace incident
