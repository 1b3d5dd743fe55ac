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

} // namespace

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
    return (isAction || goesOnWithDeed(scene) || isOurAction(tokens, own) ||
            own.is(Category::Person)) &&
           !m_lexicon.longest(Category::NoRemedy, tokens, own.begin + 1);
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
           (isOurAction(scene.sentence->tokens, own) || isStep(scene, event)) &&
           m_story.kind != Kind::Maintenance && m_story.entryMode == EntryMode::Retrospective &&
           own.tense != Tense::Future && !own.is(Category::Negation) &&
           !own.is(Category::Detects) &&
           !m_lexicon.longest(Category::NoRemedy, scene.sentence->tokens, own.begin + 1) &&
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

namespace {

/// "[Resolved] Slow pages": the state of the report, not a step of the story.
bool isLabel(const Scene &scene, const Cue &cue)
{
    const Tokens &tokens = scene.sentence->tokens;
    return cue.end - cue.begin == 1 &&
           (symbolAt(tokens, cue.end, u']') || symbolAt(tokens, cue.end, u')') ||
            (cue.begin == 0 &&
             (symbolAt(tokens, cue.end, u':') || symbolAt(tokens, cue.end, u'-'))));
}

} // namespace

namespace {

/// "while we fix it", "to repair": not done yet.
bool isBare(const Tokens &tokens, const Cue &cue)
{
    constexpr QLatin1StringView subjects[] = {"we"_L1, "i"_L1, "they"_L1, "to"_L1, "can"_L1};
    constexpr QLatin1StringView verbs[] = {"fix"_L1,     "repair"_L1,  "resolve"_L1, "solve"_L1,
                                           "restart"_L1, "reboot"_L1,  "replace"_L1, "rebuild"_L1,
                                           "revert"_L1,  "restore"_L1, "sort"_L1,    "patch"_L1};
    return std::any_of(std::begin(subjects), std::end(subjects),
                       [&](auto word) { return wordAt(tokens, cue.begin - 1, word); }) &&
           std::any_of(std::begin(verbs), std::end(verbs),
                       [&](auto word) { return wordAt(tokens, cue.begin, word); });
}

/// "the rollback is in progress", "a restart is still running"
bool isGoingOn(const Tokens &tokens, const Clause &clause, const Cue &cue)
{
    constexpr QLatin1StringView words[] = {"progress"_L1, "underway"_L1, "running"_L1,
                                           "ongoing"_L1,  "pending"_L1,  "ready"_L1,
                                           "rolling"_L1,  "tested"_L1,   "planned"_L1};
    const bool isNow = wordAt(tokens, cue.end, "is"_L1) || wordAt(tokens, cue.end, "are"_L1) ||
                       wordAt(tokens, cue.end, "still"_L1);
    return isNow && clause.tense == Tense::Present &&
           std::any_of(tokens.begin() + cue.end, tokens.begin() + clause.end,
                       [&](const Token &token) {
                           return std::any_of(std::begin(words), std::end(words),
                                              [&](auto word) { return token.text == word; });
                       });
}

/// "we have reported it to the vendor"
bool isOurReport(const Tokens &tokens, const Cue &cue)
{
    const int who = wordAt(tokens, cue.begin - 1, "have"_L1) ? cue.begin - 2 : cue.begin - 1;
    return cue.category == Category::Detects && wordAt(tokens, cue.begin, "reported"_L1) &&
           (wordAt(tokens, who, "we"_L1) || wordAt(tokens, who, "i"_L1));
}

/// "nobody told us"
bool isNobodys(const Scene &scene, const Cue &cue)
{
    const Tokens &tokens = scene.sentence->tokens;
    return wordAt(tokens, cue.begin - 1, "nobody"_L1) || wordAt(tokens, cue.begin - 1, "none"_L1) ||
           (wordAt(tokens, cue.begin - 1, "one"_L1) && wordAt(tokens, cue.begin - 2, "no"_L1)) ||
           isOurReport(tokens, cue);
}

} // namespace

