// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"

#include <QByteArray>
#include <QString>

/// The lines that a calendar file is made of.
namespace base {

/// A content line as RFC 5545 wants it: at most 75 octets, continued on lines that begin with a
/// space, never cut within a character, ended by CR LF.
[[nodiscard]] QByteArray foldedLine(const QString &line);

/// A value of the type DATE-TIME, in UTC: "20261123T020000Z".
[[nodiscard]] QString calendarStamp(Instant at);

} // namespace base
