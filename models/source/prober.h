// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "source/verdict.h"

#include <functional>
#include <QFuture>
#include <QObject>

namespace source {

class OwnNetwork;
class Resolver;

/// Calls back with whether our own network works, now or soon, unless the context is gone by then.
using NetworkCheck = std::function<void(QObject *context, std::function<void(bool)> then)>;

/// Runs probes, each over a new connection. For `watchkeeper check` and "try this address", and for
/// every HTTP, TCP and DNS monitor.
class Prober : public QObject
{
    Q_OBJECT

public:
    /// With a network check of its own, see setReferenceHosts().
    explicit Prober(const base::Clock &clock, QObject *parent = nullptr);
    Prober(const base::Clock &clock, NetworkCheck network, QObject *parent = nullptr);
    ~Prober() override;

    /// Addresses that tell whether our own network works, such as tcp://192.0.2.1:53. Those that
    /// cannot be used are left out.
    void setReferenceHosts(const QStringList &addresses);

    /// One probe. An Error only if the spec cannot be run (see validate); a target that is down is
    /// a verdict. Always done soon after the spec's timeout. Cancelling the future cuts the
    /// connection.
    [[nodiscard]] QFuture<base::Result<ProbeVerdict>> probe(const MonitorSpec &spec);

private:
    const base::Clock &m_clock;
    OwnNetwork *m_ownNetwork = nullptr; ///< null if somebody else is asked
    NetworkCheck m_network;
    Resolver *m_resolver;
};

} // namespace source
