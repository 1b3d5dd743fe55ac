// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/eventjson.h"
#include "incident/metrics.h"
#include "support/story.h"
#include "timing/arithmetic.h"

#include <algorithm>
#include <set>

/// What holds for every incident after every command, said apart from the code that keeps it.
/// Each answers with what is broken, or with nothing.
namespace invariants {

using namespace incident;

constexpr Span tolerance{60};

template <class Rough>
QString faultOfPrecision(const Rough &rough)
{
    const auto again = Rough::fromParts(rough.lo(), rough.hi(), rough.precision());
    return again == rough ? QString() : QStringLiteral("bounds and precision do not fit");
}

inline QString faultOfOrder(const Incident &incident)
{
    for (int round = 1; round <= incident.round; ++round) {
        const auto started = incident.milestone(Milestone::Started, round).lo();
        for (const auto &row : base::EnumNames<Milestone>::table) {
            const auto other = incident.milestone(row.value, round).hi();
            if (started && other && *started > *other)
                return QStringLiteral("started after ") + QLatin1StringView(row.name);
        }
        const auto first = firstWindow(incident, round);
        if (first && startOf(*first).isKnown() &&
            startOf(*first) != incident.milestone(Milestone::Started, round))
            return QStringLiteral("started is not what the first window says");
    }
    return {};
}

inline QString faultOfWindow(const Window &window, Instant now)
{
    const auto start = window.start.lo();
    const auto end = window.end.hi();
    if (start && end && *end <= *start)
        return QStringLiteral("a window ends before it starts");
    if (window.duration.hi() && *window.duration.hi() <= Span(0))
        return QStringLiteral("a window of no length");
    if (!window.inside && !timing::possible(window.start, window.duration, window.end))
        return QStringLiteral("a length that is not possible");
    if (window.inside && (!start || !end))
        return QStringLiteral("inside of nothing");
    if (window.inside && window.duration.lo() && *window.duration.lo() > *end - *start)
        return QStringLiteral("a length that does not fit inside");
    if (window.several ? !window.inside || window.count == 1
                       : window.count || window.total.isKnown())
        return QStringLiteral("several that are one, or one that is several");
    const bool ahead = window.start.lo() > now + tolerance || window.end.lo() > now + tolerance;
    if (!window.planned && ahead)
        return QStringLiteral("a window that has not come");
    for (const QString &fault : {faultOfPrecision(window.start), faultOfPrecision(window.end),
                                 faultOfPrecision(window.duration)}) {
        if (!fault.isEmpty())
            return fault;
    }
    return {};
}

inline QString faultOfTimes(const Incident &incident, Instant now)
{
    for (const MilestoneRow &row : incident.milestoneRows) {
        if (row.at.lo() && *row.at.lo() > row.recorded + tolerance)
            return QStringLiteral("a milestone that had not come");
        if (const QString fault = faultOfPrecision(row.at); !fault.isEmpty())
            return fault;
        if (row.round < 1 || row.round > incident.round)
            return QStringLiteral("a milestone of no round");
    }
    std::set<int> numbers;
    for (const Window &window : incident.windows) {
        if (const QString fault = faultOfWindow(window, now); !fault.isEmpty())
            return fault;
        if (!numbers.insert(window.seq).second || window.seq < 1)
            return QStringLiteral("two windows of one number");
        if (window.planned && !incident.isMaintenance())
            return QStringLiteral("a plan of what nobody planned");
    }
    return faultOfOrder(incident);
}

inline QString faultOfState(const Incident &incident)
{
    const State state = incident.state;
    const std::set<State> forWork{State::Draft,        State::Scheduled, State::InProgress,
                                  State::AfterEffects, State::Verifying, State::Completed,
                                  State::Cancelled,    State::Closed};
    const std::set<State> forTrouble{State::Suspected,  State::Dismissed, State::Active,
                                     State::Monitoring, State::Restored,  State::Review,
                                     State::Closed};
    if (!(incident.isMaintenance() ? forWork : forTrouble).contains(state))
        return QStringLiteral("a state of another kind");
    const std::set<State> ended{State::Restored,  State::Review,    State::Closed,
                                State::Verifying, State::Completed, State::Cancelled};
    if (ended.contains(state) && incident.hasOpenWindow())
        return QStringLiteral("over, and a window is open");
    const std::set<State> up{State::Restored, State::Review};
    if (up.contains(state) && !incident.actualWindows().empty() &&
        !incident.milestone(Milestone::BackToNormal).isKnown())
        return QStringLiteral("over, and nobody knows since when");
    const auto plans = incident.plannedWindows();
    if (state == State::Scheduled &&
        (plans.empty() || !std::ranges::all_of(plans, &Window::isBounded)))
        return QStringLiteral("scheduled without bounds");
    if (state == State::InProgress && incident.actualWindows().empty())
        return QStringLiteral("in progress without a start");
    if (incident.mute && !incident.mute->components.isEmpty() && incident.mute->until == Instant{})
        return QStringLiteral("a mute without an end");
    if (!incident.isMaintenance() && (incident.mute || incident.abortRule))
        return QStringLiteral("a mute or an abort rule of what is no work");
    const bool promised = std::ranges::any_of(incident.promises, [](const Promise &promise) {
        return promise.status == PromiseStatus::Open;
    });
    if (promised && state == State::Closed && !incident.stateSince.contains(int(State::Review)) &&
        !incident.isMaintenance() && !incident.origin)
        return QStringLiteral("closed without a review");
    return {};
}

template <class T>
bool isPrefix(const std::vector<T> &before, const std::vector<T> &after)
{
    return before.size() <= after.size() && std::equal(before.begin(), before.end(), after.begin());
}

/// What was said is never changed, only added to.
inline QString faultOfHistory(const Incident &before, const Incident &after)
{
    if (!before.exists())
        return {};
    const bool work = before.isMaintenance();
    if (before.id != after.id || before.ref != after.ref || work != after.isMaintenance() ||
        before.entry != after.entry || before.opened != after.opened ||
        before.checklist != after.checklist)
        return QStringLiteral("what never changes has changed");
    if (!isPrefix(before.milestoneRows, after.milestoneRows))
        return QStringLiteral("a milestone was overwritten");
    if (!isPrefix(before.windowHistory, after.windowHistory))
        return QStringLiteral("an old window was overwritten");
    if (!isPrefix(before.links, after.links))
        return QStringLiteral("a link was overwritten");
    if (before.contacts.size() > after.contacts.size() ||
        before.followUps.size() > after.followUps.size() ||
        before.remedies.size() > after.remedies.size())
        return QStringLiteral("a contact, a follow-up or a run was lost");
    if (!isPrefix(before.exports, after.exports))
        return QStringLiteral("an export was lost");
    if (before.posts.size() > after.posts.size() || before.promises.size() > after.promises.size())
        return QStringLiteral("a post or a promise was lost");
    for (std::size_t i = 0; i < before.posts.size(); ++i) {
        PostRevision old = before.posts[i];
        if (!isPrefix(old.seen, after.posts[i].seen))
            return QStringLiteral("what was seen was overwritten");
        old.seen = after.posts[i].seen;
        if (old != after.posts[i])
            return QStringLiteral("a post was overwritten");
    }
    for (const Window &window : before.windows) {
        const Window *now = after.window(window.seq);
        const bool kept =
            std::ranges::find(after.windowHistory, window) != after.windowHistory.end();
        if ((!now || *now != window) && !kept)
            return QStringLiteral("a window was lost");
        if (now && (now->planned != window.planned || now->round != window.round))
            return QStringLiteral("a plan became what happened");
    }
    return {};
}

/// One step of the state machine, and the command that may take it.
inline bool isListed(State from, State to, const Command &command)
{
    using Edge = std::pair<State, State>;
    static const std::set<Edge> asked{
        {State::Suspected, State::Active},       {State::Suspected, State::Dismissed},
        {State::Dismissed, State::Suspected},    {State::Active, State::Monitoring},
        {State::Active, State::Restored},        {State::Monitoring, State::Restored},
        {State::Monitoring, State::Active},      {State::Restored, State::Review},
        {State::Review, State::Closed},          {State::Closed, State::Review},
        {State::Draft, State::Scheduled},        {State::Draft, State::Cancelled},
        {State::Scheduled, State::Cancelled},    {State::InProgress, State::AfterEffects},
        {State::InProgress, State::Verifying},   {State::InProgress, State::Cancelled},
        {State::AfterEffects, State::Verifying}, {State::Verifying, State::InProgress},
        {State::Verifying, State::Completed},    {State::Completed, State::Closed},
    };
    static const std::set<Edge> reopened{{State::Restored, State::Active},
                                         {State::Review, State::Active},
                                         {State::Closed, State::Active}};
    static const std::set<Edge> undone{{State::Restored, State::Active},
                                       {State::Restored, State::Monitoring},
                                       {State::Active, State::Suspected}};
    const Edge edge{from, to};
    // History is laid aside at once: nobody has to work on it.
    if (std::holds_alternative<ImportIncident>(command)) {
        static const std::set<Edge> imported{{State::Restored, State::Closed},
                                             {State::Scheduled, State::Completed},
                                             {State::Scheduled, State::Closed}};
        return imported.contains(edge) || asked.contains(edge);
    }
    // What goes on in another incident is laid aside from wherever it stands.
    if (std::holds_alternative<MergeInto>(command)) {
        static const std::set<State> merged{State::Suspected, State::Active, State::Monitoring,
                                            State::Restored, State::Review};
        return to == State::Dismissed && merged.contains(from);
    }
    if (std::holds_alternative<Reopen>(command))
        return reopened.contains(edge);
    if (std::holds_alternative<StartMaintenance>(command))
        return edge == Edge{State::Scheduled, State::InProgress};
    if (std::holds_alternative<Unstamp>(command) && undone.contains(edge))
        return true;
    return asked.contains(edge);
}

/// The events of one command, one after the other.
inline QString faultOfEvents(const Incident &before, const std::vector<Event> &events,
                             std::size_t from, const Command &command)
{
    Incident incident = before;
    for (std::size_t i = from; i < events.size(); ++i) {
        const Payload &payload = events[i].payload;
        const auto stored = payloadFromJson(kindName(payload), payloadJson(payload));
        if (stored != payload)
            return QStringLiteral("not the same from the ledger: ") + kindName(payload);
        const State state = incident.state;
        const bool existed = incident.exists();
        const int round = incident.round;
        apply(incident, events[i]);
        if (existed && incident.state != state && !isListed(state, incident.state, command))
            return QStringLiteral("a step from %1 to %2")
                .arg(base::toName(state), base::toName(incident.state));
        if (incident.round != round && !std::holds_alternative<Reopen>(command))
            return QStringLiteral("a round of its own");
    }
    return {};
}

/// Reopening leaves the rounds before as they are.
inline QString faultOfRounds(const Incident &before, const Incident &after, const Command &command)
{
    if (!std::holds_alternative<Reopen>(command))
        return {};
    if (after.round != before.round + 1)
        return QStringLiteral("not the next round");
    for (int round = 1; round <= before.round; ++round) {
        for (const auto &row : base::EnumNames<Milestone>::table) {
            if (before.milestone(row.value, round) != after.milestone(row.value, round))
                return QStringLiteral("an earlier round has changed");
        }
        if (before.actualWindows(round) != after.actualWindows(round))
            return QStringLiteral("a window of an earlier round has changed");
    }
    Metrics was = metricsOf(before);
    Metrics is = metricsOf(after);
    was.running = is.running = false;
    return was == is ? QString() : QStringLiteral("a figure of an earlier round has changed");
}

/// The checklist answers for every step, whatever has happened.
inline QString faultOfChecklist(const Incident &incident, const Surroundings &surroundings)
{
    if (incident.origin && incident.checklist.isEmpty())
        return {};
    const auto list = checklistFromJson(incident.checklist);
    if (!list)
        return QStringLiteral("the frozen checklist cannot be read");
    for (const StepStatus &status : evaluate(incident, *list, surroundings)) {
        if (status.active && status.state != StepState::Todo)
            return QStringLiteral("active and closed: ") + status.step.id;
        if (status.due && !status.active)
            return QStringLiteral("due and not active: ") + status.step.id;
        if (status.state != StepState::Todo && !status.automatic && status.evidence.isEmpty())
            return QStringLiteral("closed by hand without a reason: ") + status.step.id;
    }
    return {};
}

} // namespace invariants
