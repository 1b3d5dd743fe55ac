// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/sectionhtml.h"

#include "base/text.h"

#include <QRegularExpression>
#include <QStringList>

namespace wording {

using namespace Qt::StringLiterals;

namespace {

enum class LineKind { Text, Bullet, Numbered, Heading };

struct Line
{
    LineKind kind = LineKind::Text;
    QString text;
};

Line lineOf(const QString &raw)
{
    static const QRegularExpression bullet(u"^[-*+]\\s+(.*)$"_s);
    static const QRegularExpression numbered(u"^\\d{1,3}[.)]\\s+(.*)$"_s);
    static const QRegularExpression heading(u"^#{1,6}\\s+(.*)$"_s);
    const QString text = raw.trimmed();
    if (const auto match = bullet.match(text); match.hasMatch())
        return {LineKind::Bullet, match.captured(1)};
    if (const auto match = numbered.match(text); match.hasMatch())
        return {LineKind::Numbered, match.captured(1)};
    if (const auto match = heading.match(text); match.hasMatch())
        return {LineKind::Heading, match.captured(1)};
    return {LineKind::Text, text};
}

/// Splits at a mark; every second piece stands between two of them.
QString between(const QString &text, const QString &mark, const QString &tag,
                QString (*other)(const QString &))
{
    const QStringList pieces = text.split(mark);
    QString out;
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        const bool inside = i % 2 && i + 1 < pieces.size() && !pieces[i].isEmpty();
        if (inside)
            out += u'<' + tag + u'>' + base::escapeMarkup(pieces[i]) + "</"_L1 + tag + u'>';
        else
            out += (i % 2 ? base::escapeMarkup(mark) : QString()) + other(pieces[i]) +
                   (i % 2 && i + 1 < pieces.size() ? base::escapeMarkup(mark) : QString());
    }
    return out;
}

QString escaped(const QString &text)
{
    return base::escapeMarkup(text);
}

QString bold(const QString &text)
{
    return between(text, u"**"_s, u"strong"_s, escaped);
}

QString inlineHtml(const QString &text)
{
    return between(text, u"`"_s, u"code"_s, bold);
}

QString tagOf(LineKind kind)
{
    switch (kind) {
    case LineKind::Bullet:
        return u"ul"_s;
    case LineKind::Numbered:
        return u"ol"_s;
    case LineKind::Heading:
        return u"h3"_s;
    case LineKind::Text:
        break;
    }
    return u"p"_s;
}

} // namespace

QString sectionHtml(const QString &markdown)
{
    QString html;
    QString open;
    const auto close = [&] {
        if (!open.isEmpty())
            html += "</"_L1 + open + ">\n"_L1;
        open.clear();
    };
    for (const QString &raw : markdown.split(u'\n')) {
        const Line line = lineOf(raw);
        if (line.text.isEmpty()) {
            close();
            continue;
        }
        const QString tag = tagOf(line.kind);
        const bool goesOn = tag == open && line.kind != LineKind::Heading;
        if (!goesOn) {
            close();
            html += u'<' + tag + u'>';
            open = tag;
        } else if (line.kind == LineKind::Text) {
            html += u'\n';
        }
        const bool item = line.kind == LineKind::Bullet || line.kind == LineKind::Numbered;
        html += (item ? u"<li>"_s : QString()) + inlineHtml(line.text) +
                (item ? u"</li>"_s : QString());
    }
    close();
    return html;
}

} // namespace wording
