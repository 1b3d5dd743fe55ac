// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reading/clocktime.h"
#include "reading/day.h"
#include "reading/zonename.h"

namespace reading {

enum class PointHedge { None, About, JustAfter, JustBefore, By, NotBefore };

/// "tomorrow morning at about half eight UK time", before the day of writing is known.
struct Point
{
    std::optional<Clock> clock;
    Day day;
    std::optional<DayPart> part;
    std::optional<ZoneName> zone;
    PointHedge hedge = PointHedge::None;

    [[nodiscard]] bool isDayOnly() const { return !clock && !part; }
    bool operator==(const Point &) const = default;
};

struct ParsedPoint
{
    Point point;
    bool needsPartner = false; ///< a bare number, credible only as one end of a range
    int end = 0;
};

/// `behind` says that a word such as "at" or "until" stands before, which makes a bare number a
/// time.
[[nodiscard]] std::optional<ParsedPoint> parsePoint(const Lexicon &lexicon, const Tokens &tokens,
                                                    int at, bool behind);

} // namespace reading
