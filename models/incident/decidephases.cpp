// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/decider.h"
#include "incident/timerules.h"
#include "timing/arithmetic.h"

#include <algorithm>

namespace incident {

using namespace std::chrono_literals;
using base::Done;
using base::ErrorKind;
using base::fail;

namespace {

/// The service is up again, but not as it should be.
bool isAfterEffect(Effect effect)
{
    return effect == Effect::Partial || effect == Effect::Degraded || effect == Effect::ReadOnly;
}

bool isWorking(State state)
{
    return state == State::InProgress || state == State::AfterEffects;
}

} // namespace

Done Decider::beginPhase(const RoughInstant &at)
{
    const auto ahead = m_incident.phasesAhead();
    const auto plans = m_incident.plannedWindows();
    Window window = !ahead.empty() ? ahead.front() : plans.empty() ? Window() : plans.front();
    window.seq = nextWindowSeq();
    window.planned = false;
    window.inside = false;
    window.several = false;
    window.start = at;
    window.end = RoughInstant();
    window.duration = RoughDuration();
    return putWindow(window, {});
}

RoughInstant Decider::endOfWork(const RoughInstant &at) const
{
    const auto actual = m_incident.actualWindows();
    const bool beganNow = std::ranges::any_of(actual, [&](const Window &window) {
        return window.isOpen() && window.start.isExact() && window.start == at;
    });
    return beganNow ? RoughInstant::exact(*at.lo() + 1s) : at;
}

void Decider::muteWorkedOn()
{
    Mute mute;
    mute.components = m_incident.components();
    mute.reason = m_incident.title;
    for (const Window &plan : m_incident.plannedWindows()) {
        mute.components += plan.components;
        // A window that is not the time of the work itself ends when the work has to be over.
        const auto end = plan.inside ? plan.end.hi() : timing::plus(plan.start, plan.duration).hi();
        mute.until = std::max(mute.until, end.value_or(mute.until));
    }
    // What began late may take as long as it was meant to.
    const RoughInstant started = m_incident.milestone(Milestone::Started);
    for (const Window &plan : m_incident.planAtStart)
        mute.until =
            std::max(mute.until, timing::plus(started, plan.duration).hi().value_or(mute.until));
    mute.components.removeDuplicates();
    if (!mute.components.isEmpty() && mute != m_incident.mute)
        add(AlertsMuted{mute});
}

Done Decider::operator()(const EndPhase &command)
{
    if (!isWorking(m_incident.state)) {
        return fail(ErrorKind::Refused,
                    tr("No phase is running. Start the maintenance before you end a phase."));
    }
    if (!command.at.isKnown())
        return fail(ErrorKind::Input, tr("Say when the phase was over."));
    if (const Done done = checkNotInFuture(command.at, m_occasion.now); !done)
        return done;
    const RoughInstant end = endOfWork(command.at);
    const bool afterEffects = m_incident.state == State::AfterEffects;
    if (const Done done = endWindows(end, {}, command.reason, Source::Manual); !done)
        return done;
    const auto ahead = m_incident.phasesAhead();
    if (ahead.empty()) {
        if (afterEffects)
            setMilestoneIfInOrder(Milestone::AfterEffectsDone, end, Source::Manual);
        enter(State::Verifying);
        return concludeBackToNormal(command.reason);
    }
    if (const Done done = beginPhase(end); !done)
        return done;
    if (!afterEffects && isAfterEffect(ahead.front().effect))
        enter(State::AfterEffects);
    return {};
}

Done Decider::operator()(const AbortMaintenance &command)
{
    if (m_incident.state != State::InProgress) {
        return fail(ErrorKind::Refused,
                    m_incident.state == State::Draft || m_incident.state == State::Scheduled
                        ? tr("The work has not begun, so there is nothing to put back. Cancel it.")
                        : tr("Only work that is in progress can be given up."));
    }
    if (!isReason(command.reason)) {
        return fail(ErrorKind::NeedsReason,
                    tr("Say in a few words why the work is given up, and how it was put back."));
    }
    if (!command.at.isKnown())
        return fail(ErrorKind::Input, tr("Say when everything was put back."));
    if (m_incident.hasOpenWindow()) {
        const Stamp over{Milestone::BackToNormal, endOfWork(command.at), Source::Manual,
                         command.reason};
        if (const Done done = (*this)(over); !done)
            return done;
    }
    enter(State::Cancelled, command.reason);
    return {};
}

Done Decider::operator()(const SetAbortRule &command)
{
    const State state = m_incident.state;
    const bool ahead = state == State::Draft || state == State::Scheduled || isWorking(state);
    if (!m_incident.isMaintenance() || !ahead) {
        return fail(ErrorKind::Refused,
                    tr("Only work that is planned or running can be given up."));
    }
    if (!command.rule.at.isKnown() || command.rule.rollback.trimmed().isEmpty()) {
        return fail(ErrorKind::Input,
                    tr("Say at what time the work is given up, and how everything is put back."));
    }
    if (m_incident.abortRule != command.rule)
        add(AbortRuleSet{command.rule});
    return {};
}

Done Decider::operator()(const MuteAlerts &command)
{
    if (!isWorking(m_incident.state) && m_incident.state != State::Verifying) {
        return fail(ErrorKind::Refused, tr("Alerts are muted while planned work runs, and not "
                                           "otherwise. Start the maintenance first."));
    }
    if (!command.mute.components.isEmpty() && command.mute.until <= m_occasion.now) {
        return fail(ErrorKind::Input,
                    tr("A mute needs an end that is still to come. Say when it ends."));
    }
    if (m_incident.mute != command.mute)
        add(AlertsMuted{command.mute});
    return {};
}

} // namespace incident
