// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/health/chartcontent.h"

#include <QWidget>

namespace ui {

/// An edge of a band that may be dragged.
struct BandEdge
{
    int window = 0;
    bool isEnd = false;

    bool operator==(const BandEdge &) const = default;
};

/// A chart of one series over time. What draws it is hidden behind makeHealthChart(), so that it
/// can be replaced; what mouse and keys do with it is ChartHand's.
///
/// The line is drawn only through what was measured. Failed is a tint with a bar and a triangle at
/// the bottom, not measured is hatching, paused is a grey ground with dotted edges; none of them
/// looks like another without its colour.
class HealthChart : public QWidget
{
    Q_OBJECT

public:
    enum class Form {
        Large, ///< with axes and words; takes the keyboard focus
        Small, ///< only what fits into a corner
    };

    /// `source` is kept and called again when the chart changes its size.
    virtual void present(const ChartContent &content, PictureSource source) = 0;
    /// Stays until it is set anew.
    virtual void setOverlay(const ChartOverlay &overlay) = 0;

    /// How far inside of this widget the drawing begins at the left and right, px.
    [[nodiscard]] virtual int plotInset() const = 0;
    /// Where the values are drawn, in the coordinates of this widget.
    [[nodiscard]] virtual QRectF plotArea() const = 0;
    /// Where a moment and a value lie, in the coordinates of this widget.
    [[nodiscard]] virtual double xOf(base::InstantMs at) const = 0;
    [[nodiscard]] virtual double yOf(double value) const = 0;
    /// The moment at a place; beside the plot area the one at its nearer edge.
    [[nodiscard]] virtual base::InstantMs timeAt(double x) const = 0;
    /// What lies there apart from the values, a line each; empty if nothing does.
    [[nodiscard]] virtual QStringList thingsAt(QPointF place) const = 0;
    [[nodiscard]] virtual std::optional<BandEdge> edgeAt(QPointF place) const = 0;

protected:
    using QWidget::QWidget;
};

[[nodiscard]] HealthChart *makeHealthChart(HealthChart::Form form, QWidget *parent = nullptr);

} // namespace ui
