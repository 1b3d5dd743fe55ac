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
        if (!m_before)
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
        m_before = {column.lastAt(), column.lastQuality(), 0};
    }

    /// The same of a column that is one stroke, as nearly all are: faster where a line leads to it.
    void add(const Stroke &column)
    {
        const bool isJoined = m_before && m_before->quality == Quality::Ok &&
                              column.first.at - m_before->at <= longestSilence(m_step);
        if (!isJoined) {
            add(Summary(column, 1));
            return;
        }
        draw(column);
        m_before->at = column.last.at;
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
        Summary both(*m_before);
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
        if (!m_before) {
            stretch(Quality::NotMeasured, m_view.from, m_view.now);
            return;
        }
        const double last = ms(m_before->at);
        const bool silence = m_view.now - last > double(longestSilence(m_step).count());
        const double heldUntil = silence ? last + double(m_step.count()) : m_view.now;
        if (m_before->quality != Quality::Ok)
            stretch(m_before->quality, last, std::max(last, heldUntil));
        if (silence)
            stretch(Quality::NotMeasured, heldUntil, m_view.now);
    }

    static Summary firstOf(const Summary &column)
    {
        return Summary(Sample{column.firstAt(), column.firstQuality(), 0});
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
        // Not QPointF's own comparison, for which two times in a millisecond are equal.
        if (m_line.isEmpty() || m_line.constLast().x() != place.x() ||
            m_line.constLast().y() != place.y())
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
    std::optional<Sample> m_before; ///< of the last column the last one, without its value
    QList<QPointF> m_line;
    std::array<QList<Stretch>, qualityCount> m_stretches;
    Picture m_picture;
};

/// The lowest and the highest of what lies in the view.
class Range
{
public:
    void add(const std::optional<Extent> &extent)
    {
        if (!extent)
            return;
        m_lowest = std::min(m_lowest.value_or(extent->min.value), extent->min.value);
        m_highest = std::max(m_highest.value_or(extent->max.value), extent->max.value);
    }

    [[nodiscard]] std::optional<double> lowest() const { return m_lowest; }
    [[nodiscard]] std::optional<double> highest() const { return m_highest; }

private:
    std::optional<double> m_lowest;
    std::optional<double> m_highest;
};

/// Where the columns of a view end.
class Grid
{
public:
    explicit Grid(const View &view)
        : m_view(view)
        , m_msPerColumn((view.to - view.from) / view.width)
    {}

    /// Counted from the one that begins at 0 device pixels.
    [[nodiscard]] double columnAt(base::InstantMs at) const
    {
        return std::floor(m_view.left + (ms(at) - m_view.from) / m_msPerColumn);
    }

    [[nodiscard]] base::InstantMs endOf(double column) const
    {
        return instantAt(m_view.from + (column + 1 - m_view.left) * m_msPerColumn);
    }

    /// By how many samples an edge may be missed: by a quarter of a column.
    [[nodiscard]] qsizetype slack(milliseconds step) const
    {
        constexpr double share = 1.0 / 4;
        return qsizetype(m_msPerColumn * share / double(step.count()));
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
    const milliseconds step = series.info().step;
    const qsizetype slack = grid.slack(step);
    Range inside;
    double column = grid.columnAt(instantAt(view.from)) - 1;
    for (qsizetype i = first; i < end;) {
        qsizetype next = series.partingAt(i, end, grid.endOf(++column), slack);
        if (next == i) { // nothing in that column: on to one that has something
            column = std::max(column + 1, grid.columnAt(series.at(i).at));
            next = std::max(i + 1, series.partingAt(i, end, grid.endOf(column), slack));
        }
        if (const auto stroke = series.stroke(i, next)) {
            inside.add(Extent{stroke->min, stroke->max});
            tracer.add(*stroke);
        } else {
            const Summary summary = series.summary(i, next);
            inside.add(summary.extent());
            tracer.add(summary);
        }
        i = next;
    }
    if (end < series.size())
        tracer.add(series.summary(end, end + 1));
    Picture picture = tracer.finish(end == series.size());
    picture.lowest = inside.lowest();
    picture.highest = inside.highest();
    return picture;
}

} // namespace health
