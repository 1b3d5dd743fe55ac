// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "incident/command.h"
#include "incident/incident.h"
#include "incident/remedy.h"

namespace incident {

/// What makes a step start, and from when its time runs.
enum class Trigger {
    Always,
    FirstAlert,   ///< or, without one, when somebody noticed
    Active,       ///< since this round began
    FirstPost,    ///< the first that readers ever saw
    Monitoring,   ///< monitoring or over
    BackToNormal, ///< over, counted from when it was back
    Restored,
    Review,
    Scheduled,
    InProgress,
    Verifying,
    Completed, ///< or cancelled
    AfterEffects,
    Provider, ///< a provider is held to have a part in it
};

/// The fact that closes a step by itself.
enum class DoneWhen {
    Manual,    ///< only a person can know
    Confirmed, ///< two failing samples, or "noticed"
    Acknowledged,
    FeltAndComponents,
    WindowBounded, ///< a window with a start and a length
    FirstPost,
    NextUpdate, ///< due again and again while it runs; `time` counts from a reopening
    SuspectNamed,
    Fixed,
    Watched, ///< health has been green for `time` since back to normal, and nobody promised more
    AllClear,
    CauseStated,
    PromisesDated,
    PostmortemExported, ///< asked for only where the incident is grave enough
    PlanBounded,
    Announced, ///< due `time` before the planned start
    StartPosted,
    WorkEnded, ///< due when most of the planned time has passed
    CompletionPosted,
    AbortRuleSet, ///< when the work is given up, and how all is put back
    AlertsMuted,
    AfterEffectsEnded,
    ProviderChecked,   ///< what the provider's status page says, or that it says nothing
    ProviderContacted, ///< with a reference
    ProviderAnswered,  ///< asked again until somebody answers
    ExposureNoted,     ///< a follow-up for what depends on others
};

struct ChecklistStep
{
    QString id;
    QString group; ///< heading it stands under
    QString title;
    QString hint; ///< what closes it, in words
    Trigger trigger = Trigger::Always;
    DoneWhen done = DoneWhen::Manual;
    Span time{0};         ///< from trigger to due, unless `done` says otherwise; 0 = no due time
    int businessDays = 0; ///< the same for what may take days; not both
    bool perRound = false;
    bool required = true;
    QString text{};    ///< to read before doing it
    QString runbook{}; ///< address of a page that says how
    std::optional<Remedy> remedy{};

    bool operator==(const ChecklistStep &) const = default;
};

/// A list as it stands in resources/checklists, and frozen in each incident.
struct Checklist
{
    QString name;
    int version = 1;
    QString title;
    std::vector<ChecklistStep> steps;
    /// What the list is for; what is left empty does not restrict. Lists of the user only.
    std::vector<Kind> kinds{};
    QStringList components{};

    /// Null if there is none with that id.
    [[nodiscard]] const ChecklistStep *step(const QString &id) const;

    bool operator==(const Checklist &) const = default;
};

/// Errors: Format, naming the line, the step and the key that is wrong.
[[nodiscard]] base::Result<Checklist> checklistFromJson(const QByteArray &json);
/// The same for what a person wrote: a key that does not exist is wrong too, for it is a slip.
[[nodiscard]] base::Result<Checklist> checklistFromFile(const QByteArray &json);
[[nodiscard]] QByteArray toJson(const Checklist &checklist);

/// What the rules need that is not in the incident.
struct Surroundings
{
    Instant now{};
    /// Since when all monitors of the incident have been ok without a gap; nothing if they are not,
    /// or nobody measures them.
    std::optional<Instant> greenSince;
};

struct StepStatus
{
    ChecklistStep step;
    StepState state = StepState::Todo;
    bool automatic = false;     ///< closed by a fact, not by a person
    bool active = false;        ///< its trigger has come and it is to do
    QString evidence;           ///< the fact or the reason that closed it; may be empty
    std::optional<Instant> at;  ///< when it was closed
    std::optional<Instant> due; ///< while it is to do
    QString link{};             ///< to what proves it; may be empty

