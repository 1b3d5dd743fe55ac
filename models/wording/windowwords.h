// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/values.h"
#include "wording/timewords.h"

namespace wording {

/// "from 16:08 to 16:20", "since 16:08", "between 01:00 and 02:00"; empty if nothing is known.
[[nodiscard]] QString windowTimes(const incident::Window &window, const Reader &reader);
/// The times, the stated length and the effect: "from 16:08 to 16:20, 12 minutes, down".
[[nodiscard]] QString windowWords(const incident::Window &window, const Reader &reader);

} // namespace wording
