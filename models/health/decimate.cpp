// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "health/decimate.h"

#include <algorithm>
#include <cmath>

namespace health {

namespace {

using std::chrono::milliseconds;

double ms(base::InstantMs at)
{
    return double(at.time_since_epoch().count());
}

/// The first whole millisecond at or after a place on the axis.
base::InstantMs instantAt(double axis)
{
    return base::InstantMs(milliseconds(qint64(std::ceil(axis))));
}

/// Draws summaries one after the other, as if each were one column wide.
class Tracer
{
public:
    Tracer(milliseconds step, const View &view)
        : m_step(step)
        , m_view(view)
    {}

    void add(const Summary &column)
    {
        if (m_before.isEmpty())
            stretch(Quality::NotMeasured, m_view.from, ms(column.firstAt()));
        else
            addBetween(column);
        for (const Quality quality : badQualities) {
            if (const auto &spell = column.spell(quality))
                stretch(quality, ms(spell->from), ms(spell->to));
        }
        draw(column.head());
        if (column.isBroken()) {
            finishLine();
            if (const auto &middle = column.middle())
                addDots(*middle);
            draw(column.tail());
        }
        m_before = column;
    }

    /// `open`: nothing has been measured since the last column.
    [[nodiscard]] Picture finish(bool open)
    {
        finishLine();
        if (open)
            addUntilNow();
        for (auto &stretches : m_stretches)
            m_picture.stretches += stretches;
        std::stable_sort(m_picture.stretches.begin(), m_picture.stretches.end(),
                         [](const Stretch &a, const Stretch &b) { return a.from < b.from; });
        return std::move(m_picture);
    }

private:
    void addBetween(const Summary &column)
    {
        Summary both = lastOf(m_before);
        both.add(firstOf(column), m_step);
        if (both.isBroken())
            finishLine();
        for (const Quality quality : badQualities) {
            if (const auto &spell = both.spell(quality))
                stretch(quality, ms(spell->from), ms(spell->to));
        }
    }

    void addUntilNow()
    {
        if (m_before.isEmpty()) {
            stretch(Quality::NotMeasured, m_view.from, m_view.now);
            return;
        }
        const double last = ms(m_before.lastAt());
        const bool silence = m_view.now - last > double(longestSilence(m_step).count());
        const double heldUntil = silence ? last + double(m_step.count()) : m_view.now;
        if (m_before.lastQuality() != Quality::Ok)
            stretch(m_before.lastQuality(), last, std::max(last, heldUntil));
        if (silence)
            stretch(Quality::NotMeasured, heldUntil, m_view.now);
    }

    static Summary firstOf(const Summary &column)
    {
        return Summary(Sample{column.firstAt(), column.firstQuality(), 0});
    }

    static Summary lastOf(const Summary &column)
    {
        return Summary(Sample{column.lastAt(), column.lastQuality(), 0});
    }

    void draw(const std::optional<Stroke> &stroke)
    {
        if (!stroke)
            return;
        const bool minFirst = stroke->min.at <= stroke->max.at;
        addPoint(stroke->first);
        addPoint(minFirst ? stroke->min : stroke->max);
        addPoint(minFirst ? stroke->max : stroke->min);
        addPoint(stroke->last);
    }

    void addPoint(const Point &point)
    {
        const QPointF place(ms(point.at), point.value);
        if (m_line.isEmpty() || m_line.last() != place)
            m_line.append(place);
    }

    void addDots(const Extent &extent)
    {
        addDot({ms(extent.min.at), extent.min.value});
        if (extent.max != extent.min)
            addDot({ms(extent.max.at), extent.max.value});
    }

    void addDot(QPointF place)
    {
        if (place.x() >= m_view.from && place.x() <= m_view.to)
            m_picture.dots.append(place);
    }

    void finishLine()
    {
        if (m_line.size() == 1)
            addDot(m_line.first());
        else if (m_line.size() > 1)
            m_picture.lines.append(m_line);
        m_line.clear();
    }

    void stretch(Quality quality, double from, double to)
    {
        to = std::min(to, std::max(m_view.now, from));
        if (from > m_view.to || to < m_view.from || from > m_view.now ||
            (from == to && quality == Quality::NotMeasured))
            return;
        QList<Stretch> &known = m_stretches[size_t(quality)];
        if (!known.isEmpty() && from <= known.last().to)
            known.last().to = std::max(known.last().to, to);
        else
            known.append({from, to, quality});
    }

    milliseconds m_step;
    View m_view;
    Summary m_before;
    QList<QPointF> m_line;
    std::array<QList<Stretch>, qualityCount> m_stretches;
    Picture m_picture;
};

/// Where the columns of a view end.
class Grid
{
public:
    explicit Grid(const View &view)
        : m_view(view)
        , m_msPerColumn((view.to - view.from) / view.width)
    {}

    [[nodiscard]] base::InstantMs endOfColumnAt(base::InstantMs at) const
    {
        const double place = m_view.left + (ms(at) - m_view.from) / m_msPerColumn;
        const double edge = std::floor(place) + 1 - m_view.left;
        return instantAt(m_view.from + edge * m_msPerColumn);
    }

private:
    View m_view;
    double m_msPerColumn;
};

} // namespace

Picture decimate(const Series &series, const View &view)
{
    if (!(view.to > view.from) || !(view.width > 0))
        return {};
    const Grid grid(view);
    const qsizetype first = series.indexAt(instantAt(view.from));
    const qsizetype end = series.indexAt(instantAt(std::floor(view.to) + 1));
    Tracer tracer(series.info().step, view);
    if (first > 0)
        tracer.add(series.summary(first - 1, first));
    Summary inside;
    for (qsizetype i = first; i < end;) {
        const qsizetype next =
            std::clamp(series.indexAt(grid.endOfColumnAt(series.at(i).at)), i + 1, end);
        const Summary column = series.summary(i, next);
        inside.add(column, series.info().step);
        tracer.add(column);
        i = next;
    }
    if (end < series.size())
        tracer.add(series.summary(end, end + 1));
    Picture picture = tracer.finish(end == series.size());
    if (const auto extent = inside.extent()) {
        picture.lowest = extent->min.value;
        picture.highest = extent->max.value;
    }
    return picture;
}

} // namespace health
