// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/vocabulary.h"

#include <QString>

namespace incident {

/// What the state machine says about one step of it. Entering `restored` or `active` again after
/// the end is made by stamps and by Reopen, which are not asked for here.
enum class Step { No, Free, NeedsReason };

[[nodiscard]] Step stepBetween(State from, State to);
/// The state in words: "back to normal, in review".
[[nodiscard]] QString stateWords(State state);

} // namespace incident
