// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/health/rasterchart.h"

#include "ui/health/chartthings.h"
#include "ui/health/linepainter.h"
#include "ui/theme/paint.h"

#include <algorithm>
#include <cmath>
#include <QEvent>
#include <QPainter>

namespace ui {

namespace {

/// Room for the focus ring.
constexpr int ringRoom = 3;
/// A threshold further up than this many times the highest value would press the line flat.
constexpr double thresholdReach = 6;

} // namespace

HealthChart *makeHealthChart(HealthChart::Form form, QWidget *parent)
{
    return new RasterChart(form, parent);
}

RasterChart::RasterChart(Form form, QWidget *parent)
    : HealthChart(parent)
{
    m_scene.form = form;
    const bool large = form == Form::Large;
    setMinimumSize(large ? QSize(280, 150) : QSize(90, 32));
    setFocusPolicy(large ? Qt::StrongFocus : Qt::NoFocus);
}

void RasterChart::present(const ChartContent &content, PictureSource source)
{
    m_content = content;
    m_source = std::move(source);
    redraw();
}

void RasterChart::setOverlay(const ChartOverlay &overlay)
{
    if (overlay == m_scene.overlay)
        return;
    m_scene.overlay = overlay;
    update();
}

int RasterChart::plotInset() const
{
    return m_scene.form == Form::Large ? ringRoom : 0;
}

QPoint RasterChart::corner() const
{
    return {plotInset(), plotInset()};
}

QRectF RasterChart::plotArea() const
{
    return m_scene.plot.translated(corner());
}

double RasterChart::xOf(base::InstantMs at) const
{
    return m_scene.xOf(double(at.time_since_epoch().count())) + corner().x();
}

double RasterChart::yOf(double value) const
{
    return m_scene.yOf(value) + corner().y();
}

base::InstantMs RasterChart::timeAt(double x) const
{
    return m_scene.timeAt(x - corner().x());
}

QStringList RasterChart::thingsAt(QPointF place) const
{
    return wordsAt(m_scene, place - corner());
}

std::optional<BandEdge> RasterChart::edgeAt(QPointF place) const
{
    return ui::edgeAt(m_scene, place - corner());
}

QSize RasterChart::sizeHint() const
{
    const Theme theme = Theme::current();
    return m_scene.form == Form::Large ? QSize(440, theme.scaled(186)) : QSize(200, 56);
}

void RasterChart::redraw()
{
    drawAt(devicePixelRatioF());
}

void RasterChart::drawAt(double pixelRatio)
{
    ChartScene scene;
    scene.form = m_scene.form;
    scene.theme = Theme::current();
    scene.pixelRatio = pixelRatio;
    scene.overlay = m_scene.overlay;
    scene.plot = plotOf(scene.form, size() - 2 * QSize(plotInset(), plotInset()), scene.theme);
    if (!scene.plot.isValid())
        return;
    placeTime(scene);
    takePicture(scene);
    // Most of the time nothing has moved by a pixel since the last second.
    if (scene == m_scene)
        return;
    m_scene = scene;
    drawCanvas();
    update();
}

/// Moves in whole pixels: the bins of the decimation stay where they are, and the line stands
/// still.
void RasterChart::placeTime(ChartScene &scene) const
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

void RasterChart::takePicture(ChartScene &scene) const
{
    const double dense = scene.pixelRatio * columnsPerPixel;
    const double left = scene.plot.left() + corner().x();
    if (m_source) {
        scene.picture = m_source({scene.from, scene.to, left * dense, scene.plot.width() * dense,
                                  double(scene.content.now.time_since_epoch().count())});
    }
    double highest = scene.picture.highest.value_or(0);
    const bool large = scene.form == Form::Large;
    const double reach = highest * thresholdReach;
    for (const auto &threshold : {scene.content.threshold, scene.content.floor}) {
        if (large && threshold && threshold->value < reach)
            highest = std::max(highest, threshold->value);
    }
    scene.axis = valueAxis(scene.picture.lowest.value_or(0), highest, scene.content.unit);
    if (large) {
        const int labels = std::max(1, int(scene.plot.width()) / scene.theme.scaled(76));
        scene.ticks = timeTicks(scene.content.from, scene.content.to, labels, scene.content.zone);
    }
}

void RasterChart::drawCanvas()
{
    const QSize wanted = size() - 2 * QSize(plotInset(), plotInset());
    const QSize pixels = (QSizeF(wanted) * m_scene.pixelRatio).toSize();
    if (m_canvas.size() != pixels)
        m_canvas = QImage(pixels, QImage::Format_ARGB32_Premultiplied);
    m_canvas.setDevicePixelRatio(m_scene.pixelRatio);
    m_canvas.fill(Qt::transparent);
    const auto with = [this](void (*paint)(QPainter &, const ChartScene &)) {
        QPainter painter(&m_canvas);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setFont(font());
        paint(painter, m_scene);
    };
    with(paintUnderLines);
    drawLines();
    with(paintOverLines);
}

/// On the picture's own pixels.
void RasterChart::drawLines()
{
    const double ratio = m_scene.pixelRatio;
    const bool degraded = m_scene.content.state == State::Degraded;
    const QColor color = m_scene.theme.color(degraded ? ColorRole::Degraded : ColorRole::Accent);
    const QRectF plot = m_scene.plot;
    const QRect clip = QRectF(plot.topLeft() * ratio, plot.size() * ratio).toAlignedRect();
    const QPointF zero = QPointF(m_scene.xOf(m_scene.from), m_scene.yOf(0)) * ratio;
    const double perMs = plot.width() / (m_scene.to - m_scene.from) * ratio;
    const double perUnit = m_scene.yOf(1) * ratio - zero.y();
    QList<QPointF> points;
    for (const QList<QPointF> &line : m_scene.picture.lines) {
        points.resize(line.size());
        std::ranges::transform(line, points.begin(), [&](const QPointF &point) {
            return zero + QPointF((point.x() - m_scene.from) * perMs, point.y() * perUnit);
        });
        paintLine(m_canvas, points, lineWidth * ratio, color, clip);
    }
}

void RasterChart::resizeEvent(QResizeEvent *event)
{
    HealthChart::resizeEvent(event);
    redraw();
}

void RasterChart::changeEvent(QEvent *event)
{
    HealthChart::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        redraw();
}

void RasterChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    // A picture that is saved may have finer pixels than the screen.
    const double wanted = painter.deviceTransform().m11();
    const bool isFiner = wanted > m_scene.pixelRatio;
    if (isFiner)
        drawAt(wanted);
    painter.drawImage(corner(), m_canvas);
    painter.save();
    painter.translate(corner());
    painter.setRenderHint(QPainter::Antialiasing);
    paintOverlay(painter, m_scene);
    painter.restore();
    if (hasFocus())
        paintFocusRing(painter, rect(), radius::pill, m_scene.theme);
    if (isFiner)
        redraw();
}

} // namespace ui
