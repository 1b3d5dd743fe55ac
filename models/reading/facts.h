// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "base/enumnames.h"

#include <map>
#include <optional>
#include <QStringList>
#include <QTimeZone>
#include <vector>

/// Words to facts: what a reader may take from a post, and nothing that it does not state.
namespace reading {

using base::Instant;

enum class Kind { Outage, Degradation, Maintenance };
enum class EntryMode { Live, Retrospective, Planned };
enum class Effect { Down, Partial, Degraded, ReadOnly, MaintenanceMode, None };
enum class Shape {
    Occupies, ///< from start to end
    Inside,   ///< somewhere between the earliest start and the latest end
};
enum class Multiplicity { One, SeveralUnlisted };
enum class LengthPrecision { Exact, About, Between };
enum class PlanStatus { Current, Superseded, Cancelled };
enum class MilestoneName { FirstAlert, Detected, Fixed, BackToNormal };
enum class MilestoneFrom { Started, FirstAlert, Detected, Fixed, Posted };
enum class EstimateOf { Duration, Total, Remaining };
enum class VerdictKind { Earlier, AsPredicted, Later };

/// Minutes, 0 or more unless said otherwise; a missing bound is one that the text does not give.
struct Minutes
{
    std::optional<int> lo;
    std::optional<int> hi;

    [[nodiscard]] bool isStated() const { return lo || hi; }
    bool operator==(const Minutes &) const = default;
};

/// An instant that lies in lo..hi.
struct Bounds
{
    std::optional<Instant> lo;
    std::optional<Instant> hi;

    [[nodiscard]] bool isStated() const { return lo || hi; }
    [[nodiscard]] bool isExact() const { return lo && lo == hi; }
    bool operator==(const Bounds &) const = default;
};

struct FactWindow
{
    Effect effect = Effect::Down;
    Shape shape = Shape::Occupies;
    Multiplicity multiplicity = Multiplicity::One;
    std::optional<int> count;
    Bounds start;
    Bounds end;
    Minutes length; ///< of one; shortest..longest of several
    std::optional<LengthPrecision> lengthPrecision;
    Minutes total;                           ///< where a sum of several is stated
    int revision = 0;                        ///< that states it, 0 = the post itself
    std::optional<int> after;                ///< index of the window that it follows
    PlanStatus status = PlanStatus::Current; ///< of planned windows only

    bool operator==(const FactWindow &) const = default;
};

/// Without any value: it is said to have happened, and not when.
struct Milestone
{
    std::optional<MilestoneFrom> from;
    std::optional<int> window;   ///< of the actual windows, with Started
    std::optional<int> revision; ///< whose posting time is meant, with Posted
    Minutes after;               ///< `from`; 0 or less with Posted
    Bounds at;                   ///< where the text gives a clock time

    bool operator==(const Milestone &) const = default;
};

struct Estimate
{
    EstimateOf of = EstimateOf::Duration;
    int window = 0; ///< of the planned windows for maintenance, of the actual ones otherwise
    int revision = 0;
    Minutes length;
    std::optional<Instant> until;

    bool operator==(const Estimate &) const = default;
};

struct Verdict
{
    VerdictKind kind = VerdictKind::AsPredicted;
    std::optional<int> difference; ///< minutes, 0 or more, where the text gives it

    bool operator==(const Verdict &) const = default;
};

struct PostFacts
{
    Kind kind = Kind::Outage;
    EntryMode entryMode = EntryMode::Retrospective;
    std::vector<FactWindow> planned;
    std::vector<FactWindow> actual;
    std::map<MilestoneName, Milestone> milestones;
    std::vector<Estimate> estimates;
    std::optional<Verdict> verdict;
    int updates = 0;
    QStringList promises;   ///< exact words of the text
    QStringList components; ///< words of the text
    QStringList cause;      ///< words of the text
    QStringList warnings;   ///< sentences for the user
    QTimeZone zone;         ///< that wall times are shown in

