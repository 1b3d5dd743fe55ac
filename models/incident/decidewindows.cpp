// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/decider.h"
#include "incident/timerules.h"

#include <algorithm>

namespace incident {

using base::Done;
using base::ErrorKind;
using base::fail;

namespace {

int highestSeq(const std::vector<Window> &windows)
{
    int highest = 0;
    for (const Window &window : windows)
        highest = std::max(highest, window.seq);
    return highest;
}

} // namespace

int Decider::nextWindowSeq() const
{
    return 1 + std::max(highestSeq(m_incident.windows), highestSeq(m_incident.windowHistory));
}

Done Decider::putWindow(Window window, const QString &reason)
{
    const Window *old = m_incident.window(window.seq);
    window.round = old ? old->round : m_incident.round;
    if (const Done done = checkWindow(window); !done)
        return done;
    if (!window.planned) {
        for (const RoughInstant &at : {window.start, window.end}) {
            if (const Done done = checkNotInFuture(at, m_occasion.now); !done)
                return done;
        }
    }
    add(WindowSet{window, reason},
        window.start.isKnown() ? std::optional(window.start) : std::nullopt);
    const auto windows = m_incident.actualWindows();
    const bool first = !windows.empty() && windows.front().seq == window.seq;
    if (!first || window.round != m_incident.round || !window.start.isKnown() ||
        m_incident.milestone(Milestone::Started) == window.start)
        return {};
    if (const Done done = checkOrder(m_incident, Milestone::Started, window.start); !done)
        return done;
    setMilestone(Milestone::Started, window.start, Source::Manual, reason);
    return {};
}

Done Decider::operator()(const PutWindow &command)
{
    Window window = command.window;
    const Window *old = window.seq ? m_incident.window(window.seq) : nullptr;
    if (window.seq && !old)
        return fail(ErrorKind::NotFound, tr("There is no window %1.").arg(window.seq));
    if (old && *old == window)
        return {};
    if (!window.seq)
        window.seq = nextWindowSeq();
    if (!isReason(command.reason)) {
        if (const QString odd = oddWindow(window); !odd.isEmpty())
            return fail(ErrorKind::NeedsReason, odd);
    }
    return putWindow(window, command.reason);
}

Done Decider::operator()(const WithdrawWindow &command)
{
    if (!m_incident.window(command.seq))
        return fail(ErrorKind::NotFound, tr("There is no window %1.").arg(command.seq));
    if (!isReason(command.reason))
        return fail(ErrorKind::NeedsReason, tr("Say in a few words why this window is withdrawn."));
    add(WindowWithdrawn{command.seq, command.reason});
    return {};
}

Done Decider::moveStart(const RoughInstant &at, const QString &reason)
{
    const auto windows = m_incident.actualWindows();
    if (windows.empty()) {
        setMilestone(Milestone::Started, at, Source::Manual, reason);
        return {};
    }
    Window first = windows.front();
    first.start = at;
    return putWindow(first, reason);
}

Done Decider::endOpenWindows(const RoughInstant &at)
{
    for (Window window : m_incident.actualWindows()) {
        if (!window.isOpen())
            continue;
        window.end = at;
        if (const Done done = putWindow(window, {}); !done)
            return done;
    }
    return {};
}

Done Decider::operator()(const Replan &command)
{
    if (m_incident.state != State::Draft && m_incident.state != State::Scheduled &&
        m_incident.state != State::InProgress)
        return fail(ErrorKind::Refused, tr("The work is over; its plan cannot change any more."));
    Window window = command.window;
    window.planned = true;
    const auto plans = m_incident.plannedWindows();
    window.seq = plans.empty() ? nextWindowSeq() : plans.front().seq;
    if (!window.duration.hi())
        return fail(ErrorKind::Input, tr("Say how long the work will take at the most."));
    return putWindow(window, command.reason);
}

Done Decider::operator()(const StartMaintenance &command)
{
    if (m_incident.state != State::Scheduled)
        return fail(ErrorKind::Refused,
                    tr("Only planned maintenance that has not begun can be started."));
    if (const Done done = checkNotInFuture(command.at, m_occasion.now); !done)
        return done;
    const auto plans = m_incident.plannedWindows();
    Window window = plans.empty() ? Window() : plans.front();
    window.seq = nextWindowSeq();
    window.planned = false;
    window.inside = false;
    window.start = command.at;
    window.end = RoughInstant();
    window.duration = RoughDuration();
    if (const Done done = putWindow(window, {}); !done)
        return done;
    enter(State::InProgress);
    return {};
}

Done Decider::operator()(const FinishMaintenance &command)
{
    const State state = m_incident.state;
    if (state != State::InProgress && state != State::AfterEffects && state != State::Verifying)
        return fail(ErrorKind::Refused, tr("This maintenance is not in progress."));
    if (const Done done = checkNotInFuture(command.at, m_occasion.now); !done)
        return done;
    if (const Done done = checkOrder(m_incident, Milestone::BackToNormal, command.at); !done)
        return done;
    if (const Done done = endOpenWindows(command.at); !done)
        return done;
    setMilestone(Milestone::BackToNormal, command.at, Source::Manual);
    enter(State::Verifying);
    const QString how =
        isReason(command.reason) ? command.reason : tr("checked when it was finished");
    add(StepMarked{QStringLiteral("M7"), m_incident.round, StepState::Done, how});
    enter(State::Completed);
    return {};
}

} // namespace incident
