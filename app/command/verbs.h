// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/command/invocation.h"

#include <span>

namespace app {

/// A verb of the command line. One file of this folder holds one verb and its sub-verbs.
struct Verb
{
    const char *name;
    const char *summary; ///< one line, translatable in the context "command"
    int (*run)(Invocation &call);
    bool needsWindow = false; ///< it opens widgets, so it needs a QApplication
    bool draws = false;       ///< it draws pages, for which no display is needed
};

[[nodiscard]] std::span<const Verb> verbs();
[[nodiscard]] const Verb *verbNamed(const QString &name);
/// What --help says before the options.
[[nodiscard]] QString overview();
[[nodiscard]] QString unknownVerb(const QString &name);
/// Why there is no window.
[[nodiscard]] QString noDisplay();

int runCheck(Invocation &call);
int runHistory(Invocation &call);
int runImport(Invocation &call);
int runIncident(Invocation &call);
int runLogin(Invocation &call);
int runMaintenance(Invocation &call);
int runMark(Invocation &call);
int runProvider(Invocation &call);
int runChanges(Invocation &call);
int runMetrics(Invocation &call);
int runNetwork(Invocation &call);
int runOutbox(Invocation &call);
int runPost(Invocation &call);
int runPostmortem(Invocation &call);
int runPracticeService(Invocation &call);
int runRead(Invocation &call);
int runRehearse(Invocation &call);
int runSelfTest(Invocation &call);
int runSite(Invocation &call);
int runStore(Invocation &call);
int runTarget(Invocation &call);
int runWatch(Invocation &call);

} // namespace app
