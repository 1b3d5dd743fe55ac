// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/errand.h"

#include "base/whenfinished.h"
#include "http/answer.h"

#include <algorithm>

namespace publish {

using namespace std::chrono_literals;

Errand::Errand(http::Client &client, Order order, Reader reader, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_order(std::move(order))
    , m_reader(reader)
    , m_deadline(m_order.limits.whole)
{
    m_promise.start();
}

QFuture<Answer> Errand::start()
{
    begin();
    return m_promise.future();
}

void Errand::ask(const http::Request &request, const Then &then, const Otherwise &otherwise)
{
    http::Request bounded = request;
    bounded.deadline = std::clamp(std::chrono::milliseconds(m_deadline.remainingTime()), 1ms,
                                  m_order.limits.request);
    base::whenFinished(this, m_client.send(bounded),
                       [this, then, otherwise](const base::Result<http::Response> &response) {
                           if (!response)
                               return finish(base::passOn(response));
                           if (const auto at = http::timeAt(*response))
                               m_theirTime = at;
                           const auto json = m_reader(*response);
                           if (json)
                               return then(*json);
                           if (!otherwise || !otherwise(json.error()))
                               finish(base::passOn(json));
                       });
}

void Errand::finish(Answer answer)
{
    m_promise.addResult(std::move(answer));
    m_promise.finish();
    deleteLater();
}

void Errand::refuse(const QString &sentence)
{
    finish(base::fail(base::ErrorKind::Refused, sentence));
}

void Errand::noteForeign(const ForeignEdit &edit)
{
    if (m_order.foreign)
        *m_order.foreign = edit;
}

void Errand::refuseForeign(const ForeignEdit &edit, const QString &sentence)
{
    noteForeign(edit);
    refuse(sentence);
}

} // namespace publish