    bool operator==(const StepStatus &) const = default;
};

/// The steps of the incident's frozen checklist, in order. Pure.
[[nodiscard]] std::vector<StepStatus> evaluate(const Incident &incident, const Checklist &checklist,
                                               const Surroundings &surroundings);
/// The same with the list the incident carries; empty if it carries none.
[[nodiscard]] std::vector<StepStatus> evaluate(const Incident &incident,
                                               const Surroundings &surroundings);
/// The one next thing: the active step that is due first, else the first active one; null if none.
[[nodiscard]] const StepStatus *nextStep(const std::vector<StepStatus> &steps);
/// What closes a step now and cannot be known later, because it was measured and not stated. Give
/// these to decide() when they appear, or the step opens again with the next bad sample.
[[nodiscard]] std::vector<MarkStep> marksToKeep(const Incident &incident,
                                                const std::vector<StepStatus> &steps);

} // namespace incident

template <>
struct base::EnumNames<incident::Trigger>
{
    static constexpr base::NamedValue<incident::Trigger> table[] = {
        {incident::Trigger::Always, "always"},
        {incident::Trigger::FirstAlert, "first_alert"},
        {incident::Trigger::Active, "active"},
        {incident::Trigger::FirstPost, "first_post"},
        {incident::Trigger::Monitoring, "monitoring"},
        {incident::Trigger::BackToNormal, "back_to_normal"},
        {incident::Trigger::Restored, "restored"},
        {incident::Trigger::Review, "review"},
        {incident::Trigger::Scheduled, "scheduled"},
        {incident::Trigger::InProgress, "in_progress"},
        {incident::Trigger::Verifying, "verifying"},
        {incident::Trigger::Completed, "completed"},
        {incident::Trigger::AfterEffects, "after_effects"},
        {incident::Trigger::Provider, "provider"},
    };
};

template <>
struct base::EnumNames<incident::DoneWhen>
{
    static constexpr base::NamedValue<incident::DoneWhen> table[] = {
        {incident::DoneWhen::Manual, "manual"},
        {incident::DoneWhen::Confirmed, "confirmed"},
        {incident::DoneWhen::Acknowledged, "acknowledged"},
        {incident::DoneWhen::FeltAndComponents, "felt_and_components"},
        {incident::DoneWhen::WindowBounded, "window_bounded"},
        {incident::DoneWhen::FirstPost, "first_post"},
        {incident::DoneWhen::NextUpdate, "next_update"},
        {incident::DoneWhen::SuspectNamed, "suspect_named"},
        {incident::DoneWhen::Fixed, "fixed"},
        {incident::DoneWhen::Watched, "watched"},
        {incident::DoneWhen::AllClear, "all_clear"},
        {incident::DoneWhen::CauseStated, "cause_stated"},
        {incident::DoneWhen::PromisesDated, "promises_dated"},
        {incident::DoneWhen::PostmortemExported, "postmortem_exported"},
        {incident::DoneWhen::PlanBounded, "plan_bounded"},
        {incident::DoneWhen::Announced, "announced"},
        {incident::DoneWhen::StartPosted, "start_posted"},
        {incident::DoneWhen::WorkEnded, "work_ended"},
        {incident::DoneWhen::CompletionPosted, "completion_posted"},
        {incident::DoneWhen::AbortRuleSet, "abort_rule_set"},
        {incident::DoneWhen::AlertsMuted, "alerts_muted"},
        {incident::DoneWhen::AfterEffectsEnded, "after_effects_ended"},
        {incident::DoneWhen::ProviderChecked, "provider_checked"},
        {incident::DoneWhen::ProviderContacted, "provider_contacted"},
        {incident::DoneWhen::ProviderAnswered, "provider_answered"},
        {incident::DoneWhen::ExposureNoted, "exposure_noted"},
    };
};
