// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reading/point.h"

namespace reading {

enum class HeadingKind {
    Update,
    Stage,    ///< "Resolved -", as status pages print them
    Original, ///< "Original post:"
    Stamp,    ///< only a time: an update if it is one of the posting times
};

struct Heading
{
    HeadingKind kind = HeadingKind::Update;
    int begin = 0; ///< tokens of the body, `end` past it
    int end = 0;
    int rank = -1;  ///< of a stage
    int number = 0; ///< "Update 2"
    std::optional<Point> point;
    bool isCapital = false; ///< written UPDATE
    bool isDay = false;     ///< a stamp that names only a day
    bool isTimed = false;   ///< only its time tells it from the words that follow it
};

/// The heading that starts at the token; numbers must have been given to the tokens.
[[nodiscard]] std::optional<Heading> parseHeading(const Lexicon &lexicon, const Tokens &tokens,
                                                  int at);

} // namespace reading
