// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/metrics/figurewords.h"

#include "ui/health/axisticks.h"

#include <algorithm>
#include <cmath>
#include <QCoreApplication>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(FigurePreview)
};

QString wordsOfOne(const prometheus::Series &series)
{
    if (series.points.empty())
        return Words::tr("It gives a native histogram, which is not one number. Ask for one value "
                         "of it, as in histogram_quantile(0.95, …).");
    std::optional<double> least;
    std::optional<double> most;
    std::optional<double> last;
    for (const prometheus::Point &point : series.points) {
        if (!std::isfinite(point.value))
            continue;
        last = point.value;
        least = std::min(least.value_or(point.value), point.value);
        most = std::max(most.value_or(point.value), point.value);
    }
    if (!last)
        return Words::tr("One series, but none of its values in the last hour is a number: they "
                         "are NaN or infinite.");
    return Words::tr("One series: %1 last, between %2 and %3 in the last hour.")
        .arg(quantityText(*last, {}), quantityText(*least, {}), quantityText(*most, {}));
}

} // namespace

QString wordsOf(const workflow::LastHour &hour)
{
    QStringList parts;
    if (hour.count == 0)
        parts << Words::tr("No data in the last hour. Check the names and labels; a counter may "
                           "also appear only with its first event.");
    else if (hour.count > workflow::LastHour::mostShown)
        parts << Words::tr("%Ln series: too many to draw. Choose values of labels until few are "
                           "left, or make one number of them: Sum or Highest.",
                           nullptr, int(std::min<qint64>(hour.count, 2'000'000'000)));
    else if (hour.count > 1)
        parts << Words::tr("%n series. Choose one of them, or make one number of them: Sum or "
                           "Highest.",
                           nullptr, int(hour.count));
    else
        parts << wordsOfOne(hour.series[0]);
    return (parts + hour.remarks).join(u' ');
}

QString shortName(const prometheus::Series &series, const std::vector<prometheus::Series> &all)
{
    prometheus::Labels own;
    for (auto label = series.labels.begin(); label != series.labels.end(); ++label) {
        const bool isShared = std::ranges::all_of(all, [&](const prometheus::Series &other) {
            return other.labels.value(label.key()) == label.value();
        });
        if (!isShared)
            own.insert(label.key(), label.value());
    }
    return prometheus::seriesName(own.isEmpty() ? series.labels : own);
}

health::Series samplesOf(const prometheus::Series &series, const prometheus::Steps &steps)
{
    health::Series samples({u"preview"_s, prometheus::seriesName(series.labels), {}, steps.step});
    for (const prometheus::Point &point : series.points) {
        const auto quality =
            std::isfinite(point.value) ? health::Quality::Ok : health::Quality::NotMeasured;
        samples.append({point.at, quality, point.value});
    }
    return samples;
}

} // namespace ui
