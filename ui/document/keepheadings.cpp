// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/document/postmortemdocument.h"

#include <algorithm>
#include <optional>
#include <QAbstractTextDocumentLayout>
#include <QGuiApplication>
#include <QPaintDevice>
#include <QScreen>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextTable>

namespace ui {

namespace {

/// Of a page; what is higher may be broken.
constexpr double longestKept = 0.4;
/// What stays free below a row that fills its page; less than a line of text.
constexpr double leastLeft = 6;

int pageOf(const QTextDocument &document, double y)
{
    return int(y / document.pageSize().height());
}

struct Extent
{
    double top = 0;
    double bottom = 0;
};

Extent extentOf(const QTextDocument &document, const QTextBlock &block)
{
    const QRectF place = document.documentLayout()->blockBoundingRect(block);
    return {place.top(), place.bottom()};
}

Extent extentOf(const QTextDocument &document, const QTextTable &table, int row)
{
    Extent extent = extentOf(document, table.cellAt(row, 0).firstCursorPosition().block());
    for (int column = 0; column < table.columns(); ++column) {
        const QTextBlock last = table.cellAt(row, column).lastCursorPosition().block();
        extent.bottom = std::max(extent.bottom, extentOf(document, last).bottom);
    }
    return extent;
}

bool canBeKept(const QTextDocument &document, const Extent &extent)
{
    return extent.bottom - extent.top <= document.pageSize().height() * longestKept;
}

bool isBroken(const QTextDocument &document, const Extent &extent)
{
    return pageOf(document, extent.top) != pageOf(document, extent.bottom - 1);
}

/// The last of what has to stand on the page of a heading: the first lines below it, of a table
/// its first row under the head. Nothing if nothing follows.
std::optional<Extent> companionOf(const QTextDocument &document, const QTextBlock &heading)
{
    QTextBlock next = heading.next();
    while (next.isValid() && keepsWithNext(next))
        next = next.next();
    if (!next.isValid())
        return std::nullopt;
    const QTextTable *table = QTextCursor(next).currentTable();
    if (!table)
        return extentOf(document, next);
    const int row = std::min(table->rows() - 1, table->format().headerRowCount());
    const Extent whole = extentOf(document, *table, row);
    if (canBeKept(document, whole))
        return whole;
    return extentOf(document, table->cellAt(row, 0).firstCursorPosition().block());
}

void beginPageAt(const QTextBlock &block)
{
    QTextBlockFormat format = block.blockFormat();
    format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
    format.setTopMargin(0);
    QTextCursor(block).setBlockFormat(format);
}

/// How many units of the page a unit of a format is.
double unitOf(const QTextDocument &document)
{
    const QPaintDevice *device = document.documentLayout()->paintDevice();
    const QScreen *screen = QGuiApplication::primaryScreen();
    return device && screen ? device->logicalDpiY() / screen->logicalDotsPerInchY() : 1;
}

/// The cells of a row that is read across stay on one page: the row above takes what is left of the
/// page. A break before a cell would leave a page with nothing but the head of the table.
void keepRow(const QTextDocument &document, const QTextTable &table, const QTextBlock &block)
{
    const int row = table.cellAt(block.position()).row();
    const bool isFirst = table.cellAt(row, 0).firstCursorPosition().block() == block;
    if (!isFirst || row <= table.format().headerRowCount())
        return;
    const Extent whole = extentOf(document, table, row);
    if (!isBroken(document, whole) || !canBeKept(document, whole))
        return;
    const double height = document.pageSize().height();
    const double left = (pageOf(document, whole.top) + 1) * height - whole.top;
    for (int column = 0; column < table.columns(); ++column) {
        QTextTableCell above = table.cellAt(row - 1, column);
        QTextTableCellFormat format = above.format().toTableCellFormat();
        format.setBottomPadding(format.bottomPadding() + left / unitOf(document) - leastLeft);
        above.setFormat(format);
    }
}

} // namespace

void keepHeadings(QTextDocument &document)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (const QTextTable *table = QTextCursor(block).currentTable())
            keepRow(document, *table, block);
        const auto companion = keepsWithNext(block) ? companionOf(document, block) : std::nullopt;
        if (companion && isBroken(document, {extentOf(document, block).top, companion->bottom}))
            beginPageAt(block);
    }
}

} // namespace ui
