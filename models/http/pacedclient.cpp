// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/pacedclient.h"

#include "base/promised.h"
#include "base/whenfinished.h"
#include "http/confidential.h"

namespace http {

PacedClient::PacedClient(Client &client, int requests, std::chrono::milliseconds span)
    : m_client(client)
    , m_requests(requests)
    , m_span(span.count())
{
    m_clock.start();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &PacedClient::sendDue);
}

QFuture<base::Result<Response>> PacedClient::send(const Request &request)
{
    if (!isConfidential(request))
        return m_client.send(request);
    const auto promise = base::promised<base::Result<Response>>();
    m_waiting.push_back({request, promise});
    sendDue();
    return promise->future();
}

void PacedClient::sendDue()
{
    const qint64 now = m_clock.elapsed();
    while (!m_sent.empty() && m_sent.front() + m_span <= now)
        m_sent.pop_front();
    while (!m_waiting.empty() && int(m_sent.size()) < m_requests) {
        const Waiting next = m_waiting.front();
        m_waiting.pop_front();
        m_sent.push_back(now);
        base::whenFinished(this, m_client.send(next.request),
                           [promise = next.promise](const base::Result<Response> &response) {
                               base::keep(*promise, response);
                           });
    }
    if (!m_waiting.empty() && !m_timer.isActive())
        m_timer.start(int(m_sent.front() + m_span - now));
}

} // namespace http
