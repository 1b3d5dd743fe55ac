// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/zonenote.h"

#include <algorithm>

namespace reading {

using namespace Qt::StringLiterals;

std::optional<ZoneName> zoneNote(const Lexicon &lexicon, const Analyses &sentences)
{
    constexpr int reach = 6; // tokens
    for (const Analysis &sentence : sentences) {
        const Tokens &tokens = sentence.tokens;
        if (!wordAt(tokens, 0, "times"_L1) &&
            !(wordAt(tokens, 0, "all"_L1) && wordAt(tokens, 1, "times"_L1)))
            continue;
        for (int at = 1; at < std::min(reach, int(tokens.size())); ++at) {
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
