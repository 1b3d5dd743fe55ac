// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/text.h"

namespace base {

using namespace Qt::StringLiterals;

namespace {

bool allowedInXml(QChar c)
{
    const auto code = c.unicode();
    if (code < 0x20)
        return code == '\t' || code == '\n' || code == '\r';
    return code != 0xfffe && code != 0xffff;
}

} // namespace

QString escapeMarkup(QStringView text)
{
    QString out;
    out.reserve(text.size() + text.size() / 8);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool pair =
            c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (pair) {
            out += c;
            out += text[++i];
        } else if (c.isSurrogate() || !allowedInXml(c)) {
            out += QChar::ReplacementCharacter;
        } else if (c == u'&') {
            out += "&amp;"_L1;
        } else if (c == u'<') {
            out += "&lt;"_L1;
        } else if (c == u'>') {
            out += "&gt;"_L1;
        } else if (c == u'"') {
            out += "&quot;"_L1;
        } else if (c == u'\'') {
            out += "&#39;"_L1;
        } else {
            out += c;
        }
    }
    return out;
}

QString escapeMarkdown(QStringView text)
{
    static constexpr QStringView anywhere = u"\\`*_[]|~";
    static constexpr QStringView first = u"#+->=";
    QString out;
    out.reserve(text.size() + text.size() / 8);
    bool atStart = true; // nothing but spaces and digits so far in this line
    bool digits = false;
    for (const QChar c : text) {
        const bool begins = atStart && !digits && first.contains(c);
        const bool counts = atStart && digits && (c == u'.' || c == u')');
        if (c == u'<') {
            out += "&lt;"_L1;
        } else if (c == u'&') {
            out += "&amp;"_L1;
        } else {
            if (begins || counts || anywhere.contains(c))
                out += u'\\';
            out += c;
        }
        digits = c >= u'0' && c <= u'9' && atStart;
        atStart = c == u'\n' || c == u'\r' || (atStart && (digits || c == u' '));
    }
    return out;
}

QString escapeCalendar(QStringView text)
{
    QString out;
    for (const QChar c : text) {
        if (c == u'\\' || c == u';' || c == u',')
            out += u'\\';
        if (c == u'\n')
            out += "\\n"_L1;
        else if (c.unicode() >= 0x20 || c == u'\t')
            out += c;
    }
    return out;
}

QString slug(QStringView text)
{
    static constexpr qsizetype limit = 60;
    QString out;
    const QString plain = text.toString().normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar c : plain) {
        const bool keep = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
        if (keep)
            out += c;
        else if (!c.isMark() && !out.isEmpty() && !out.endsWith(u'-'))
            out += u'-';
        if (out.size() == limit)
            break;
    }
    while (out.endsWith(u'-'))
        out.chop(1);
    return out.isEmpty() ? u"untitled"_s : out;
}

QString oneLine(QStringView text, qsizetype limit)
{
    QString out;
    for (const QChar c : text)
        out += c.category() == QChar::Other_Control ? QChar(u' ') : c;
    out = out.simplified();
    if (out.size() > limit)
        out = out.left(limit - 1) + u'…';
    return out;
}

} // namespace base
