// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/metricbrowser.h"

#include <QAbstractListModel>

namespace view {

/// Metrics that somebody may choose, narrowed by a few words: each has to be in the name or in what
/// the metric is said to be. Those that have all of them in their name come first.
class MetricListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    enum Role {
        TypeRole = Qt::UserRole, ///< "counter"; may be empty
    };

    void setMetrics(workflow::Metrics metrics);
    void setFilter(const QString &words);

    /// How many there are, whatever the filter.
    [[nodiscard]] int total() const { return int(m_metrics.size()); }
    /// Null beyond the last row.
    [[nodiscard]] const workflow::Metric *metric(int row) const;
    /// -1: it is not shown.
    [[nodiscard]] int rowOf(const QString &name) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// The tool tip is plain text.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void filter();

    workflow::Metrics m_metrics;
    QStringList m_words;
    std::vector<int> m_shown; ///< indices into m_metrics
};

} // namespace view
