// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exposition/document.h"

namespace exposition {

/// What is left of a line that is being read.
class Cursor
{
public:
    explicit Cursor(QByteArrayView line)
        : m_rest(line)
    {}

    [[nodiscard]] bool isAtEnd() const { return m_rest.isEmpty(); }
    [[nodiscard]] QByteArrayView rest() const { return m_rest; }
    [[nodiscard]] bool isAt(char c) const { return m_rest.startsWith(c); }
    [[nodiscard]] bool isAtBlank() const { return isAt(' ') || isAt('\t'); }

    bool take(char c);
    void skipBlanks();
    /// A name of a metric or a label, empty if there is none. Only those of metrics have colons.
    [[nodiscard]] QByteArrayView takeName(bool mayHaveColon);
    /// Up to a blank or the end, blank left.
    [[nodiscard]] QByteArrayView takeWord();
    /// Up to the quote that ends it, escapes as they stand, and past that quote. Nothing if there
    /// is no such quote. The opening quote has been taken.
    [[nodiscard]] std::optional<QByteArrayView> takeQuoted();

private:
    [[nodiscard]] QByteArrayView takeFirst(qsizetype count);

    QByteArrayView m_rest;
};

/// Whether all of it is one name.
[[nodiscard]] bool isName(QByteArrayView text, bool mayHaveColon);

/// A name that two of the labels have.
[[nodiscard]] std::optional<QByteArrayView> repeatedName(std::span<const Label> labels);

/// With the escapes of backslash, quote and line feed resolved. Other backslashes stay.
[[nodiscard]] QByteArray unescaped(QByteArrayView raw);

/// The first escape in it that is not one of `known`, such as "\t".
[[nodiscard]] std::optional<QByteArrayView> unknownEscape(QByteArrayView raw, QByteArrayView known);

/// `raw` itself if it has no escapes, else its resolved copy, kept by the document.
[[nodiscard]] QByteArrayView resolved(QByteArrayView raw, Document &document);

} // namespace exposition
