// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/decider.h"
#include "incident/timerules.h"

#include <algorithm>

namespace incident {

using base::Done;
using base::ErrorKind;
using base::fail;

Done Decider::operator()(const Retitle &command)
{
    const QString title = command.title.trimmed();
    if (title.isEmpty())
        return fail(ErrorKind::Input,
                    tr("Say in a few words what is wrong: an incident needs a title."));
    if (title != m_incident.title)
        add(TitleChanged{title});
    return {};
}

Done Decider::operator()(const SetSeverity &command)
{
    if (command.severity < 1 || command.severity > 4)
        return fail(ErrorKind::Input, tr("The severity is a number from 1 (worst) to 4."));
    if (command.severity != m_incident.severity)
        add(SeverityChanged{command.severity});
    return {};
}

Done Decider::operator()(const StateCause &command)
{
    const Cause &cause = command.cause;
    if (cause.status == CauseStatus::WillNotKnow && !isReason(command.reason))
        return fail(ErrorKind::NeedsReason,
                    tr("Say in a few words why the cause will stay unknown."));
    const bool names =
        cause.status == CauseStatus::Suspected || cause.status == CauseStatus::Confirmed;
    if (names && cause.text.trimmed().isEmpty())
        return fail(ErrorKind::Input, tr("Say what the cause is."));
    if (cause == m_incident.cause && command.reason == m_incident.causeReason)
        return {};
    const bool newlyFound = cause.status == CauseStatus::Confirmed &&
                            !m_incident.milestone(Milestone::CauseIdentified).isKnown();
    add(CauseStated{cause, command.reason});
    if (newlyFound)
        setMilestone(Milestone::CauseIdentified, RoughInstant::exact(m_occasion.now),
                     Source::Manual);
    return {};
}

Done Decider::operator()(const AddNote &command)
{
    if (command.text.trimmed().isEmpty())
        return fail(ErrorKind::Input, tr("The note is empty."));
    if (!command.occurred.isKnown()) {
        add(Noted{command.text});
        return {};
    }
    if (const Done done = checkNotInFuture(command.occurred, m_occasion.now); !done)
        return done;
    add(Noted{command.text}, command.occurred);
    return {};
}

Done Decider::operator()(const LinkAlert &command)
{
    const auto known =
        std::ranges::find(m_incident.alerts, command.alert.alert, &AlertEvidence::alert);
    if (known != m_incident.alerts.end() && *known == command.alert)
        return {};
    add(AlertLinked{command.alert}, command.alert.started);
    if (!m_incident.milestone(Milestone::FirstAlert).isKnown())
        setMilestone(Milestone::FirstAlert, RoughInstant::exact(command.alert.detected),
                     Source::Alert);
    return {};
}

Done Decider::operator()(const MarkStep &command)
{
    if (command.step.isEmpty())
        return fail(ErrorKind::Input, tr("Say which step of the checklist is meant."));
    if (command.state != StepState::Todo && !isReason(command.reason))
        return fail(ErrorKind::NeedsReason,
                    tr("Say in a few words how you know that this step is done."));
    const StepMark *mark = m_incident.mark(command.step, m_incident.round);
    if (mark && mark->state == command.state && mark->reason == command.reason)
        return {};
    add(StepMarked{command.step, m_incident.round, command.state, command.reason});
    return {};
}

Done Decider::operator()(const WriteSection &command)
{
    if (command.section.isEmpty())
        return fail(ErrorKind::Input, tr("Say which section is meant."));
    const auto old = m_incident.sections.find(command.section);
    if (old != m_incident.sections.end() ? old->second == command.text : command.text.isEmpty())
        return {};
    add(SectionWritten{command.section, command.text});
    return {};
}

Done Decider::operator()(const RecordExport &command)
{
    add(PostmortemExported{command.format, command.hash});
    return {};
}

} // namespace incident
