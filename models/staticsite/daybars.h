// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "staticsite/edition.h"

namespace staticsite {

/// A drawing with one bar a day. Trouble is told by height as well as by colour: the worse, the
/// higher; a day that was not recorded is hatched.
[[nodiscard]] Markup dayBars(const std::vector<Day> &days, const Edition &edition,
                             const QString &description);

/// One bar, for the legend.
[[nodiscard]] Markup daySwatch(DayState state);

} // namespace staticsite
