// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/decider.h"
#include "incident/timerules.h"

#include <algorithm>
#include <array>

namespace incident {

using base::Done;
using base::ErrorKind;
using base::fail;
using timing::Precision;

namespace {

/// By these a person says that the trouble is real.
constexpr std::array confirming{Milestone::Detected, Milestone::Acknowledged, Milestone::Fixed,
                                Milestone::BackToNormal};

bool confirms(Milestone milestone)
{
    return std::ranges::find(confirming, milestone) != confirming.end();
}

/// Whether the milestone can be left out of the course of an incident.
bool canBeNotApplicable(Milestone milestone)
{
    switch (milestone) {
    case Milestone::FirstAlert:
    case Milestone::Acknowledged:
    case Milestone::CauseIdentified:
    case Milestone::Fixed:
    case Milestone::AfterEffectsDone:
        return true;
    default:
        return false;
    }
}

} // namespace

void Decider::setMilestone(Milestone milestone, const RoughInstant &at, Source source,
                           const QString &reason, int round)
{
    add(MilestoneSet{milestone, round ? round : m_incident.round, at, source, reason},
        at.isKnown() ? std::optional(at) : std::nullopt);
}

void Decider::setMilestoneIfInOrder(Milestone milestone, const RoughInstant &at, Source source)
{
    const bool stated = m_incident.milestone(milestone).isKnown();
    if (!stated && checkOrder(m_incident, milestone, at, m_incident.round))
        setMilestone(milestone, at, source);
}

Done Decider::operator()(const Stamp &command)
{
    const bool begun = m_incident.state != State::Draft && m_incident.state != State::Scheduled;
    if (!begun)
        return fail(ErrorKind::Refused, tr("This maintenance has not begun. Start it first."));
    if (command.at.precision() == Precision::NotApplicable)
        return stampNotApplicable(command);
    if (!command.at.isKnown()) {
        return fail(ErrorKind::Input, tr("Say when “%1” was, or take the stamp back.")
                                          .arg(milestoneWords(command.milestone)));
    }
    const MilestoneRow *row = m_incident.milestoneRow(command.milestone);
    if (row && row->at == command.at && row->source == command.source &&
        row->reason == command.reason)
        return {};
    if (const Done done = checkNotInFuture(command.at, m_occasion.now); !done)
        return done;
    if (const Done done = checkOrder(m_incident, command.milestone, command.at, m_incident.round);
        !done)
        return done;
    if (const Done done = ask(newlyOdd(m_incident, command.milestone, command.at, m_incident.round),
                              command.reason);
        !done)
        return done;
    if (command.milestone == Milestone::Started)
        return moveStart(command);
    if (command.milestone == Milestone::BackToNormal)
        return stampBackToNormal(command);
    setMilestone(command.milestone, command.at, command.source, command.reason);
    applyStampedState(command.milestone);
    return {};
}

Done Decider::stampNotApplicable(const Stamp &command)
{
    const QString name = milestoneWords(command.milestone);
    if (!canBeNotApplicable(command.milestone))
        return fail(ErrorKind::Refused,
                    tr("“%1” belongs to every incident. Say when it was, as roughly as you know.")
                        .arg(name));
    if (!isReason(command.reason))
        return fail(ErrorKind::NeedsReason,
                    tr("Say in a few words why there is no “%1”.").arg(name));
    setMilestone(command.milestone, command.at, command.source, command.reason);
    return {};
}

Done Decider::stampBackToNormal(const Stamp &command)
{
    // With something open this is its end; otherwise a correction of what ended then.
    const RoughInstant was =
        m_incident.hasOpenWindow() ? RoughInstant() : m_incident.milestone(Milestone::BackToNormal);
    setMilestone(Milestone::BackToNormal, command.at, command.source, command.reason);
    if (const Done done = endWindows(command.at, was, command.reason, command.source); !done)
        return done;
    applyStampedState(Milestone::BackToNormal);
    return {};
}

void Decider::applyStampedState(Milestone milestone)
{
    if (m_incident.isMaintenance() || m_tellingAfterwards)
        return;
    if (m_incident.state == State::Suspected && confirms(milestone))
        enter(State::Active);
    if (milestone == Milestone::Fixed && m_incident.state == State::Active)
        enter(State::Monitoring);
    const bool fighting =
        m_incident.state == State::Active || m_incident.state == State::Monitoring;
    if (milestone == Milestone::BackToNormal && fighting)
        enter(State::Restored);
}

Done Decider::operator()(const Unstamp &command)
{
    const Milestone milestone = command.milestone;
    const QString name = milestoneWords(milestone);
    const RoughInstant was = m_incident.milestone(milestone);
    if (was.precision() == Precision::Unknown) {
        return fail(ErrorKind::NotFound,
                    tr("“%1” is not stamped, so there is nothing to take back.").arg(name));
    }
    if (milestone == Milestone::Started || milestone == Milestone::FirstPost) {
        return fail(ErrorKind::Refused,
                    tr("“%1” cannot be taken back. Correct its time instead.").arg(name));
    }
    if (milestone == Milestone::BackToNormal) {
        if (const Done done = undoBackToNormal(was); !done)
            return done;
    }
    const bool wasStated = was.isKnown();
    if (wasStated)
        undoStampedState(milestone);
    setMilestone(milestone, RoughInstant(), Source::Manual, command.reason);
    return {};
}

Done Decider::undoBackToNormal(const RoughInstant &was)
{
    switch (m_incident.state) {
    case State::Review:
    case State::Closed:
        if (!m_incident.isMaintenance()) {
            return fail(ErrorKind::Refused, tr("The incident is over. If it is back, reopen it; if "
                                               "only the time is wrong, correct it."));
        }
        [[fallthrough]];
    case State::Verifying:
    case State::Completed:
    case State::Cancelled:
        return fail(ErrorKind::Refused, tr("The work is over. Correct its time instead."));
    default:
        break;
    }
    const QString reason = tr("“Back to normal” was taken back");
    for (Window window : m_incident.actualWindows()) {
        if (window.end != was)
            continue;
        window.end = RoughInstant();
        window.duration = RoughDuration();
        window.inside = false;
        window.several = false;
        if (const Done done = putWindow(window, reason); !done)
            return done;
    }
    if (m_incident.state == State::Restored) {
        const bool fixed = m_incident.milestone(Milestone::Fixed).isKnown();
        enter(fixed ? State::Monitoring : State::Active, reason);
    }
    return {};
}

bool Decider::madeByStamp(State state, Milestone milestone) const
{
    const auto since = m_incident.stateSince.find(int(state));
    if (m_incident.state != state || since == m_incident.stateSince.end())
        return false;
    return std::ranges::any_of(m_incident.milestoneRows, [&](const MilestoneRow &row) {
        return row.milestone == milestone && row.round == m_incident.round && row.at.isKnown() &&
               row.recorded == since->second && row.recorded != m_incident.opened;
    });
}

void Decider::undoStampedState(Milestone milestone)
{
    const QString reason = tr("“%1” was taken back").arg(milestoneWords(milestone));
    if (milestone == Milestone::Fixed && madeByStamp(State::Monitoring, milestone)) {
        enter(State::Active, reason);
        return;
    }
    const bool otherwiseConfirmed = std::ranges::any_of(confirming, [&](Milestone other) {
        return other != milestone && m_incident.milestone(other).isKnown();
    });
    const bool wasSuspected = m_incident.stateSince.contains(int(State::Suspected));
    if (confirms(milestone) && wasSuspected && !otherwiseConfirmed && m_incident.round == 1 &&
        madeByStamp(State::Active, milestone))
        enter(State::Suspected, reason);
}

} // namespace incident
