// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "http/client.h"
#include "workflow/targets.h"

namespace app {

/// Cachet, version 3 or 2, as a kind of target. All must outlive what is made with it.
[[nodiscard]] workflow::TargetKind cachetKind(http::Client &client, secret::Vault &vault,
                                              const base::Clock &clock);

} // namespace app
