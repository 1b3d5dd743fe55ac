// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/role.h"
#include "reading/tense.h"

#include <algorithm>

namespace reading {

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace {

bool tellsEvent(const Analysis &sentence)
{
    // A hope alone is none: "the boat leaves at 22.40, so we hope few will notice".
    return std::any_of(sentence.clauses.begin(), sentence.clauses.end(), [](Clause clause) {
        clause.has.reset(size_t(Category::Expect));
        clause.has.reset(size_t(Category::Detects));
        return clause.hasEvent();
    });
}

/// "All releases will be tested for 24 hours" says nothing of this trouble.
bool tellsOutlook(const Analysis &sentence)
{
    constexpr Category outlooks[] = {Category::Expect,   Category::Possible, Category::Recovers,
                                     Category::Fixes,    Category::Ends,     Category::Takes,
                                     Category::Lasts,    Category::Bad,      Category::Fails,
                                     Category::Degraded, Category::More,     Category::Extended};
    return std::any_of(std::begin(outlooks), std::end(outlooks),
                       [&](Category category) { return sentence.has(category); });
}

} // namespace

void PlanReader::read(const Scene &scene, const Mention &mention)
{
    const bool plan = isPlan(scene);
    switch (mention.kind) {
    case MentionKind::Point:
        plan ? point(scene, mention) : estimatePoint(scene, mention);
        break;
    case MentionKind::Range:
        if (plan)
            range(scene, mention);
        break;
    case MentionKind::Length:
        plan ? length(scene, mention) : estimateLength(scene, mention);
        break;
    case MentionKind::Now:
    case MentionKind::Immediately:
        break;
    }
}

bool PlanReader::isPlan(const Scene &scene) const
{
    if (m_story.kind == Kind::Maintenance)
        return true;
    return scene.sentence->has(Category::Work) &&
           (scene.sentence->has(Category::Bad) || scene.sentence->has(Category::MaintenanceMode));
}

void PlanReader::point(const Scene &scene, const Mention &mention)
{
    const Category event = eventFor(*scene.sentence, *scene.clause, mention);
    const Resolved resolved = m_wallTime.resolve(mention.from, frameOf(scene, m_story));
    const std::optional<QDate> known = m_story.day;
    remember(m_story, resolved);
    if (!resolved.bounds.isStated())
        return;
    WindowBook &windows = m_story.planned;
    if (resolved.isDaypart) {
        const bool isEnd = mention.lead == Lead::To || mention.lead == Lead::By ||
                           mention.from.hedge == PointHedge::By || event == Category::Ends ||
                           event == Category::Recovers;
        if (isEnd)
            return;
        // "Do come on the 14th!" has nothing to do with the work.
        if (event == Category::Count && !scene.isTitle && !tellsEvent(*scene.sentence) &&
            windows.hasTiming())
            return;
        // A day alone adds nothing to a window that already lies on it.
        if (mention.from.isDayOnly() && known == resolved.day && windows.hasTiming())
            return;
        const Stated how = mention.from.part ? Stated::Part : Stated::Day;
        if (mention.lead == Lead::From)
            windows.startedIn(resolved.bounds, how, scene);
        else
            windows.inside(resolved.bounds, how, scene);
        return;
    }
    // "Backups run at 3 as always": what no word ties to the work is not its time.
    const bool isTied = event != Category::Count || scene.isTitle || mention.lead == Lead::From ||
                        mention.lead == Lead::To || mention.lead == Lead::By ||
                        scene.own->is(Category::Moved) || scene.own->is(Category::Extended) ||
                        tellsEvent(*scene.sentence) || scene.revision > windows.revisionOfCurrent();
    if (!isTied && windows.startStated() == Stated::Clock)
        return;
    // "moved to 19:00" is a start.
    const bool isTarget =
        scene.own->is(Category::Moved) && wordAt(scene.sentence->tokens, mention.begin, "to"_L1);
    const bool isEnd =
        !isTarget &&
        (mention.lead == Lead::To || mention.lead == Lead::By || event == Category::Ends ||
         event == Category::Recovers ||
         (event == Category::Fixes && !scene.is(Category::Work) && scene.is(Category::Expect)));
    if (!isEnd || mention.lead == Lead::From) {
        m_changer.replaceIfOther(scene, resolved.bounds);
        windows.start(resolved.bounds, Stated::Clock, scene);
    } else if (scene.revision > windows.revisionOfCurrent() && windows.hasTiming()) {
        // The plan stays as it is; when it will really be over is an estimate.
        if (resolved.bounds.hi)
            m_story.estimate(EstimateOf::Remaining, {}, resolved.bounds.hi, scene);
    } else {
        // "then read-only until 23:30" is the next phase.
        const auto before = windows.effectOfCurrent();
        const bool isThen = scene.own->is(Category::Then) || scene.own->opener == "then"_L1;
        if (isThen && scene.effect && before && *scene.effect != *before && windows.hasTiming())
            windows.phase(scene);
        windows.end(resolved.bounds, Stated::Clock, scene);
    }
}

namespace {

/// "The window is 14:00 to 16:00; inside it, the shop will be down for 10 minutes."
bool isWindowOf(const Lexicon &lexicon, const Scene &scene, const Bounds &period)
{
    constexpr QLatin1StringView words[] = {"window"_L1, "within"_L1, "inside"_L1, "somewhere"_L1,
                                           "slot"_L1};
    const Tokens &tokens = scene.sentence->tokens;
    return tellsShorter(lexicon, scene, period) &&
           std::any_of(tokens.begin(), tokens.end(), [&](const Token &token) {
               return std::any_of(std::begin(words), std::end(words),
                                  [&](auto word) { return token.text == word; });
           });
}

} // namespace

void PlanReader::range(const Scene &scene, const Mention &mention)
{
    const auto [from, to] = m_wallTime.resolve(mention.from, mention.to, frameOf(scene, m_story));
    remember(m_story, from);
    remember(m_story, to);
    if (!from.bounds.isStated() || !to.bounds.isStated())
        return;
    const Bounds period{from.bounds.lo, to.bounds.hi};
    const bool lastsThroughout = scene.is(Category::Bad) || scene.is(Category::ReadOnly) ||
                                 scene.is(Category::MaintenanceMode) ||
                                 scene.is(Category::Degraded);
    const bool isInside = mention.isSometime || (mention.lead == Lead::Between &&
                                                 (!lastsThroughout || scene.is(Category::Several) ||
                                                  scene.is(Category::Possible) ||
                                                  tellsShorter(m_lexicon, scene, period)));
    m_changer.replaceIfOther(scene, isInside ? period : from.bounds);
    if (isInside || isWindowOf(m_lexicon, scene, period))
        m_story.planned.inside(period, Stated::Clock, scene);
    else
        m_story.planned.span(from.bounds, to.bounds, scene, mention.lead == Lead::Between);
}

void PlanReader::length(const Scene &scene, const Mention &mention)
{
    // "it will start an hour later than announced" tells no length.
    if (isOtherLength(m_lexicon, scene, mention) ||
        (mention.anchor == Anchor::Later && wordAt(scene.sentence->tokens, mention.end, "than"_L1)))
        return;
    const Category event = eventFor(*scene.sentence, *scene.clause, mention);
    WindowBook &windows = m_story.planned;
    if (scene.isTitle && windows.startOfCurrent().isStated() && windows.endOfCurrent().isStated())
        return; // the body has given both ends
    const int number = mention.length.number;
    const Minutes loose{number - fifthOf(number), number + fifthOf(number)};
    const bool isEnd = event == Category::Ends || event == Category::Recovers;
    if (mention.anchor == Anchor::Next && scene.posted && mention.length.minutes.hi &&
        !wordAt(scene.sentence->tokens, mention.begin, "for"_L1)) {
        if (isEnd)
            m_story.estimate(EstimateOf::Remaining, {0, mention.length.minutes.hi}, {}, scene);
        else
            windows.inside({*scene.posted, *scene.posted + minutes(*mention.length.minutes.hi)},
                           Stated::Relative, scene);
        return;
    }
    const bool isIn = mention.lead == Lead::In || mention.anchor == Anchor::FromNow;
    if (isIn && isEnd) {
        m_story.estimate(EstimateOf::Remaining, loose, {}, scene);
        return;
    }
    if (isIn && mention.anchor != Anchor::Later && scene.posted) {
        windows.start({*scene.posted + minutes(*loose.lo), *scene.posted + minutes(*loose.hi)},
                      Stated::Relative, scene);
        return;
    }
    // "It will then be read-only for another hour."
    const bool goesOn = scene.revision == 0 && scene.effect && windows.hasTiming() &&
                        (scene.is(Category::Then) || scene.sentence->startsThen) &&
                        scene.effect != windows.effectOfCurrent();
    if (mention.anchor == Anchor::More && !goesOn) {
        m_story.estimate(EstimateOf::Remaining, mention.length.minutes, {}, scene);
        return;
    }
    if (mention.anchor == Anchor::Ago || mention.anchor == Anchor::Last ||
        mention.anchor == Anchor::Before)
        return;
    const bool isPhase = (scene.is(Category::Then) || scene.sentence->startsThen ||
                          mention.anchor == Anchor::Later) &&
                         windows.hasTiming();
    if (isPhase)
        windows.phase(scene);
    const bool isTotal = (scene.sentence->has(Category::Total) && windows.current() > 0) ||
                         (scene.own->is(Category::Total) && scene.sentence->has(Category::Several));
    if (isTotal) {
        if (windows.current() == 0)
            windows.total(mention.length, scene);
        m_story.estimate(EstimateOf::Total, mention.length.minutes, {}, scene);
        return;
    }
    const bool isNews = scene.revision > windows.revisionOfCurrent() && windows.hasTiming();
    // "It will now be away for only 30 minutes" is another plan with the same start.
    const bool isRevised = isNews && scene.is(Category::Moved) && !scene.is(Category::Extended) &&
                           m_changer.sameStart(scene);
    if (!isNews || isRevised)
        windows.length(mention.length, scene);
    m_story.estimate(EstimateOf::Duration, mention.length.minutes, {}, scene);
}

namespace {

/// "they now say 15:00"
bool isQuoted(const Scene &scene, const Mention &mention)
{
    const Tokens &tokens = scene.sentence->tokens;
    return isQuotedTime(tokens, mention) ||
           (mention.kind == MentionKind::Point && wordAt(tokens, mention.begin - 1, "of"_L1));
}

} // namespace

namespace {

/// "We expect the engineer at 15:00", as against what a company tells us to expect.
bool namesPerson(const Clause &clause)
{
    return std::any_of(clause.cues.begin(), clause.cues.end(), [](const Cue &cue) {
        return cue.category == Category::Person && cue.entry->text != "company"_L1;
    });
}

} // namespace

void PlanReader::estimatePoint(const Scene &scene, const Mention &mention)
{
    const Category event = eventFor(*scene.sentence, *scene.clause, mention);
    const bool isEnd =
        mention.lead == Lead::To || mention.lead == Lead::By || event == Category::Recovers ||
        event == Category::Fixes || event == Category::Ends ||
        (scene.is(Category::Expect) && !namesPerson(*scene.clause)) || isQuoted(scene, mention);
    // "The recording will be uploaded by noon" is no news of the trouble.
    const bool isForeign = event == Category::Count && scene.own->ownTense &&
                           !scene.is(Category::Expect) && !scene.is(Category::Possible) &&
                           !isQuoted(scene, mention);
    // "17:00 rather than 15:30"
    bool isOld = false;
    for (int at = std::max(0, mention.begin - 3); at < mention.begin; ++at) {
        const Match instead = m_lexicon.longest(Category::Instead, scene.sentence->tokens, at);
        isOld |= instead && instead.entry->text == "old"_L1;
    }
    if (!isEnd || isForeign || isOld || mention.from.isDayOnly())
        return;
    const Resolved resolved = m_wallTime.resolve(mention.from, frameOf(scene, m_story));
    remember(m_story, resolved);
    // "The log says 13:42", told later: nothing is expected of what has passed.
    const bool isPast = isQuoted(scene, mention) && scene.posted && resolved.bounds.hi &&
                        *resolved.bounds.hi <= *scene.posted;
    if (resolved.bounds.hi && !isPast)
        m_story.estimate(EstimateOf::Remaining, {}, resolved.bounds.hi, scene);
}

void PlanReader::estimateLength(const Scene &scene, const Mention &mention)
{
    if (isOtherLength(m_lexicon, scene, mention) || mention.anchor == Anchor::Ago ||
        mention.anchor == Anchor::Last || mention.anchor == Anchor::Before)
        return;
    const bool tellsMore = mention.anchor == Anchor::More; // "another 45 minutes"
    if ((!tellsOutlook(*scene.sentence) && !tellsMore) ||
        (m_story.isOver && !scene.is(Category::Expect)))
        return;
    const int number = mention.length.number;
    Minutes length = mention.length.minutes;
    const bool isIn = mention.lead == Lead::In || mention.anchor == Anchor::FromNow;
    if (isIn && mention.length.isPlain)
        length = {number - fifthOf(number), number + fifthOf(number)};
    if (mention.anchor == Anchor::Next)
        length.lo = 0;
    m_story.estimate(scene.own->is(Category::Total) ? EstimateOf::Total : EstimateOf::Remaining,
                     length, {}, scene);
}

} // namespace reading
