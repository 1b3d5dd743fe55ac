// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "source/verdict.h"

#include <functional>
#include <QFuture>
#include <QObject>

namespace source {

class Resolver;

/// Whether this machine has a network at all.
using NetworkCheck = std::function<bool()>;

/// Runs probes, each over a new connection. For `watchkeeper check` and "try this address", and for
/// every HTTP and TCP monitor.
class Prober : public QObject
{
    Q_OBJECT

public:
    /// Asks the system for its network interfaces.
    explicit Prober(const base::Clock &clock, QObject *parent = nullptr);
    Prober(const base::Clock &clock, NetworkCheck isConnected, QObject *parent = nullptr);
    ~Prober() override;

    /// One probe. An Error only if the spec cannot be run (see validate); a target that is down is
    /// a verdict. Always done soon after the spec's timeout. Cancelling the future cuts the
    /// connection.
    [[nodiscard]] QFuture<base::Result<ProbeVerdict>> probe(const MonitorSpec &spec);

private:
    const base::Clock &m_clock;
    const NetworkCheck m_isConnected;
    Resolver *m_resolver;
};

} // namespace source
