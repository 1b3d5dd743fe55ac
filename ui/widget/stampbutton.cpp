// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widget/stampbutton.h"

#include "base/tip.h"
#include "ui/theme/paint.h"
#include "ui/widget/keycap.h"

#include <QFontMetrics>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int padding = 10;

QFont titleFont()
{
    return Theme::current().font(TextSize::Body, QFont::DemiBold);
}

QFont subtitleFont()
{
    return Theme::current().font(TextSize::Faint);
}

int widthOf(const QFont &font, const QString &text)
{
    return QFontMetrics(font).horizontalAdvance(text) + 1;
}

} // namespace

StampButton::StampButton(const QString &key, const QString &title, QWidget *parent)
    : QPushButton(parent)
    , m_key(key)
    , m_title(title)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    describe();
}

void StampButton::setSubtitle(const QString &subtitle)
{
    m_subtitle = subtitle;
    describe();
    updateGeometry();
    update();
}

void StampButton::setLook(Look look)
{
    m_look = look;
    describe();
    update();
}

void StampButton::describe()
{
    setAccessibleName(m_title);
    setAccessibleDescription(
        tr("%1. Key %2.", "what the stamp says; its key").arg(m_subtitle, m_key));
    setToolTip(base::plainTip(m_subtitle));
}

int StampButton::keyWidth() const
{
    return KeyCap::sizeOf(m_key, Theme::current()).width();
}

int StampButton::widthFor(int textWidth) const
{
    return textWidth + 2 * padding;
}

int StampButton::heightForText() const
{
    return QFontMetrics(titleFont()).height() + QFontMetrics(subtitleFont()).height() +
           Theme::current().scaled(15);
}

QSize StampButton::sizeHint() const
{
    const int title = keyWidth() + space::s + widthOf(titleFont(), m_title);
    const int subtitle = widthOf(subtitleFont(), m_subtitle);
    return QSize(widthFor(std::max(title, subtitle)), heightForText());
}

QSize StampButton::minimumSizeHint() const
{
    const int title = keyWidth() + space::s + widthOf(titleFont(), m_title);
    return QSize(widthFor(title), heightForText());
}

void StampButton::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    const QColor panel = theme.color(m_look == Look::Done ? ColorRole::Window : ColorRole::Panel);
    QColor fill = panel;
    if (isEnabled() && (isDown() || underMouse()))
        fill = mixed(panel, theme.color(ColorRole::Text), isDown() ? 0.1 : 0.05);
    const bool next = m_look == Look::Next && isEnabled();
    paintBox(painter, rect(), radius::card, fill,
             theme.color(next ? ColorRole::Accent : ColorRole::Hairline), next ? 2 : 1);

    const QSize key = KeyCap::sizeOf(m_key, theme);
    const int titleHeight = std::max(QFontMetrics(titleFont()).height(), key.height());
    const int subtitleHeight = QFontMetrics(subtitleFont()).height();
    const int top = (height() - titleHeight - subtitleHeight - 2) / 2;
    KeyCap::paint(painter, QRect(QPoint(padding, top + (titleHeight - key.height()) / 2), key),
                  m_key, theme);

    const QRect title(padding + key.width() + space::s, top,
                      width() - 2 * padding - key.width() - space::s + 1, titleHeight);
    painter.setFont(titleFont());
    painter.setPen(theme.color(isEnabled() ? ColorRole::Text : ColorRole::Faint));
    painter.drawText(title, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(titleFont()).elidedText(m_title, Qt::ElideRight, title.width()));

    const QRect below(padding, top + titleHeight + 2, width() - 2 * padding + 1, subtitleHeight);
    painter.setFont(subtitleFont());
    painter.setPen(theme.color(isEnabled() ? ColorRole::Secondary : ColorRole::Faint));
    const QString line =
        QFontMetrics(subtitleFont()).elidedText(m_subtitle, Qt::ElideRight, below.width());
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, line);
    if (hasFocus())
        paintFocusRing(painter, QRectF(rect()).adjusted(3, 3, -3, -3), radius::pill, theme);
}

} // namespace ui
