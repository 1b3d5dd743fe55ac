// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/health/chartscene.h"
#include "ui/theme/paint.h"

#include <cmath>
#include <QFontMetricsF>
#include <QPainter>

namespace ui {

namespace {

constexpr double dotRadius = 3.5;
constexpr double boxGap = 8;

double msOf(base::InstantMs at)
{
    return double(at.time_since_epoch().count());
}

QColor colorOf(const ChartScene &scene, ChartSelection::Kind kind)
{
    return scene.theme.color(kind == ChartSelection::Kind::Outage ? ColorRole::Down
                                                                  : ColorRole::Accent);
}

/// Full between the inner ends, lighter where an edge may lie, with a line at the outer ends.
void paintSelection(QPainter &painter, const ChartScene &scene, const ChartSelection &selection)
{
    const QColor color = colorOf(scene, selection.kind);
    const auto fill = [&](base::InstantMs a, base::InstantMs b, double alpha) {
        const QRectF column = scene.columnOf(msOf(a), msOf(std::max(a, b)), 0);
        painter.fillRect(column, translucent(color, alpha));
    };
    fill(selection.start.from, selection.start.to, 0.10);
    fill(selection.start.to, selection.end.from, 0.24);
    fill(selection.end.from, selection.end.to, 0.10);
    const auto line = [&](base::InstantMs at) {
        const double x = scene.snapped(scene.xOf(msOf(at)));
        if (x >= scene.plot.left() && x <= scene.plot.right())
            painter.fillRect(QRectF(x - 1, scene.plot.top(), 2, scene.plot.height()), color);
    };
    line(selection.start.from);
    line(selection.end.to);
}

void paintWords(QPainter &painter, const ChartScene &scene, double x)
{
    const QStringList &words = scene.overlay.words;
    if (words.isEmpty())
        return;
    const QFont first = scene.theme.font(TextSize::Secondary, QFont::DemiBold);
    const QFont later = scene.theme.font(TextSize::Faint);
    double width = 0;
    double height = 0;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QFontMetricsF metrics(i == 0 ? first : later);
        width = std::max(width, metrics.horizontalAdvance(words[i]));
        height += metrics.height();
    }
    QRectF box(x + boxGap, scene.plot.top() + 20, std::ceil(width) + 14, std::ceil(height) + 8);
    if (box.right() > scene.plot.right())
        box.moveRight(x - boxGap);
    box.moveLeft(std::max(box.left(), scene.plot.left()));
    paintBox(painter, box, radius::pill, scene.theme.color(ColorRole::Panel),
             scene.theme.color(ColorRole::Hairline));
    double top = box.top() + 4;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QFont font = i == 0 ? first : later;
        const double line = QFontMetricsF(font).height();
        painter.setFont(font);
        painter.setPen(scene.theme.color(i == 0 ? ColorRole::Text : ColorRole::Secondary));
        painter.drawText(QRectF(box.left() + 7, top, width + 1, line),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, words[i]);
        top += line;
    }
}

void paintCrosshair(QPainter &painter, const ChartScene &scene, base::InstantMs at)
{
    if (msOf(at) < scene.from || msOf(at) > scene.to)
        return;
    const double x = scene.snapped(scene.xOf(msOf(at)));
    painter.fillRect(QRectF(x, scene.plot.top(), 1, scene.plot.height()),
                     scene.theme.color(ColorRole::Faint));
    const bool large = scene.form == HealthChart::Form::Large;
    if (const auto value = scene.overlay.value; value && *value <= scene.axis.high) {
        const double y = scene.snapped(scene.yOf(*value));
        if (large) {
            painter.fillRect(QRectF(scene.plot.left(), y, scene.plot.width(), 1),
                             translucent(scene.theme.color(ColorRole::Faint), 0.5));
        }
        painter.setPen(QPen(scene.theme.color(ColorRole::Panel), 1.5));
        painter.setBrush(scene.theme.color(ColorRole::Text));
        painter.drawEllipse(QPointF(x + 0.5, y), dotRadius, dotRadius);
    }
    if (large)
        paintWords(painter, scene, x);
}

} // namespace

void paintOverlay(QPainter &painter, const ChartScene &scene)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(scene.plot);
    if (scene.overlay.selection)
        paintSelection(painter, scene, *scene.overlay.selection);
    if (scene.overlay.cursor)
        paintCrosshair(painter, scene, *scene.overlay.cursor);
    painter.restore();
}

} // namespace ui
