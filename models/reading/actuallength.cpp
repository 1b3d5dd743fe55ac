// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/role.h"

#include <algorithm>

namespace reading {

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace {

/// A cue of the category that stands within a few words of the mention.
bool isNear(const Clause &clause, const Mention &mention, Category category, int reach)
{
    return std::any_of(clause.cues.begin(), clause.cues.end(), [&](const Cue &cue) {
        return cue.category == category && cue.end + reach >= mention.begin &&
               cue.begin <= mention.end + reach;
    });
}

const Mention *other(const Analysis &sentence, const Mention &mention, MentionKind kind)
{
    for (const Mention &each : sentence.mentions) {
        if (each.kind == kind && each.begin != mention.begin)
            return &each;
    }
    return nullptr;
}

} // namespace

namespace {

/// "it took us 6 minutes to free some room", "caches needed 5 more minutes to warm up": how long
/// that took, not the trouble.
bool isTimeTo(const Lexicon &lexicon, const Tokens &tokens, const Mention &mention)
{
    if (!wordAt(tokens, mention.end, "to"_L1))
        return false;
    constexpr Category known[] = {Category::Recovers, Category::Fixes, Category::Detects,
                                  Category::Alert,    Category::Ends,  Category::Number};
    return std::none_of(std::begin(known), std::end(known), [&](Category category) {
        return lexicon.longest(category, tokens, mention.end) ||
               lexicon.longest(category, tokens, mention.end + 1) ||
               lexicon.longest(category, tokens, mention.end + 2);
    });
}

/// "I made room, which took", "we swapped it; this took"
bool followsAction(const Scene &scene)
{
    const std::vector<Clause> &clauses = scene.sentence->clauses;
    if (scene.own < clauses.data() + 1 || scene.own >= clauses.data() + clauses.size())
        return false;
    const Tokens &tokens = scene.sentence->tokens;
    const Clause &before = *(scene.own - 1);
    const bool isRelative = scene.own->opener == "which"_L1 ||
                            wordAt(tokens, scene.own->begin, "which"_L1) ||
                            wordAt(tokens, scene.own->begin, "this"_L1);
    return isRelative &&
           (wordAt(tokens, before.begin, "i"_L1) || wordAt(tokens, before.begin, "we"_L1)) &&
           before.tense == Tense::Past && !before.is(Category::Detects) &&
           !before.is(Category::Fails) && !before.is(Category::Bad);
}

} // namespace

bool ActualReader::isWatching(const Scene &scene, const Mention &mention) const
{
    for (int at = scene.clause->begin; at < mention.begin; ++at) {
        if (m_lexicon.longest(Category::WatchLength, scene.sentence->tokens, at))
            return true;
    }
    return false;
}

/// "The train took two hours": not the trouble, nor any word for it.
bool ActualReader::isOthersLength(const Scene &scene, const Mention &mention, Category event) const
{
    const Clause &own = *scene.own;
    const bool tells = own.is(Category::Takes) ||
                       (mention.lead == Lead::For && own.tense == Tense::Past && !own.hasEvent());
    if ((event != Category::Count && own.is(Category::Takes)) ||
        m_story.kind == Kind::Maintenance || scene.isTitle || !tells || !own.ownTense ||
        own.is(Category::Total) || own.is(Category::Predicted) || own.is(Category::Several) ||
        own.is(Category::Each) || own.begin >= mention.begin)
        return false;
    const Tokens &tokens = scene.sentence->tokens;
    constexpr QLatin1StringView known[] = {
        "it"_L1,     "this"_L1,     "that"_L1,   "which"_L1,   "all"_L1,  "everything"_L1,
        "whole"_L1,  "us"_L1,       "both"_L1,   "each"_L1,    "one"_L1,  "they"_L1,
        "we"_L1,     "you"_L1,      "nobody"_L1, "nothing"_L1, "none"_L1, "users"_L1,
        "stayed"_L1, "remained"_L1, "was"_L1,    "were"_L1,    "been"_L1};
    for (int at = own.begin; at < std::min(own.end, mention.begin); ++at) {
        if (m_lexicon.longest(Category::Takes, tokens, at))
            break;
        const bool isKnown =
            std::any_of(std::begin(known), std::end(known),
                        [&](QLatin1StringView word) { return wordAt(tokens, at, word); });
        const bool isNamed =
            mention.lead != Lead::For && m_lexicon.longest(Category::Component, tokens, at);
        if (isKnown || isNamed || m_lexicon.longest(Category::Ordinal, tokens, at))
            return false;
    }
    return true;
}

namespace {

/// "Down at 2.04, back at 2.17, so thirteen minutes": just as long as the trouble was.
bool isWholeSpan(const WindowBook &windows, const Mention &mention)
{
    return mention.anchor == Anchor::None && mention.lead == Lead::None && mention.length.isPlain &&
           windows.spansExactly(minutes(mention.length.number));
}

/// "from 13:00 to 13:20 … it was dead for an hour for me": longer than the trouble that is told.
bool exceedsSpan(const WindowBook &windows, const Mention &mention)
{
    const Bounds start = windows.startOfCurrent();
    const Bounds end = windows.endOfCurrent();
    const std::optional<int> shortest = mention.length.minutes.lo;
    constexpr minutes rounding{2}; // both ends and the length are told in whole minutes
    return start.isExact() && end.isExact() && *end.lo > *start.lo && shortest &&
           minutes(*shortest) * 3 > (*end.lo - *start.lo) * 4 + rounding * 3;
}

} // namespace

namespace {

/// Whether the clause says that what lasted so long is over since a moment ago.
bool endsJust(const Tokens &tokens, const Clause &clause, const Mention &mention)
{
    constexpr QLatin1StringView verbs[] = {"had"_L1,  "been"_L1,      "ended"_L1, "finished"_L1,
                                           "come"_L1, "came"_L1,      "woken"_L1, "recovered"_L1,
                                           "over"_L1, "recovering"_L1};
    for (int at = clause.begin; at + 1 < clause.end; ++at) {
        const bool isInside = at >= mention.begin && at < mention.end;
        if (!isInside && wordAt(tokens, at, "just"_L1) &&
            std::any_of(std::begin(verbs), std::end(verbs),
                        [&](auto verb) { return wordAt(tokens, at + 1, verb); }))
            return true;
    }
    return false;
}

} // namespace

void ActualReader::length(const Scene &scene, const Mention &mention)
{
    if (isOtherLength(m_lexicon, scene, mention) || isWatching(scene, mention))
        return;
    if (mention.anchor == Anchor::Ago) {
        ago(scene, mention);
        return;
    }
    if (mention.anchor == Anchor::Last) {
        lately(scene, mention);
        return;
    }
    // "from 13:10, and for the next half hour, orders failed"
    const bool isThroughout = mention.anchor == Anchor::Next && scene.tense == Tense::Past &&
                              wordAt(scene.sentence->tokens, mention.begin, "for"_L1);
    if (mention.anchor == Anchor::FromNow || (mention.anchor == Anchor::Next && !isThroughout))
        return;
    bare(scene, mention, eventFor(*scene.sentence, *scene.clause, mention));
}

void ActualReader::bare(const Scene &scene, const Mention &mention, Category event)
{
    const Tokens &tokens = scene.sentence->tokens;
    if (wordAt(tokens, mention.begin - 1, "taking"_L1) && m_story.kind != Kind::Maintenance)
        return; // "logins are taking up to a minute"
    if (wordAt(tokens, mention.end, "from"_L1) && wordAt(tokens, mention.end + 1, "then"_L1))
        return; // "it took 20 minutes from then": since it was predicted
    if (isTimeTo(m_lexicon, tokens, mention))
        return;
    // "some of them late by 80 minutes or more"
    if (mention.lead == Lead::By && m_story.kind != Kind::Maintenance)
        return;
    if (isOthersLength(scene, mention, event))
        return;
    if (!scene.own->hasEvent() && !scene.isTitle && isWholeSpan(m_story.actual, mention)) {
        m_story.actual.length(mention.length, scene);
        return;
    }
    // "It has been working again for ten minutes."
    if (event == Category::Recovers && mention.lead == Lead::For &&
        scene.own->is(Category::Perfect) && !scene.isTitle) {
        ago(scene, mention);
        return;
    }
    const bool isRepair =
        !m_story.isOver && scene.own->tense == Tense::Present && scene.own->is(Category::Takes) &&
        (scene.sentence->has(Category::Fixes) || scene.sentence->has(Category::Recovers));
    if (isRepair) {
        m_story.estimate(EstimateOf::Remaining, mention.length.minutes, {}, scene);
        return; // "we are rolling it back, which takes ten minutes"
    }
    // "15 to 20 more minutes, he says."
    const bool isStillToCome = mention.anchor == Anchor::More && !m_story.isOver &&
                               scene.own->tense != Tense::Past &&
                               (!scene.own->hasEvent() || scene.own->tense == Tense::Present);
    if (isStillToCome) {
        m_story.estimate(EstimateOf::Remaining, mention.length.minutes, {}, scene);
        return;
    }
    WindowBook &windows = m_story.actual;
    // "Added together that makes about 12 minutes."
    const bool isSummed = isNear(*scene.own, mention, Category::Total, 4) ||
                          (scene.sentence->has(Category::Total) &&
                           (scene.own->is(Category::Lasts) || scene.own->is(Category::Several)) &&
                           !other(*scene.sentence, mention, MentionKind::Length));
    if (isSummed && (scene.is(Category::Several) || windows.current() > 0 ||
                     m_story.actual.isEmpty() == false)) {
        if (windows.current() > 0)
            return; // a sum of listed windows
        if (scene.sentence->has(Category::Several) || windows.isSeveral()) {
            windows.total(mention.length, scene);
            return;
        }
    }
    // "20 minutes of downtime", "a 20-minute outage" name the trouble right behind the number.
    const bool isLater = mention.anchor == Anchor::Later; // "ten minutes later errors were gone"
    const bool isNamed =
        std::any_of(scene.clause->cues.begin(), scene.clause->cues.end(), [&](const Cue &cue) {
            return (cue.category == Category::Bad || cue.category == Category::Degraded ||
                    cue.category == Category::Several) &&
                   cue.begin >= mention.end && cue.begin <= mention.end + 3;
        });
    const bool namesTrouble = (isNamed && !isLater) || wordAt(tokens, mention.end, "without"_L1);
    if (isRelativeStep(scene, mention, event)) {
        m_story.step = Story::Step{{},
                                   scene.revision,
                                   m_story.sentence,
                                   chainedFrom(scene, mention),
                                   mention.length.minutes};
        return;
    }
    // "Both times it was back within five minutes."
    if (event == Category::Recovers && scene.sentence->has(Category::Each) &&
        windows.current() > 0 && !scene.isTitle) {
        windows.lengthOfEach(mention.length, scene);
        return;
    }
    // "nobody noticed for an hour"
    const bool isUnseen = event == Category::Detects && scene.is(Category::Negation);
    if (!namesTrouble && (mention.lead != Lead::For || isUnseen) && chained(scene, mention, event))
        return;
    if (mention.anchor == Anchor::Into)
        return;
    // "I made room, which took 6 minutes"
    if (event == Category::Count && scene.is(Category::Takes) && followsAction(scene)) {
        const MilestoneFrom from = m_story.lastEvent;
        m_story.mark(from, scene);
        m_story.milestoneAfter(MilestoneName::Fixed, from, mention.length.minutes, scene);
        return;
    }
    // "We just had 20 minutes of downtime", "we've just been offline for 20 minutes"
    if (const Bounds at = justNow(scene);
        at.lo && m_story.kind != Kind::Maintenance && endsJust(tokens, *scene.own, mention)) {
        windows.length(mention.length, scene);
        windows.end(at, Stated::Relative, scene);
        return;
    }
    const bool isPerfect =
        scene.is(Category::Perfect) || scene.is(Category::Ongoing) || scene.is(Category::Running);
    if (mention.lead == Lead::For && isPerfect && !m_story.isOver && scene.posted &&
        !scene.isTitle && !scene.is(Category::Each) && !scene.own->is(Category::Each) &&
        !windows.isSeveral()) {
        ago(scene, mention);
        return;
    }
    const bool isAfter = mention.lead == Lead::After || mention.anchor == Anchor::Later;
    // "back to normal after 50 minutes of trouble", "after 20 minutes offline, it is back"
    if (namesTrouble && mention.lead == Lead::After && scene.sentence->has(Category::Recovers)) {
        windows.length(mention.length, scene);
        return;
    }
    // "for ten minutes nothing loaded, for the next half hour it was slow"
    const bool isNext = mention.anchor == Anchor::Next && scene.effect != windows.effectOfCurrent();
    const bool isPhase = (scene.is(Category::Then) || mention.anchor == Anchor::Later ||
                          mention.anchor == Anchor::More || isNext) &&
                         scene.effect && windows.hasTiming() && mention.lead != Lead::After;
    if (isPhase) {
        windows.phase(scene);
        windows.length(mention.length, scene);
        return;
    }
    if (event == Category::Ends && isAfter) {
        windows.length(mention.length, scene);
        return;
    }
    if (isAfter || mention.lead == Lead::Before || mention.lead == Lead::By)
        return;
    const bool isSecond = wordAt(tokens, mention.begin - 1, "within"_L1) ||
                          (mention.length.isWithin && !scene.is(Category::Takes) &&
                           !scene.is(Category::Lasts) && !scene.isTitle);
    if (isSecond)
        return;
    if ((event == Category::Fixes || event == Category::Recovers || event == Category::Detects ||
         event == Category::Alert) &&
        !namesTrouble && mention.lead != Lead::For && !scene.is(Category::Lasts) &&
        !scene.is(Category::Takes))
        return;
    if (wordAt(tokens, mention.begin - 1, "not"_L1) ||
        (wordAt(tokens, mention.begin - 2, "not"_L1) &&
         wordAt(tokens, mention.begin - 1, "the"_L1)))
        return; // "that is 2 hours 40, not the 1 hour 40 it looks like"
    const bool isSum = isNear(*scene.own, mention, Category::Total, 4);
    if (event == Category::Count && mention.anchor == Anchor::More)
        return;
    // "it was 20 minutes"
    const bool isCopula = wordAt(tokens, mention.begin - 1, "was"_L1) &&
                          (wordAt(tokens, mention.begin - 2, "it"_L1) ||
                           wordAt(tokens, mention.begin - 2, "outage"_L1)) &&
                          (mention.end >= int(tokens.size()) ||
                           tokens[size_t(mention.end)].kind == TokenKind::Symbol);
    // "3 minutes, as predicted."
    const bool isJudged = mention.begin == 0 && scene.sentence->has(Category::Predicted);
    const bool isPair = scene.sentence->has(Category::Several) && !scene.own->ownTense &&
                        m_lexicon.longest(Category::FromPoint, tokens, mention.end);
    if (event == Category::Count && !namesTrouble && !isCopula && !isJudged && !isPair &&
        !scene.is(Category::Lasts) && !scene.is(Category::Takes) && !isSum &&
        !scene.is(Category::Several) && !scene.is(Category::Each) && mention.lead != Lead::For &&
        !scene.isTitle)
        return;
    // "took 40 minutes instead of the 30 we had planned" tells both.
    const bool isTaken = isNear(*scene.own, mention, Category::Takes, 2);
    if (other(*scene.sentence, mention, MentionKind::Length) && windows.isEmpty() == false &&
        scene.is(Category::Predicted) && !isTaken)
        return;
    // "each drop lasting two to five minutes"
    if (scene.own->is(Category::Each) && windows.current() > 0 && !scene.isTitle) {
        windows.lengthOfEach(mention.length, scene);
        return;
    }
    if (scene.own->is(Category::Each))
        windows.several({}, scene);
    else if (!scene.isTitle && m_story.kind != Kind::Maintenance && exceedsSpan(windows, mention))
        return;
    windows.length(mention.length, scene);
}

} // namespace reading
