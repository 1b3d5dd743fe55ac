// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/role.h"

#include <algorithm>

namespace reading {

using namespace Qt::StringLiterals;

MilestoneFrom ActualReader::chainedFrom(const Scene &scene, const Mention &mention) const
{
    // "of the first alert", "after we noticed", "of being told"
    const Tokens &tokens = scene.sentence->tokens;
    if (mention.anchor == Anchor::Into)
        return MilestoneFrom::Started;
    const bool isLinked = wordAt(tokens, mention.end, "of"_L1) ||
                          wordAt(tokens, mention.end, "after"_L1) ||
                          wordAt(tokens, mention.end, "from"_L1);
    if (isLinked) {
        const int stop = std::min(int(tokens.size()), mention.end + 8);
        for (int at = mention.end + 1; at < stop; ++at) {
            if (m_lexicon.longest(Category::Alert, tokens, at))
                return MilestoneFrom::FirstAlert;
            if (m_lexicon.longest(Category::Detects, tokens, at))
                return MilestoneFrom::Detected;
            if (m_lexicon.longest(Category::Fixes, tokens, at))
                return MilestoneFrom::Fixed;
            if (m_lexicon.longest(Category::Fails, tokens, at) ||
                m_lexicon.longest(Category::Bad, tokens, at) ||
                m_lexicon.longest(Category::Begins, tokens, at))
                return MilestoneFrom::Started;
        }
    }
    if (mention.anchor == Anchor::Later && followsStep(scene))
        return MilestoneFrom::Fixed;
    const bool continues = mention.anchor == Anchor::Later || mention.anchor == Anchor::More ||
                           m_story.lastEventSentence == m_story.sentence;
    return continues ? m_story.lastEvent : MilestoneFrom::Started;
}

namespace {

bool isItself(MilestoneName name, MilestoneFrom from)
{
    return (name == MilestoneName::FirstAlert && from == MilestoneFrom::FirstAlert) ||
           (name == MilestoneName::Detected && from == MilestoneFrom::Detected) ||
           (name == MilestoneName::Fixed && from == MilestoneFrom::Fixed);
}

} // namespace

bool ActualReader::chained(const Scene &scene, const Mention &mention, Category event)
{
    auto name = milestoneOf(scene, event);
    // "ten minutes after the alarm we had switched": the first only says since when.
    if (name && wordAt(scene.sentence->tokens, mention.end, "after"_L1) &&
        isItself(*name, chainedFrom(scene, mention))) {
        for (const Cue &cue : scene.clause->cues) {
            if (cue.begin > mention.end + 2 && milestoneOf(scene, cue.category))
                name = milestoneOf(scene, cue.category);
        }
    }
    if (!name)
        return false;
    const bool isLed = mention.lead == Lead::In || mention.lead == Lead::After ||
                       mention.lead == Lead::Within || mention.anchor == Anchor::Later ||
                       mention.anchor == Anchor::More || mention.anchor == Anchor::Into ||
                       scene.is(Category::Takes) || mention.lead == Lead::For ||
                       wordAt(scene.sentence->tokens, mention.end, "after"_L1) ||
                       wordAt(scene.sentence->tokens, mention.end, "of"_L1) ||
                       wordAt(scene.sentence->tokens, mention.end, "from"_L1);
    if (!isLed)
        return false;
    const MilestoneFrom from = chainedFrom(scene, mention);
    if (isItself(*name, from))
        return true; // "it was well within 80 minutes of the first alert"
    // "It broke at 9:00 and took 20 minutes to come back", and nothing is told between.
    const bool isWhole = *name == MilestoneName::BackToNormal && from == MilestoneFrom::Started &&
                         scene.is(Category::Takes) && !scene.isTitle && m_story.isOver &&
                         !m_story.actual.endOfCurrent().isStated() &&
                         !m_story.milestones.count(MilestoneName::Fixed);
    // "down at 23:31 ... back at 00:58, after 87 minutes"
    const bool isSpan = *name == MilestoneName::BackToNormal && mention.length.isPlain &&
                        m_story.actual.spansExactly(std::chrono::minutes(mention.length.number));
    if (isWhole || isSpan) {
        m_story.actual.length(mention.length, scene);
        return true;
    }
    m_story.mark(from, scene);
    m_story.takeStep(from);
    m_story.milestoneAfter(*name, from, mention.length.minutes, scene);
    return true;
}

} // namespace reading
