// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reading/planchange.h"
#include "reading/story.h"

namespace reading {

/// Reads time phrases of clauses that tell what happened.
class ActualReader
{
public:
    ActualReader(const Lexicon &lexicon, WallTime &wallTime, Story &story)
        : m_lexicon(lexicon)
        , m_wallTime(wallTime)
        , m_story(story)
    {}

    void read(const Scene &scene, const Mention &mention);
    /// Milestones that the clause tells of without any time.
    void readWithoutTime(const Scene &scene);
    /// "The disk is swapped and we are watching it": a remedy, as somebody watches whether it
    /// holds.
    void readWatch(const Scene &scene);

private:
    void point(const Scene &scene, const Mention &mention);
    void partOfDay(const Scene &scene, const Mention &mention, Category event,
                   const Resolved &resolved);
    [[nodiscard]] static bool isListedTime(const Scene &scene, const Mention &mention);
    bool startAt(const Scene &scene, const Mention &mention, const Bounds &at);
    void range(const Scene &scene, const Mention &mention);
    void endAt(const Scene &scene, const Bounds &at);
    void length(const Scene &scene, const Mention &mention);
    void now(const Scene &scene, const Mention &mention);
    void immediately(const Scene &scene, const Mention &mention);
    void ago(const Scene &scene, const Mention &mention);
    void lately(const Scene &scene, const Mention &mention);
    void bare(const Scene &scene, const Mention &mention, Category event);
    [[nodiscard]] bool isOthersLength(const Scene &scene, const Mention &mention,
                                      Category event) const;
    bool chained(const Scene &scene, const Mention &mention, Category event);

    /// What the mention is about; an action that set the trouble off counts as the trouble.
    [[nodiscard]] Category eventOf(const Scene &scene, const Mention &mention) const;
    [[nodiscard]] std::optional<MilestoneName> milestoneOf(const Scene &scene,
                                                           Category event) const;
    [[nodiscard]] MilestoneFrom chainedFrom(const Scene &scene, const Mention &mention) const;
    void milestoneAt(const Scene &scene, const Mention &mention, Category event, const Bounds &at,
                     Stated how);
    [[nodiscard]] bool isRemedy(const Scene &scene) const;
    [[nodiscard]] bool isOurRemedy(const Scene &scene) const;
    [[nodiscard]] bool tellsDeed(const Scene &scene) const;
    [[nodiscard]] bool isDone(const Scene &scene, const Cue &cue) const;
    [[nodiscard]] bool isStep(const Scene &scene, Category event) const;
    void noteStep(const Scene &scene, Category event, const Resolved &resolved);
    [[nodiscard]] bool followsStep(const Scene &scene) const;
    [[nodiscard]] bool isRelativeStep(const Scene &scene, const Mention &mention,
                                      Category event) const;
    [[nodiscard]] std::optional<Resolved> sharedTime(const Scene &scene) const;
    [[nodiscard]] bool isWithinTrouble(const Scene &scene, Category event,
                                       const Resolved &resolved) const;
    [[nodiscard]] bool isWellSince(const Scene &scene, const Mention &mention, Category event,
                                   const Resolved &resolved) const;
    [[nodiscard]] bool isWatching(const Scene &scene, const Mention &mention) const;

    const Lexicon &m_lexicon;
    WallTime &m_wallTime;
    Story &m_story;
};

/// Reads time phrases of clauses that tell what is to come.
class PlanReader
{
public:
    PlanReader(const Lexicon &lexicon, WallTime &wallTime, Story &story, PlanChanger &changer)
        : m_lexicon(lexicon)
        , m_wallTime(wallTime)
        , m_story(story)
        , m_changer(changer)
    {}

    void read(const Scene &scene, const Mention &mention);

private:
    void point(const Scene &scene, const Mention &mention);
    void range(const Scene &scene, const Mention &mention);
    void length(const Scene &scene, const Mention &mention);
    void estimatePoint(const Scene &scene, const Mention &mention);
    void estimateLength(const Scene &scene, const Mention &mention);
    [[nodiscard]] bool isPlan(const Scene &scene) const;

    const Lexicon &m_lexicon;
    WallTime &m_wallTime;
    Story &m_story;
    PlanChanger &m_changer;
};

/// What a clause's time phrases are read against.
[[nodiscard]] Frame frameOf(const Scene &scene, const Story &story);
/// Keeps the day and the instant for what follows in the text.
void remember(Story &story, const Resolved &resolved);
/// "it did not come back", as against "it came back without our doing"
[[nodiscard]] bool isDeniedEvent(const Lexicon &lexicon, const Scene &scene, Category event);
/// The clause's first token behind the word that joins it on: "and", "when".
[[nodiscard]] int behindJoint(const Tokens &tokens, const Clause &clause);
/// Whether the event is a state that lasts, as against something that happens.
[[nodiscard]] bool isState(Category event);
/// Whether we, or somebody with a name, did it.
[[nodiscard]] bool isOurAction(const Tokens &tokens, const Clause &clause);
/// "we restarted it, to no avail"
[[nodiscard]] bool wasInVain(const Scene &scene);
/// "A restart of the queue at 10:30 brought it back": what was done is what the clause is about.
[[nodiscard]] bool isByRemedy(const Tokens &tokens, const Clause &clause, const Mention &mention);
/// Whether the clause says with its remedy that the trouble is over: "resolved".
[[nodiscard]] bool endsTrouble(const Clause &clause);
/// Whether the length counts something else: data, a page's loading time, a session.
[[nodiscard]] bool isOtherLength(const Lexicon &lexicon, const Scene &scene,
                                 const Mention &mention);
/// Whether the sentence gives a length that is shorter than the period: it lies somewhere in it.
[[nodiscard]] bool tellsShorter(const Lexicon &lexicon, const Scene &scene, const Bounds &period);
/// How many times an outage came, if the clause says so: "three short outages".
[[nodiscard]] std::optional<int> countOf(const Lexicon &lexicon, const Scene &scene);

} // namespace reading
