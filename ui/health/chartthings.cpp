// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/health/chartthings.h"

#include <algorithm>
#include <cmath>
#include <QCoreApplication>

namespace ui {

namespace {

/// How far from a mark or an edge the pointer may be, px.
constexpr double reach = 6;

double msOf(base::InstantMs at)
{
    return double(at.time_since_epoch().count());
}

const QString &wordsOf(const ChartBand &band)
{
    return band.detail.isEmpty() ? band.label : band.detail;
}

const QString &wordsOf(const ChartMark &mark)
{
    return mark.detail.isEmpty() ? mark.label : mark.detail;
}

double distance(const ChartScene &scene, base::Instant at, QPointF place)
{
    return std::abs(scene.xOf(msOf(at)) - place.x());
}

} // namespace

QList<ChartThing> thingsOf(const ChartContent &content)
{
    QList<ChartThing> things;
    for (const ChartMark &mark : content.marks)
        things.append({mark.at, wordsOf(mark)});
    for (const ChartBand &band : content.bands) {
        things.append(
            {band.from, QCoreApplication::translate("Chart", "begins: %1").arg(wordsOf(band))});
        if (band.to) {
            things.append(
                {*band.to, QCoreApplication::translate("Chart", "ends: %1").arg(wordsOf(band))});
        }
    }
    std::ranges::stable_sort(things, {}, &ChartThing::at);
    return things;
}

QStringList wordsAt(const ChartScene &scene, QPointF place)
{
    if (!scene.plot.contains(place))
        return {};
    QList<const ChartMark *> near;
    for (const ChartMark &mark : scene.content.marks) {
        if (distance(scene, mark.at, place) <= reach)
            near.append(&mark);
    }
    std::ranges::stable_sort(
        near, {}, [&](const ChartMark *mark) { return distance(scene, mark->at, place); });
    QStringList words;
    for (const ChartMark *mark : near)
        words.append(wordsOf(*mark));
    for (const ChartBand &band : scene.content.bands) {
        const base::InstantMs end = band.to ? base::InstantMs(*band.to) : scene.content.now;
        const double left = scene.xOf(msOf(band.from)) - reach;
        const double right = std::max(scene.xOf(msOf(end)), left + reach) + reach;
        if (place.x() >= left && place.x() <= right)
            words.append(wordsOf(band));
    }
    words.removeDuplicates();
    return words;
}

std::optional<BandEdge> edgeAt(const ChartScene &scene, QPointF place)
{
    std::optional<BandEdge> nearest;
    double least = reach;
    const auto look = [&](const ChartBand &band, base::Instant at, bool isEnd) {
        const double away = distance(scene, at, place);
        if (away <= least) {
            least = away;
            nearest = BandEdge{band.window, isEnd};
        }
    };
    if (!scene.plot.contains(place))
        return nearest;
    for (const ChartBand &band : scene.content.bands) {
        if (band.window == 0)
            continue;
        look(band, band.from, false);
        if (band.to)
            look(band, *band.to, true);
    }
    return nearest;
}

} // namespace ui
