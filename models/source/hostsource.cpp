// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/hostsource.h"

#include "source/verdictwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace source {

using namespace Qt::StringLiterals;
using health::Quality;

namespace {

/// One series of a machine.
struct Figure
{
    const char *id;
    const char *name;
    const char *unit;
};

constexpr Figure figures[] = {
    {"cpu", QT_TRANSLATE_NOOP("source", "CPU"), "%"},
    {"memory", QT_TRANSLATE_NOOP("source", "Memory"), "%"},
    {"disk", QT_TRANSLATE_NOOP("source", "Fullest disk"), "%"},
    {"load", QT_TRANSLATE_NOOP("source", "Load"), ""},
    {"received", QT_TRANSLATE_NOOP("source", "Network in"), "B/s"},
    {"sent", QT_TRANSLATE_NOOP("source", "Network out"), "B/s"},
};

QString say(const char *text)
{
    return QCoreApplication::translate("source", text);
}

QString number(const std::optional<double> &value, int decimals = 0)
{
    return QLocale().toString(value.value_or(0), 'f', decimals);
}

QString rate(const std::optional<double> &bytesPerSecond)
{
    return say(QT_TRANSLATE_NOOP("source", "%1/s"))
        .arg(QLocale().formattedDataSize(qint64(bytesPerSecond.value_or(0))));
}

} // namespace

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
    for (const Figure &figure : figures)
        all.append({m_spec.id + u'/' + QLatin1StringView(figure.id), say(figure.name),
                    QString::fromLatin1(figure.unit), m_spec.interval});
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
    const HostFigures host = m_reader.read(since);
    tell(u"cpu"_s, now, host.cpuPercent,
         say(QT_TRANSLATE_NOOP("source", "The CPU is %1 % busy.")).arg(number(host.cpuPercent)));
    tell(u"memory"_s, now, host.memoryPercent,
         say(QT_TRANSLATE_NOOP("source", "%1 % of the memory is in use."))
             .arg(number(host.memoryPercent)));
    tell(u"disk"_s, now, host.diskPercent,
         say(QT_TRANSLATE_NOOP("source", "%1 is %2 % full."))
             .arg(host.fullest, number(host.diskPercent)));
    tell(u"load"_s, now, host.load,
         say(QT_TRANSLATE_NOOP("source", "The load is %1.")).arg(number(host.load, 2)));
    tell(u"received"_s, now, host.receivedPerSecond,
         say(QT_TRANSLATE_NOOP("source", "%1 come in.")).arg(rate(host.receivedPerSecond)));
    tell(u"sent"_s, now, host.sentPerSecond,
         say(QT_TRANSLATE_NOOP("source", "%1 go out.")).arg(rate(host.sentPerSecond)));
}

void HostSource::tellAll(base::InstantMs at, Quality quality, const QString &sentence)
{
    for (const health::SeriesInfo &info : series())
        emit sampled({m_spec.id, info.id, {at, quality}, sentence, std::nullopt});
}

void HostSource::tell(const QString &what, base::InstantMs at, std::optional<double> value,
                      const QString &sentence)
{
    health::Sample sample{at, value ? Quality::Ok : Quality::NotMeasured};
    if (value)
        sample.value = *value;
    const QString told = value ? sentence
                               : say(QT_TRANSLATE_NOOP("source", "Not measured: this machine does "
                                                                 "not tell."));
    emit sampled({m_spec.id, m_spec.id + u'/' + what, sample, told, std::nullopt});
}

} // namespace source
