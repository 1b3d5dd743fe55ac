// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reading/sentence.h"
#include "reading/walltime.h"

namespace reading {

/// The post itself or one of its updates.
struct Revision
{
    Tokens tokens; ///< with line breaks, without the heading
    std::optional<Instant> posted;
};

/// Cuts a body at its update headings and puts the parts in the order in which they were written,
/// the post itself first. A heading is a line (or a sentence) such as "UPDATE 14:50:", "Edit 2 -",
/// "[15:10] Resolved:", "Original post:".
[[nodiscard]] std::vector<Revision> revisionsOf(const Lexicon &lexicon, const QString &body,
                                                Instant posted,
                                                const std::vector<Instant> &updatePosted,
                                                WallTime &wallTime);

} // namespace reading
