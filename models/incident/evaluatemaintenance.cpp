// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/evaluation.h"

#include <algorithm>
#include <initializer_list>

namespace incident {

namespace {

/// The part of the planned time after which somebody should look at the clock.
constexpr int overrunPercent = 80;

const PostRevision *firstSeen(const Incident &incident, std::initializer_list<PublicStatus> told)
{
    const auto post = std::ranges::find_if(incident.posts, [&](const PostRevision &revision) {
        return !revision.seen.empty() && std::ranges::find(told, revision.status) != told.end();
    });
    return post == incident.posts.end() ? nullptr : &*post;
}

} // namespace

const Window *Evaluation::plan() const
{
    const auto plan = std::ranges::find_if(m_incident.windows, &Window::planned);
    return plan == m_incident.windows.end() ? nullptr : &*plan;
}

Evaluation::MaybeClosing Evaluation::planBounded() const
{
    const auto plans = m_incident.plannedWindows();
    if (plans.empty() || !std::ranges::all_of(plans, &Window::isBounded))
        return std::nullopt;
    return Closing{tr("start and longest duration are set"), std::nullopt};
}

Evaluation::MaybeClosing Evaluation::announced() const
{
    const PostRevision *post = firstSeen(m_incident, {PublicStatus::Scheduled});
    return post ? MaybeClosing(seenOn(*post)) : std::nullopt;
}

Evaluation::MaybeClosing Evaluation::startPosted() const
{
    const PostRevision *post = firstSeen(
        m_incident, {PublicStatus::InProgress, PublicStatus::Verifying, PublicStatus::Completed});
    return post && entered(State::InProgress) ? MaybeClosing(seenOn(*post)) : std::nullopt;
}

Evaluation::MaybeClosing Evaluation::workEnded() const
{
    if (!entered(State::InProgress) || m_incident.hasOpenWindow())
        return std::nullopt;
    return Closing{tr("the work has ended"), milestone(Milestone::BackToNormal)};
}

Evaluation::MaybeClosing Evaluation::completionPosted() const
{
    const PostRevision *post = firstSeen(m_incident, {PublicStatus::Completed});
    return post ? MaybeClosing(seenOn(*post)) : std::nullopt;
}

Evaluation::MaybeClosing Evaluation::abortRuleSet() const
{
    const auto &rule = m_incident.abortRule;
    return rule ? MaybeClosing(Closing{rule->rollback, std::nullopt}) : std::nullopt;
}

Evaluation::MaybeClosing Evaluation::alertsMuted() const
{
    if (!m_incident.mute || m_incident.mute->components.isEmpty())
        return std::nullopt;
    return Closing{m_incident.mute->components.join(QLatin1String(", ")), std::nullopt};
}

Evaluation::MaybeClosing Evaluation::afterEffectsEnded() const
{
    if (!entered(State::AfterEffects) || m_incident.hasOpenWindow())
        return std::nullopt;
    return Closing{tr("the last phase has ended"), milestone(Milestone::AfterEffectsDone)};
}

Evaluation::MaybeInstant Evaluation::announcementDue(const ChecklistStep &step) const
{
    const Window *planned = plan();
    if (!planned || !planned->start.lo())
        return std::nullopt;
    return *planned->start.lo() - step.time;
}

Evaluation::MaybeInstant Evaluation::startDue(const ChecklistStep &step) const
{
    if (const auto started = entered(State::InProgress))
        return *started + step.time;
    const Window *planned = plan();
    if (!planned)
        return std::nullopt;
    return planned->start.hi() ? planned->start.hi() : planned->start.lo();
}

Evaluation::MaybeInstant Evaluation::overrunDue() const
{
    const Window *planned = plan();
    const auto started = milestone(Milestone::Started);
    if (!planned || !planned->duration.hi() || !started)
        return std::nullopt;
    return *started + *planned->duration.hi() * overrunPercent / 100;
}

} // namespace incident
