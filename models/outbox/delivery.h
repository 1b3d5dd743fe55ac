// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "outbox/parts.h"

#include <QObject>

namespace outbox {

/// One attempt to bring one revision to its target: look if it may be there already, send, read
/// back, record. Each step is written down before the next one begins, so that whoever comes after
/// a sudden end knows where it stood.
class Delivery final : public QObject
{
    Q_OBJECT

public:
    enum class Stage { Looking, Sending, ReadingBack };

    /// `intent` has just been claimed for at least as long as one call to the page may take. Before
    /// `sendsFrom` it is only looked for: an earlier request may still arrive.
    Delivery(Queue &queue, Recorder &recorder, publish::StatusPage &page, const base::Clock &clock,
             ledger::Intent intent, publish::Thread thread, base::Instant sendsFrom,
             QObject *parent);

    /// Answers with finished(), perhaps before it returns.
    void start();

    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] const ledger::Intent &intent() const { return m_intent; }
    /// Nothing if the revision was seen.
    [[nodiscard]] const std::optional<base::Error> &error() const { return m_error; }

Q_SIGNALS:
    /// The intent has a new state.
    void advanced();
    void finished();

private:
    void look();
    void sendUnlessOneLingers();
    void send();
    void accept(const publish::Receipt &receipt);
    void readBack(const publish::Receipt &receipt);
    void record(const publish::Receipt &receipt);
    void fail(const base::Error &error);
    [[nodiscard]] bool store();

    template <class T, class Then>
    void continueWith(const QFuture<base::Result<T>> &future, Then then);

    Queue &m_queue;
    Recorder &m_recorder;
    publish::StatusPage &m_page;
    const base::Clock &m_clock;
    ledger::Intent m_intent;
    publish::Thread m_thread;
    base::Instant m_sendsFrom;
    Stage m_stage = Stage::Looking;
    std::optional<base::Error> m_error;
};

/// For how long an intent is claimed: no other process takes it meanwhile.
[[nodiscard]] base::Span leaseOf(const publish::StatusPage &page);

} // namespace outbox
