// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "health/series.h"

#include <QList>
#include <QPointF>

namespace health {

/// What part of time is shown where. Columns are the device's own pixels, so that a picture does
/// not shimmer when it is moved: give `left` and `width` in device pixels with their fraction, as
/// the plot area has them. Twice both of them gives two columns a pixel.
struct View
{
    double from = 0;  ///< ms since 1970 UTC at the left edge
    double to = 0;    ///< ms since 1970 UTC at the right edge, over `from`
    double left = 0;  ///< where the left edge lies, in device pixels
    double width = 0; ///< over 0, in device pixels
    double now = 0;   ///< ms since 1970 UTC; nothing is said about what comes after it

    bool operator==(const View &) const = default;
};

/// A time spent in one state other than Ok. Ends may lie outside of the view. Two stretches of
/// different quality may overlap by less than a column.
struct Stretch
{
    double from = 0; ///< ms since 1970 UTC
    double to = 0;   ///< ms since 1970 UTC, never before `from`
    Quality quality = Quality::NotMeasured;

    bool operator==(const Stretch &) const = default;
};

/// All that has to be drawn of a series in a view: at most ten points and three stretches a column.
/// x is ms since 1970 UTC, y the value in the unit of the series.
struct Picture
{
    /// Polylines of two or more points, one for each stretch of Ok samples without a gap. One
    /// sample beyond each edge is included where the line leads out of the view.
    QList<QList<QPointF>> lines;
    /// Ok samples that stand alone.
    QList<QPointF> dots;
    /// Failed, NotMeasured and Paused, in order of their start. Where there was no sample for more
    /// than two and a half steps, before the first sample, and since the last one, nobody was
    /// watching: NotMeasured.
    QList<Stretch> stretches;
    /// The lowest and highest Ok value inside the view, for the axis.
    std::optional<double> lowest;
    std::optional<double> highest;

    bool operator==(const Picture &) const = default;
};

/// The picture of a series; empty for a view without width or length. Where a column holds 32
/// samples or more, up to a quarter of them may count to the next one, so that the time this takes
/// does not grow with their number; each is drawn where it is.
[[nodiscard]] Picture decimate(const Series &series, const View &view);

} // namespace health
