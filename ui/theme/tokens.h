// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <span>

/// The one table of colours and sizes. Everything that is drawn asks for a role, never for a
/// colour.
namespace ui {

enum class Scheme { Light, Dark };

enum class ColorRole {
    Window,       ///< ground of the window and of the panes
    Panel,        ///< ground of cards, fields, strip and rail
    Hairline,     ///< borders
    SoftHairline, ///< separators inside a card
    Text,
    Secondary, ///< hints, notes, labels of fields
    Faint,     ///< axis labels, placeholders, what is switched off
    Accent,    ///< what can be acted on next, and the line of a chart
    OnAccent,  ///< text on the accent
    Selection, ///< ground of the selected row, tab or segment
    Down,
    DownGround,
    Degraded,
    DegradedGround,
    Maintenance,
    MaintenanceGround,
    Up,
    UpGround,
};

/// One row of the table; `name` is how a style sheet asks for it.
struct ColorToken
{
    ColorRole role;
    const char *name;
    QRgb light;
    QRgb dark;
};

[[nodiscard]] std::span<const ColorToken> colorTokens();
[[nodiscard]] QColor tokenColor(ColorRole role, Scheme scheme);

/// `from` moved towards `to` by `share` (0..1).
[[nodiscard]] QColor mixed(const QColor &from, const QColor &to, double share);
/// The same colour, `alpha` opaque (0..1).
[[nodiscard]] QColor translucent(QColor color, double alpha);

/// Distances in device-independent px.
namespace space {
inline constexpr int xs = 4;
inline constexpr int s = 8;
inline constexpr int m = 12;
inline constexpr int l = 16;
inline constexpr int xl = 24;
} // namespace space

namespace radius {
inline constexpr int pill = 4;
inline constexpr int card = 6;
} // namespace radius

/// Width of the lines of charts and icons, px.
inline constexpr double lineWidth = 1.6;

/// Sizes of type in px for a user whose font is of normal size; Theme::px() scales them.
enum class TextSize { Faint = 11, Secondary = 12, Body = 13, Title = 17, Clock = 26 };

} // namespace ui
