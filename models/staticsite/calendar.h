// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "staticsite/edition.h"

#include <QByteArray>

namespace staticsite {

/// One iCalendar with every maintenance that has a planned window, also those that are over or
/// called off: a subscriber's calendar then follows. One event a maintenance, its UID for life.
[[nodiscard]] QByteArray maintenanceCalendar(const Edition &edition);

/// A content line as RFC 5545 wants it: at most 75 octets, continued on lines that begin with a
/// space, never cut within a character, ended by CR LF.
[[nodiscard]] QByteArray foldedLine(const QString &line);

} // namespace staticsite
