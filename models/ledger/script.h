// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <QStringList>

namespace ledger {

/// Cuts an SQL script into its statements, without the semicolons, for a driver that runs one at a
/// time. Knows strings, quoted names, comments, and triggers with statements of their own.
/// Errors: Format for a string, comment or trigger that does not end.
[[nodiscard]] base::Result<QStringList> statementsOf(QStringView script);

} // namespace ledger
