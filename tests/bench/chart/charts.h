// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "health/series.h"
#include "rival.h"
#include "ui/health/healthchart.h"

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
    /// The same with every sample handed over, to compare with.
    void rawFrame(const Part &part, QImage &onto);
    /// The same without a line.
    void emptyFrame(const Part &part, QImage &onto);
    [[nodiscard]] QRect plot() const { return m_chart->plotArea().toAlignedRect(); }

private:
    void present(const Part &part, const ui::PictureSource &source, QImage &onto);

    const health::Series &m_series;
    std::unique_ptr<ui::HealthChart> m_chart;
};

/// How two pictures of the same part differ.
struct Likeness
{
    double inkDifference = 0;   ///< of the inked pixels, those inked in only one picture, 0..1
    double shadeDifference = 0; ///< of the inked pixels, those of a visibly different shade, 0..1
    int lostExtrema = 0;        ///< columns whose highest or lowest ink is more than 1 px away
};

[[nodiscard]] Likeness compare(const QImage &ours, const QImage &raw, const QImage &empty,
                               const QRect &plot);

} // namespace bench
