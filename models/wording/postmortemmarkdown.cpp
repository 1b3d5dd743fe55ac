// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/text.h"
#include "wording/postmortem.h"
#include "wording/sectionhtml.h"

#include <QCoreApplication>

namespace wording {

using base::escapeMarkdown;
using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

QString cell(const QString &text)
{
    return escapeMarkdown(base::oneLine(text, 2000));
}

QString rowOf(const QStringList &cells)
{
    QString row = u"|"_s;
    for (const QString &text : cells)
        row += u' ' + cell(text) + " |"_L1;
    return row + u'\n';
}

QString tableOf(const PostmortemTable &table)
{
    if (table.rows.empty())
        return {};
    QString text = rowOf(table.columns) + u'|' + u" --- |"_s.repeated(table.columns.size()) + u'\n';
    for (const QStringList &row : table.rows)
        text += rowOf(row);
    return text + u'\n';
}

QString partOf(const PostmortemPart &part)
{
    QString text = "## "_L1 + escapeMarkdown(part.heading) + "\n\n"_L1;
    if (!part.note.isEmpty())
        text += escapeMarkdown(part.note) + "\n\n"_L1;
    return text + tableOf(part.table);
}

QString quoteOf(const QString &body)
{
    QString text;
    for (const QString &line : body.split(u'\n'))
        text += line.isEmpty() ? u">\n"_s : "> "_L1 + escapeMarkdown(line) + u'\n';
    return text;
}

QString postOf(const PostmortemPost &post)
{
    QString text = "### "_L1 + escapeMarkdown(post.heading) + "\n\n"_L1;
    if (!post.title.isEmpty())
        text += "> **"_L1 + escapeMarkdown(base::oneLine(post.title)) + "**\n>\n"_L1;
    text += quoteOf(post.body) + u'\n';
    if (!post.predicted.isEmpty())
        text += escapeMarkdown(post.predicted) + "\n\n"_L1;
    return text;
}

class Chapters
{
public:
    explicit Chapters(const QStringList &pictureFiles)
        : m_pictureFiles(pictureFiles)
    {}

    QString operator()(const PostmortemPart &part) { return partOf(part); }

    QString operator()(const PostmortemSection &section)
    {
        return heading(section.heading) +
               (section.text.isEmpty() ? u'_' + escapeMarkdown(section.hint) + u'_'
                                       : sectionMarkdown(section.text)) +
               "\n\n"_L1;
    }

    QString operator()(const PostmortemTold &told)
    {
        QString text = heading(told.heading);
        if (!told.note.isEmpty())
            text += escapeMarkdown(told.note) + "\n\n"_L1;
        for (const PostmortemPost &post : told.posts)
            text += postOf(post);
        return text;
    }

    QString operator()(const PostmortemPictures &chapter)
    {
        QString text = heading(chapter.heading);
        for (const PostmortemPicture &picture : chapter.pictures) {
            const QString file = m_pictureFiles.value(m_pictures++);
            text += "**"_L1 + escapeMarkdown(picture.caption) + "**\n\n"_L1;
            if (!file.isEmpty())
                text += "!["_L1 + escapeMarkdown(picture.summary) + "]("_L1 + file + ")\n\n"_L1;
            text += escapeMarkdown(picture.summary) + "\n\n"_L1;
        }
        return text;
    }

private:
    static QString heading(const QString &words)
    {
        return "## "_L1 + escapeMarkdown(words) + "\n\n"_L1;
    }

    const QStringList &m_pictureFiles;
    qsizetype m_pictures = 0;
};

} // namespace

QString toMarkdown(const Postmortem &postmortem, const QStringList &pictureFiles)
{
    QString text = "# "_L1 + escapeMarkdown(postmortem.title) + "\n\n"_L1 +
                   escapeMarkdown(postmortem.subtitle) + "\n\n"_L1;
    if (!postmortem.review.isEmpty())
        text += escapeMarkdown(postmortem.review) + "\n\n"_L1;
    Chapters chapters(pictureFiles);
    for (const PostmortemChapter &chapter : chaptersOf(postmortem))
        text += std::visit(chapters, chapter);
    return text.trimmed() + u'\n';
}

} // namespace wording
