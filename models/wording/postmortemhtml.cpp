// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/text.h"
#include "wording/postmortem.h"
#include "wording/sectionhtml.h"

#include <QCoreApplication>

namespace wording {

using base::escapeMarkup;
using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

constexpr const char *style = R"(
:root { color-scheme: light dark; --ground: #ffffff; --text: #16202c; --soft: #526071;
  --line: #dfe3e8; --band: #f6f7f9; --accent: #2f5fd0; }
@media (prefers-color-scheme: dark) { :root { --ground: #12161c; --text: #e8edf3;
  --soft: #aab5c3; --line: #2c3542; --band: #1a2029; --accent: #86a9ff; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text);
  font: 16px/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; margin: 2.25rem 0 .5rem; padding-bottom: .25rem;
  border-bottom: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.25rem 0 .4rem; }
.subtitle, .hint, .predicted { color: var(--soft); }
.subtitle { margin: 0 0 .5rem; }
.review { display: inline-block; margin: 0 0 1rem; padding: .1rem .6rem; font-size: .875rem;
  border: 1px solid var(--line); border-radius: .25rem; color: var(--soft); }
figure { margin: 0 0 1.5rem; }
figure svg { display: block; width: 100%; height: auto; border: 1px solid var(--line); }
figcaption { font-weight: 600; margin-bottom: .4rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0;
  border-bottom: 1px solid var(--line); }
th { color: var(--soft); font-weight: 600; }
td { overflow-wrap: break-word; }
td:last-child { overflow-wrap: anywhere; }
td:first-child { min-width: 7rem; }
blockquote { margin: 0 0 .75rem; padding: .75rem 1rem; background: var(--band);
  border-left: 3px solid var(--accent); }
blockquote p { margin: .5rem 0 0; white-space: pre-line; }
code { font-family: ui-monospace, monospace; font-size: .9em; }
@media print { :root { --ground: #fff; --text: #000; --soft: #333; --line: #999; --band: #fff;
  --accent: #666; } main { max-width: none; padding: 0; } body { font-size: 11pt; }
  h2, h3 { break-after: avoid; } tr, blockquote, figure { break-inside: avoid; } .scroll { overflow: visible; }
  td:first-child { min-width: 5rem; } }
)";

QString element(const QString &tag, const QString &text, const QString &className = {})
{
    const QString classes = className.isEmpty() ? QString() : " class=\""_L1 + className + u'"';
    return u'<' + tag + classes + u'>' + escapeMarkup(text) + "</"_L1 + tag + ">\n"_L1;
}

QString tableOf(const PostmortemTable &table, const QString &caption)
{
    if (table.rows.empty())
        return {};
    QString html = "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\""_L1 +
                   escapeMarkup(caption) + "\">\n<table>\n<thead><tr>"_L1;
    for (const QString &column : table.columns)
        html += "<th scope=\"col\">"_L1 + escapeMarkup(column) + "</th>"_L1;
    html += "</tr></thead>\n<tbody>\n"_L1;
    for (const QStringList &row : table.rows) {
        html += "<tr>"_L1;
        for (const QString &cell : row)
            html += "<td>"_L1 + escapeMarkup(cell) + "</td>"_L1;
        html += "</tr>\n"_L1;
    }
    return html + "</tbody>\n</table>\n</div>\n"_L1;
}

QString partOf(const PostmortemPart &part)
{
    const QString note = part.note.isEmpty() ? QString() : element(u"p"_s, part.note);
    return element(u"h2"_s, part.heading) + note + tableOf(part.table, part.heading);
}

QString postOf(const PostmortemPost &post)
{
    QString html =
        element(u"h3"_s, post.heading) + "<blockquote>\n"_L1 + element(u"strong"_s, post.title);
    for (const QString &paragraph : post.body.split(u"\n\n"_s, Qt::SkipEmptyParts))
        html += element(u"p"_s, paragraph);
    html += "</blockquote>\n"_L1;
    if (!post.predicted.isEmpty())
        html += element(u"p"_s, post.predicted, u"predicted"_s);
    return html;
}

class Chapters
{
public:
    QString operator()(const PostmortemPart &part) { return partOf(part); }

    QString operator()(const PostmortemSection &section)
    {
        // What nobody has written is no concern of those who get the page.
        if (section.text.isEmpty())
            return {};
        return element(u"h2"_s, section.heading) + sectionHtml(section.text);
    }

    QString operator()(const PostmortemTold &told)
    {
        QString html = element(u"h2"_s, told.heading);
        if (!told.note.isEmpty())
            html += element(u"p"_s, told.note);
        for (const PostmortemPost &post : told.posts)
            html += postOf(post);
        return html;
    }

    QString operator()(const PostmortemPictures &chapter)
    {
        QString html = element(u"h2"_s, chapter.heading);
        for (const PostmortemPicture &picture : chapter.pictures)
            html += "<figure>\n<figcaption>"_L1 + escapeMarkup(picture.caption) +
                    "</figcaption>\n"_L1 + toSvg(picture) +
                    element(u"p"_s, picture.summary, u"hint"_s) + "</figure>\n"_L1;
        return html;
    }
};

} // namespace

QString toHtml(const Postmortem &postmortem)
{
    QString html = "<!DOCTYPE html>\n<html lang=\""_L1
                   //: The language of these texts as HTML names it: de, fr, …
                   + escapeMarkup(Words::tr("en", "language code")) + "\">\n<head>\n"_L1 +
                   "<meta charset=\"utf-8\"/>\n"_L1 +
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                   "style-src 'unsafe-inline'\"/>\n"_L1 +
                   "<meta name=\"viewport\" content=\"width=device-width, "
                   "initial-scale=1\"/>\n"_L1 +
                   element(u"title"_s, postmortem.title) + "<style>"_L1 +
                   QString::fromLatin1(style) + "</style>\n</head>\n<body>\n<main>\n"_L1 +
                   element(u"h1"_s, postmortem.title) +
                   element(u"p"_s, postmortem.subtitle, u"subtitle"_s);
    if (!postmortem.review.isEmpty())
        html += element(u"p"_s, postmortem.review, u"review"_s);
    Chapters chapters;
    for (const PostmortemChapter &chapter : chaptersOf(postmortem))
        html += std::visit(chapters, chapter);
    return html + "</main>\n</body>\n</html>\n"_L1;
}

} // namespace wording
