// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/tokens.h"

#include <algorithm>
#include <array>

namespace ui {

namespace {

constexpr std::array table{
    ColorToken{ColorRole::Window, "window", 0xfff6f7f9, 0xff12161c},
    ColorToken{ColorRole::Panel, "panel", 0xffffffff, 0xff1a2029},
    ColorToken{ColorRole::Hairline, "hairline", 0xffdfe3e8, 0xff2c3542},
    ColorToken{ColorRole::SoftHairline, "soft-hairline", 0xffeceff3, 0xff242c37},
    ColorToken{ColorRole::Text, "text", 0xff16202c, 0xffe8edf3},
    ColorToken{ColorRole::Secondary, "secondary", 0xff526071, 0xffaab5c3},
    ColorToken{ColorRole::Faint, "faint", 0xff66737f, 0xff8d99a8},
    ColorToken{ColorRole::Accent, "accent", 0xff2f5fd0, 0xff86a9ff},
    ColorToken{ColorRole::OnAccent, "on-accent", 0xffffffff, 0xff0d1420},
    ColorToken{ColorRole::Selection, "selection", 0xffe8eefb, 0xff243250},
    ColorToken{ColorRole::Down, "down", 0xffc04409, 0xffff9468},
    ColorToken{ColorRole::DownGround, "down-ground", 0xfffdeee6, 0xff3a2118},
    ColorToken{ColorRole::Degraded, "degraded", 0xff8f5f00, 0xfff0be4c},
    ColorToken{ColorRole::DegradedGround, "degraded-ground", 0xfffff4d9, 0xff352a12},
    ColorToken{ColorRole::Maintenance, "maintenance", 0xff0b63a8, 0xff6fb7f2},
    ColorToken{ColorRole::MaintenanceGround, "maintenance-ground", 0xffe5f1fb, 0xff152b3e},
    ColorToken{ColorRole::Up, "up", 0xff0b7a57, 0xff5fd0a5},
    ColorToken{ColorRole::UpGround, "up-ground", 0xffe3f5ee, 0xff14332a},
};

} // namespace

std::span<const ColorToken> colorTokens()
{
    return table;
}

QColor tokenColor(ColorRole role, Scheme scheme)
{
    const auto token = std::ranges::find(table, role, &ColorToken::role);
    return QColor::fromRgb(scheme == Scheme::Dark ? token->dark : token->light);
}

QColor mixed(const QColor &from, const QColor &to, double share)
{
    const auto between = [share](int a, int b) {
        return qRound(a + (b - a) * share);
    };
    return QColor(between(from.red(), to.red()), between(from.green(), to.green()),
                  between(from.blue(), to.blue()));
}

QColor translucent(QColor color, double alpha)
{
    color.setAlphaF(float(alpha));
    return color;
}

} // namespace ui
