// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/role.h"

#include <algorithm>

namespace reading {

using namespace Qt::StringLiterals;

namespace {

/// "Kirsten unjammed it": a name, as far as no table has the word, and what that person did.
bool isNamedDoer(const Tokens &tokens, const Clause &clause)
{
    constexpr QLatin1StringView verbs[] = {"took"_L1, "put"_L1,    "got"_L1,   "gave"_L1,
                                           "made"_L1, "turned"_L1, "drove"_L1, "brought"_L1,
                                           "went"_L1, "threw"_L1,  "then"_L1};
    if (clause.end - clause.begin < 2)
        return false;
    const Token &name = tokens[size_t(clause.begin)];
    const Token &verb = tokens[size_t(clause.begin + 1)];
    return name.isWord() && name.capital && !name.isAllCapitals && name.word < 0 &&
           (verb.text.endsWith("ed"_L1) ||
            std::any_of(std::begin(verbs), std::end(verbs),
                        [&](QLatin1StringView word) { return verb.text == word; }));
}

} // namespace

int behindJoint(const Tokens &tokens, const Clause &clause)
{
    const bool isJoined = clause.begin + 1 < clause.end && !clause.opener.isEmpty() &&
                          tokens[size_t(clause.begin)].text == clause.opener;
    return isJoined ? clause.begin + 1 : clause.begin;
}

bool isOurAction(const Tokens &tokens, const Clause &clause)
{
    if (isNamedDoer(tokens, clause))
        return true;
    constexpr QLatin1StringView subjects[] = {"we"_L1, "i"_L1, "he"_L1, "she"_L1, "they"_L1};
    const int at = behindJoint(tokens, clause);
    return std::any_of(std::begin(subjects), std::end(subjects),
                       [&](QLatin1StringView subject) { return wordAt(tokens, at, subject); });
}

/// "I deleted the old logs and it came back": what was done last before it was well again.
bool ActualReader::isRemedy(const Scene &scene) const
{
    const Tokens &tokens = scene.sentence->tokens;
    const Clause &own = *scene.own;
    if (m_story.kind == Kind::Maintenance || own.is(Category::Fails) || own.is(Category::Bad) ||
        own.is(Category::Degraded) || own.is(Category::Negation) || own.is(Category::Recovers) ||
        own.is(Category::Detects) || own.is(Category::Alert) || own.is(Category::Begins) ||
        own.is(Category::Future) || own.is(Category::Expect))
        return false;
    const bool isKnown = std::any_of(own.cues.begin(), own.cues.end(), [](const Cue &cue) {
        return cue.category == Category::Fixes && cue.entry->text.isEmpty();
    });
    if (isKnown)
        return false; // a restart need not be what helped
    const std::vector<Clause> &clauses = scene.sentence->clauses;
    const size_t number = size_t(&own - clauses.data());
    size_t next = number + 1;
    if (&own < clauses.data() || next >= clauses.size())
        return false;
    // "I loaded the card with 20 euros, and it came up"
    if (next + 1 < clauses.size() && !clauses[next].hasEvent() && !clauses[next].ownTense &&
        clauses[next].mentions.empty())
        ++next;
    // "We found the queue full, emptied it, and mails flowed": the subject is told before.
    const bool isVerb =
        own.begin < own.end && (tokens[size_t(own.begin)].text.endsWith("ed"_L1) ||
                                m_lexicon.longest(Category::OwnAction, tokens, own.begin));
    const bool goesOn = number > 0 && isVerb && isOurAction(tokens, clauses[number - 1]);
    if (!goesOn && !isOurAction(tokens, own) && !own.is(Category::Person) &&
        !own.is(Category::OwnAction))
        return false;
    const Clause &after = clauses[next];
    return after.is(Category::Recovers) && after.tense != Tense::Future &&
           !after.is(Category::Negation) &&
           (after.opener == "and"_L1 || after.opener == "then"_L1 || after.opener == "so"_L1);
}

namespace {

/// "have", "'ve" right before the verb: the token of the participle; -1 if there is none.
int participleOfOurs(const Lexicon &lexicon, const Tokens &tokens, const Clause &clause)
{
    constexpr QLatin1StringView subjects[] = {"we"_L1, "i"_L1, "they"_L1};
    constexpr QLatin1StringView joined[] = {"we've"_L1, "i've"_L1, "they've"_L1};
    constexpr int reach = 3; // tokens: "so for now we have"
    const auto isOne = [&](int at, const auto &words) {
        return std::any_of(std::begin(words), std::end(words),
                           [&](auto word) { return wordAt(tokens, at, word); });
    };
    for (int at = clause.begin; at < std::min(clause.end - 1, clause.begin + reach); ++at) {
        const bool isSubject = isOne(at, subjects) && wordAt(tokens, at + 1, "have"_L1);
        int verb = isSubject ? at + 2 : isOne(at, joined) ? at + 1 : -1;
        if (verb < 0)
            continue;
        while (verb < clause.end &&
               (lexicon.longest(Category::Filler, tokens, verb) || wordAt(tokens, verb, "now"_L1) ||
                wordAt(tokens, verb, "since"_L1) || tokens[size_t(verb)].text.endsWith("ly"_L1)))
            ++verb;
        return verb < clause.end ? verb : -1;
    }
    return -1;
}

/// "I moved it past the repeated hour by hand"
bool isByHand(const Scene &scene)
{
    const Tokens &tokens = scene.sentence->tokens;
    const Clause &own = *scene.own;
    if (scene.isTitle || own.isAside || own.is(Category::Negation) || own.is(Category::Future) ||
        own.tense != Tense::Past || !isOurAction(tokens, own))
        return false;
    for (int at = own.begin; at < own.end; ++at) {
        if (wordAt(tokens, at, "manually"_L1) ||
            (wordAt(tokens, at, "by"_L1) && wordAt(tokens, at + 1, "hand"_L1)))
            return true;
    }
    return false;
}

} // namespace

/// "We have rate limited the key", "I've put a new one in": an action done, told while it lasts or
/// right behind it, in words that no table has.
bool ActualReader::isOurRemedy(const Scene &scene) const
{
    constexpr Category others[] = {Category::Fails,    Category::Bad,     Category::Degraded,
                                   Category::Negation, Category::Detects, Category::Alert,
                                   Category::Future,   Category::Expect,  Category::Condition,
                                   Category::Ongoing,  Category::Backlog, Category::Apology};
    const Clause &own = *scene.own;
    if (isByHand(scene))
        return true;
    if (scene.isTitle || !own.is(Category::Perfect) || own.isAside ||
        (!m_story.actual.hasTiming() && m_story.milestones.empty()) ||
        std::any_of(std::begin(others), std::end(others),
                    [&](Category category) { return own.is(category); }))
        return false;
    const Tokens &tokens = scene.sentence->tokens;
    const int verb = participleOfOurs(m_lexicon, tokens, own);
    if (verb < 0 || m_lexicon.longest(Category::NoRemedy, tokens, verb))
        return false;
    constexpr QLatin1StringView strong[] = {
        "put"_L1,    "taken"_L1, "cut"_L1,     "set"_L1,   "made"_L1,      "rebuilt"_L1, "shut"_L1,
        "given"_L1,  "got"_L1,   "brought"_L1, "split"_L1, "rewritten"_L1, "spread"_L1,  "built"_L1,
        "undone"_L1, "sent"_L1,  "thrown"_L1,  "swept"_L1, "hung"_L1,      "shrunk"_L1};
    // "rate limited"
    const bool isCompound = !tokens[size_t(verb)].text.endsWith("ed"_L1) && verb + 1 < own.end &&
                            tokens[size_t(verb + 1)].text.endsWith("ed"_L1);
    const QString &word = tokens[size_t(isCompound ? verb + 1 : verb)].text;
    return word.endsWith("ed"_L1) || std::any_of(std::begin(strong), std::end(strong),
                                                 [&](auto form) { return word == form; });
}

} // namespace reading
