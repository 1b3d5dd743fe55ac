// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timing/rough.h"

namespace timing {

/// When what was promised for then is due: for "in about 30 minutes" that time itself and not the
/// last one that it can mean; else the latest. Nothing if nobody said when.
[[nodiscard]] inline std::optional<base::Instant> dueOf(const RoughInstant &promised)
{
    return promised.precision() == Precision::About ? promised.middle() : promised.hi();
}

} // namespace timing
