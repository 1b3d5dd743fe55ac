// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/role.h"

#include <algorithm>

namespace reading {

using namespace Qt::StringLiterals;

namespace {

/// "On-call was paged at 14:33 and recycled the pool at 14:36": the subject is told before.
bool goesOnWithDeed(const Scene &scene)
{
    const Clause &own = *scene.own;
    if (own.opener != "and"_L1 || own.begin + 2 >= own.end ||
        &own == scene.sentence->clauses.data())
        return false;
    const Clause &before = *(&own - 1);
    const Tokens &tokens = scene.sentence->tokens;
    const int verb = wordAt(tokens, own.begin, "and"_L1) ? own.begin + 1 : own.begin;
    return tokens[size_t(verb)].text.endsWith("ed"_L1) &&
           (before.is(Category::Alert) || before.is(Category::Detects) ||
            isOurAction(tokens, before));
}

/// "memory was added", "the cable got plugged in": done, whoever did it.
bool isPassiveDeed(const Lexicon &lexicon, const Tokens &tokens, const Clause &clause)
{
    constexpr QLatin1StringView auxiliaries[] = {"was"_L1, "were"_L1, "got"_L1, "been"_L1};
    for (int at = clause.begin + 1; at + 1 < clause.end; ++at) {
        const bool isAuxiliary =
            std::any_of(std::begin(auxiliaries), std::end(auxiliaries),
                        [&](QLatin1StringView word) { return wordAt(tokens, at, word); });
        if (!isAuxiliary)
            continue;
        const int verb = at + 1 + lexicon.longest(Category::Filler, tokens, at + 1).length;
        return verb < clause.end && tokens[size_t(verb)].text.endsWith("ed"_L1) &&
               !lexicon.longest(Category::NoRemedy, tokens, verb);
    }
    return false;
}

/// The clause without the time phrase that opens it: "ten minutes into it we promoted".
Clause behindTime(const Analysis &sentence, Clause clause)
{
    clause.begin = subjectAt(sentence, clause);
    return clause;
}

} // namespace

bool wasInVain(const Scene &scene)
{
    if (scene.own->is(Category::Futile))
        return true;
    const std::vector<Clause> &clauses = scene.sentence->clauses;
    const size_t next = size_t(scene.own - clauses.data()) + 1;
    return next < clauses.size() && clauses[next].is(Category::Futile) &&
           !clauses[next].is(Category::Fixes) && clauses[next].mentions.empty();
}

bool isByRemedy(const Tokens &tokens, const Clause &clause, const Mention &mention)
{
    constexpr QLatin1StringView nouns[] = {
        "restart"_L1, "reboot"_L1, "rollback"_L1,    "failover"_L1, "reset"_L1,  "swap"_L1,
        "fix"_L1,     "patch"_L1,  "replacement"_L1, "hotfix"_L1,   "rebuild"_L1};
    constexpr int reach = 3; // tokens: "a quick restart"
    for (int at = clause.begin; at < std::min(clause.begin + reach, mention.begin); ++at) {
        const bool isNoun = std::any_of(std::begin(nouns), std::end(nouns),
                                        [&](auto word) { return wordAt(tokens, at, word); });
        const bool isDeed =
            at == clause.begin &&
            std::any_of(clause.cues.begin(), clause.cues.end(), [&](const Cue &cue) {
                return cue.begin == at && isUnderWay(tokens, cue) &&
                       (cue.category == Category::Fixes || cue.category == Category::Work ||
                        cue.category == Category::OwnAction);
            });
        if (isNoun || isDeed)
            return true;
    }
    return false;
}

/// Whether the clause tells of something done that may as well have mended the trouble.
bool ActualReader::isStep(const Scene &scene, Category event) const
{
    constexpr Category others[] = {Category::Fails,    Category::Bad,      Category::Degraded,
                                   Category::Negation, Category::Recovers, Category::Detects,
                                   Category::Alert,    Category::Begins,   Category::Lasts,
                                   Category::Future,   Category::Expect,   Category::Condition};
    const Tokens &tokens = scene.sentence->tokens;
    const Clause &own = *scene.own;
    if (m_story.kind == Kind::Maintenance || own.tense == Tense::Future || scene.isTitle ||
        std::any_of(std::begin(others), std::end(others),
                    [&](Category category) { return own.is(category); }))
        return false;
    const bool isAction = event == Category::OwnAction || event == Category::Work ||
                          own.is(Category::OwnAction) || own.is(Category::Work);
    if (event != Category::Count && !isAction)
        return false;
    const Clause told = behindTime(*scene.sentence, own);
    return (isAction || goesOnWithDeed(scene) || isOurAction(tokens, told) ||
            own.is(Category::Person) || isPassiveDeed(m_lexicon, tokens, told)) &&
           !m_lexicon.longest(Category::NoRemedy, tokens, behindJoint(tokens, told) + 1);
}

/// Keeps the time of what was done until it is known when the trouble ended.
void ActualReader::noteStep(const Scene &scene, Category event, const Resolved &resolved)
{
    if (resolved.isDaypart || !resolved.bounds.isExact() || !isStep(scene, event))
        return;
    const bool isFirst = m_story.milestones.empty() && scene.revision == 0 && !m_story.opening &&
                         m_story.actual.startStated() < Stated::Relative &&
                         !m_story.actual.endOfCurrent().isExact();
    if (isFirst && (event == Category::OwnAction || event == Category::Work))
        m_story.opening = Story::Step{resolved.bounds, scene.revision, m_story.sentence};
    else if (m_story.actual.hasTiming())
        m_story.step = Story::Step{resolved.bounds, scene.revision, m_story.sentence};
}

namespace {

/// "The night shift made us a new one, and it was back 10 minutes after that": what happened right
/// before, and is no trouble, is what helped.
bool isDeed(const Clause &clause)
{
    constexpr Category others[] = {Category::Fails,    Category::Bad,      Category::Degraded,
                                   Category::Negation, Category::Recovers, Category::Detects,
                                   Category::Alert,    Category::Begins,   Category::Expect,
                                   Category::Lasts,    Category::Ends,     Category::Person};
    return clause.tense == Tense::Past && clause.ownTense &&
           std::none_of(std::begin(others), std::end(others),
                        [&](Category category) { return clause.is(category); });
}

} // namespace

/// "Ten minutes into it we promoted the replica": as long as the trouble lasts.
bool ActualReader::isRelativeStep(const Scene &scene, const Mention &mention, Category event) const
{
    const bool isLed = mention.anchor == Anchor::Into || mention.anchor == Anchor::Later ||
                       wordAt(scene.sentence->tokens, mention.end, "after"_L1);
    return isLed && m_story.actual.hasTiming() && isStep(scene, event) && !wasInVain(scene) &&
           isOurAction(scene.sentence->tokens, behindTime(*scene.sentence, *scene.own));
}

/// "At 9:55 we found it full and deleted the old files": the time that opens the sentence is that
/// of both.
std::optional<Resolved> ActualReader::sharedTime(const Scene &scene) const
{
    const std::vector<Clause> &clauses = scene.sentence->clauses;
    const size_t number = size_t(scene.own - clauses.data());
    if (number == 0 || number > 2 || !scene.own->mentions.empty() ||
        (scene.own->opener != "and"_L1 && scene.own->opener != "then"_L1))
        return std::nullopt;
    const Clause &first = clauses.front();
    if (first.mentions.size() != 1 || first.is(Category::Alert) || first.is(Category::Detects) ||
        first.is(Category::Fails) || first.is(Category::Fixes) || first.is(Category::Recovers))
        return std::nullopt;
    const Mention &mention = scene.sentence->mentions[size_t(first.mentions.front())];
    if (mention.kind != MentionKind::Point || !mention.from.clock || mention.begin > 1 ||
        mention.lead == Lead::From || mention.lead == Lead::To)
        return std::nullopt;
    const Resolved resolved = m_wallTime.resolve(mention.from, frameOf(scene, m_story));
    return resolved.bounds.isStated() && !resolved.isDaypart ? std::optional(resolved)
                                                             : std::nullopt;
}

/// "I emptied the disk, and it was back 5 minutes after that": what came before was the remedy.
bool ActualReader::followsStep(const Scene &scene) const
{
    if (m_story.step && m_story.step->sentence >= m_story.sentence - 1 &&
        m_story.lastEventSentence < m_story.step->sentence)
        return true;
    if (scene.own == scene.sentence->clauses.data())
        return false;
    const Clause &before = *(scene.own - 1);
    Scene earlier = scene;
    earlier.own = earlier.clause = &before;
    return m_story.lastEventSentence < m_story.sentence && before.mentions.empty() &&
           (before.is(Category::Fixes) || isStep(earlier, Category::Count) || isDeed(before)) &&
           before.tense != Tense::Future;
}

/// "We limited its rate at 12:35", where it was slow from 11:00 to 12:45: what we did about it.
bool ActualReader::isWithinTrouble(const Scene &scene, Category event,
                                   const Resolved &resolved) const
{
    const Bounds start = m_story.actual.startOfCurrent();
    const Bounds end = m_story.actual.endOfCurrent();
    const Clause &own = *scene.own;
    return (event == Category::Count || event == Category::OwnAction || event == Category::Work) &&
           !scene.isTitle && !resolved.isDaypart &&
           (isOurAction(scene.sentence->tokens, behindTime(*scene.sentence, own)) ||
            isStep(scene, event)) &&
           m_story.kind != Kind::Maintenance && m_story.entryMode == EntryMode::Retrospective &&
           own.tense != Tense::Future && !own.is(Category::Negation) &&
           !own.is(Category::Detects) &&
           !m_lexicon.longest(Category::NoRemedy, scene.sentence->tokens,
                              behindJoint(scene.sentence->tokens, own) + 1) &&
           start.hi && end.isExact() && resolved.bounds.isExact() &&
           *resolved.bounds.lo > *start.hi && *resolved.bounds.lo <= *end.lo;
}

/// "ssh ok since 22:31", told in an update: since then it has been over.
bool ActualReader::isWellSince(const Scene &scene, const Mention &mention, Category event,
                               const Resolved &resolved) const
{
    const Bounds start = m_story.actual.startOfCurrent();
    return scene.revision > 0 && !resolved.isDaypart && mention.lead == Lead::From &&
           wordAt(scene.sentence->tokens, mention.begin, "since"_L1) &&
           (event == Category::Count || event == Category::Ends || event == Category::Begins ||
            !scene.own->hasEvent()) &&
           !scene.own->is(Category::Negation) && start.hi && resolved.bounds.lo &&
           *resolved.bounds.lo > *start.hi && !m_story.actual.endOfCurrent().isStated();
}

} // namespace reading
