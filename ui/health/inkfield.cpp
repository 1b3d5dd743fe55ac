// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/health/inkfield.h"

namespace ui {

namespace {

int shareOf(double part)
{
    return int(part * InkField::whole);
}

} // namespace

InkField::InkField(const QRect &field)
    : m_field(field)
    , m_height(size_t(field.height()) + 2)
    , m_changes(m_height * size_t(field.width()))
    , m_rows(size_t(field.width()))
{}

InkField::Change *InkField::changesOf(int column, int firstRow, int endRow)
{
    Rows &rows = m_rows[size_t(column)];
    rows.first = std::min(rows.first, firstRow);
    // What is covered stays so until an edge ends it: rows below are read as long as any is.
    rows.end = std::max(rows.end, endRow);
    return m_changes.data() + size_t(column) * m_height;
}

void InkField::addEdge(QPointF from, QPointF to)
{
    double x0 = from.x() - m_field.left();
    double x1 = to.x() - m_field.left();
    double y0 = from.y() - m_field.top();
    double y1 = to.y() - m_field.top();
    const double sense = x0 < x1 ? 1 : -1;
    if (x0 > x1) {
        std::swap(x0, x1);
        std::swap(y0, y1);
    }
    if (x0 == x1 || x1 <= 0 || x0 >= m_field.width())
        return;
    const int first = std::max(0, int(x0));
    const int last = std::min(m_field.width() - 1, int(x1));
    if (first == last && x0 >= 0 && x1 <= m_field.width()) {
        addPiece(first, sense * (x1 - x0), y0, y1);
        return;
    }
    const double slope = (y1 - y0) / (x1 - x0);
    for (int column = first; column <= last; ++column) {
        const double enters = std::max(x0, double(column));
        const double leaves = std::min(x1, double(column + 1));
        addPiece(column, sense * (leaves - enters), y0 + (enters - x0) * slope,
                 y0 + (leaves - x0) * slope);
    }
}

/// Of an edge, the piece in one column, `width` wide. What lies above the field counts as lying at
/// its top, and what lies below it not at all.
void InkField::addPiece(int column, double width, double from, double to)
{
    double top = std::min(from, to);
    double bottom = std::max(from, to);
    const double height = m_field.height();
    if (top >= height)
        return;
    const double perRow = bottom > top ? width / (bottom - top) : 0;
    if (bottom > height) {
        width -= (bottom - height) * perRow;
        bottom = height;
    }
    if (bottom <= 0) {
        addLevelAt(column, width, 0);
        return;
    }
    if (top < 0) {
        addLevelAt(column, -top * perRow, 0);
        width += top * perRow;
        top = 0;
    }
    addInside(column, width, top, bottom);
}

void InkField::addInside(int column, double width, double top, double bottom)
{
    const int first = int(top);
    const int last = int(bottom);
    if (first == last) {
        addLevelAt(column, width, (top + bottom) / 2);
        return;
    }
    Change *const changes = changesOf(column, first, last + 2);
    const double perRow = width / (bottom - top);
    const double begins = first + 1 - top; // of the first row, what lies below where it begins
    const double ends = bottom - last;
    const int all = shareOf(width);
    const int inFirst = shareOf(perRow * begins * begins / 2);
    const int inLast = all - shareOf(perRow * ends * ends / 2);
    changes[first].step += inFirst;
    int before = inFirst;
    if (last > first + 1) {
        const int inSecond = shareOf(perRow * (begins + 0.5));
        const int growth = shareOf(perRow);
        changes[first + 1].step += inSecond - inFirst;
        changes[first + 2].slope += growth;
        changes[last].slope -= growth;
        before = inSecond + growth * (last - first - 2);
    }
    changes[last].step += inLast - before;
    changes[last + 1].step += all - inLast;
}

void InkField::addLevelAt(int column, double width, double y)
{
    const Level level = levelAt(y);
    addLevel(changesOf(column, level.row, level.row + 2), shareOf(width), level);
}

void InkField::addBar(double left, double right, double top, double bottom, int times)
{
    left -= m_field.left();
    right -= m_field.left();
    const double height = m_field.height();
    top = std::clamp(top - m_field.top(), 0.0, height);
    bottom = std::clamp(bottom - m_field.top(), 0.0, height);
    if (right <= 0 || left >= m_field.width() || top == bottom)
        return;
    const Level begins = levelAt(top);
    const Level ends = levelAt(bottom);
    const int first = std::max(0, int(left));
    const int last = std::min(m_field.width() - 1, int(right));
    for (int column = first; column <= last; ++column) {
        const int share =
            times * shareOf(std::min(right, double(column + 1)) - std::max(left, double(column)));
        Change *const changes = changesOf(column, begins.row, ends.row + 2);
        addLevel(changes, share, begins);
        addLevel(changes, -share, ends);
    }
}

} // namespace ui
