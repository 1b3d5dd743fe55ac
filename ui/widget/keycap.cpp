// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widget/keycap.h"

#include "ui/theme/paint.h"

#include <QFontMetrics>
#include <QPainter>

namespace ui {

namespace {

QFont keyFont(const Theme &theme)
{
    return theme.font(TextSize::Faint, QFont::DemiBold);
}

} // namespace

KeyCap::KeyCap(const QString &key, QWidget *parent)
    : QLabel(key, parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    //: A key of the keyboard, as screen readers say it
    setAccessibleName(tr("key %1").arg(key));
}

QSize KeyCap::sizeOf(const QString &key, const Theme &theme)
{
    const int height = theme.scaled(17);
    const int text = QFontMetrics(keyFont(theme)).horizontalAdvance(key);
    return QSize(std::max(height + 1, text + theme.scaled(11)), height);
}

void KeyCap::paint(QPainter &painter, const QRect &box, const QString &key, const Theme &theme)
{
    const QColor border =
        mixed(theme.color(ColorRole::Hairline), theme.color(ColorRole::Text), 0.1);
    paintBox(painter, box, radius::pill, theme.color(ColorRole::Panel), border);
    painter.save();
    painter.setFont(keyFont(theme));
    painter.setPen(theme.color(ColorRole::Secondary));
    painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine, key);
    painter.restore();
}

QSize KeyCap::sizeHint() const
{
    return sizeOf(text(), Theme::current());
}

void KeyCap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, rect(), text(), Theme::current());
}

} // namespace ui
