// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/health/chartscene.h"
#include "ui/health/healthchart.h"

#include <QList>

class QChart;
class QChartView;
class QLineSeries;
class QValueAxis;

namespace ui {

/// HealthChart by Qt Charts: its series draw the lines, two items of ours draw all the rest.
class QtChart final : public HealthChart
{
    Q_OBJECT

public:
    explicit QtChart(Form form, QWidget *parent = nullptr);

    void present(const ChartContent &content, PictureSource source) override;
    void setOverlay(const ChartOverlay &overlay) override;

    [[nodiscard]] int plotInset() const override;
    [[nodiscard]] QRectF plotArea() const override;
    [[nodiscard]] double xOf(base::InstantMs at) const override;
    [[nodiscard]] double yOf(double value) const override;
    [[nodiscard]] base::InstantMs timeAt(double x) const override;
    [[nodiscard]] QStringList thingsAt(QPointF place) const override;
    [[nodiscard]] std::optional<BandEdge> edgeAt(QPointF place) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    class Layer;

    void redraw();
    void placeTime(ChartScene &scene) const;
    void takePicture(ChartScene &scene) const;
    void drawLines();
    void addLine();

    ChartContent m_content; ///< as given; the scene has it in whole pixels
    ChartScene m_scene;
    PictureSource m_source;
    QChart *m_chart;
    QChartView *m_view;
    Layer *m_under;
    Layer *m_over;
    Layer *m_top;
    QValueAxis *m_x;
    QValueAxis *m_y;
    QList<QLineSeries *> m_lines; ///< those beyond the number of lines are empty
};

} // namespace ui
