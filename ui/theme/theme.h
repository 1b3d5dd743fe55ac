// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/tokens.h"

#include <QFont>

namespace ui {

/// What is needed to draw: the scheme and how much larger than normal the user reads.
class Theme
{
public:
    Theme() = default;
    /// `scale` is 1 for a user whose font is of normal size (10 pt); kept within 0.8..2 and
    /// rounded so that body text has a whole number of px.
    Theme(Scheme scheme, double scale);

    /// The theme in force. It travels with the application's palette and font, so a widget that
    /// redraws on QEvent::PaletteChange and FontChange follows every switch.
    [[nodiscard]] static Theme current();

    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    [[nodiscard]] bool isDark() const { return m_scheme == Scheme::Dark; }
    [[nodiscard]] double scale() const { return m_scale; }

    [[nodiscard]] QColor color(ColorRole role) const { return tokenColor(role, m_scheme); }
    /// Size of type in px, scaled.
    [[nodiscard]] int px(TextSize size) const;
    /// A length in px that has to grow with the text, such as the width of a column.
    [[nodiscard]] int scaled(double px) const;
    /// Height of a one-line field or button, px.
    [[nodiscard]] int fieldHeight() const { return scaled(28); }
    /// Inter where it is installed, else the system's own font.
    [[nodiscard]] QFont font(TextSize size, QFont::Weight weight = QFont::Normal) const;

    bool operator==(const Theme &) const = default;

private:
    Scheme m_scheme = Scheme::Light;
    double m_scale = 1;
};

} // namespace ui
