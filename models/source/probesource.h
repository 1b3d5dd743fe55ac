// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "source/probegate.h"
#include "source/prober.h"
#include "source/source.h"
#include "source/ticker.h"

#include <QFutureWatcher>

namespace source {

/// Probes one HTTP or TCP monitor. Never two probes of it at the same time: a tick that comes while
/// one is under way is taken up when that one ends.
class ProbeSource final : public Source
{
    Q_OBJECT

public:
    /// The prober and the gate are shared with the other monitors.
    ProbeSource(const MonitorSpec &spec, const base::Clock &clock, Prober &prober, ProbeGate &gate);
    ~ProbeSource() override;

    [[nodiscard]] QString monitor() const override { return m_spec.id; }
    [[nodiscard]] QList<health::SeriesInfo> series() const override;
    void start() override;
    void stop() override;
    void setPaused(bool paused) override;
    void poll() override { m_ticker.poll(); }

private:
    void tick();
    void begin();
    void probed();
    void end();
    void tell(const ProbeVerdict &verdict);
    void tellNotMeasured(base::InstantMs at, health::Quality quality);

    MonitorSpec m_spec;
    const base::Clock &m_clock;
    Prober &m_prober;
    ProbeGate &m_gate;
    Ticker m_ticker;
    std::unique_ptr<QFutureWatcher<base::Result<ProbeVerdict>>> m_watcher; ///< of a running probe
    bool m_isRunning = false;
    bool m_isBusy = false; ///< a probe is under way or in line
    bool m_isDueAgain = false;
};

} // namespace source
