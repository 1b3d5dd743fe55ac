// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/outbox/deliverysteps.h"

#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace ui {

using ledger::IntentState;

namespace {

constexpr int stepCount = 4;
constexpr int pointSize = 8;
constexpr int stretch = 12; ///< between two points

/// How many of the steps are done; 0: it is none of them.
int stepsDone(IntentState state)
{
    switch (state) {
    case IntentState::Queued:
        return 1;
    case IntentState::Sent:
        return 2;
    case IntentState::Accepted:
        return 3;
    case IntentState::Seen:
        return stepCount;
    case IntentState::Failed:
    case IntentState::Cancelled:
        break;
    }
    return 0;
}

QString wordOf(IntentState state)
{
    switch (state) {
    case IntentState::Queued:
        return DeliverySteps::tr("queued");
    case IntentState::Sent:
        return DeliverySteps::tr("sent");
    case IntentState::Accepted:
        return DeliverySteps::tr("accepted");
    case IntentState::Seen:
        return DeliverySteps::tr("seen");
    case IntentState::Failed:
        return DeliverySteps::tr("failed");
    case IntentState::Cancelled:
        break;
    }
    return DeliverySteps::tr("withdrawn");
}

ColorRole colorOf(IntentState state)
{
    switch (state) {
    case IntentState::Seen:
        return ColorRole::Up;
    case IntentState::Failed:
        return ColorRole::Down;
    case IntentState::Cancelled:
        return ColorRole::Secondary;
    default:
        return ColorRole::Accent;
    }
}

QFont wordFont(const Theme &theme)
{
    return theme.font(TextSize::Secondary, QFont::DemiBold);
}

int trackWidth(const Theme &theme)
{
    return theme.scaled(stepCount * pointSize + (stepCount - 1) * stretch);
}

} // namespace

DeliverySteps::DeliverySteps(QWidget *parent)
    : QLabel(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setTextFormat(Qt::PlainText);
    setState(IntentState::Queued);
}

void DeliverySteps::setState(IntentState state)
{
    m_state = state;
    setText(wordOf(state));
    const int done = stepsDone(state);
    setAccessibleName(done > 0 ? tr("%1, step %2 of %3").arg(wordOf(state)).arg(done).arg(stepCount)
                               : wordOf(state));
    updateGeometry();
    update();
}

QSize DeliverySteps::sizeHint() const
{
    const Theme theme = Theme::current();
    // As wide as its longest word, so that the tracks of a list stand below each other.
    const QFontMetrics metrics(wordFont(theme));
    int widest = 0;
    for (const IntentState state : {IntentState::Accepted, IntentState::Cancelled})
        widest = std::max(widest, metrics.horizontalAdvance(wordOf(state)));
    return {trackWidth(theme) + space::s + widest + 1, theme.scaled(20)};
}

void DeliverySteps::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = theme.color(colorOf(m_state));
    const QColor faint = theme.color(ColorRole::Hairline);
    const double side = theme.scaled(pointSize);
    const double apart = theme.scaled(pointSize + stretch);
    const double middle = height() / 2.0;
    const int done = stepsDone(m_state);
    for (int i = 0; i < stepCount; ++i) {
        const bool isDone = i < done;
        if (i > 0) {
            painter.setPen(QPen(isDone ? color : faint, ui::lineWidth));
            painter.drawLine(QPointF((i - 1) * apart + side, middle), QPointF(i * apart, middle));
        }
        const QRectF point(i * apart + 1, middle - side / 2 + 1, side - 2, side - 2);
        painter.setPen(QPen(isDone ? color : faint, ui::lineWidth));
        painter.setBrush(isDone ? color : Qt::transparent);
        painter.drawEllipse(point);
    }
    painter.setPen(color);
    painter.setFont(wordFont(theme));
    painter.drawText(rect().adjusted(trackWidth(theme) + space::s, 0, 0, 0),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text());
}

} // namespace ui
