// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/vocabulary.h"
#include "timing/rough.h"

#include <optional>
#include <QString>
#include <QStringList>
#include <vector>

/// The values that events carry and an incident is made of. All instants UTC.
namespace incident {

using base::Instant;
using base::Span;
using timing::RoughDuration;
using timing::RoughInstant;

/// One stretch in which the service was, or is planned to be, affected.
struct Window
{
    int seq = 0;          ///< 1 for the first; a row with the same seq replaces the one before
    int round = 1;        ///< the round it belongs to
    bool planned = false; ///< a plan, not what happened
    Effect effect = Effect::Down;
    QString felt; ///< what users saw, in their words
    QStringList components;
    RoughInstant start;
    RoughInstant end;       ///< unknown while it is open
    RoughDuration duration; ///< as stated; unknown if nobody did: lengthOf() says what is known
    /// start and end bound the time in which it lies ("10 minutes between 1 and 2") instead of
    /// being its own start and end.
    bool inside = false;
    QString evidence; ///< where start and end come from, for people
    /// Several stretches told as one ("from 5 minutes to 40, this afternoon"): all lie inside start
    /// and end, and duration runs from the shortest to the longest of them.
    bool several = false;
    int count = 0;         ///< of several: how many; 0 = nobody counted
    RoughDuration total{}; ///< of several: their sum as stated; unknown if nobody did

    /// An actual window that has begun and has no end yet.
    [[nodiscard]] bool isOpen() const { return !planned && !end.isKnown(); }
    /// As a plan: it says when, and how long at the most.
    [[nodiscard]] bool isBounded() const { return start.isKnown() && duration.hi().has_value(); }

    bool operator==(const Window &) const = default;
};

/// One statement of when a milestone was. The newest of a (round, milestone) is current.
struct MilestoneRow
{
    Milestone milestone = Milestone::Started;
    int round = 1;
    RoughInstant at;
    Source source = Source::Manual;
    QString reason;
    QString author;
    Instant recorded{};

    bool operator==(const MilestoneRow &) const = default;
};

/// What played a part, by its code (factor.h).
struct Factor
{
    QString code;
    FactorRole role = FactorRole::Contributing;

    bool operator==(const Factor &) const = default;
};

struct Cause
{
    CauseStatus status = CauseStatus::Unknown;
    QString text; ///< as the public may read it
    Attribution attribution = Attribution::Unknown;
    QString provider;
    QString trigger;               ///< factor code such as change.deploy; empty = not stated
    std::vector<Factor> factors{}; ///< what else played a part

    bool operator==(const Cause &) const = default;
};

/// Another incident that has to do with this one.
struct Link
{
    Relation relation = Relation::SplitFrom;
    QString incident; ///< its id
    QString ref;      ///< its reference, for people
    QString reason;   ///< may be empty

    bool operator==(const Link &) const = default;
};

struct Promise
{
    QString id;
    PromiseKind kind = PromiseKind::NextUpdate;
    QString quote;
    RoughInstant due;
    QString trigger;  ///< instead of a due time: "when the provider answers"
    QString revision; ///< the published revision it stands in; may be empty
    PromiseStatus status = PromiseStatus::Open;
    QString note;
    Instant made{};
    QString owner{}; ///< who keeps it; who made it, unless somebody else was named

    [[nodiscard]] bool isOpen() const { return status == PromiseStatus::Open; }
    /// It says when, or what it waits for.
    [[nodiscard]] bool isDated() const { return due.isKnown() || !trigger.isEmpty(); }

    bool operator==(const Promise &) const = default;
};

/// Work that an incident leaves behind.
struct FollowUp
{
    QString id;
    QString title;
    FollowUpKind kind = FollowUpKind::Corrective;
    RoughInstant due; ///< unknown: nobody has said
    QString owner;
    QString promise;        ///< the promise it keeps; may be empty
    QString maintenance;    ///< id of the planned work it became; may be empty
    QString maintenanceRef; ///< its reference, for people
    FollowUpStatus status = FollowUpStatus::Open;
    QString note; ///< how it was settled
    Instant made{};

    [[nodiscard]] bool isOpen() const { return status == FollowUpStatus::Open; }

