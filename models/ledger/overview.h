// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/incident.h"

namespace ledger {

/// What a list says about the time of an incident.
struct Overview
{
    bool planned = false; ///< nothing has happened yet: the times are the plan's
    timing::RoughInstant started;
    timing::RoughInstant ended; ///< unknown while a window is open
    timing::RoughDuration downtime;
};

[[nodiscard]] Overview overviewOf(const incident::Incident &incident);

} // namespace ledger
