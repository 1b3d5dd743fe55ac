// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/archivedpost.h"
#include "incident/command.h"
#include "incident/incident.h"
#include "reading/facts.h"

namespace importing {

/// What an archived post tells, as a reader would take it.
struct Understanding
{
    reading::PostFacts facts;
    std::optional<incident::ImportIncident> command; ///< without a ref; nothing: see problem
    incident::Incident incident;                     ///< as it would be; with the command only
    QString problem;      ///< a sentence: why it cannot become an incident, and what to do
    QStringList warnings; ///< sentences
};

/// Reads the post and checks by the rules of incidents what it says; nothing is stored. The same
/// post always gives the same incident, whoever reads it. What the words leave open stays open; of
/// times that contradict each other only the windows are kept, and if these do, nothing is. `now`
/// only tells what is still to come. Linear in the length.
[[nodiscard]] Understanding understand(const ArchivedPost &post, const QTimeZone &zone,
                                       Instant now);

/// The id of the incident that a post becomes.
[[nodiscard]] QString incidentIdOf(const ArchivedPost &post);

} // namespace importing
