// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/checkreport.h"
#include "ledger/database.h"

namespace ledger {

/// Recomputes the hash chain of every console, looks for holes in its sequence and for events that
/// cannot be read; counts events and consoles.
[[nodiscard]] base::Done checkChains(Database &database, CheckReport &report);

} // namespace ledger
