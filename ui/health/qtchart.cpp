// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/health/qtchart.h"

#include "ui/health/chartthings.h"
#include "ui/theme/paint.h"

#include <cmath>
#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QGraphicsItem>
#include <QLegend>
#include <QLineSeries>
#include <QPainter>
#include <QValueAxis>

namespace ui {

namespace {

/// Room for the focus ring.
constexpr int ringRoom = 3;
/// Two bins a pixel: with one, antialiased lines differ visibly from those of all samples.
constexpr double binsPerPixel = 2;
/// A threshold further up than this many times the highest value would press the line flat.
constexpr double thresholdReach = 6;

QValueAxis *addHiddenAxis(QChart &chart, Qt::Alignment side)
{
    auto *axis = new QValueAxis;
    chart.addAxis(axis, side);
    axis->setVisible(false);
    return axis;
}

} // namespace

class QtChart::Layer final : public QGraphicsItem
{
public:
    using Paint = void (*)(QPainter &, const ChartScene &);

    Layer(const ChartScene &scene, const QChart &chart, Paint paint, QGraphicsItem *parent)
        : QGraphicsItem(parent)
        , m_scene(scene)
        , m_chart(chart)
        , m_paint(paint)
    {}

    [[nodiscard]] QRectF boundingRect() const override
    {
        return QRectF(QPointF(0, 0), m_chart.size());
    }

    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override
    {
        m_paint(*painter, m_scene);
    }

