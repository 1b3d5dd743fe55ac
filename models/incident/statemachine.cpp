// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/statemachine.h"

#include "incident/words.h"

namespace incident {

namespace {

struct Edge
{
    State from;
    State to;
    Step step;
};

constexpr Edge edges[] = {
    {State::Suspected, State::Active, Step::Free},
    {State::Suspected, State::Dismissed, Step::NeedsReason},
    {State::Dismissed, State::Suspected, Step::Free},
    {State::Active, State::Monitoring, Step::Free},
    {State::Active, State::Restored, Step::Free},
    {State::Monitoring, State::Restored, Step::Free},
    {State::Monitoring, State::Active, Step::Free},
    {State::Restored, State::Review, Step::Free},
    {State::Review, State::Closed, Step::Free},
    {State::Closed, State::Review, Step::NeedsReason},
    {State::Draft, State::Scheduled, Step::Free},
    {State::Draft, State::Cancelled, Step::NeedsReason},
    {State::Scheduled, State::Cancelled, Step::NeedsReason},
    {State::InProgress, State::AfterEffects, Step::Free},
    {State::InProgress, State::Verifying, Step::Free},
    {State::InProgress, State::Cancelled, Step::NeedsReason},
    {State::AfterEffects, State::Verifying, Step::Free},
    {State::Verifying, State::InProgress, Step::NeedsReason},
    {State::Verifying, State::Completed, Step::Free},
    {State::Completed, State::Closed, Step::Free},
};

} // namespace

Step stepBetween(State from, State to, Kind kind)
{
    // Maintenance has no review; the two machines share nothing but their end.
    if (kind == Kind::Maintenance && to == State::Review)
        return Step::No;
    for (const Edge &edge : edges) {
        if (edge.from == from && edge.to == to)
            return edge.step;
    }
    return Step::No;
}

std::vector<State> nextStates(State from, Kind kind)
{
    std::vector<State> next;
    for (const Edge &edge : edges) {
        if (edge.from == from && stepBetween(from, edge.to, kind) != Step::No)
            next.push_back(edge.to);
    }
    return next;
}

bool allowsOpenWindow(State state)
{
    switch (state) {
    case State::Restored:
    case State::Review:
    case State::Verifying:
    case State::Completed:
    case State::Cancelled:
    case State::Closed:
        return false;
    default:
        return true;
    }
}

QString stateWords(State state)
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
        return Words::tr("closed");
    }
    return {};
}

} // namespace incident
