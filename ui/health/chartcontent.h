// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "health/decimate.h"
#include "ui/theme/state.h"

#include <functional>
#include <optional>
#include <QList>
#include <QString>
#include <QTimeZone>

namespace ui {

/// A stretch of time that means something: an outage, planned work.
struct ChartBand
{
    base::Instant from{};
    std::optional<base::Instant> to; ///< none: it goes on
    State state = State::Down;
    QString label;

    bool operator==(const ChartBand &) const = default;
};

/// A moment that means something: a deploy, a post.
struct ChartMark
{
    base::Instant at{};
    QString label;

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
    QString unit;            ///< of the series: "ms", "%", "B/s", or empty
    State state = State::Up; ///< degraded draws the line in its colour
    std::optional<ChartThreshold> threshold;
    QList<ChartBand> bands;
    QList<ChartMark> marks;

    bool operator==(const ChartContent &) const = default;
};

/// Gives what has to be drawn of the values in a view; called whenever the chart needs it anew.
using PictureSource = std::function<health::Picture(const health::View &)>;

} // namespace ui
