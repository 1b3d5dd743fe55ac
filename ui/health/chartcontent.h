// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "health/decimate.h"
#include "timing/rough.h"
#include "ui/theme/state.h"

#include <functional>
#include <optional>
#include <QList>
#include <QString>
#include <QStringList>
#include <QTimeZone>

namespace ui {

/// A stretch of time that means something: an outage, planned work.
struct ChartBand
{
    base::Instant from{};
    std::optional<base::Instant> to; ///< none: it goes on
    State state = State::Down;
    QString label;
    QString detail{}; ///< a sentence for whoever points at it; empty: the label
    int window = 0;   ///< of the shown incident: its edges may be dragged; 0: they may not
    timing::RoughInstant start{}; ///< between which two moments `from` lies, if that is known
    timing::RoughInstant end{};   ///< the same of `to`

    bool operator==(const ChartBand &) const = default;
};

enum class MarkKind {
    Deploy, ///< something was changed: a triangle
    Post,   ///< readers were told: a flag
};

/// A moment that means something.
struct ChartMark
{
    base::Instant at{};
    QString label;
    MarkKind kind = MarkKind::Deploy;
    QString detail{}; ///< a sentence for whoever points at it; empty: the label

    bool operator==(const ChartMark &) const = default;
};

struct ChartThreshold
{
    double value = 0; ///< in the unit of the series
    QString label;    ///< "alert at 2 s"

    bool operator==(const ChartThreshold &) const = default;
};

/// Everything that a chart shows, apart from the measured values.
struct ChartContent
{
    base::InstantMs from{};
    base::InstantMs to{}; ///< after `from`
    base::InstantMs now{};
    /// When watching began, if it did after `from`: what was before is left empty rather than shown
    /// as not measured.
    std::optional<base::InstantMs> watchedSince;
    QTimeZone zone = QTimeZone::utc();
    QString unit;                            ///< of the series: "ms", "%", "B/s", or empty
    State state = State::Up;                 ///< degraded draws the line in its colour
    std::optional<ChartThreshold> threshold; ///< what is over it is bad
    std::optional<ChartThreshold> floor;     ///< what is under it is bad
    QList<ChartBand> bands;
    QList<ChartMark> marks;

    bool operator==(const ChartContent &) const = default;
};

/// A stretch that is being laid over a chart. Where an edge is only known to lie between two
/// samples, its two ends differ.
struct ChartSelection
{
    enum class Kind { Outage, Zoom };

    Kind kind = Kind::Outage;
    health::Interval start;
    health::Interval end;

    bool operator==(const ChartSelection &) const = default;
};

/// What somebody points at or lays over a chart.
struct ChartOverlay
{
    std::optional<base::InstantMs> cursor; ///< the crosshair
    std::optional<double> value;           ///< of the sample there
    QStringList words;                     ///< beside the crosshair, a line each; large charts only
    std::optional<ChartSelection> selection;

    bool operator==(const ChartOverlay &) const = default;
};

/// Gives what has to be drawn of the values in a view; called whenever the chart needs it anew.
using PictureSource = std::function<health::Picture(const health::View &)>;

} // namespace ui
