// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widget/lineedit.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

namespace ui {

namespace {

constexpr int inset = 9;

QFont suffixFont()
{
    return Theme::current().font(TextSize::Faint);
}

} // namespace

LineEdit::LineEdit(QWidget *parent)
    : QLineEdit(parent)
{}

void LineEdit::setSuffix(const QString &suffix)
{
    m_suffix = suffix;
    setAccessibleDescription(suffix);
    makeRoom();
    update();
}

void LineEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (m_suffix.isEmpty())
        return;
    QPainter painter(this);
    painter.setFont(suffixFont());
    painter.setPen(Theme::current().color(ColorRole::Secondary));
    painter.drawText(rect().adjusted(0, 0, -inset, 0),
                     Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, m_suffix);
}

void LineEdit::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        makeRoom();
}

void LineEdit::makeRoom()
{
    const int room =
        m_suffix.isEmpty() ? 0 : QFontMetrics(suffixFont()).horizontalAdvance(m_suffix) + space::s;
    setTextMargins(0, 0, room, 0);
}

} // namespace ui
