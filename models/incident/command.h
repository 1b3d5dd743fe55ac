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

struct MarkStep
{
    QString step;
    StepState state = StepState::Done;
    QString reason;         ///< required, except to take a mark back
    bool automatic = false; ///< from marksToKeep()
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
                 Replan, WriteSection, RecordExport, ImportIncident, ShowImport, RetractPosts>;

} // namespace incident
