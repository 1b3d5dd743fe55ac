// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rival.h"

#include <QChart>
#include <QChartView>
#include <QLegend>
#include <QLineSeries>
#include <QPainter>
#include <QValueAxis>

namespace bench {

namespace {

class NaiveQtChart final : public Rival
{
public:
    NaiveQtChart()
        : m_chart(new QChart)
        , m_view(m_chart)
        , m_line(new QLineSeries)
        , m_x(new QValueAxis)
        , m_y(new QValueAxis)
    {
        m_chart->legend()->hide();
        m_chart->addSeries(m_line);
        m_chart->addAxis(m_x, Qt::AlignBottom);
        m_chart->addAxis(m_y, Qt::AlignLeft);
        m_line->attachAxis(m_x);
        m_line->attachAxis(m_y);
        m_line->setPen(QPen(Qt::blue, 1.6));
        m_y->setRange(0, 2500);
        m_view.setRenderHint(QPainter::Antialiasing);
        m_view.resize(frameSize);
        m_view.show();
    }

    void set(const QList<QPointF> &points) override { m_line->replace(points); }

    void paint(double from, double to, QImage &onto) override
    {
        m_x->setRange(from, to);
        QPainter painter(&onto);
        m_view.render(&painter);
    }

private:
    QChart *m_chart;
    QChartView m_view;
    QLineSeries *m_line;
    QValueAxis *m_x;
    QValueAxis *m_y;
};

} // namespace

std::unique_ptr<Rival> makeNaiveQtChart()
{
    return std::make_unique<NaiveQtChart>();
}

} // namespace bench
