// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lint/phrases.h"
#include "reading/clause.h"
#include "reading/facts.h"

namespace lint {

/// One promise of a sentence.
struct FoundPromise
{
    PromisePhrase phrase;
    int begin = 0; ///< tokens of the sentence that are about it, `end` past them
    int end = 0;
    bool sharesOpening = false; ///< "On Monday we will …, and will …": that day is also its own

    /// Whether a time of the sentence says when it is to be.
    [[nodiscard]] bool takes(const reading::Mention &mention) const;
};

/// What the sentence undertakes, one after the other, each as far as its words go.
[[nodiscard]] std::vector<FoundPromise>
promisesIn(const reading::Lexicon &lexicon, const reading::Analysis &sentence, reading::Kind kind);

} // namespace lint
