// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/health/axisticks.h"
#include "ui/health/healthchart.h"

#include <QRectF>

class QPainter;

/// What one picture of a chart consists of, worked out, and the two layers that lie under and over
/// its lines. Behind HealthChart.
namespace ui {

struct ChartScene
{
    HealthChart::Form form = HealthChart::Form::Large;
    Theme theme;
    ChartContent content;
    health::Picture picture;
    ValueAxis axis;
    QList<TimeTick> ticks;
    QRectF plot;     ///< where values are drawn
    double from = 0; ///< ms since 1970 UTC at the left edge of `plot`
    double to = 1;   ///< ms since 1970 UTC at its right edge
    double pixelRatio = 1;
    ChartOverlay overlay;

    bool operator==(const ChartScene &) const = default;

    [[nodiscard]] double xOf(double ms) const;
    [[nodiscard]] double yOf(double value) const;
    /// Beside the plot the moment at its nearer edge.
    [[nodiscard]] base::InstantMs timeAt(double x) const;
    /// The nearest edge between two pixels of the device.
    [[nodiscard]] double snapped(double place) const;
    /// A stretch without the time before anybody watched; empty if nothing of it is left in the
    /// plot.
    [[nodiscard]] QRectF columnOf(const health::Stretch &stretch, double least) const;
    /// From one moment to another over the whole height, on whole pixels, at least `least` px wide.
    /// Empty if it lies outside of the plot.
    [[nodiscard]] QRectF columnOf(double fromMs, double toMs, double least) const;
};

/// Plot area of a chart of this size; on whole px, and the same whatever is measured.
[[nodiscard]] QRectF plotOf(HealthChart::Form form, QSizeF size, const Theme &theme);

/// Grid, stretches that are not Ok, and bands.
void paintUnderLines(QPainter &painter, const ChartScene &scene);
/// Lone samples, edges of bands, threshold, marks and all words.
void paintOverLines(QPainter &painter, const ChartScene &scene);
/// What somebody points at or lays over the chart.
void paintOverlay(QPainter &painter, const ChartScene &scene);

} // namespace ui
