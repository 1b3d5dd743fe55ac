// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/checklist.h"
#include "incident/decider.h"
#include "incident/statemachine.h"

#include <algorithm>

namespace incident {

using namespace Qt::StringLiterals;
using base::Done;
using base::ErrorKind;
using base::fail;

namespace {

QString wordsOf(const std::vector<State> &states)
{
    QStringList words;
    for (const State state : states)
        words << stateWords(state);
    return words.join(u", "_s);
}

} // namespace

Done Decider::operator()(const Advance &command)
{
    const State from = m_incident.state;
    const Step step = stepBetween(from, command.to, m_incident.kind);
    if (step == Step::No) {
        const QString next = wordsOf(nextStates(from, m_incident.kind));
        const QString no =
            tr("What is %1 cannot become %2.").arg(stateWords(from), stateWords(command.to));
        if (command.to == State::Active && !m_incident.isMaintenance())
            return fail(ErrorKind::Refused, no + u' ' + tr("If it is back, reopen it."));
        return fail(ErrorKind::Refused,
                    no + u' ' +
                        (next.isEmpty() ? tr("Open a new one instead.")
                                        : tr("Next it can become: %1.").arg(next)));
    }
    if (step == Step::NeedsReason && !isReason(command.reason)) {
        return fail(ErrorKind::NeedsReason,
                    tr("Say in a few words why it becomes %1.").arg(stateWords(command.to)));
    }
    if (const Done done = guard(command.to, command.reason); !done)
        return done;
    enter(command.to, command.reason);
    return command.to == State::Restored ? concludeBackToNormal(command.reason) : Done();
}

Done Decider::guard(State to, const QString &reason) const
{
    switch (to) {
    case State::Restored:
    case State::Verifying:
    case State::Cancelled:
        return guardEnded();
    case State::Review:
        return m_incident.state == State::Restored ? guardReview(reason) : Done();
    case State::Scheduled: {
        const auto plans = m_incident.plannedWindows();
        if (plans.empty() || !std::ranges::all_of(plans, &Window::isBounded)) {
            return fail(ErrorKind::Refused,
                        tr("Say when the work is planned and how long it takes at the most."));
        }
        return {};
    }
    case State::Completed: {
        const StepMark *verified = m_incident.mark(verifyStep, m_incident.round);
        if (!verified || verified->state == StepState::Todo) {
            return fail(ErrorKind::Refused,
                        tr("Check that everything works, then finish the maintenance."));
        }
        return {};
    }
    case State::Closed:
        return guardClose();
    default:
        return {};
    }
}

Done Decider::guardEnded() const
{
    if (!m_incident.hasOpenWindow())
        return {};
    return fail(ErrorKind::Refused, tr("A window is still open. Say when it ended, or stamp “back "
                                       "to normal”."));
}

Done Decider::guardReview(const QString &reason) const
{
    QStringList missing;
    if (m_incident.severity == 0)
        missing << tr("Set the severity.");
    const bool canBeExplained = missing.isEmpty();
    const bool told = m_incident.kind == Kind::NearMiss || m_incident.lastPublished() ||
                      m_incident.milestone(Milestone::FirstPost, 1).isKnown();
    if (!isReason(reason)) {
        if (m_incident.cause.status == CauseStatus::Unknown && !isReason(m_incident.causeReason))
            missing << tr("State the cause, or say why it is not known.");
        if (!told)
            missing << tr("Publish a post, or say why this is not public.");
    }
    if (missing.isEmpty())
        return {};
    return fail(canBeExplained ? ErrorKind::NeedsReason : ErrorKind::Refused, missing.join(u' '));
}

Done Decider::guardClose() const
{
    QStringList missing;
    for (const Promise &promise : m_incident.promises) {
        if (promise.status == PromiseStatus::Open) {
            missing << tr("The promise “%1” is open: say that it was kept, broken or withdrawn.")
                           .arg(promise.quote);
        }
    }
    for (const StepStatus &status : evaluate(m_incident, Surroundings{m_occasion.now, {}})) {
        if (status.step.required && status.state == StepState::Todo) {
            missing << tr("The step “%1” is to do: do it, or say why it is left out.")
                           .arg(status.step.title);
        }
    }
    if (missing.isEmpty())
        return {};
    return fail(ErrorKind::Refused, missing.join(u' '));
}

} // namespace incident
