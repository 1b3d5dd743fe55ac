// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wordpress/markup.h"

#include "base/text.h"
#include "publish/readable.h"

#include <QRegularExpression>

namespace wordpress {

using namespace Qt::StringLiterals;

namespace {

/// As WordPress writes it: at least three digits.
QString reference(QChar c)
{
    return u"&#%1;"_s.arg(int(c.unicode()), 3, 10, QChar(u'0'));
}

/// Smileys stand between spaces; without their first character they are text.
bool beginsSmiley(QStringView text, qsizetype at)
{
    const bool opens = at == 0 || text[at - 1].isSpace();
    if (!opens || at + 1 >= text.size())
        return false;
    return text[at] == u':' || text[at] == u';' || (text[at] == u'8' && !text[at + 1].isDigit());
}

QStringView withoutTail(QStringView address)
{
    static constexpr QStringView tail = u".,;:!?'\")]}…";
    while (!address.isEmpty() && tail.contains(address.back()))
        address.chop(1);
    return address;
}

QString lineWithLinks(QStringView line)
{
    static const QRegularExpression web(u"\\bhttps?://[A-Za-z0-9\\[][^\\s<>\"'`{}|\\\\^]*"_s);
    QString out;
    qsizetype done = 0;
    auto matches = web.globalMatch(line);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QStringView address = withoutTail(match.capturedView());
        out += escapedText(line.sliced(done, match.capturedStart() - done));
        out += u"<a href=\"%1\" rel=\"noopener noreferrer\">%2</a>"_s.arg(escapedAttribute(address),
                                                                          escapedText(address));
        done = match.capturedStart() + address.size();
    }
    return out + escapedText(line.sliced(done));
}

} // namespace

QString escapedText(QStringView text)
{
    // WordPress' filter reads "&amp;#60;" as "&#60;", but leaves "&#038;#60;" alone.
    static constexpr QStringView referred = u"[]'&";
    QString out;
    qsizetype plain = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!referred.contains(text[at]) && !beginsSmiley(text, at))
            continue;
        out += base::escapeMarkup(text.sliced(plain, at - plain)) + reference(text[at]);
        plain = at + 1;
    }
    return out + base::escapeMarkup(text.sliced(plain));
}

QString escapedAttribute(QStringView text)
{
    QString out = base::escapeMarkup(text);
    out.replace("&#39;"_L1, "&#039;"_L1).replace("&amp;"_L1, "&#038;"_L1);
    return out.replace(u'[', "&#091;"_L1).replace(u']', "&#093;"_L1);
}

QString paragraphs(const QString &body)
{
    static const QRegularExpression gap(u"\\n[ \\t]*\\n\\s*"_s);
    QString text = body;
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    QString out;
    for (const QString &paragraph : text.split(gap)) {
        const QString trimmed = paragraph.trimmed();
        if (trimmed.isEmpty())
            continue;
        QStringList lines;
        for (const QString &line : trimmed.split(u'\n'))
            lines << lineWithLinks(line);
        out += u"<p>%1</p>\n"_s.arg(lines.join("<br>"_L1));
    }
    return out;
}

QString canonical(const QString &html)
{
    static const QRegularExpression emptyElement(u"\\s*/>"_s);
    QString out = publish::withoutReferences(html);
    out.replace("&quot;"_L1, "\""_L1);
    out.replace(emptyElement, u">"_s);
    return out.simplified();
}

} // namespace wordpress
