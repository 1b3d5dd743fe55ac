// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/vocabulary.h"

#include <QString>
#include <vector>

namespace incident {

/// What the state machine says about one step that a person asks for. It does not know the steps
/// that other commands make: Reopen (from the end to active), StartMaintenance, and Unstamp, which
/// goes back the way that the stamp has come.
enum class Step { No, Free, NeedsReason };

[[nodiscard]] Step stepBetween(State from, State to, Kind kind);
/// Where stepBetween() leads from here, in the usual order.
[[nodiscard]] std::vector<State> nextStates(State from, Kind kind);
/// Whether an actual window may be open: not once the service is said to be back.
[[nodiscard]] bool allowsOpenWindow(State state);
/// The state in words for a sentence: "in review".
[[nodiscard]] QString stateWords(State state);

} // namespace incident
