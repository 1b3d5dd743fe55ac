// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/markup.h"

#include "base/text.h"

#include <QRegularExpression>

namespace staticsite {

using namespace Qt::StringLiterals;

namespace {

/// Punctuation that ends the sentence around an address and not the address.
QStringView withoutTail(QStringView address)
{
    static constexpr QStringView tail = u".,;:!?'\")]}…";
    while (!address.isEmpty() && tail.contains(address.back()))
        address.chop(1);
    return address;
}

Markup withLinks(QStringView line)
{
    static const QRegularExpression web(u"\\bhttps?://[A-Za-z0-9\\[][^\\s<>\"'`{}|\\\\^]*"_s);
    Markup out;
    qsizetype done = 0;
    auto matches = web.globalMatch(line);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QStringView address = withoutTail(match.capturedView());
        out += Markup::escaped(line.sliced(done, match.capturedStart() - done));
        const QString safe = Markup::escaped(address).html();
        out += Markup::trusted(u"<a href=\"%1\" rel=\"noopener noreferrer\">%1</a>"_s.arg(safe));
        done = match.capturedStart() + address.size();
    }
    out += Markup::escaped(line.sliced(done));
    return out;
}

} // namespace

Markup Markup::escaped(QStringView text)
{
    return Markup(base::escapeMarkup(text));
}

QString wellFormed(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair =
            text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (pair)
            ++i;
        else if (text[i].isSurrogate())
            text[i] = QChar::ReplacementCharacter;
    }
    return text;
}

QStringList paragraphsOf(const QString &body)
{
    static const QRegularExpression gap(u"\\n[ \\t]*\\n\\s*"_s);
    QString text = body;
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    QStringList paragraphs;
    for (const QString &paragraph : text.split(gap)) {
        if (const QString trimmed = paragraph.trimmed(); !trimmed.isEmpty())
            paragraphs.append(trimmed);
    }
    return paragraphs;
}

Markup bodyMarkup(const QString &body)
{
    Markup out;
    for (const QString &paragraph : paragraphsOf(body)) {
        out += Markup::trusted(u"<p>"_s);
        bool first = true;
        for (const QString &line : paragraph.split(u'\n')) {
            if (!first)
                out += Markup::trusted(u"<br>\n"_s);
            out += withLinks(line);
            first = false;
        }
        out += Markup::trusted(u"</p>\n"_s);
    }
    return out;
}

} // namespace staticsite
