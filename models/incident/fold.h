// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/incident.h"

#include <span>

namespace incident {

/// The incident that these events make, applied in the order given: (recorded, id). Pure. The
/// opening comes first wherever it stands; without one there is no incident.
[[nodiscard]] Incident fold(std::span<const Event> events);

/// Applies one event. A ledger merged from two consoles must always fold: an event that does not
/// fit (it names something unknown, or something that is there already) changes nothing but
/// `changed`, and before the opening not even that.
void apply(Incident &incident, const Event &event);

} // namespace incident
