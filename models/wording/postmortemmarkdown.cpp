// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/text.h"
#include "wording/postmortem.h"

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

QString toldOf(const std::vector<PostmortemPost> &told)
{
    QString text = "## "_L1 + Words::tr("What was told, and when") + "\n\n"_L1;
    if (told.empty())
        return text + Words::tr("Nothing was told to the public.") + "\n\n"_L1;
    for (const PostmortemPost &post : told)
        text += postOf(post);
    return text;
}

} // namespace

QString toMarkdown(const Postmortem &postmortem)
{
    QString text = "# "_L1 + escapeMarkdown(postmortem.title) + "\n\n"_L1 +
                   escapeMarkdown(postmortem.subtitle) + "\n\n"_L1;
    PostmortemTable facts{{Words::tr("Fact"), Words::tr("Value")}, {}};
    for (const PostmortemFact &fact : postmortem.facts)
        facts.rows.push_back({fact.name, fact.value});
    text += "## "_L1 + Words::tr("Facts") + "\n\n"_L1 + tableOf(facts);
    for (const PostmortemSection &section : postmortem.sections) {
        // The text is Markdown as its author wrote it.
        text +=
            "## "_L1 + escapeMarkdown(section.heading) + "\n\n"_L1 +
            (section.text.isEmpty() ? u'_' + escapeMarkdown(section.hint) + u'_' : section.text) +
            "\n\n"_L1;
    }
    text += partOf(postmortem.windows) + partOf(postmortem.figures) + partOf(postmortem.timeline) +
            toldOf(postmortem.told) + partOf(postmortem.promises) + partOf(postmortem.checklist);
    if (postmortem.original)
        text +=
            "## "_L1 + Words::tr("The original post") + "\n\n"_L1 + postOf(*postmortem.original);
    return text.trimmed() + u'\n';
}

} // namespace wording
