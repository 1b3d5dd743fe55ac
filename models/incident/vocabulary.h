// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/enumnames.h"

/// The field's words, with the names under which they are stored and typed.
namespace incident {

enum class Kind { Outage, Degradation, Maintenance, NearMiss };

enum class EntryMode {
    Live,          ///< opened while it runs
    Retrospective, ///< written when it is over
    Planned,       ///< maintenance
};

enum class State {
    // Outage, degradation and near miss
    Suspected,
    Dismissed,
    Active,
    Monitoring,
    Restored,
    Review,
    // Maintenance
    Draft,
    Scheduled,
    InProgress,
    AfterEffects,
    Verifying,
    Completed,
    Cancelled,
    // Both
    Closed,
};

/// In the order in which they usually come.
enum class Milestone {
    Started,
    FirstAlert,
    Detected,
    Acknowledged,
    FirstPost,
    CauseIdentified,
    Fixed,        ///< the remedy was applied
    BackToNormal, ///< users see it healthy
    AfterEffectsDone,
};

/// What a window did to the service.
enum class Effect { Down, Partial, Degraded, ReadOnly, MaintenanceMode, None };

/// The part that a factor played besides the trigger.
enum class FactorRole { Contributing, Latent, Mitigating };

enum class Attribution { Unknown, Own, Provider, Shared };

enum class CauseStatus { Unknown, Suspected, Confirmed, AwaitingProvider, WillNotKnow };

/// Who or what stated a fact.
enum class Source { Manual, Alert, Chart, Checklist, Post, Provider, Import };

/// The word that readers see beside an update.
enum class PublicStatus {
    Investigating,
    Identified,
    Monitoring,
    Resolved,
    Scheduled,
    InProgress,
    Verifying,
    Completed,
};

enum class PromiseKind {
    NextUpdate,
    Monitor,
    Investigate,
    Prevent,
    FixForward,
    Reschedule,
    RelayProvider,
    Estimate, ///< to say so if what was expected changes
};

enum class PromiseStatus { Open, Kept, Broken, Withdrawn };

enum class StepState { Todo, Done, Skipped, NotApplicable };

/// What another incident is to this one.
enum class Relation {
    SplitFrom, ///< this one was a part of it
    SplitInto,
    MergedInto, ///< it goes on there
    TookOver,
    RecurrenceOf, ///< the same trouble, once before
    CameBackAs,
    BrokenBy, ///< the maintenance that broke it
    Broke,
    PlannedFor, ///< the incident whose follow-up this maintenance is
};

enum class FollowUpKind { Corrective, Preventive, Detective, Process };

enum class FollowUpStatus { Open, Done, Dropped };

/// How somebody spoke with a provider.
enum class Channel { StatusPage, Phone, Ticket, Chat, Mail, Other };

} // namespace incident

template <>
struct base::EnumNames<incident::Kind>
{
    static constexpr base::NamedValue<incident::Kind> table[] = {
        {incident::Kind::Outage, "outage"},
        {incident::Kind::Degradation, "degradation"},
        {incident::Kind::Maintenance, "maintenance"},
        {incident::Kind::NearMiss, "near_miss"},
    };
};

template <>
struct base::EnumNames<incident::EntryMode>
{
    static constexpr base::NamedValue<incident::EntryMode> table[] = {
        {incident::EntryMode::Live, "live"},
        {incident::EntryMode::Retrospective, "retrospective"},
        {incident::EntryMode::Planned, "planned"},
    };
};

template <>
struct base::EnumNames<incident::State>
{
    static constexpr base::NamedValue<incident::State> table[] = {
        {incident::State::Suspected, "suspected"},
        {incident::State::Dismissed, "dismissed"},
        {incident::State::Active, "active"},
        {incident::State::Monitoring, "monitoring"},
        {incident::State::Restored, "restored"},
        {incident::State::Review, "review"},
        {incident::State::Draft, "draft"},
        {incident::State::Scheduled, "scheduled"},
        {incident::State::InProgress, "in_progress"},
        {incident::State::AfterEffects, "after_effects"},
        {incident::State::Verifying, "verifying"},
        {incident::State::Completed, "completed"},
        {incident::State::Cancelled, "cancelled"},
        {incident::State::Closed, "closed"},
    };
};

template <>
struct base::EnumNames<incident::Milestone>
{
    static constexpr base::NamedValue<incident::Milestone> table[] = {
        {incident::Milestone::Started, "started"},
        {incident::Milestone::FirstAlert, "first_alert"},
        {incident::Milestone::Detected, "detected"},
        {incident::Milestone::Acknowledged, "acknowledged"},
        {incident::Milestone::FirstPost, "first_post"},
        {incident::Milestone::CauseIdentified, "cause_identified"},
        {incident::Milestone::Fixed, "fixed"},
        {incident::Milestone::BackToNormal, "back_to_normal"},
        {incident::Milestone::AfterEffectsDone, "after_effects_done"},
    };
};

template <>
struct base::EnumNames<incident::Effect>
{
    static constexpr base::NamedValue<incident::Effect> table[] = {
        {incident::Effect::Down, "down"},
        {incident::Effect::Partial, "partial"},
        {incident::Effect::Degraded, "degraded"},
        {incident::Effect::ReadOnly, "read_only"},
        {incident::Effect::MaintenanceMode, "maintenance_mode"},
        {incident::Effect::None, "none"},
    };
};

