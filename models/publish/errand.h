// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/client.h"
#include "publish/order.h"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QObject>
#include <QPromise>

namespace publish {

/// Carries one order out, with as many requests as it takes, and deletes itself.
class Errand : public QObject
{
    Q_OBJECT

public:
    /// What an answer is good for: its JSON, or what its refusal means.
    using Reader = base::Result<QJsonDocument> (*)(const http::Response &);

    Errand(http::Client &client, Order order, Reader reader, QObject *parent);

    [[nodiscard]] QFuture<Answer> start();

protected:
    using Then = std::function<void(const QJsonDocument &)>;

    /// The first step.
    virtual void begin() = 0;

    /// Answers whether it goes on in spite of the error.
    using Otherwise = std::function<bool(const base::Error &)>;

    /// Goes on with `then`, or ends with the error unless `otherwise` knows a way on.
    void ask(const http::Request &request, const Then &then, const Otherwise &otherwise = {});
    void finish(Answer answer);
    void refuse(const QString &sentence);
    /// Somebody else has changed it: for people to see; nothing follows from it.
    void noteForeign(const ForeignEdit &edit);
    /// The same, and it is not to be overwritten.
    void refuseForeign(const ForeignEdit &edit, const QString &sentence);

    [[nodiscard]] const Order &order() const { return m_order; }
    [[nodiscard]] const Thread &thread() const { return m_order.thread; }
    [[nodiscard]] QString label() const { return m_order.target.label; }
    /// Of the newest answer.
    [[nodiscard]] std::optional<base::Instant> theirTime() const { return m_theirTime; }

private:
    http::Client &m_client;
    Order m_order;
    Reader m_reader;
    QDeadlineTimer m_deadline;
    QPromise<Answer> m_promise;
    std::optional<base::Instant> m_theirTime;
};

} // namespace publish
