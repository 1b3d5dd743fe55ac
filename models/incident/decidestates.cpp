// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/checklist.h"
#include "incident/decider.h"
#include "incident/statemachine.h"

#include <algorithm>

namespace incident {

using base::Done;
using base::ErrorKind;
using base::fail;

Done Decider::operator()(const Advance &command)
{
    const Step step = stepBetween(m_incident.state, command.to);
    if (step == Step::No) {
        return fail(ErrorKind::Refused,
                    tr("An incident that is %1 cannot become %2.")
                        .arg(stateWords(m_incident.state), stateWords(command.to)));
    }
    if (step == Step::NeedsReason && !isReason(command.reason))
        return fail(ErrorKind::NeedsReason, tr("Say in a few words why."));
    if (const Done done = guard(command.to, command.reason); !done)
        return done;
    enter(command.to, command.reason);
    return {};
}

Done Decider::guard(State to, const QString &reason) const
{
    switch (to) {
    case State::Restored:
    case State::Verifying:
        if (m_incident.hasOpenWindow())
            return fail(ErrorKind::Refused,
                        tr("A window is still open. Stamp “back to normal” first."));
        return {};
    case State::Review:
        return m_incident.state == State::Restored ? guardReview(reason) : Done();
    case State::Scheduled: {
        const auto plans = m_incident.plannedWindows();
        const bool bounded = !plans.empty() && std::ranges::all_of(plans, [](const Window &plan) {
            return plan.duration.hi().has_value();
        });
        if (!bounded)
            return fail(ErrorKind::Refused,
                        tr("Say when the work is planned and how long it takes at the most."));
        return {};
    }
    case State::Closed:
        return guardClose();
    default:
        return {};
    }
}

Done Decider::guardReview(const QString &reason) const
{
    QStringList missing;
    if (m_incident.severity == 0)
        missing << tr("Set the severity.");
    const bool told = m_incident.milestone(Milestone::FirstPost, 1).isKnown();
    if (!isReason(reason)) {
        if (m_incident.cause.status == CauseStatus::Unknown)
            missing << tr("State the cause, or say why it is not known.");
        if (!told)
            missing << tr("Publish a post, or say why this is not public.");
    }
    if (missing.isEmpty())
        return {};
    const bool reasonWouldDo = m_incident.severity > 0;
    return fail(reasonWouldDo ? ErrorKind::NeedsReason : ErrorKind::Refused,
                missing.join(QLatin1Char(' ')));
}

Done Decider::guardClose() const
{
    QStringList missing;
    for (const Promise &promise : m_incident.promises) {
        if (promise.status == PromiseStatus::Open)
            missing << tr("The promise “%1” is open: keep it or withdraw it.").arg(promise.quote);
    }
    for (const StepStatus &status : evaluate(m_incident, Surroundings{m_occasion.now, {}})) {
        if (status.step.required && status.state == StepState::Todo)
            missing << tr("The step “%1” is to do.").arg(status.step.title);
    }
    if (missing.isEmpty())
        return {};
    return fail(ErrorKind::Refused, missing.join(QLatin1Char(' ')));
}

} // namespace incident
