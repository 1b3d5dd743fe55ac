// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/health/chartscene.h"

#include <algorithm>
#include <cmath>

namespace ui {

double ChartScene::xOf(double ms) const
{
    return plot.left() + (ms - from) / (to - from) * plot.width();
}

double ChartScene::yOf(double value) const
{
    return plot.bottom() - (value - axis.low) / (axis.high - axis.low) * plot.height();
}

base::InstantMs ChartScene::timeAt(double x) const
{
    const double share = std::clamp((x - plot.left()) / plot.width(), 0.0, 1.0);
    return base::InstantMs(std::chrono::milliseconds(std::llround(from + share * (to - from))));
}

double ChartScene::snapped(double place) const
{
    return std::round(place * pixelRatio) / pixelRatio;
}

QRectF ChartScene::columnOf(double fromMs, double toMs, double least) const
{
    if (toMs < from || fromMs > to)
        return {};
    double left = snapped(xOf(fromMs));
    double right = snapped(xOf(toMs));
    if (right - left < least)
        right = left + least;
    left = std::max(left, plot.left());
    right = std::min(right, plot.right());
    return right > left ? QRectF(left, plot.top(), right - left, plot.height()) : QRectF();
}

QRectF ChartScene::columnOf(const health::Stretch &stretch, double least) const
{
    double begin = stretch.from;
    if (content.watchedSince && stretch.quality == health::Quality::NotMeasured) {
        begin = std::max(begin, double(content.watchedSince->time_since_epoch().count()));
        if (begin >= stretch.to)
            return {};
    }
    return columnOf(begin, stretch.to, least);
}

QRectF plotOf(HealthChart::Form form, QSizeF size, const Theme &theme)
{
    const QRectF whole(QPointF(0, 0), size);
    if (form == HealthChart::Form::Small)
        return whole.adjusted(0, 2, 0, -2);
    const double valueGutter = theme.scaled(42);
    const double timeGutter = theme.scaled(20);
    return whole.adjusted(0, 0, -valueGutter, -timeGutter);
}

} // namespace ui
