// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/event.h"

#include <map>

namespace incident {

/// Everything that is known about an incident: the fold of its events. A value; change it only
/// through decide().
struct Incident
{
    QString id; ///< empty: nothing has been opened
    QString ref;
    Kind kind = Kind::Outage;
    EntryMode entry = EntryMode::Live;
    State state = State::Active;
    QString title;
    QString zone;
    QString monitor;
    int severity = 0;
    int round = 1;
    Cause cause;
    QString causeReason;
    Instant opened{};  ///< recorded
    Instant changed{}; ///< recorded time of the newest event
    /// Recorded time at which the running round began: opened, confirmed or reopened.
    Instant roundSince{};

    std::vector<MilestoneRow> milestoneRows; ///< all statements, in fold order
    std::vector<Window> windows;             ///< current rows by seq
    std::vector<Window> windowHistory;       ///< rows that were replaced or withdrawn
    std::vector<Window> planAtStart;         ///< planned rows as they stood when the work began
    std::vector<AlertEvidence> alerts;
    std::vector<PostRevision> posts;
    std::vector<Retraction> retractions;
    std::vector<Promise> promises;
    std::vector<StepMark> marks; ///< current mark of each (round, step)
    std::map<QString, QString> sections;
    std::vector<PostmortemExported> exports;
    QByteArray checklist;
    std::vector<Link> links;
    std::vector<FollowUp> followUps;
    std::vector<ProviderContact> contacts;
    std::optional<AbortRule> abortRule;
    std::optional<Mute> mute; ///< counts while the work runs, and until its end
    std::vector<RemedyRun> remedies;
    /// Since when a provider has been held to have a part in it; nothing if none is.
    std::optional<Instant> providerSince;
    std::optional<Origin> origin;      ///< of an imported incident
    QStringList shownAt;               ///< targets at which the imported posts are shown
    std::map<int, Instant> stateSince; ///< key: int(State); last time it was entered

    [[nodiscard]] bool exists() const { return !id.isEmpty(); }
    [[nodiscard]] bool isMaintenance() const { return kind == Kind::Maintenance; }

    /// The current statement for this round (default: the running round); unknown if there is none.
    [[nodiscard]] RoughInstant milestone(Milestone name, int inRound = 0) const;
    /// The same with who said it and why; null if there is none.
    [[nodiscard]] const MilestoneRow *milestoneRow(Milestone name, int inRound = 0) const;
    [[nodiscard]] const Window *window(int seq) const;
    /// Actual windows of a round (0: the running one), by seq.
    [[nodiscard]] std::vector<Window> actualWindows(int inRound = 0) const;
    [[nodiscard]] std::vector<Window> plannedWindows() const;
    [[nodiscard]] bool hasOpenWindow() const;
    [[nodiscard]] const PostRevision *post(const QString &id) const;
    [[nodiscard]] const Retraction *retraction(const QString &id) const;
    /// Where readers find posts of it now.
    [[nodiscard]] QStringList publicTargets() const;
    /// The newest revision that has been read back from at least one target; null if none.
    [[nodiscard]] const PostRevision *lastPublished() const;
    /// It told that all is well, and then it came back.
    [[nodiscard]] bool isSuperseded(const PostRevision &post) const;
    [[nodiscard]] const StepMark *mark(const QString &step, int inRound) const;
    /// Components of all actual windows, or of the plan while nothing has happened, without
    /// repeats.
    [[nodiscard]] QStringList components() const;
    /// What users feel: of the newest window that says so.
    [[nodiscard]] QString felt() const;
    /// The planned windows that have not begun, the next one first.
    [[nodiscard]] std::vector<Window> phasesAhead() const;
    /// The mute, if it holds now.
    [[nodiscard]] const Mute *muteAt(Instant now) const;
    /// Null if there is none.
    [[nodiscard]] const Promise *promise(const QString &id) const;
    [[nodiscard]] const FollowUp *followUp(const QString &id) const;
    /// The first other incident with this relation; null if there is none.
    [[nodiscard]] const Link *linkTo(Relation relation) const;

    bool operator==(const Incident &) const = default;
};

/// Still needs somebody: neither closed, dismissed nor cancelled.
[[nodiscard]] bool isOpen(State state);
/// The public is affected, or may be.
[[nodiscard]] bool isRunning(State state);

} // namespace incident
