// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "staticsite/days.h"
#include "staticsite/markup.h"

namespace staticsite {

/// What a drawing says to those who do not see it, and an id that no other drawing of the page has.
struct BarsLabel
{
    QString description;
    QString id; ///< [a-z0-9-]
};

/// A drawing with one bar a day. Trouble is told by height as well as by colour: the worse, the
/// higher; what was not recorded is hatched.
[[nodiscard]] Markup dayBars(const std::vector<Day> &days, const Times &times,
                             const BarsLabel &label);

/// One bar, for the legend.
[[nodiscard]] Markup daySwatch(DayState state);

} // namespace staticsite
