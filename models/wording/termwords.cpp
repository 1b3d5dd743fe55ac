// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/termwords.h"

#include <QCoreApplication>

namespace wording {

using namespace incident;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

} // namespace

QString words(Kind kind)
{
    switch (kind) {
    case Kind::Outage:
        return Words::tr("outage");
    case Kind::Degradation:
        return Words::tr("degradation");
    case Kind::Maintenance:
        return Words::tr("maintenance");
    case Kind::NearMiss:
        break;
    }
    return Words::tr("near miss");
}

QString words(EntryMode entry)
{
    switch (entry) {
    case EntryMode::Live:
        return Words::tr("live");
    case EntryMode::Retrospective:
        return Words::tr("written afterwards");
    case EntryMode::Planned:
        break;
    }
    return Words::tr("planned");
}

QString words(State state)
{
    switch (state) {
    case State::Suspected:
        return Words::tr("suspected");
    case State::Dismissed:
        return Words::tr("dismissed");
    case State::Active:
        return Words::tr("active");
    case State::Monitoring:
        return Words::tr("monitoring");
    case State::Restored:
        return Words::tr("restored");
    case State::Review:
        return Words::tr("in review");
    case State::Draft:
        return Words::tr("draft");
    case State::Scheduled:
        return Words::tr("scheduled");
    case State::InProgress:
        return Words::tr("in progress");
    case State::AfterEffects:
        return Words::tr("after-effects");
    case State::Verifying:
        return Words::tr("verifying");
    case State::Completed:
        return Words::tr("completed");
    case State::Cancelled:
        return Words::tr("cancelled");
    case State::Closed:
        break;
    }
    return Words::tr("closed");
}

QString words(Milestone milestone)
{
    switch (milestone) {
    case Milestone::Started:
        return Words::tr("started");
    case Milestone::FirstAlert:
        return Words::tr("first alert");
    case Milestone::Detected:
        return Words::tr("noticed");
    case Milestone::Acknowledged:
        return Words::tr("acknowledged");
    case Milestone::FirstPost:
        return Words::tr("first post");
    case Milestone::CauseIdentified:
        return Words::tr("cause identified");
    case Milestone::Fixed:
        return Words::tr("fixed");
    case Milestone::BackToNormal:
        return Words::tr("back to normal");
    case Milestone::AfterEffectsDone:
        break;
    }
    return Words::tr("after-effects over");
}

QString words(Effect effect)
{
    switch (effect) {
    case Effect::Down:
        return Words::tr("down");
    case Effect::Partial:
        return Words::tr("partly down");
    case Effect::Degraded:
        return Words::tr("degraded");
    case Effect::ReadOnly:
        return Words::tr("read only");
    case Effect::MaintenanceMode:
        return Words::tr("maintenance page");
    case Effect::None:
        break;
    }
    return Words::tr("no effect");
}

QString words(Attribution attribution)
{
    switch (attribution) {
    case Attribution::Unknown:
        return Words::tr("unknown", "whose fault");
    case Attribution::Own:
        return Words::tr("ours", "whose fault");
    case Attribution::Provider:
        return Words::tr("a provider's", "whose fault");
    case Attribution::Shared:
        break;
    }
    return Words::tr("shared", "whose fault");
}

QString words(CauseStatus status)
{
    switch (status) {
    case CauseStatus::Unknown:
        return Words::tr("unknown", "cause");
    case CauseStatus::Suspected:
        return Words::tr("suspected", "cause");
    case CauseStatus::Confirmed:
        return Words::tr("confirmed", "cause");
    case CauseStatus::AwaitingProvider:
        return Words::tr("waiting for the provider", "cause");
    case CauseStatus::WillNotKnow:
        break;
    }
    return Words::tr("cannot be known", "cause");
}

QString words(Source source)
{
    switch (source) {
    case Source::Manual:
        return Words::tr("by hand", "source");
    case Source::Alert:
        return Words::tr("from the alert", "source");
    case Source::Chart:
        return Words::tr("from the chart", "source");
    case Source::Checklist:
        return Words::tr("from the checklist", "source");
    case Source::Post:
        return Words::tr("from the post", "source");
    case Source::Provider:
        return Words::tr("from the provider", "source");
    case Source::Import:
        break;
    }
    return Words::tr("imported", "source");
}

QString words(PublicStatus status)
{
    switch (status) {
    case PublicStatus::Investigating:
        return Words::tr("investigating");
    case PublicStatus::Identified:
        return Words::tr("identified");
    case PublicStatus::Monitoring:
        return Words::tr("monitoring");
    case PublicStatus::Resolved:
        return Words::tr("resolved");
    case PublicStatus::Scheduled:
        return Words::tr("scheduled");
    case PublicStatus::InProgress:
        return Words::tr("in progress");
    case PublicStatus::Verifying:
        return Words::tr("verifying");
    case PublicStatus::Completed:
        break;
    }
    return Words::tr("completed");
}

QString words(PromiseKind kind)
{
    switch (kind) {
    case PromiseKind::NextUpdate:
        return Words::tr("next update");
    case PromiseKind::Monitor:
        return Words::tr("keep watching");
    case PromiseKind::Investigate:
        return Words::tr("find out");
    case PromiseKind::Prevent:
        return Words::tr("prevent");
    case PromiseKind::FixForward:
        return Words::tr("lasting fix");
    case PromiseKind::Reschedule:
        return Words::tr("reschedule");
    case PromiseKind::Estimate:
        return Words::tr("say if the estimate changes");
    case PromiseKind::RelayProvider:
        break;
    }
    return Words::tr("pass on the provider's answer");
}

QString words(PromiseStatus status)
{
    switch (status) {
    case PromiseStatus::Open:
        return Words::tr("open", "promise");
    case PromiseStatus::Kept:
        return Words::tr("kept", "promise");
    case PromiseStatus::Broken:
        return Words::tr("broken", "promise");
    case PromiseStatus::Withdrawn:
        break;
    }
    return Words::tr("withdrawn", "promise");
}

QString words(StepState state)
{
    switch (state) {
    case StepState::Todo:
        return Words::tr("to do", "step");
    case StepState::Done:
        return Words::tr("done", "step");
    case StepState::Skipped:
        return Words::tr("skipped", "step");
    case StepState::NotApplicable:
        break;
    }
    return Words::tr("does not apply", "step");
}

} // namespace wording
