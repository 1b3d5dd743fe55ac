// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reading/length.h"
#include "reading/point.h"

namespace reading {

enum class MentionKind {
    Length,      ///< "for half an hour"
    Point,       ///< "at 16:10", "on Thursday", "this morning"
    Range,       ///< "from 1 to 2 am"
    Now,         ///< "now", "just now"
    Immediately, ///< "straight away"
};

/// What a length is measured from, as far as its own words say.
enum class Anchor {
    None,
    Ago,     ///< "ten minutes ago"
    FromNow, ///< "in ten minutes' time", "from now"
    Last,    ///< "in the last ten minutes"
    Next,    ///< "in the next ten minutes"
    Later,   ///< "ten minutes later", "after that"
    Before,  ///< "ten minutes earlier"
    More,    ///< "another ten minutes"
    Into,    ///< "ten minutes into it"
};

/// The word that stands before a mention, or is part of it.
enum class Lead { None, At, From, To, By, Between, In, For, After, Before, Within, Of };

/// A time phrase of a sentence.
struct Mention
{
    MentionKind kind = MentionKind::Point;
    int begin = 0; ///< tokens of the sentence, `end` past it
    int end = 0;
    Lead lead = Lead::None;
    Anchor anchor = Anchor::None;
    Length length;
    Point from; ///< of a Range; the point itself of a Point
    Point to;
    int times = 0;           ///< "2 x 5 minutes"
    bool isSometime = false; ///< "sometime", "at some point"
    bool isJustNow = false;  ///< stronger than "now"

    bool operator==(const Mention &) const = default;
};

/// The length that starts at the token, with what it is measured from; `before` are the mentions of
/// the sentence so far, which a bare number takes its unit from.
[[nodiscard]] std::optional<Mention> lengthMention(const Lexicon &lexicon, const Tokens &tokens,
                                                   int at, const std::vector<Mention> &before);

/// Gives the days that stand before clock times to them.
void joinDays(const Tokens &tokens, std::vector<Mention> &mentions);

/// The time phrases of a sentence in order, none inside another. Once over the tokens.
[[nodiscard]] std::vector<Mention> mentionsOf(const Lexicon &lexicon, const Tokens &tokens);

} // namespace reading
