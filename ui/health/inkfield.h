// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <cstdlib>
#include <QPointF>
#include <QRect>
#include <vector>

namespace ui {

/// How much of each pixel of a rectangle is covered by outlines that are laid over each other.
/// Where several lie in one pixel their shares add up, to the whole pixel at most: so does
/// QPainter's own antialiasing, and a line looks the same drawn by either.
///
/// Each column keeps only where, going down, the coverage changes, and where its slope does. An
/// edge so costs as much as the columns it crosses, however steep it is.
class InkField
{
public:
    /// Of a pixel that is covered wholly.
    static constexpr int whole = 1 << 16;

    explicit InkField(const QRect &field);

    /// An edge of a closed outline. All outlines run round in the same sense.
    void addEdge(QPointF from, QPointF to);
    /// An upright bar, as an outline of its own; `times` of them over each other.
    void addBar(double left, double right, double top, double bottom, int times);

    /// Calls `paint(x, y, share)` for each pixel that is covered, with 1 to `whole`.
    template <class Paint>
    void drain(Paint paint) const
    {
        for (int column = 0; column < m_field.width(); ++column) {
            const Rows rows = m_rows[size_t(column)];
            const Change *const changes = m_changes.data() + size_t(column) * m_height;
            int slope = 0;
            int covered = 0;
            for (int y = rows.first; y < std::min(rows.end, m_field.height()); ++y) {
                slope += changes[y].slope;
                covered += changes[y].step + slope;
                if (covered != 0)
                    paint(m_field.left() + column, m_field.top() + y,
                          std::min(std::abs(covered), whole));
            }
        }
    }

private:
    struct Change
    {
        int step = 0;  ///< by how much more is covered from this row on
        int slope = 0; ///< by how much that grows a row
    };
    struct Level
    {
        int row = 0;
        float inRow = 0; ///< the part of that row which lies below the level
    };
    struct Rows
    {
        int first = 1 << 30;
        int end = 0;
    };

    Change *changesOf(int column, int firstRow, int endRow);
    void addPiece(int column, double width, double from, double to);
    void addInside(int column, double width, double top, double bottom);
    void addLevelAt(int column, double width, double y);

    static Level levelAt(double y) { return {int(y), float(int(y) + 1 - y)}; }
    /// A level edge: from its height on, `share` more of the column is covered.
    static void addLevel(Change *changes, int share, Level level)
    {
        const int below = int(float(share) * level.inRow);
        changes[level.row].step += below;
        changes[level.row + 1].step += share - below;
    }

    QRect m_field;
    size_t m_height; ///< of a column of changes: two rows more, for what ends at the bottom
    std::vector<Change> m_changes;
    std::vector<Rows> m_rows;
};

} // namespace ui
