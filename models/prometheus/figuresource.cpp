// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "prometheus/figuresource.h"

#include "source/verdictwords.h"

#include <cmath>
#include <QCoreApplication>
#include <QLocale>

namespace prometheus {

using namespace Qt::StringLiterals;
using health::Quality;
using source::Finding;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(prometheus)
};

constexpr int shownDigits = 6;

QString shown(double value)
{
    return QLocale().toString(value, 'g', shownDigits);
}

QString sentenceOf(const source::MonitorSpec &spec, double value)
{
    if (spec.above && value > *spec.above)
        return Words::tr("The figure is %1, over its limit of %2.")
            .arg(shown(value), shown(*spec.above));
    if (spec.below && value < *spec.below)
        return Words::tr("The figure is %1, under its limit of %2.")
            .arg(shown(value), shown(*spec.below));
    return Words::tr("The figure is %1.").arg(shown(value));
}

} // namespace

source::ProbeVerdict judge(const source::MonitorSpec &spec, double value)
{
    const bool isOut = (spec.above && value > *spec.above) || (spec.below && value < *spec.below);
    source::ProbeVerdict verdict;
    verdict.quality = isOut ? Quality::Failed : Quality::Ok;
    verdict.finding = isOut ? Finding::OutOfLimits : Finding::Ok;
    verdict.sentence = sentenceOf(spec, value);
    return verdict;
}

FigureSource::FigureSource(const source::MonitorSpec &spec, const base::Clock &clock, Look look)
    : m_spec(spec)
    , m_clock(clock)
    , m_look(std::move(look))
    , m_ticker(clock, source::Cadence(spec.interval, source::offsetOf(spec.id, spec.interval)),
               this)
{
    connect(&m_ticker, &source::Ticker::due, this, &FigureSource::tick);
    connect(&m_ticker, &source::Ticker::missed, this, [this](base::InstantMs from) {
        if (m_spec.paused)
            tellUnmeasured(from, Quality::Paused, Finding::Paused, source::pausedSentence());
        else
            tellUnmeasured(from, Quality::NotMeasured, Finding::Missed, source::missedSentence());
    });
}

FigureSource::~FigureSource()
{
    end();
}

QList<health::SeriesInfo> FigureSource::series() const
{
    return {{m_spec.id + "/figure"_L1, Words::tr("Figure"), {}, m_spec.interval}};
}

void FigureSource::start()
{
    m_isRunning = true;
    m_ticker.start();
}

void FigureSource::stop()
{
    m_isRunning = false;
    m_ticker.stop();
    end();
}

void FigureSource::setPaused(bool paused)
{
    if (m_spec.paused == paused)
        return;
    m_spec.paused = paused;
    if (!m_isRunning)
        return;
    end();
    m_ticker.start(); // the change shows at once
}

void FigureSource::tick()
{
    if (m_spec.paused) {
        tellUnmeasured(m_clock.nowMs(), Quality::Paused, Finding::Paused, source::pausedSentence());
        return;
    }
    if (m_watcher)
        return; // the timeout is within the interval: it is about to end
    m_lookedAt = m_clock.nowMs();
    m_watcher = std::make_unique<QFutureWatcher<base::Result<double>>>();
    connect(m_watcher.get(), &QFutureWatcherBase::finished, this, &FigureSource::looked);
    m_watcher->setFuture(m_look());
}

void FigureSource::looked()
{
    const auto future = m_watcher->future();
    end();
    if (future.isCanceled() || future.resultCount() == 0)
        return;
    const base::Result<double> value = future.result();
    if (!value) {
        tellUnmeasured(m_lookedAt, Quality::NotMeasured, Finding::NoFigure, value.error().text);
        return;
    }
    source::ProbeVerdict verdict = judge(m_spec, *value);
    verdict.at = m_lookedAt;
    tell(verdict, *value);
}

/// Ends what is under way, without a sample.
void FigureSource::end()
{
    if (!m_watcher)
        return;
    m_watcher->disconnect(this);
    if (!m_watcher->isFinished())
        m_watcher->cancel();
    m_watcher.release()->deleteLater(); // this may be its own signal
}

void FigureSource::tellUnmeasured(base::InstantMs at, Quality quality, Finding finding,
                                  const QString &sentence)
{
    source::ProbeVerdict verdict;
    verdict.at = at;
    verdict.quality = quality;
    verdict.finding = finding;
    verdict.sentence = sentence;
    tell(verdict, std::nan(""));
}

void FigureSource::tell(const source::ProbeVerdict &verdict, double value)
{
    const health::Sample sample{verdict.at, verdict.quality, value};
    emit sampled({m_spec.id, m_spec.id + "/figure"_L1, sample, verdict.sentence, verdict});
}

} // namespace prometheus
