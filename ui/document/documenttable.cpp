// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/document/documenttable.h"

#include <algorithm>

#include <QTextCursor>
#include <QTextTable>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double hairline = 0.6;
constexpr double quoteLine = 2.5;

QString cellOf(const QStringList &row, qsizetype column)
{
    return row.value(column).trimmed();
}

std::vector<qsizetype> columnsWithWords(const wording::PostmortemTable &table)
{
    std::vector<qsizetype> columns;
    for (qsizetype column = 0; column < table.columns.size(); ++column) {
        const bool says = std::ranges::any_of(
            table.rows, [&](const QStringList &row) { return !cellOf(row, column).isEmpty(); });
        if (says)
            columns.push_back(column);
    }
    return columns;
}

/// Room by the longest cells, so that short columns stay on one line and no column starves.
QList<QTextLength> widthsOf(const wording::PostmortemTable &table,
                            const std::vector<qsizetype> &columns)
{
    std::vector<double> weights;
    double sum = 0;
    for (const qsizetype column : columns) {
        qsizetype longest = table.columns[column].size();
        qsizetype letters = 0;
        for (const QStringList &row : table.rows) {
            longest = std::max(longest, cellOf(row, column).size());
            letters += cellOf(row, column).size();
        }
        const double usual = double(letters) / double(table.rows.size());
        const double weight = std::clamp((double(longest) + 2 * usual) / 3, 9.0, 60.0);
        weights.push_back(weight);
        sum += weight;
    }
    QList<QTextLength> widths;
    for (const double weight : weights)
        widths += QTextLength(QTextLength::PercentageLength, 100 * weight / sum);
    return widths;
}

QTextTableFormat tableFormat()
{
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellSpacing(0);
    format.setCellPadding(0);
    format.setTopMargin(0);
    format.setBottomMargin(8);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    return format;
}

void fill(const QTextTableCell &cell, const QString &text, const QTextCharFormat &letters,
          const DocumentLook &look)
{
    QTextTableCellFormat format;
    format.setTopPadding(3);
    format.setBottomPadding(4);
    format.setRightPadding(10);
    format.setBottomBorder(hairline);
    format.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBottomBorderBrush(look.line);
    QTextTableCell(cell).setFormat(format);
    cell.firstCursorPosition().insertText(text, letters);
}

/// On to the block behind a table, which every table has; it takes no room of its own.
void leave(QTextCursor &cursor, const QTextTable &table)
{
    cursor.setPosition(table.lastPosition() + 1);
    QTextBlockFormat thin;
    thin.setLineHeight(1, QTextBlockFormat::FixedHeight);
    cursor.setBlockFormat(thin);
}

} // namespace

QTextCharFormat textFormat(const DocumentLook &look, const QColor &colour, double size,
                           QFont::Weight weight)
{
    QTextCharFormat format;
    QFont font = look.font;
    if (font.pixelSize() > 0)
        font.setPixelSize(int(font.pixelSize() * size + 0.5));
    else
        font.setPointSizeF(font.pointSizeF() * size);
    font.setWeight(weight);
    format.setFont(font);
    format.setForeground(colour);
    return format;
}

void insertTable(QTextCursor &cursor, const wording::PostmortemTable &table,
                 const DocumentLook &look)
{
    const std::vector<qsizetype> columns = columnsWithWords(table);
    if (columns.empty())
        return;
    QTextTableFormat format = tableFormat();
    format.setHeaderRowCount(1);
    format.setColumnWidthConstraints(widthsOf(table, columns));
    QTextTable *grid = cursor.insertTable(int(table.rows.size()) + 1, int(columns.size()), format);
    const QTextCharFormat head = textFormat(look, look.soft, 0.88, QFont::DemiBold);
    const QTextCharFormat body = textFormat(look, look.text, 0.95);
    for (size_t column = 0; column < columns.size(); ++column) {
        fill(grid->cellAt(0, int(column)), table.columns[columns[column]], head, look);
        for (size_t row = 0; row < table.rows.size(); ++row)
            fill(grid->cellAt(int(row) + 1, int(column)), cellOf(table.rows[row], columns[column]),
                 body, look);
    }
    leave(cursor, *grid);
}

void insertQuote(QTextCursor &cursor, const QString &title, const QString &body,
                 const DocumentLook &look)
{
    QTextTable *box = cursor.insertTable(1, 1, tableFormat());
    QTextTableCell cell = box->cellAt(0, 0);
    QTextTableCellFormat format;
    format.setPadding(8);
    format.setLeftPadding(12);
    format.setBackground(look.band);
    format.setLeftBorder(quoteLine);
    format.setLeftBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setLeftBorderBrush(look.accent);
    cell.setFormat(format);
    QTextCursor inside = cell.firstCursorPosition();
    inside.insertText(title, textFormat(look, look.text, 1, QFont::DemiBold));
    QTextBlockFormat paragraph;
    paragraph.setTopMargin(4);
    for (const QString &text : body.split(u"\n\n"_s, Qt::SkipEmptyParts)) {
        inside.insertBlock(paragraph, textFormat(look, look.text));
        inside.insertText(QString(text.trimmed()).replace(u'\n', QChar::LineSeparator),
                          textFormat(look, look.text));
    }
    leave(cursor, *box);
}

} // namespace ui
