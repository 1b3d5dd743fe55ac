// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/metrics.h"

#include <variant>

/// What somebody does about an incident, said apart from how: a command line and a window can both
/// do it. Texts that are left empty are not given; times are typed as people type them.
namespace tenstories {

using namespace incident;

/// It is over: told in one line.
struct Tell
{
    QString line;
    QString title;
    QString felt;
    QString parts;
};

/// It runs.
struct Open
{
    Kind kind = Kind::Outage;
    QString title;
    QString felt;
    QString parts;
    QString since;
};

struct Plan
{
    QString title;
    QString felt;
    QString parts;
    QString from;
    QString to;
    QString takes;
};

struct Phase
{
    Effect effect = Effect::Degraded;
    QString felt;
    QString parts;
    QString takes;
};

struct Severity
{
    int severity = 0;
};

struct Blame
{
    CauseStatus status = CauseStatus::Unknown;
    QString text;
    Attribution attribution = Attribution::Unknown;
    QString provider;
    QString trigger;
    QString factors; ///< "latent:change.config", separated by commas
    QString reason;
};

/// A milestone; without a time it is now.
struct Mark
{
    Milestone milestone = Milestone::Detected;
    QString at;
};

struct Note
{
    QString text;
};

/// Writes the next post from the facts, publishes it, and waits until it is seen.
struct Publish
{
    PublicStatus status = PublicStatus::Investigating;
    bool noNext = false; ///< no next update is promised
};

struct Undertake
{
    PromiseKind kind = PromiseKind::Investigate;
    QString quote;
    QString due;
    QString when; ///< what it waits for
};

struct Settle
{
    QString quote;
    PromiseStatus status = PromiseStatus::Kept;
    QString note;
};

/// A step of the checklist, ticked by hand.
struct Tick
{
    QString step;
    QString reason;
};

struct Leave
{
    FollowUpKind kind = FollowUpKind::Corrective;
    QString title;
    QString due;
    bool plan = false; ///< a draft of planned work is made of it
};

struct Contact
{
    Channel channel = Channel::Phone;
    QString said;
    QString reference;
};

/// Of the provider, to all that was asked.
struct Answer
{
    QString text;
};

struct Start
{};

struct EndPhase
{};

struct Finish
{
    QString checked; // how; asked for once the work is being verified
};

struct Write
{
    QString section;
    QString text;
};

/// The postmortem, as a file.
struct Export
{};

struct Advance
{
    State state = State::Restored;
};

struct Close
{
    QString reason;
};

using Deed = std::variant<Tell, Open, Plan, Phase, Severity, Blame, Mark, Note, Publish, Undertake,
                          Settle, Tick, Leave, Contact, Answer, Start, EndPhase, Finish, Write,
                          Export, Advance, Close>;

struct Step
{
    const char *at; ///< "14:35" on the day of the story; "29:10" is ten past five of the next
    Deed deed;
};

struct WindowFacts
{
    bool planned = false;
    Effect effect = Effect::Down;
    RoughInstant start;
    RoughInstant end;
    RoughDuration duration;
};

struct PostFacts
{
    PublicStatus status;
    QStringList words; ///< that stand in it, and on the page that readers read
};

struct PromiseFacts
{
    PromiseKind kind;
    RoughInstant due;
    QString trigger;
    PromiseStatus status = PromiseStatus::Kept;
};

/// What is true in the end. Every milestone, window, post and promise that there is stands here.
struct Outcome
{
    Kind kind = Kind::Outage;
    EntryMode entry = EntryMode::Live;
    std::vector<WindowFacts> windows;
    std::vector<std::pair<Milestone, RoughInstant>> milestones;
    Metrics metrics;
    RoughDuration planError;
    Cause cause;
    std::vector<PostFacts> posts;
    std::vector<PromiseFacts> promises;
};

struct Story
{
    const char *name;
    std::vector<Step> steps;
    Outcome outcome;
};

/// The ten kinds of post that people write, from the first fact to closed.
[[nodiscard]] std::vector<Story> tenStories();

/// "14:35" on the day on which all of it happens; UTC.
[[nodiscard]] Instant clock(const char *time);

} // namespace tenstories
