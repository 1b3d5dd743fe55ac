// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/kind.h"

#include <algorithm>

namespace reading {

using namespace Qt::StringLiterals;

namespace {

/// "from 10:00 to 10:20", "until 10:20"
bool endsByClock(const Analysis &sentence, const Clause &clause)
{
    return std::any_of(clause.mentions.begin(), clause.mentions.end(), [&](int number) {
        const Mention &mention = sentence.mentions[size_t(number)];
        return (mention.kind == MentionKind::Range && mention.to.clock) ||
               (mention.kind == MentionKind::Point && mention.lead == Lead::To &&
                mention.from.clock);
    });
}

/// "12 minutes of downtime just now": its length is known.
bool isPastNow(const Analysis &sentence, const Clause &clause)
{
    bool isJustNow = false;
    bool hasLength = false;
    for (const int number : clause.mentions) {
        const Mention &mention = sentence.mentions[size_t(number)];
        isJustNow |= mention.kind == MentionKind::Now && mention.isJustNow;
        hasLength |= mention.kind == MentionKind::Length && mention.anchor == Anchor::None;
    }
    return isJustNow && hasLength && clause.tense != Tense::Present;
}

/// "The buses are running as usual", "the public pages are up": what never failed.
bool tellsUnaffected(const Analysis &sentence, const Clause &clause)
{
    const auto isNow = [&](int number) {
        const Mention &mention = sentence.mentions[size_t(number)];
        return mention.kind == MentionKind::Now ||
               (mention.lead == Lead::From && wordAt(sentence.tokens, mention.begin, "since"_L1));
    };
    const auto tellsChange = [](const Token &token) {
        constexpr QLatin1StringView words[] = {"back"_L1, "again"_L1,      "now"_L1,  "well"_L1,
                                               "all"_L1,  "everything"_L1, "fully"_L1};
        return std::any_of(std::begin(words), std::end(words),
                           [&](QLatin1StringView word) { return token.text == word; }) ||
               token.text.startsWith("heal"_L1);
    };
    const bool isAnew = std::any_of(clause.cues.begin(), clause.cues.end(), [&](const Cue &cue) {
        return cue.category == Category::Recovers &&
               std::any_of(sentence.tokens.begin() + cue.begin, sentence.tokens.begin() + cue.end,
                           [](const Token &token) { return token.text.startsWith("re"_L1); });
    });
    return clause.tense == Tense::Present && !clause.is(Category::Again) && !isAnew &&
           std::none_of(clause.mentions.begin(), clause.mentions.end(), isNow) &&
           std::none_of(sentence.tokens.begin() + clause.begin,
                        sentence.tokens.begin() + clause.end, tellsChange);
}

/// "I am restoring yesterday's copy", "it is coming back"
bool isRecovering(const Analysis &sentence, const Clause &clause)
{
    return clause.tense == Tense::Present &&
           std::all_of(clause.cues.begin(), clause.cues.end(), [&](const Cue &cue) {
               const QString &word = sentence.tokens[size_t(cue.begin)].text;
               return cue.category != Category::Recovers ||
                      (isUnderWay(sentence.tokens, cue) &&
                       (word.startsWith("re"_L1) || word.startsWith("com"_L1) ||
                        word.startsWith("bring"_L1) || word.startsWith("get"_L1)));
           });
}

/// "you can still start and end a walk"
bool isEnding(const Analysis &sentence, const Cue &cue)
{
    const QString &word = sentence.tokens[size_t(cue.begin)].text;
    return word == "end"_L1 || word == "finish"_L1 || word.endsWith("ing"_L1) ||
           wordAt(sentence.tokens, cue.begin - 1, "to"_L1);
}

/// "a fix is being tested"
bool isBeingDone(const Analysis &sentence, const Clause &clause)
{
    return clause.tense == Tense::Present &&
           std::any_of(sentence.tokens.begin() + clause.begin, sentence.tokens.begin() + clause.end,
                       [](const Token &token) { return token.text == "being"_L1; });
}

} // namespace

bool saysOver(const Analyses &sentences)
{
    return std::any_of(sentences.begin(), sentences.end(), [](const Analysis &sentence) {
        return std::any_of(
            sentence.clauses.begin(), sentence.clauses.end(), [&](const Clause &clause) {
                if (clause.tense == Tense::Future || clause.isAside || clause.isAwaited())
                    return false;
                if (endsByClock(sentence, clause) || isPastNow(sentence, clause))
                    return true;
                if (clause.is(Category::Negation))
                    return false;
                if (clause.is(Category::Recovers) && !tellsUnaffected(sentence, clause) &&
                    !isRecovering(sentence, clause))
                    return true;
                return std::any_of(clause.cues.begin(), clause.cues.end(), [&](const Cue &cue) {
                    // A restart is no end of it: what was tried need not have helped.
                    return (cue.category == Category::Fixes && !cue.entry->text.isEmpty() &&
                            cue.entry->text != "weak"_L1 && clause.ownTense &&
                            !isUnderWay(sentence.tokens, cue) && !isBeingDone(sentence, clause) &&
                            !clause.is(Category::Ongoing) && !clause.is(Category::Running)) ||
                           (cue.category == Category::Ends && !isEnding(sentence, cue));
                });
            });
    });
}

} // namespace reading
