// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/command/invocation.h"

namespace app {

/// The verbs of work that is done, as a script around a deployment calls them: what has been said
/// already may be said again, and changes nothing.
int showPreflight(Invocation &call);
int startMaintenance(Invocation &call);
int endMaintenancePhase(Invocation &call);
int finishMaintenance(Invocation &call);
int cancelMaintenance(Invocation &call);
int abortMaintenance(Invocation &call);

} // namespace app
