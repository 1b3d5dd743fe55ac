// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/decider.h"
#include "incident/missing.h"
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
        return guardMissing(to, reason);
    case State::Cancelled:
        if (!m_incident.hasOpenWindow())
            return {};
        return fail(ErrorKind::Refused, tr("The work is running, so it cannot be called off any "
                                           "more. Give it up, and say when all was put back."));
    case State::Review:
        return m_incident.state == State::Restored ? guardMissing(to, reason) : Done();
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
        return guardMissing(to, reason);
    default:
        return {};
    }
}

Done Decider::guardMissing(State to, const QString &reason) const
{
    QStringList sentences;
    bool explained = true;
    for (const Missing &missing : missingFor(m_incident, to, m_occasion.now)) {
        if (missing.canBeExplained && isReason(reason))
            continue;
        explained = explained && missing.canBeExplained;
        sentences << missing.sentence;
    }
    if (sentences.isEmpty())
        return {};
    return fail(explained ? ErrorKind::NeedsReason : ErrorKind::Refused, sentences.join(u' '));
}

} // namespace incident
