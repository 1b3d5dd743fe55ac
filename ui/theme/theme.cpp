// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/theme.h"

#include <algorithm>
#include <cmath>
#include <QApplication>
#include <QPalette>

namespace ui {

namespace {

constexpr double bodyPx = int(TextSize::Body);

} // namespace

Theme::Theme(Scheme scheme, double scale)
    : m_scheme(scheme)
    , m_scale(std::round(bodyPx * std::clamp(scale, 0.8, 2.0)) / bodyPx)
{}

Theme Theme::current()
{
    const QColor window = QApplication::palette().color(QPalette::Window);
    const Scheme scheme =
        window == tokenColor(ColorRole::Window, Scheme::Dark) ? Scheme::Dark : Scheme::Light;
    const int px = QApplication::font().pixelSize();
    // A font that Appearance has not set yet has a size in points only.
    return Theme(scheme, px > 0 ? px / bodyPx : 1);
}

int Theme::px(TextSize size) const
{
    return qRound(int(size) * m_scale);
}

int Theme::scaled(double px) const
{
    return qRound(px * m_scale);
}

QFont Theme::font(TextSize size, QFont::Weight weight) const
{
    QFont font = QApplication::font();
    font.setPixelSize(px(size));
    font.setWeight(weight);
    return font;
}

} // namespace ui
