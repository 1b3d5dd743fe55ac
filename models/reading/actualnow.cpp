// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/role.h"

#include <algorithm>

namespace reading {

using namespace Qt::StringLiterals;
using namespace std::chrono;

bool endsTrouble(const Clause &clause)
{
    return std::any_of(clause.cues.begin(), clause.cues.end(), [](const Cue &cue) {
        return cue.category == Category::Fixes && cue.entry->text.contains("over"_L1);
    });
}

void ActualReader::now(const Scene &scene, const Mention &mention)
{
    const Category event = eventFor(*scene.sentence, *scene.clause, mention);
    const Bounds at = justNow(scene);
    const int before = at.lo ? int(duration_cast<minutes>(*at.lo - *at.hi).count()) : 0;
    if (!at.lo || scene.clause->tense == Tense::Future)
        return;
    const bool isRunning =
        std::any_of(scene.clause->cues.begin(), scene.clause->cues.end(), [&](const Cue &cue) {
            return cue.category == event && isUnderWay(scene.sentence->tokens, cue);
        });
    if (event == Category::Fixes && isRunning)
        return;
    const auto name = milestoneOf(scene, event);
    const bool negated = isDeniedEvent(m_lexicon, scene, event) && event != Category::Fixes;
    if (negated)
        return;
    if (event == Category::Recovers || event == Category::Ends ||
        (event == Category::Fixes && endsTrouble(*scene.clause))) {
        if (name && (event == Category::Recovers || mention.isJustNow))
            m_story.milestonePosted(*name, {before, 0}, scene);
        else if (name)
            m_story.happened(*name, scene);
        m_story.actual.end(at, Stated::Relative, scene);
        return;
    }
    if (name) {
        if (mention.isJustNow)
            m_story.milestonePosted(*name, {before, 0}, scene);
        else if (event == Category::Fixes)
            m_story.happened(*name, scene);
        return;
    }
    if (!mention.isJustNow)
        return;
    if (event == Category::Fails || event == Category::Begins) {
        if (m_story.isOver)
            m_story.actual.end(at, Stated::Relative, scene);
        else
            m_story.actual.start(at, Stated::Relative, scene);
    } else if (m_story.isOver) {
        m_story.actual.end(at, Stated::Relative, scene);
    } else {
        m_story.actual.start(at, Stated::Relative, scene);
    }
}

void ActualReader::immediately(const Scene &scene, const Mention &mention)
{
    const Category event = eventFor(*scene.sentence, *scene.clause, mention);
    const auto name = milestoneOf(scene, event);
    if (!name || scene.clause->tense == Tense::Future || scene.is(Category::Negation))
        return;
    MilestoneFrom from = *name == MilestoneName::Detected || *name == MilestoneName::FirstAlert
                             ? MilestoneFrom::Started
                             : m_story.lastEvent;
    m_story.milestoneAfter(*name, from, {0, 2}, scene);
}

void ActualReader::ago(const Scene &scene, const Mention &mention)
{
    if (!scene.posted)
        return;
    const Category event = eventFor(*scene.sentence, *scene.clause, mention);
    const int number = mention.length.number;
    int far = number + fifthOf(number);
    int near = number - fifthOf(number);
    if (!mention.length.isPlain && !mention.length.isApprox && mention.length.minutes.hi) {
        far = *mention.length.minutes.hi;
        near = mention.length.minutes.lo.value_or(0);
    }
    const Bounds at{*scene.posted - minutes(far), *scene.posted - minutes(near)};
    // "from 15:20 until half an hour ago"
    if (m_lexicon.longest(Category::ToPoint, scene.sentence->tokens, mention.begin - 1)) {
        m_story.actual.end(at, Stated::Relative, scene);
        return;
    }
    if (const auto name = milestoneOf(scene, event)) {
        m_story.milestonePosted(*name, {-far, -near}, scene);
        if (event == Category::Recovers || endsTrouble(*scene.clause))
            m_story.actual.end(at, Stated::Relative, scene);
        return;
    }
    if (event == Category::Ends || event == Category::Recovers)
        m_story.actual.end(at, Stated::Relative, scene);
    else
        m_story.actual.start(at, Stated::Relative, scene);
}

void ActualReader::lately(const Scene &scene, const Mention &mention)
{
    const std::optional<int> length = mention.length.minutes.hi;
    if (!scene.posted || !length)
        return;
    const bool isThroughout = wordAt(scene.sentence->tokens, mention.begin, "for"_L1);
    if (isThroughout && !m_story.isOver) {
        ago(scene, mention);
        return;
    }
    const Bounds period{*scene.posted - minutes(*length), *scene.posted};
    const Category event = eventFor(*scene.sentence, *scene.clause, mention);
    if (const auto name = milestoneOf(scene, event))
        m_story.milestonePosted(*name, {-*length, 0}, scene);
    else if (m_story.isOver || scene.is(Category::Several))
        m_story.actual.inside(period, Stated::Relative, scene);
    else
        m_story.actual.startedIn(period, Stated::Relative, scene);
}

} // namespace reading
