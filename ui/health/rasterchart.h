// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/health/chartscene.h"
#include "ui/health/healthchart.h"

#include <QImage>

namespace ui {

/// HealthChart drawn by ourselves, onto a picture that is kept until something has moved by a
/// pixel; only what lies over it is drawn each time.
class RasterChart final : public HealthChart
{
    Q_OBJECT

public:
    explicit RasterChart(Form form, QWidget *parent = nullptr);

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
    void redraw();
    void placeTime(ChartScene &scene) const;
    void takePicture(ChartScene &scene) const;
    void drawAt(double pixelRatio);
    void drawCanvas();
    void drawLines();
    /// From the widget's own corner to that of the drawing.
    [[nodiscard]] QPoint corner() const;

    ChartContent m_content; ///< as given; the scene has it in whole pixels
    ChartScene m_scene;
    PictureSource m_source;
    QImage m_canvas;
};

} // namespace ui
