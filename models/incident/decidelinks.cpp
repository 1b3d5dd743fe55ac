// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/decider.h"
#include "incident/metrics.h"
#include "incident/split.h"
#include "incident/statemachine.h"

#include <algorithm>

namespace incident {

using base::Done;
using base::ErrorKind;
using base::fail;

Done Decider::operator()(const Reclassify &command)
{
    if (m_incident.isMaintenance() || command.kind == Kind::Maintenance) {
        return fail(ErrorKind::Refused, tr("Maintenance stays what it is. If the work broke "
                                           "something, open an incident for it."));
    }
    if (command.kind == m_incident.kind)
        return {};
    if (!isReason(command.reason))
        return fail(ErrorKind::NeedsReason, tr("Say in a few words how you know."));
    add(KindChanged{command.kind, command.reason});
    if (command.kind != Kind::NearMiss)
        return {};
    // Nobody was affected: then no window had an effect.
    const std::vector<Window> windows = m_incident.windows;
    for (Window window : windows) {
        window.effect = Effect::None;
        if (const Done done = putWindow(window, command.reason); !done)
            return done;
    }
    return {};
}

Done Decider::operator()(const LinkIncident &command)
{
    const Link &link = command.link;
    if (link.incident.isEmpty() || link.incident == m_id)
        return fail(ErrorKind::Input, tr("Say which other incident is meant."));
    if (std::ranges::find(m_incident.links, link) == m_incident.links.end())
        add(Linked{link});
    return {};
}

Done Decider::operator()(const SplitOff &command)
{
    if (m_incident.isMaintenance())
        return fail(ErrorKind::Refused, tr("Planned work is not split. Plan another one."));
    if (m_incident.state == State::Dismissed)
        return fail(ErrorKind::Refused, tr("This was nothing, so there is nothing to split off."));
    if (!isReason(command.reason))
        return fail(ErrorKind::NeedsReason, tr("Say in a few words why it is a case of its own."));
    const std::vector<Window> actual = m_incident.windows;
    const auto leaving = windowsLeaving(m_incident, command);
    if (leaving.empty()) {
        return fail(ErrorKind::NotFound, tr("No window of this incident has to do with that. "
                                            "Choose one of its windows or components."));
    }
    const bool allLeave = std::ranges::all_of(
        actual, [&](const Window &window) { return !partsOf(window, command).stays; });
    if (allLeave) {
        return fail(ErrorKind::Refused,
                    tr("Nothing would be left of this incident. Leave at least one window."));
    }
    if (const Done done = (*this)(
            LinkIncident{{Relation::SplitInto, command.incident, command.ref, command.reason}});
        !done)
        return done;
    std::vector<int> rounds;
    for (const Window &window : actual) {
        const WindowParts parts = partsOf(window, command);
        if (!parts.leaves)
            continue;
        if (parts.stays) {
            if (const Done done = putWindow(*parts.stays, command.reason); !done)
                return done;
            continue;
        }
        add(WindowWithdrawn{window.seq, command.reason});
        rounds.push_back(window.round);
    }
    for (const int round : rounds) {
        if (const Done done = followStart(round, command.reason, Source::Manual); !done)
            return done;
    }
    return {};
}

Done Decider::operator()(const MergeInto &command)
{
    switch (m_incident.state) {
    case State::Suspected:
    case State::Active:
    case State::Monitoring:
    case State::Restored:
    case State::Review:
        break;
    default:
        return fail(
            ErrorKind::Refused,
            tr("What is %1 cannot go on in another incident.").arg(stateWords(m_incident.state)));
    }
    if (!isReason(command.reason))
        return fail(ErrorKind::NeedsReason, tr("Say in a few words why it is the same trouble."));
    if (const Done done = (*this)(
            LinkIncident{{Relation::MergedInto, command.incident, command.ref, command.reason}});
        !done)
        return done;
    const std::vector<Promise> promises = m_incident.promises;
    for (const Promise &promise : promises) {
        if (promise.isOpen()) {
            add(PromiseSettled{promise.id, PromiseStatus::Withdrawn,
                               tr("goes on in %1").arg(command.ref)});
        }
    }
    const std::vector<Window> windows = m_incident.windows;
    for (const Window &window : windows)
        add(WindowWithdrawn{window.seq, tr("counted in %1").arg(command.ref)});
    enter(State::Dismissed, tr("goes on in %1: %2").arg(command.ref, command.reason));
    return {};
}

Done Decider::operator()(const TakeOver &command)
{
    if (m_incident.isMaintenance()) {
        return fail(ErrorKind::Refused, tr("Planned work takes no incident over. Open one for "
                                           "what it broke."));
    }
    if (!isOpen(m_incident.state))
        return fail(ErrorKind::Refused,
                    tr("This incident is not open. Reopen it, or choose one that is."));
    const bool runs = std::ranges::any_of(command.windows, &Window::isOpen);
    if (runs && !allowsOpenWindow(m_incident.state)) {
        return fail(ErrorKind::Refused,
                    tr("This incident is over, but the other one still runs. Reopen this one, or "
                       "say when the other one ended."));
    }
    if (const Done done = (*this)(
            LinkIncident{{Relation::TookOver, command.incident, command.ref, command.reason}});
        !done)
        return done;
    for (Window window : command.windows) {
        if (window.planned)
            continue;
        window.seq = nextWindowSeq();
        if (window.evidence.isEmpty())
            window.evidence = tr("from %1").arg(command.ref);
        // What still runs ends with the round that runs.
        window.round = window.isOpen() ? m_incident.round : roundAt(startOf(window));
        if (const Done done = keepWindow(window, command.reason, Source::Manual); !done)
            return done;
    }
    if (!allowsOpenWindow(m_incident.state)) {
        if (const Done done = concludeBackToNormal(command.reason); !done)
            return done;
    }
    for (const AlertEvidence &alert : command.alerts) {
        if (const Done done = (*this)(LinkAlert{alert}); !done)
            return done;
    }
    for (Promise promise : command.promises) {
        if (!promise.isOpen() || m_incident.promise(promise.id))
            continue;
        promise.revision.clear();
        promise.made = {};
        add(PromiseMade{promise});
    }
    return {};
}

} // namespace incident
