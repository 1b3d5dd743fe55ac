// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/incident.h"
#include "ledger/database.h"

#include <array>

namespace ledger {

/// The rules by which projections are made. Raise it when a fold, a figure or a column changes its
/// meaning: a ledger with rows of another version is rebuilt when it is opened.
inline constexpr int projectionVersion = 4;

/// The derived tables, parents first.
enum class Table { Incident, Window, Milestone, PostRevision, PostSeen, Promise, Factor };
inline constexpr std::size_t tableCount = 7;

using TableRows = std::array<std::vector<QVariantList>, tableCount>;

/// The rows that an incident stands in. Pure.
[[nodiscard]] TableRows rowsOf(const incident::Incident &incident);

/// The derived tables as they are stored.
class ProjectionStore
{
public:
    explicit ProjectionStore(Database &database)
        : m_database(database)
    {}

    /// Puts the rows of an incident in the place of those it had. Inside a transaction only.
    [[nodiscard]] base::Done write(const incident::Incident &incident);
    /// As rowsOf(), but as stored; the order within a table is not fixed.
    [[nodiscard]] base::Result<TableRows> read(const QString &incident);
    [[nodiscard]] base::Done removeAll();
    /// The incidents that have a row, the one that began first in front.
    [[nodiscard]] base::Result<QStringList> incidents();

    [[nodiscard]] base::Result<int> version();
    [[nodiscard]] base::Done setVersion(int version);

private:
    Database &m_database;
};

/// Whether both hold the same rows, in any order.
[[nodiscard]] bool sameRows(const TableRows &a, const TableRows &b);

} // namespace ledger