/// "Rebooted by hand.", "our clerk restarted the form": told afterwards, that it was done.
bool ActualReader::isDone(const Scene &scene, const Cue &cue) const
{
    const Tokens &tokens = scene.sentence->tokens;
    const bool isParticiple = tokens[size_t(cue.begin)].text.endsWith("ed"_L1);
    if (!m_story.isOver || scene.isTitle || !isParticiple)
        return false;
    if (cue.begin == 0 || tokens[0].text.endsWith("ed"_L1))
        return true;
    // "a switch rebooted" may be the trouble itself.
    const bool isByUs = isOurAction(tokens, *scene.own) || scene.own->is(Category::Person) ||
                        cue.begin <= scene.own->begin + 1 ||
                        (cue.end < scene.own->end && tokens[size_t(cue.end)].isWord());
    if (!isByUs)
        return false;
    constexpr QLatin1StringView reasons[] = {"after"_L1, "because"_L1, "when"_L1,  "as"_L1,
                                             "if"_L1,    "until"_L1,   "while"_L1, "which"_L1,
                                             "that"_L1,  "since"_L1,   "before"_L1};
    const std::vector<Clause> &clauses = scene.sentence->clauses;
    const auto breaks = [](const Clause &clause) {
        return clause.is(Category::Fails) || clause.is(Category::Bad) ||
               clause.is(Category::Degraded) || clause.is(Category::Negation);
    };
    // "it came back after the host replaced the disk"
    if (scene.own->opener == "after"_L1 && scene.own > clauses.data() &&
        (scene.own - 1)->is(Category::Recovers))
        return true;
    return scene.own->tense == Tense::Past && m_story.actual.hasTiming() &&
           std::none_of(std::begin(reasons), std::end(reasons),
                        [&](QLatin1StringView reason) { return scene.own->opener == reason; }) &&
           std::none_of(clauses.begin() + (scene.own - clauses.data()), clauses.end(), breaks);
}

void ActualReader::readWithoutTime(const Scene &scene)
{
    if (m_story.kind == Kind::Maintenance || scene.is(Category::Negation) ||
        scene.clause->tense == Tense::Future || scene.own->isAwaited())
        return;
    if (!scene.isTitle && (scene.own->tense == Tense::Past || scene.own->is(Category::Perfect)) &&
        (isRemedy(scene) || isOurRemedy(scene)))
        m_story.happened(MilestoneName::Fixed, scene);
    for (const Cue &cue : scene.clause->cues) {
        const auto name = milestoneOf(scene, cue.category);
        if (!name)
            continue;
        // A restart may as well be what broke it; only plain words of repair stand alone.
        const bool isPlain = *name == MilestoneName::Fixed && cue.entry->text.isEmpty();
        if (cue.entry->text == "weak"_L1 || isNobodys(scene, cue))
            continue;
        if (isPlain && !scene.is(Category::Perfect) && !isDone(scene, cue))
            continue;
        if (*name == MilestoneName::Fixed &&
            (isUnderWay(scene.sentence->tokens, cue) || isBare(scene.sentence->tokens, cue)))
            continue;
        // "a fix is being tested"
        const bool isBeingDone =
            std::any_of(scene.sentence->tokens.begin() + scene.clause->begin,
                        scene.sentence->tokens.begin() + scene.clause->end,
                        [](const Token &token) { return token.text == "being"_L1; });
        if (*name == MilestoneName::Fixed &&
            (isBeingDone || isGoingOn(scene.sentence->tokens, *scene.clause, cue)))
            continue;
        // "E-mail is working as usual" need not be what had failed.
        if (*name == MilestoneName::BackToNormal && isUnderWay(scene.sentence->tokens, cue) &&
            cue.entry->text.contains("normal"_L1))
            continue;
        if (scene.isTitle && *name == MilestoneName::Fixed && isLabel(scene, cue))
            continue;
        // "Limit raised.", "Logs cleared."
        const QString &last = scene.sentence->tokens[size_t(cue.end - 1)].text;
        const bool isSaidDone = *name == MilestoneName::Fixed && m_story.isOver && !scene.isTitle &&
                                last.endsWith("ed"_L1);
        const bool isWish = wordAt(scene.sentence->tokens, cue.begin - 1, "to"_L1);
        if (!isWish && (scene.clause->tense != Tense::Unsaid || scene.revision > 0 || isSaidDone))
            m_story.happened(*name, scene);
    }
}

} // namespace reading
