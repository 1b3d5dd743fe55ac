// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "publish/page.h"
#include "workflow/desk.h"

namespace workflow {

/// The public page as the ledger says it is: every thread with what `target` has shown so far.
/// Reads all of it; whoever asks again and again has a SiteHistory.
[[nodiscard]] base::Result<publish::Page> sitePage(Desk &desk, const QString &target);

/// The page with these threads on it.
[[nodiscard]] publish::Page sitePageOf(Desk &desk, std::vector<publish::Thread> threads);

} // namespace workflow
