// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timing/zone.h"
#include "ui/health/chartscene.h"
#include "ui/theme/paint.h"

#include <cmath>
#include <QCoreApplication>
#include <QDateTime>
#include <QFontMetricsF>
#include <QPainter>

namespace ui {

namespace {

using health::Quality;

double msOf(base::InstantMs at)
{
    return double(at.time_since_epoch().count());
}

/// Words along one line that leave each other room: who comes first, stays.
class WordLine
{
public:
    WordLine(QPainter &painter, const ChartScene &scene, double top)
        : m_painter(painter)
        , m_scene(scene)
        , m_top(top)
    {}

    /// Puts `words` with their left end at `left`, or further left where the plot ends.
    void put(const QString &words, double left, const QFont &font, const QColor &color)
    {
        const QFontMetricsF metrics(font);
        const double width = metrics.horizontalAdvance(words);
        left = std::min(left, m_scene.plot.right() - width - 2);
        const QRectF box(std::max(left, m_scene.plot.left() + 2), m_top, width + 1,
                         metrics.height());
        for (const QRectF &taken : m_taken) {
            if (taken.adjusted(-4, 0, 4, 0).intersects(box))
                return;
        }
        m_taken.append(box);
        m_painter.setFont(font);
        m_painter.setPen(color);
        m_painter.drawText(box, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine, words);
    }

private:
    QPainter &m_painter;
    const ChartScene &m_scene;
    double m_top;
    QList<QRectF> m_taken;
};

QColor lineColor(const ChartScene &scene)
{
    return scene.theme.color(scene.content.state == State::Degraded ? ColorRole::Degraded
                                                                    : ColorRole::Accent);
}

void paintDots(QPainter &painter, const ChartScene &scene)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(lineColor(scene));
    for (const QPointF &dot : scene.picture.dots)
        painter.drawEllipse(QPointF(scene.xOf(dot.x()), scene.yOf(dot.y())), 2, 2);
}

void paintTriangle(QPainter &painter, QPointF tip, double size, const QColor &color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(
        QPolygonF{tip, tip + QPointF(size / 2, size * 0.9), tip + QPointF(-size / 2, size * 0.9)});
}

/// A triangle on every failure that has room for one: down is a shape, too.
void paintFailureTriangles(QPainter &painter, const ChartScene &scene)
{
    constexpr double size = 7;
    double free = scene.plot.left();
    for (const health::Stretch &stretch : scene.picture.stretches) {
        const QRectF column = scene.columnOf(stretch, 3);
        if (stretch.quality != Quality::Failed || column.isEmpty())
            continue;
        const double x = column.left() + std::min(column.width() / 2, size);
        if (x - size / 2 < free)
            continue;
        free = x + size / 2 + 3;
        paintTriangle(painter, QPointF(x, column.bottom() - 5 - size), size,
                      scene.theme.color(ColorRole::Down));
    }
}

void paintEdges(QPainter &painter, const ChartScene &scene)
{
    for (const ChartBand &band : scene.content.bands) {
        const QColor color = stateColor(band.state, scene.theme);
        const auto edge = [&](base::Instant at, double shift) {
            const double x = scene.snapped(scene.xOf(msOf(at)));
            if (x >= scene.plot.left() && x <= scene.plot.right())
                painter.fillRect(QRectF(x + shift, scene.plot.top(), 2, scene.plot.height()),
                                 color);
        };
        edge(band.from, 0);
        if (band.to)
            edge(*band.to, -2);
    }
}

/// Between which two moments an edge lies, where that can be seen.
void paintUncertainty(QPainter &painter, const ChartScene &scene, const timing::RoughInstant &at,
                      const QColor &color)
{
    if (!at.lo() || !at.hi())
        return;
    const double left = scene.xOf(msOf(*at.lo()));
    const double right = scene.xOf(msOf(*at.hi()));
    if (right - left < 6)
        return;
    const double y = std::floor(scene.plot.center().y()) + 0.5;
    painter.setPen(QPen(color, 1));
    painter.drawLine(QPointF(left, y), QPointF(right, y));
    for (const double x : {left, right})
        painter.drawLine(QPointF(x, y - 4), QPointF(x, y + 4));
}

void paintHandle(QPainter &painter, const ChartScene &scene, base::Instant at, const QColor &color)
{
    const double x = scene.snapped(scene.xOf(msOf(at)));
    const double y = std::floor(scene.plot.center().y());
    painter.setPen(QPen(color, 1));
    painter.setBrush(scene.theme.color(ColorRole::Panel));
    painter.drawRoundedRect(QRectF(x - 3.5, y - 10.5, 7, 21), 2.5, 2.5);
}

/// What can be taken hold of, and how exactly it is known.
void paintHandles(QPainter &painter, const ChartScene &scene)
{
    for (const ChartBand &band : scene.content.bands) {
        const QColor color = stateColor(band.state, scene.theme);
        paintUncertainty(painter, scene, band.start, color);
        paintUncertainty(painter, scene, band.end, color);
        if (band.window == 0)
            continue;
        paintHandle(painter, scene, band.from, color);
        if (band.to)
            paintHandle(painter, scene, *band.to, color);
    }
}

/// Where the words of marks stand.
double markWordsTop(const ChartScene &scene, double height)
{
    return scene.plot.bottom() - height - 13;
}

/// Over its line, or over the words of a mark that stands there.
QRectF labelBox(const ChartScene &scene, const QFont &font, const QString &label, double y)
{
    const QFontMetricsF metrics(font);
    const QSizeF size(metrics.horizontalAdvance(label) + 1, metrics.height());
    QRectF box(QPointF(scene.plot.left() + 2, y - size.height() - 1), size);
    const double words = markWordsTop(scene, size.height());
    for (const ChartMark &mark : scene.content.marks) {
        const double at = msOf(mark.at);
        const double reach = scene.xOf(at) - metrics.horizontalAdvance(mark.label) / 2;
        if (at >= scene.from && at <= scene.to && reach < box.right() + 4 && box.bottom() > words)
            box.moveBottom(words - 1);
    }
    return box;
}

void paintThreshold(QPainter &painter, const ChartScene &scene,
                    const std::optional<ChartThreshold> &threshold)
{
    const bool large = scene.form == HealthChart::Form::Large;
    if (!large || !threshold || threshold->value > scene.axis.high ||
        threshold->value < scene.axis.low)
        return;
    const double y = scene.snapped(scene.yOf(threshold->value)) + 0.5;
    QPen dots(scene.theme.color(ColorRole::Down), lineWidth, Qt::CustomDashLine, Qt::FlatCap);
    dots.setDashPattern({1, 1.5});
    painter.setPen(dots);
    painter.drawLine(QPointF(scene.plot.left(), y), QPointF(scene.plot.right(), y));
    const QFont font = scene.theme.font(TextSize::Faint);
    painter.setFont(font);
    painter.setPen(scene.theme.color(ColorRole::Secondary));
    painter.drawText(labelBox(scene, font, threshold->label, y),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, threshold->label);
}

void paintThresholds(QPainter &painter, const ChartScene &scene)
{
    paintThreshold(painter, scene, scene.content.threshold);
    paintThreshold(painter, scene, scene.content.floor);
}

/// On a pole whose top is `top`.
void paintFlag(QPainter &painter, QPointF top, const QColor &color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRect(QRectF(top, QSizeF(7, 5)));
}

void paintMarks(QPainter &painter, const ChartScene &scene)
{
    constexpr double size = 8;
    const QFont font = scene.theme.font(TextSize::Faint);
    const double height = QFontMetricsF(font).height();
    const QColor color = scene.theme.color(ColorRole::Accent);
    WordLine words(painter, scene, markWordsTop(scene, height));
    for (const ChartMark &mark : scene.content.marks) {
        const double at = msOf(mark.at);
        if (at < scene.from || at > scene.to)
            continue;
        const double x = scene.snapped(scene.xOf(at)) + 0.5;
        painter.setPen(QPen(color, 1));
        painter.drawLine(QPointF(x, scene.plot.bottom() - 12), QPointF(x, scene.plot.bottom()));
        if (mark.kind == MarkKind::Post)
            paintFlag(painter, QPointF(x, scene.plot.bottom() - 12), color);
        else
            paintTriangle(painter, QPointF(x, scene.plot.bottom() - size * 0.9), size, color);
        if (scene.form == HealthChart::Form::Large) {
            const double width = QFontMetricsF(font).horizontalAdvance(mark.label);
            words.put(mark.label, x - width / 2, font, color);
        }
    }
}

QString wordOf(Quality quality)
{
    return stateWord(quality == Quality::Paused ? State::Paused : State::NotMeasured);
}

/// Says why the chart is empty before watching began; left out where it would reach into what was
/// measured.
void paintBeginning(WordLine &words, const ChartScene &scene, const QFont &font)
{
    const QString since = QCoreApplication::translate("Chart", "watched since %1")
                              .arg(timing::toLocal(std::chrono::floor<std::chrono::seconds>(
                                                       *scene.content.watchedSince),
                                                   scene.content.zone)
                                       .toString(QStringLiteral("HH:mm")));
    const double begin = scene.xOf(msOf(*scene.content.watchedSince));
    const double left = begin - QFontMetricsF(font).horizontalAdvance(since) - 6;
    if (left >= scene.plot.left())
        words.put(since, left, font, scene.theme.color(ColorRole::Faint));
}

/// What the bands and the stretches without values are called, along the top.
void paintNames(QPainter &painter, const ChartScene &scene)
{
    WordLine words(painter, scene, scene.plot.top() + 3);
    const QFont strong = scene.theme.font(TextSize::Faint, QFont::DemiBold);
    for (const ChartBand &band : scene.content.bands) {
        const double from = std::max(msOf(band.from), scene.from);
        const double to = band.to ? msOf(*band.to) : scene.to;
        if (to >= scene.from && from <= scene.to)
            words.put(band.label, scene.xOf(from) + 6, strong, stateColor(band.state, scene.theme));
    }
    const QFont plain = scene.theme.font(TextSize::Faint);
    if (scene.content.watchedSince)
        paintBeginning(words, scene, plain);
    for (const health::Stretch &stretch : scene.picture.stretches) {
        const QRectF column = scene.columnOf(stretch, 3);
        // Words over a sliver would be read as belonging to its neighbours.
        if (stretch.quality != Quality::Failed && column.width() >= 16) {
            words.put(wordOf(stretch.quality), column.left() + 3, plain,
                      scene.theme.color(ColorRole::Secondary));
        }
    }
}

void paintTimes(QPainter &painter, const ChartScene &scene)
{
    const QFont font = scene.theme.font(TextSize::Faint);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(scene.theme.color(ColorRole::Faint));
    for (const TimeTick &tick : scene.ticks) {
        const double width = metrics.horizontalAdvance(tick.label) + 1;
        const double middle = scene.xOf(msOf(tick.at));
        const double left = std::clamp(middle - width / 2, scene.plot.left(),
                                       std::max(scene.plot.left(), scene.plot.right() - width));
        painter.drawText(QRectF(left, scene.plot.bottom() + 4, width, metrics.height()),
                         Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine, tick.label);
    }
}

void paintValues(QPainter &painter, const ChartScene &scene)
{
    if (!scene.picture.highest)
        return;
    const QFont font = scene.theme.font(TextSize::Faint);
    const double height = QFontMetricsF(font).height();
    painter.setFont(font);
    painter.setPen(scene.theme.color(ColorRole::Faint));
    for (const double tick : scene.axis.ticks) {
        const QRectF box(scene.plot.right() + 6, scene.yOf(tick) - height / 2, 200, height);
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         quantityText(tick, scene.content.unit));
    }
}

} // namespace

void paintOverLines(QPainter &painter, const ChartScene &scene)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(scene.plot);
    paintFailureTriangles(painter, scene);
    paintDots(painter, scene);
    paintEdges(painter, scene);
    paintThresholds(painter, scene);
    paintMarks(painter, scene);
    if (scene.form == HealthChart::Form::Large) {
        paintHandles(painter, scene);
        paintNames(painter, scene);
        painter.setClipping(false);
        paintTimes(painter, scene);
        paintValues(painter, scene);
    }
    painter.restore();
}

} // namespace ui
