// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "entry/token.h"
#include "timing/rough.h"

namespace entry {

/// A number in words, up to fifty-nine: "five", "twenty five", "forty-five".
[[nodiscard]] std::optional<int> scanNumberWord(Cursor &cursor);

/// A length as it stands in the line.
struct Length
{
    timing::RoughDuration value;
    Stretch amount;       ///< the numbers and units, without the words around them
    bool hasUnit = false; ///< without, a number is in minutes where one is waited for
};

/// "15m", "1h30", "90s", "30-40 min", "about 10", "an hour or so", "no more than 5m". A bare number
/// is one only if `bareToo`. A stated number is meant as stated: about N..N.
[[nodiscard]] std::optional<Length> scanLength(Cursor &cursor, bool bareToo);

/// The shortest way to write a length of whole seconds: "15m", "1h30m", "90s".
[[nodiscard]] QString lengthText(timing::Span length);

} // namespace entry
