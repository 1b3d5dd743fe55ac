// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/values.h"

#include <QByteArray>
#include <variant>

/// What has happened. Events are appended and never changed; everything else derives from them.
namespace incident {

struct Opened
{
    Kind kind = Kind::Outage;
    EntryMode entry = EntryMode::Live;
    State state = State::Active;
    QString ref; ///< short and unique, for people: "2026-11-22-1"
    QString title;
    QString zone;    ///< IANA name of the zone in which times were entered
    QString monitor; ///< the monitor that led here; may be empty
    bool operator==(const Opened &) const = default;
};

struct TitleChanged
{
    QString title;
    bool operator==(const TitleChanged &) const = default;
};

struct SeverityChanged
{
    int severity = 0; ///< 1 (worst) to 4; 0 = not set
    bool operator==(const SeverityChanged &) const = default;
};

struct CauseStated
{
    Cause cause;
    QString reason; ///< for will_not_know, or leaving it unknown
    bool operator==(const CauseStated &) const = default;
};

struct StateChanged
{
    State to = State::Active;
    QString reason;
    bool operator==(const StateChanged &) const = default;
};

struct MilestoneSet
{
    Milestone milestone = Milestone::Started;
    int round = 1;
    RoughInstant at; ///< unknown: an earlier statement is taken back; or it does not apply
    Source source = Source::Manual;
    QString reason;
    bool operator==(const MilestoneSet &) const = default;
};

struct WindowSet
{
    Window window;
    QString reason;
    bool operator==(const WindowSet &) const = default;
};

struct WindowWithdrawn
{
    int seq = 0;
    QString reason;
    bool operator==(const WindowWithdrawn &) const = default;
};

struct Noted
{
    QString text;
    bool operator==(const Noted &) const = default;
};

struct AlertLinked
{
    /// A later event with the same alert id replaces it; round is not part of the payload.
    AlertEvidence alert;
    bool operator==(const AlertLinked &) const = default;
};

struct PostRevised
{
    PostRevision revision; ///< written, seen and round are not part of the payload
    bool operator==(const PostRevised &) const = default;
};

struct PostsRetracted
{
    QString id;
    QStringList targets;
    QString reason;
    bool operator==(const PostsRetracted &) const = default;
};

/// The revision was read back, or is not there any more if it is that of a retraction.
struct PostSeen
{
    QString revision;
    QString target;
    QString remoteId;
    QString url;
    bool operator==(const PostSeen &) const = default;
};

struct PromiseMade
{
    Promise promise; ///< status open
    bool operator==(const PromiseMade &) const = default;
};

struct PromiseSettled
{
    QString promise;
    PromiseStatus status = PromiseStatus::Kept;
    QString note;
    bool operator==(const PromiseSettled &) const = default;
};

struct ChecklistStarted
{
    QByteArray checklist; ///< the frozen copy, as compact JSON
    bool operator==(const ChecklistStarted &) const = default;
};

struct StepMarked
{
    QString step;
    int round = 1;
    StepState state = StepState::Done;
    QString reason;
    bool automatic = false; ///< stated by what was measured, not by a person
    QString link{};         ///< to what proves it; may be empty
    bool operator==(const StepMarked &) const = default;
};

struct KindChanged
{
    Kind kind = Kind::NearMiss;
    QString reason;
    bool operator==(const KindChanged &) const = default;
};

struct Linked
{
    Link link;
    bool operator==(const Linked &) const = default;
};

/// Says what a promise left open; the quote stays.
struct PromiseDated
{
    QString promise;
    RoughInstant due;
    QString trigger;
    QString owner;
    bool operator==(const PromiseDated &) const = default;
};

struct FollowUpSet
{
    FollowUp followUp; ///< a later event with the same id replaces it; status, note: no payload
    bool operator==(const FollowUpSet &) const = default;
};

struct FollowUpSettled
{
    QString followUp;
    FollowUpStatus status = FollowUpStatus::Done;
    QString note;
    bool operator==(const FollowUpSettled &) const = default;
};

struct ProviderContacted
{
    ProviderContact contact; ///< answer and answered are not part of the payload
    bool operator==(const ProviderContacted &) const = default;
};

struct ProviderAnswered
{
    QString contact;
    QString answer;
    bool operator==(const ProviderAnswered &) const = default;
};

struct AbortRuleSet
{
    AbortRule rule;
    bool operator==(const AbortRuleSet &) const = default;
};

struct AlertsMuted
{
    Mute mute; ///< takes the place of the one before; without components nothing is muted any more
    bool operator==(const AlertsMuted &) const = default;
};

struct RemedyStarted
{
    RemedyRun run; ///< what is known when it starts
    bool operator==(const RemedyStarted &) const = default;
};

struct RemedyEnded
{
    QString run;
    int exitCode = 0;
    bool timedOut = false;
    QString output;
    bool operator==(const RemedyEnded &) const = default;
};

struct Reopened
{
    QString reason;
    bool operator==(const Reopened &) const = default;
};

struct SectionWritten
{
    QString section; ///< of the postmortem
    QString text;    ///< Markdown
    bool operator==(const SectionWritten &) const = default;
};

struct PostmortemExported
{
    QString format; ///< md or html
    QString hash;   ///< SHA-256 of the file, hexadecimal
    bool operator==(const PostmortemExported &) const = default;
};

/// The incident was read from a post that was there before.
struct Imported
{
    Origin origin;
    bool operator==(const Imported &) const = default;
};

/// Where the user wants the imported posts to be shown; replaces what was chosen before.
struct ImportShown
{
    QStringList targets; ///< as in PostRevision::targets; empty = nowhere
    bool operator==(const ImportShown &) const = default;
};

/// Written by a newer version: kept as it is, and of no effect here.
struct UnknownEvent
{
    QString kind;
    QByteArray json;
    bool operator==(const UnknownEvent &) const = default;
};

using Payload =
    std::variant<Opened, TitleChanged, SeverityChanged, CauseStated, StateChanged, MilestoneSet,
                 WindowSet, WindowWithdrawn, Noted, AlertLinked, PostRevised, PostSeen, PromiseMade,
                 PromiseSettled, ChecklistStarted, StepMarked, Reopened, SectionWritten,
                 PostmortemExported, Imported, ImportShown, PostsRetracted, KindChanged, Linked,
                 PromiseDated, FollowUpSet, FollowUpSettled, ProviderContacted, ProviderAnswered,
                 AbortRuleSet, AlertsMuted, RemedyStarted, RemedyEnded, UnknownEvent>;

/// What decide() makes: not yet in the ledger.
struct NewEvent
{
    Payload payload;
    RoughInstant occurred;
    bool operator==(const NewEvent &) const = default;
};

struct Event
{
    QString id; ///< UUIDv7
    QString incident;
    Payload payload;
    RoughInstant occurred; ///< when it happened
    Instant recorded{};    ///< when we wrote it down; never changed
    QString author;
    bool operator==(const Event &) const = default;
};

} // namespace incident
