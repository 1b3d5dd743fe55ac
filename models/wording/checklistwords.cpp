// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/checklistwords.h"

#include <QCoreApplication>

namespace wording {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

QString workWords(incident::DoneWhen rule)
{
    using incident::DoneWhen;
    switch (rule) {
    case DoneWhen::PlanBounded:
        return Words::tr("the plan says when, and how long at the most");
    case DoneWhen::Announced:
        return Words::tr("the announcement is seen; due that long before the start");
    case DoneWhen::StartPosted:
        return Words::tr("work has begun, and a post says so");
    case DoneWhen::WorkEnded:
        return Words::tr("the work has ended; due at 80 % of its time");
    case DoneWhen::CompletionPosted:
        return Words::tr("a post says that the work is complete");
    case DoneWhen::AbortRuleSet:
        return Words::tr("it is written when the work is given up, and how");
    case DoneWhen::AlertsMuted:
        return Words::tr("the alerts of its parts are muted");
    default:
        return Words::tr("the after-effects have ended");
    }
}

QString providerWords(incident::DoneWhen rule)
{
    using incident::DoneWhen;
    switch (rule) {
    case DoneWhen::ProviderChecked:
        return Words::tr("it is noted what the provider's page says");
    case DoneWhen::ProviderContacted:
        return Words::tr("the provider was asked, with a reference");
    case DoneWhen::ProviderAnswered:
        return Words::tr("the provider has answered; due again until then");
    default:
        return Words::tr("a follow-up says what depends on others");
    }
}

} // namespace

QString words(incident::Trigger trigger)
{
    using incident::Trigger;
    switch (trigger) {
    case Trigger::Always:
        return Words::tr("at once");
    case Trigger::FirstAlert:
        return Words::tr("at the first alert, or when it is noticed");
    case Trigger::Active:
        return Words::tr("when it is active");
    case Trigger::FirstPost:
        return Words::tr("when the first post was seen");
    case Trigger::Monitoring:
        return Words::tr("when the fix is being watched");
    case Trigger::BackToNormal:
        return Words::tr("when it is back to normal");
    case Trigger::Restored:
        return Words::tr("when it is restored");
    case Trigger::Review:
        return Words::tr("in the review");
    case Trigger::Scheduled:
        return Words::tr("when work is scheduled");
    case Trigger::InProgress:
        return Words::tr("when work has begun");
    case Trigger::Verifying:
        return Words::tr("when the work is being checked");
    case Trigger::Completed:
        return Words::tr("when work is complete, or called off");
    case Trigger::AfterEffects:
        return Words::tr("when there are after-effects");
    case Trigger::Provider:
        return Words::tr("when a provider has a part in it");
    }
    return {};
}

QString words(incident::DoneWhen rule)
{
    using incident::DoneWhen;
    switch (rule) {
    case DoneWhen::Manual:
        return Words::tr("somebody ticks it");
    case DoneWhen::Confirmed:
        return Words::tr("two samples have failed, or it was noticed");
    case DoneWhen::Acknowledged:
        return Words::tr("it is acknowledged");
    case DoneWhen::FeltAndComponents:
        return Words::tr("it is said what users feel, and which parts");
    case DoneWhen::WindowBounded:
        return Words::tr("the window has a start and a length");
    case DoneWhen::FirstPost:
        return Words::tr("the first post is seen");
    case DoneWhen::NextUpdate:
        return Words::tr("an update is seen; due again and again");
    case DoneWhen::SuspectNamed:
        return Words::tr("somebody says what it may be");
    case DoneWhen::Fixed:
        return Words::tr("the fix is stamped");
    case DoneWhen::Watched:
        return Words::tr("all has been green for that long");
    case DoneWhen::AllClear:
        return Words::tr("the all-clear is seen");
    case DoneWhen::CauseStated:
        return Words::tr("the cause is stated");
    case DoneWhen::PromisesDated:
        return Words::tr("every promise has a date");
    case DoneWhen::PostmortemExported:
        return Words::tr("the postmortem is exported, if it is grave");
    case DoneWhen::ProviderChecked:
    case DoneWhen::ProviderContacted:
    case DoneWhen::ProviderAnswered:
    case DoneWhen::ExposureNoted:
        return providerWords(rule);
    default:
        return workWords(rule);
    }
}

} // namespace wording
