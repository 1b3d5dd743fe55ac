// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/incident.h"
#include "ledger/database.h"

#include <span>

namespace ledger {

/// Writes all that derives from an incident: its projection rows and its full text. Inside a
/// transaction only.
[[nodiscard]] base::Done writeDerived(Database &database, const incident::Incident &incident,
                                      std::span<const incident::Event> events);

/// Makes everything that derives from the events again, in one transaction.
[[nodiscard]] base::Done rebuildDerived(Database &database);

/// The same, unless the rows were made by the rules of this version.
[[nodiscard]] base::Done refreshDerived(Database &database);

} // namespace ledger
