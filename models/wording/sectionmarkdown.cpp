// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/text.h"
#include "wording/sectionhtml.h"

#include <QRegularExpression>
#include <QStringList>

namespace wording {

using namespace Qt::StringLiterals;

namespace {

QString withLinks(const QString &text)
{
    static const QRegularExpression link(
        u"\\[[^\\[\\]<>`*_\\\\]+\\]\\(https?://[^\\s()<>\\\\]+\\)"_s);
    QString out;
    qsizetype done = 0;
    auto matches = link.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        out += base::escapeMarkdown(text.sliced(done, match.capturedStart() - done));
        out += match.captured();
        done = match.capturedEnd();
    }
    return out + base::escapeMarkdown(text.sliced(done));
}

/// Splits at a mark: what stands between two of them stays between them, a mark alone is text.
QString between(const QString &text, const QString &mark, QString (*inside)(const QString &),
                QString (*other)(const QString &))
{
    const QStringList pieces = text.split(mark);
    QString out = other(pieces.front());
    for (qsizetype i = 1; i < pieces.size(); ++i) {
        if (i + 1 < pieces.size() && !pieces[i].trimmed().isEmpty()) {
            out += mark + inside(pieces[i]) + mark + other(pieces[i + 1]);
            ++i;
        } else {
            out += base::escapeMarkdown(mark) + other(pieces[i]);
        }
    }
    return out;
}

QString bold(const QString &text)
{
    return between(text, u"**"_s, withLinks, withLinks);
}

QString line(const QString &text)
{
    const auto asItIs = [](const QString &code) {
        return code;
    };
    return between(text, u"`"_s, asItIs, bold);
}

} // namespace

QString sectionMarkdown(const QString &markdown)
{
    static const QRegularExpression opening(u"^([-*+]|\\d{1,3}[.)]|#{1,6})[ \\t]+(?=\\S)"_s);
    static const QRegularExpression lineEnd(u"\\r\\n|\\r|\\n"_s);
    QStringList lines;
    for (const QString &raw : markdown.split(lineEnd)) {
        const QString text = raw.trimmed();
        const QString mark = opening.match(text).captured();
        lines << mark + line(text.sliced(mark.size()));
    }
    return lines.join(u'\n');
}

} // namespace wording
