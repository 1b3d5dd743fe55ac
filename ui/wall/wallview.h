// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/health/healthmodel.h"
#include "ui/health/timeframe.h"

#include <QTimer>
#include <QWidget>

class QGridLayout;
class QScrollArea;

namespace ui {

class MonitorDeck;
class PaneHeader;
class SegmentedBar;

/// A small chart of every monitor, each always in its place: what is wrong catches the eye.
class WallView final : public QWidget
{
    Q_OBJECT

public:
    /// `model` outlives the wall.
    explicit WallView(const HealthModel &model, QWidget *parent = nullptr);

    /// Shows only what is not well.
    void setOnlyTrouble(bool only);
    /// Puts the keyboard on the first card.
    void focusFirst();
    void refresh();

signals:
    void chosen(const QString &monitorId);
    /// Somebody wants a chart of what a Prometheus has.
    void addRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QList<MonitorInfo> shown() const;
    void place(const QList<MonitorInfo> &monitors);
    [[nodiscard]] bool step(QWidget *from, int key);
    void showNote(const QList<MonitorInfo> &all);

    const HealthModel &m_model;
    TimeFrame m_frame;
    QStringList m_placed;
    int m_columns = 0;
    PaneHeader *m_header;
    SegmentedBar *m_spans;
    SegmentedBar *m_filter;
    QWidget *m_content;
    QScrollArea *m_scroll;
    MonitorDeck *m_deck;
    QGridLayout *m_grid;
    QTimer m_second;
    QTimer m_soon;
};

} // namespace ui
