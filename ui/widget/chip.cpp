// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widget/chip.h"

#include "ui/theme/paint.h"

#include <QFontMetrics>
#include <QPainter>

namespace ui {

namespace {

QFont chipFont(const Theme &theme)
{
    return theme.font(TextSize::Secondary, QFont::DemiBold);
}

} // namespace

Chip::Chip(const QString &text, QWidget *parent)
    : QPushButton(text, parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

QSize Chip::sizeHint() const
{
    const Theme theme = Theme::current();
    const int text_ = QFontMetrics(chipFont(theme)).horizontalAdvance(text());
    return QSize(text_ + theme.scaled(21), theme.scaled(24));
}

void Chip::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    const bool on = !isCheckable() || isChecked();
    const ColorRole ink = on ? ColorRole::Maintenance : ColorRole::Secondary;
    QColor fill = theme.color(on ? ColorRole::MaintenanceGround : ColorRole::Panel);
    if (isEnabled() && underMouse())
        fill = mixed(fill, theme.color(ColorRole::Text), 0.05);
    paintBox(painter, rect(), radius::pill, fill, on ? QColor() : theme.color(ColorRole::Hairline));
    painter.setFont(chipFont(theme));
    painter.setPen(theme.color(isEnabled() ? ink : ColorRole::Faint));
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, text());
    if (hasFocus())
        paintFocusRing(painter, rect(), radius::pill, theme);
}

} // namespace ui
