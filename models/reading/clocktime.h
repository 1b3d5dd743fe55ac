// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reading/lexicon.h"

namespace reading {

/// What the text says about the half of the day.
enum class Half {
    Unsaid, ///< "half eight", "1.45"
    Am,
    Pm,
    Full, ///< on the 24-hour clock: 14:10, 0115
};

/// How sure it is that this is a clock time at all.
enum class Certainty {
    Sure,   ///< 13:45, 5am, noon, half past eight
    Behind, ///< only behind "at", "from", "until" …: 14.10, 2200, half eight
    Weak,   ///< a bare small number: only behind "at" and when nothing is counted with it
};

struct Clock
{
    int minute = 0; ///< of the day, 0..1440; of the half day (0..719) or as written if Unsaid
    Half half = Half::Unsaid;
    Certainty certainty = Certainty::Sure;
    bool isAbout = false;    ///< "3ish"
    bool isMidnight = false; ///< ends the day that it is said of
    bool isFigures = false;  ///< hour and minute in figures: 9:30, 14.10, 0115
    bool isHourless = false; ///< "at quarter past": the minute is of the hour told before
    bool isPadded = false;   ///< "09:10": the style of a 24-hour clock
    int end = 0;             ///< token past it

    bool operator==(const Clock &) const = default;
};

[[nodiscard]] std::optional<Clock> parseClock(const Lexicon &lexicon, const Tokens &tokens, int at);

} // namespace reading
