// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/evaluation.h"
#include "incident/factor.h"
#include "incident/metrics.h"
#include "timing/arithmetic.h"

#include <algorithm>

namespace incident {

using namespace std::chrono_literals;

namespace {

constexpr int samplesThatConfirm = 2;
constexpr int graveSeverity = 2;
constexpr Span graveDowntime = 30min;

bool isOpenPromise(const Promise &promise)
{
    return promise.status == PromiseStatus::Open;
}

} // namespace

bool Evaluation::isOver() const
{
    const State state = m_incident.state;
    return state == State::Restored || state == State::Review || state == State::Closed;
}

bool Evaluation::owesUpdate() const
{
    return std::ranges::any_of(m_incident.promises, [](const Promise &promise) {
        return isOpenPromise(promise) && promise.kind == PromiseKind::NextUpdate;
    });
}

bool Evaluation::asksForPostmortem() const
{
    const bool cameBack =
        m_incident.round > 1 || m_incident.linkTo(Relation::RecurrenceOf) != nullptr;
    const bool severe = m_incident.severity > 0 && m_incident.severity <= graveSeverity;
    if (cameBack || severe || m_incident.cause.trigger == operatorChange)
        return true;
    const bool wasDown = std::ranges::any_of(m_incident.windows, [](const Window &window) {
        return !window.planned &&
               (window.effect == Effect::Down || window.effect == Effect::Partial);
    });
    // What is not known to have been short counts as long.
    const auto longest = metricsOf(m_incident).downtime.hi();
    return wasDown && (!longest || *longest >= graveDowntime);
}

const MilestoneRow *Evaluation::rowFor(const ChecklistStep &step, Milestone name) const
{
    for (int round = m_incident.round; round > 0; --round) {
        const MilestoneRow *row = m_incident.milestoneRow(name, round);
        if (row && row->at.precision() != timing::Precision::Unknown)
            return row;
        if (step.perRound)
            break;
    }
    return nullptr;
}

Evaluation::MaybeClosing Evaluation::byMilestone(const ChecklistStep &step, Milestone name) const
{
    const MilestoneRow *row = rowFor(step, name);
    if (!row || !row->at.isKnown())
        return std::nullopt;
    const QString by = row->author.isEmpty() ? QString() : tr("by %1").arg(row->author);
    return Closing{row->reason.isEmpty() ? by : row->reason,
                   row->at.hi() ? row->at.hi() : row->at.lo()};
}

Evaluation::MaybeClosing Evaluation::byFirstPost(const ChecklistStep &step) const
{
    for (const PostRevision &post : m_incident.posts) {
        if (!post.seen.empty())
            return seenOn(post);
    }
    return byMilestone(step, Milestone::FirstPost);
}

Evaluation::MaybeClosing Evaluation::confirmed(const ChecklistStep &step) const
{
    for (const AlertEvidence &alert : m_incident.alerts) {
        if (alert.failingSamples >= samplesThatConfirm && alert.round == m_incident.round)
            return Closing{tr("%n failing samples", nullptr, alert.failingSamples), alert.detected};
    }
    const MilestoneRow *row = rowFor(step, Milestone::Detected);
    const bool byPerson = row && row->source != Source::Alert;
    return byPerson ? byMilestone(step, Milestone::Detected) : std::nullopt;
}

Evaluation::MaybeClosing Evaluation::feltAndComponents() const
{
    if (m_incident.felt().isEmpty() || m_incident.components().isEmpty())
        return std::nullopt;
    return Closing{m_incident.felt(), std::nullopt};
}

Evaluation::MaybeClosing Evaluation::windowBounded() const
{
    const bool bounded = std::ranges::any_of(m_incident.windows, [](const Window &window) {
        return !window.planned && window.start.isKnown() && lengthOf(window).isKnown();
    });
    return bounded ? MaybeClosing(Closing{tr("start and length are stated"), {}}) : std::nullopt;
}

Evaluation::MaybeClosing Evaluation::updated() const
{
    if (!isOver() || owesUpdate() || !m_incident.lastPublished())
        return std::nullopt;
    return Closing{tr("no update is owed any more"), std::nullopt};
}

Evaluation::MaybeClosing Evaluation::suspectNamed() const
{
    if (m_incident.cause.status == CauseStatus::Unknown)
        return std::nullopt;
    return Closing{m_incident.cause.text, std::nullopt};
}

Evaluation::MaybeClosing Evaluation::watched(const ChecklistStep &step) const
{
    const auto until = watchedUntil(step);
    const bool promised = std::ranges::any_of(m_incident.promises, [](const Promise &promise) {
        return isOpenPromise(promise) && promise.kind == PromiseKind::Monitor;
    });
    if (!until || promised || !m_surroundings.greenSince || m_surroundings.now < *until)
        return std::nullopt;
    const auto minutes = std::chrono::floor<std::chrono::minutes>(step.time).count();
    return Closing{tr("green for %n minutes", nullptr, int(minutes)), until};
}

Evaluation::MaybeClosing Evaluation::allClear() const
{
    if (!isOver())
        return std::nullopt;
    const RoughInstant normal = m_incident.milestone(Milestone::BackToNormal);
    for (const PostRevision &post : m_incident.posts) {
        const bool tells = post.status == PublicStatus::Resolved && !post.seen.empty() &&
                           post.round == m_incident.round;
        if (tells && timing::canPrecede(normal, RoughInstant::exact(*publishedAt(post))))
            return seenOn(post);
    }
    return std::nullopt;
}

Evaluation::MaybeClosing Evaluation::causeStated() const
{
    const Cause &cause = m_incident.cause;
    if (cause.status == CauseStatus::WillNotKnow)
        return Closing{m_incident.causeReason, std::nullopt};
    const bool stated = cause.status == CauseStatus::Confirmed ||
                        (cause.status != CauseStatus::Unknown && !cause.trigger.isEmpty());
    return stated ? MaybeClosing(Closing{cause.text, std::nullopt}) : std::nullopt;
}

Evaluation::MaybeClosing Evaluation::promisesDated(const ChecklistStep &step) const
{
    // Once reviewed it stays so in later rounds, for none can be made without its time.
    const bool come = step.trigger == Trigger::Restored ? entered(State::Restored).has_value()
                                                        : triggered(step.trigger).has_value();
    if (!come)
        return std::nullopt;
    const auto open = std::ranges::count_if(m_incident.promises, isOpenPromise);
    const bool dated = std::ranges::all_of(m_incident.promises, [](const Promise &promise) {
        return !isOpenPromise(promise) || promise.isDated();
    });
    if (!dated)
        return std::nullopt;
    return Closing{open == 0 ? tr("no promise is open") : tr("every promise has its time"), {}};
}

Evaluation::MaybeClosing Evaluation::exported() const
{
    if (m_incident.exports.empty())
        return std::nullopt;
    return Closing{tr("exported as %1").arg(m_incident.exports.back().format), std::nullopt};
}

} // namespace incident
