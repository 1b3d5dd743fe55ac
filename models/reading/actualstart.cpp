// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/role.h"

#include <algorithm>

namespace reading {

using namespace Qt::StringLiterals;

/// "this morning", "on Tuesday"
void ActualReader::partOfDay(const Scene &scene, const Mention &mention, Category event,
                             const Resolved &resolved)
{
    WindowBook &windows = m_story.actual;
    remember(m_story, resolved);
    const bool isIdle = event == Category::Count && !scene.isTitle && windows.hasTiming() &&
                        mention.lead != Lead::From && scene.own->mentions.size() < 2;
    const bool isThan = wordAt(scene.sentence->tokens, mention.begin - 1, "than"_L1);
    if (isIdle || isThan)
        return; // "sorry to the students with a test today"
    if (m_story.kind == Kind::Maintenance && scene.revision > 0)
        return; // "the electrician cannot make Wednesday"
    const Stated how = mention.from.part ? Stated::Part : Stated::Day;
    if (milestoneOf(scene, event)) {
        readWithoutTime(scene);
        return;
    }
    if (m_story.isOver || mention.lead == Lead::Between || scene.is(Category::Several))
        windows.inside(resolved.bounds, how, scene);
    else
        windows.startedIn(resolved.bounds, how, scene);
}

namespace {

/// Whether the clause holds a time and nothing else.
bool isBareTime(const Analysis &sentence, const Clause &clause)
{
    constexpr QLatin1StringView joints[] = {"and"_L1,  "then"_L1,    "again"_L1, "finally"_L1,
                                            "once"_L1, "more"_L1,    "also"_L1,  "lastly"_L1,
                                            "or"_L1,   "another"_L1, "at"_L1};
    if (clause.mentions.size() != 1)
        return false;
    const Mention &mention = sentence.mentions[size_t(clause.mentions.front())];
    if (mention.kind != MentionKind::Point || !mention.from.clock)
        return false;
    for (int at = clause.begin; at < clause.end; ++at) {
        const Token &token = sentence.tokens[size_t(at)];
        const bool isJoint = std::any_of(std::begin(joints), std::end(joints),
                                         [&](auto word) { return token.text == word; });
        if ((at < mention.begin || at >= mention.end) && token.kind != TokenKind::Symbol &&
            !isJoint)
            return false;
    }
    return true;
}

} // namespace

/// "at 20:05" behind "at 19:42,": one of a list of times.
bool ActualReader::isListedTime(const Scene &scene, const Mention &mention)
{
    const std::vector<Clause> &clauses = scene.sentence->clauses;
    const size_t own = size_t(scene.own - clauses.data());
    if (own == 0 || !isBareTime(*scene.sentence, clauses[own]) ||
        (mention.lead != Lead::At && mention.lead != Lead::None))
        return false;
    const Clause &before = clauses[own - 1];
    const QString &opener = clauses[own].opener;
    return !before.mentions.empty() && (opener == ","_L1 || opener == "and"_L1) &&
           !before.is(Category::Recovers) && !before.is(Category::Fixes) &&
           !before.is(Category::Ends) &&
           scene.sentence->mentions[size_t(before.mentions.back())].kind == MentionKind::Point &&
           scene.sentence->mentions[size_t(before.mentions.back())].from.clock.has_value();
}

/// False if the time is one within the trouble, which began before.
bool ActualReader::startAt(const Scene &scene, const Mention &mention, const Bounds &at)
{
    WindowBook &windows = m_story.actual;
    // What is done while it lasts begins no other trouble.
    const Bounds over = windows.endOfCurrent();
    const Bounds begun = windows.startOfCurrent();
    const bool isWithin = begun.hi && over.isExact() && at.isStated() &&
                          windows.startStated() == Stated::Clock && at.lo && *at.lo > *begun.hi &&
                          *at.lo < *over.lo;
    if (isWithin && mention.lead != Lead::From && !windows.isSeveral())
        return false;
    // "three times: at 19:42, at 20:05 and at 20:51"
    const bool isListed = !windows.isEmpty() && windows.startStated() == Stated::Clock &&
                          isListedTime(scene, mention) && begun.hi && at.lo && *at.lo > *begun.hi &&
                          !over.isStated();
    if (isListed)
        windows.another();
    // "twice: at 9:12 for three minutes and at 11:40 for eight"
    const Bounds before = windows.startOfCurrent();
    const bool isNext = windows.isSeveral() && windows.startStated() == Stated::Clock &&
                        windows.lengthOfCurrent().minutes.isStated() && before.hi && at.lo &&
                        *at.lo > *before.hi && m_story.lastEventSentence == m_story.sentence;
    if (isNext)
        windows.another();
    windows.start(at, Stated::Clock, scene);
    return true;
}

namespace {

/// "it began between 12:22 and 12:48", as against "it happened between".
bool saysStart(const Scene &scene)
{
    return std::any_of(scene.own->cues.begin(), scene.own->cues.end(), [&](const Cue &cue) {
        const QString &word = scene.sentence->tokens[size_t(cue.begin)].text;
        return cue.category == Category::Begins &&
               (word.startsWith("beg"_L1) || word.startsWith("start"_L1));
    });
}

} // namespace

/// "After that, until 21:15, it was slow" begins another phase.
void ActualReader::endAt(const Scene &scene, const Bounds &at)
{
    WindowBook &windows = m_story.actual;
    const auto effect = windows.effectOfCurrent();
    const bool isThen = scene.sentence->startsThen || scene.own->opener == "then"_L1 ||
                        scene.own->is(Category::Then);
    if (isThen && scene.effect && effect && *scene.effect != *effect &&
        windows.endOfCurrent().isStated())
        windows.phase(scene);
    // "The power came on at 11:10, but it wanted a check. That took until 12:25."
    if (m_story.isRestored && scene.own->is(Category::Takes))
        windows.clearEnd();
    windows.end(at, Stated::Clock, scene);
}

void ActualReader::range(const Scene &scene, const Mention &mention)
{
    const Category event = eventOf(scene, mention);
    const auto [from, to] = m_wallTime.resolve(mention.from, mention.to, frameOf(scene, m_story));
    remember(m_story, from);
    remember(m_story, to);
    if (!from.bounds.isStated() || !to.bounds.isStated())
        return;
    const Bounds period{from.bounds.lo, to.bounds.hi};
    const bool isBetween = mention.lead == Lead::Between;
    // "Amazon reported problems between 12:50 and 14:00"
    if (event == Category::Detects && m_story.actual.startStated() == Stated::Clock)
        return;
    if (isBetween &&
        (event == Category::Fixes || event == Category::Detects || event == Category::Alert ||
         event == Category::Recovers || event == Category::Ends)) {
        milestoneAt(scene, mention, event, period, Stated::Clock);
        return;
    }
    const bool hasShorter = tellsShorter(m_lexicon, scene, period);
    const bool isStart = event == Category::Begins && saysStart(scene);
    if (isBetween && (isStart || (mention.isSometime && event == Category::Fails && !hasShorter)))
        m_story.actual.start(period, Stated::Clock, scene);
    else if (mention.isSometime || (isBetween && (hasShorter || scene.is(Category::Several))))
        m_story.actual.inside(period, Stated::Clock, scene);
    else
        m_story.actual.span(from.bounds, to.bounds, scene, isBetween);
    // Back to normal is what was told last.
    const auto normal = m_story.milestones.find(MilestoneName::BackToNormal);
    if (scene.revision > 0 && normal != m_story.milestones.end() && to.bounds.isExact() &&
        normal->second.at.hi && *normal->second.at.hi < *to.bounds.hi)
        m_story.milestoneAt(MilestoneName::BackToNormal, to.bounds, scene);
    m_story.lastEvent = MilestoneFrom::Started;
}

} // namespace reading
