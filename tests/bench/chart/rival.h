// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <optional>
#include <QImage>
#include <QList>
#include <QPointF>
#include <QString>

namespace bench {

inline constexpr QSize frameSize(1200, 400);

/// Another way to draw a series, in the same size and onto the same kind of image.
class Rival
{
public:
    virtual ~Rival() = default;

    /// Hands over every point (x in ms since 1970 UTC, ascending), as a program would whose chart
    /// has new data.
    virtual void set(const QList<QPointF> &points) = 0;
    /// Draws what lies in from..to.
    virtual void paint(double from, double to, QImage &onto) = 0;
};

/// Qt Charts with every point in one QLineSeries.
[[nodiscard]] std::unique_ptr<Rival> makeNaiveQtChart();
/// QCustomPlot with its own adaptive sampling, as it comes.
[[nodiscard]] std::unique_ptr<Rival> makeCustomPlot();

/// What uPlot needs, in ms on the wall: the fastest of some frames.
struct UPlotFrames
{
    double all = 0;
    double pan = 0;
};
/// In a headless Chromium, and in Node on a canvas of Skia. `modules` is the node_modules that
/// holds the npm package "uplot", and for Node also "jsdom" and "@napi-rs/canvas". Nothing without
/// them or without the program.
[[nodiscard]] std::optional<UPlotFrames> runUPlot(const QString &modules, qsizetype samples);
[[nodiscard]] std::optional<UPlotFrames> runUPlotInNode(const QString &modules, qsizetype samples);

} // namespace bench
