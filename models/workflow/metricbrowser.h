// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "http/client.h"
#include "prometheus/answer.h"
#include "prometheus/promql.h"
#include "prometheus/steps.h"

#include <memory>
#include <QFuture>
#include <QObject>
#include <vector>

namespace prometheus {
class Client;
}

namespace workflow {

/// A metric that somebody may choose.
struct Metric
{
    QString name;
    QString type; ///< as its targets say; empty: they do not
    QString help;

    [[nodiscard]] prometheus::MetricKind kind() const { return prometheus::kindOf(name, type); }

    bool operator==(const Metric &) const = default;
};
using Metrics = std::vector<Metric>; ///< by name

/// What an expression gave in the last hour.
struct LastHour
{
    std::vector<prometheus::Series> series; ///< at most `mostShown`
    qint64 count = 0; ///< of all series; over `mostShown` none of them was asked for
    prometheus::Steps steps;
    QStringList remarks; ///< of the server

    static constexpr int mostShown = 20;

    bool operator==(const LastHour &) const = default;
};

/// Looks through what a Prometheus has, to choose a figure of it. All of it may take a while, and
/// may be broken off.
class MetricBrowser final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    MetricBrowser(http::Client &http, const base::Clock &clock, QObject *parent = nullptr);
    ~MetricBrowser() override;

    /// From now on this server is asked; what is under way is broken off. Errors: Input.
    [[nodiscard]] base::Done open(const QString &address);
    /// Breaks off what is under way: its futures answer Cancelled.
    void cancel();
    /// The moment by the clock that it was given.
    [[nodiscard]] base::InstantMs now() const { return m_clock.nowMs(); }

    /// Only after open(), as all that follow. Types and helps are missing where they cannot be had.
    [[nodiscard]] QFuture<base::Result<Metrics>> metrics();
    /// The labels that the series with these labels have, without its name. `chosen` has the name
    /// of a metric under "__name__".
    [[nodiscard]] QFuture<base::Result<QStringList>> labels(const prometheus::Labels &chosen);
    /// The values of a label that the other choices leave.
    [[nodiscard]] QFuture<base::Result<QStringList>> values(const QString &label,
                                                            const prometheus::Labels &chosen);
    /// Breaks off the one before. No data is no error.
    [[nodiscard]] QFuture<base::Result<LastHour>> lastHour(const QString &expression);

signals:
    /// Something is under way, or nothing any more.
    void busyChanged(bool isBusy);

private:
    struct Look;

    /// Counts it as under way until it is finished.
    template <class T>
    QFuture<base::Result<T>> follow(const QFuture<base::Result<T>> &future);

    [[nodiscard]] std::unique_ptr<prometheus::Client> makeClient(qint64 byteCap) const;
    void askSeries(const std::shared_ptr<Look> &look, qint64 count);

    http::Client &m_http;
    const base::Clock &m_clock;
    QUrl m_url;
    std::unique_ptr<prometheus::Client> m_client;
    std::unique_ptr<prometheus::Client> m_previewer;
    int m_underWay = 0;
};

} // namespace workflow
