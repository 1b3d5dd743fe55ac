// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/decider.h"
#include "incident/timerules.h"

namespace incident {

using base::Done;
using base::ErrorKind;
using base::fail;

void Decider::setMilestone(Milestone milestone, const RoughInstant &at, Source source,
                           const QString &reason)
{
    add(MilestoneSet{milestone, m_incident.round, at, source, reason},
        at.isKnown() ? std::optional(at) : std::nullopt);
}

Done Decider::operator()(const Stamp &command)
{
    if (!command.at.isKnown()) {
        return fail(ErrorKind::Input, tr("Say when “%1” was, or take the stamp back.")
                                          .arg(milestoneWords(command.milestone)));
    }
    if (const Done done = checkNotInFuture(command.at, m_occasion.now); !done)
        return done;
    if (const Done done = checkOrder(m_incident, command.milestone, command.at); !done)
        return done;
    if (!isReason(command.reason)) {
        if (const QString odd = oddMilestone(m_incident, command.milestone, command.at);
            !odd.isEmpty())
            return fail(ErrorKind::NeedsReason, odd);
    }
    if (command.milestone == Milestone::Started)
        return moveStart(command.at, command.reason);
    const RoughInstant was = m_incident.milestone(command.milestone);
    setMilestone(command.milestone, command.at, command.source, command.reason);
    if (command.milestone == Milestone::BackToNormal) {
        if (was.isKnown()) {
            for (Window window : m_incident.actualWindows()) {
                if (window.end != was)
                    continue;
                window.end = command.at;
                if (const Done done = putWindow(window, command.reason); !done)
                    return done;
            }
        }
        if (const Done done = endOpenWindows(command.at); !done)
            return done;
    }
    applyStampedState(command.milestone);
    return {};
}

Done Decider::operator()(const Unstamp &command)
{
    const RoughInstant was = m_incident.milestone(command.milestone);
    if (!was.isKnown()) {
        return fail(ErrorKind::NotFound,
                    tr("“%1” is not stamped.").arg(milestoneWords(command.milestone)));
    }
    if (command.milestone == Milestone::Started || command.milestone == Milestone::FirstPost) {
        return fail(ErrorKind::Refused, tr("“%1” cannot be taken back; correct its time instead.")
                                            .arg(milestoneWords(command.milestone)));
    }
    if (const Done done = undoStampedState(command.milestone, was); !done)
        return done;
    setMilestone(command.milestone, RoughInstant(), Source::Manual, command.reason);
    return {};
}

void Decider::applyStampedState(Milestone milestone)
{
    if (m_incident.isMaintenance())
        return;
    const State state = m_incident.state;
    if (state == State::Suspected)
        enter(State::Active);
    if (milestone == Milestone::Fixed && m_incident.state == State::Active)
        enter(State::Monitoring);
    const bool fighting =
        m_incident.state == State::Active || m_incident.state == State::Monitoring;
    if (milestone == Milestone::BackToNormal && fighting)
        enter(State::Restored);
}

Done Decider::undoStampedState(Milestone milestone, const RoughInstant &was)
{
    const State state = m_incident.state;
    if (milestone == Milestone::Fixed && state == State::Monitoring)
        enter(State::Active, tr("“Fixed” was taken back"));
    if (milestone != Milestone::BackToNormal)
        return {};
    if (state == State::Review || state == State::Closed) {
        return fail(ErrorKind::Refused, tr("The incident is in review. If it is back, reopen it; "
                                           "if the time is wrong, correct it."));
    }
    for (Window window : m_incident.actualWindows()) {
        if (window.end != was)
            continue;
        window.end = RoughInstant();
        window.duration = RoughDuration();
        if (const Done done = putWindow(window, tr("“Back to normal” was taken back")); !done)
            return done;
    }
    if (state == State::Restored) {
        const bool fixed = m_incident.milestone(Milestone::Fixed).isKnown();
        enter(fixed ? State::Monitoring : State::Active, tr("“Back to normal” was taken back"));
    }
    return {};
}

} // namespace incident
