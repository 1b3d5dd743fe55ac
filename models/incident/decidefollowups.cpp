// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/decider.h"
#include "incident/timerules.h"

#include <algorithm>

namespace incident {

using namespace std::chrono_literals;
using base::Done;
using base::ErrorKind;
using base::fail;

Done Decider::operator()(const PutFollowUp &command)
{
    FollowUp followUp = command.followUp;
    followUp.title = followUp.title.trimmed();
    if (followUp.id.isEmpty() || followUp.title.isEmpty())
        return fail(ErrorKind::Input, tr("Say in a few words what is to be done."));
    if (m_incident.state == State::Dismissed)
        return fail(ErrorKind::Refused, tr("This was nothing, so nothing follows from it."));
    if (!followUp.promise.isEmpty() && !m_incident.promise(followUp.promise)) {
        return fail(ErrorKind::NotFound,
                    tr("There is no such promise. Choose one of those of this incident."));
    }
    if (const FollowUp *old = m_incident.followUp(followUp.id)) {
        followUp.status = old->status;
        followUp.note = old->note;
        followUp.made = old->made;
        if (followUp == *old)
            return {};
    }
    followUp.status = FollowUpStatus::Open;
    followUp.note.clear();
    followUp.made = {};
    add(FollowUpSet{followUp});
    return {};
}

Done Decider::operator()(const SettleFollowUp &command)
{
    const FollowUp *followUp = m_incident.followUp(command.followUp);
    if (!followUp)
        return fail(ErrorKind::NotFound,
                    tr("There is no such follow-up. Choose one of those of this incident."));
    if (command.status == FollowUpStatus::Dropped && !isReason(command.note))
        return fail(ErrorKind::NeedsReason, tr("Say in a few words why this is not done."));
    if (followUp->status == command.status && followUp->note == command.note)
        return {};
    add(FollowUpSettled{command.followUp, command.status, command.note});
    return {};
}

Done Decider::operator()(const LogContact &command)
{
    ProviderContact contact = command.contact;
    if (contact.id.isEmpty() || contact.said.trimmed().isEmpty())
        return fail(ErrorKind::Input, tr("Write down what was said, or what the page says."));
    if (std::ranges::find(m_incident.contacts, contact.id, &ProviderContact::id) !=
        m_incident.contacts.end())
        return fail(ErrorKind::Conflict, tr("This contact is stored already. Make a new one."));
    if (contact.provider.trimmed().isEmpty())
        contact.provider = m_incident.cause.provider;
    if (contact.provider.trimmed().isEmpty())
        return fail(ErrorKind::Input, tr("Say which provider it is; “unnamed host” will do."));
    if (!contact.at.isKnown())
        contact.at = RoughInstant::exact(m_occasion.now);
    if (const Done done = checkNotInFuture(contact.at, m_occasion.now); !done)
        return done;
    contact.answer.clear();
    contact.answered.reset();
    add(ProviderContacted{contact}, contact.at);
    return {};
}

Done Decider::operator()(const LogAnswer &command)
{
    const auto contact =
        std::ranges::find(m_incident.contacts, command.contact, &ProviderContact::id);
    if (contact == m_incident.contacts.end()) {
        return fail(ErrorKind::NotFound,
                    tr("There is no such contact. Choose one of those of this incident."));
    }
    if (command.answer.trimmed().isEmpty()) {
        return fail(ErrorKind::NeedsReason,
                    tr("Write down the answer, or why none is waited for any more."));
    }
    if (contact->answer == command.answer)
        return {};
    add(ProviderAnswered{command.contact, command.answer});
    return {};
}

Done Decider::operator()(const StartRemedy &command)
{
    RemedyRun run = command.run;
    if (run.id.isEmpty() || run.command.isEmpty() || run.command.front().isEmpty())
        return fail(ErrorKind::Input, tr("Say which program is to run."));
    if (std::ranges::find(m_incident.remedies, run.id, &RemedyRun::id) != m_incident.remedies.end())
        return fail(ErrorKind::Conflict, tr("This run is stored already. Make a new one."));
    const auto same = [&](const RemedyRun &other) {
        return other.name == run.name && !other.dryRun;
    };
    const auto lately = std::ranges::count_if(m_incident.remedies, [&](const RemedyRun &other) {
        return same(other) && other.started > m_occasion.now - 1h;
    });
    if (!run.dryRun && command.atMostPerHour > 0 && lately >= command.atMostPerHour) {
        return fail(ErrorKind::Refused,
                    tr("“%1” has run %n time(s) in the last hour, and may not run again yet.",
                       nullptr, int(lately))
                        .arg(run.name));
    }
    run.author.clear();
    run.started = {};
    run.ended.reset();
    run.exitCode = 0;
    run.timedOut = false;
    run.output.clear();
    add(RemedyStarted{run});
    return {};
}

Done Decider::operator()(const EndRemedy &command)
{
    const auto run = std::ranges::find(m_incident.remedies, command.run, &RemedyRun::id);
    if (run == m_incident.remedies.end())
        return fail(ErrorKind::NotFound, tr("There is no such run. It has to be started first."));
    if (run->ended)
        return fail(ErrorKind::Conflict, tr("This run has ended already."));
    add(RemedyEnded{command.run, command.exitCode, command.timedOut, command.output});
    return {};
}

} // namespace incident