    bool operator==(const FollowUp &) const = default;
};

/// One word with a provider, or one look at its status page.
struct ProviderContact
{
    QString id;
    QString provider;
    Channel channel = Channel::Phone;
    QString who;       ///< whom we spoke with; may be empty
    QString said;      ///< what was said, or what the page says
    QString reference; ///< ticket number or address; may be empty
    RoughInstant at;
    RoughInstant chaseAt; ///< when to ask again; unknown: by the rule of the checklist
    QString answer;       ///< what came back; empty while nobody has answered
    std::optional<Instant> answered{};

    bool operator==(const ProviderContact &) const = default;
};

/// When planned work is given up, and how everything is put back.
struct AbortRule
{
    RoughInstant at;
    QString rollback;

    bool operator==(const AbortRule &) const = default;
};

/// While the work runs, alerts of these components open no incident.
struct Mute
{
    QStringList components;
    Instant until{}; ///< always has an end
    QString reason;

    bool operator==(const Mute &) const = default;
};

/// One run of a command of the user's own.
struct RemedyRun
{
    QString id;
    QString name;        ///< as the checklist or the rule calls it
    QString step;        ///< of the checklist; empty: a rule ran it
    QStringList command; ///< program and arguments, as they were started
    bool dryRun = false;
    bool automatic = false; ///< nobody was asked
    QString author;
    Instant started{};
    std::optional<Instant> ended{};
    int exitCode = 0;
    bool timedOut = false;
    QString output; ///< its end, as plain text

    bool operator==(const RemedyRun &) const = default;
};

/// Where a revision has been read back from.
struct Seen
{
    QString target;
    QString remoteId;
    QString url;
    Instant at{};

    bool operator==(const Seen &) const = default;
};

/// One update in the thread of an incident. Never changed; an edit is a new revision that replaces.
struct PostRevision
{
    QString id; ///< also the idempotency key at every target
    int number = 0;
    QString replaces; ///< the id of the revision this one corrects; empty for a new update
    PublicStatus status = PublicStatus::Investigating;
    QString title;
    QString body;
    QStringList targets;
    bool notify = false;     ///< subscribers are told, where the target can tell them
    RoughDuration estimate;  ///< the published "we expect"; unknown if none
    RoughInstant nextUpdate; ///< the published "next update by"; unknown if none
    QByteArray facts;        ///< the facts it was written from, as compact JSON
    Instant written{};
    std::vector<Seen> seen;
    int round = 1; ///< the round it was written in
    /// What its text undertakes besides the next update; becomes a promise when readers see it.
    std::vector<Promise> promises{};

    bool operator==(const PostRevision &) const = default;
};

/// The posts of an incident are to be taken away from readers. What was said stays in the ledger.
struct Retraction
{
    QString id; ///< also the idempotency key at every target
    QStringList targets;
    QString reason;
    Instant at{};
    std::vector<Seen> done; ///< where readers do not find them any more

    bool operator==(const Retraction &) const = default;
};

/// The target at which imported posts count as seen: wherever they stood before.
inline const QString importTarget = QStringLiteral("archive");

/// Where an imported incident comes from, with the words that it was read from.
struct Origin
{
    QString importer; ///< "text" or "feed"
    QString identity; ///< of the post at its origin: importing it again finds it by this
    QString hash;     ///< SHA-256 of what was read, hexadecimal: tells whether it has changed
    QString place;    ///< for people: the file, or the address without its query
    QString url;      ///< where the post stands; may be empty
    QString author;   ///< of the post, as given; may be empty
    QString original; ///< the whole post with its updates, as plain text
    Instant posted{};

    bool operator==(const Origin &) const = default;
};

/// What monitoring said, as evidence.
struct AlertEvidence
{
    QString alert;
    QString monitor;
    QString summary;
    RoughInstant started;
    Instant detected{};
    RoughInstant ended;
    int failingSamples = 0;
    int round = 1; ///< the round it was first linked in

    bool operator==(const AlertEvidence &) const = default;
};

/// A mark on a checklist step: a person's word, or what was measured at the time.
struct StepMark
{
    QString step;
    int round = 1;
    StepState state = StepState::Todo;
    QString reason;
    QString author;
    Instant recorded{};
    bool automatic = false; ///< what was measured closed it, and this keeps it closed
    QString link{};         ///< to what proves it; may be empty

    bool operator==(const StepMark &) const = default;
};

} // namespace incident
