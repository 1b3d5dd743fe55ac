// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/database.h"
#include "ledger/summary.h"

#include <QDate>

namespace ledger {

/// Questions to the projections: lists, full-text search, names.
class History
{
public:
    explicit History(Database &database)
        : m_database(database)
    {}

    [[nodiscard]] base::Result<std::vector<Summary>> list(const Filter &filter);
    [[nodiscard]] base::Result<std::vector<Hit>> search(const Filter &filter);
    [[nodiscard]] base::Result<int> count(const Filter &filter, int most);
    [[nodiscard]] base::Result<QString> resolveId(const QString &text);
    [[nodiscard]] base::Result<QStringList>
    incidentsWith(RareEvent kind, const std::optional<base::Instant> &since);
    [[nodiscard]] base::Result<QString> nextRef(QDate day);
    /// Whether another incident has this ref.
    [[nodiscard]] base::Result<bool> isRefTaken(const QString &ref, const QString &incident);

private:
    Database &m_database;
};

} // namespace ledger
