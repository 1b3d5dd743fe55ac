// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "staticsite/edition.h"
#include "staticsite/value.h"

namespace staticsite {

[[nodiscard]] std::vector<Day> shownDaysOf(const publish::Component &component,
                                           const Edition &edition);
/// What the front page and the component's own page say of it.
[[nodiscard]] ValueMap componentRow(const publish::ComponentNow &now, const Edition &edition);
/// What the bars mean.
[[nodiscard]] ValueList barLegend();

} // namespace staticsite
