// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

namespace incident {

/// Where in a JSON text things stand, so that a sentence can name the line. Lines count from 1.
class JsonLines
{
public:
    /// `json` is valid JSON.
    explicit JsonLines(QByteArray json)
        : m_json(std::move(json))
    {}

    /// The line of a byte.
    [[nodiscard]] int at(qsizetype offset) const;
    /// The line of `key` in entry `index` of the array `list` of the whole; that of the entry, if
    /// it has no such key; 1 if there is no such entry.
    [[nodiscard]] int of(const QByteArray &list, qsizetype index, const QByteArray &key) const;
    /// The line of a key of the whole; 1 if it has none.
    [[nodiscard]] int of(const QByteArray &key) const;

private:
    struct Member
    {
        QByteArray key; ///< empty for an entry of an array
        qsizetype start = 0;
        qsizetype value = 0;
    };

    /// The members of the object or array that begins there.
    [[nodiscard]] QList<Member> membersAt(qsizetype offset) const;
    [[nodiscard]] qsizetype skipSpace(qsizetype offset) const;
    [[nodiscard]] qsizetype skipString(qsizetype offset) const;
    [[nodiscard]] qsizetype skipValue(qsizetype offset) const;

    QByteArray m_json;
};

} // namespace incident
