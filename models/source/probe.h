// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "source/connection.h"
#include "source/prober.h"

namespace source {

/// What every probe of a Prober shares.
struct ProbeContext
{
    const base::Clock &clock;
    Resolver &resolver;
    NetworkCheck isConnected;
};

/// One probe from start to verdict. Subclasses say what to do once connected.
class Probe : public QObject
{
    Q_OBJECT

public:
    Probe(const ProbeContext &context, const MonitorSpec &spec, QObject *parent);

    /// finished() follows once, at the latest when the spec's timeout is over.
    void start();

signals:
    void finished(const source::ProbeVerdict &verdict);

protected:
    virtual void opened() = 0;
    /// Where the probe is after the connection was opened.
    [[nodiscard]] virtual Stage stage() const = 0;
    /// Adds what the subclass knows of the present connection.
    virtual void complete(ProbeVerdict &verdict) const = 0;

    /// A new connection to `target` within what is left of the timeout.
    void connectTo(const QUrl &target);
    void succeed();
    void fail(const Failure &failure);

    [[nodiscard]] const MonitorSpec &spec() const { return m_spec; }
    [[nodiscard]] const QUrl &target() const { return m_target; }
    [[nodiscard]] QSslSocket &socket() const { return *m_connection->socket(); }

private:
    void expire();
    void addConnection(ProbeVerdict &verdict) const;
    [[nodiscard]] ProbeVerdict verdictSoFar() const;
    void conclude(ProbeVerdict verdict);
    [[nodiscard]] bool wasInterrupted() const;

    const ProbeContext m_context;
    const MonitorSpec m_spec;
    QUrl m_target;
    base::InstantMs m_at{};
    QElapsedTimer m_elapsed;
    QTimer m_deadline;
    Connection *m_connection = nullptr;
    bool m_isOpen = false;
    Phases m_earlier; ///< of connections before the present one
    bool m_done = false;
};

} // namespace source
