// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/client.h"

#include <deque>
#include <QElapsedTimer>
#include <QObject>
#include <QPromise>
#include <QTimer>

namespace http {

/// Keeps to the limit of a programming interface: no more than so many requests with credentials in
/// any span of this length; the others wait for their turn, in order. The time that a request waits
/// is not part of its deadline.
class PacedClient final : public QObject, public Client
{
    Q_OBJECT

public:
    /// The other client must outlive this one.
    PacedClient(Client &client, int requests, std::chrono::milliseconds span);

    [[nodiscard]] QFuture<base::Result<Response>> send(const Request &request) override;

private:
    struct Waiting
    {
        Request request;
        std::shared_ptr<QPromise<base::Result<Response>>> promise;
    };

    void sendDue();

    Client &m_client;
    int m_requests;
    qint64 m_span; ///< ms
    QElapsedTimer m_clock;
    std::deque<qint64> m_sent; ///< ms on m_clock
    std::deque<Waiting> m_waiting;
    QTimer m_timer;
};

} // namespace http
