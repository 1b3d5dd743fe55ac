// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/decide.h"
#include "invariants.h"

/// What a step of the state machine asks for beyond being listed, and what a command may touch,
/// said apart from the code that keeps it. Each answers with what is broken, or with nothing.
namespace invariants {

inline bool isSaid(const QString &reason)
{
    return !reason.trimmed().isEmpty();
}

inline bool isToDo(const Incident &incident, Instant now, bool (*which)(const ChecklistStep &))
{
    return std::ranges::any_of(evaluate(incident, {now, {}}), [&](const StepStatus &status) {
        return which(status.step) && status.state == StepState::Todo;
    });
}

inline QString faultOfReview(const Incident &before, const QString &reason)
{
    if (before.severity < 1 || before.severity > 4)
        return QStringLiteral("reviewed without a severity");
    if (before.cause.status == CauseStatus::Unknown && !isSaid(before.causeReason) &&
        !isSaid(reason))
        return QStringLiteral("reviewed, and nobody said anything of the cause");
    const bool isTold =
        before.kind == Kind::NearMiss || before.milestone(Milestone::FirstPost, 1).isKnown() ||
        std::ranges::any_of(before.posts,
                            [](const PostRevision &post) { return !post.seen.empty(); });
    return isTold || isSaid(reason) ? QString() : QStringLiteral("reviewed, and nobody was told");
}

/// Section 4.1 and 4.3: the guards of what somebody asks for.
inline QString faultOfGuards(const Incident &before, const Incident &after, const Command &command,
                             Instant now)
{
    const auto *advance = std::get_if<Advance>(&command);
    if (!advance || before.state == after.state)
        return {};
    using Edge = std::pair<State, State>;
    static const std::set<Edge> withReason{{State::Suspected, State::Dismissed},
                                           {State::Closed, State::Review},
                                           {State::InProgress, State::Cancelled}};
    if (withReason.contains({before.state, after.state}) && !isSaid(advance->reason))
        return QStringLiteral("a step without its reason");
    if (before.state == State::Restored && after.state == State::Review)
        return faultOfReview(before, advance->reason);
    if (after.state == State::Completed &&
        isToDo(before, now, [](const ChecklistStep &step) { return step.id == u"M7"; }))
        return QStringLiteral("completed, and nobody looked");
    if (after.state != State::Closed)
        return {};
    if (std::ranges::any_of(before.promises, &Promise::isOpen))
        return QStringLiteral("closed over an open promise");
    if (isToDo(before, now, [](const ChecklistStep &step) { return step.required; }))
        return QStringLiteral("closed over a step that is to do");
    return {};
}

/// No paperwork stands in the way of the fight.
inline QString faultOfFight(const Incident &incident, Instant now)
{
    static const std::set<std::pair<State, State>> free{{State::Suspected, State::Active},
                                                        {State::Active, State::Monitoring},
                                                        {State::Monitoring, State::Active}};
    for (const auto &[from, to] : free) {
        if (incident.state == from && !decide(incident, Advance{to, {}}, {now, {}}))
            return QStringLiteral("not free to go on");
    }
    const bool runs = incident.state == State::Active || incident.state == State::Monitoring;
    if (!runs || incident.isMaintenance())
        return {};
    const bool isOver =
        !incident.hasOpenWindow() && incident.milestone(Milestone::BackToNormal).isKnown();
    const bool mayRest = decide(incident, Advance{State::Restored, {}}, {now, {}}).has_value();
    if (mayRest && incident.hasOpenWindow())
        return QStringLiteral("restored over an open window");
    return isOver && !mayRest ? QStringLiteral("all windows ended, and it may not be restored")
                              : QString();
}

/// Section 4.2.
inline QString faultOfReopening(const Incident &before, const Incident &after,
                                const Command &command, Instant now)
{
    const auto *reopen = std::get_if<Reopen>(&command);
    if (!reopen)
        return {};
    if (reopen->reason.trimmed().size() < 10)
        return QStringLiteral("reopened without saying how one knows");
    if (after.state != State::Active || !after.hasOpenWindow())
        return QStringLiteral("reopened, and nothing is open");
    for (const PostRevision &post : before.posts) {
        const bool isAllClear = post.status == PublicStatus::Resolved && !post.seen.empty();
        if (isAllClear && !after.isSuperseded(post))
            return QStringLiteral("the all-clear still holds");
    }
    const auto were = evaluate(before, {now, {}});
    const auto are = evaluate(after, {now, {}});
    for (std::size_t i = 0; i < were.size() && i < are.size(); ++i) {
        const bool byHand = were[i].state != StepState::Todo && !were[i].automatic;
        if (byHand && were[i].step.perRound && !are[i].automatic && are[i].state != StepState::Todo)
            return QStringLiteral("a step of each round was not armed again: ") + were[i].step.id;
        if (byHand && !were[i].step.perRound && are[i].state == StepState::Todo)
            return QStringLiteral("a step that is done once was armed again: ") + were[i].step.id;
    }
    return {};
}

/// Nothing moves another field to mend an order: a stamp and a window move what they name, and what
/// says the same with another word. What nobody has stated yet may be filled in.
inline QString faultOfReach(const Incident &before, const std::vector<Event> &events,
                            std::size_t from, const Command &command)
{
    std::set<Milestone> milestones;
    std::set<int> windows;
    for (std::size_t i = from; i < events.size(); ++i) {
        if (const auto *row = std::get_if<MilestoneSet>(&events[i].payload)) {
            const RoughInstant was = before.milestone(row->milestone, row->round);
            if (was.isKnown() && was != row->at)
                milestones.insert(row->milestone);
        }
        if (const auto *row = std::get_if<WindowSet>(&events[i].payload))
            windows.insert(row->window.seq);
    }
    if (const auto *stamp = std::get_if<Stamp>(&command)) {
        milestones.erase(stamp->milestone);
        // What lies somewhere inside a period began before that ended.
        const auto actual = before.actualWindows(before.round);
        if (stamp->milestone == Milestone::BackToNormal &&
            std::ranges::any_of(actual, &Window::inside))
            milestones.erase(Milestone::Started);
        const bool isEdge =
            stamp->milestone == Milestone::Started || stamp->milestone == Milestone::BackToNormal;
        if (!milestones.empty())
            return QStringLiteral("a stamp of %1 moved %2")
                .arg(base::toName(stamp->milestone), base::toName(*milestones.begin()));
        if (!isEdge && !windows.empty())
            return QStringLiteral("a stamp moved a window");
    }
    if (const auto *put = std::get_if<PutWindow>(&command)) {
        milestones.erase(Milestone::Started);
        milestones.erase(Milestone::BackToNormal);
        windows.erase(put->window.seq);
        const bool isNew = put->window.seq == 0 && windows.size() == 1;
        if (!milestones.empty() || (!windows.empty() && !isNew))
            return QStringLiteral("a window moved something else");
    }
    const bool isPaper =
        std::holds_alternative<Retitle>(command) || std::holds_alternative<SetSeverity>(command) ||
        std::holds_alternative<AddNote>(command) || std::holds_alternative<MarkStep>(command) ||
        std::holds_alternative<MakePromise>(command) ||
        std::holds_alternative<SettlePromise>(command) ||
        std::holds_alternative<PutFollowUp>(command) ||
        std::holds_alternative<LogContact>(command) ||
        std::holds_alternative<WriteSection>(command);
    if (isPaper && (!milestones.empty() || !windows.empty()))
        return QStringLiteral("paperwork moved a time");
    return {};
}

/// Orders that are let through, once a person has said why.
inline std::set<QString> odditiesOf(const Incident &incident)
{
    std::set<QString> odd;
    for (int round = 1; round <= incident.round; ++round) {
        const auto isAfter = [&](Milestone a, Milestone b) {
            const auto lo = incident.milestone(a, round).lo();
            const auto hi = incident.milestone(b, round).hi();
            return lo && hi && *lo > *hi;
        };
        const std::pair<Milestone, Milestone> unusual[] = {
            {Milestone::Detected, Milestone::BackToNormal},
            {Milestone::Fixed, Milestone::BackToNormal},
            {Milestone::Detected, Milestone::Acknowledged},
            {Milestone::Detected, Milestone::FirstPost}};
        for (const auto &[late, early] : unusual) {
            if (isAfter(late, early))
                odd.insert(QStringLiteral("%1 after %2 in round %3")
                               .arg(base::toName(late), base::toName(early))
                               .arg(round));
        }
    }
    return odd;
}

/// Of what a person stamps: what an alert, a target or another incident says is taken as it is.
inline QString faultOfSilence(const Incident &before, const Incident &after, const Command &command)
{
    const auto *stamp = std::get_if<Stamp>(&command);
    if (!stamp || isSaid(stamp->reason))
        return {};
    const auto were = odditiesOf(before);
    for (const QString &oddity : odditiesOf(after)) {
        if (!were.contains(oddity))
            return QStringLiteral("nobody was asked: ") + oddity;
    }
    return {};
}

/// What every value is, wherever it came from.
inline QString faultOfValues(const Incident &incident, const std::vector<Event> &events,
                             std::size_t from)
{
    if (incident.severity < 0 || incident.severity > 4)
        return QStringLiteral("a severity of its own");
    if (incident.isMaintenance() && incident.entry == EntryMode::Live)
        return QStringLiteral("planned work that was opened while it ran");
    const bool isTheirs = incident.cause.attribution == Attribution::Provider ||
                          incident.cause.attribution == Attribution::Shared;
    if (isTheirs && !isSaid(incident.cause.provider))
        return QStringLiteral("a provider without a name");
    for (const Promise &promise : incident.promises) {
        const bool isClosed = isSaid(promise.note) || isSaid(promise.revision);
        if (!promise.isOpen() && !isClosed)
            return QStringLiteral("a promise was settled without a word");
        if (const QString fault = faultOfPrecision(promise.due); !fault.isEmpty())
            return QStringLiteral("a promise: ") + fault;
    }
    for (const FollowUp &followUp : incident.followUps) {
        if (const QString fault = faultOfPrecision(followUp.due); !fault.isEmpty())
            return QStringLiteral("a follow-up: ") + fault;
    }
    for (std::size_t i = from; i < events.size(); ++i) {
        const auto lo = events[i].occurred.lo();
        if (lo && *lo > events[i].recorded + tolerance)
            return QStringLiteral("it was written down before it happened");
    }
    return {};
}

} // namespace invariants
