// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/archiveimport.h"

/// What was read from an archive, for people and for programs.
namespace workflow {

[[nodiscard]] QString words(ImportStanding standing);
/// "2025-03-04 14:32", in the zone of the page; empty if nobody says.
[[nodiscard]] QString postedWords(const ImportRow &row, const QTimeZone &zone);
/// "outage", "maintenance, to come"; empty for what was not understood.
[[nodiscard]] QString kindWords(const ImportRow &row);
/// The windows that were understood, the plan first; an empty text if there is none.
[[nodiscard]] QString windowsWords(const ImportRow &row, const QTimeZone &zone);
/// "noticed at 14:20; fixed at 14:31"; what follows from the windows is left out.
[[nodiscard]] QString milestonesWords(const ImportRow &row, const QTimeZone &zone);
/// Why it was not understood, or what to look at.
[[nodiscard]] QString remarksWords(const ImportRow &row);

/// One row for programs.
[[nodiscard]] QJsonObject toJson(const ImportRow &row);

} // namespace workflow
