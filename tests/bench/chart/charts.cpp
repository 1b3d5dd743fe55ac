// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts.h"

#include "health/decimate.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

#include <cmath>
#include <QPainter>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds step{1000};
const base::InstantMs beginning{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}};
/// Of 255, in the channel that differs most: what an eye sees beside its neighbour.
constexpr int visible = 25;
int distance(QRgb a, QRgb b)
{
    return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)),
                     std::abs(qBlue(a) - qBlue(b))});
}

base::InstantMs instant(double ms)
{
    return base::InstantMs(milliseconds(std::llround(ms)));
}

/// The highest and the lowest inked pixel of a column; nothing where there is none.
std::optional<std::pair<int, int>> inkOf(const QImage &image, const QImage &empty, int x,
                                         const QRect &plot)
{
    std::optional<std::pair<int, int>> ink;
    for (int y = plot.top(); y <= plot.bottom(); ++y) {
        if (distance(image.pixel(x, y), empty.pixel(x, y)) <= visible)
            continue;
        if (!ink)
            ink = {y, y};
        ink->second = y;
    }
    return ink;
}

bool hasInkNear(const QImage &image, const QImage &empty, QPoint place)
{
    for (int x = place.x() - 1; x <= place.x() + 1; ++x) {
        for (int y = place.y() - 1; y <= place.y() + 1; ++y) {
            if (image.rect().contains(x, y) &&
                distance(image.pixel(x, y), empty.pixel(x, y)) > visible)
                return true;
        }
    }
    return false;
}

} // namespace

health::Series makeSeries(qsizetype count)
{
    const auto history = std::chrono::hours(count / 3600 + 24);
    health::Series series({u"bench"_s, u"bench"_s, u"ms"_s, step}, history);
    QRandomGenerator random(20261122);
    for (qsizetype i = 0; i < count; ++i) {
        const double noise = random.generateDouble();
        const double wave = 120 * std::sin(double(i) / double(count) * 60);
        const double spike = noise > 0.9999 ? 1400 * random.generateDouble() : 0;
        series.append({beginning + i * step, health::Quality::Ok,
                       300 + wave + 60 * random.generateDouble() + spike});
    }
    return series;
}

QList<QPointF> pointsOf(const health::Series &series)
{
    QList<QPointF> points;
    points.reserve(series.size());
    for (qsizetype i = 0; i < series.size(); ++i) {
        const health::Sample sample = series.at(i);
        points.append({double(sample.at.time_since_epoch().count()), sample.value});
    }
    return points;
}

OurChart::OurChart(const health::Series &series)
    : m_series(series)
    , m_chart(ui::makeHealthChart(ui::HealthChart::Form::Large))
{
    m_chart->resize(frameSize);
    m_chart->show();
}

void OurChart::present(const Part &part, const ui::PictureSource &source, QImage &onto)
{
    ui::ChartContent content;
    content.from = instant(part.from);
    content.to = instant(part.to);
    content.now = m_series.last()->at;
    content.unit = m_series.info().unit;
    m_chart->present(content, source);
    m_chart->render(&onto);
}

void OurChart::frame(const Part &part, QImage &onto)
{
    present(
        part, [this](const health::View &view) { return health::decimate(m_series, view); }, onto);
}

void OurChart::emptyFrame(const Part &part, QImage &onto)
{
    const auto without = [this](const health::View &view) {
        health::Picture picture = health::decimate(m_series, view);
        picture.lines.clear();
        return picture;
    };
    present(part, without, onto);
}

void OurChart::naiveFrame(const Part &part, QImage &onto)
{
    health::View shown;
    const auto without = [&](const health::View &view) {
        shown = view;
        health::Picture picture = health::decimate(m_series, view);
        picture.lines.clear();
        return picture;
    };
    present(part, without, onto);
    const QRectF plot = m_chart->plotArea();
    const double zero = m_chart->yOf(0);
    const double perUnit = m_chart->yOf(1) - zero;
    const qsizetype first = std::max<qsizetype>(0, m_series.indexAt(instant(shown.from)) - 1);
    const qsizetype end = std::min(m_series.indexAt(instant(shown.to)) + 2, m_series.size());
    QList<QPointF> points;
    points.reserve(end - first);
    for (qsizetype i = first; i < end; ++i) {
        const health::Sample sample = m_series.at(i);
        const double at = double(sample.at.time_since_epoch().count());
        points.append({plot.left() + (at - shown.from) / (shown.to - shown.from) * plot.width(),
                       zero + sample.value * perUnit});
    }
    QPainter painter(&onto);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(plot);
    painter.setPen(QPen(ui::Theme::current().color(ui::ColorRole::Accent), ui::lineWidth));
    painter.drawPolyline(points);
}

Likeness compare(const QImage &ours, const QImage &naive, const QImage &empty, const QRect &plot)
{
    Likeness likeness;
    for (size_t level = 0; level < inkLevels.size(); ++level) {
        qint64 inked = 0;
        qint64 different = 0;
        for (int x = plot.left(); x <= plot.right(); ++x) {
            for (int y = plot.top(); y <= plot.bottom(); ++y) {
                const QRgb ground = empty.pixel(x, y);
                const bool isInked = distance(naive.pixel(x, y), ground) > inkLevels[level];
                const bool isDrawn = distance(ours.pixel(x, y), ground) > inkLevels[level];
                inked += isInked ? 1 : 0;
                different += isInked != isDrawn ? 1 : 0;
            }
        }
        if (inked > 0)
            likeness.inkDifference[level] = double(different) / double(inked);
    }
    for (int x = plot.left(); x <= plot.right(); ++x) {
        const auto wanted = inkOf(naive, empty, x, plot);
        const bool kept = !wanted || (hasInkNear(ours, empty, {x, wanted->first}) &&
                                      hasInkNear(ours, empty, {x, wanted->second}));
        likeness.lostExtrema += kept ? 0 : 1;
    }
    return likeness;
}

} // namespace bench
