// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/decider.h"

#include <algorithm>

namespace incident {

using base::Done;
using base::ErrorKind;
using base::fail;

Done Decider::operator()(const MakePromise &command)
{
    const Promise &promise = command.promise;
    if (promise.id.isEmpty() || promise.quote.trimmed().isEmpty())
        return fail(ErrorKind::Input, tr("Say what is promised."));
    if (!promise.due.isKnown() && promise.trigger.trimmed().isEmpty()) {
        return fail(ErrorKind::Input, tr("A promise needs a time by which it is kept, or something "
                                         "that it waits for. Say one of them."));
    }
    if (std::ranges::find(m_incident.promises, promise.id, &Promise::id) !=
        m_incident.promises.end())
        return fail(ErrorKind::Conflict,
                    tr("This promise is stored already. Make a new one, or settle it."));
    add(PromiseMade{{promise.id,
                     promise.kind,
                     promise.quote,
                     promise.due,
                     promise.trigger,
                     promise.revision,
                     PromiseStatus::Open,
                     {},
                     {},
                     promise.owner}});
    return {};
}

Done Decider::operator()(const SettlePromise &command)
{
    const auto promise = std::ranges::find(m_incident.promises, command.promise, &Promise::id);
    if (promise == m_incident.promises.end())
        return fail(ErrorKind::NotFound,
                    tr("There is no such promise. Choose one of those of this incident."));
    if (command.status == PromiseStatus::Open)
        return fail(ErrorKind::Input, tr("Say whether the promise was kept, broken or withdrawn."));
    if (!isReason(command.note))
        return fail(ErrorKind::NeedsReason, tr("Say in a few words how the promise was settled."));
    if (promise->status == command.status && promise->note == command.note)
        return {};
    add(PromiseSettled{command.promise, command.status, command.note});
    return {};
}

Done Decider::operator()(const DatePromise &command)
{
    const Promise *promise = m_incident.promise(command.promise);
    if (!promise)
        return fail(ErrorKind::NotFound,
                    tr("There is no such promise. Choose one of those of this incident."));
    if (!promise->isOpen())
        return fail(ErrorKind::Refused, tr("This promise is settled, so it waits for nothing."));
    const bool dated = command.due.isKnown() || !command.trigger.trimmed().isEmpty();
    if (!dated && command.owner.trimmed().isEmpty()) {
        return fail(ErrorKind::Input,
                    tr("Say when the promise falls due, what it waits for, or who keeps it."));
    }
    const bool dueAsIs = !command.due.isKnown() || command.due == promise->due;
    const bool triggerAsIs = command.trigger.isEmpty() || command.trigger == promise->trigger;
    const bool ownerAsIs = command.owner.isEmpty() || command.owner == promise->owner;
    if (dueAsIs && triggerAsIs && ownerAsIs)
        return {};
    add(PromiseDated{command.promise, command.due, command.trigger.trimmed(),
                     command.owner.trimmed()});
    return {};
}

} // namespace incident
