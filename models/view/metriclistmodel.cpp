// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "view/metriclistmodel.h"

#include "base/text.h"
#include "base/tip.h"

#include <algorithm>

namespace view {

using namespace Qt::StringLiterals;
using workflow::Metric;

namespace {

constexpr qsizetype longestHelp = 300;

QString wordsOf(const Metric &metric)
{
    QStringList parts{metric.name};
    if (!metric.type.isEmpty())
        parts << metric.type;
    if (!metric.help.isEmpty())
        parts << base::oneLine(metric.help, longestHelp);
    return parts.join(u", "_s);
}

} // namespace

void MetricListModel::setMetrics(workflow::Metrics metrics)
{
    beginResetModel();
    m_metrics = std::move(metrics);
    filter();
    endResetModel();
}

void MetricListModel::setFilter(const QString &words)
{
    const QStringList wanted = words.simplified().split(u' ', Qt::SkipEmptyParts);
    if (wanted == m_words)
        return;
    beginResetModel();
    m_words = wanted;
    filter();
    endResetModel();
}

void MetricListModel::filter()
{
    m_shown.clear();
    m_shown.reserve(m_metrics.size());
    std::vector<int> byHelp;
    for (int i = 0; i < int(m_metrics.size()); ++i) {
        const Metric &metric = m_metrics[size_t(i)];
        const auto isNamed = [&](const QString &word) {
            return metric.name.contains(word, Qt::CaseInsensitive);
        };
        const auto isMeant = [&](const QString &word) {
            return isNamed(word) || metric.help.contains(word, Qt::CaseInsensitive) ||
                   metric.type.compare(word, Qt::CaseInsensitive) == 0;
        };
        if (std::ranges::all_of(m_words, isNamed))
            m_shown.push_back(i);
        else if (std::ranges::all_of(m_words, isMeant))
            byHelp.push_back(i);
    }
    m_shown.insert(m_shown.end(), byHelp.begin(), byHelp.end());
}

const Metric *MetricListModel::metric(int row) const
{
    return row >= 0 && row < int(m_shown.size()) ? &m_metrics[size_t(m_shown[size_t(row)])]
                                                 : nullptr;
}

int MetricListModel::rowOf(const QString &name) const
{
    const auto found = std::ranges::find_if(
        m_shown, [&](int index) { return m_metrics[size_t(index)].name == name; });
    return found == m_shown.end() ? -1 : int(found - m_shown.begin());
}

int MetricListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant MetricListModel::data(const QModelIndex &index, int role) const
{
    const Metric *found = metric(index.row());
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return found->name;
    case Qt::ToolTipRole:
        return base::plainTip(wordsOf(*found));
    case Qt::AccessibleTextRole:
        return wordsOf(*found);
    case TypeRole:
        return found->type;
    default:
        return {};
    }
}

} // namespace view