    bool operator==(const PostFacts &) const = default;
};

} // namespace reading

template <>
struct base::EnumNames<reading::Kind>
{
    static constexpr base::NamedValue<reading::Kind> table[] = {
        {reading::Kind::Outage, "outage"},
        {reading::Kind::Degradation, "degradation"},
        {reading::Kind::Maintenance, "maintenance"},
    };
};

template <>
struct base::EnumNames<reading::EntryMode>
{
    static constexpr base::NamedValue<reading::EntryMode> table[] = {
        {reading::EntryMode::Live, "live"},
        {reading::EntryMode::Retrospective, "retrospective"},
        {reading::EntryMode::Planned, "planned"},
    };
};

template <>
struct base::EnumNames<reading::Effect>
{
    static constexpr base::NamedValue<reading::Effect> table[] = {
        {reading::Effect::Down, "down"},
        {reading::Effect::Partial, "partial"},
        {reading::Effect::Degraded, "degraded"},
        {reading::Effect::ReadOnly, "read_only"},
        {reading::Effect::MaintenanceMode, "maintenance_mode"},
        {reading::Effect::None, "none"},
    };
};

template <>
struct base::EnumNames<reading::Shape>
{
    static constexpr base::NamedValue<reading::Shape> table[] = {
        {reading::Shape::Occupies, "occupies"},
        {reading::Shape::Inside, "inside"},
    };
};

template <>
struct base::EnumNames<reading::Multiplicity>
{
    static constexpr base::NamedValue<reading::Multiplicity> table[] = {
        {reading::Multiplicity::One, "one"},
        {reading::Multiplicity::SeveralUnlisted, "several_unlisted"},
    };
};

template <>
struct base::EnumNames<reading::LengthPrecision>
{
    static constexpr base::NamedValue<reading::LengthPrecision> table[] = {
        {reading::LengthPrecision::Exact, "exact"},
        {reading::LengthPrecision::About, "about"},
        {reading::LengthPrecision::Between, "between"},
    };
};

template <>
struct base::EnumNames<reading::PlanStatus>
{
    static constexpr base::NamedValue<reading::PlanStatus> table[] = {
        {reading::PlanStatus::Current, "current"},
        {reading::PlanStatus::Superseded, "superseded"},
        {reading::PlanStatus::Cancelled, "cancelled"},
    };
};

template <>
struct base::EnumNames<reading::MilestoneName>
{
    static constexpr base::NamedValue<reading::MilestoneName> table[] = {
        {reading::MilestoneName::FirstAlert, "first_alert"},
        {reading::MilestoneName::Detected, "detected"},
        {reading::MilestoneName::Fixed, "fixed"},
        {reading::MilestoneName::BackToNormal, "back_to_normal"},
    };
};

template <>
struct base::EnumNames<reading::MilestoneFrom>
{
    static constexpr base::NamedValue<reading::MilestoneFrom> table[] = {
        {reading::MilestoneFrom::Started, "started"},
        {reading::MilestoneFrom::FirstAlert, "first_alert"},
        {reading::MilestoneFrom::Detected, "detected"},
        {reading::MilestoneFrom::Fixed, "fixed"},
        {reading::MilestoneFrom::Posted, "posted"},
    };
};

template <>
struct base::EnumNames<reading::EstimateOf>
{
    static constexpr base::NamedValue<reading::EstimateOf> table[] = {
        {reading::EstimateOf::Duration, "duration"},
        {reading::EstimateOf::Total, "total"},
        {reading::EstimateOf::Remaining, "remaining"},
    };
};

template <>
struct base::EnumNames<reading::VerdictKind>
{
    static constexpr base::NamedValue<reading::VerdictKind> table[] = {
        {reading::VerdictKind::Earlier, "earlier"},
        {reading::VerdictKind::AsPredicted, "as_predicted"},
        {reading::VerdictKind::Later, "later"},
    };
};
