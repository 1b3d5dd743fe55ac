// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QImage>
#include <QRect>

namespace support {

/// How far two colours lie apart in the channel that differs most, 0..255.
[[nodiscard]] inline int distance(QRgb a, QRgb b)
{
    return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)),
                     std::abs(qBlue(a) - qBlue(b))});
}

/// How many pixels of `area` are `color`, give or take `tolerance` in each channel.
[[nodiscard]] inline int countOf(const QImage &image, const QRect &area, const QColor &color,
                                 int tolerance = 8)
{
    int found = 0;
    const QRect inside = area.intersected(image.rect());
    for (int y = inside.top(); y <= inside.bottom(); ++y) {
        for (int x = inside.left(); x <= inside.right(); ++x)
            found += distance(image.pixel(x, y), color.rgb()) <= tolerance ? 1 : 0;
    }
    return found;
}

} // namespace support
