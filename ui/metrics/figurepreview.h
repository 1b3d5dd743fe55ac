// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/metricbrowser.h"

#include <QTimeZone>
#include <QWidget>

class QLabel;
class QListWidget;

namespace ui {

class ActionButton;
class HealthChart;

/// What an expression gave in the last hour: a chart where it is one number, a list where it is a
/// few, and always a sentence.
class FigurePreview final : public QWidget
{
    Q_OBJECT

public:
    FigurePreview(workflow::MetricBrowser &browser, const QTimeZone &zone,
                  QWidget *parent = nullptr);

    void look(const QString &expression);
    /// Nothing is looked at; the sentence says why.
    void clear(const QString &sentence);
    void showError(const QString &sentence);

    /// It is one number, or will be when there is data.
    [[nodiscard]] bool isOneNumber() const { return m_isOneNumber; }
    [[nodiscard]] QString sentence() const;
    /// Its series are those of metrics, and not worked out of them.
    [[nodiscard]] bool hasNames() const;
    /// Whether “only this one” can be had.
    void setNarrowing(bool isPossible);

signals:
    /// isOneNumber() may have changed.
    void looked();
    /// Of the several series, this one.
    void narrowed(const prometheus::Labels &labels);

private:
    void take(const workflow::LastHour &hour);
    void say(const QString &sentence, bool isError);
    void draw(const prometheus::Series *series);
    void showList();

    workflow::MetricBrowser &m_browser;
    QTimeZone m_zone;
    workflow::LastHour m_hour;
    bool m_isOneNumber = false;
    int m_asked = 0; ///< an answer to an older question is not wanted any more
    QLabel *m_sentence;
    HealthChart *m_chart;
    QWidget *m_several;
    QListWidget *m_list;
    ActionButton *m_narrow;
};

} // namespace ui
