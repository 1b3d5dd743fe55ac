// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/role.h"

#include <algorithm>
#include <utility>

namespace reading {

using namespace Qt::StringLiterals;
using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

/// "a customer alerted us", "alerted by a customer"; not "the alert woke an engineer".
bool alertedByPerson(const Scene &scene)
{
    const Clause &clause = *scene.clause;
    if (clause.is(Category::Machine))
        return false;
    int alert = clause.end;
    for (const Cue &cue : clause.cues) {
        if (cue.category == Category::Alert)
            alert = std::min(alert, cue.begin);
    }
    return std::any_of(clause.cues.begin(), clause.cues.end(), [&](const Cue &cue) {
        const Tokens &tokens = scene.sentence->tokens;
        return cue.category == Category::Person &&
               (cue.begin < alert || wordAt(tokens, cue.begin - 1, "by"_L1) ||
                wordAt(tokens, cue.begin - 2, "by"_L1));
    });
}

/// "our monitoring noticed", "Detected by: monitoring, 13:14"
bool isMachine(const Scene &scene)
{
    constexpr size_t shortLine = 9; // tokens
    return scene.is(Category::Machine) || scene.own->is(Category::Machine) ||
           (scene.sentence->tokens.size() <= shortLine && scene.sentence->has(Category::Machine));
}

/// "Order matching was paused at 22:41": a verb that no table knows, said of something that we run.
bool mayTellStart(const Lexicon &lexicon, const Scene &scene, const Story &story)
{
    const Tokens &tokens = scene.sentence->tokens;
    const int at = scene.own->begin;
    const bool isOurs = wordAt(tokens, at, "we"_L1) || wordAt(tokens, at, "i"_L1) ||
                        wordAt(tokens, at + 1, "we"_L1) || wordAt(tokens, at + 1, "i"_L1);
    const QString &opener = scene.own->opener;
    const bool isReason =
        opener == "after"_L1 || opener == "because"_L1 || opener == "when"_L1 || opener == "as"_L1;
    if (isOurs || story.actual.startStated() >= Stated::Relative)
        return false;
    const bool isOpening = !story.actual.hasTiming() && story.milestones.empty() &&
                           story.entryMode == EntryMode::Retrospective && scene.revision == 0;
    if (isOpening || (isReason && scene.own->ownTense))
        return true;
    if (!scene.own->ownTense)
        return false;
    for (int token = scene.own->begin; token < scene.own->end; ++token) {
        if (lexicon.longest(Category::Component, tokens, token))
            return true;
    }
    return false;
}

} // namespace

void ActualReader::read(const Scene &scene, const Mention &mention)
{
    switch (mention.kind) {
    case MentionKind::Point:
        point(scene, mention);
        break;
    case MentionKind::Range:
        range(scene, mention);
        break;
    case MentionKind::Length:
        length(scene, mention);
        break;
    case MentionKind::Now:
        now(scene, mention);
        break;
    case MentionKind::Immediately:
        immediately(scene, mention);
        break;
    }
}

std::optional<MilestoneName> ActualReader::milestoneOf(const Scene &scene, Category event) const
{
    if (m_story.kind == Kind::Maintenance)
        return std::nullopt;
    switch (event) {
    case Category::Recovers:
        return MilestoneName::BackToNormal;
    case Category::Fixes:
        return MilestoneName::Fixed;
    case Category::Detects:
        // A machine that noticed is an alert, a person that raised the alarm is not.
        return isMachine(scene) && !scene.is(Category::Person) ? MilestoneName::FirstAlert
                                                               : MilestoneName::Detected;
    case Category::Alert:
        return alertedByPerson(scene) ? MilestoneName::Detected : MilestoneName::FirstAlert;
    default:
        return std::nullopt;
    }
}

