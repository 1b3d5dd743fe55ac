// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/health/linepainter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace ui {

namespace {

constexpr int parts = linePartsPerPixel;

/// What is covered of a part of a column, from top to bottom. A line that never turns back covers
/// one piece of it.
struct Reach
{
    float top = 1;
    float bottom = -1;

    [[nodiscard]] bool isEmpty() const { return top > bottom; }

    void add(double from, double to)
    {
        const auto low = float(std::min(from, to));
        const auto high = float(std::max(from, to));
        if (isEmpty()) {
            top = low;
            bottom = high;
        } else {
            top = std::min(top, low);
            bottom = std::max(bottom, high);
        }
    }
};

/// Where the middle of the line is, part of a column by part of a column.
class Trace
{
public:
    Trace(const QList<QPointF> &points, int firstColumn, int lastColumn)
        : m_first(firstColumn * parts)
        , m_reaches(size_t(lastColumn - firstColumn + 1) * parts)
    {
        for (qsizetype i = 1; i < points.size(); ++i)
            follow(points[i - 1], points[i]);
    }

    [[nodiscard]] const std::vector<Reach> &reaches() const { return m_reaches; }

private:
    void follow(QPointF from, QPointF to)
    {
        const double x0 = from.x() * parts - m_first;
        const double x1 = to.x() * parts - m_first;
        const int begin = std::max(0, int(std::floor(x0)));
        const int end = std::min(int(m_reaches.size()) - 1, int(std::floor(x1)));
        if (begin > end)
            return;
        const double slope = x1 > x0 ? (to.y() - from.y()) / (x1 - x0) : 0;
        for (int part = begin; part <= end; ++part) {
            const double enters = std::max(x0, double(part));
            const double leaves = std::min(x1, double(part + 1));
            const double top =
                part == int(std::floor(x0)) ? from.y() : from.y() + (enters - x0) * slope;
            const double bottom =
                part == int(std::floor(x1)) ? to.y() : from.y() + (leaves - x0) * slope;
            m_reaches[size_t(part)].add(top, bottom);
        }
    }

    int m_first;
    std::vector<Reach> m_reaches;
};

/// The trace, as wide as the pen: a disc moves along it.
std::vector<Reach> widened(const std::vector<Reach> &trace, double width)
{
    const double radius = width / 2;
    const int side = int(std::floor(radius * parts));
    std::vector<float> heights;
    for (int away = 0; away <= side; ++away) {
        const double beside = double(away) / parts;
        heights.push_back(float(std::sqrt(radius * radius - beside * beside)));
    }
    const int count = int(trace.size());
    std::vector<Reach> wide(trace.size());
    for (int i = 0; i < count; ++i) {
        const Reach &reach = trace[size_t(i)];
        if (reach.isEmpty())
            continue;
        for (int j = std::max(0, i - side); j <= std::min(count - 1, i + side); ++j) {
            const float height = heights[size_t(std::abs(i - j))];
            wide[size_t(j)].add(reach.top - height, reach.bottom + height);
        }
    }
    return wide;
}

/// How much of each pixel of a column is covered, 0 to 1.
class Coverage
{
public:
    Coverage(int top, int bottom)
        : m_top(top)
        , m_share(size_t(bottom - top + 2), 0.0F)
    {}

    void add(const Reach &reach)
    {
        const float from = std::max(reach.top, float(m_top));
        const float to = std::min(reach.bottom, float(m_top + int(m_share.size()) - 1));
        if (!(from < to))
            return;
        const int first = int(from) - m_top;
        const int last = int(to) - m_top;
        m_from = std::min(m_from, first);
        m_to = std::max(m_to, std::min(last, int(m_share.size()) - 2));
        for (int y = first; y <= last && y <= m_to; ++y) {
            const float upper = std::max(from, float(m_top + y));
            const float lower = std::min(to, float(m_top + y + 1));
            m_share[size_t(y)] += (lower - upper) / parts;
        }
    }

    /// Hands what is covered to `paint(y, share)`, and forgets it.
    template <class Paint>
    void drain(Paint paint)
    {
        for (int y = m_from; y <= m_to; ++y) {
            if (m_share[size_t(y)] > 0)
                paint(m_top + y, std::min(1.0F, m_share[size_t(y)]));
            m_share[size_t(y)] = 0;
        }
        m_from = int(m_share.size());
        m_to = -1;
    }

private:
    int m_top;
    std::vector<float> m_share;
    int m_from = int(m_share.size());
    int m_to = -1;
};

/// A colour laid over pixels.
class Ink
{
public:
    explicit Ink(const QColor &color)
        : m_parts{uint(color.blue()), uint(color.green()), uint(color.red()), 255}
        , m_alpha(float(color.alphaF()) * 256)
        , m_solid(qPremultiply(color.rgba()))
        , m_isOpaque(color.alpha() == 255)
    {}

    void lay(QRgb &pixel, float share) const
    {
        const auto over = uint(share * m_alpha + 0.5F);
        if (over >= 256 && m_isOpaque) {
            pixel = m_solid;
            return;
        }
        const uint under = 256 - std::min(over, 256U);
        QRgb mixed = 0;
        for (uint part = 0; part < 4; ++part) {
            const uint shift = part * 8;
            const uint there = (pixel >> shift) & 255;
            mixed |= ((there * under + m_parts[part] * (256 - under)) >> 8) << shift;
        }
        pixel = mixed;
    }

private:
    std::array<uint, 4> m_parts;
    float m_alpha;
    QRgb m_solid;
    bool m_isOpaque;
};

} // namespace

void paintLine(QImage &onto, const QList<QPointF> &points, double width, const QColor &color,
               const QRect &clip)
{
    const QRect field = clip.intersected(onto.rect());
    if (points.size() < 2 || field.isEmpty() || !(width > 0))
        return;
    const int beside = int(std::ceil(width));
    const double outermost = field.right() + 1 + beside;
    const double innermost = field.left() - beside;
    const int first = int(std::floor(std::max(points.first().x(), innermost))) - beside;
    const int last = int(std::floor(std::min(points.last().x(), outermost))) + beside;
    if (first > last)
        return;
    const auto reaches = widened(Trace(points, first, last).reaches(), width);
    const Ink ink(color);
    Coverage coverage(field.top(), field.bottom());
    const qsizetype stride = onto.bytesPerLine() / qsizetype(sizeof(QRgb));
    auto *const pixels = reinterpret_cast<QRgb *>(onto.bits());
    for (int x = std::max(first, field.left()); x <= std::min(last, field.right()); ++x) {
        for (int part = 0; part < parts; ++part) {
            const Reach &reach = reaches[size_t((x - first) * parts + part)];
            if (!reach.isEmpty())
                coverage.add(reach);
        }
        coverage.drain([&](int y, float share) { ink.lay(pixels[y * stride + x], share); });
    }
}

} // namespace ui
