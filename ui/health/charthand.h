// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/health/chartkeys.h"
#include "ui/health/healthchart.h"

#include <QObject>

class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace ui {

/// What mouse, wheel and keys on a large chart ask for, whatever draws it.
///
/// Dragging selects; dragging with Shift zooms; dragging with the middle button or with Ctrl pans;
/// dragging the edge of a band that may be moved, moves it. The wheel zooms where the pointer is,
/// sideways or with Shift it pans.
class ChartHand final : public QObject
{
    Q_OBJECT

public:
    explicit ChartHand(HealthChart &chart);

signals:
    /// Nothing: the pointer has left.
    void pointed(std::optional<base::InstantMs> at);
    void zoomed(double factor, base::InstantMs anchor);
    void panned(double lengths);
    /// `over`: the button was let go.
    void selected(base::InstantMs a, base::InstantMs b, bool over);
    void zoomDragged(base::InstantMs a, base::InstantMs b, bool over);
    void edgeDragged(const ui::BandEdge &edge, base::InstantMs to, bool over);
    /// Pressed and let go in one place.
    void clicked();
    void acted(ui::ChartAction action);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Drag { None, Select, Zoom, Pan, Edge };

    bool press(const QMouseEvent &event);
    bool move(const QMouseEvent &event);
    bool release(const QMouseEvent &event);
    void tell(QPointF place, bool over);
    bool wheel(const QWheelEvent &event);
    bool key(QEvent &event);
    void showTip(QPoint place, QPoint global) const;
    void showCursorShape(QPointF place) const;

    HealthChart &m_chart;
    Drag m_drag = Drag::None;
    bool m_moved = false; ///< far enough to be meant
    QPointF m_pressedAt;
    QPointF m_last;
    base::InstantMs m_pressedTime{};
    BandEdge m_edge;
};

} // namespace ui
