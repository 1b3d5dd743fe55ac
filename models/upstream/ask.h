// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "alertmanager/client.h"
#include "base/clock.h"
#include "http/client.h"
#include "prometheus/client.h"
#include "provider/status.h"
#include "upstream/alert.h"
#include "upstream/spec.h"

#include <QFuture>
#include <QPromise>

namespace upstream {

/// What one look at a server that watches for us gave.
struct Look
{
    std::vector<Alert> alerts; ///< that fire
    QStringList remarks;       ///< sentences on what is not as it should be
};

/// Asks one server. `http` and `clock` outlive it; answers come in the thread it lives in.
class Asker final : public QObject
{
    Q_OBJECT

public:
    /// `spec` is valid.
    Asker(http::Client &http, const base::Clock &clock, Spec spec, QObject *parent = nullptr);

    [[nodiscard]] const Spec &spec() const { return m_spec; }

    /// Not of a provider.
    [[nodiscard]] QFuture<base::Result<Look>> alerts();
    /// Only of a provider.
    [[nodiscard]] QFuture<base::Result<provider::Status>> status();
    /// Null unless it is an Alertmanager.
    [[nodiscard]] alertmanager::Client *silencer() { return m_alertmanager.get(); }

    /// One look, in a sentence: "It answers. 3 alerts fire."
    [[nodiscard]] QFuture<base::Result<QString>> test();

private:
    using StatusPromise = std::shared_ptr<QPromise<base::Result<provider::Status>>>;

    void askFeed(const StatusPromise &promise);

    http::Client &m_http;
    const base::Clock &m_clock;
    Spec m_spec;
    bool m_isFeed = false; ///< the provider's page has no summary, but is a feed
    std::unique_ptr<alertmanager::Client> m_alertmanager;
    std::unique_ptr<prometheus::Client> m_prometheus;
};

} // namespace upstream
