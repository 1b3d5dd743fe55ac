// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/checklist.h"

#include <QCoreApplication>

namespace incident {

/// What closed a step.
struct Closing
{
    QString evidence;
    std::optional<Instant> at;
    QString link{}; ///< to what proves it; may be empty
};

/// Answers the questions of one evaluation of a checklist.
class Evaluation
{
    Q_DECLARE_TR_FUNCTIONS(incident)

public:
    Evaluation(const Incident &incident, const Surroundings &surroundings)
        : m_incident(incident)
        , m_surroundings(surroundings)
    {}

    // evaluate.cpp
    [[nodiscard]] StepStatus status(const ChecklistStep &step) const;

private:
    using MaybeInstant = std::optional<Instant>;
    using MaybeClosing = std::optional<Closing>;

    // evaluate.cpp
    [[nodiscard]] const StepMark *markOf(const ChecklistStep &step) const;
    [[nodiscard]] MaybeClosing closedBy(const ChecklistStep &step) const;
    /// Why the step has nothing to ask for here.
    [[nodiscard]] std::optional<QString> notApplicable(const ChecklistStep &step) const;

    // evaluatetimes.cpp
    [[nodiscard]] MaybeInstant milestone(Milestone name) const;
    [[nodiscard]] MaybeInstant entered(State state) const;
    [[nodiscard]] MaybeInstant triggered(Trigger trigger) const;
    [[nodiscard]] MaybeInstant dueTime(const ChecklistStep &step, Instant since) const;
    [[nodiscard]] MaybeInstant allClearDue(const ChecklistStep &step, Instant since) const;
    [[nodiscard]] MaybeInstant updatePromiseDue() const;
    [[nodiscard]] MaybeInstant nextUpdateDue(const ChecklistStep &step) const;
    [[nodiscard]] MaybeInstant watchedUntil(const ChecklistStep &step) const;

    // evaluateincident.cpp
    [[nodiscard]] bool isOver() const;
    [[nodiscard]] bool owesUpdate() const;
    [[nodiscard]] bool asksForPostmortem() const;
    /// Of the running round, or of any for what is done once.
    [[nodiscard]] const MilestoneRow *rowFor(const ChecklistStep &step, Milestone name) const;
    [[nodiscard]] MaybeClosing byMilestone(const ChecklistStep &step, Milestone name) const;
    [[nodiscard]] MaybeClosing byFirstPost(const ChecklistStep &step) const;
    [[nodiscard]] MaybeClosing confirmed(const ChecklistStep &step) const;
    [[nodiscard]] MaybeClosing feltAndComponents() const;
    [[nodiscard]] MaybeClosing windowBounded() const;
    [[nodiscard]] MaybeClosing updated() const;
    [[nodiscard]] MaybeClosing suspectNamed() const;
    [[nodiscard]] MaybeClosing watched(const ChecklistStep &step) const;
    [[nodiscard]] MaybeClosing allClear() const;
    [[nodiscard]] MaybeClosing causeStated() const;
    [[nodiscard]] MaybeClosing promisesDated(const ChecklistStep &step) const;
    [[nodiscard]] MaybeClosing exported() const;

    // evaluateprovider.cpp
    [[nodiscard]] bool isOutside() const;
    [[nodiscard]] bool isProviderStep(const ChecklistStep &step) const;
    [[nodiscard]] MaybeClosing providerChecked() const;
    [[nodiscard]] MaybeClosing providerContacted() const;
    [[nodiscard]] MaybeClosing providerAnswered() const;
    [[nodiscard]] MaybeClosing exposureNoted() const;
    [[nodiscard]] MaybeInstant chaseDue(Instant since) const;

    // evaluatemaintenance.cpp
    [[nodiscard]] MaybeClosing abortRuleSet() const;
    [[nodiscard]] MaybeClosing alertsMuted() const;
    [[nodiscard]] MaybeClosing afterEffectsEnded() const;
    [[nodiscard]] const Window *plan() const;
    [[nodiscard]] MaybeClosing planBounded() const;
    [[nodiscard]] MaybeClosing announced() const;
    [[nodiscard]] MaybeClosing startPosted() const;
    [[nodiscard]] MaybeClosing workEnded() const;
    [[nodiscard]] MaybeClosing completionPosted() const;
    [[nodiscard]] MaybeInstant announcementDue(const ChecklistStep &step) const;
    [[nodiscard]] MaybeInstant startDue(const ChecklistStep &step) const;
    [[nodiscard]] MaybeInstant overrunDue() const;

    const Incident &m_incident;
    const Surroundings &m_surroundings;
};

/// When readers could first see it.
[[nodiscard]] inline std::optional<Instant> publishedAt(const PostRevision &post)
{
    return post.seen.empty() ? std::nullopt : std::optional(post.seen.front().at);
}

[[nodiscard]] inline Closing seenOn(const PostRevision &post)
{
    return {QCoreApplication::translate("incident", "seen on %1").arg(post.seen.front().target),
            publishedAt(post), post.seen.front().url};
}

} // namespace incident
