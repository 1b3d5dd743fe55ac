// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/command.h"
#include "incident/incident.h"

namespace incident {

/// What a window is after a part has left, and what has left. Either may be missing.
struct WindowParts
{
    std::optional<Window> stays;
    std::optional<Window> leaves;
};

[[nodiscard]] WindowParts partsOf(const Window &window, const SplitOff &command);
/// The actual windows that leave, as they are, for the new incident. Pure.
[[nodiscard]] std::vector<Window> windowsLeaving(const Incident &incident, const SplitOff &command);

} // namespace incident
