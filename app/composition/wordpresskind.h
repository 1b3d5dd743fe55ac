// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "http/client.h"
#include "workflow/archiveimport.h"
#include "workflow/targets.h"

namespace app {

/// WordPress as a kind of target. All must outlive what is made with it.
[[nodiscard]] workflow::TargetKind wordPressKind(http::Client &client, secret::Vault &vault,
                                                 const base::Clock &clock);

/// Fetches the posts that a site has already.
[[nodiscard]] workflow::SiteFetch wordPressFetch(http::Client &client);

} // namespace app
