// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/health/healthmodel.h"
#include "ui/health/timeframe.h"

/// From a health model to what its charts are given.
namespace ui {

/// Sets the bounds of `frame` to what the model knows: from the oldest sample to now.
void follow(TimeFrame &frame, const HealthModel &model);

[[nodiscard]] ChartContent contentOf(const HealthModel &model, const MonitorInfo &monitor,
                                     const TimeFrame &frame);
/// The source asks `model`, which outlives it, each time anew.
[[nodiscard]] PictureSource sourceOf(const HealthModel &model, const QString &id);

/// The sample nearest to a moment; nothing if it lies further away than nobody was watching for.
[[nodiscard]] std::optional<health::Sample> sampleNear(const health::Series &series,
                                                       base::InstantMs at);
/// "212 ms", "failed", "not measured"
[[nodiscard]] QString readingText(const std::optional<health::Sample> &sample, const QString &unit);
/// "16:04:20", on another day than `now` "22 Nov 16:04:20"
[[nodiscard]] QString clockText(base::InstantMs at, base::InstantMs now, const QTimeZone &zone);

} // namespace ui
