// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/decide.h"

#include <QCoreApplication>

namespace incident {

/// Collects what a command leads to. Each subject of decide() is a set of overloads in its own
/// file; the working copy follows the events, so that a later step of one command sees the earlier
/// ones.
class Decider
{
    Q_DECLARE_TR_FUNCTIONS(incident)

public:
    Decider(const Incident &incident, const Occasion &occasion);

    [[nodiscard]] std::vector<NewEvent> takeEvents() { return std::move(m_events); }

    // decideopen.cpp
    base::Done operator()(const OpenIncident &command);
    base::Done operator()(const Reopen &command);
    // decidemilestones.cpp
    base::Done operator()(const Stamp &command);
    base::Done operator()(const Unstamp &command);
    // decidewindows.cpp
    base::Done operator()(const PutWindow &command);
    base::Done operator()(const WithdrawWindow &command);
    base::Done operator()(const Replan &command);
    base::Done operator()(const StartMaintenance &command);
    base::Done operator()(const FinishMaintenance &command);
    // decideposts.cpp
    base::Done operator()(const RevisePost &command);
    base::Done operator()(const RecordSeen &command);
    base::Done operator()(const MakePromise &command);
    base::Done operator()(const SettlePromise &command);
    // decidefacts.cpp
    base::Done operator()(const Retitle &command);
    base::Done operator()(const SetSeverity &command);
    base::Done operator()(const StateCause &command);
    base::Done operator()(const AddNote &command);
    base::Done operator()(const LinkAlert &command);
    base::Done operator()(const MarkStep &command);
    base::Done operator()(const WriteSection &command);
    base::Done operator()(const RecordExport &command);
    // decidestates.cpp
    base::Done operator()(const Advance &command);

private:
    /// occurred defaults to now.
    void add(Payload payload, std::optional<RoughInstant> occurred = {});
    void enter(State state, const QString &reason = {});
    void setMilestone(Milestone milestone, const RoughInstant &at, Source source,
                      const QString &reason = {});
    /// Adds the window and keeps the start of the incident what its first window says.
    base::Done putWindow(Window window, const QString &reason);
    [[nodiscard]] int nextWindowSeq() const;
    base::Done endOpenWindows(const RoughInstant &at);
    base::Done moveStart(const RoughInstant &at, const QString &reason);
    void applyStampedState(Milestone milestone);
    base::Done undoStampedState(Milestone milestone, const RoughInstant &was);
    void settleNextUpdates(const PostRevision &revision);
    [[nodiscard]] base::Done guard(State to, const QString &reason) const;
    [[nodiscard]] base::Done guardReview(const QString &reason) const;
    [[nodiscard]] base::Done guardClose() const;

    Incident m_incident;
    Occasion m_occasion;
    std::vector<NewEvent> m_events;
};

/// A reason was given that says something.
[[nodiscard]] bool isReason(const QString &reason);

} // namespace incident
