// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/client.h"
#include "prometheus/answer.h"
#include "prometheus/steps.h"

#include <functional>
#include <memory>
#include <QObject>

namespace prometheus {

struct Envelope;

/// How to reach a server.
struct Server
{
    QUrl url; ///< without /api/v1; http or https, no user name in it
    std::chrono::milliseconds deadline{15000};
    qint64 byteCap = 32 * 1024 * 1024; ///< of one answer
    QList<http::Header> headers = {};  ///< such as Authorization
};

/// Asks one server. Answers come in the thread it lives in; when it goes, what is under way is
/// cancelled. Errors are sentences that name the server and never its path or a header.
class Client final : public QObject
{
    Q_OBJECT

public:
    Client(http::Client &http, Server server, QObject *parent = nullptr);
    ~Client() override;

    /// The value of an expression now, or at `at`.
    [[nodiscard]] QFuture<base::Result<Answer>>
    query(const QString &expression, std::optional<base::InstantMs> at = std::nullopt);
    /// Its values over time, however many there are: what is over the server's limit is asked for
    /// piece by piece and joined. Refuses more than 100 pieces.
    [[nodiscard]] QFuture<base::Result<Answer>> range(const QString &expression,
                                                      const Steps &steps);
    /// The series that one of the selectors matches, such as `up{job="node"}`.
    [[nodiscard]] QFuture<base::Result<QList<Labels>>> series(const QStringList &selectors);
    /// Of all series, or only of those that one of the selectors matches.
    [[nodiscard]] QFuture<base::Result<QStringList>> labelNames(const QStringList &selectors = {});
    /// Likewise. Those of "__name__" are the names of all metrics.
    [[nodiscard]] QFuture<base::Result<QStringList>> labelValues(const QString &label,
                                                                 const QStringList &selectors = {});
    /// What the targets say about their metrics, by name. Not everything that speaks this API
    /// knows it.
    [[nodiscard]] QFuture<base::Result<MetaTable>> metadata();
    [[nodiscard]] QFuture<base::Result<std::vector<Alert>>> alerts();
    [[nodiscard]] QFuture<base::Result<std::vector<Rule>>> rules();

private:
    struct RangeJob;
    using Form = QList<std::pair<QByteArray, QString>>;

    [[nodiscard]] http::Request get(const QString &path, const Form &query = {}) const;
    [[nodiscard]] http::Request getOf(const QString &path, const QStringList &selectors) const;
    [[nodiscard]] http::Request post(const QString &path, const Form &form) const;
    void next(const std::shared_ptr<RangeJob> &job);

    /// Sends it and hands what is in the envelope to `map`.
    template <class T>
    QFuture<base::Result<T>> ask(const http::Request &request,
                                 std::function<base::Result<T>(const Envelope &)> map);

    http::Client &m_http;
    Server m_server;
    QList<QFuture<base::Result<http::Response>>> m_running;
};

} // namespace prometheus
