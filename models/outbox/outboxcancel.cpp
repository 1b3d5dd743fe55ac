// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/whenfinished.h"
#include "outbox/outbox.h"

#include <QPromise>

namespace outbox {

using base::Done;
using base::ErrorKind;
using base::fail;
using ledger::Intent;
using ledger::IntentState;
using publish::Receipt;

namespace {

QFuture<Done> ready(Done done)
{
    QPromise<Done> promise;
    promise.start();
    promise.addResult(std::move(done));
    promise.finish();
    return promise.future();
}

} // namespace

QFuture<Done> Outbox::cancel(const QString &key)
{
    const auto found = m_queue.find(key);
    if (!found)
        return ready(base::passOn(found));
    if (!*found)
        return ready(fail(ErrorKind::NotFound, tr("There is no such post in the outbox.")));
    Intent intent = **found;
    if (intent.state == IntentState::Seen || intent.state == IntentState::Accepted) {
        return ready(fail(ErrorKind::Refused,
                          tr("This post is public already. Publish a correction instead.")));
    }
    if (intent.state == IntentState::Cancelled)
        return ready({});
    if (m_flights.contains(intent.target)) {
        return ready(
            fail(ErrorKind::Refused, tr("%1 is being served right now. Try again in a moment.")
                                         .arg(labelOf(intent.target))));
    }
    const auto page = m_pages.find(intent.target);
    if (intent.attempts == 0 || page == m_pages.end())
        return ready(settleLook(std::move(intent), std::optional<Receipt>()));
    const auto thread = m_threads(intent);
    if (!thread)
        return ready(base::passOn(thread));
    m_flights[intent.target] = {page->second, nullptr};
    const auto answer = std::make_shared<QPromise<Done>>();
    answer->start();
    base::whenFinished(this, page->second->find(*thread, intent.revision),
                       [this, intent, answer](const base::Result<std::optional<Receipt>> &found) {
                           m_flights.erase(intent.target);
                           wake();
                           answer->addResult(settleLook(intent, found));
                           answer->finish();
                       });
    return answer->future();
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
