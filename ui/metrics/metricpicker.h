// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "view/metriclistmodel.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QListView;
class QListWidget;
class QStringListModel;
class QVBoxLayout;

namespace ui {

class ElidedLabel;
class LineEdit;

/// A metric, then its labels, then the values that they have: each choice narrows the next.
class MetricPicker final : public QWidget
{
    Q_OBJECT

public:
    /// `browser` outlives it and has a server.
    explicit MetricPicker(workflow::MetricBrowser &browser, QWidget *parent = nullptr);

    void setMetrics(workflow::Metrics metrics);
    /// The metric under "__name__", and the labels that have a value; empty: nothing is chosen.
    [[nodiscard]] const prometheus::Labels &chosen() const { return m_chosen; }
    [[nodiscard]] const workflow::Metric &metric() const { return m_metric; }
    /// As if somebody had chosen them.
    void choose(const prometheus::Labels &labels);
    void focusSearch();

signals:
    void chosenChanged();
    void failed(const base::Error &error);

private:
    [[nodiscard]] QVBoxLayout *addColumn(const QString &title, LineEdit *search, QWidget *list,
                                         QLabel *note);
    void takeMetric();
    void askLabels();
    void showLabels(const QStringList &names);
    void askValues();
    void showValues();
    void takeValue(const QModelIndex &index);
    void showCount();
    [[nodiscard]] QString label() const;

    workflow::MetricBrowser &m_browser;
    view::MetricListModel *m_metrics;
    workflow::Metric m_metric;
    prometheus::Labels m_chosen;
    QStringList m_all; ///< values of the label that is pointed at
    int m_asked = 0;   ///< counts questions: an answer to an older one is not wanted any more
    LineEdit *m_search;
    QListView *m_list;
    QLabel *m_count;
    ElidedLabel *m_about; ///< what the metric is said to be
    QListWidget *m_labels;
    LineEdit *m_valueSearch;
    QListView *m_values;
    QStringListModel *m_valueModel;
    QLabel *m_valueCount;
    QTimer m_settled; ///< the arrow keys have come to rest on a metric
};

} // namespace ui
