// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reading/story.h"

namespace reading {

/// Withdraws, replaces and extends plans.
class PlanChanger
{
public:
    PlanChanger(const Lexicon &lexicon, WallTime &wallTime, Story &story)
        : m_lexicon(lexicon)
        , m_wallTime(wallTime)
        , m_story(story)
    {}

    /// Reads a time phrase of a clause that changes a plan. Returns whether it is used up by that.
    [[nodiscard]] bool read(const Scene &scene, const Clause &own, const Mention &mention);
    /// After the clause's time phrases: a plan may be withdrawn without any.
    void close(const Scene &scene);
    /// After a revision: a plan that was put off without a new date is withdrawn.
    void finish(int revision);
    /// A later revision states another start: the plan is replaced.
    /// Replaces the plan by one with the same start; false if it has none.
    [[nodiscard]] bool hasChanged(int revision) const { return m_changedRevision == revision; }
    [[nodiscard]] bool sameStart(const Scene &scene);
    void replaceIfOther(const Scene &scene, const Bounds &start);

private:
    void supersede(const Scene &scene);
    bool shift(const Scene &scene, const Mention &mention);
    bool extend(const Scene &scene, const Mention &mention);
    [[nodiscard]] bool prolongs(const Scene &scene, const Mention &mention) const;
    bool sameTimes(const Scene &scene, const Mention &mention);
    bool sameDay(const Scene &scene, const Mention &mention);
    bool fromOldToNew(const Scene &scene, const Mention &mention, const Cue &moved);
    [[nodiscard]] bool isOld(const Scene &scene, const Clause &own, const Mention &mention) const;
    [[nodiscard]] bool hasPlan() const { return m_story.planned.hasTiming(); }

    const Lexicon &m_lexicon;
    WallTime &m_wallTime;
    Story &m_story;
    int m_changedRevision = -1; ///< whose new plan is being read
    int m_changedSentence = -1;
    int m_cancelledRevision = -1; ///< in which a plan was withdrawn
    int m_postponedRevision = -1; ///< that puts the plan off, perhaps without a new one
};

} // namespace reading
