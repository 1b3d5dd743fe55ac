// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/desk.h"

namespace workflow {

/// Adds what an alert knows to the open incident that it belongs to: the one that has it already,
/// else a running one of the same monitor or the same part of the service. NotFound: none fits.
[[nodiscard]] base::Result<incident::Incident> linkToOpen(Desk &desk,
                                                          const incident::AlertEvidence &evidence,
                                                          const QString &monitor,
                                                          const QString &component);

/// What an alert that fits no open incident is about.
struct AlertStory
{
    QString what;    ///< the part or the monitor, for people
    QString monitor; ///< as Incident::monitor
    bool isSlow = false;
    QString evidence; ///< where the times come from, for people
};

/// Opens a suspected incident from it.
[[nodiscard]] base::Result<incident::Incident> proposeFrom(Desk &desk,
                                                           const incident::AlertEvidence &evidence,
                                                           const AlertStory &story,
                                                           const QString &title);

} // namespace workflow
