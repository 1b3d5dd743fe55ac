// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "outbox/outbox.h"

#include "outbox/backoff.h"
#include "wording/clockwords.h"

#include <algorithm>

namespace outbox {

using namespace std::chrono_literals;
using base::Done;
using base::Error;
using base::ErrorKind;
using ledger::Intent;
using ledger::IntentState;
using publish::StatusPage;

namespace {

/// However far the next due time is: another process may have queued something, or the clock
/// jumped.
constexpr std::chrono::milliseconds heartbeat = 60s;
/// So often may a target answer something that cannot be used before a person is asked.
constexpr int uselessAnswers = 5;

/// When nothing of the request can arrive any more that a dead process may have sent.
base::Instant lingersUntil(const Intent &intent, const StatusPage &page)
{
    const bool cameToAnEnd = intent.state != IntentState::Sent || !intent.lastError.isEmpty();
    if (cameToAnEnd)
        return base::Instant::min();
    return intent.nextTry - leaseOf(page) + page.capabilities().lingers;
}

bool isTemporary(const Error &error, int attempts)
{
    switch (error.kind) {
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::Storage:
    case ErrorKind::Cancelled:
        return true;
    default:
        return error.retry.when != base::Retry::When::Never && attempts < uselessAnswers;
    }
}

} // namespace

Outbox::Outbox(Queue &queue, Recorder &recorder, ThreadSource threads, const base::Clock &clock,
               Random random, QObject *parent)
    : QObject(parent)
    , m_queue(queue)
    , m_recorder(recorder)
    , m_threads(std::move(threads))
    , m_clock(clock)
    , m_random(std::move(random))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Outbox::serve);
}

void Outbox::setPage(std::shared_ptr<StatusPage> page)
{
    m_pages[page->name()] = std::move(page);
    wake();
}

void Outbox::dropPage(const QString &target)
{
    m_pages.erase(target);
}

void Outbox::start(Company company)
{
    m_started = true;
    if (const auto open = m_queue.open(); open && company == Company::Alone) {
        for (const Intent &intent : *open) {
            if (intent.attempts > 0)
                m_takenOver.insert(intent.key);
        }
    }
    serve();
}

void Outbox::wake()
{
    if (m_started)
        m_timer.start(0);
}

void Outbox::pause(const QString &target)
{
    m_paused.insert(target);
}

void Outbox::resume(const QString &target)
{
    m_paused.erase(target);
    trustAgain(target);
}

void Outbox::trustAgain(const QString &target)
{
    m_refused.erase(target);
    wake();
}

QString Outbox::refusal(const QString &target) const
{
    const auto refused = m_refused.find(target);
    return refused == m_refused.end() ? QString() : refused->second;
}

bool Outbox::isHeld(const QString &target) const
{
    return m_paused.contains(target) || m_refused.contains(target);
}

bool Outbox::isDue(const Intent &intent) const
{
    const base::Instant now = m_clock.now();
    const bool clockWentBack = intent.nextTry > now + longestWait;
    return intent.nextTry <= now || clockWentBack || m_takenOver.contains(intent.key);
}

bool Outbox::isElsewhere(const Intent &intent) const
{
    return ledger::isOpen(intent.state) && intent.attempts > 0 && intent.lastError.isEmpty() &&
           !isDue(intent);
}

Done Outbox::refuseElsewhere(const Intent &intent) const
{
    return base::fail(ErrorKind::Refused,
                      tr("Another Watchkeeper may be sending this post. If it was ended, this one "
                         "goes on with it in %1.")
                          .arg(wording::countdownClock(intent.nextTry - m_clock.now())));
}

void Outbox::serve()
{
    const auto open = m_queue.open();
    if (!open) {
        m_timer.start(5s);
        Q_EMIT troubled(open.error());
        return;
    }
    std::chrono::milliseconds wait = heartbeat;
    std::set<QString> served;
    for (const Intent &intent : *open) {
        if (!served.insert(intent.target).second)
            continue;
        const auto page = m_pages.find(intent.target);
        if (page == m_pages.end() || isHeld(intent.target) || m_flights.contains(intent.target))
            continue;
        if (isDue(intent))
            begin(intent, page->second);
        else
            wait = std::min<std::chrono::milliseconds>(wait, intent.nextTry - m_clock.now());
    }
    if (!m_timer.isActive())
        m_timer.start(wait);
}

