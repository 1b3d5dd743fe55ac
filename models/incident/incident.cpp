// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/incident.h"

#include <algorithm>

namespace incident {

namespace {

template <class Range, class Predicate>
auto findLast(const Range &range, Predicate predicate) -> decltype(&*range.begin())
{
    const auto found = std::find_if(range.rbegin(), range.rend(), predicate);
    return found == range.rend() ? nullptr : &*found;
}

} // namespace

const MilestoneRow *Incident::milestoneRow(Milestone name, int inRound) const
{
    const int wanted = inRound ? inRound : round;
    return findLast(milestoneRows, [&](const MilestoneRow &row) {
        return row.milestone == name && row.round == wanted;
    });
}

RoughInstant Incident::milestone(Milestone name, int inRound) const
{
    const MilestoneRow *row = milestoneRow(name, inRound);
    return row ? row->at : RoughInstant();
}

const Window *Incident::window(int seq) const
{
    return findLast(windows, [&](const Window &window) { return window.seq == seq; });
}

std::vector<Window> Incident::actualWindows(int inRound) const
{
    const int wanted = inRound ? inRound : round;
    std::vector<Window> found;
    std::ranges::copy_if(windows, std::back_inserter(found), [&](const Window &window) {
        return !window.planned && window.round == wanted;
    });
    return found;
}

std::vector<Window> Incident::plannedWindows() const
{
    std::vector<Window> found;
    std::ranges::copy_if(windows, std::back_inserter(found), &Window::planned);
    return found;
}

bool Incident::hasOpenWindow() const
{
    return std::ranges::any_of(windows, &Window::isOpen);
}

const PostRevision *Incident::post(const QString &postId) const
{
    return findLast(posts, [&](const PostRevision &post) { return post.id == postId; });
}

const Retraction *Incident::retraction(const QString &wanted) const
{
    const auto found = std::ranges::find(retractions, wanted, &Retraction::id);
    return found == retractions.end() ? nullptr : &*found;
}

QStringList Incident::publicTargets() const
{
    QStringList targets = shownAt;
    for (const PostRevision &revision : posts) {
        for (const Seen &seen : revision.seen) {
            if (seen.target != importTarget)
                targets << seen.target;
        }
    }
    targets.removeDuplicates();
    return targets;
}

const PostRevision *Incident::lastPublished() const
{
    return findLast(posts, [](const PostRevision &post) { return !post.seen.empty(); });
}

bool Incident::isSuperseded(const PostRevision &revision) const
{
    return revision.status == PublicStatus::Resolved && revision.round < round;
}

const StepMark *Incident::mark(const QString &step, int inRound) const
{
    return findLast(
        marks, [&](const StepMark &mark) { return mark.step == step && mark.round == inRound; });
}

QStringList Incident::components() const
{
    const bool happened = std::ranges::any_of(windows, [](const Window &w) { return !w.planned; });
    QStringList all;
    for (const Window &window : windows) {
        if (window.planned != happened)
            all += window.components;
    }
    all.removeDuplicates();
    return all;
}

QString Incident::felt() const
{
    const Window *window = findLast(windows, [](const Window &w) { return !w.felt.isEmpty(); });
    return window ? window->felt : QString();
}

std::vector<Window> Incident::phasesAhead() const
{
    auto phases = plannedWindows();
    std::ranges::stable_sort(phases, {}, [](const Window &window) {
        return window.start.lo().value_or(window.start.hi().value_or(Instant::max()));
    });
    const std::size_t begun = actualWindows().size();
    phases.erase(phases.begin(), phases.begin() + std::ptrdiff_t(std::min(begun, phases.size())));
    return phases;
}

const Mute *Incident::muteAt(Instant now) const
{
    const bool works =
        state == State::InProgress || state == State::AfterEffects || state == State::Verifying;
    return works && mute && !mute->components.isEmpty() && now < mute->until ? &*mute : nullptr;
}

const Promise *Incident::promise(const QString &promiseId) const
{
    return findLast(promises, [&](const Promise &promise) { return promise.id == promiseId; });
}

const FollowUp *Incident::followUp(const QString &followUpId) const
{
    return findLast(followUps, [&](const FollowUp &followUp) { return followUp.id == followUpId; });
}

const Link *Incident::linkTo(Relation relation) const
{
    const auto found = std::ranges::find(links, relation, &Link::relation);
    return found == links.end() ? nullptr : &*found;
}

bool isOpen(State state)
{
    return state != State::Closed && state != State::Dismissed && state != State::Cancelled;
}

bool isRunning(State state)
{
    switch (state) {
    case State::Suspected:
    case State::Active:
    case State::Monitoring:
    case State::InProgress:
    case State::AfterEffects:
    case State::Verifying:
        return true;
    default:
        return false;
    }
}

} // namespace incident
