// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/health/chartkeys.h"
#include "ui/health/healthmodel.h"
#include "ui/health/timeframe.h"

#include <QObject>

namespace ui {

class ChartHand;

/// Where somebody looks: which part of time, what the crosshair is on, and what is selected. One
/// for a large chart and all small ones beside it.
class ChartNavigator final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive the navigator.
    ChartNavigator(const HealthModel &model, HealthChart &large, QObject *parent = nullptr);

    /// Of the large chart. Another one than before drops the selection.
    void setMonitor(const MonitorInfo &monitor);

    [[nodiscard]] TimeFrame &frame() { return m_frame; }
    [[nodiscard]] const TimeFrame &frame() const { return m_frame; }
    /// For the chart of this monitor.
    [[nodiscard]] ChartOverlay overlayOf(const QString &id) const;
    /// What the crosshair is on, in words; empty without one.
    [[nodiscard]] QStringList words() const;
    [[nodiscard]] std::optional<base::InstantMs> cursor() const { return m_cursor; }
    /// The stretch that is selected, once the button is let go.
    [[nodiscard]] const std::optional<OutageMark> &mark() const { return m_mark; }

    void point(std::optional<base::InstantMs> at);
    void perform(ChartAction action);
    void dropSelection();

signals:
    /// Another part of time: everything has to be drawn anew.
    void frameChanged();
    /// The crosshair or the selection.
    void overlayChanged();
    void confirmed(const ui::OutageMark &mark);
    /// What is not a matter of looking: the table, and what can be saved.
    void asked(ui::ChartAction action);

private:
    void listen(ChartHand &hand);
    [[nodiscard]] const health::Series *series() const { return m_model.series(m_monitor.id); }
    [[nodiscard]] std::chrono::milliseconds pixels(double count) const;
    [[nodiscard]] health::BadWhen badWithin(base::InstantMs from, base::InstantMs to) const;
    [[nodiscard]] std::optional<health::Sample> shownSample() const;
    void select(base::InstantMs a, base::InstantMs b, bool over);
    void take(const OutageMark &mark, bool over);
    void dragZoom(base::InstantMs a, base::InstantMs b, bool over);
    void moveEdge(const BandEdge &edge, base::InstantMs to, std::chrono::milliseconds reach,
                  bool over);
    [[nodiscard]] std::optional<BandEdge> edgeAtCursor() const;
    void selectOutage();
    void zoomToSelection();
    void stepCursor(int direction);
    void stepThing(int direction);
    void stepSelection(int direction);
    void moveCursor(base::InstantMs to);
    void move(const std::function<void(TimeFrame &)> &change);

    const HealthModel &m_model;
    HealthChart &m_large;
    MonitorInfo m_monitor;
    TimeFrame m_frame;
    std::optional<base::InstantMs> m_cursor;
    std::optional<base::InstantMs> m_anchor; ///< where a selection by keys began
    std::optional<BandEdge> m_held;          ///< that is moved by keys
    std::optional<ChartSelection> m_selection;
    std::optional<OutageMark> m_mark;
};

} // namespace ui
