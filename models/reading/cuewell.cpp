// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/cuecheck.h"
#include "reading/scene.h"

#include <algorithm>

namespace reading {

using namespace Qt::StringLiterals;

namespace {

/// "selling again", where the word before tells what is done again.
bool isAgain(const Lexicon &lexicon, const Tokens &tokens, const Clause &clause, const Cue &cue)
{
    return cue.category == Category::Again && tokens[size_t(cue.begin)].text == "again"_L1 &&
           cue.begin > clause.begin && tokens[size_t(cue.begin - 1)].isWord() &&
           !lexicon.longest(Category::NotAgain, tokens, cue.begin - 1);
}

/// "now", "since 11:48": from then on it works.
bool isFromThen(const Analysis &sentence, const Clause &clause, int end)
{
    return std::any_of(clause.mentions.begin(), clause.mentions.end(), [&](int number) {
        const Mention &mention = sentence.mentions[size_t(number)];
        const bool isSince = mention.kind == MentionKind::Point && mention.lead == Lead::From &&
                             wordAt(sentence.tokens, mention.begin, "since"_L1);
        // "works since 18:50", "and since 18:50 everything works"
        const bool opens = isSince && mention.begin <= clause.begin + 1 && mention.end < end;
        return (mention.kind == MentionKind::Now || isSince) && mention.end > clause.begin &&
               (mention.begin == end || opens);
    });
}

/// "At 10:01 uploads worked", "uploads worked at 10:01", as against "they still worked".
bool isAtTime(const Analysis &sentence, const Clause &clause, int at, int end)
{
    if (wordAt(sentence.tokens, at - 1, "still"_L1) || wordAt(sentence.tokens, at - 1, "only"_L1))
        return false;
    return std::any_of(clause.mentions.begin(), clause.mentions.end(), [&](int number) {
        const Mention &mention = sentence.mentions[size_t(number)];
        const bool isTime = mention.kind == MentionKind::Point && mention.from.clock &&
                            mention.lead != Lead::To && mention.lead != Lead::From;
        const bool isEnd =
            end >= clause.end || sentence.tokens[size_t(end)].kind == TokenKind::Symbol;
        return isTime && (mention.begin == end || (isEnd && mention.begin <= clause.begin + 1));
    });
}

/// "Up at 6:31.", "link lost 0910, up 0942"
const Entry *upAt(const Lexicon &lexicon, const Analysis &sentence, const Clause &clause)
{
    if (clause.mentions.empty() || !wordAt(sentence.tokens, clause.begin, "up"_L1))
        return nullptr;
    const Mention &first = sentence.mentions[size_t(clause.mentions.front())];
    const bool isTime = first.begin == clause.begin + 1 && first.kind == MentionKind::Point &&
                        first.from.clock && first.lead != Lead::To && first.lead != Lead::From;
    return isTime ? lexicon.longest(Category::Works, sentence.tokens, clause.begin).entry : nullptr;
}

/// "is working now", "works fine since 11:48": the word for what it does, if there is one.
const Entry *worksFromThen(const Lexicon &lexicon, const Analysis &sentence, const Clause &clause,
                           int &at)
{
    for (; at < clause.end; ++at) {
        const Match works = lexicon.longest(Category::Works, sentence.tokens, at);
        // "answering with 502"
        if (works && wordAt(sentence.tokens, at + works.length, "with"_L1))
            continue;
        const bool isPast = works && works.entry->text == "past"_L1;
        if (works && (isPast ? isAtTime(sentence, clause, at, at + works.length)
                             : isFromThen(sentence, clause, at + works.length)))
            return works.entry;
    }
    return nullptr;
}

/// "10:44 uploads OK"
Match worksAtEnd(const Lexicon &lexicon, const Analysis &sentence, const Clause &clause)
{
    int end = clause.end;
    while (end > clause.begin && sentence.tokens[size_t(end - 1)].kind == TokenKind::Symbol)
        --end;
    if (!sentence.isTimelineLine() || end - 1 <= sentence.mentions.front().end)
        return {};
    // "the disk fills up"
    constexpr QLatin1StringView verbs[] = {"fills"_L1, "fill"_L1,  "backs"_L1,  "locks"_L1,
                                           "goes"_L1,  "blows"_L1, "piles"_L1,  "seizes"_L1,
                                           "gives"_L1, "wakes"_L1, "filled"_L1, "picks"_L1};
    const bool isVerb = std::any_of(std::begin(verbs), std::end(verbs), [&](auto verb) {
        return wordAt(sentence.tokens, end - 2, verb);
    });
    if (isVerb)
        return {};
    return lexicon.longest(Category::Works, sentence.tokens, end - 1);
}

} // namespace

void tellsWell(const Lexicon &lexicon, const Analysis &sentence, Clause &clause)
{
    constexpr Category claimed[] = {Category::Fails,    Category::Bad,   Category::Degraded,
                                    Category::Recovers, Category::Fixes, Category::Begins,
                                    Category::Detects,  Category::Alert, Category::Negation,
                                    Category::Apology,  Category::Moved, Category::Cancelled};
    // "is now available to everyone again" moves nothing.
    const bool isNow = std::any_of(clause.mentions.begin(), clause.mentions.end(), [&](int number) {
        return sentence.mentions[size_t(number)].kind == MentionKind::Now;
    });
    // "We are building the index again" and "at 13:12 I created it again" are what we do about it,
    // "we have service again" is not.
    const int subject = subjectAt(sentence, clause);
    const bool isOurDoing =
        (startsWithUs(sentence.tokens, clause) || wordAt(sentence.tokens, subject, "we"_L1) ||
         wordAt(sentence.tokens, subject, "i"_L1)) &&
        !wordAt(sentence.tokens, clause.begin + 1, "have"_L1) &&
        !wordAt(sentence.tokens, subject + 1, "have"_L1);
    if (std::any_of(std::begin(claimed), std::end(claimed),
                    [&](Category category) {
                        return clause.is(category) && !(category == Category::Moved && isNow);
                    }) ||
        isOurDoing)
        return;
    const auto again = std::find_if(clause.cues.begin(), clause.cues.end(), [&](const Cue &cue) {
        return isAgain(lexicon, sentence.tokens, clause, cue);
    });
    Cue well;
    if (again != clause.cues.end()) {
        well = *again;
    } else if (const Match last = worksAtEnd(lexicon, sentence, clause)) {
        well.entry = last.entry;
        well.begin = clause.end - last.length;
        well.end = clause.end;
    } else {
        int at = clause.begin;
        well.entry = upAt(lexicon, sentence, clause);
        if (!well.entry)
            well.entry = worksFromThen(lexicon, sentence, clause, at);
        well.begin = at;
        well.end = at + 1;
    }
    if (!well.entry)
        return;
    well.category = Category::Recovers;
    clause.cues.push_back(well);
    clause.has.set(size_t(Category::Recovers));
}

} // namespace reading
