// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/health/chartsource.h"

#include "timing/zone.h"
#include "ui/health/axisticks.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace ui {

void follow(TimeFrame &frame, const HealthModel &model)
{
    base::InstantMs earliest = model.now();
    for (const MonitorInfo &monitor : model.monitors()) {
        const health::Series *series = model.series(monitor.id);
        if (series && !series->isEmpty())
            earliest = std::min(earliest, series->at(0).at);
    }
    earliest = std::min(earliest, model.archivedSince().value_or(earliest));
    frame.setBounds(earliest, model.now());
}

ChartContent contentOf(const HealthModel &model, const MonitorInfo &monitor, const TimeFrame &frame)
{
    ChartContent content;
    content.now = model.now();
    content.to = frame.to();
    content.from = frame.from();
    content.zone = model.zone();
    if (const health::Series *series = model.series(monitor.id)) {
        content.unit = series->info().unit;
        if (!series->isEmpty() && series->at(0).at > content.from)
            content.watchedSince = series->at(0).at;
    }
    content.state = monitor.state;
    content.threshold = monitor.threshold;
    content.floor = monitor.floor;
    content.bands = model.bands(monitor.id);
    content.marks = model.marks(monitor.id);
    return content;
}

PictureSource sourceOf(const HealthModel &model, const QString &id)
{
    return [&model, id](const health::View &view) {
        const health::Series *series = model.series(id);
        return series ? health::decimate(*series, view) : health::Picture{};
    };
}

std::optional<health::Sample> sampleNear(const health::Series &series, base::InstantMs at)
{
    const qsizetype next = series.indexAt(at);
    std::optional<health::Sample> nearest;
    auto least = health::longestSilence(series.info().step);
    for (qsizetype i = std::max<qsizetype>(0, next - 1); i <= next && i < series.size(); ++i) {
        const health::Sample sample = series.at(i);
        const auto away = sample.at < at ? at - sample.at : sample.at - at;
        if (away <= least) {
            least = away;
            nearest = sample;
        }
    }
    return nearest;
}

QString readingText(const std::optional<health::Sample> &sample, const QString &unit)
{
    using health::Quality;
    const Quality quality = sample ? sample->quality : Quality::NotMeasured;
    switch (quality) {
    case Quality::Ok:
        return quantityText(sample->value, unit);
    case Quality::Failed:
        return QCoreApplication::translate("Chart", "failed");
    case Quality::Paused:
        return stateWord(State::Paused);
    case Quality::NotMeasured:
        break;
    }
    return stateWord(State::NotMeasured);
}

QString clockText(base::InstantMs at, base::InstantMs now, const QTimeZone &zone)
{
    const auto local = [&](base::InstantMs when) {
        return timing::toLocal(std::chrono::floor<std::chrono::seconds>(when), zone);
    };
    const QDateTime time = local(at);
    const QString clock = time.toString(u"HH:mm:ss"_s);
    if (time.date() == local(now).date())
        return clock;
    return QLocale().toString(time.date(), u"d MMM "_s) + clock;
}

} // namespace ui
