// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/desk.h"

namespace workflow {

/// What follows the phases that are planned already: "then listings are incomplete for an hour".
struct NewPhase
{
    QString felt;
    QStringList components; ///< empty: those of the phase before
    incident::Effect effect = incident::Effect::Degraded;
    timing::RoughDuration expected; ///< how long it takes at the most
};

/// Adds it to the plan: it begins when the last phase there is ends, or lies in the same window.
/// Errors: Input without an upper bound, Refused for what is not planned work or is over.
[[nodiscard]] base::Result<incident::Incident> planPhase(Desk &desk, const QString &incidentId,
                                                         const NewPhase &phase);

/// The plan of the phase that runs, else of the next one; one that says nothing if there is none.
[[nodiscard]] incident::Window currentPlan(const incident::Incident &work);

/// Changes a phase of the plan, the old one is kept. A draft that is given its time and its length
/// is scheduled by that. Errors: those of incident::Replan.
[[nodiscard]] base::Result<incident::Incident> replan(Desk &desk, const QString &incidentId,
                                                      const incident::Window &window,
                                                      const QString &reason);

} // namespace workflow
