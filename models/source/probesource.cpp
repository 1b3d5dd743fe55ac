// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/probesource.h"

#include "source/verdictwords.h"

#include <QCoreApplication>

namespace source {

using namespace Qt::StringLiterals;
using health::Quality;

ProbeSource::ProbeSource(const MonitorSpec &spec, const base::Clock &clock, Prober &prober,
                         ProbeGate &gate)
    : m_spec(spec)
    , m_clock(clock)
    , m_prober(prober)
    , m_gate(gate)
    , m_ticker(clock, Cadence(spec.interval, offsetOf(spec.id, spec.interval)), this)
{
    connect(&m_ticker, &Ticker::due, this, &ProbeSource::tick);
    connect(&m_ticker, &Ticker::missed, this, [this](base::InstantMs from) {
        tellNotMeasured(from, m_spec.paused ? Quality::Paused : Quality::NotMeasured);
    });
}

ProbeSource::~ProbeSource()
{
    if (m_isRunning)
        stop();
}

QList<health::SeriesInfo> ProbeSource::series() const
{
    return {{m_spec.id + "/response"_L1, QCoreApplication::translate("source", "Response time"),
             u"ms"_s, m_spec.interval}};
}

void ProbeSource::start()
{
    m_isRunning = true;
    m_ticker.start();
}

void ProbeSource::stop()
{
    m_isRunning = false;
    m_ticker.stop();
    end();
}

void ProbeSource::setPaused(bool paused)
{
    if (m_spec.paused == paused)
        return;
    m_spec.paused = paused;
    if (!m_isRunning)
        return;
    end();
    m_ticker.start(); // the change shows at once
}

void ProbeSource::tick()
{
    if (m_spec.paused) {
        tellNotMeasured(m_clock.nowMs(), Quality::Paused);
    } else if (m_isBusy) {
        m_isDueAgain = true;
    } else {
        m_isBusy = true;
        m_gate.enter(this, [this] { begin(); });
    }
}

void ProbeSource::begin()
{
    m_watcher = std::make_unique<QFutureWatcher<base::Result<ProbeVerdict>>>();
    connect(m_watcher.get(), &QFutureWatcherBase::finished, this, &ProbeSource::probed);
    m_watcher->setFuture(m_prober.probe(m_spec));
}

void ProbeSource::probed()
{
    const auto future = m_watcher->future();
    const bool isDueAgain = m_isDueAgain;
    end();
    if (!future.isCanceled() && future.resultCount() > 0) {
        if (const auto verdict = future.result())
            tell(*verdict);
    }
    if (isDueAgain && m_isRunning)
        tick();
}

/// Ends what is under way, without a sample.
void ProbeSource::end()
{
    m_isBusy = false;
    m_isDueAgain = false;
    if (m_watcher) {
        m_watcher->disconnect(this);
        if (!m_watcher->isFinished())
            m_watcher->cancel();
        m_watcher.release()->deleteLater(); // this may be its own signal
    }
    m_gate.leave(this);
}

void ProbeSource::tell(const ProbeVerdict &verdict)
{
    emit sampled(
        {m_spec.id, m_spec.id + "/response"_L1, verdict.sample(), verdict.sentence, verdict});
}

void ProbeSource::tellNotMeasured(base::InstantMs at, Quality quality)
{
    ProbeVerdict verdict;
    verdict.at = at;
    verdict.quality = quality;
    const bool isPaused = quality == Quality::Paused;
    verdict.finding = isPaused ? Finding::Paused : Finding::Missed;
    verdict.sentence = isPaused ? pausedSentence() : missedSentence();
    tell(verdict);
}

} // namespace source
