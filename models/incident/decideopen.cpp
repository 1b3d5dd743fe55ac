// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/decider.h"
#include "incident/timerules.h"

#include <array>

namespace incident {

using base::Done;
using base::ErrorKind;
using base::fail;

namespace {

constexpr qsizetype reopenReasonLength = 10;

bool mayEnter(const OpenIncident &command)
{
    switch (command.entry) {
    case EntryMode::Live:
        return command.kind != Kind::Maintenance &&
               (command.state == State::Suspected || command.state == State::Active);
    case EntryMode::Retrospective:
        return command.state == State::Monitoring || command.state == State::Restored ||
               (command.kind == Kind::Maintenance && command.state == State::Completed);
    case EntryMode::Planned:
        return command.kind == Kind::Maintenance &&
               (command.state == State::Draft || command.state == State::Scheduled);
    }
    return false;
}

bool isBounded(const Window &window)
{
    return window.duration.hi().has_value();
}

} // namespace

Done Decider::operator()(const OpenIncident &command)
{
    if (m_incident.exists())
        return fail(ErrorKind::Conflict, tr("This incident is open already."));
    if (command.title.trimmed().isEmpty())
        return fail(ErrorKind::Input,
                    tr("Say in a few words what is wrong: an incident needs a title."));
    if (!mayEnter(command))
        return fail(ErrorKind::Refused, tr("An incident of this kind cannot begin in that state."));
    m_incident.id = command.id;
    add(Opened{command.kind, command.entry, command.state, command.ref, command.title.trimmed(),
               command.zone, command.monitor});
    if (!command.checklist.isEmpty())
        add(ChecklistStarted{command.checklist});
    if (command.severity > 0)
        add(SeverityChanged{command.severity});
    for (const Window &window : command.windows) {
        Window numbered = window;
        numbered.seq = nextWindowSeq();
        if (command.state == State::Scheduled && !isBounded(numbered)) {
            return fail(ErrorKind::Input,
                        tr("Say how long the work will take at the most before it is announced."));
        }
        if (const Done done = putWindow(numbered, {}); !done)
            return done;
    }
    if (command.state == State::Scheduled && command.windows.empty())
        return fail(ErrorKind::Input, tr("Say when the work is planned."));
    if (command.alert) {
        add(AlertLinked{*command.alert}, command.alert->started);
        setMilestone(Milestone::FirstAlert, RoughInstant::exact(command.alert->detected),
                     Source::Alert);
    }
    const std::array<std::pair<Milestone, RoughInstant>, 3> stamps{{
        {Milestone::Detected, command.detected},
        {Milestone::Fixed, command.fixed},
        {Milestone::BackToNormal, command.backToNormal},
    }};
    for (const auto &[milestone, at] : stamps) {
        if (!at.isKnown())
            continue;
        if (const Done done = (*this)(Stamp{milestone, at, Source::Manual, {}}); !done)
            return done;
    }
    const bool over = command.state == State::Restored || command.state == State::Completed;
    if (over && m_incident.hasOpenWindow())
        return fail(ErrorKind::Input,
                    tr("It is not over yet: a window has no end. Say when it ended."));
    return {};
}

Done Decider::operator()(const Reopen &command)
{
    const State state = m_incident.state;
    if (state != State::Restored && state != State::Review && state != State::Closed)
        return fail(ErrorKind::Refused, tr("This incident is not over, so it cannot come back."));
    if (command.reason.trimmed().size() < reopenReasonLength) {
        return fail(ErrorKind::NeedsReason,
                    tr("Say in a few words (ten letters or more) how you know that it is back."));
    }
    add(Reopened{command.reason});
    enter(State::Active, command.reason);
    Window window = command.window;
    window.seq = nextWindowSeq();
    window.end = RoughInstant();
    return putWindow(window, command.reason);
}

} // namespace incident
