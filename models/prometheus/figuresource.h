// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "source/source.h"
#include "source/ticker.h"

#include <functional>
#include <QFuture>
#include <QFutureWatcher>

namespace prometheus {

/// Watches one figure at a steady pace. A figure beyond its limits has failed; one that cannot be
/// had, because the place that knows it does not answer or has no single number, is not measured:
/// the thing it tells about may be well.
class FigureSource final : public source::Source
{
    Q_OBJECT

public:
    /// One look at the figure. It ends by itself within the spec's timeout.
    using Look = std::function<QFuture<base::Result<double>>()>;

    FigureSource(const source::MonitorSpec &spec, const base::Clock &clock, Look look);
    ~FigureSource() override;

    [[nodiscard]] QString monitor() const override { return m_spec.id; }
    [[nodiscard]] QList<health::SeriesInfo> series() const override;
    void start() override;
    void stop() override;
    void setPaused(bool paused) override;
    void poll() override { m_ticker.poll(); }

private:
    void tick();
    void looked();
    void end();
    void tellUnmeasured(base::InstantMs at, health::Quality quality, source::Finding finding,
                        const QString &sentence);
    void tell(const source::ProbeVerdict &verdict, double value);

    source::MonitorSpec m_spec;
    const base::Clock &m_clock;
    const Look m_look;
    source::Ticker m_ticker;
    std::unique_ptr<QFutureWatcher<base::Result<double>>> m_watcher; ///< of a look under way
    base::InstantMs m_lookedAt{};
    bool m_isRunning = false;
};

/// What a figure is worth: Ok, or Failed beyond the spec's limits, with a sentence. NaN is within
/// all limits.
[[nodiscard]] source::ProbeVerdict judge(const source::MonitorSpec &spec, double value);

} // namespace prometheus
