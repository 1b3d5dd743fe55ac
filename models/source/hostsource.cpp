// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/hostsource.h"

#include "source/hostwords.h"
#include "source/verdictwords.h"

#include <utility>

namespace source {

using namespace Qt::StringLiterals;
using health::Quality;

HostSource::HostSource(const MonitorSpec &spec, const base::Clock &clock, HostReader reader)
    : m_spec(spec)
    , m_limits(hostLimits(spec.expression).value_or(QList<HostLimit>()))
    , m_clock(clock)
    , m_reader(std::move(reader))
    , m_ticker(clock, Cadence(spec.interval, offsetOf(spec.id, spec.interval)), this)
{
    connect(&m_ticker, &Ticker::due, this, &HostSource::tick);
    connect(&m_ticker, &Ticker::missed, this, [this](base::InstantMs from) {
        m_reader.forget();
        if (m_spec.paused)
            tellAll(from, Quality::Paused, Finding::Paused, pausedSentence());
        else
            tellAll(from, Quality::NotMeasured, Finding::Missed, missedSentence());
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
        tellAll(now, Quality::Paused, Finding::Paused, pausedSentence());
        return;
    }
    const std::chrono::milliseconds since(m_sinceLast.isValid() ? m_sinceLast.elapsed() : 0);
    m_sinceLast.start();
    const QList<HostMeasure> measures = measuresOf(m_reader.read(since));
    std::optional<ProbeVerdict> verdict = judge(m_limits, measures);
    if (verdict)
        verdict->at = now;
    for (const HostMeasure &measure : measures)
        tell(measure, now, std::exchange(verdict, std::nullopt));
}

void HostSource::tellAll(base::InstantMs at, Quality quality, Finding finding,
                         const QString &sentence)
{
    std::optional<ProbeVerdict> verdict;
    if (!m_limits.isEmpty()) {
        verdict.emplace();
        verdict->quality = quality;
        verdict->finding = finding;
        verdict->sentence = sentence;
        verdict->at = at;
    }
    for (const health::SeriesInfo &info : series()) {
        const auto said = std::exchange(verdict, std::nullopt);
        emit sampled({m_spec.id, info.id, {at, quality}, sentence, said});
    }
}

void HostSource::tell(const HostMeasure &measure, base::InstantMs at,
                      const std::optional<ProbeVerdict> &verdict)
{
    health::Sample sample{at, Quality::NotMeasured};
    QString told = notToldSentence();
    if (measure.value) {
        const auto limit = limitOf(m_spec, measure.id);
        sample.value = *measure.value;
        sample.quality = limit && *measure.value > *limit ? Quality::Failed : Quality::Ok;
        told = measure.sentence;
    }
    if (verdict && !verdict->sentence.isEmpty())
        told = verdict->sentence;
    emit sampled({m_spec.id, m_spec.id + u'/' + measure.id, sample, told, verdict});
}

} // namespace source