template <>
struct base::EnumNames<incident::FactorRole>
{
    static constexpr base::NamedValue<incident::FactorRole> table[] = {
        {incident::FactorRole::Contributing, "contributing"},
        {incident::FactorRole::Latent, "latent"},
        {incident::FactorRole::Mitigating, "mitigating"},
    };
};

template <>
struct base::EnumNames<incident::Attribution>
{
    static constexpr base::NamedValue<incident::Attribution> table[] = {
        {incident::Attribution::Unknown, "unknown"},
        {incident::Attribution::Own, "own"},
        {incident::Attribution::Provider, "provider"},
        {incident::Attribution::Shared, "shared"},
    };
};

template <>
struct base::EnumNames<incident::CauseStatus>
{
    static constexpr base::NamedValue<incident::CauseStatus> table[] = {
        {incident::CauseStatus::Unknown, "unknown"},
        {incident::CauseStatus::Suspected, "suspected"},
        {incident::CauseStatus::Confirmed, "confirmed"},
        {incident::CauseStatus::AwaitingProvider, "awaiting_provider"},
        {incident::CauseStatus::WillNotKnow, "will_not_know"},
    };
};

template <>
struct base::EnumNames<incident::Source>
{
    static constexpr base::NamedValue<incident::Source> table[] = {
        {incident::Source::Manual, "manual"}, {incident::Source::Alert, "alert"},
        {incident::Source::Chart, "chart"},   {incident::Source::Checklist, "checklist"},
        {incident::Source::Post, "post"},     {incident::Source::Provider, "provider"},
        {incident::Source::Import, "import"},
    };
};

template <>
struct base::EnumNames<incident::PublicStatus>
{
    static constexpr base::NamedValue<incident::PublicStatus> table[] = {
        {incident::PublicStatus::Investigating, "investigating"},
        {incident::PublicStatus::Identified, "identified"},
        {incident::PublicStatus::Monitoring, "monitoring"},
        {incident::PublicStatus::Resolved, "resolved"},
        {incident::PublicStatus::Scheduled, "scheduled"},
        {incident::PublicStatus::InProgress, "in_progress"},
        {incident::PublicStatus::Verifying, "verifying"},
        {incident::PublicStatus::Completed, "completed"},
    };
};

template <>
struct base::EnumNames<incident::PromiseKind>
{
    static constexpr base::NamedValue<incident::PromiseKind> table[] = {
        {incident::PromiseKind::NextUpdate, "next_update"},
        {incident::PromiseKind::Monitor, "monitor"},
        {incident::PromiseKind::Investigate, "investigate"},
        {incident::PromiseKind::Prevent, "prevent"},
        {incident::PromiseKind::FixForward, "fix_forward"},
        {incident::PromiseKind::Reschedule, "reschedule"},
        {incident::PromiseKind::RelayProvider, "relay_provider"},
        {incident::PromiseKind::Estimate, "estimate"},
    };
};

template <>
struct base::EnumNames<incident::PromiseStatus>
{
    static constexpr base::NamedValue<incident::PromiseStatus> table[] = {
        {incident::PromiseStatus::Open, "open"},
        {incident::PromiseStatus::Kept, "kept"},
        {incident::PromiseStatus::Broken, "broken"},
        {incident::PromiseStatus::Withdrawn, "withdrawn"},
    };
};

template <>
struct base::EnumNames<incident::StepState>
{
    static constexpr base::NamedValue<incident::StepState> table[] = {
        {incident::StepState::Todo, "todo"},
        {incident::StepState::Done, "done"},
        {incident::StepState::Skipped, "skipped"},
        {incident::StepState::NotApplicable, "not_applicable"},
    };
};

template <>
struct base::EnumNames<incident::Relation>
{
    static constexpr base::NamedValue<incident::Relation> table[] = {
        {incident::Relation::SplitFrom, "split_from"},
        {incident::Relation::SplitInto, "split_into"},
        {incident::Relation::MergedInto, "merged_into"},
        {incident::Relation::TookOver, "took_over"},
        {incident::Relation::RecurrenceOf, "recurrence_of"},
        {incident::Relation::CameBackAs, "came_back_as"},
        {incident::Relation::BrokenBy, "maintenance_of"},
        {incident::Relation::Broke, "broke"},
        {incident::Relation::PlannedFor, "planned_for"},
    };
};

template <>
struct base::EnumNames<incident::FollowUpKind>
{
    static constexpr base::NamedValue<incident::FollowUpKind> table[] = {
        {incident::FollowUpKind::Corrective, "corrective"},
        {incident::FollowUpKind::Preventive, "preventive"},
        {incident::FollowUpKind::Detective, "detective"},
        {incident::FollowUpKind::Process, "process"},
    };
};

template <>
struct base::EnumNames<incident::FollowUpStatus>
{
    static constexpr base::NamedValue<incident::FollowUpStatus> table[] = {
        {incident::FollowUpStatus::Open, "open"},
        {incident::FollowUpStatus::Done, "done"},
        {incident::FollowUpStatus::Dropped, "dropped"},
    };
};

template <>
struct base::EnumNames<incident::Channel>
{
    static constexpr base::NamedValue<incident::Channel> table[] = {
        {incident::Channel::StatusPage, "status_page"},
        {incident::Channel::Phone, "phone"},
        {incident::Channel::Ticket, "ticket"},
        {incident::Channel::Chat, "chat"},
        {incident::Channel::Mail, "mail"},
        {incident::Channel::Other, "other"},
    };
};
