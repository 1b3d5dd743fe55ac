// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reading/clause.h"
#include "reading/facts.h"

namespace reading {

/// Where in the story a time phrase stands, and what the words around it are about.
struct Scene
{
    const Analysis *sentence = nullptr;
    const Clause *clause = nullptr; ///< the one that governs the phrase, not always its own
    const Clause *own = nullptr;    ///< the one that the phrase stands in
    int revision = 0;
    std::optional<Instant> posted;       ///< of the revision
    std::optional<Instant> postedBefore; ///< of the revision before it
    bool isTitle = false;
    bool opensItem = false; ///< the time that a line of a list of outages begins with
    Tense tense = Tense::Unsaid;
    std::optional<Effect> effect;
    std::optional<Instant> lastTime; ///< stated before this, for "by T"

    [[nodiscard]] bool is(Category category) const { return clause->is(category); }
};

/// P-15..P, never before the previous revision.
[[nodiscard]] Bounds justNow(const Scene &scene);
/// What the words of the clause say that users felt; nothing if they do not say.
[[nodiscard]] std::optional<Effect> effectOf(const Lexicon &lexicon, const Analysis &sentence,
                                             const Clause &clause);
/// The category that decides what the mention is about: nearest on its own side of the clause.
[[nodiscard]] Category eventFor(const Analysis &sentence, const Clause &clause,
                                const Mention &mention);
/// The token behind a time phrase that opens the clause.
[[nodiscard]] int subjectAt(const Analysis &sentence, const Clause &clause);
/// The clause that governs the mention: its own, or a neighbour if its own tells of no event.
[[nodiscard]] const Clause &governingClause(const Analysis &sentence, size_t own);

} // namespace reading
