// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rival.h"

#include <qcustomplot.h>

namespace bench {

namespace {

class CustomPlot final : public Rival
{
public:
    CustomPlot()
    {
        m_plot.resize(frameSize);
        m_plot.addGraph();
        m_plot.graph(0)->setPen(QPen(Qt::blue, 1.6));
        m_plot.graph(0)->setAdaptiveSampling(true);
        m_plot.yAxis->setRange(0, 2500);
        m_plot.show();
    }

    void set(const QList<QPointF> &points) override
    {
        QVector<QCPGraphData> data;
        data.reserve(points.size());
        for (const QPointF &point : points)
            data.append(QCPGraphData(point.x(), point.y()));
        m_plot.graph(0)->data()->set(data, true);
    }

    void paint(double from, double to, QImage &onto) override
    {
        m_plot.xAxis->setRange(from, to);
        m_plot.replot(QCustomPlot::rpImmediateRefresh);
        m_plot.render(&onto);
    }

private:
    QCustomPlot m_plot;
};

} // namespace

std::unique_ptr<Rival> makeCustomPlot()
{
    return std::make_unique<CustomPlot>();
}

} // namespace bench
