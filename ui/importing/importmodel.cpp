// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/importing/importmodel.h"

#include "base/tip.h"
#include "workflow/importwords.h"

namespace ui {

using namespace Qt::StringLiterals;
using workflow::ImportRow;
using workflow::ImportStanding;

ImportModel::ImportModel(const workflow::ArchiveImport &archive, QObject *parent)
    : QAbstractTableModel(parent)
    , m_archive(archive)
    , m_zone(QTimeZone::utc())
{}

void ImportModel::reload(const QTimeZone &zone)
{
    m_zone = zone;
    m_unwanted.clear();
    show();
    emit wantedChanged();
}

void ImportModel::setFilter(Filter filter)
{
    m_filter = filter;
    show();
}

void ImportModel::show()
{
    beginResetModel();
    m_shown.clear();
    const auto &rows = m_archive.rows();
    for (int row = 0; row < int(rows.size()); ++row) {
        const bool understood = rows[size_t(row)].standing != ImportStanding::NotUnderstood;
        if (m_filter == Filter::All || understood == (m_filter == Filter::Understood))
            m_shown.push_back(row);
    }
    endResetModel();
}

std::vector<int> ImportModel::wanted() const
{
    std::vector<int> wanted;
    const auto &rows = m_archive.rows();
    for (int row = 0; row < int(rows.size()); ++row) {
        if (rows[size_t(row)].standing == ImportStanding::New && !m_unwanted.contains(row))
            wanted.push_back(row);
    }
    return wanted;
}

int ImportModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int ImportModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ImportModel::text(int row, int column) const
{
    const ImportRow &post = m_archive.rows()[size_t(row)];
    switch (column) {
    case Posted:
        return workflow::postedWords(post, m_zone);
    case Title:
        return post.post.title;
    case Kind:
        return workflow::kindWords(post);
    case Windows:
        return workflow::windowsWords(post, m_zone);
    case Remarks: {
        const QString standing = workflow::words(post.standing);
        const QString remarks = workflow::remarksWords(post);
        return remarks.isEmpty() ? standing
                                 : tr("%1. %2", "standing, remarks").arg(standing, remarks);
    }
    default:
        return {};
    }
}

QVariant ImportModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || size_t(index.row()) >= m_shown.size())
        return {};
    const int row = m_shown[size_t(index.row())];
    if (role == Qt::DisplayRole)
        return text(row, index.column());
    if (role == Qt::ToolTipRole)
        return base::plainTip(text(row, index.column()));
    const bool ticks =
        index.column() == Posted && m_archive.rows()[size_t(row)].standing == ImportStanding::New;
    if (role == Qt::CheckStateRole && ticks)
        return m_unwanted.contains(row) ? Qt::Unchecked : Qt::Checked;
    return {};
}

QVariant ImportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Posted:
        return tr("Posted");
    case Title:
        return tr("Post");
    case Kind:
        return tr("Kind");
    case Windows:
        return tr("Times understood");
    case Remarks:
        return tr("Remarks");
    default:
        return {};
    }
}

Qt::ItemFlags ImportModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (data(index, Qt::CheckStateRole).isValid())
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

bool ImportModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !data(index, role).isValid())
        return false;
    const int row = m_shown[size_t(index.row())];
    if (value.toInt() == Qt::Checked)
        m_unwanted.erase(row);
    else
        m_unwanted.insert(row);
    emit dataChanged(index, index, {role});
    emit wantedChanged();
    return true;
}

} // namespace ui
