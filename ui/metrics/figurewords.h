// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "health/series.h"
#include "workflow/metricbrowser.h"

namespace ui {

/// What there is to say of an answer: how many series, and of a single one how its values lie.
[[nodiscard]] QString wordsOf(const workflow::LastHour &hour);

/// What tells a series from the others: only the labels in which they differ.
[[nodiscard]] QString shortName(const prometheus::Series &series,
                                const std::vector<prometheus::Series> &all);

/// The points of a series as samples; what is no number is not measured.
[[nodiscard]] health::Series samplesOf(const prometheus::Series &series,
                                       const prometheus::Steps &steps);

} // namespace ui
