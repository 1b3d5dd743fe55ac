// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "ui/health/chartkeys.h"
#include "ui/health/healthmodel.h"

#include <chrono>
#include <QTimer>
#include <QWidget>

class QGridLayout;
class QMenu;
class QStackedWidget;
class QVBoxLayout;

namespace ui {

class ActionButton;
class ChartNavigator;
class MonitorDeck;
class MonitorPanel;
class NoticeBar;
class PaneHeader;
class SegmentedBar;

/// What the servers say: one large chart, of the monitor that was chosen or else of the one that is
/// worst, and a small one of every other. All show the same part of time.
class HealthPane final : public QWidget
{
    Q_OBJECT

public:
    /// `model` outlives the pane.
    explicit HealthPane(const HealthModel &model, QWidget *parent = nullptr);

    /// The monitor of the large chart; empty while there is none.
    [[nodiscard]] QString shownLarge() const { return m_large; }
    /// Keeps this monitor large until another is chosen or it is gone.
    void choose(const QString &id);
    /// Shown above the charts; becomes a child.
    void setAlerts(QWidget *alerts);
    /// How much time is shown.
    [[nodiscard]] std::chrono::hours span() const;
    void setSpan(std::chrono::hours span);
    [[nodiscard]] ChartNavigator &navigator() { return *m_navigator; }
    [[nodiscard]] const ChartNavigator &navigator() const { return *m_navigator; }

    /// With the keyboard on the large chart.
    void perform(ChartAction action);
    void focusChart();

    /// Adds what can be done with the chart of this monitor.
    void fillMenu(QMenu &menu, const QString &id);

    /// The large card as it is shown, as PNG.
    [[nodiscard]] base::Done savePicture(const QString &path);
    /// The samples that are shown, as CSV.
    [[nodiscard]] base::Done saveValues(const QString &path) const;

    /// Draws everything anew at once.
    void refresh();

signals:
    void addRequested();
    /// The same, of a figure of a Prometheus.
    void addChartRequested();
    /// For a menu of what can be done with a monitor. `at` is a global position.
    void menuRequested(const QString &id, const QPoint &at);
    /// Somebody has selected a stretch and said that it was an outage.
    void outageMarked(const ui::OutageMark &mark);
    void failed(const base::Error &error);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] QWidget *makeContent();
    [[nodiscard]] QWidget *makeEmpty();
    void connectNavigator();
    void placeCards(const QList<MonitorInfo> &monitors);
    void fill(const QList<MonitorInfo> &monitors);
    void showOverlay();
    void showOffer();
    void showNote(const QList<MonitorInfo> &monitors);
    void serve(ChartAction action);
    void showSamples();
    void askWhereTo(ChartAction action);
    [[nodiscard]] std::optional<MonitorInfo> largeMonitor() const;

    const HealthModel &m_model;
    QString m_chosen;
    QString m_large;
    QStringList m_placed;
    PaneHeader *m_header;
    SegmentedBar *m_spans;
    ActionButton *m_live;
    MonitorPanel *m_panel;
    NoticeBar *m_offer;
    ChartNavigator *m_navigator;
    MonitorDeck *m_deck = nullptr;
    QVBoxLayout *m_alerts;
    QGridLayout *m_grid;
    QStackedWidget *m_stack;
    QTimer m_second;
    QTimer m_soon;
};

} // namespace ui
