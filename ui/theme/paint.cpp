// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/paint.h"

#include <cmath>
#include <QPainter>

namespace ui {

void paintBox(QPainter &painter, const QRectF &box, double corner, const QColor &fill,
              const QColor &border, double borderWidth)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.setPen(border.isValid() ? QPen(border, borderWidth) : QPen(Qt::NoPen));
    const double inset = border.isValid() ? borderWidth / 2 : 0;
    const double inner = std::max(0.0, corner - inset);
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), inner, inner);
    painter.restore();
}

void paintFocusRing(QPainter &painter, const QRectF &box, double corner, const Theme &theme)
{
    paintBox(painter, box, corner, {}, theme.color(ColorRole::Accent), 2);
}

void paintHatching(QPainter &painter, const QRectF &box, const QColor &color, double step)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(box, Qt::IntersectClip);
    painter.setPen(QPen(color, 1));
    // x + y is constant along a line; starting from a multiple of `step` keeps lines in place.
    const double first = std::floor((box.left() + box.top()) / step) * step;
    const double last = box.right() + box.bottom();
    const int lines = int((last - first) / step) + 1;
    for (int line = 0; line < lines; ++line) {
        const double sum = first + line * step;
        painter.drawLine(QPointF(sum - box.bottom(), box.bottom()),
                         QPointF(sum - box.top(), box.top()));
    }
    painter.restore();
}

} // namespace ui
