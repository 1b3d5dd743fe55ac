// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "source/connection.h"
#include "source/probe.h"

namespace source {

/// A probe that opens connections. Subclasses say what to do once connected.
class ConnectedProbe : public Probe
{
    Q_OBJECT

public:
    using Probe::Probe;

protected:
    virtual void opened() = 0;
    /// Where the probe is after the connection was opened.
    [[nodiscard]] virtual Stage stage() const = 0;
    /// Adds what the subclass knows of the present connection.
    virtual void complete(ProbeVerdict &verdict) const = 0;

    /// A new connection to `target` within what is left of the timeout.
    void connectTo(const QUrl &target);
    void succeed();

    [[nodiscard]] const QUrl &target() const { return m_target; }
    [[nodiscard]] QSslSocket &socket() const { return *m_connection->socket(); }

private:
    void begin() override;
    void drop() override;
    void fill(ProbeVerdict &verdict) const override;
    [[nodiscard]] Failure expired() const override;
    [[nodiscard]] bool mayBeUs(const Failure &failure) const override;
    [[nodiscard]] Failure withoutNetwork() const override;
    void addConnection(ProbeVerdict &verdict) const;

    QUrl m_target;
    Connection *m_connection = nullptr;
    bool m_isOpen = false;
    Phases m_earlier; ///< of connections before the present one
};

} // namespace source
