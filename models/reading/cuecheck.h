// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reading/clause.h"

namespace reading {

/// Whether the phrase tells of something that is not there or is about other things: "no further
/// errors", "without any delays", "several school buses", "four times the memory".
[[nodiscard]] bool isDenied(const Lexicon &lexicon, const Tokens &tokens, const Clause &clause,
                            const Match &match, int at);
/// "We restarted it": the clause opens with "we" or "I".
[[nodiscard]] bool startsWithUs(const Tokens &tokens, const Clause &clause);
/// "the shop was selling again", "pages quick again", "it is working now": whatever it was, it is
/// well again.
void tellsWell(const Lexicon &lexicon, const Analysis &sentence, Clause &clause);
/// "The trouble cleared at 13:40": it ended, nobody cleared it.
void tellsClearing(const Tokens &tokens, Clause &clause);
/// "It went at half seven": what goes at a time, and nowhere, fails.
void tellsGoing(const Analysis &sentence, Clause &clause);
/// "Tracking stopped at 23:30 and started again at 02:05": not the trouble did.
void tellsRestart(const Analysis &sentence, Clause &clause);
/// "the problem came back": makes what returns the trouble again, not a recovery.
void tellsRelapse(const Tokens &tokens, Clause &clause);

} // namespace reading
