// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reading/lexicon.h"

namespace reading {

enum class WhichWeek { Nearest, Next, Last };

/// A day as it is named; every part may be missing. Which day is meant depends on the tense and
/// on the day of writing.
struct Day
{
    std::optional<int> offset;  ///< days from the day of writing
    std::optional<int> weekday; ///< 1 = Monday
    WhichWeek week = WhichWeek::Nearest;
    int dayOfMonth = 0;
    int month = 0;
    int year = 0;
    bool isSlashed = false; ///< 3/12: day or month first, by the habit of the place

    [[nodiscard]] bool isStated() const { return offset || weekday || dayOfMonth; }
    bool operator==(const Day &) const = default;
};

struct ParsedDay
{
    Day day;
    int end = 0;
};

/// A part of a day in minutes of it; past 1440 it reaches into the next day, below 0 into the one
/// before.
struct DayPart
{
    int from = 0;
    int to = 0;
    bool isToday = false; ///< "this morning", "tonight"
    bool isNight = false; ///< "overnight": last night when past, the coming one otherwise

    bool operator==(const DayPart &) const = default;
};

[[nodiscard]] std::optional<ParsedDay> parseDay(const Lexicon &lexicon, const Tokens &tokens,
                                                int at);
/// `end` is set to the token past it.
[[nodiscard]] std::optional<DayPart> parseDayPart(const Lexicon &lexicon, const Tokens &tokens,
                                                  int at, int &end);

} // namespace reading
