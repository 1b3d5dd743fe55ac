// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widget/navbutton.h"

#include "ui/theme/paint.h"

#include <QFontMetrics>
#include <QPainter>

namespace ui {

namespace {

constexpr int iconSide = 20;

QFont wordFont(const Theme &theme, bool current)
{
    return theme.font(TextSize::Faint, current ? QFont::DemiBold : QFont::Normal);
}

} // namespace

NavButton::NavButton(Icon icon, const QString &text, QWidget *parent)
    : QRadioButton(text, parent)
    , m_icon(icon)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

QSize NavButton::sizeHint() const
{
    const Theme theme = Theme::current();
    const int word = QFontMetrics(wordFont(theme, true)).horizontalAdvance(text()) + 4;
    return QSize(std::max(theme.scaled(56), word), theme.scaled(50));
}

bool NavButton::hitButton(const QPoint &position) const
{
    return rect().contains(position);
}

void NavButton::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    if (isChecked())
        paintBox(painter, rect(), radius::card, theme.color(ColorRole::Selection), {});
    const bool strong = isChecked() || underMouse();
    const QColor ink = theme.color(strong ? ColorRole::Text : ColorRole::Secondary);
    const int side = theme.scaled(iconSide);
    const QRectF icon((width() - side) / 2, theme.scaled(7), side, side);
    paintIcon(painter, icon, m_icon, ink);

    painter.setPen(ink);
    painter.setFont(wordFont(theme, isChecked()));
    const QRect word(0, int(icon.bottom()) + 2, width(), height() - int(icon.bottom()) - 4);
    painter.drawText(word, Qt::AlignHCenter | Qt::AlignVCenter | Qt::TextSingleLine, text());
    if (hasFocus())
        paintFocusRing(painter, rect(), radius::card, theme);
}

} // namespace ui
