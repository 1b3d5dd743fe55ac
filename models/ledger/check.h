// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/checkreport.h"
#include "ledger/database.h"

namespace ledger {

/// Looks at everything, in one unchanging view of the file. Errors: only what keeps it from
/// looking; damage is a finding.
[[nodiscard]] base::Result<CheckReport> checkLedger(Database &database, const QString &dataDir);

} // namespace ledger
