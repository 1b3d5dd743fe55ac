// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/archivedpost.h"
#include "importing/feed.h"

namespace importing {

/// The posts of a feed, oldest first. Entries that are updates of one post (their addresses differ
/// only behind "#", or not at all) become one. Entries without a usable time have a problem. Times
/// without a zone are in `zone`; `place` is for people.
[[nodiscard]] std::vector<ArchivedPost> postsOf(const Feed &feed, const QString &place,
                                                const QTimeZone &zone);

} // namespace importing
