// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/command/options.h"
#include "workflow/compose.h"

namespace app {

/// Shows what the draft should not say, after the fixes that --fix and --ignore ask for. Without
/// them nothing is changed. The exit code.
[[nodiscard]] int lintDraft(const Invocation &call, const Options &options,
                            workflow::Compose &compose);

} // namespace app
