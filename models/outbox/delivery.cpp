// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "outbox/delivery.h"

#include "base/whenfinished.h"

namespace outbox {

using namespace std::chrono_literals;
using ledger::IntentState;
using publish::Receipt;

base::Span leaseOf(const publish::StatusPage &page)
{
    return page.capabilities().deadline + 15s;
}

Delivery::Delivery(Queue &queue, Recorder &recorder, publish::StatusPage &page,
                   const base::Clock &clock, ledger::Intent intent, publish::Thread thread,
                   base::Instant sendsFrom, QObject *parent)
    : QObject(parent)
    , m_queue(queue)
    , m_recorder(recorder)
    , m_page(page)
    , m_clock(clock)
    , m_intent(std::move(intent))
    , m_thread(std::move(thread))
    , m_sendsFrom(sendsFrom)
{}

template <class T, class Then>
void Delivery::continueWith(const QFuture<base::Result<T>> &future, Then then)
{
    base::whenFinished(this, future, [this, then](const base::Result<T> &result) {
        if (result)
            then(*result);
        else
            fail(result.error());
    });
}

void Delivery::start()
{
    const bool untouched = m_intent.state == IntentState::Queued && m_intent.attempts <= 1;
    if (untouched)
        send();
    else
        look();
}

void Delivery::look()
{
    m_stage = Stage::Looking;
    continueWith(m_page.find(m_thread, m_intent.revision),
                 [this](const std::optional<Receipt> &receipt) {
                     if (receipt)
                         accept(*receipt);
                     else
                         sendUnlessOneLingers();
                 });
}

void Delivery::sendUnlessOneLingers()
{
    const base::Instant now = m_clock.now();
    if (now >= m_sendsFrom)
        return send();
    fail({base::ErrorKind::Timeout,
          tr("%1 may still be at work on a request that was broken off.").arg(m_page.label()),
          {},
          {base::Retry::When::After, m_sendsFrom - now}});
}

void Delivery::send()
{
    m_stage = Stage::Sending;
    m_intent.state = IntentState::Sent;
    if (!store())
        return;
    continueWith(m_page.publish(m_thread, m_intent.revision),
                 [this](const Receipt &receipt) { accept(receipt); });
}

void Delivery::accept(const Receipt &receipt)
{
    m_stage = Stage::ReadingBack;
    m_intent.state = IntentState::Accepted;
    m_intent.remoteId = receipt.remoteId;
    m_intent.url = receipt.url;
    if (store())
        readBack(receipt);
}

void Delivery::readBack(const Receipt &receipt)
{
    continueWith(m_page.readBack(receipt, m_thread, m_intent.revision),
                 [this, receipt](const publish::SeenProof &) { record(receipt); });
}

void Delivery::record(const Receipt &receipt)
{
    ledger::Intent seen = m_intent;
    seen.state = IntentState::Seen;
    seen.lastError.clear();
    if (const base::Done done = m_recorder.seen(seen, receipt); !done) {
        fail(done.error());
        return;
    }
    m_intent = std::move(seen);
    Q_EMIT finished();
}

void Delivery::fail(const base::Error &error)
{
    m_error = error;
    Q_EMIT finished();
}

bool Delivery::store()
{
    m_intent.nextTry = m_clock.now() + leaseOf(m_page);
    if (const base::Done done = m_queue.update(m_intent); !done) {
        fail(done.error());
        return false;
    }
    Q_EMIT advanced();
    return true;
}

} // namespace outbox
