// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/health/chartscene.h"
#include "ui/theme/paint.h"

#include <QPainter>

namespace ui {

namespace {

using health::Quality;

constexpr double leastWidth = 3;
constexpr double failedBar = 3;

void paintGrid(QPainter &painter, const ChartScene &scene)
{
    painter.setPen(Qt::NoPen);
    for (const double tick : scene.axis.ticks) {
        const double y = scene.snapped(scene.yOf(tick));
        const QRectF line(scene.plot.left(), std::min(y, scene.plot.bottom() - 1),
                          scene.plot.width(), 1);
        painter.fillRect(line, scene.theme.color(ColorRole::SoftHairline));
    }
}

/// The time of one band that lies inside of the plot.
QRectF columnOf(const ChartScene &scene, const ChartBand &band)
{
    const double from = double(base::InstantMs(band.from).time_since_epoch().count());
    const base::InstantMs end = band.to ? base::InstantMs(*band.to) : scene.content.now;
    const double to = double(end.time_since_epoch().count());
    return scene.columnOf(from, std::max(from, to), leastWidth);
}

/// Tints laid over each other would look like something worse.
QRegion untinted(const ChartScene &scene)
{
    QRegion region(scene.plot.toAlignedRect());
    for (const ChartBand &band : scene.content.bands)
        region -= columnOf(scene, band).toAlignedRect();
    return region;
}

void paintFailed(QPainter &painter, const ChartScene &scene, const QRectF &column)
{
    const QColor down = scene.theme.color(ColorRole::Down);
    painter.save();
    painter.setClipRegion(untinted(scene), Qt::IntersectClip);
    painter.fillRect(column, translucent(down, scene.theme.isDark() ? 0.11 : 0.08));
    painter.restore();
    painter.fillRect(QRectF(column.left(), column.bottom() - failedBar, column.width(), failedBar),
                     down);
}

void paintPaused(QPainter &painter, const ChartScene &scene, const QRectF &column)
{
    painter.fillRect(column, scene.theme.color(ColorRole::SoftHairline));
    painter.save();
    painter.setPen(QPen(scene.theme.color(ColorRole::Faint), 1, Qt::DotLine));
    for (const double x : {column.left() + 0.5, column.right() - 0.5})
        painter.drawLine(QPointF(x, column.top()), QPointF(x, column.bottom()));
    painter.restore();
}

void paintNotMeasured(QPainter &painter, const ChartScene &scene, const QRectF &column)
{
    const QColor line =
        mixed(scene.theme.color(ColorRole::Panel), scene.theme.color(ColorRole::Faint), 0.55);
    paintHatching(painter, column, line, 6);
}

void paintStretch(QPainter &painter, const ChartScene &scene, const health::Stretch &stretch)
{
    const QRectF column = scene.columnOf(stretch, leastWidth);
    if (column.isEmpty())
        return;
    switch (stretch.quality) {
    case Quality::Failed:
        return paintFailed(painter, scene, column);
    case Quality::NotMeasured:
        return paintNotMeasured(painter, scene, column);
    case Quality::Paused:
        return paintPaused(painter, scene, column);
    case Quality::Ok:
        return;
    }
}

void paintBand(QPainter &painter, const ChartScene &scene, const ChartBand &band)
{
    const QRectF column = columnOf(scene, band);
    if (!column.isEmpty()) {
        painter.fillRect(column, translucent(stateColor(band.state, scene.theme),
                                             scene.theme.isDark() ? 0.13 : 0.14));
    }
}

} // namespace

void paintUnderLines(QPainter &painter, const ChartScene &scene)
{
    painter.save();
    painter.setClipRect(scene.plot);
    if (scene.form == HealthChart::Form::Large)
        paintGrid(painter, scene);
    for (const health::Stretch &stretch : scene.picture.stretches)
        paintStretch(painter, scene, stretch);
    for (const ChartBand &band : scene.content.bands)
        paintBand(painter, scene, band);
    painter.restore();
}

} // namespace ui
