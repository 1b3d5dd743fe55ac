// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/phases.h"

#include "timing/arithmetic.h"
#include "timing/linkedtimes.h"

#include <algorithm>
#include <QCoreApplication>

namespace workflow {

using incident::State;
using incident::Window;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(workflow)
};

} // namespace

base::Result<incident::Incident> planPhase(Desk &desk, const QString &incidentId,
                                           const NewPhase &phase)
{
    const auto known = desk.load(incidentId);
    if (!known)
        return base::passOn(known);
    const auto plans = known->plannedWindows();
    if (plans.empty() || !incident::isOpen(known->state)) {
        return base::fail(base::ErrorKind::Refused,
                          Words::tr("Only planned work that is not over has phases to come."));
    }
    if (!phase.expected.hi()) {
        return base::fail(base::ErrorKind::Input,
                          Words::tr("Say how long the phase takes at the most."));
    }
    const Window &before = plans.back();
    Window window;
    window.planned = true;
    window.effect = phase.effect;
    window.felt = phase.felt;
    window.components = phase.components.isEmpty() ? before.components : phase.components;
    window.duration = phase.expected;
    window.inside = before.inside;
    window.start = before.inside ? before.start : timing::stepAfter(before.start, before.duration);
    window.end = before.inside ? before.end : timing::plus(window.start, window.duration);
    return desk.run(incidentId, incident::PutWindow{window, {}});
}

Window currentPlan(const incident::Incident &work)
{
    auto plans = work.plannedWindows();
    if (plans.empty())
        return {};
    std::ranges::stable_sort(plans, {}, [](const Window &plan) {
        return plan.start.lo().value_or(base::Instant::max());
    });
    const std::size_t begun = std::max<std::size_t>(work.actualWindows().size(), 1);
    return plans[std::min(begun, plans.size()) - 1];
}

base::Result<incident::Incident> replan(Desk &desk, const QString &incidentId,
                                        const Window &changed, const QString &reason)
{
    const auto known = desk.load(incidentId);
    if (!known)
        return base::passOn(known);
    Window window = changed;
    const Window *old = known->window(window.seq);
    // An end that nobody said follows from the length; one that was said makes it a window of time.
    const auto follows = timing::plus(window.start, window.duration);
    const bool isSaid = window.end.isKnown() && window.end != follows;
    window.inside = isSaid && (!old || old->inside || window.end != old->end);
    if (!window.inside)
        window.end = follows;
    const auto planned = desk.run(incidentId, incident::Replan{window, reason});
    return planned && planned->state == State::Draft
               ? desk.run(incidentId, incident::Advance{State::Scheduled, reason})
               : planned;
}

} // namespace workflow
