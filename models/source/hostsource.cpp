// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/hostsource.h"

#include "source/hostwords.h"
#include "source/verdictwords.h"

namespace source {

using namespace Qt::StringLiterals;
using health::Quality;

HostSource::HostSource(const MonitorSpec &spec, const base::Clock &clock, HostReader reader)
    : m_spec(spec)
    , m_clock(clock)
    , m_reader(std::move(reader))
    , m_ticker(clock, Cadence(spec.interval, offsetOf(spec.id, spec.interval)), this)
{
    connect(&m_ticker, &Ticker::due, this, &HostSource::tick);
    connect(&m_ticker, &Ticker::missed, this, [this](base::InstantMs from) {
        m_reader.forget();
        if (m_spec.paused)
            tellAll(from, Quality::Paused, pausedSentence());
        else
            tellAll(from, Quality::NotMeasured, missedSentence());
    });
}

QList<health::SeriesInfo> HostSource::series() const
{
    QList<health::SeriesInfo> all;
    for (const HostMeasure &measure : measuresOf({}))
        all.append({m_spec.id + u'/' + measure.id, measure.name, measure.unit, m_spec.interval});
    return all;
}

void HostSource::start()
{
    m_isRunning = true;
    m_reader.forget();
    m_ticker.start();
}

void HostSource::stop()
{
    m_isRunning = false;
    m_ticker.stop();
}

void HostSource::setPaused(bool paused)
{
    if (m_spec.paused == paused)
        return;
    m_spec.paused = paused;
    if (m_isRunning)
        start();
}

void HostSource::tick()
{
    const base::InstantMs now = m_clock.nowMs();
    if (m_spec.paused) {
        tellAll(now, Quality::Paused, pausedSentence());
        return;
    }
    const std::chrono::milliseconds since(m_sinceLast.isValid() ? m_sinceLast.elapsed() : 0);
    m_sinceLast.start();
    for (const HostMeasure &measure : measuresOf(m_reader.read(since)))
        tell(measure, now);
}

void HostSource::tellAll(base::InstantMs at, Quality quality, const QString &sentence)
{
    for (const health::SeriesInfo &info : series())
        emit sampled({m_spec.id, info.id, {at, quality}, sentence, std::nullopt});
}

void HostSource::tell(const HostMeasure &measure, base::InstantMs at)
{
    health::Sample sample{at, measure.value ? Quality::Ok : Quality::NotMeasured};
    if (measure.value)
        sample.value = *measure.value;
    const QString told = measure.value ? measure.sentence : notToldSentence();
    emit sampled({m_spec.id, m_spec.id + u'/' + measure.id, sample, told, std::nullopt});
}

} // namespace source
