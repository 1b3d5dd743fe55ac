// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

/// The few expressions that are offered ready-made. What is given is an expression itself.
namespace prometheus {

/// What a metric is, as far as it decides what may be asked of it.
enum class MetricKind {
    Counter, ///< only its growth means something
    Buckets, ///< of a histogram: a percentile can be worked out of them
    Value,   ///< all others
};

/// By what its targets say, or else by its name.
[[nodiscard]] MetricKind kindOf(const QString &metric, const QString &type);

/// The family that a metric belongs to by its name: "latency_seconds" of "latency_seconds_bucket".
[[nodiscard]] QString familyOf(const QString &metric);

/// How fast counters grow, a second, over the last five minutes.
[[nodiscard]] QString rateOf(const QString &selector);
/// Under which value 95 % of what a histogram has counted in the last five minutes lies.
[[nodiscard]] QString percentileOf(const QString &selector);
/// One number of all series.
[[nodiscard]] QString sumOf(const QString &expression);
[[nodiscard]] QString highestOf(const QString &expression);
/// How many series an expression gives. The expression may end with a comment.
[[nodiscard]] QString countOf(const QString &expression);

} // namespace prometheus
