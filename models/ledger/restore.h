// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/id.h"
#include "base/result.h"
#include "ledger/openmode.h"

#include <QString>

namespace ledger {

/// See Ledger::restore(). `lockWait`: how long to wait until nobody else has the folder open.
[[nodiscard]] base::Result<QString>
restoreLedger(const QString &dataDir, const QString &from, const base::Clock &clock,
              base::IdSource &ids, std::chrono::milliseconds lockWait = defaultLockWait);

} // namespace ledger
