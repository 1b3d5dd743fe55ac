// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/health/healthmodel.h"

#include <chrono>
#include <functional>
#include <map>
#include <QTimer>
#include <QWidget>

class QGridLayout;
class QStackedWidget;

namespace ui {

class MonitorCard;
class MonitorPanel;
class PaneHeader;
class SegmentedBar;

/// What the servers say: one large chart, of the monitor that was chosen or else of the one that is
/// worst, and a small one of every other.
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
    /// How much time is shown.
    [[nodiscard]] std::chrono::hours span() const;
    void setSpan(std::chrono::hours span);

    /// Draws everything anew at once.
    void refresh();

signals:
    void addRequested();
    /// For a menu of what can be done with a monitor. `at` is a global position.
    void menuRequested(const QString &id, const QPoint &at);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] QWidget *makeContent();
    [[nodiscard]] QWidget *makeEmpty();
    void syncCards(const QList<MonitorInfo> &monitors);
    void placeCards(const QList<MonitorInfo> &monitors);
    void fill(const QList<MonitorInfo> &monitors);
    void showNote(const QList<MonitorInfo> &monitors);
    void showSamples();
    void addMenu(QWidget *card, const std::function<QString()> &id);
    [[nodiscard]] ChartContent contentOf(const MonitorInfo &monitor) const;
    [[nodiscard]] PictureSource sourceOf(const QString &id) const;

    const HealthModel &m_model;
    QString m_chosen;
    QString m_large;
    QStringList m_placed;
    std::map<QString, MonitorCard *> m_cards;
    PaneHeader *m_header;
    SegmentedBar *m_spans;
    MonitorPanel *m_panel;
    QGridLayout *m_grid;
    QStackedWidget *m_stack;
    QTimer m_second;
    QTimer m_soon;
};

} // namespace ui
