// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"

#include <QString>
#include <QTimeZone>

/// Clocks that run on the screen. Never for texts that are kept.
namespace wording {

/// "00:12:41"; hours go on above 99. Negative spans read as 0.
[[nodiscard]] QString elapsedClock(base::Span span);
/// "2:19" (minutes and seconds), "1:02:19" from an hour on.
[[nodiscard]] QString countdownClock(base::Span span);
/// "due in 2:19", "due now", "overdue by 0:40"; from a day on "due in 3 days", "overdue by 2 days".
[[nodiscard]] QString dueWords(base::Instant due, base::Instant now);
/// The same for the next hour and for what is overdue, and else the day that people would say: "due
/// today, 18:00", "due tomorrow, 14:00", "due Fri 27 Nov".
[[nodiscard]] QString dueMoment(base::Instant due, base::Instant now, const QTimeZone &zone);
/// "in 22 min", "now", "3 min ago", "2 h 5 min ago", "4 d ago"
[[nodiscard]] QString awayWords(base::Instant at, base::Instant now);
/// "12 min", "2 h 5 min", "4 d 3 h", "45 s": short, for badges and lists.
[[nodiscard]] QString shortLength(base::Span span);

} // namespace wording
