// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "entry/token.h"
#include "timing/fieldtext.h"

#include <QDate>

namespace entry {

/// A part of a day, in minutes from its beginning; it may run into the next day.
struct Daypart
{
    int from = 0;
    int to = 24 * 60;

    bool operator==(const Daypart &) const = default;
};

/// "yesterday", "this afternoon", "last night", "Tue morning", "22 Nov": the latest such day.
struct Day
{
    QDate date;
    std::optional<Daypart> part;
    Stretch where;
};

/// What "11/10" may be: day and month can be told apart only by asking.
struct DayQuestion
{
    Stretch where;
    QDate first;
    QDate second;
};

/// Nothing if no day begins here. Fills `question` where a date is written in numbers only.
[[nodiscard]] std::optional<Day> scanDay(Cursor &cursor, const timing::FieldContext &context,
                                         std::optional<DayQuestion> &question);

} // namespace entry
