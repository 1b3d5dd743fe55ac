// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QImage>
#include <QList>
#include <QPointF>
#include <QRect>

namespace ui {

/// Of a column of pixels: paintLine() sees only how far up and down the line goes in each of them.
inline constexpr int linePartsPerPixel = 4;

/// Draws a line whose x never falls, as an antialiased pen with round ends and joins does, only
/// faster: in time that grows with the columns it crosses and, little, with the number of points.
/// All lengths in pixels of the image, which is of Format_ARGB32_Premultiplied and has no pixel
/// ratio; nothing is drawn outside of `clip`.
void paintLine(QImage &onto, const QList<QPointF> &points, double width, const QColor &color,
               const QRect &clip);

} // namespace ui
