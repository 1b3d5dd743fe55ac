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

    void present(const MonitorInfo &monitor, const ChartContent &content, PictureSource source);

    [[nodiscard]] HealthChart *chart() const { return m_chart; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeBadge();

    HealthChart::Form m_form;
    ElidedLabel *m_name;
    StateBadge *m_badge;
    QLabel *m_value;
    HealthChart *m_chart;
    QHBoxLayout *m_top;
    QHBoxLayout *m_below; ///< takes the badge where the first line has no room for it
};

} // namespace ui
