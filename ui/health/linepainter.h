// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QImage>
#include <QList>
#include <QPointF>
#include <QRect>

namespace ui {

/// Where points crowd, they may be thinned out to the first, the lowest, the highest and the last
/// of each such column, from 0 on: the picture stays the same but for 1.5 % of its ink, measured
/// at 100,000 and 1,000,000 samples.
inline constexpr double columnsPerPixel = 4;

/// Draws a line as QPainter does with antialiasing and a pen of square ends and bevelled joins,
/// only faster: in time that grows with the columns it crosses and, little, with the number of
/// points. All lengths in pixels of the image, which is of Format_ARGB32_Premultiplied and has no
/// pixel ratio; nothing is drawn outside of `clip`.
void paintLine(QImage &onto, const QList<QPointF> &points, double width, const QColor &color,
               const QRect &clip);

} // namespace ui
