// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/archiveimport.h"

#include <QAbstractTableModel>
#include <set>

namespace ui {

/// The posts of an archive as they were understood, with a tick for those to be stored.
class ImportModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Posted, Title, Kind, Windows, Remarks, ColumnCount };
    enum class Filter { All, Understood, NotUnderstood };

    ImportModel(const workflow::ArchiveImport &archive, QObject *parent = nullptr);

    /// Takes the rows of the archive anew; all that is new is ticked.
    void reload(const QTimeZone &zone);
    void setFilter(Filter filter);
    /// Rows of the archive that are new and ticked.
    [[nodiscard]] std::vector<int> wanted() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

signals:
    void wantedChanged();

private:
    void show();
    [[nodiscard]] QString text(int row, int column) const;

    const workflow::ArchiveImport &m_archive;
    QTimeZone m_zone;
    Filter m_filter = Filter::All;
    std::vector<int> m_shown; ///< rows of the archive
    std::set<int> m_unwanted; ///< the same
};

} // namespace ui
