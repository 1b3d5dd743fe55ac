// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/state.h"

#include "ui/theme/paint.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>
#include <QRectF>

namespace ui {

namespace {

QRectF squareIn(const QRectF &box)
{
    const double side = std::min(box.width(), box.height());
    return QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side);
}

void paintHatchedBox(QPainter &painter, const QRectF &box, const QColor &color)
{
    paintHatching(painter, box, color, box.width() / 2.5);
    paintBox(painter, box, 2, {}, color);
}

} // namespace

QColor stateColor(State state, const Theme &theme)
{
    switch (state) {
    case State::Up:
        return theme.color(ColorRole::Up);
    case State::Degraded:
        return theme.color(ColorRole::Degraded);
    case State::Down:
        return theme.color(ColorRole::Down);
    case State::Maintenance:
        return theme.color(ColorRole::Maintenance);
    case State::NotMeasured:
    case State::Paused:
        break;
    }
    return theme.color(ColorRole::Secondary);
}

QColor stateGround(State state, const Theme &theme)
{
    switch (state) {
    case State::Up:
        return theme.color(ColorRole::UpGround);
    case State::Degraded:
        return theme.color(ColorRole::DegradedGround);
    case State::Down:
        return theme.color(ColorRole::DownGround);
    case State::Maintenance:
        return theme.color(ColorRole::MaintenanceGround);
    case State::NotMeasured:
    case State::Paused:
        break;
    }
    return theme.color(ColorRole::SoftHairline);
}

QString stateWord(State state)
{
    switch (state) {
    case State::Up:
        return QCoreApplication::translate("State", "up");
    case State::Degraded:
        return QCoreApplication::translate("State", "degraded");
    case State::Down:
        return QCoreApplication::translate("State", "down");
    case State::Maintenance:
        return QCoreApplication::translate("State", "maintenance");
    case State::NotMeasured:
        return QCoreApplication::translate("State", "not measured");
    case State::Paused:
        return QCoreApplication::translate("State", "paused");
    }
    return {};
}

void paintState(QPainter &painter, const QRectF &box, State state, const Theme &theme)
{
    const QRectF square = squareIn(box);
    const QPointF middle = square.center();
    const double half = square.width() / 2;
    const QColor color = stateColor(state, theme);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    switch (state) {
    case State::Up:
        painter.drawEllipse(middle, half * 0.84, half * 0.84);
        break;
    case State::Degraded:
        painter.drawPolygon(QPolygonF{{middle.x(), square.top()},
                                      {square.right(), middle.y()},
                                      {middle.x(), square.bottom()},
                                      {square.left(), middle.y()}});
        break;
    case State::Down:
        painter.drawPolygon(QPolygonF{{middle.x(), square.top()},
                                      {square.right(), square.bottom()},
                                      {square.left(), square.bottom()}});
        break;
    case State::Maintenance:
        painter.drawRect(square.adjusted(half * 0.2, half * 0.2, -half * 0.2, -half * 0.2));
        break;
    case State::NotMeasured:
        paintHatchedBox(painter, square, color);
        break;
    case State::Paused:
        painter.drawRect(
            QRectF(square.left() + half * 0.3, square.top() + half * 0.15, half * 0.5, half * 1.7));
        painter.drawRect(
            QRectF(middle.x() + half * 0.2, square.top() + half * 0.15, half * 0.5, half * 1.7));
        break;
    }
    painter.restore();
}

} // namespace ui
