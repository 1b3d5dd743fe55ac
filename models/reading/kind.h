// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reading/clause.h"
#include "reading/facts.h"

namespace reading {

using Analyses = std::vector<Analysis>;

/// What the post is about, judged from its title and its first revision.
/// `namesComing`: it gives a date that is still to come.
[[nodiscard]] Kind kindOf(const Analyses &title, const Analyses &post, bool namesComing);
/// Whether the sentences say that the trouble or the work is over.
[[nodiscard]] bool saysOver(const Analyses &sentences);
[[nodiscard]] EntryMode entryModeOf(Kind kind, const Analyses &title, const Analyses &post,
                                    bool hasUpdates, bool namesComing);

} // namespace reading
