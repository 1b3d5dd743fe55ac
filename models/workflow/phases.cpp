// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/phases.h"

#include "timing/arithmetic.h"
#include "timing/linkedtimes.h"

#include <QCoreApplication>

namespace workflow {

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
    const incident::Window &before = plans.back();
    incident::Window window;
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

} // namespace workflow
