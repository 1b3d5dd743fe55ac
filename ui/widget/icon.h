// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPixmap>

class QPainter;
class QRectF;

namespace ui {

enum class Icon { Now, Wall, Owed, Outbox, Maintenance, History, Settings };

/// Draws the icon's lines in one colour.
void paintIcon(QPainter &painter, const QRectF &box, Icon icon, const QColor &color);
[[nodiscard]] QPixmap iconPixmap(Icon icon, const QColor &color, int size, double devicePixelRatio);

} // namespace ui
