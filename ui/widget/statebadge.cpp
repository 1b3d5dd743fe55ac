// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widget/statebadge.h"

#include "ui/theme/paint.h"

#include <QFontMetrics>
#include <QPainter>

namespace ui {

namespace {

constexpr int gap = 6;

} // namespace

StateBadge::StateBadge(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setState(State::NotMeasured);
}

void StateBadge::setState(State state, const QString &words)
{
    m_state = state;
    setText(words.isEmpty() ? stateWord(state) : words);
    updateGeometry();
    update();
}

void StateBadge::setBadgeSize(Size size)
{
    m_size = size;
    updateGeometry();
    update();
}

QFont StateBadge::textFont() const
{
    const Theme theme = Theme::current();
    switch (m_size) {
    case Size::Normal:
        return theme.font(TextSize::Secondary, QFont::DemiBold);
    case Size::Large:
        return theme.font(TextSize::Secondary, QFont::Bold);
    case Size::Bare:
        break;
    }
    return theme.font(TextSize::Secondary);
}

int StateBadge::shapeSize() const
{
    return Theme::current().scaled(m_size == Size::Bare ? 9 : 10);
}

int StateBadge::sidePadding() const
{
    return m_size == Size::Bare ? 0 : m_size == Size::Large ? 10 : space::s;
}

QSize StateBadge::sizeHint() const
{
    const QFontMetrics metrics(textFont());
    const int height = Theme::current().scaled(m_size == Size::Large ? 24 : 20);
    const int width = metrics.horizontalAdvance(text()) + 1 + gap + shapeSize();
    return QSize(width + 2 * sidePadding(), height);
}

QSize StateBadge::minimumSizeHint() const
{
    return sizeHint();
}

void StateBadge::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    const bool unwatched = m_state == State::NotMeasured;
    if (m_size != Size::Bare) {
        paintBox(painter, rect(), radius::pill, stateGround(m_state, theme),
                 unwatched ? theme.color(ColorRole::Hairline) : QColor());
    }
    const int side = shapeSize();
    const QRectF shape(sidePadding(), (height() - side) / 2.0, side, side);
    paintState(painter, shape, m_state, theme);

    const bool plain = m_size == Size::Bare;
    painter.setPen(plain ? theme.color(ColorRole::Secondary) : stateColor(m_state, theme));
    painter.setFont(textFont());
    const QRect words = rect().adjusted(sidePadding() + side + gap, 0, 0, 0);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text());
}

} // namespace ui
