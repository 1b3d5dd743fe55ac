// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/command/namedincident.h"
#include "app/command/options.h"
#include "entry/form.h"

/// What the sub-verbs of `incident` share, and those that change an incident that is there.
namespace app {

[[nodiscard]] timing::FieldContext pastOf(const workflow::Desk &desk);

/// `open --retro`: shows what a line says, and stores it once that is confirmed; the exit code.
[[nodiscard]] int openRetrospective(Invocation &call, const Options &options,
                                    const entry::Details &details);

int incidentStamp(Invocation &call);
int incidentWindow(Invocation &call);
int incidentCause(Invocation &call);
int incidentNote(Invocation &call);
int incidentStep(Invocation &call);
int incidentSeverity(Invocation &call);
int incidentRetitle(Invocation &call);
int incidentPromise(Invocation &call);
int incidentReopen(Invocation &call);
int incidentDismiss(Invocation &call);
int incidentClose(Invocation &call);

// incidentjoins.cpp
int incidentMissing(Invocation &call);
int incidentSplit(Invocation &call);
int incidentMerge(Invocation &call);
int incidentKind(Invocation &call);
int incidentAdvance(Invocation &call);

// incidentduties.cpp
int incidentFollowUp(Invocation &call);
int incidentContact(Invocation &call);
int incidentRemedy(Invocation &call);
int incidentUndertake(Invocation &call);

} // namespace app
