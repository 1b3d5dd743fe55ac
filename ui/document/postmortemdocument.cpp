// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/document/postmortemdocument.h"
#include "ui/document/documenttable.h"
#include "ui/document/pictureobject.h"
#include "ui/theme/theme.h"
#include "wording/sectionhtml.h"

#include <QFontInfo>
#include <QTextBlock>
#include <QTextCursor>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int keepProperty = QTextFormat::UserProperty + 10;

// Of the size of body text.
constexpr double titleSize = 2.0;
constexpr double headingSize = 1.35;
constexpr double smallSize = 0.9;

constexpr double paperPoints = 9.5;

class Writer
{
public:
    Writer(QTextDocument &document, const DocumentLook &look)
        : m_look(look)
        , m_cursor(&document)
    {
        document.setDefaultFont(look.font);
        document.setDocumentMargin(0);
        document.setDefaultStyleSheet(
            u"* { color: %1; } code { font-family: monospace; }"_s.arg(look.text.name()));
        acceptPictures(document);
    }

    void begin(const wording::Postmortem &postmortem)
    {
        QTextCharFormat title = chars(m_look.text, titleSize, QFont::DemiBold);
        m_cursor.setBlockFormat(block(0, 4, true));
        m_cursor.setBlockCharFormat(title);
        m_cursor.insertText(postmortem.title, title);
        paragraph(postmortem.subtitle, chars(m_look.soft, smallSize), 0, 2);
        if (!postmortem.review.isEmpty())
            paragraph(postmortem.review, chars(m_look.soft, smallSize), 0, 2);
    }

    void operator()(const wording::PostmortemPart &part)
    {
        heading(part.heading);
        if (!part.note.isEmpty())
            paragraph(part.note, chars(m_look.text));
        if (!part.table.rows.empty())
            insertTable(m_cursor, part.table, m_look);
    }

    void operator()(const wording::PostmortemSection &section)
    {
        if (section.text.isEmpty() && !m_look.hints)
            return;
        heading(section.heading);
        if (section.text.isEmpty()) {
            paragraph(section.hint, chars(m_look.soft));
            return;
        }
        m_cursor.insertBlock(block(0, 6), chars(m_look.text));
        m_cursor.insertHtml(wording::sectionHtml(section.text));
    }

    void operator()(const wording::PostmortemTold &told)
    {
        heading(told.heading);
        if (!told.note.isEmpty())
            paragraph(told.note, chars(m_look.text));
        for (const wording::PostmortemPost &post : told.posts) {
            paragraph(post.heading, chars(m_look.text, 1, QFont::DemiBold), 8, 4, true);
            insertQuote(m_cursor, post.title, post.body, m_look);
            if (!post.predicted.isEmpty())
                paragraph(post.predicted, chars(m_look.soft), 4, 4);
        }
    }

    void operator()(const wording::PostmortemPictures &chapter)
    {
        heading(chapter.heading);
        for (const wording::PostmortemPicture &picture : chapter.pictures) {
            paragraph(picture.caption, chars(m_look.text, 1, QFont::DemiBold), 8, 4, true);
            QTextBlockFormat place = block(0, 4, true);
            // A line a fifth higher than the picture would leave a hole under it.
            place.setLineHeight(100, QTextBlockFormat::ProportionalHeight);
            m_cursor.insertBlock(place, chars(m_look.text));
            insertPicture(m_cursor, picture, m_look.ink, m_look.pictureWidth);
            paragraph(picture.summary, chars(m_look.soft, smallSize));
        }
    }

private:
    static QTextBlockFormat block(double above, double below, bool keep = false)
    {
        QTextBlockFormat format;
        format.setTopMargin(above);
        format.setBottomMargin(below);
        format.setLineHeight(120, QTextBlockFormat::ProportionalHeight);
        if (keep)
            format.setProperty(keepProperty, true);
        return format;
    }

    [[nodiscard]] QTextCharFormat chars(const QColor &colour, double size = 1,
                                        QFont::Weight weight = QFont::Normal) const
    {
        return textFormat(m_look, colour, size, weight);
    }

    void paragraph(const QString &text, const QTextCharFormat &format, double above = 0,
                   double below = 6, bool keep = false)
    {
        m_cursor.insertBlock(block(above, below, keep), format);
        m_cursor.insertText(text, format);
    }

    void heading(const QString &words)
    {
        QTextBlockFormat format = block(18, 6, true);
        format.setHeadingLevel(2);
        const QTextCharFormat letters = chars(m_look.text, headingSize, QFont::DemiBold);
        m_cursor.insertBlock(format, letters);
        m_cursor.insertText(words, letters);
    }

    const DocumentLook &m_look;
    QTextCursor m_cursor;
};

} // namespace

DocumentLook paperLook()
{
    DocumentLook look;
    // Not the window's: pages are also made without one.
    look.font.setFamilies({u"Inter"_s, u"Inter Variable"_s, u"Noto Sans"_s, u"DejaVu Sans"_s});
    look.font.setPointSizeF(paperPoints);
    look.text = QColor(0x16, 0x20, 0x2c);
    look.soft = QColor(0x52, 0x60, 0x71);
    look.line = QColor(0xd4, 0xd9, 0xe0);
    look.band = QColor(0xf6, 0xf7, 0xf9);
    look.accent = QColor(0x2f, 0x5f, 0xd0);
    look.ink.family = QFontInfo(look.font).family();
    return look;
}

DocumentLook screenLook(const Theme &theme)
{
    DocumentLook look;
    look.font = theme.font(TextSize::Body);
    look.text = theme.color(ColorRole::Text);
    look.soft = theme.color(ColorRole::Secondary);
    look.line = theme.color(ColorRole::Hairline);
    look.band = theme.color(ColorRole::Panel);
    look.accent = theme.color(ColorRole::Accent);
    look.ink = {theme.color(ColorRole::Panel).name(),
                theme.color(ColorRole::Secondary).name(),
                theme.color(ColorRole::Hairline).name(),
                theme.color(ColorRole::Accent).name(),
                theme.color(ColorRole::Down).name(),
                theme.color(ColorRole::DownGround).name(),
                QFontInfo(look.font).family()};
    look.pictureWidth = 560;
    look.hints = true;
    return look;
}

bool keepsWithNext(const QTextBlock &block)
{
    return block.blockFormat().boolProperty(keepProperty);
}

void fillDocument(QTextDocument &document, const wording::Postmortem &postmortem,
                  const DocumentLook &look)
{
    Writer writer(document, look);
    // Laid out once, at the end.
    QTextCursor all(&document);
    all.beginEditBlock();
    writer.begin(postmortem);
    for (const wording::PostmortemChapter &chapter : chaptersOf(postmortem))
        std::visit(writer, chapter);
    all.endEditBlock();
}

} // namespace ui
