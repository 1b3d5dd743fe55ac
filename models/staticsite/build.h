// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "staticsite/edition.h"
#include "staticsite/sitefolder.h"

#include <functional>
#include <stop_token>

namespace staticsite {

struct BuildReport
{
    int made = 0;    ///< files that were rendered
    int changed = 0; ///< of these, files that were not there or differed
    int removed = 0; ///< files of earlier builds that have no place any more

    bool operator==(const BuildReport &) const = default;
};

/// Called after each file: how many of how many.
using Progress = std::function<void(int done, int all)>;

/// Writes the whole site. Errors: those of SiteFolder, and Cancelled if it is stopped between two
/// files: readers have whole pages then, some of them old, and the next build writes the rest.
[[nodiscard]] base::Result<BuildReport> buildAll(SiteFolder &folder, const Edition &edition,
                                                 const Progress &progress = {},
                                                 const std::stop_token &stop = {});

/// Writes what has changed since the last build; the outcome is the same, byte by byte, as that of
/// buildAll(). That is what it does if the last build broke off or the page's settings are others.
[[nodiscard]] base::Result<BuildReport> buildChanges(SiteFolder &folder, const Edition &edition);

} // namespace staticsite