    void follow() { prepareGeometryChange(); }

private:
    const ChartScene &m_scene;
    const QChart &m_chart;
    Paint m_paint;
};

HealthChart *makeHealthChart(HealthChart::Form form, QWidget *parent)
{
    return new QtChart(form, parent);
}

QtChart::QtChart(Form form, QWidget *parent)
    : HealthChart(parent)
    , m_chart(new QChart)
    , m_view(new QChartView(m_chart, this))
    , m_under(new Layer(m_scene, *m_chart, paintUnderLines, m_chart))
    , m_over(new Layer(m_scene, *m_chart, paintOverLines, m_chart))
    , m_top(new Layer(m_scene, *m_chart, paintOverlay, m_chart))
    , m_x(addHiddenAxis(*m_chart, Qt::AlignBottom))
    , m_y(addHiddenAxis(*m_chart, Qt::AlignLeft))
{
    m_scene.form = form;
    m_chart->legend()->hide();
    m_chart->setBackgroundVisible(false);
    m_chart->setBackgroundRoundness(0);
    m_chart->setMargins({});
    m_under->setZValue(-1);
    m_over->setZValue(1000);
    m_top->setZValue(1001);

    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setBackgroundBrush(Qt::NoBrush);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_view->setInteractive(false);

    const bool large = form == Form::Large;
    setMinimumSize(large ? QSize(280, 150) : QSize(90, 32));
    setFocusPolicy(large ? Qt::StrongFocus : Qt::NoFocus);
}

void QtChart::present(const ChartContent &content, PictureSource source)
{
    m_content = content;
    m_source = std::move(source);
    redraw();
}

void QtChart::setOverlay(const ChartOverlay &overlay)
{
    if (overlay == m_scene.overlay)
        return;
    m_scene.overlay = overlay;
    m_top->update();
}

int QtChart::plotInset() const
{
    return m_scene.form == Form::Large ? ringRoom : 0;
}

QRectF QtChart::plotArea() const
{
    return m_scene.plot.translated(m_view->pos());
}

double QtChart::xOf(base::InstantMs at) const
{
    return m_scene.xOf(double(at.time_since_epoch().count())) + m_view->x();
}

double QtChart::yOf(double value) const
{
    return m_scene.yOf(value) + m_view->y();
}

base::InstantMs QtChart::timeAt(double x) const
{
    return m_scene.timeAt(x - m_view->x());
}

QStringList QtChart::thingsAt(QPointF place) const
{
    return wordsAt(m_scene, place - m_view->pos());
}

std::optional<BandEdge> QtChart::edgeAt(QPointF place) const
{
    return ui::edgeAt(m_scene, place - m_view->pos());
}

QSize QtChart::sizeHint() const
{
    const Theme theme = Theme::current();
    return m_scene.form == Form::Large ? QSize(440, theme.scaled(186)) : QSize(200, 56);
}

void QtChart::redraw()
{
    ChartScene scene;
    scene.form = m_scene.form;
    scene.theme = Theme::current();
    scene.pixelRatio = devicePixelRatioF();
    scene.overlay = m_scene.overlay;
    scene.plot = plotOf(scene.form, m_chart->size(), scene.theme);
    if (!scene.plot.isValid())
        return;
    placeTime(scene);
    takePicture(scene);
    // Most of the time nothing has moved by a pixel since the last second.
    if (scene == m_scene)
        return;
    m_scene = scene;
    drawLines();
    m_under->update();
    m_over->update();
}

/// Moves in whole pixels: the bins of the decimation stay where they are, and the line stands
/// still.
void QtChart::placeTime(ChartScene &scene) const
{
    const auto ms = [](base::InstantMs at) {
        return double(at.time_since_epoch().count());
    };
    scene.content = m_content;
    const double length = ms(m_content.to) - ms(m_content.from);
    const double msPerPixel = length / (scene.plot.width() * scene.pixelRatio);
    if (!(msPerPixel > 0))
        return;
    const auto instant = [](double at) {
        return base::InstantMs(std::chrono::milliseconds(std::llround(at)));
    };
    scene.to = std::ceil(ms(m_content.to) / msPerPixel) * msPerPixel;
    scene.from = scene.to - length;
    scene.content.from = instant(scene.from);
    scene.content.to = instant(scene.to);
    scene.content.now = instant(std::round(ms(m_content.now) / msPerPixel) * msPerPixel);
}

void QtChart::takePicture(ChartScene &scene) const
{
    const double dense = scene.pixelRatio * binsPerPixel;
    const QPointF corner = m_view->mapTo(window(), QPoint(0, 0)) + scene.plot.topLeft();
    if (m_source) {
        scene.picture =
            m_source({scene.from, scene.to, corner.x() * dense, scene.plot.width() * dense,
                      double(scene.content.now.time_since_epoch().count())});
    }
    double highest = scene.picture.highest.value_or(0);
    const auto &threshold = scene.content.threshold;
    const bool large = scene.form == Form::Large;
    if (large && threshold && threshold->value < highest * thresholdReach)
        highest = std::max(highest, threshold->value);
    scene.axis = valueAxis(scene.picture.lowest.value_or(0), highest, scene.content.unit);
    if (large) {
        const int labels = std::max(1, int(scene.plot.width()) / scene.theme.scaled(76));
        scene.ticks = timeTicks(scene.content.from, scene.content.to, labels, scene.content.zone);
    }
}

void QtChart::drawLines()
{
    // In pixels the axes stand still. Each of them that moves has Qt Charts work out every line.
    m_chart->setPlotArea(m_scene.plot);
    m_x->setRange(0, m_scene.plot.width());
    m_y->setRange(0, m_scene.plot.height());
    const auto &lines = m_scene.picture.lines;
    while (m_lines.size() < lines.size())
        addLine();
    const bool degraded = m_scene.content.state == State::Degraded;
    const QPen pen(m_scene.theme.color(degraded ? ColorRole::Degraded : ColorRole::Accent),
                   lineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        QList<QPointF> points;
        for (const QPointF &point : i < lines.size() ? lines[i] : QList<QPointF>()) {
            points.append({m_scene.xOf(point.x()) - m_scene.plot.left(),
                           m_scene.plot.bottom() - m_scene.yOf(point.y())});
        }
        if (m_lines[i]->pen() != pen)
            m_lines[i]->setPen(pen);
        // append() costs the square of the number of points and bridges gaps.
        if (m_lines[i]->points() != points)
            m_lines[i]->replace(points);
    }
}

void QtChart::addLine()
{
    auto *line = new QLineSeries;
    m_chart->addSeries(line);
    line->attachAxis(m_x);
    line->attachAxis(m_y);
    m_lines.append(line);
}

void QtChart::resizeEvent(QResizeEvent *event)
{
    HealthChart::resizeEvent(event);
    const int room = plotInset();
    m_view->setGeometry(rect().adjusted(room, room, -room, -room));
    // A view that is not shown yet does not hear of its size.
    m_chart->resize(m_view->size());
    m_under->follow();
    m_over->follow();
    m_top->follow();
    redraw();
}

void QtChart::changeEvent(QEvent *event)
{
    HealthChart::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        redraw();
}

void QtChart::paintEvent(QPaintEvent *)
{
    if (!hasFocus())
        return;
    QPainter painter(this);
    paintFocusRing(painter, rect(), radius::pill, m_scene.theme);
}

} // namespace ui
