// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/values.h"

#include <utility>
#include <variant>

/// What somebody wants to be done. decide() answers with the events it leads to, or refuses with a
/// sentence. `reason` fields are empty unless a person gave one; where a rule asks for one,
/// decide() refuses with ErrorKind::NeedsReason and the same command may come again with the
/// reason.
namespace incident {

struct OpenIncident
{
    QString id;  ///< UUIDv7, new
    QString ref; ///< short and unique
    Kind kind = Kind::Outage;
    EntryMode entry = EntryMode::Live;
    State state = State::Active; ///< where it enters: see the state machine
    QString title;
    QString zone; ///< IANA name
    QString monitor;
    int severity = 0;
    std::vector<Window> windows; ///< seq and round are given by decide()
    std::optional<AlertEvidence> alert;
    RoughInstant detected; ///< unknown if nobody has looked yet
    RoughInstant fixed;
    RoughInstant backToNormal;
    QByteArray checklist; ///< the frozen copy; empty for none
    QString reason;       ///< for what is unusual about the times
    std::vector<Link> links{};
};

/// Says when a milestone was; stamping it again corrects it.
struct Stamp
{
    Milestone milestone = Milestone::Detected;
    RoughInstant at; ///< "does not apply" is for what will never happen, with a reason
    Source source = Source::Manual;
    QString reason;
};

/// Takes a stamp back: a correcting event, nothing is removed.
struct Unstamp
{
    Milestone milestone = Milestone::Detected;
    QString reason;
};

struct Retitle
{
    QString title;
};

struct SetSeverity
{
    int severity = 0; ///< 1 to 4
};

struct StateCause
{
    Cause cause;
    QString reason;
};

/// Adds a window (seq 0) or corrects one.
struct PutWindow
{
    Window window;
    QString reason;
};

struct WithdrawWindow
{
    int seq = 0;
    QString reason;
};

struct AddNote
{
    QString text;
    RoughInstant occurred; ///< unknown = now
};

struct LinkAlert
{
    AlertEvidence alert;
};

struct RevisePost
{
    PostRevision revision; ///< id is new; number is given by decide()
};

/// Takes the posts away from the readers of these targets.
struct RetractPosts
{
    QString id; ///< new
    QStringList targets;
    QString reason;
};

struct RecordSeen
{
    QString revision; ///< or the id of a retraction
    QString target;
    QString remoteId;
    QString url;
    QString promiseId; ///< for the "next update" promise that this may make; empty: the post's id
};

struct MakePromise
{
    Promise promise;
};

struct SettlePromise
{
    QString promise;
    PromiseStatus status = PromiseStatus::Kept;
    QString note;
};

/// Says when a promise falls due, what it waits for, or who keeps it.
struct DatePromise
{
    QString promise;
    RoughInstant due; ///< unknown: stays as it is, like each empty text
    QString trigger;
    QString owner;
};

/// Adds a follow-up, or changes the one with its id.
struct PutFollowUp
{
    FollowUp followUp; ///< status and note: settle it instead
};

struct SettleFollowUp
{
    QString followUp;
    FollowUpStatus status = FollowUpStatus::Done;
    QString note;
};

struct LogContact
{
    ProviderContact contact; ///< id is new
};

struct LogAnswer
{
    QString contact;
    QString answer; ///< or why none is waited for any more
};

/// A command of the user's own is about to run. Refused if it has run too often.
struct StartRemedy
{
    RemedyRun run;
    int atMostPerHour = 0; ///< 0 = as often as one likes; a dry run does not count
};

struct EndRemedy
{
    QString run;
    int exitCode = 0;
    bool timedOut = false;
    QString output;
};

/// Nobody was affected after all, or they were; never to or from maintenance.
struct Reclassify
{
    Kind kind = Kind::NearMiss;
    QString reason;
};

struct LinkIncident
{
    Link link;
};

/// A part of this goes on as an incident of its own: said here, for the part that leaves.
struct SplitOff
{
    QString incident; ///< the id of the new one
    QString ref;
    std::vector<int> windows; ///< windows that leave whole
    QStringList components;   ///< components that leave the windows they stand in
    QString reason;
};

/// This is the same trouble as another incident: said here, for the one that ends.
struct MergeInto
{
    QString incident;
    QString ref;
    QString reason;
};

/// The same, said for the one that goes on: it takes over what the other one knows.
struct TakeOver
{
    QString incident;
    QString ref;
    std::vector<Window> windows;
    std::vector<AlertEvidence> alerts;
    std::vector<Promise> promises; ///< that are open
    QString reason;
};

struct MarkStep
{
    QString step;
    StepState state = StepState::Done;
    QString reason;         ///< required, except to take a mark back
    bool automatic = false; ///< from marksToKeep()
    QString link{};         ///< to what proves it; may be empty
};

/// A step of the state machine that no stamp makes.
struct Advance
{
    State to = State::Review;
    QString reason;
};

/// "It's back": a new round of the same fault, noticed now.
struct Reopen
{
    Window window;  ///< the new open window; without components it is felt as the last one was
    QString reason; ///< at least 10 characters
};

/// Planned work begins: the plan stays, an actual window starts.
struct StartMaintenance
{
    RoughInstant at;
};

/// One phase of the work has ended: the next planned one begins, or the checking.
struct EndPhase
{
    RoughInstant at;
    QString reason; ///< for what is unusual about the time
};

/// The work was given up and everything put back.
struct AbortMaintenance
{
    RoughInstant at;
    QString reason;
};

struct SetAbortRule
{
    AbortRule rule;
};

/// Replaces the mute there is; without components it ends.
struct MuteAlerts
{
    Mute mute;
};

/// Planned work has ended and was checked.
struct FinishMaintenance
{
    RoughInstant at;
    QString reason; ///< how it was verified; may be empty
};

/// A new plan in the place of the old one, which is kept.
struct Replan
{
    Window window; ///< seq of the plan it replaces; 0 for the first
    QString reason;
};

struct WriteSection
{
    QString section;
    QString text;
};

struct RecordExport
{
    QString format;
    QString hash;
};

/// A post that stood somewhere before, as one update of the thread.
struct ImportedPost
{
    PostRevision revision; ///< number and targets are given by decide()
    Instant posted{};
    QString url; ///< where it stands; may be empty
};

/// A window that an imported post states.
struct ImportedWindow
{
    Window window; ///< seq and round are given by decide()
    Instant told{};
    bool replaced = false; ///< a plan that a later update took back
};

/// What an imported post undertakes.
struct ImportedPromise
{
    Promise promise; ///< may have neither a due time nor a trigger
    Instant made{};
};

/// A whole incident from posts that were there before: history, so it asks for nothing any more,
/// but for planned work that is still to come.
struct ImportIncident
{
    QString id;  ///< the same for the same origin
    QString ref; ///< short and unique
    Kind kind = Kind::Outage;
    EntryMode entry = EntryMode::Retrospective; ///< or planned
    State state = State::Closed;                ///< or cancelled, or scheduled: planned work only
    QString title;
    QString zone; ///< IANA name
    Origin origin;
    std::vector<ImportedPost> posts; ///< at least one, oldest first
    std::vector<ImportedWindow> windows;
    std::vector<std::pair<Milestone, RoughInstant>> milestones;
    std::vector<ImportedPromise> promises;
    Cause cause;         ///< unknown if the posts do not state one
    QStringList shownAt; ///< as in ShowImport
};

/// Shows imported posts at these targets as they stood; none takes them from there again.
struct ShowImport
{
    QStringList targets;
};

using Command =
    std::variant<OpenIncident, Stamp, Unstamp, Retitle, SetSeverity, StateCause, PutWindow,
                 WithdrawWindow, AddNote, LinkAlert, RevisePost, RecordSeen, MakePromise,
                 SettlePromise, MarkStep, Advance, Reopen, StartMaintenance, FinishMaintenance,
                 Replan, WriteSection, RecordExport, ImportIncident, ShowImport, RetractPosts,
                 EndPhase, AbortMaintenance, SetAbortRule, MuteAlerts, DatePromise, PutFollowUp,
                 SettleFollowUp, LogContact, LogAnswer, StartRemedy, EndRemedy, Reclassify,
                 LinkIncident, SplitOff, MergeInto, TakeOver>;

} // namespace incident
