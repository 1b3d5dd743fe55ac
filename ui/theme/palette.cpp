// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/palette.h"

namespace ui {

QPalette paletteOf(const Theme &theme)
{
    struct Row
    {
        QPalette::ColorRole role;
        ColorRole token;
    };
    static constexpr Row rows[] = {
        {QPalette::Window, ColorRole::Window},
        {QPalette::WindowText, ColorRole::Text},
        {QPalette::Base, ColorRole::Panel},
        {QPalette::AlternateBase, ColorRole::Window},
        {QPalette::Text, ColorRole::Text},
        {QPalette::PlaceholderText, ColorRole::Faint},
        {QPalette::Button, ColorRole::Panel},
        {QPalette::ButtonText, ColorRole::Text},
        {QPalette::BrightText, ColorRole::Down},
        {QPalette::Highlight, ColorRole::Accent},
        {QPalette::HighlightedText, ColorRole::OnAccent},
        {QPalette::Link, ColorRole::Accent},
        {QPalette::LinkVisited, ColorRole::Accent},
        {QPalette::ToolTipBase, ColorRole::Panel},
        {QPalette::ToolTipText, ColorRole::Text},
        {QPalette::Light, ColorRole::Panel},
        {QPalette::Midlight, ColorRole::SoftHairline},
        {QPalette::Mid, ColorRole::Hairline},
        {QPalette::Dark, ColorRole::Faint},
        {QPalette::Shadow, ColorRole::Hairline},
    };
    QPalette palette;
    for (const Row &row : rows)
        palette.setColor(row.role, theme.color(row.token));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.color(ColorRole::Faint));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, theme.color(ColorRole::Hairline));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, theme.color(ColorRole::Text));
    return palette;
}

} // namespace ui
