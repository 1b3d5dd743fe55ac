// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "staticsite/edition.h"

#include <QByteArray>

namespace staticsite {

/// Atom: one entry per update. Its id is that of the update and stays through edits; an edit moves
/// `updated` and never `published`.
[[nodiscard]] QByteArray atomFeed(const Edition &edition);

/// RSS 2.0: one item per update. Its guid is that of the wording, so that an edit reaches readers
/// once; `pubDate` is never in the future.
[[nodiscard]] QByteArray rssFeed(const Edition &edition);

} // namespace staticsite
