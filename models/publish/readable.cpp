// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/readable.h"

#include <QRegularExpression>

namespace publish {

using namespace Qt::StringLiterals;

namespace {

/// The character that a reference stands for; itself where that would be markup.
QString dereferenced(const QRegularExpressionMatch &match)
{
    static constexpr QStringView markup = u"<>&\"";
    const bool hexadecimal = !match.capturedView(1).isEmpty();
    const uint code = match.captured(2).toUInt(nullptr, hexadecimal ? 16 : 10);
    const bool usable = code > 0 && code <= QChar::LastValidCodePoint && !QChar::isSurrogate(code);
    if (!usable || (code < 0x80 && markup.contains(QChar(code))))
        return match.captured();
    const char32_t character = code;
    return QString::fromUcs4(&character, 1);
}

} // namespace

QString withoutReferences(const QString &html)
{
    static const QRegularExpression numeric(u"&#(x?)0*([0-9a-fA-F]{1,7});"_s);
    QString out;
    qsizetype done = 0;
    auto matches = numeric.globalMatch(html);
    while (matches.hasNext()) {
        const auto match = matches.next();
        out += QStringView(html).sliced(done, match.capturedStart() - done);
        out += dereferenced(match);
        done = match.capturedEnd();
    }
    return out += QStringView(html).sliced(done);
}

QString readable(const QString &html)
{
    static const QRegularExpression hidden(u"<(script|style|noscript|template)\\b.*?</\\1\\s*>"_s,
                                           QRegularExpression::CaseInsensitiveOption |
                                               QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression tag(u"<[^>]*>"_s);
    QString text = html;
    text.replace(hidden, u" "_s).replace(tag, u" "_s);
    text.replace("&lt;"_L1, "<"_L1).replace("&gt;"_L1, ">"_L1).replace("&quot;"_L1, "\""_L1);
    text = withoutReferences(text).replace("&nbsp;"_L1, " "_L1).replace("&#038;"_L1, "&"_L1);
    text.replace("&amp;"_L1, "&"_L1).replace(u'×', u'x');
    QString out;
    for (const QChar c : text) {
        if (c.isLetterOrNumber() || c.isSurrogate())
            out += c;
    }
    return out.toCaseFolded();
}

} // namespace publish
