// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <optional>
#include <QTimeZone>

/// When something was posted, as feeds and people write it. A time is read or it is not: nothing is
/// filled in from the machine's clock.
namespace importing {

/// "2025-03-04 14:32", "2025-03-04T14:32:05+01:00", "Tue, 04 Mar 2025 14:32:00 GMT"; without a zone
/// in the text it is in `zone`. Errors: Input, with a sentence, also for a time that the zone's
/// clocks skip or repeat.
[[nodiscard]] base::Result<base::Instant> postedTime(const QString &text, const QTimeZone &zone);

/// Seconds east of UTC of a zone's short name in feeds: GMT, UT, Z, +0100, EST; nothing for names
/// that mean different zones to different people.
[[nodiscard]] std::optional<int> offsetNamed(const QString &name);
/// The same, where also the short name that the page's own zone has at that wall time counts (BST
/// in London). Nothing if it is neither.
[[nodiscard]] std::optional<base::Instant> inNamedZone(QDate date, QTime time, const QString &name,
                                                       const QTimeZone &page);

/// 1 to 12 for "Mar" and "March"; 0 if it is no month.
[[nodiscard]] int monthNamed(QStringView name);

} // namespace importing
