// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "health/series.h"
#include "rival.h"
#include "ui/health/healthchart.h"

#include <array>
#include <functional>

namespace bench {

/// Response times with noise, waves, some spikes and failures, one a second; the same each run.
[[nodiscard]] health::Series makeSeries(qsizetype count);
[[nodiscard]] QList<QPointF> pointsOf(const health::Series &series);

/// A part of a series, in ms since 1970 UTC.
struct Part
{
    double from = 0;
    double to = 0;
};

/// Our large chart on a series.
class OurChart
{
public:
    explicit OurChart(const health::Series &series);

    /// Decimates, hands over and draws.
    void frame(const Part &part, QImage &onto);
    /// The same without a line.
    void emptyFrame(const Part &part, QImage &onto);
    /// The naive picture: over emptyFrame(), QPainter draws a polyline through every sample, with
    /// antialiasing and a pen of the same width and colour.
    void naiveFrame(const Part &part, QImage &onto);
    [[nodiscard]] QRect plot() const { return m_chart->plotArea().toAlignedRect(); }

private:
    void present(const Part &part, const ui::PictureSource &source, QImage &onto);

    const health::Series &m_series;
    std::unique_ptr<ui::HealthChart> m_chart;
};

/// How our picture differs from the naive one. A pixel is inked where it is further from the ground
/// than so many of 255, in the channel that differs most.
struct Likeness
{
    /// Of the pixels inked in the naive picture, those inked in only one of the two, 0 to 1: for
    /// each of inkLevels.
    std::array<double, 3> inkDifference{};
    /// Columns of the naive picture whose highest or lowest ink has none of ours within 1 px.
    int lostExtrema = 0;
};
/// A tenth, a quarter, and about half of the way to the line's colour.
inline constexpr std::array<int, 3> inkLevels{25, 64, 100};

[[nodiscard]] Likeness compare(const QImage &ours, const QImage &naive, const QImage &empty,
                               const QRect &plot);

} // namespace bench
