// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/health/charthand.h"

#include <cmath>
#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr double notch = 120;       // of a wheel, in the units of QWheelEvent
constexpr double notchFactor = 0.8; // of the length shown
constexpr double notchPan = 0.1;

} // namespace

ChartHand::ChartHand(HealthChart &chart)
    : QObject(&chart)
    , m_chart(chart)
{
    chart.setMouseTracking(true);
    chart.installEventFilter(this);
}

bool ChartHand::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        return press(static_cast<QMouseEvent &>(*event));
    case QEvent::MouseMove:
        return move(static_cast<QMouseEvent &>(*event));
    case QEvent::MouseButtonRelease:
        return release(static_cast<QMouseEvent &>(*event));
    case QEvent::Wheel:
        return wheel(static_cast<QWheelEvent &>(*event));
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride:
        return key(*event);
    case QEvent::Leave:
        emit pointed(std::nullopt);
        return false;
    case QEvent::ToolTip: {
        const auto &help = static_cast<QHelpEvent &>(*event);
        showTip(help.pos(), help.globalPos());
        return true;
    }
    default:
        return QObject::eventFilter(watched, event);
    }
}

bool ChartHand::press(const QMouseEvent &event)
{
    const bool pans =
        event.button() == Qt::MiddleButton ||
        (event.button() == Qt::LeftButton && event.modifiers() == Qt::ControlModifier);
    if (!pans && event.button() != Qt::LeftButton)
        return false;
    const QPointF place = event.position();
    const auto edge = m_chart.edgeAt(place);
    if (pans)
        m_drag = Drag::Pan;
    else if (event.modifiers() == Qt::ShiftModifier)
        m_drag = Drag::Zoom;
    else
        m_drag = edge ? Drag::Edge : Drag::Select;
    m_edge = edge.value_or(BandEdge());
    m_moved = false;
    m_pressedAt = m_last = place;
    m_pressedTime = m_chart.timeAt(place.x());
    m_chart.setFocus(Qt::MouseFocusReason);
    return true;
}

bool ChartHand::move(const QMouseEvent &event)
{
    const QPointF place = event.position();
    emit pointed(m_chart.timeAt(place.x()));
    if (m_drag == Drag::None) {
        showCursorShape(place);
        return true;
    }
    const double away = std::abs(place.x() - m_pressedAt.x());
    m_moved = m_moved || away >= QApplication::startDragDistance();
    if (m_moved)
        tell(place, false);
    m_last = place;
    return true;
}

bool ChartHand::release(const QMouseEvent &event)
{
    if (m_drag == Drag::None)
        return false;
    if (m_moved)
        tell(event.position(), true);
    else
        emit clicked();
    m_drag = Drag::None;
    return true;
}

void ChartHand::tell(QPointF place, bool over)
{
    const base::InstantMs at = m_chart.timeAt(place.x());
    switch (m_drag) {
    case Drag::Select:
        emit selected(m_pressedTime, at, over);
        break;
    case Drag::Zoom:
        emit zoomDragged(m_pressedTime, at, over);
        break;
    case Drag::Pan:
        emit panned((m_last.x() - place.x()) / m_chart.plotArea().width());
        m_last = place;
        break;
    case Drag::Edge:
        emit edgeDragged(m_edge, at, over);
        break;
    case Drag::None:
        break;
    }
}

bool ChartHand::wheel(const QWheelEvent &event)
{
    const QPoint turned = event.angleDelta();
    const bool sideways = std::abs(turned.x()) > std::abs(turned.y());
    // Some systems turn the wheel sideways themselves while Shift is held.
    if (sideways || event.modifiers() == Qt::ShiftModifier) {
        emit panned(-(sideways ? turned.x() : turned.y()) / notch * notchPan);
        return true;
    }
    if (turned.y() == 0)
        return false;
    emit zoomed(std::pow(notchFactor, turned.y() / notch), m_chart.timeAt(event.position().x()));
    return true;
}

bool ChartHand::key(QEvent &event)
{
    const auto action = chartActionOf(static_cast<QKeyEvent &>(event));
    if (!action)
        return false;
    // Claimed in good time, the window's own keys do not come first.
    if (event.type() == QEvent::ShortcutOverride)
        event.accept();
    else
        emit acted(*action);
    return true;
}

void ChartHand::showTip(QPoint place, QPoint global) const
{
    const QStringList words = m_chart.thingsAt(place);
    if (words.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(global,
                           u"<qt>"_s + words.join(u'\n').toHtmlEscaped().replace(u'\n', u"<br>"_s),
                           &m_chart);
}

void ChartHand::showCursorShape(QPointF place) const
{
    if (m_chart.edgeAt(place))
        m_chart.setCursor(Qt::SplitHCursor);
    else if (m_chart.plotArea().contains(place))
        m_chart.setCursor(Qt::CrossCursor);
    else
        m_chart.unsetCursor();
}

} // namespace ui
