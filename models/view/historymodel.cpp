// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "view/historymodel.h"

#include "base/tip.h"
#include "timing/zone.h"
#include "wording/statwords.h"
#include "wording/termwords.h"

#include <QLocale>

namespace view {

using namespace Qt::StringLiterals;

HistoryModel::HistoryModel(QTimeZone zone, QObject *parent)
    : QAbstractTableModel(parent)
    , m_zone(std::move(zone))
{}

void HistoryModel::setHits(std::vector<ledger::Hit> hits, bool hasMore)
{
    beginResetModel();
    m_hits = std::move(hits);
    m_hasMore = hasMore;
    endResetModel();
}

void HistoryModel::addHits(const std::vector<ledger::Hit> &hits, bool hasMore)
{
    m_hasMore = hasMore;
    if (hits.empty())
        return;
    beginInsertRows({}, int(m_hits.size()), int(m_hits.size() + hits.size()) - 1);
    m_hits.insert(m_hits.end(), hits.begin(), hits.end());
    endInsertRows();
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore;
}

void HistoryModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        emit moreWanted();
}

void HistoryModel::setZone(const QTimeZone &zone)
{
    beginResetModel();
    m_zone = zone;
    endResetModel();
}

QString HistoryModel::incidentAt(const QModelIndex &index) const
{
    return index.isValid() ? m_hits[size_t(index.row())].summary.id : QString();
}

QModelIndex HistoryModel::indexOf(const QString &incidentId) const
{
    for (size_t row = 0; row < m_hits.size(); ++row) {
        if (m_hits[row].summary.id == incidentId)
            return index(int(row), 0);
    }
    return {};
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_hits.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ledger::Hit &hit = m_hits[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(hit, index.column());
    case Qt::ToolTipRole:
        return base::plainTip(hit.snippet.isEmpty() ? text(hit, index.column()) : hit.snippet);
    case SnippetRole:
        return hit.snippet;
    case IdRole:
        return hit.summary.id;
    case StateRole:
        return int(hit.summary.state);
    case KindRole:
        return int(hit.summary.kind);
    default:
        return {};
    }
}

QString HistoryModel::text(const ledger::Hit &hit, int column) const
{
    const ledger::Summary &summary = hit.summary;
    switch (column) {
    case When: {
        const base::Instant at = summary.started.middle().value_or(summary.opened);
        return timing::toLocal(at, m_zone).toString(u"yyyy-MM-dd HH:mm"_s);
    }
    case Ref:
        return summary.ref;
    case Title:
        return summary.title;
    case State:
        return wording::words(summary.state);
    case Components:
        return summary.components.join(u", "_s);
    case Downtime:
        return summary.downtime.isKnown() ? wording::figureWords(summary.downtime) : QString();
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When:
        return tr("Started");
    case Ref:
        return tr("Incident");
    case Title:
        return tr("What");
    case State:
        return tr("State");
    case Components:
        return tr("Parts");
    case Downtime:
        return tr("Downtime");
    default:
        return {};
    }
}

} // namespace view
