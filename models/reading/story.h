// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reading/windowbook.h"

namespace reading {

/// What has been understood so far, in the order in which it was written.
struct Story
{
    Kind kind = Kind::Outage;
    EntryMode entryMode = EntryMode::Retrospective;
    bool isOver = false; ///< the revision at hand says that it is over
    WindowBook actual;
    WindowBook planned;
    std::map<MilestoneName, Milestone> milestones;
    std::map<MilestoneName, int> milestoneRevision;
    std::vector<Estimate> estimates;
    std::optional<Verdict> verdict;

    std::optional<QDate> day;          ///< named last
    std::optional<Instant> lastTime;   ///< told last
    std::optional<Instant> timeBefore; ///< told last before this revision
    std::optional<Point> part;         ///< of a day, named last in this revision
    bool isFull = false;               ///< clock times on the 24-hour clock

    /// What "after that" reaches back to.
    MilestoneFrom lastEvent = MilestoneFrom::Started;
    int lastEventSentence = -1;
    bool isSaidRecovered = false; ///< told afterwards, as the end of the trouble
    bool isOnlyEnd = false;       ///< back to normal is no more than the end of the trouble
    bool isEndRemedy = false;     ///< the end is only known from what was done then
    bool isRestored = false;      ///< back to normal is only known as "restored" so far
    int sentence = 0;             ///< counts sentences

    /// Something that was done, at a time, and nothing says yet what for.
    struct Step
    {
        Bounds at;
        int revision = 0;
        int sentence = 0;
        std::optional<MilestoneFrom> from = {}; ///< "ten minutes later we ...": no time of its own
        Minutes after = {};
    };
    std::optional<Step> step; ///< the last one
    int deedSentence = -1;    ///< the last that told of something done, time or none
    /// The first thing that we did, told before any other time: what set the trouble off.
    std::optional<Step> opening;

    void happened(MilestoneName name, const Scene &scene);
    /// `restores`: said in words that also fit a remedy after which more had to recover.
    void milestoneAt(MilestoneName name, Bounds at, const Scene &scene, bool restores = false);
    void milestoneAfter(MilestoneName name, MilestoneFrom from, const Minutes &after,
                        const Scene &scene);
    /// Minutes before the posting time, 0 or less.
    void milestonePosted(MilestoneName name, const Minutes &before, const Scene &scene);
    void estimate(EstimateOf of, const Minutes &length, std::optional<Instant> until,
                  const Scene &scene);

    /// Gives the remedy, which had no time, that of the last thing done.
    void takeStep(MilestoneFrom from);
    /// A trouble whose start is not told began with what was done first.
    void takeOpening();
    /// The last thing done before it was well again is what helped.
    void takeRemedy();

    /// What was done last did not help.
    void takeBackRemedy();

    /// What other times are measured from did happen.
    void mark(MilestoneFrom from, const Scene &scene);

private:
    Milestone &open(MilestoneName name, const Scene &scene);
    void follow(MilestoneName name);
    void noteEnd(MilestoneName name, const Scene &scene);
};

} // namespace reading
