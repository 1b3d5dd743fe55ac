// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/checklist.h"
#include "source/monitorspec.h"
#include "workflow/desk.h"

namespace workflow {

/// What somebody should know before work touches a part of the service.
struct Preflight
{
    QStringList guarded; ///< parts that are touched only by who has typed their names
    QStringList falls;   ///< what stands on the parts of the work, the nearest first
    std::vector<incident::StepStatus> open; ///< steps that wait to be done
};

[[nodiscard]] Preflight preflightOf(Desk &desk, const incident::Incident &work);

/// The parts, or the names of monitors without one, that stand on `parts` by the dependencies of
/// the monitors, directly or not. Those in `parts` are left out.
[[nodiscard]] QStringList fallsWith(const QList<source::MonitorSpec> &monitors,
                                    const QStringList &parts);

/// Starts planned work. Refused while the name of a guarded part of it is not in `typed`
/// (upper and lower case are the same). Work on a guarded part that begins while steps of its list
/// wait is kept with a note that names them.
[[nodiscard]] base::Result<incident::Incident> startWork(Desk &desk, const QString &incidentId,
                                                         const timing::RoughInstant &at,
                                                         const QStringList &typed);

/// Planned work that nobody was told of yet begins sooner than its checklist wants it announced: a
/// sentence that says so, empty otherwise. It warns and stops nobody.
[[nodiscard]] QString shortNotice(const incident::Incident &work, base::Instant now);

} // namespace workflow
