// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/jsonlines.h"

#include <algorithm>

namespace incident {

int JsonLines::at(qsizetype offset) const
{
    const auto until = m_json.cbegin() + std::clamp<qsizetype>(offset, 0, m_json.size());
    return 1 + int(std::count(m_json.cbegin(), until, '\n'));
}

int JsonLines::of(const QByteArray &key) const
{
    for (const Member &member : membersAt(skipSpace(0))) {
        if (member.key == key)
            return at(member.start);
    }
    return 1;
}

int JsonLines::of(const QByteArray &list, qsizetype index, const QByteArray &key) const
{
    for (const Member &member : membersAt(skipSpace(0))) {
        if (member.key != list)
            continue;
        const auto entries = membersAt(member.value);
        if (index >= entries.size())
            return 1;
        for (const Member &inner : membersAt(entries[index].value)) {
            if (inner.key == key)
                return at(inner.start);
        }
        return at(entries[index].start);
    }
    return 1;
}

qsizetype JsonLines::skipSpace(qsizetype offset) const
{
    while (offset < m_json.size() && QByteArrayView(" \t\r\n").contains(m_json[offset]))
        ++offset;
    return offset;
}

qsizetype JsonLines::skipString(qsizetype offset) const
{
    for (++offset; offset < m_json.size() && m_json[offset] != '"'; ++offset) {
        if (m_json[offset] == '\\')
            ++offset;
    }
    return offset + 1;
}

qsizetype JsonLines::skipValue(qsizetype offset) const
{
    int depth = 0;
    while (offset < m_json.size()) {
        const char c = m_json[offset];
        if (c == '"') {
            offset = skipString(offset);
            continue;
        }
        if (c == '{' || c == '[')
            ++depth;
        const bool closes = c == '}' || c == ']';
        if (depth == 0 && (closes || c == ','))
            break;
        if (closes)
            --depth;
        ++offset;
    }
    return offset;
}

QList<JsonLines::Member> JsonLines::membersAt(qsizetype offset) const
{
    QList<Member> members;
    if (offset >= m_json.size() || (m_json[offset] != '{' && m_json[offset] != '['))
        return members;
    const bool isObject = m_json[offset] == '{';
    for (++offset; offset < m_json.size(); ++offset) {
        offset = skipSpace(offset);
        if (offset >= m_json.size() || m_json[offset] == '}' || m_json[offset] == ']')
            break;
        Member member;
        member.start = offset;
        if (isObject) {
            const qsizetype end = skipString(offset);
            member.key = m_json.mid(offset + 1, end - offset - 2);
            offset = skipSpace(end) + 1;
        }
        member.value = skipSpace(offset);
        members.append(member);
        offset = skipSpace(skipValue(member.value));
        if (offset >= m_json.size() || m_json[offset] != ',')
            break;
    }
    return members;
}

} // namespace incident
