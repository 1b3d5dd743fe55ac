// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exposition/cursor.h"

#include <algorithm>

namespace exposition {

namespace {

bool startsName(char c, bool mayHaveColon)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           (mayHaveColon && c == ':');
}

qsizetype nameLength(QByteArrayView text, bool mayHaveColon)
{
    if (text.isEmpty() || !startsName(text[0], mayHaveColon))
        return 0;
    qsizetype length = 1;
    while (length < text.size() &&
           (startsName(text[length], mayHaveColon) || (text[length] >= '0' && text[length] <= '9')))
        ++length;
    return length;
}

} // namespace

bool Cursor::take(char c)
{
    if (!isAt(c))
        return false;
    m_rest = m_rest.sliced(1);
    return true;
}

void Cursor::skipBlanks()
{
    while (isAtBlank())
        m_rest = m_rest.sliced(1);
}

QByteArrayView Cursor::takeName(bool mayHaveColon)
{
    return takeFirst(nameLength(m_rest, mayHaveColon));
}

QByteArrayView Cursor::takeWord()
{
    qsizetype length = 0;
    while (length < m_rest.size() && m_rest[length] != ' ' && m_rest[length] != '\t')
        ++length;
    return takeFirst(length);
}

std::optional<QByteArrayView> Cursor::takeQuoted()
{
    for (qsizetype at = 0; at < m_rest.size(); ++at) {
        if (m_rest[at] == '\\') {
            ++at;
        } else if (m_rest[at] == '"') {
            const QByteArrayView raw = takeFirst(at);
            take('"');
            return raw;
        }
    }
    return std::nullopt;
}

QByteArrayView Cursor::takeFirst(qsizetype count)
{
    const QByteArrayView first = m_rest.first(count);
    m_rest = m_rest.sliced(count);
    return first;
}

bool isName(QByteArrayView text, bool mayHaveColon)
{
    return !text.isEmpty() && nameLength(text, mayHaveColon) == text.size();
}

std::optional<QByteArrayView> repeatedName(std::span<const Label> labels)
{
    if (labels.size() < 2)
        return std::nullopt;
    std::vector<QByteArrayView> names;
    names.reserve(labels.size());
    for (const Label &label : labels)
        names.push_back(label.name);
    std::sort(names.begin(), names.end());
    const auto twice = std::adjacent_find(names.begin(), names.end());
    return twice == names.end() ? std::nullopt : std::optional(*twice);
}

QByteArray unescaped(QByteArrayView raw)
{
    QByteArray text;
    text.reserve(raw.size());
    for (qsizetype at = 0; at < raw.size(); ++at) {
        const char next = raw[at] == '\\' && at + 1 < raw.size() ? raw[at + 1] : '\0';
        if (next == 'n')
            text += '\n';
        else if (next == '\\' || next == '"')
            text += next;
        else
            text += raw[at];
        if (next == 'n' || next == '\\' || next == '"')
            ++at;
    }
    return text;
}

std::optional<QByteArrayView> unknownEscape(QByteArrayView raw, QByteArrayView known)
{
    for (qsizetype at = 0; at < raw.size(); ++at) {
        if (raw[at] != '\\')
            continue;
        if (at + 1 == raw.size() || !known.contains(raw[at + 1]))
            return raw.sliced(at, qMin<qsizetype>(2, raw.size() - at));
        ++at;
    }
    return std::nullopt;
}

QByteArrayView resolved(QByteArrayView raw, Document &document)
{
    if (!raw.contains('\\'))
        return raw;
    return document.unescaped.emplace_back(unescaped(raw));
}

} // namespace exposition
