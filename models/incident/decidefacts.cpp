// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/checklist.h"
#include "incident/decider.h"
#include "incident/factor.h"
#include "incident/timerules.h"

#include <algorithm>

namespace incident {

using namespace Qt::StringLiterals;
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
        return fail(ErrorKind::Input, tr("Choose a severity from 1 (worst) to 4."));
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
        return fail(ErrorKind::Input, tr("Say what the cause is, in words for readers."));
    const bool outside = cause.attribution == Attribution::Provider ||
                         cause.attribution == Attribution::Shared ||
                         cause.status == CauseStatus::AwaitingProvider;
    if (outside && cause.provider.trimmed().isEmpty()) {
        return fail(ErrorKind::Input, tr("Say which provider it is; “unnamed host” will do."));
    }
    if (!cause.trigger.isEmpty() && !factorCodes().contains(cause.trigger)) {
        return fail(ErrorKind::Input,
                    tr("“%1” is not one of the triggers. Choose one of these: %2.")
                        .arg(cause.trigger, factorCodes().join(u", "_s)));
    }
    for (const Factor &factor : cause.factors) {
        const bool twice = std::ranges::count(cause.factors, factor) > 1;
        if (twice || !factorCodes().contains(factor.code)) {
            return fail(ErrorKind::Input,
                        twice ? tr("The factor “%1” stands there twice. Leave one of them out.")
                                    .arg(factor.code)
                              : tr("“%1” is not one of the factors. Choose one of these: %2.")
                                    .arg(factor.code, factorCodes().join(u", "_s)));
        }
    }
    if (cause == m_incident.cause && command.reason == m_incident.causeReason)
        return {};
    add(CauseStated{cause, command.reason});
    // Of what is told afterwards nobody knows when the cause was found, unless they say so.
    if (cause.status == CauseStatus::Confirmed && m_incident.entry == EntryMode::Live)
        setMilestoneIfInOrder(Milestone::CauseIdentified, RoughInstant::exact(m_occasion.now),
                              Source::Manual);
    return {};
}

Done Decider::operator()(const AddNote &command)
{
    if (command.text.trimmed().isEmpty())
        return fail(ErrorKind::Input, tr("The note is empty. Write what you saw or did."));
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
    AlertEvidence alert = command.alert;
    if (alert.alert.isEmpty())
        return fail(ErrorKind::Input, tr("Say which alert is meant."));
    const RoughInstant detected = RoughInstant::exact(alert.detected);
    for (const RoughInstant &at : {alert.started, detected, alert.ended}) {
        if (const Done done = checkNotInFuture(at, m_occasion.now); !done)
            return done;
    }
    const auto known = std::ranges::find(m_incident.alerts, alert.alert, &AlertEvidence::alert);
    alert.round = known == m_incident.alerts.end() ? m_incident.round : known->round;
    if (known != m_incident.alerts.end() && *known == alert)
        return {};
    const bool ofThisRound = alert.round == m_incident.round;
    add(AlertLinked{command.alert},
        alert.started.isKnown() ? std::optional(alert.started) : std::nullopt);
    if (ofThisRound && !m_incident.isMaintenance())
        setMilestoneIfInOrder(Milestone::FirstAlert, detected, Source::Alert);
    return {};
}

Done Decider::operator()(const MarkStep &command)
{
    const auto checklist = checklistFromJson(m_incident.checklist);
    if (!checklist || !checklist->step(command.step)) {
        return fail(ErrorKind::NotFound,
                    tr("The checklist of this incident has no step “%1”. Choose one that it has.")
                        .arg(command.step));
    }
    if (command.state != StepState::Todo && !isReason(command.reason)) {
        return fail(ErrorKind::NeedsReason,
                    command.state == StepState::Done
                        ? tr("Say in a few words how you know that this step is done.")
                        : tr("Say in a few words why this step is left out."));
    }
    const StepMark *mark = m_incident.mark(command.step, m_incident.round);
    const StepMark before = mark ? *mark : StepMark();
    if (before.state == command.state && before.reason == command.reason &&
        before.link == command.link)
        return {};
    add(StepMarked{command.step, m_incident.round, command.state, command.reason, command.automatic,
                   command.link});
    return {};
}

Done Decider::operator()(const WriteSection &command)
{
    if (command.section.isEmpty())
        return fail(ErrorKind::Input, tr("Say which section of the postmortem is meant."));
    const auto old = m_incident.sections.find(command.section);
    if (old != m_incident.sections.end() ? old->second == command.text : command.text.isEmpty())
        return {};
    add(SectionWritten{command.section, command.text});
    return {};
}

Done Decider::operator()(const RecordExport &command)
{
    if (command.format.isEmpty() || command.hash.isEmpty())
        return fail(ErrorKind::Input, tr("Nothing was exported. Export the postmortem first."));
    add(PostmortemExported{command.format, command.hash});
    return {};
}

} // namespace incident