void ActualReader::milestoneAt(const Scene &scene, const Mention &mention, Category event,
                               const Bounds &at, Stated how)
{
    const Bounds known = m_story.actual.endOfCurrent();
    if (event == Category::Recovers && known.isExact() && at.hi && *at.hi < *known.lo &&
        m_story.actual.endRevision() == scene.revision)
        return; // something came back before the trouble was over
    // "The outage ended at 16:20", told while it ran
    const bool isResolved = event == Category::Fixes && endsTrouble(*scene.clause) &&
                            m_story.entryMode == EntryMode::Live;
    const bool isLiveEnd = ((event == Category::Ends && scene.is(Category::Bad)) || isResolved) &&
                           scene.revision > 0 && m_story.kind != Kind::Maintenance;
    if (isLiveEnd) {
        m_story.milestoneAt(MilestoneName::BackToNormal, at, scene);
    } else if (const auto name = milestoneOf(scene, event)) {
        const bool restores =
            std::any_of(scene.clause->cues.begin(), scene.clause->cues.end(),
                        [](const Cue &cue) { return cue.entry->text == "restores"_L1; });
        m_story.milestoneAt(*name, at, scene, restores);
    }
    if (event == Category::Recovers && m_story.kind != Kind::Maintenance && !scene.isTitle &&
        isByRemedy(scene.sentence->tokens, *scene.clause, mention))
        m_story.milestoneAt(MilestoneName::Fixed, at, scene);
    // "it did not wake up until I rebooted it at 06:50"
    const QString &opener = scene.own->opener;
    const bool isUntil = event == Category::Fixes && (opener == "until"_L1 || opener == "till"_L1);
    if (event == Category::Recovers || (event == Category::Fixes && endsTrouble(*scene.clause)) ||
        event == Category::Ends || isUntil) {
        // "... until we rebooted them at 23:19. Pages were healthy from 23:21."
        if (std::exchange(m_story.isEndRemedy, isUntil) && event == Category::Recovers)
            m_story.actual.clearEnd();
        m_story.actual.end(at, how, scene);
    }
}

namespace {

/// "nobody has been thrown out since 11:47": from then on it was well.
bool isClearedSince(const Scene &scene, const Mention &mention)
{
    const Tokens &tokens = scene.sentence->tokens;
    const bool isNone = std::any_of(
        tokens.begin() + scene.own->begin, tokens.begin() + mention.begin,
        [](const Token &token) { return token.text == "nobody"_L1 || token.text == "none"_L1; });
    return isNone && wordAt(tokens, mention.begin, "since"_L1) && scene.own->is(Category::Perfect);
}

/// "they have not been loading since 10:40"
bool isStillOut(const Scene &scene, const Mention &mention)
{
    return scene.own->is(Category::Negation) &&
           wordAt(scene.sentence->tokens, mention.begin, "since"_L1) &&
           scene.own->tense == Tense::Present;
}

/// "no new files went in until 9:45", as against "nobody noticed until 9:45"
bool isNotUntil(const Scene &scene, const Mention &mention, Category event)
{
    return mention.lead == Lead::To && scene.own->is(Category::Negation) &&
           scene.own->tense == Tense::Past &&
           (event == Category::Fixes || event == Category::OwnAction ||
            event == Category::Begins) &&
           !wordAt(scene.sentence->tokens, scene.own->begin, "we"_L1) &&
           !wordAt(scene.sentence->tokens, scene.own->begin, "i"_L1);
}

/// "we have closed the shop until 5 pm"
bool isStillToCome(const Scene &scene, const Mention &mention)
{
    const Tokens &tokens = scene.sentence->tokens;
    const bool isUntil =
        wordAt(tokens, mention.begin, "until"_L1) || wordAt(tokens, mention.begin, "till"_L1);
    return isUntil && mention.from.clock && scene.own->ownTense && scene.posted &&
           scene.own->tense == Tense::Present && !scene.own->is(Category::Past);
}

/// "Everything was fine until 9:00", "up to 9:00 all was well": from then on it was not.
bool isFineUntil(const Lexicon &lexicon, const Scene &scene, const Mention &mention)
{
    const Clause &own = *scene.own;
    if (mention.lead != Lead::To || own.tense != Tense::Past || own.is(Category::Negation) ||
        own.is(Category::Bad) || own.is(Category::Fails) || own.is(Category::Degraded))
        return false;
    for (int at = own.begin; at < own.end; ++at) {
        if (lexicon.longest(Category::Works, scene.sentence->tokens, at))
            return true;
    }
    return false;
}

/// "two outages: one at 10:15, the other at 16:40"
bool startsWithOne(const Scene &scene)
{
    const Tokens &tokens = scene.sentence->tokens;
    const int at = scene.own->begin;
    return wordAt(tokens, at, "one"_L1) || wordAt(tokens, at + 1, "first"_L1);
}

} // namespace

