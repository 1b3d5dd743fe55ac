// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/role.h"

#include <algorithm>

namespace reading {

using namespace Qt::StringLiterals;

namespace {

/// "is swapped", "are made", "is out of rotation", "is in place": a state that somebody brought
/// about. The verb's token; -1 if there is none.
int stateOf(const Tokens &tokens, const Clause &clause)
{
    constexpr QLatin1StringView auxiliaries[] = {"is"_L1, "are"_L1, "been"_L1, "was"_L1, "were"_L1};
    constexpr QLatin1StringView states[] = {"made"_L1, "done"_L1, "taken"_L1, "put"_L1,   "set"_L1,
                                            "in"_L1,   "out"_L1,  "back"_L1,  "live"_L1,  "cut"_L1,
                                            "off"_L1,  "gone"_L1, "on"_L1,    "undone"_L1};
    for (int at = clause.begin + 1; at + 1 < clause.end; ++at) {
        const bool isAuxiliary = std::any_of(std::begin(auxiliaries), std::end(auxiliaries),
                                             [&](auto word) { return wordAt(tokens, at, word); });
        if (!isAuxiliary)
            continue;
        int verb = at + 1;
        while (verb + 1 < clause.end &&
               (wordAt(tokens, verb, "now"_L1) || wordAt(tokens, verb, "all"_L1) ||
                wordAt(tokens, verb, "been"_L1) || tokens[size_t(verb)].text.endsWith("ly"_L1)))
            ++verb;
        const bool isState = tokens[size_t(verb)].text.endsWith("ed"_L1) ||
                             std::any_of(std::begin(states), std::end(states),
                                         [&](auto word) { return wordAt(tokens, verb, word); });
        return isState ? verb : -1;
    }
    return -1;
}

/// "I removed it": what was found before is done away with.
bool mendsIt(const Tokens &tokens, const Clause &clause)
{
    constexpr QLatin1StringView objects[] = {"it"_L1, "them"_L1, "that"_L1, "this"_L1};
    constexpr QLatin1StringView joints[] = {"because"_L1, "when"_L1, "that"_L1, "which"_L1,
                                            "where"_L1,   "as"_L1,   "if"_L1,   "after"_L1};
    const int verb = behindJoint(tokens, clause) + 1;
    return isOurAction(tokens, clause) && verb + 1 < clause.end &&
           tokens[size_t(verb)].text.endsWith("ed"_L1) && !clause.is(Category::Bad) &&
           !clause.is(Category::Fails) && !clause.is(Category::Begins) &&
           std::none_of(std::begin(joints), std::end(joints),
                        [&](auto word) { return clause.opener == word; }) &&
           std::any_of(std::begin(objects), std::end(objects),
                       [&](auto word) { return wordAt(tokens, verb + 1, word); });
}

/// "we are watching", "monitoring is in progress", "we keep an eye on it"
bool tellsWatch(const Tokens &tokens, const Clause &clause)
{
    constexpr QLatin1StringView words[] = {"watching"_L1, "monitoring"_L1, "observing"_L1,
                                           "watch"_L1,    "monitor"_L1,    "observe"_L1,
                                           "eye"_L1,      "wait"_L1};
    if (clause.is(Category::Negation) || clause.is(Category::Alert) || clause.is(Category::Detects))
        return false;
    return std::any_of(tokens.begin() + clause.begin, tokens.begin() + clause.end,
                       [&](const Token &token) {
                           return std::any_of(std::begin(words), std::end(words),
                                              [&](auto word) { return token.text == word; });
                       });
}

} // namespace

bool ActualReader::tellsDeed(const Scene &scene) const
{
    constexpr Category others[] = {Category::Negation, Category::Detects,   Category::Alert,
                                   Category::Future,   Category::Condition, Category::Ongoing,
                                   Category::Futile,   Category::Apology,   Category::Extended};
    const Clause &own = *scene.own;
    const Tokens &tokens = scene.sentence->tokens;
    if (own.isAside || std::any_of(std::begin(others), std::end(others),
                                   [&](Category category) { return own.is(category); }))
        return false;
    if (const int state = stateOf(tokens, own); state >= 0)
        return !m_lexicon.longest(Category::NoRemedy, tokens, state);
    if (!isOurAction(tokens, own) || own.is(Category::Fails))
        return false;
    int verb = behindJoint(tokens, own) + 1;
    while (verb + 1 < own.end &&
           (wordAt(tokens, verb, "have"_L1) || m_lexicon.longest(Category::Filler, tokens, verb)))
        ++verb;
    return (own.tense == Tense::Past || own.is(Category::Perfect)) &&
           !m_lexicon.longest(Category::NoRemedy, tokens, verb);
}

void ActualReader::readWatch(const Scene &scene)
{
    if (m_story.kind == Kind::Maintenance)
        return;
    if (!scene.isTitle && m_story.isOver && scene.own->mentions.empty() && tellsDeed(scene) &&
        mendsIt(scene.sentence->tokens, *scene.own) &&
        !m_story.milestones.count(MilestoneName::Fixed))
        m_story.happened(MilestoneName::Fixed, scene);
    if (tellsWatch(scene.sentence->tokens, *scene.own)) {
        const bool isKnown = m_story.milestones.count(MilestoneName::Fixed) > 0;
        if (!isKnown && m_story.deedSentence >= m_story.sentence - 1)
            m_story.happened(MilestoneName::Fixed, scene);
        return;
    }
    if (tellsDeed(scene))
        m_story.deedSentence = m_story.sentence;
}

} // namespace reading
