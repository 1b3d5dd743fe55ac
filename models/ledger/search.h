// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/event.h"
#include "incident/incident.h"
#include "ledger/database.h"

#include <array>
#include <span>

namespace ledger {

/// The text of an incident by column: ref, title, felt, components, cause, posts, notes,
/// postmortem. Pure.
using SearchText = std::array<QString, 8>;
[[nodiscard]] SearchText searchTextOf(const incident::Incident &incident,
                                      std::span<const incident::Event> events);

/// What somebody typed as a query: every word quoted, so that none of it is an operator, and each
/// as the beginning of a word. Empty if there is nothing to look for.
[[nodiscard]] QString matchExpression(const QString &typed);

/// The full-text index, a row an incident. The later an incident began, the higher the number of
/// its row: so the newest can be found first without a look at the others.
class SearchStore
{
public:
    explicit SearchStore(Database &database)
        : m_database(database)
    {}

    /// Inside a transaction only.
    [[nodiscard]] base::Done write(const QString &incident, base::Instant began,
                                   const SearchText &text);
    /// Nothing if it has no row.
    [[nodiscard]] base::Result<std::optional<SearchText>> read(const QString &incident);
    [[nodiscard]] base::Done removeAll();
    /// Whether the index says the same as its rows. On a writable connection only.
    [[nodiscard]] base::Done verify();

private:
    /// The row of an incident that began then: the one it has, if that is in its place.
    [[nodiscard]] base::Result<qint64> placed(const QString &incident, base::Instant began);

    Database &m_database;
};

} // namespace ledger
