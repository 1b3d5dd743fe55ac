// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/health/healthchart.h"
#include "ui/health/healthmodel.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace ui {

class ElidedLabel;
class StateBadge;

/// Name, state, latest value and chart of one monitor: the inside of a card of either size.
class MonitorFace final : public QWidget
{
    Q_OBJECT

public:
    explicit MonitorFace(HealthChart::Form form, QWidget *parent = nullptr);
    /// Only for a small one: as low as it can be, for many of them.
    void setCompact();

    void present(const MonitorInfo &monitor, const ChartContent &content, PictureSource source);
    /// `reading` takes the place of the latest value while somebody points elsewhere.
    void setOverlay(const ChartOverlay &overlay, const QString &reading);

    [[nodiscard]] HealthChart *chart() const { return m_chart; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeBadge();
    [[nodiscard]] bool needsTwoLines() const;
    void showValue();

    HealthChart::Form m_form;
    bool m_compact = false;
    QString m_latest;
    QString m_reading;
    ElidedLabel *m_name;
    StateBadge *m_badge;
    QLabel *m_value;
    HealthChart *m_chart;
    QHBoxLayout *m_top;
    ElidedLabel *m_details; ///< of the last look, under a large chart
    QHBoxLayout *m_below;   ///< takes the badge where the first line has no room for it
};

} // namespace ui
