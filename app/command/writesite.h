// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/composition/workplace.h"

namespace app {

/// Writes the whole site, and deploys it if it is the one that is; tells a terminal how far it is,
/// and can be interrupted.
[[nodiscard]] base::Result<staticsite::BuildReport> writeSite(staticsite::StaticSite &site);

} // namespace app
