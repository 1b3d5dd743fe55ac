// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/tense.h"

#include <algorithm>

namespace reading {

using namespace Qt::StringLiterals;

namespace {

/// "I renewed it by hand"
bool tellsOurDeed(const Analysis &sentence, const Clause &clause)
{
    constexpr QLatin1StringView subjects[] = {"we"_L1, "i"_L1, "he"_L1, "she"_L1, "they"_L1};
    constexpr int reach = 4; // tokens: "and then we quickly renewed"
    for (int at = clause.begin; at < std::min(clause.end - 1, clause.begin + reach); ++at) {
        const bool isSubject =
            std::any_of(std::begin(subjects), std::end(subjects),
                        [&](QLatin1StringView word) { return wordAt(sentence.tokens, at, word); });
        if (isSubject)
            return sentence.tokens[size_t(at + 1)].text.endsWith("ed"_L1);
    }
    return false;
}

/// "vanished", "flooded": a verb that no table has.
bool hasPastForm(const Analysis &sentence, const Clause &clause)
{
    constexpr qsizetype shortest = 5; // letters
    for (int at = clause.begin; at < clause.end; ++at) {
        const QString &word = sentence.tokens[size_t(at)].text;
        if (word.size() >= shortest && word.endsWith("ed"_L1) && !word.endsWith("eed"_L1) &&
            (!clause.hasEvent() || clause.is(Category::Detects) ||
             (clause.is(Category::Alert) && clause.opener != "when"_L1)))
            return true;
    }
    return false;
}

Tense tenseOf(const Analysis &sentence, const Clause &clause)
{
    // "no orders could be placed"
    const bool couldNot =
        clause.is(Category::Negation) &&
        std::any_of(sentence.tokens.begin() + clause.begin, sentence.tokens.begin() + clause.end,
                    [](const Token &token) { return token.text == "could"_L1; });
    const bool isPast = clause.is(Category::Past) || couldNot;
    if (clause.is(Category::Future))
        return Tense::Future;
    if (clause.is(Category::Expect) || clause.is(Category::Possible))
        return isPast && !clause.is(Category::Expect) ? Tense::Past : Tense::Future;
    if (clause.is(Category::Present))
        return Tense::Present;
    if (isPast)
        return Tense::Past;
    return Tense::Unsaid;
}

bool isBackIn(const Analysis &sentence, const Clause &clause)
{
    if (clause.mentions.size() != 1)
        return false;
    const Mention &mention = sentence.mentions[size_t(clause.mentions.front())];
    return mention.kind == MentionKind::Length && mention.lead == Lead::In &&
           mention.anchor == Anchor::None;
}

bool namesComingDay(const Analysis &sentence, const Clause &clause)
{
    return std::any_of(clause.mentions.begin(), clause.mentions.end(), [&](int number) {
        return sentence.mentions[size_t(number)].from.day.offset.value_or(0) > 0;
    });
}

bool announcesStart(const Analysis &sentence, const Clause &clause)
{
    constexpr QLatin1StringView words[] = {"starting"_L1, "beginning"_L1, "commencing"_L1,
                                           "effective"_L1};
    return !clause.is(Category::Perfect) &&
           std::any_of(clause.mentions.begin(), clause.mentions.end(), [&](int number) {
               const Mention &mention = sentence.mentions[size_t(number)];
               return std::any_of(std::begin(words), std::end(words), [&](QLatin1StringView word) {
                   return wordAt(sentence.tokens, mention.begin, word);
               });
           });
}

void spreadTense(Analysis &sentence)
{
    Tense last = Tense::Unsaid;
    for (Clause &clause : sentence.clauses) {
        if (clause.tense == Tense::Unsaid)
            clause.tense = last;
        last = clause.tense;
    }
    for (auto clause = sentence.clauses.rbegin(); clause != sentence.clauses.rend(); ++clause) {
        if (clause->tense == Tense::Unsaid)
            clause->tense = last;
        // "our monitor flagged calls that should ring"
        const bool isRelative = clause->opener == "that"_L1 || clause->opener == "which"_L1;
        if (!isRelative || clause->tense != Tense::Future)
            last = clause->tense;
    }
}

/// "Since half past five search answers in 8 seconds": so it is, whatever the verb.
bool isSince(const Analysis &sentence, const Clause &clause)
{
    return std::any_of(clause.mentions.begin(), clause.mentions.end(), [&](int number) {
        const Mention &mention = sentence.mentions[size_t(number)];
        return mention.kind == MentionKind::Point && mention.lead == Lead::From &&
               mention.from.clock && wordAt(sentence.tokens, mention.begin, "since"_L1);
    });
}

void giveOwnTense(const Analysis &sentence, Clause &clause)
{
    const bool isQuoted =
        std::any_of(clause.mentions.begin(), clause.mentions.end(), [&](int number) {
            return isQuotedTime(sentence.tokens, sentence.mentions[size_t(number)]);
        });
    clause.tense = isQuoted ? Tense::Future : tenseOf(sentence, clause);
    // "we are renewing it tomorrow"
    if (clause.tense != Tense::Past && namesComingDay(sentence, clause))
        clause.tense = Tense::Future;
    // "Starting at 23:00 it is read-only."
    if (clause.tense == Tense::Present && announcesStart(sentence, clause))
        clause.tense = Tense::Future;
    // "Back in 15 minutes."
    if (clause.tense == Tense::Unsaid && clause.is(Category::Recovers) &&
        isBackIn(sentence, clause))
        clause.tense = Tense::Future;
    clause.ownTense = clause.tense != Tense::Unsaid;
    if (clause.ownTense)
        return;
    clause.ownTense = tellsOurDeed(sentence, clause);
    if (clause.ownTense || hasPastForm(sentence, clause))
        clause.tense = Tense::Past;
    else if (isSince(sentence, clause) && !clause.is(Category::Recovers))
        clause.tense = Tense::Present;
}

} // namespace

bool isQuotedTime(const Tokens &tokens, const Mention &mention)
{
    constexpr QLatin1StringView verbs[] = {"say"_L1,      "says"_L1,      "reckon"_L1, "reckons"_L1,
                                           "promise"_L1,  "promises"_L1,  "quote"_L1,  "quotes"_L1,
                                           "estimate"_L1, "estimates"_L1, "hope"_L1,   "hopes"_L1,
                                           "suggests"_L1, "suggest"_L1,   "think"_L1,  "thinks"_L1};
    constexpr QLatin1StringView tell[] = {"telling"_L1,  "tell"_L1,      "tells"_L1,  "promise"_L1,
                                          "promises"_L1, "promising"_L1, "quoting"_L1};
    constexpr QLatin1StringView persons[] = {"us"_L1, "me"_L1, "everyone"_L1, "everybody"_L1};
    const auto isOf = [&](int at, const auto &words) {
        return std::any_of(std::begin(words), std::end(words),
                           [&](QLatin1StringView word) { return wordAt(tokens, at, word); });
    };
    const int at = mention.begin - 1;
    return mention.kind == MentionKind::Point &&
           (isOf(at, verbs) || (isOf(at, persons) && isOf(at - 1, tell)));
}

void giveTense(Analysis &sentence)
{
    for (Clause &clause : sentence.clauses)
        giveOwnTense(sentence, clause);
    spreadTense(sentence);
}

} // namespace reading
