// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "settings/table.h"

/// How long samples are kept. What surrounds an incident stays for ever, whatever these say.
namespace settings {

inline const Setting<qint64> archiveDays{"health/archive_days", 400};            ///< 1 to 36500
inline const Setting<qint64> archiveMegabytes{"health/archive_megabytes", 2000}; ///< 10 to 1000000

} // namespace settings
