// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/zonenote.h"

#include <algorithm>

namespace reading {

using namespace Qt::StringLiterals;

namespace {

/// "All times are UTC", "Timeline (UTC)": the word that the zone is said of; -1 if there is none.
int titleAt(const Tokens &tokens)
{
    constexpr QLatin1StringView words[] = {"times"_L1,      "timeline"_L1, "timestamps"_L1,
                                           "chronology"_L1, "clocks"_L1,   "log"_L1};
    constexpr int reach = 4; // tokens that may stand before it: "what happened (all times UTC)"
    for (int at = 0; at < std::min(reach + 1, int(tokens.size())); ++at) {
        if (std::any_of(std::begin(words), std::end(words),
                        [&](QLatin1StringView word) { return wordAt(tokens, at, word); }))
            return at;
    }
    return -1;
}

bool namesClock(const Analysis &sentence)
{
    return std::any_of(sentence.mentions.begin(), sentence.mentions.end(),
                       [](const Mention &mention) { return mention.from.clock.has_value(); });
}

} // namespace

std::optional<ZoneName> zoneNote(const Lexicon &lexicon, const Analyses &sentences)
{
    constexpr int reach = 6; // tokens
    for (const Analysis &sentence : sentences) {
        const Tokens &tokens = sentence.tokens;
        const int title = titleAt(tokens);
        if (title < 0 || namesClock(sentence))
            continue;
        for (int at = title + 1; at < std::min(title + reach, int(tokens.size())); ++at) {
            int end = at;
            if (const auto zone = parseZone(lexicon, tokens, at, end))
                return zone;
        }
    }
    return std::nullopt;
}

void giveZone(Analyses &sentences, const ZoneName &zone)
{
    for (Analysis &sentence : sentences) {
        for (Mention &mention : sentence.mentions) {
            for (Point *point : {&mention.from, &mention.to}) {
                if (point->clock && !point->zone)
                    point->zone = zone;
            }
        }
    }
}

} // namespace reading