void Outbox::begin(const Intent &head, const std::shared_ptr<StatusPage> &page)
{
    const base::Instant now = m_clock.now();
    const bool isTakenOver = m_takenOver.erase(head.key) > 0;
    const auto claimed = m_queue.claim(head.key, std::max(now, head.nextTry), now + leaseOf(*page));
    if (!claimed) {
        m_timer.start(5s);
        Q_EMIT troubled(claimed.error());
        return;
    }
    if (!*claimed)
        return;
    const auto thread = m_threads(**claimed);
    if (!thread) {
        putOff(**claimed, thread.error());
        return;
    }
    if (!thread->carries(head.revision)) {
        Intent superseded = **claimed;
        superseded.state = IntentState::Cancelled;
        superseded.lastError = tr("A newer wording of this update stands there already.");
        if (store(superseded))
            wake();
        return;
    }
    const base::Instant sendsFrom = isTakenOver ? lingersUntil(head, *page) : base::Instant::min();
    auto *delivery =
        new Delivery(m_queue, m_recorder, *page, m_clock, **claimed, *thread, sendsFrom, this);
    m_flights[head.target] = {page, delivery};
    connect(delivery, &Delivery::advanced, this,
            [this, delivery] { Q_EMIT changed(delivery->intent()); });
    connect(delivery, &Delivery::finished, this, [this, target = head.target] { finish(target); });
    delivery->start();
}

void Outbox::finish(const QString &target)
{
    const Flight flight = m_flights.at(target);
    m_flights.erase(target);
    flight.delivery->deleteLater();
    const Intent &intent = flight.delivery->intent();
    if (const auto &error = flight.delivery->error()) {
        putOff(intent, *error);
    } else {
        Q_EMIT changed(intent);
        Q_EMIT seen(intent);
    }
    wake();
}

void Outbox::putOff(Intent intent, const Error &error)
{
    // Whoever went on with it will also say how it went.
    if (error.kind == ErrorKind::Conflict)
        return;
    intent.lastError = error.text;
    intent.nextTry = m_clock.now();
    if (error.kind == ErrorKind::Auth)
        m_refused[intent.target] = error.text;
    else if (isTemporary(error, intent.attempts))
        intent.nextTry += backOff(intent.attempts, error.retry, m_random());
    else
        intent.state = IntentState::Failed;
    if (store(intent))
        wake();
}

bool Outbox::store(const Intent &intent)
{
    if (const Done done = m_queue.update(intent); !done) {
        if (done.error().kind != ErrorKind::Conflict)
            Q_EMIT troubled(done.error());
        return false;
    }
    Q_EMIT changed(intent);
    return true;
}

Done Outbox::retry(const QString &key)
{
    const auto found = m_queue.find(key);
    if (!found)
        return base::passOn(found);
    if (!*found)
        return base::fail(ErrorKind::NotFound, tr("There is no such post in the outbox."));
    Intent intent = **found;
    if (intent.state == IntentState::Seen || intent.state == IntentState::Cancelled)
        return base::fail(ErrorKind::Refused,
                          tr("This post is finished; there is nothing to try."));
    const auto flight = m_flights.find(intent.target);
    if (flight != m_flights.end() && flight->second.delivery &&
        flight->second.delivery->intent().key == key)
        return {};
    if (isElsewhere(intent))
        return refuseElsewhere(intent);
    if (intent.state == IntentState::Failed)
        intent.state = intent.attempts > 0 ? IntentState::Sent : IntentState::Queued;
    intent.nextTry = m_clock.now();
    if (const Done done = m_queue.update(intent); !done)
        return done;
    Q_EMIT changed(intent);
    trustAgain(intent.target);
    return {};
}

} // namespace outbox
