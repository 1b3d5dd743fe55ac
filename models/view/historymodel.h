// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/summary.h"

#include <QAbstractTableModel>
#include <QTimeZone>

namespace view {

/// Incidents as rows: when, what, how it is, which parts, how long.
class HistoryModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { When, Ref, Title, State, Components, Downtime, ColumnCount };
    enum Role { IdRole = Qt::UserRole, StateRole, KindRole, SnippetRole };

    explicit HistoryModel(QTimeZone zone, QObject *parent = nullptr);

    /// `hasMore`: these are the first of more, which moreWanted() asks for.
    void setHits(std::vector<ledger::Hit> hits, bool hasMore = false);
    /// Puts others behind those that are there.
    void addHits(const std::vector<ledger::Hit> &hits, bool hasMore);
    void setZone(const QTimeZone &zone);
    [[nodiscard]] QString incidentAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const QString &incidentId) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    /// Somebody has come to the end of the list.
    void moreWanted();

private:
    [[nodiscard]] QString text(const ledger::Hit &hit, int column) const;

    QTimeZone m_zone;
    std::vector<ledger::Hit> m_hits;
    bool m_hasMore = false;
};

} // namespace view
