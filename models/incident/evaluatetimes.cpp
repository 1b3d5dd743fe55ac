// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/businessdays.h"
#include "incident/evaluation.h"
#include "timing/due.h"

#include <algorithm>

namespace incident {

using namespace std::chrono_literals;

namespace {

constexpr Span cadenceEarly = 20min;
constexpr Span cadenceLate = 60min;
constexpr Span earlyPhase = 2h;

std::optional<Instant> sooner(std::optional<Instant> a, std::optional<Instant> b)
{
    if (!a || !b)
        return a ? a : b;
    return std::min(*a, *b);
}

} // namespace

Evaluation::MaybeInstant Evaluation::milestone(Milestone name) const
{
    const RoughInstant at = m_incident.milestone(name);
    return at.hi() ? at.hi() : at.lo();
}

Evaluation::MaybeInstant Evaluation::entered(State state) const
{
    const auto found = m_incident.stateSince.find(int(state));
    return found == m_incident.stateSince.end() ? std::nullopt : MaybeInstant(found->second);
}

Evaluation::MaybeInstant Evaluation::triggered(Trigger trigger) const
{
    const State state = m_incident.state;
    switch (trigger) {
    case Trigger::Always:
        return m_incident.opened;
    case Trigger::FirstAlert: {
        const auto alert = milestone(Milestone::FirstAlert);
        return alert ? alert : milestone(Milestone::Detected);
    }
    case Trigger::Active:
        return state == State::Suspected ? std::nullopt : MaybeInstant(m_incident.roundSince);
    case Trigger::FirstPost: {
        const auto first = std::ranges::find_if(
            m_incident.posts, [](const PostRevision &post) { return !post.seen.empty(); });
        return first == m_incident.posts.end() ? std::nullopt : publishedAt(*first);
    }
    case Trigger::Monitoring:
        return isOver() ? entered(State::Restored)
                        : (state == State::Monitoring ? entered(state) : std::nullopt);
    case Trigger::BackToNormal: {
        const auto normal = milestone(Milestone::BackToNormal);
        return isOver() ? (normal ? normal : entered(State::Restored)) : std::nullopt;
    }
    case Trigger::Restored:
        return isOver() ? entered(State::Restored) : std::nullopt;
    case Trigger::Review:
        return state == State::Review ? entered(state) : std::nullopt;
    case Trigger::Scheduled:
        return entered(State::Scheduled);
    case Trigger::InProgress:
        return entered(State::InProgress);
    case Trigger::Verifying:
        return entered(State::Verifying);
    case Trigger::Completed:
        return entered(state == State::Cancelled ? State::Cancelled : State::Completed);
    case Trigger::AfterEffects:
        return entered(State::AfterEffects);
    case Trigger::Provider:
        return m_incident.providerSince;
    }
    return std::nullopt;
}

Evaluation::MaybeInstant Evaluation::dueTime(const ChecklistStep &step, Instant since) const
{
    switch (step.done) {
    case DoneWhen::NextUpdate:
        return nextUpdateDue(step);
    case DoneWhen::Watched:
        return watchedUntil(step);
    case DoneWhen::AllClear:
        return allClearDue(step, since);
    case DoneWhen::Announced:
        return announcementDue(step);
    case DoneWhen::StartPosted:
        return startDue(step);
    case DoneWhen::WorkEnded:
        return overrunDue();
    case DoneWhen::ProviderAnswered:
        return chaseDue(since);
    default:
        break;
    }
    if (step.businessDays > 0)
        return afterBusinessDays(since, step.businessDays, m_incident.zone);
    return step.time == 0s ? std::nullopt : MaybeInstant(since + step.time);
}

/// Not before there is something to be told, however early the step began.
Evaluation::MaybeInstant Evaluation::allClearDue(const ChecklistStep &step, Instant since) const
{
    const auto normal = triggered(Trigger::BackToNormal);
    return normal ? sooner(std::max(since, *normal) + step.time, updatePromiseDue()) : std::nullopt;
}

Evaluation::MaybeInstant Evaluation::updatePromiseDue() const
{
    MaybeInstant due;
    for (const Promise &promise : m_incident.promises) {
        if (promise.kind == PromiseKind::NextUpdate && promise.status == PromiseStatus::Open)
            due = sooner(due, timing::dueOf(promise.due));
    }
    return due;
}

Evaluation::MaybeInstant Evaluation::nextUpdateDue(const ChecklistStep &step) const
{
    if (const auto promised = updatePromiseDue())
        return promised;
    const PostRevision *last = m_incident.lastPublished();
    if (!last)
        return std::nullopt;
    // Readers were told that all is well: that cannot wait for the usual rhythm.
    if (last->round < m_incident.round)
        return m_incident.roundSince + step.time;
    const auto first = std::ranges::find_if(m_incident.posts, [&](const PostRevision &post) {
        return !post.seen.empty() && post.round == m_incident.round;
    });
    const Instant told = *publishedAt(*last);
    return told + (told - *publishedAt(*first) < earlyPhase ? cadenceEarly : cadenceLate);
}

Evaluation::MaybeInstant Evaluation::watchedUntil(const ChecklistStep &step) const
{
    const auto normal = milestone(Milestone::BackToNormal);
    if (!normal)
        return std::nullopt;
    Instant until = std::max(*normal, m_surroundings.greenSince.value_or(*normal)) + step.time;
    for (const Promise &promise : m_incident.promises) {
        if (promise.kind == PromiseKind::Monitor && promise.status == PromiseStatus::Open)
            until = std::max(until, promise.due.hi().value_or(until));
    }
    return until;
}

} // namespace incident
