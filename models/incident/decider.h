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
    // decidemaintenance.cpp
    base::Done operator()(const Replan &command);
    base::Done operator()(const StartMaintenance &command);
    base::Done operator()(const FinishMaintenance &command);
    // decidephases.cpp
    base::Done operator()(const EndPhase &command);
    base::Done operator()(const AbortMaintenance &command);
    base::Done operator()(const SetAbortRule &command);
    base::Done operator()(const MuteAlerts &command);
    // decideposts.cpp
    base::Done operator()(const RevisePost &command);
    base::Done operator()(const RecordSeen &command);
    base::Done operator()(const RetractPosts &command);
    // decidepromises.cpp
    base::Done operator()(const MakePromise &command);
    base::Done operator()(const SettlePromise &command);
    base::Done operator()(const DatePromise &command);
    // decidefollowups.cpp
    base::Done operator()(const PutFollowUp &command);
    base::Done operator()(const SettleFollowUp &command);
    base::Done operator()(const LogContact &command);
    base::Done operator()(const LogAnswer &command);
    base::Done operator()(const StartRemedy &command);
    base::Done operator()(const EndRemedy &command);
    // decidelinks.cpp
    base::Done operator()(const Reclassify &command);
    base::Done operator()(const LinkIncident &command);
    base::Done operator()(const SplitOff &command);
    base::Done operator()(const MergeInto &command);
    base::Done operator()(const TakeOver &command);
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
    // decideimport.cpp
    base::Done operator()(const ImportIncident &command);
    base::Done operator()(const ShowImport &command);

private:
    /// occurred defaults to now.
    void add(Payload payload, std::optional<RoughInstant> occurred = {});
    void enter(State state, const QString &reason = {});
    /// Refuses for the first of these that nobody has given a reason for.
    [[nodiscard]] static base::Done ask(const QStringList &odd, const QString &reason);

    void setMilestone(Milestone milestone, const RoughInstant &at, Source source,
                      const QString &reason = {}, int round = 0);
    /// What a machine noticed is stamped only where it contradicts nothing that was stated.
    void setMilestoneIfInOrder(Milestone milestone, const RoughInstant &at, Source source);
    base::Done stampNotApplicable(const Stamp &command);
    base::Done stampBackToNormal(const Stamp &command);
    void applyStampedState(Milestone milestone);
    base::Done undoBackToNormal(const RoughInstant &was);
    [[nodiscard]] bool madeByStamp(State state, Milestone milestone) const;
    void undoStampedState(Milestone milestone);

    /// Adds the window, and keeps "started" and "back to normal" of its round what the windows say.
    base::Done putWindow(Window window, const QString &reason, Source source = Source::Manual);
    /// The same with the round that the window says itself.
    base::Done keepWindow(Window window, const QString &reason, Source source);
    /// The round that ran when a window of another incident began, so that a later round is not
    /// said to have begun before it came back.
    [[nodiscard]] int roundAt(const RoughInstant &start) const;
    /// Several stretches lie inside their bounds; of one nothing is counted or summed up.
    static void settleSeveral(Window &window);
    [[nodiscard]] bool startsUnsaid(const Window &window) const;
    [[nodiscard]] Window begunWithRound(Window window) const;
    base::Done recordWindow(const Window &window, const QString &reason, Source source);
    void beginWithRound(Window &window) const;
    base::Done followStart(int round, const QString &reason, Source source);
    base::Done followEnd(const Window &before, const Window &after, const QString &reason,
                         Source source);
    base::Done moveStart(const Stamp &command);
    base::Done endWindows(const RoughInstant &at, const RoughInstant &was, const QString &reason,
                          Source source);
    /// "Back to normal" is when the last window ended, if nobody has said otherwise.
    base::Done concludeBackToNormal(const QString &reason);
    [[nodiscard]] int nextWindowSeq() const;
    [[nodiscard]] base::Done noSuchWindow(int seq) const;

    base::Done importWindows(const ImportIncident &command);
    base::Done importMilestones(const ImportIncident &command);
    void importPosts(const ImportIncident &command);
    base::Done openWindows(const OpenIncident &command);
    base::Done openStamps(const OpenIncident &command);
    void settleNextUpdates(const PostRevision &revision);
    void makePromisesOf(const PostRevision &revision);
    /// When work ends that is over at `at`. What began in that very second ends with the next one:
    /// a script is fast, and no stamp is finer.
    [[nodiscard]] RoughInstant endOfWork(const RoughInstant &at) const;
    /// Alerts of what is worked on open no incident until the plan is over.
    void muteWorkedOn();
    /// What follows the phase that has just ended: the next planned one, or the checking.
    base::Done beginPhase(const RoughInstant &at);
    [[nodiscard]] base::Done checkPublicStatus(PublicStatus status) const;
    [[nodiscard]] base::Done guard(State to, const QString &reason) const;
    [[nodiscard]] base::Done guardMissing(State to, const QString &reason) const;

    Incident m_incident;
    Occasion m_occasion;
    QString m_id; ///< of the incident, also while it does not exist yet
    std::vector<NewEvent> m_events;
    bool m_tellingAfterwards = false; ///< opening what is over: it is where it was said to be
};

/// The step by which completed work has been checked.
inline constexpr QLatin1StringView verifyStep{"M7"};

/// A reason was given that says something.
[[nodiscard]] bool isReason(const QString &reason);

} // namespace incident
