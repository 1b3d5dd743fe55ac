// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/role.h"

#include <algorithm>

namespace reading {

using namespace Qt::StringLiterals;

bool isState(Category event)
{
    return event == Category::Bad || event == Category::Degraded || event == Category::ReadOnly ||
           event == Category::MaintenanceMode;
}

namespace {

/// "We found that a change at 11:38 had broken them": the time is that of what was found.
Category foundOut(const Scene &scene, const Mention &mention)
{
    const std::vector<Cue> &cues = scene.clause->cues;
    const auto found = std::find_if(cues.begin(), cues.end(), [&](const Cue &cue) {
        return cue.category == Category::Detects && cue.end <= mention.begin &&
               wordAt(scene.sentence->tokens, cue.end - 1, "that"_L1);
    });
    if (found == cues.end())
        return Category::Count;
    const auto trouble = std::find_if(found + 1, cues.end(), [](const Cue &cue) {
        return cue.category == Category::Fails || cue.category == Category::Bad ||
               cue.category == Category::Degraded;
    });
    return trouble == cues.end() ? Category::Count : trouble->category;
}

} // namespace

namespace {

/// "The probe reported a failure at 9:05": what a machine says of trouble is its alert.
bool isMachineReport(const Scene &scene, Category event)
{
    constexpr int reach = 5; // tokens: "at 9:05 our external uptime"
    const Clause &clause = *scene.clause;
    const bool isSubject = std::any_of(clause.cues.begin(), clause.cues.end(), [&](const Cue &cue) {
        return cue.category == Category::Machine &&
               cue.begin <= subjectAt(*scene.sentence, clause) + reach;
    });
    return isSubject && clause.tense == Tense::Past && clause.ownTense && !scene.isTitle &&
           !clause.is(Category::Negation) && !clause.is(Category::Person) &&
           (event == Category::Fails || isState(event) || event == Category::Begins ||
            event == Category::Count);
}

} // namespace

Category ActualReader::eventOf(const Scene &scene, const Mention &mention) const
{
    const Category event = eventFor(*scene.sentence, *scene.clause, mention);
    if (m_story.actual.hasTiming() && mention.lead != Lead::From && mention.lead != Lead::To &&
        isMachineReport(scene, event))
        return Category::Alert;
    if (const Category found = foundOut(scene, mention); found != Category::Count)
        return found;
    // "I restarted it at 7:20", where the trouble has been told of.
    const bool isRestart =
        event == Category::OwnAction && m_story.actual.hasTiming() &&
        std::any_of(scene.clause->cues.begin(), scene.clause->cues.end(), [&](const Cue &cue) {
            return cue.category == Category::OwnAction &&
                   m_lexicon.longest(Category::Fixes, scene.sentence->tokens, cue.end - 1);
        });
    if (isRestart && m_story.kind != Kind::Maintenance && !scene.isTitle)
        return Category::Fixes;
    if ((event == Category::OwnAction || event == Category::Work || event == Category::Count) &&
        isRemedy(scene))
        return Category::Fixes;
    const bool mayCause =
        event == Category::OwnAction || event == Category::Work ||
        (event == Category::Fixes &&
         std::none_of(scene.clause->cues.begin(), scene.clause->cues.end(), [](const Cue &cue) {
             return cue.category == Category::Fixes && !cue.entry->text.isEmpty() &&
                    cue.entry->text != "weak"_L1;
         }));
    if (!mayCause)
        return event;
    // A remedy cannot come before any trouble: "we had to restart the server at 9:50".
    const bool isWeak = std::any_of(scene.clause->cues.begin(), scene.clause->cues.end(),
                                    [](const Cue &cue) { return cue.entry->text == "weak"_L1; });
    const bool isFirst = scene.revision == 0 && !scene.isTitle && !m_story.actual.hasTiming() &&
                         m_story.milestones.empty() && (m_story.isOver || isWeak) &&
                         !scene.sentence->has(Category::Recovers);
    if (isFirst && event == Category::Fixes)
        return Category::Fails;
    // "at 9:40 we restarted the proxy and the site went down": the action set it off.
    const std::vector<Clause> &clauses = scene.sentence->clauses;
    for (size_t i = 0; i < clauses.size(); ++i) {
        if (&clauses[i] != scene.clause)
            continue;
        for (size_t next = i + 1; next < clauses.size() && next <= i + 2; ++next) {
            const Clause &clause = clauses[next];
            const bool hasTime =
                std::any_of(clause.mentions.begin(), clause.mentions.end(), [&](int number) {
                    const MentionKind kind = scene.sentence->mentions[size_t(number)].kind;
                    return kind == MentionKind::Point || kind == MentionKind::Range;
                });
            if (clause.tense == Tense::Future || hasTime || clause.is(Category::Recovers))
                break;
            if (clause.is(Category::Fails))
                return Category::Fails;
            if (clause.is(Category::Bad))
                return Category::Bad;
        }
    }
    return event;
}

} // namespace reading
