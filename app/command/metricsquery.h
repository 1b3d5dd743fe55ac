// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/command/invocation.h"

namespace app {

/// `metrics query`
[[nodiscard]] int queryMetrics(Invocation &call);

} // namespace app
