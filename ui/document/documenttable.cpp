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

/// How many letters of body text stand on a line of the page.
constexpr double lettersOnALine = 95;
/// What a word needs beside its letters: some are wide, and each cell has an edge.
constexpr double wideLetters = 1.15;
constexpr double edgeLetters = 2.5;
/// A word is whole up to here. Addresses, and writing without blanks, go on in the next line.
constexpr qsizetype wholeLetters = 28;

double longestWord(const QString &text)
{
    qsizetype longest = 0;
    for (const QString &word : text.split(u' '))
        longest = std::max(longest, word.size());
    return wideLetters * double(std::min(longest, wholeLetters)) + edgeLetters;
}

/// A column of a table, in letters.
struct Share
{
    double wish = 0;  ///< by its longest and its usual cell
    double least = 0; ///< for its longest word
    bool isHeld = false;
};

Share shareOf(const wording::PostmortemTable &table, qsizetype column)
{
    Share share{double(table.columns[column].size()), longestWord(table.columns[column])};
    double letters = 0;
    for (const QStringList &row : table.rows) {
        const QString cell = cellOf(row, column);
        share.wish = std::max(share.wish, double(cell.size()));
        share.least = std::max(share.least, longestWord(cell));
        letters += double(cell.size());
    }
    share.wish = std::clamp((share.wish + 2 * letters / double(table.rows.size())) / 3, 9.0, 60.0);
    return share;
}

/// Those that would have to break a word get the room for it, and the others share the rest.
void holdTheNarrow(std::vector<Share> &shares)
{
    double room = lettersOnALine;
    double wishes = 0;
    double leasts = 0;
    for (const Share &share : shares) {
        wishes += share.wish;
        leasts += share.least;
    }
    // There is not room for all of them: each gives the same part of what it needs.
    if (leasts >= room) {
        for (Share &share : shares)
            share.wish = share.least;
        return;
    }
    const auto starves = [&](const Share &share) {
        return !share.isHeld && share.wish * room < share.least * wishes;
    };
    for (auto one = std::ranges::find_if(shares, starves); one != shares.end();
         one = std::ranges::find_if(shares, starves)) {
        one->isHeld = true;
        room -= one->least;
        wishes -= one->wish;
    }
    for (Share &share : shares)
        share.wish = share.isHeld ? share.least : share.wish * room / wishes;
}

/// Room by the longest cells, so that short columns stay on one line and no word is broken while
/// the page is wide enough.
QList<QTextLength> widthsOf(const wording::PostmortemTable &table)
{
    std::vector<Share> shares;
    for (qsizetype column = 0; column < table.columns.size(); ++column)
        shares.push_back(shareOf(table, column));
    holdTheNarrow(shares);
    double sum = 0;
    for (const Share &share : shares)
        sum += share.wish;
    QList<QTextLength> widths;
    for (const Share &share : shares)
        widths += QTextLength(QTextLength::PercentageLength, 100 * share.wish / sum);
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
    if (table.rows.empty() || table.columns.isEmpty())
        return;
    QTextTableFormat format = tableFormat();
    format.setHeaderRowCount(1);
    format.setColumnWidthConstraints(widthsOf(table));
    QTextTable *grid =
        cursor.insertTable(int(table.rows.size()) + 1, int(table.columns.size()), format);
    const QTextCharFormat head = textFormat(look, look.soft, 0.88, QFont::DemiBold);
    const QTextCharFormat body = textFormat(look, look.text, 0.95);
    for (qsizetype column = 0; column < table.columns.size(); ++column) {
        fill(grid->cellAt(0, int(column)), table.columns[column], head, look);
        for (size_t row = 0; row < table.rows.size(); ++row)
            fill(grid->cellAt(int(row) + 1, int(column)), cellOf(table.rows[row], column), body,
                 look);
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
