// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "incident/command.h"
#include "incident/event.h"
#include "incident/incident.h"

namespace incident {

/// Who asks, and when. The only time decide() knows.
struct Occasion
{
    Instant now{};
    QString author;
};

/// The events that a command leads to, in order; an error, and nothing else, if a rule forbids it.
/// Every rule about incidents is here or called from here. Pure.
///
/// Errors: Input (cannot be meant), Refused (a hard rule), NeedsReason (a soft rule: ask once),
/// NotFound (names something that does not exist).
[[nodiscard]] base::Result<std::vector<NewEvent>>
decide(const Incident &incident, const Command &command, const Occasion &occasion);

} // namespace incident
