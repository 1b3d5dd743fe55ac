// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/decider.h"
#include "incident/timerules.h"

namespace incident {

using namespace Qt::StringLiterals;
using base::Done;
using base::ErrorKind;
using base::fail;

namespace {

bool canBeReplanned(State state)
{
    return state == State::Draft || state == State::Scheduled || state == State::InProgress ||
           state == State::AfterEffects;
}

} // namespace

Done Decider::operator()(const Replan &command)
{
    if (!m_incident.isMaintenance())
        return fail(ErrorKind::Refused, tr("Only maintenance has a plan. Say what happened in a "
                                           "window instead."));
    if (!canBeReplanned(m_incident.state)) {
        return fail(ErrorKind::Refused, tr("The work is over; its plan cannot change any more. "
                                           "Plan another maintenance."));
    }
    const auto plans = m_incident.plannedWindows();
    Window window = command.window;
    window.planned = true;
    if (window.seq) {
        const Window *old = m_incident.window(window.seq);
        if (!old || !old->planned)
            return noSuchWindow(window.seq);
    } else {
        window.seq = plans.empty() ? nextWindowSeq() : plans.front().seq;
    }
    if (!window.isBounded()) {
        return fail(ErrorKind::Input,
                    tr("Say when the work is planned and how long it takes at the most."));
    }
    if (const Done done = putWindow(window, command.reason); !done)
        return done;
    if (m_incident.mute && m_incident.state != State::Draft && m_incident.state != State::Scheduled)
        muteWorkedOn();
    return {};
}

Done Decider::operator()(const StartMaintenance &command)
{
    if (m_incident.state != State::Scheduled) {
        return fail(ErrorKind::Refused,
                    m_incident.state == State::Draft
                        ? tr("This maintenance is a draft. Schedule it first, then start it.")
                        : tr("Only planned maintenance that has not begun can be started. Choose "
                             "one that is scheduled."));
    }
    if (!command.at.isKnown())
        return fail(ErrorKind::Input, tr("Say when the work began."));
    if (const Done done = checkNotInFuture(command.at, m_occasion.now); !done)
        return done;
    enter(State::InProgress);
    if (const Done done = beginPhase(command.at); !done)
        return done;
    muteWorkedOn();
    return {};
}

Done Decider::operator()(const FinishMaintenance &command)
{
    const State state = m_incident.state;
    if (state != State::InProgress && state != State::AfterEffects && state != State::Verifying) {
        return fail(ErrorKind::Refused,
                    tr("This maintenance is not in progress. Start it before you finish it."));
    }
    if (!command.at.isKnown())
        return fail(ErrorKind::Input, tr("Say when the work was over."));
    if (const Done done = checkNotInFuture(command.at, m_occasion.now); !done)
        return done;
    const RoughInstant end = endOfWork(command.at);
    if (state == State::AfterEffects)
        setMilestoneIfInOrder(Milestone::AfterEffectsDone, end, Source::Manual);
    const bool over =
        !m_incident.hasOpenWindow() && m_incident.milestone(Milestone::BackToNormal).isKnown();
    if (!over) {
        const Stamp stamp{Milestone::BackToNormal, end, Source::Manual, command.reason};
        if (const Done done = (*this)(stamp); !done)
            return done;
    }
    enter(State::Verifying);
    if (!m_incident.mark(verifyStep, m_incident.round)) {
        add(StepMarked{verifyStep, m_incident.round, StepState::Done,
                       isReason(command.reason)
                           ? command.reason
                           : tr("finished without a note on how it was checked"),
                       false});
    }
    enter(State::Completed);
    return {};
}

} // namespace incident
