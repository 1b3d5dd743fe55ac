// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "source/hostlimits.h"
#include "source/hostreader.h"
#include "source/hostwords.h"
#include "source/source.h"
#include "source/ticker.h"

#include <QElapsedTimer>

namespace source {

/// Watches this machine: processor, memory, the fullest disk, load, network in and out, each a
/// series of its own. What cannot be read is not measured, never failed. With limits, the first of
/// the readings of each look carries what they make of it.
class HostSource final : public Source
{
    Q_OBJECT

public:
    HostSource(const MonitorSpec &spec, const base::Clock &clock, HostReader reader = HostReader());

    [[nodiscard]] QString monitor() const override { return m_spec.id; }
    [[nodiscard]] QList<health::SeriesInfo> series() const override;
    void start() override;
    void stop() override;
    void setPaused(bool paused) override;
    void poll() override { m_ticker.poll(); }

private:
    void tick();
    void tellAll(base::InstantMs at, health::Quality quality, Finding finding,
                 const QString &sentence);
    void tell(const HostMeasure &measure, base::InstantMs at,
              const std::optional<ProbeVerdict> &verdict);

    MonitorSpec m_spec;
    const QList<HostLimit> m_limits;
    const base::Clock &m_clock;
    HostReader m_reader;
    Ticker m_ticker;
    QElapsedTimer m_sinceLast;
    bool m_isRunning = false;
};

} // namespace source
