// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/enumnames.h"
#include "incident/values.h"

#include <optional>
#include <QString>
#include <QStringList>
#include <vector>

/// What the public may know of an incident: the form in which it goes to every target. Nothing
/// internal (evidence, notes, causes, severity, authors) is in it. All instants UTC.
namespace publish {

using base::Instant;
using incident::Kind;
using incident::PublicStatus;
using timing::RoughDuration;
using timing::RoughInstant;

/// How a component does, as readers see it. In rising order of trouble.
enum class ComponentState { Operational, Maintenance, Degraded, PartialOutage, MajorOutage };

/// How bad an incident is, or was at its worst.
enum class Impact { None, Maintenance, Minor, Major, Critical };

struct ComponentEffect
{
    QString name;
    ComponentState state = ComponentState::Operational;

    bool operator==(const ComponentEffect &) const = default;
};

/// A correction of an update that stands at the target.
struct Edit
{
    QString revision; ///< the revision that replaced the one before
    Instant at{};

    bool operator==(const Edit &) const = default;
};

/// One update in the thread, in its newest wording.
struct Update
{
    QString key;      ///< id of the revision that it began with: the same after every edit
    QString revision; ///< id of the revision that is shown
    int number = 0;   ///< 1 for the first
    PublicStatus status = PublicStatus::Investigating;
    QString title;
    QString body;                            ///< plain text; an empty line separates paragraphs
    bool notify = false;                     ///< subscribers are told of the shown wording
    std::vector<ComponentEffect> components; ///< how this update left them
    RoughDuration estimate;                  ///< the published "we expect"; unknown if none
    RoughInstant nextUpdate;                 ///< the published "next update by"; unknown if none
    Instant publishedAt{};   ///< when it was released; not when a target got round to accept it
    std::vector<Edit> edits; ///< oldest first; empty if it was never edited

    [[nodiscard]] Instant changedAt() const
    {
        return edits.empty() ? publishedAt : edits.back().at;
    }

    bool operator==(const Update &) const = default;
};

/// One incident as it is to stand at a target.
struct Thread
{
    QString key;       ///< id of the incident
    QString permalink; ///< [a-z0-9-], never changes once something is published
    Kind kind = Kind::Outage;
    QString title;      ///< of the newest update
    QString zone;       ///< IANA name; where the incident was entered
    QString retraction; ///< not empty: readers are not to find it any more; the id of that wish
    QString url;        ///< where it was last seen at the target; empty if never
    PublicStatus status = PublicStatus::Investigating;
    bool cancelled = false; ///< planned work that was called off
    Impact impact = Impact::None;
    std::vector<ComponentEffect> components; ///< every one that was affected, as it does now
    std::vector<incident::Window> planned;   ///< the current plan; evidence is empty
    std::vector<incident::Window> actual;    ///< what happened, all rounds; evidence is empty
    RoughInstant started;                    ///< of the first round
    RoughInstant fixed;                      ///< of the newest round
    RoughInstant backToNormal;               ///< of the newest round
    RoughDuration trouble;       ///< sum of the windows that have ended; unknown if one of them is
    int planChanges = 0;         ///< how often the published plan was moved or called off
    std::vector<Update> updates; ///< oldest first

    [[nodiscard]] bool isMaintenance() const { return kind == Kind::Maintenance; }
    /// Resolved, completed or called off.
    [[nodiscard]] bool isOver() const;
    /// Announced, not begun.
    [[nodiscard]] bool isPlanned() const { return status == PublicStatus::Scheduled; }
    /// Whether bringing this revision, or this retraction, to the target still makes sense.
    [[nodiscard]] bool carries(const QString &revision) const;
    /// The update that shows this revision; null if it is not in the thread.
    [[nodiscard]] const Update *updateWith(const QString &revision) const;
    /// The first publication and the newest change. The thread must have an update.
    [[nodiscard]] Instant publishedAt() const;
    [[nodiscard]] Instant changedAt() const;

    bool operator==(const Thread &) const = default;
};

/// The time that the plan takes up, for calendars and for readers that know only exact instants.
struct PlannedSpan
{
    Instant from{};
    std::optional<Instant> until; ///< nothing if the plan names no end

    bool operator==(const PlannedSpan &) const = default;
};

/// From the beginning of the first planned window to the end of the last; nothing if there is none
/// with a start.
[[nodiscard]] std::optional<PlannedSpan> plannedSpan(const std::vector<incident::Window> &planned);

} // namespace publish

/// The names are those of the Statuspage API.
template <>
struct base::EnumNames<publish::ComponentState>
{
    static constexpr base::NamedValue<publish::ComponentState> table[] = {
        {publish::ComponentState::Operational, "operational"},
        {publish::ComponentState::Maintenance, "under_maintenance"},
        {publish::ComponentState::Degraded, "degraded_performance"},
        {publish::ComponentState::PartialOutage, "partial_outage"},
        {publish::ComponentState::MajorOutage, "major_outage"},
    };
};

template <>
struct base::EnumNames<publish::Impact>
{
    static constexpr base::NamedValue<publish::Impact> table[] = {
        {publish::Impact::None, "none"},         {publish::Impact::Maintenance, "maintenance"},
        {publish::Impact::Minor, "minor"},       {publish::Impact::Major, "major"},
        {publish::Impact::Critical, "critical"},
    };
};
