// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/promised.h"
#include "base/whenfinished.h"
#include "outbox/outbox.h"

namespace outbox {

using base::Done;
using base::ErrorKind;
using base::fail;
using ledger::Intent;
using ledger::IntentState;
using publish::Receipt;

QFuture<Done> Outbox::cancel(const QString &key)
{
    const auto found = m_queue.find(key);
    if (!found)
        return base::ready<Done>(base::passOn(found));
    if (!*found)
        return base::ready<Done>(
            fail(ErrorKind::NotFound, tr("There is no such post in the outbox.")));
    Intent intent = **found;
    if (intent.state == IntentState::Seen || intent.state == IntentState::Accepted) {
        return base::ready<Done>(fail(
            ErrorKind::Refused, tr("This post is public already. Publish a correction instead.")));
    }
    if (intent.state == IntentState::Cancelled)
        return base::ready(Done());
    if (m_flights.contains(intent.target)) {
        return base::ready<Done>(
            fail(ErrorKind::Refused, tr("%1 is being served right now. Try again in a moment.")
                                         .arg(labelOf(intent.target))));
    }
    if (isElsewhere(intent))
        return base::ready<Done>(refuseElsewhere(intent));
    const auto page = m_pages.find(intent.target);
    if (intent.attempts == 0 || page == m_pages.end())
        return base::ready(settleLook(std::move(intent), std::optional<Receipt>()));
    const auto thread = m_threads(intent);
    if (!thread)
        return base::ready<Done>(base::passOn(thread));
    m_flights[intent.target] = {page->second, nullptr};
    const auto answer = base::promised<Done>();
    base::whenFinished(this, page->second->find(*thread, intent.revision),
                       [this, intent, answer](const base::Result<std::optional<Receipt>> &found) {
                           m_flights.erase(intent.target);
                           wake();
                           base::keep(*answer, settleLook(intent, found));
                       });
    return answer->future();
}

bool Outbox::isToLookAt(const Intent &intent) const
{
    if (intent.state != IntentState::Failed || m_lookedAt.contains(intent.key) ||
        m_flights.contains(intent.target) || isHeld(intent.target) || isElsewhere(intent))
        return false;
    const auto page = m_pages.find(intent.target);
    return page != m_pages.end() && !page->second->foreignEdit(intent.incident);
}

void Outbox::lookAgain()
{
    const auto intents = m_queue.unfinished();
    if (!m_started || !intents)
        return;
    for (const Intent &intent : *intents) {
        if (!isToLookAt(intent))
            continue;
        m_lookedAt.insert(intent.key);
        const auto thread = m_threads(intent);
        if (!thread)
            continue;
        const auto page = m_pages.at(intent.target);
        m_flights[intent.target] = {page, nullptr};
        base::whenFinished(this, page->find(*thread, intent.revision),
                           [this, page, intent](const base::Result<std::optional<Receipt>> &) {
                               m_flights.erase(intent.target);
                               if (page->foreignEdit(intent.incident))
                                   Q_EMIT looked();
                               wake();
                               lookAgain();
                           });
    }
}

Done Outbox::settleLook(Intent intent, const base::Result<std::optional<Receipt>> &found)
{
    if (!found)
        return base::passOn(found);
    if (const auto &receipt = *found) {
        intent.state = IntentState::Accepted;
        intent.remoteId = receipt->remoteId;
        intent.url = receipt->url;
        intent.nextTry = m_clock.now();
    } else {
        intent.state = IntentState::Cancelled;
    }
    if (const Done done = m_queue.update(intent); !done)
        return done;
    Q_EMIT changed(intent);
    if (*found) {
        return fail(ErrorKind::Refused,
                    tr("This post has reached %1 already. Publish a correction instead.")
                        .arg(labelOf(intent.target)));
    }
    wake();
    return {};
}

} // namespace outbox
