// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exposition/metricpoint.h"

namespace exposition {

/// The samples of one family of OpenMetrics in the order of the document: metrics stand together,
/// and so do the points of a metric, in rising time.
class FamilyReader
{
public:
    explicit FamilyReader(const Family &family)
        : m_family(family)
    {}

    [[nodiscard]] bool hasSamples() const { return m_point.has_value(); }

    /// A sample of which partOf() has found that it belongs here. `exemplar` may be null.
    [[nodiscard]] tl::expected<void, Fault> add(Part part, const ReadSample &sample,
                                                const Exemplar *exemplar, int line);
    /// After its last sample.
    [[nodiscard]] tl::expected<void, Fault> finish() const;

private:
    using Check = tl::expected<void, QString>;

    [[nodiscard]] Check checkLabels(Part part, const ReadSample &sample) const;
    [[nodiscard]] tl::expected<void, Fault> enter(Part part, const ReadSample &sample, int line);
    [[nodiscard]] tl::expected<void, Fault> advance(const ReadSample &sample, int line);
    void begin(const ReadSample &sample);

    const Family m_family;
    QSet<QByteArray> m_metrics; ///< keys of those that have begun
    QByteArray m_metric;        ///< key of the present one
    std::optional<MetricPoint> m_point;
    std::optional<Stamp> m_at; ///< of the present point
    QByteArrayView m_stampText;
    int m_lastLine = 0;
};

} // namespace exposition
