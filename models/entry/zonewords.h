// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "entry/token.h"

#include <optional>
#include <QTimeZone>

namespace entry {

/// What a zone behind a time comes to; nothing in it if none stands there.
struct ZoneWords
{
    std::optional<int> offset; ///< seconds east of UTC
    std::optional<QTimeZone> zone;
};

/// "CET", "EST", "ET", "Lisbon time", "Europe/Berlin". Takes the words of it.
[[nodiscard]] ZoneWords scanZoneWords(Cursor &cursor);

} // namespace entry
