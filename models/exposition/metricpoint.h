// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exposition/parts.h"
#include "exposition/readsample.h"

#include <QSet>
#include <set>

namespace exposition {

/// The samples of one point of one metric of OpenMetrics: what holds for each of them, and what
/// has to hold for them together.
class MetricPoint
{
public:
    using Check = tl::expected<void, QString>;

    explicit MetricPoint(const Family &family)
        : m_family(family)
    {}

    /// `exemplar` may be null.
    [[nodiscard]] Check add(Part part, const ReadSample &sample, const Exemplar *exemplar);
    /// When the next sample belongs to another point.
    [[nodiscard]] Check finish() const;

private:
    [[nodiscard]] Check addBucket(const ReadSample &sample, const Exemplar *exemplar);
    [[nodiscard]] Check addCount(double value);
    [[nodiscard]] Check addSum(double value);
    [[nodiscard]] Check addQuantile(const ReadSample &sample);
    [[nodiscard]] Check addState(const ReadSample &sample);
    [[nodiscard]] Check addTotal(double value);
    [[nodiscard]] Check addCreated(double value);
    [[nodiscard]] Check addOnly(double value, bool hasToBeOne);
    [[nodiscard]] Check finishHistogram() const;
    [[nodiscard]] QString name() const;

    const Family &m_family;
    std::optional<double> m_only; ///< of a gauge, an unknown, an info or a counter's total
    std::optional<double> m_created;
    std::optional<double> m_count;
    std::optional<double> m_sum;
    std::optional<double> m_threshold; ///< of the last bucket
    double m_bucket = 0;               ///< what it holds
    bool m_hasNegativeThreshold = false;
    std::set<double> m_quantiles;
    QSet<QByteArray> m_states;
};

} // namespace exposition
