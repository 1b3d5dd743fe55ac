// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QRectF>

class QPainter;

/// The few strokes that several widgets share.
namespace ui {

/// A filled box with a border of 1 px on whole pixels. An invalid colour leaves its part out.
void paintBox(QPainter &painter, const QRectF &box, double corner, const QColor &fill,
              const QColor &border, double borderWidth = 1);

/// The sign of keyboard focus: a ring in the accent colour just inside `box`.
void paintFocusRing(QPainter &painter, const QRectF &box, double corner, const Theme &theme);

/// Diagonal lines, the sign of "not measured". The lines stand still when `box` moves or grows.
void paintHatching(QPainter &painter, const QRectF &box, const QColor &color, double step = 7);

} // namespace ui
