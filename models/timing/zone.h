// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timing/rough.h"

#include <QDateTime>
#include <QTimeZone>
#include <vector>

namespace timing {

/// The instants that a wall time names in a zone: none in the hour that a clock change skips, two
/// in the hour that it repeats (earlier first), one otherwise. Choosing between two is the user's.
[[nodiscard]] std::vector<Instant> instantsOf(QDate date, QTime wallTime, const QTimeZone &zone);

[[nodiscard]] QDateTime toLocal(Instant at, const QTimeZone &zone);
[[nodiscard]] Instant fromUtc(const QDateTime &utc);
/// "2026-11-22T16:08:00Z"
[[nodiscard]] QString isoUtc(Instant at);
/// Whether the wall time of `at` also names another instant, so that it needs its offset beside it.
[[nodiscard]] bool isRepeated(Instant at, const QTimeZone &zone);
/// "+01:00"
[[nodiscard]] QString offsetText(Instant at, const QTimeZone &zone);
/// A zone by IANA name; nothing if this machine does not know it.
[[nodiscard]] std::optional<QTimeZone> zoneByName(const QString &iana);
/// "London" for Europe/London, "New York" for America/New_York.
[[nodiscard]] QString zoneCity(const QTimeZone &zone);

} // namespace timing
