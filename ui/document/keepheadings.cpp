// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/document/postmortemdocument.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextTable>

namespace ui {

namespace {

int pageOf(const QTextDocument &document, double y)
{
    return int(y / document.pageSize().height());
}

/// The last of what has to stand on the page of a heading: the first lines below it, of a table
/// its first row under the head.
QTextBlock companionOf(const QTextBlock &heading)
{
    QTextBlock next = heading.next();
    while (next.isValid() && keepsWithNext(next))
        next = next.next();
    const QTextTable *table = next.isValid() ? QTextCursor(next).currentTable() : nullptr;
    if (!table)
        return next;
    const int row = std::min(table->rows() - 1, table->format().headerRowCount());
    return table->cellAt(row, 0).firstCursorPosition().block();
}

} // namespace

void keepHeadings(QTextDocument &document)
{
    const QAbstractTextDocumentLayout *layout = document.documentLayout();
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QTextBlock companion = keepsWithNext(block) ? companionOf(block) : QTextBlock();
        if (!companion.isValid())
            continue;
        const double y = layout->blockBoundingRect(block).top();
        const double other = layout->blockBoundingRect(companion).bottom();
        if (pageOf(document, y) == pageOf(document, other - 1))
            continue;
        QTextBlockFormat format = block.blockFormat();
        format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
        format.setTopMargin(0);
        QTextCursor(block).setBlockFormat(format);
    }
}

} // namespace ui