void ActualReader::point(const Scene &scene, const Mention &mention)
{
    Category event = eventOf(scene, mention);
    if ((event == Category::Fails || isState(event)) && isClearedSince(scene, mention))
        event = Category::Recovers;
    if (event == Category::Ends && scene.own->is(Category::Negation) && mention.lead != Lead::To &&
        m_story.kind != Kind::Maintenance)
        event = Category::Bad; // "booking cannot complete"
    const Resolved resolved = m_wallTime.resolve(mention.from, frameOf(scene, m_story));
    if (isWellSince(scene, mention, event, resolved))
        event = Category::Recovers;
    else if (isNotUntil(scene, mention, event))
        event = Category::Ends;
    else if (event == Category::Recovers && isStillOut(scene, mention))
        event = Category::Bad;
    if (resolved.isDaypart && resolved.day && mention.from.isDayOnly() &&
        m_story.day == resolved.day && m_story.actual.hasTiming())
        return;
    if (!resolved.bounds.isStated()) {
        remember(m_story, resolved);
        return;
    }
    if (isStillToCome(scene, mention)) {
        Frame frame = frameOf(scene, m_story);
        frame.tense = Tense::Future;
        const Resolved until = m_wallTime.resolve(mention.from, frame);
        if (until.bounds.hi && *until.bounds.hi - *scene.posted < 24h)
            m_story.estimate(EstimateOf::Remaining, {}, until.bounds.hi, scene);
        return;
    }
    if (m_story.kind != Kind::Maintenance && wasInVain(scene) &&
        (event == Category::Fixes || event == Category::OwnAction || event == Category::Work)) {
        remember(m_story, resolved);
        return;
    }
    if (isWithinTrouble(scene, event, resolved))
        event = Category::Fixes;
    // "The last server was patched at 22:20, so we are done."
    const bool isDoneThen = m_story.kind == Kind::Maintenance && scene.revision > 0 &&
                            mention.lead != Lead::From && scene.sentence->has(Category::Ends) &&
                            !scene.sentence->has(Category::Begins) &&
                            (event == Category::Count || event == Category::Work ||
                             event == Category::OwnAction || event == Category::Fixes);
    if (isDoneThen)
        event = Category::Ends;
    noteStep(scene, event, resolved);
    // What has happened was before it was told of.
    if (!resolved.isDaypart && scene.posted && resolved.bounds.lo &&
        *resolved.bounds.lo > *scene.posted + 1min)
        return;
    // "later than the 11:00 we were told"
    if (scene.own->is(Category::Predicted) &&
        (scene.own->is(Category::Late) || scene.own->is(Category::Early)))
        return;
    WindowBook &windows = m_story.actual;
    if (resolved.isDaypart) {
        partOfDay(scene, mention, event, resolved);
        return;
    }
    constexpr Stated how = Stated::Clock;
    if (windows.startStated() < Stated::Relative && isFineUntil(m_lexicon, scene, mention)) {
        windows.start(resolved.bounds, how, scene);
        remember(m_story, resolved);
        return;
    }
    if (milestoneOf(scene, event) || event == Category::Recovers || event == Category::Ends ||
        (event == Category::Fixes && endsTrouble(*scene.clause)))
        milestoneAt(scene, mention, event, resolved.bounds, how);
    else if (mention.lead == Lead::To || mention.lead == Lead::By)
        endAt(scene, resolved.bounds);
    else if ((event == Category::OwnAction || event == Category::Work) &&
             m_story.kind != Kind::Maintenance && !scene.isTitle && mention.lead != Lead::From &&
             !scene.sentence->has(Category::Fails) && !scene.sentence->has(Category::Bad) &&
             !scene.sentence->has(Category::Degraded)) {
        remember(m_story, resolved);
        return;
    } else if (event == Category::Count && mention.lead != Lead::From && !scene.isTitle &&
               !scene.opensItem && !isListedTime(scene, mention) &&
               !((scene.own->is(Category::Again) || startsWithOne(scene)) &&
                 m_story.actual.isSeveral()) &&
               !mayTellStart(m_lexicon, scene, m_story))
        return;
    else if (!startAt(scene, mention, resolved.bounds))
        return;
    remember(m_story, resolved);
    if (event == Category::Fails || isState(event) || event == Category::Begins ||
        (windows.isSeveral() && event == Category::Count)) {
        m_story.lastEvent = MilestoneFrom::Started;
        m_story.lastEventSentence = m_story.sentence;
    }
}

} // namespace reading
