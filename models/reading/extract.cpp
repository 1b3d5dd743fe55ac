// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/extract.h"

#include <algorithm>

namespace reading {

using namespace Qt::StringLiterals;

namespace {

/// "we hope to have it back by 15:00" is an estimate.
bool isOutlook(const Lexicon &lexicon, const Analysis &sentence, int at, const Match &who)
{
    const bool isHope = wordAt(sentence.tokens, at + 1, "hope"_L1) ||
                        wordAt(sentence.tokens, at + 1, "aim"_L1) ||
                        wordAt(sentence.tokens, at + 1, "plan"_L1);
    if (!isHope || !wordAt(sentence.tokens, at + who.length - 1, "to"_L1))
        return false;
    for (int next = at + who.length; next < std::min(int(sentence.tokens.size()), at + 12);
         ++next) {
        if (lexicon.longest(Category::Recovers, sentence.tokens, next))
            return true;
    }
    return false;
}

} // namespace

int promiseAt(const Lexicon &lexicon, const Analysis &sentence, Kind kind, bool alsoUnderWay,
              int from)
{
    const Tokens &tokens = sentence.tokens;
    for (int at = from; at < int(tokens.size()); ++at) {
        if (const Match note = lexicon.longest(Category::PromiseNote, tokens, at);
            note && (alsoUnderWay || note.entry->text != "now"_L1))
            return at;
        const Match who = lexicon.longest(Category::Undertaker, tokens, at);
        if (!who || isOutlook(lexicon, sentence, at, who))
            continue;
        const Match what = lexicon.longest(Category::Undertakes, tokens, at + who.length);
        // "we will update the server"
        const bool isWork = kind == Kind::Maintenance &&
                            ((what && what.entry->text == "work"_L1) ||
                             lexicon.longest(Category::Work, tokens, at + who.length).length > 1);
        if (what && !isWork)
            return at;
        const int verb = at + who.length;
        const bool isOpen = kind != Kind::Maintenance && !what && verb < int(tokens.size()) &&
                            tokens[size_t(verb)].isWord() &&
                            !lexicon.longest(Category::NotUndertaken, tokens, verb);
        if (isOpen)
            return at;
    }
    return -1;
}

int adviceAt(const Lexicon &lexicon, const Analysis &sentence)
{
    for (int at = 0; at < int(sentence.tokens.size()); ++at) {
        // "asked us to wait for a patch"
        const bool isOurs =
            wordAt(sentence.tokens, at - 1, "to"_L1) &&
            (wordAt(sentence.tokens, at - 2, "us"_L1) || wordAt(sentence.tokens, at - 2, "me"_L1) ||
             wordAt(sentence.tokens, at - 2, "had"_L1) ||
             wordAt(sentence.tokens, at - 2, "have"_L1));
        if (!isOurs && lexicon.longest(Category::Advice, sentence.tokens, at))
            return at;
    }
    return -1;
}

namespace {

bool holds(const Lexicon &lexicon, const Analysis &sentence, const Clause &clause,
           Category category)
{
    for (int at = clause.begin; at < clause.end; ++at) {
        const Match match = lexicon.longest(category, sentence.tokens, at);
        if (match && at + match.length <= clause.end + 1)
            return true;
    }
    return false;
}

/// What would have been, what always is, what others had: "it normally takes five minutes".
bool isElsewhere(const Lexicon &lexicon, const Analysis &sentence, const Clause &clause)
{
    if (holds(lexicon, sentence, clause, Category::NotTold) ||
        holds(lexicon, sentence, clause, Category::Foreign))
        return true;
    const bool tellsTime = clause.is(Category::Takes) || clause.is(Category::Lasts) ||
                           clause.is(Category::Begins) || !clause.hasEvent();
    return tellsTime && !clause.is(Category::Recovers) && !clause.is(Category::Predicted) &&
           holds(lexicon, sentence, clause, Category::Habit);
}

/// "Then you can log in again, but search will be slow for an hour": no advice, so neither is what
/// follows.
int newsBehind(const Analysis &sentence, int advice)
{
    const bool isNews =
        std::any_of(sentence.clauses.begin(), sentence.clauses.end(), [&](const Clause &clause) {
            return clause.begin <= advice && advice < clause.end &&
                   (clause.is(Category::Again) || sentence.startsThen);
        });
    return isNews ? -1 : advice;
}

} // namespace

void setAside(const Lexicon &lexicon, Analysis &sentence, Kind kind)
{
    const int promise = promiseAt(lexicon, sentence, kind, false);
    const int advice = newsBehind(sentence, adviceAt(lexicon, sentence));
    // "Please allow another 40 minutes" is about the trouble.
    const bool tellsMore =
        std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [](const Mention &mention) {
            return mention.kind == MentionKind::Length && mention.anchor == Anchor::More;
        });
    bool isElse = false;
    for (Clause &clause : sentence.clauses) {
        // "our second outage this month after the 90 minutes on 2 March"
        const bool goesOn = isElse && clause.opener == "after"_L1;
        isElse = kind == Kind::Maintenance ? holds(lexicon, sentence, clause, Category::Foreign)
                                           : goesOn || isElsewhere(lexicon, sentence, clause);
        // "You can save again now" is news, not advice.
        const bool isNow =
            std::any_of(clause.mentions.begin(), clause.mentions.end(), [&](int number) {
                return sentence.mentions[size_t(number)].kind == MentionKind::Now;
            });
        const bool isNews = clause.is(Category::Recovers) && (clause.is(Category::Again) || isNow);
        // "If you tried to sign in between 9:10 and 9:45: that was us."
        const bool wasUs = kind != Kind::Maintenance && clause.opener == "if"_L1 &&
                           std::any_of(clause.mentions.begin(), clause.mentions.end(), [&](int i) {
                               const Mention &mention = sentence.mentions[size_t(i)];
                               return mention.kind == MentionKind::Range && mention.from.clock;
                           });
        clause.isAside = (promise >= 0 && promise < clause.end) ||
                         (advice >= 0 && advice < clause.end && !tellsMore && !isNews && !wasUs) ||
                         isElse;
    }
}

} // namespace reading
