// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/planchange.h"

#include "reading/role.h"

#include <algorithm>

namespace reading {

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace {

const Cue *cueOf(const Clause &clause, Category category)
{
    const auto found = std::find_if(clause.cues.begin(), clause.cues.end(),
                                    [&](const Cue &cue) { return cue.category == category; });
    return found == clause.cues.end() ? nullptr : &*found;
}

Bounds shifted(Bounds at, seconds by)
{
    if (at.lo)
        *at.lo += by;
    if (at.hi)
        *at.hi += by;
    return at;
}

} // namespace

void PlanChanger::supersede(const Scene &scene)
{
    if (m_changedRevision == scene.revision && hasPlan() &&
        m_story.planned.revisionOfCurrent() == scene.revision && scene.revision > 0)
        return;
    if (m_changedSentence == m_story.sentence)
        return;
    m_changedSentence = m_story.sentence;
    const auto effect = m_story.planned.effectOfCurrent();
    // What is withdrawn and gets another date at once is replaced.
    if (m_cancelledRevision == scene.revision)
        m_story.planned.restate(PlanStatus::Cancelled, PlanStatus::Superseded, scene.revision);
    m_story.planned.setStatus(PlanStatus::Superseded, scene.revision);
    m_story.planned.push(scene, effect);
    m_changedRevision = scene.revision;
}

bool PlanChanger::isOld(const Scene &scene, const Clause &own, const Mention &mention) const
{
    const Tokens &tokens = scene.sentence->tokens;
    for (int back = 1; back <= 3 && mention.begin - back >= 0; ++back) {
        const int at = mention.begin - back;
        if (const Match instead = m_lexicon.longest(Category::Instead, tokens, at);
            instead && instead.entry->text == "old"_L1) {
            // "rather than the 14:00", as against "will be not reachable from 14:00"
            const int next = at + instead.length;
            const bool isArticle =
                next + 1 == mention.begin && m_lexicon.longest(Category::Determiner, tokens, next);
            if (next >= mention.begin || isArticle)
                return true;
        }
    }
    if (own.is(Category::Formerly) && !own.is(Category::Moved))
        return true;
    // "The work planned for Tuesday has been moved to Thursday"
    const Cue *moved = cueOf(own, Category::Moved);
    return moved && own.is(Category::Moved) && mention.end <= moved->begin;
}

bool PlanChanger::shift(const Scene &scene, const Mention &mention)
{
    const Bounds start = m_story.planned.startOfCurrent();
    const Bounds end = m_story.planned.endOfCurrent();
    if (mention.kind != MentionKind::Length || !mention.length.isPlain || !start.isStated())
        return false;
    const bool isBack = wordAt(scene.sentence->tokens, mention.begin - 1, "by"_L1) ||
                        mention.anchor == Anchor::Later || mention.anchor == Anchor::Before ||
                        wordAt(scene.sentence->tokens, mention.end, "later"_L1);
    if (!isBack)
        return false;
    const Cue *moved = cueOf(*scene.clause, Category::Moved);
    const bool isForward =
        mention.anchor == Anchor::Before || (moved && moved->entry->text.contains("forward"_L1));
    const seconds by = minutes(mention.length.number) * (isForward ? -1 : 1);
    supersede(scene);
    m_story.planned.start(shifted(start, by), Stated::Clock, scene);
    if (end.isStated())
        m_story.planned.end(shifted(end, by), Stated::Clock, scene);
    return true;
}

bool PlanChanger::extend(const Scene &scene, const Mention &mention)
{
    const Bounds start = m_story.planned.startOfCurrent();
    const Bounds end = m_story.planned.endOfCurrent();
    if (!start.isStated())
        return false;
    Bounds later;
    if (mention.kind == MentionKind::Point && mention.from.clock) {
        Frame frame = frameOf(scene, m_story);
        frame.tense = Tense::Future;
        if (end.lo)
            frame.earlier = end.lo;
        const Resolved resolved = m_wallTime.resolve(mention.from, frame);
        later = resolved.bounds;
        if (!later.lo)
            later.lo = later.hi;
    } else if (mention.kind == MentionKind::Length && end.isStated() && mention.length.isPlain &&
               (wordAt(scene.sentence->tokens, mention.begin - 1, "by"_L1) ||
                mention.anchor == Anchor::More || mention.lead == Lead::For)) {
        later = shifted(end, minutes(mention.length.number));
    }
    // An end before the planned one is no extension.
    if (!later.isStated() || (end.lo && *later.lo - *end.lo > hours(12)))
        return false;
    supersede(scene);
    m_story.planned.start(start, Stated::Clock, scene);
    m_story.planned.end(later, Stated::Clock, scene);
    return true;
}

/// "It stays closed until 1:30", told while the work goes on that was to end before.
bool PlanChanger::prolongs(const Scene &scene, const Mention &mention) const
{
    const Bounds start = m_story.planned.startOfCurrent();
    return scene.revision > 0 && scene.own->tense != Tense::Past && scene.posted &&
           mention.kind == MentionKind::Point && mention.lead == Lead::To && mention.from.clock &&
           start.lo && m_story.planned.endOfCurrent().isStated() &&
           (*scene.posted >= *start.lo || scene.sentence->has(Category::Extended));
}

bool PlanChanger::sameTimes(const Scene &scene, const Mention &mention)
{
    const Bounds start = m_story.planned.startOfCurrent();
    const Bounds end = m_story.planned.endOfCurrent();
    if (!scene.sentence->has(Category::Unchanged) || !start.lo ||
        m_story.planned.startStated() != Stated::Clock || mention.kind != MentionKind::Point ||
        mention.from.clock || !scene.posted)
        return false;
    const Resolved resolved = m_wallTime.resolve(mention.from, frameOf(scene, m_story));
    if (!resolved.day)
        return false;
    const seconds by = days(m_wallTime.dateOf(*start.lo).daysTo(*resolved.day));
    m_story.day = resolved.day;
    supersede(scene);
    m_story.planned.start(m_wallTime.sameWall(start, by), Stated::Clock, scene);
    if (end.isStated())
        m_story.planned.end(m_wallTime.sameWall(end, by), Stated::Clock, scene);
    return true;
}

/// "The same day, but at noon instead."
bool PlanChanger::sameDay(const Scene &scene, const Mention &mention)
{
    if (mention.kind != MentionKind::Point || !mention.from.clock ||
        !scene.sentence->has(Category::Unchanged) || m_story.planned.startStated() != Stated::Clock)
        return false;
    const Resolved resolved = m_wallTime.resolve(mention.from, frameOf(scene, m_story));
    if (resolved.isDaypart || !resolved.bounds.isStated())
        return false;
    supersede(scene);
    m_story.planned.start(resolved.bounds, Stated::Clock, scene);
    return true;
}

bool PlanChanger::fromOldToNew(const Scene &scene, const Mention &mention, const Cue &moved)
{
    // "moved from 22:00 to 23:00"
    const bool isDirect = mention.kind == MentionKind::Range && mention.lead == Lead::From &&
                          mention.begin >= moved.end && mention.begin <= moved.end + 1 &&
                          moved.entry->text.contains("fromto"_L1) &&
                          wordAt(scene.sentence->tokens, mention.begin, "from"_L1);
    if (!isDirect)
        return false;
    Frame frame = frameOf(scene, m_story);
    if (!hasPlan()) {
        const Resolved old = m_wallTime.resolve(mention.from, frame);
        m_story.planned.start(old.bounds, Stated::Clock, scene);
        remember(m_story, old);
    }
    frame = frameOf(scene, m_story);
    supersede(scene);
    const Resolved fresh = m_wallTime.resolve(mention.to, frame);
    if (fresh.isDaypart)
        m_story.planned.inside(fresh.bounds, Stated::Day, scene);
    else
        m_story.planned.start(fresh.bounds, Stated::Clock, scene);
    remember(m_story, fresh);
    return true;
}

bool PlanChanger::read(const Scene &scene, const Clause &own, const Mention &mention)
{
    if (scene.isTitle && hasPlan())
        return false;
    if (isOld(scene, own, mention) && (scene.revision > 0 || hasPlan()))
        return true;
    if (scene.is(Category::Extended) && scene.tense != Tense::Past && extend(scene, mention))
        return true;
    if (prolongs(scene, mention) && extend(scene, mention))
        return true;
    // "The work will now end at 23:00."
    const bool endsNow = scene.revision > 0 && hasPlan() && own.is(Category::Moved) &&
                         (own.is(Category::Ends) || own.is(Category::Lasts)) &&
                         mention.kind == MentionKind::Point && mention.from.clock;
    if (endsNow && scene.tense != Tense::Past && extend(scene, mention))
        return true;
    if (scene.revision > 0 && hasPlan() && mention.kind == MentionKind::Range &&
        scene.sentence->has(Category::Extended) && scene.tense != Tense::Past)
        supersede(scene); // "extended and now runs from 22:00 to 23:30"
    const Cue *moved = cueOf(*scene.clause, Category::Moved);
    // "tonight's work (22:00 to 23:00) is off" tells of the plan for the first time.
    const bool isFirst = scene.revision == 0 && m_story.planned.startStated() < Stated::Clock;
    if (scene.is(Category::Cancelled) && hasPlan() && !isFirst)
        return true;
    // "we will start an hour later"
    const bool startsLater = scene.revision > 0 && own.is(Category::Begins) && hasPlan() &&
                             (mention.anchor == Anchor::Later || mention.anchor == Anchor::Before);
    if (startsLater && scene.tense != Tense::Past && shift(scene, mention))
        return true;
    // "We do this tomorrow at the same time instead."
    const bool isInstead = scene.revision > 0 && hasPlan() && own.is(Category::Instead) &&
                           wordAt(scene.sentence->tokens, own.end - 2, "instead"_L1);
    if (isInstead && scene.tense != Tense::Past &&
        (sameTimes(scene, mention) || sameDay(scene, mention)))
        return true;
    if (!moved || scene.tense == Tense::Past)
        return false;
    if (fromOldToNew(scene, mention, *moved) || shift(scene, mention) || sameTimes(scene, mention))
        return true;
    if (isOld(scene, own, mention))
        return false; // the old plan, told here for the first time
    // "Payments will work tomorrow, and we announce a new date": the day is not the new one.
    if (hasPlan() && (own.is(Category::Moved) || !own.ownTense) &&
        (mention.kind == MentionKind::Point || mention.kind == MentionKind::Range))
        supersede(scene);
    return false;
}

bool PlanChanger::sameStart(const Scene &scene)
{
    const Bounds start = m_story.planned.startOfCurrent();
    if (m_story.planned.startStated() != Stated::Clock || m_story.planned.endOfCurrent().isStated())
        return false;
    supersede(scene);
    m_story.planned.start(start, Stated::Clock, scene);
    return true;
}

void PlanChanger::replaceIfOther(const Scene &scene, const Bounds &start)
{
    WindowBook &planned = m_story.planned;
    const bool isNews =
        scene.revision > planned.startRevision() || m_cancelledRevision == scene.revision;
    const bool isOther = isNews && planned.startRevision() >= 0 &&
                         planned.startStated() == Stated::Clock &&
                         planned.startOfCurrent() != start && !scene.isTitle;
    if (isOther)
        supersede(scene);
}

void PlanChanger::finish(int revision)
{
    if (m_postponedRevision == revision && m_changedRevision != revision)
        m_story.planned.setStatus(PlanStatus::Cancelled, revision);
}

void PlanChanger::close(const Scene &scene)
{
    const Cue *moved = cueOf(*scene.clause, Category::Moved);
    if (moved && moved->entry->text.contains("off"_L1))
        m_postponedRevision = scene.revision;
    if (!scene.is(Category::Cancelled) || scene.clause->opener == "if"_L1)
        return;
    std::optional<std::pair<Instant, Instant>> day;
    for (const int number : scene.clause->mentions) {
        const Mention &mention = scene.sentence->mentions[size_t(number)];
        Frame frame = frameOf(scene, m_story);
        frame.tense = Tense::Future;
        if (mention.kind != MentionKind::Point || !mention.from.day.isStated())
            continue;
        const Resolved resolved = m_wallTime.resolve(mention.from, frame);
        if (resolved.day)
            day = m_wallTime.dayBounds(*resolved.day);
    }
    m_story.planned.setStatus(PlanStatus::Cancelled, scene.revision, day);
    m_cancelledRevision = scene.revision;
}

} // namespace reading
