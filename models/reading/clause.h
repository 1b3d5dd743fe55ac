// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reading/mention.h"
#include "reading/sentence.h"
#include "reading/walltime.h"

#include <bitset>

namespace reading {

/// A phrase of events.txt that a clause holds.
struct Cue
{
    Category category = Category::Count;
    const Entry *entry = nullptr;
    int begin = 0; ///< tokens of the sentence, `end` past it
    int end = 0;
};

/// "restarting": under way, not done.
[[nodiscard]] bool isUnderWay(const Tokens &tokens, const Cue &cue);

using Categories = std::bitset<size_t(Category::Count)>;

/// A part of a sentence between commas, dashes, brackets and joining words.
struct Clause
{
    int begin = 0; ///< tokens of the sentence, `end` past it
    int end = 0;
    std::vector<Cue> cues;
    Categories has;            ///< categories of the cues and of the small words in it
    std::vector<int> mentions; ///< numbers of the sentence's mentions
    Tense tense = Tense::Unsaid;
    bool ownTense = false; ///< the tense is in its own words, not taken over from a neighbour
    bool isAside = false;  ///< promised or advised: its times are not those of the trouble or work
    bool opensHard = true; ///< begins the sentence or stands behind ; : - or a bracket
    QString opener;        ///< the joining word or symbol before it

    [[nodiscard]] bool is(Category category) const { return has.test(size_t(category)); }
    /// "before there is sound again", "once it is back": not there yet.
    [[nodiscard]] bool isAwaited() const;
    /// Whether it tells of an event that a time can belong to.
    [[nodiscard]] bool hasEvent() const;
};

/// A sentence cut into clauses, with its time phrases.
struct Analysis
{
    Tokens tokens;
    std::vector<Mention> mentions;
    std::vector<Clause> clauses;
    bool startsParagraph = false;
    bool startsLine = false;
    bool startsThen = false; ///< "After that, …"

    [[nodiscard]] bool has(Category category) const;
    /// A line that its time opens: "14:09 codes issued again".
    [[nodiscard]] bool isTimelineLine() const;
};

[[nodiscard]] Analysis analyse(const Lexicon &lexicon, const Sentence &sentence);

} // namespace reading
