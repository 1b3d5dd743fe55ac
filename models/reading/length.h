// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reading/facts.h"
#include "reading/lexicon.h"

namespace reading {

/// A length as the text says it, with its hedges already applied.
struct Length
{
    Minutes minutes;
    LengthPrecision precision = LengthPrecision::About;
    /// The number itself, in minutes, before hedges; for "in 20 minutes", which is ±20 % anyway.
    int number = 0;
    int unit = 60;          ///< seconds in the unit that it is told in
    bool isSeconds = false; ///< told in seconds
    bool isPlain = false;   ///< no hedge: "20 minutes"
    bool isWithin = false;  ///< "within 20 minutes"
    bool isApprox = false;  ///< hedged both ways: "about 20 minutes"

    bool operator==(const Length &) const = default;
};

struct ParsedLength
{
    Length length;
    int times = 0; ///< "2 x 5 minutes"
    int end = 0;   ///< token past it
};

/// A number of 0 or more in figures or words: 15, 1.5, twenty-five, a couple of, half an.
struct Quantity
{
    double lo = 0;
    double hi = 0;
    bool isVague = false;   ///< "a few"
    bool isArticle = false; ///< "an"
    int end = 0;
};

/// ±20 % of minutes, at least one minute.
[[nodiscard]] int fifthOf(int minutes);
[[nodiscard]] std::optional<Quantity> parseQuantity(const Lexicon &lexicon, const Tokens &tokens,
                                                    int at);
/// "about half an hour", "between 30 and 40 minutes", "1h20". `unitOnly` also takes "hour", as in
/// "the next hour".
[[nodiscard]] std::optional<ParsedLength> parseLength(const Lexicon &lexicon, const Tokens &tokens,
                                                      int at, bool unitOnly = false);

/// "nearly ten" where the unit (in seconds) is known from before; only at the end of a clause.
[[nodiscard]] std::optional<ParsedLength> parseBareLength(const Lexicon &lexicon,
                                                          const Tokens &tokens, int at, int unit);

} // namespace reading
