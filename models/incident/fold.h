// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/incident.h"

#include <span>

namespace incident {

/// The incident that these events make, applied in the order given: (recorded, id). Pure.
[[nodiscard]] Incident fold(std::span<const Event> events);

/// Applies one event. An event that does not fit (it names something unknown) changes nothing but
/// `changed`: a ledger merged from two consoles must always fold.
void apply(Incident &incident, const Event &event);

} // namespace incident
