// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/health/healthmodel.h"

namespace ui {

/// A chart in words, for those who cannot see it: how it is, since when, what was good last, and
/// what the shown time holds. `series` may be null.
[[nodiscard]] QString summaryOf(const MonitorInfo &monitor, const health::Series *series,
                                const ChartContent &content);

/// "12 minutes", "3 hours", "2 days": the length in the largest unit that it holds twice (minutes:
/// once), rounded down.
[[nodiscard]] QString plainLength(std::chrono::seconds length);

} // namespace ui
