// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/command/invocation.h"

namespace app {

/// `history stats`: medians over incidents, with what they stand on.
[[nodiscard]] int historyStats(Invocation &call);

} // namespace app
