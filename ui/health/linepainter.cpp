// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/health/linepainter.h"

#include "ui/health/inkfield.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace ui {

namespace {

/// A stroke that goes less far sideways is drawn as upright, px.
constexpr double upright = 1.0 / 8;
/// A point nearer to the one before than this, both ways, is passed over, px.
constexpr double same = 1.0 / 16;
/// So many points in one column are a crowd: as many as are left of any number of samples.
constexpr qsizetype crowd = 4;

/// A pen that leaves ink along a line.
class Stroker
{
public:
    Stroker(InkField &field, double width)
        : m_field(field)
        , m_radius(width / 2)
    {}

    void draw(const QList<QPointF> &points)
    {
        m_at = points.first();
        for (qsizetype i = 1; i < points.size();) {
            const qsizetype end = endOfCrowd(points, i);
            if (end - i >= crowd) {
                if (!isAmongStack(points[i]))
                    lineTo(points[i], i == 1, false);
                stack({points.begin() + i, points.begin() + end});
                i = end;
            } else {
                lineTo(points[i], i == 1, end == points.size());
                ++i;
            }
        }
        finish();
    }

private:
    using Crowd = std::span<const QPointF>;

    /// Behind the last point of those that share a column with this one.
    static qsizetype endOfCrowd(const QList<QPointF> &points, qsizetype from)
    {
        const double right = std::floor(points[from].x() * columnsPerPixel + 1) / columnsPerPixel;
        qsizetype end = from + 1;
        while (end < points.size() && points[end].x() < right)
            ++end;
        return end;
    }

    /// The highest and the lowest stand where they are; the strokes that lead to each and away from
    /// it leave their ink twice. The strokes among the others lie between, and add nothing.
    void stack(Crowd crowd)
    {
        finish();
        const auto [high, low] = std::minmax_element(
            crowd.begin(), crowd.end(), [](QPointF a, QPointF b) { return a.y() < b.y(); });
        const auto begin = crowd.begin();
        const auto last = crowd.end() - 1;
        const double parting = begin == high || begin == low ? last->y()
                               : last == high || last == low ? begin->y()
                                                             : (begin->y() + last->y()) / 2;
        const auto strokesAt = [=](auto extreme) {
            return extreme == begin || extreme == last ? 1 : 2;
        };
        addUpright(high->x(), high->y(), parting, strokesAt(high));
        addUpright(low->x(), parting, low->y(), strokesAt(low));
        m_at = *last;
        const bool endsInside = last->y() > high->y() && last->y() < low->y();
        m_stack = endsInside ? Stack{high->y(), low->y()} : Stack{};
    }

    /// Whether a stroke from the last stack to a point would lie among its strokes.
    bool isAmongStack(QPointF point) const
    {
        return point.y() > m_stack.top && point.y() < m_stack.bottom;
    }

    void lineTo(QPointF to, bool isFirst, bool isLast)
    {
        const QPointF way = to - m_at;
        if (!isLast && std::abs(way.x()) < same && std::abs(way.y()) < same)
            return;
        stroke(m_at, to, isFirst, isLast);
        m_at = to;
        m_stack = {};
    }

    void stroke(QPointF from, QPointF to, bool isFirst, bool isLast)
    {
        const QPointF way = to - from;
        if (std::abs(way.x()) < upright && std::abs(way.y()) > 2 * std::abs(way.x())) {
            finish();
            addUpright((from.x() + to.x()) / 2, std::min(from.y(), to.y()),
                       std::max(from.y(), to.y()), 1);
        } else if (!way.isNull()) {
            const QPointF reach = way * (m_radius / std::sqrt(QPointF::dotProduct(way, way)));
            lead(isFirst ? from - reach : from, isLast ? to + reach : to,
                 QPointF(reach.y(), -reach.x()));
        }
    }

    void addUpright(double x, double top, double bottom, int times)
    {
        m_field.addBar(x - m_radius, x + m_radius, top, bottom, times);
    }

    /// `aside`: from the middle of the line to its edge.
    void lead(QPointF from, QPointF to, QPointF aside)
    {
        if (m_isOpen)
            join(from, aside);
        else
            m_field.addEdge(from - aside, from + aside);
        m_field.addEdge(from + aside, to + aside);
        m_field.addEdge(to - aside, from - aside);
        m_isOpen = true;
        m_end = to;
        m_aside = aside;
    }

    /// Bevelled on the outer side; inside, over the corner itself.
    void join(QPointF corner, QPointF aside)
    {
        const double turn = m_aside.x() * aside.y() - m_aside.y() * aside.x();
        if (turn > 0) {
            m_field.addEdge(corner + m_aside, corner + aside);
            m_field.addEdge(corner - aside, corner);
            m_field.addEdge(corner, corner - m_aside);
        } else {
            m_field.addEdge(corner + m_aside, corner);
            m_field.addEdge(corner, corner + aside);
            m_field.addEdge(corner - aside, corner - m_aside);
        }
    }

    void finish()
    {
        if (m_isOpen)
            m_field.addEdge(m_end + m_aside, m_end - m_aside);
        m_isOpen = false;
    }

    struct Stack
    {
        double top = 0; ///< px from the top, as all here
        double bottom = 0;
    };

    InkField &m_field;
    double m_radius;
    QPointF m_at;  ///< where the pen is
    Stack m_stack; ///< which it has just drawn, and ended inside of; otherwise empty
    bool m_isOpen = false;
    QPointF m_end;
    QPointF m_aside;
};

/// A colour laid over pixels.
class Ink
{
public:
    explicit Ink(const QColor &color)
        : m_parts{uint(color.blue()), uint(color.green()), uint(color.red()), 255}
        , m_alpha(uint(std::lround(color.alphaF() * 256)))
        , m_solid(qPremultiply(color.rgba()))
        , m_isOpaque(color.alpha() == 255)
    {}

    /// `share`: of InkField::whole.
    void lay(QRgb &pixel, int share) const
    {
        const uint over = (uint(share) * m_alpha + InkField::whole / 2) / InkField::whole;
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
    uint m_alpha; ///< 256 and not 255 for all
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
    InkField covered(field);
    Stroker(covered, width).draw(points);
    const Ink ink(color);
    const qsizetype stride = onto.bytesPerLine() / qsizetype(sizeof(QRgb));
    auto *const pixels = reinterpret_cast<QRgb *>(onto.bits());
    covered.drain([&](int x, int y, int share) { ink.lay(pixels[y * stride + x], share); });
}

} // namespace ui
