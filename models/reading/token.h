// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <vector>

namespace reading {

enum class TokenKind { Word, Number, Symbol, LineBreak, Paragraph };

/// What stands between a token and the one before it.
enum class Glue {
    Space,  ///< at least one blank, or nothing before
    Joined, ///< "5am", "2%"
    Hyphen, ///< "15-minute", "2–3": the hyphen is no token of its own
};

/// A number as it is written: 13:45 has parts {13, 45}, 17.02.2026 has {17, 2, 2026}.
struct Digits
{
    int part[3] = {0, 0, 0};
    int width[3] = {0, 0, 0}; ///< digits written
    int parts = 0;
    char16_t separator = 0; ///< between the parts: ':' or '.'

    bool operator==(const Digits &) const = default;
};

/// A word is in lower case with straight apostrophes; "a.m." is the word am. A symbol is its
/// character, every lone dash is '-', every arrow '>'.
struct Token
{
    TokenKind kind = TokenKind::Word;
    Glue glue = Glue::Space;
    QString text;
    Digits digits;
    int word = -1;       ///< number of the word in the lexicon, -1 if it is in no phrase there
    qsizetype begin = 0; ///< in the text that was cut, end is past it
    qsizetype end = 0;
    bool capital = false;       ///< begins with one
    bool isAllCapitals = false; ///< more than one letter, all capital

    [[nodiscard]] bool is(char16_t symbol) const
    {
        return kind == TokenKind::Symbol && text.size() == 1 && text[0] == symbol;
    }
    [[nodiscard]] bool isNumber() const { return kind == TokenKind::Number; }
    [[nodiscard]] bool isWord() const { return kind == TokenKind::Word; }
    /// A whole number such as 15 or 0115; not 13:45.
    [[nodiscard]] bool isInteger() const { return isNumber() && digits.parts == 1; }
};

using Tokens = std::vector<Token>;

[[nodiscard]] inline bool wordAt(const Tokens &tokens, int at, QLatin1StringView word)
{
    return at >= 0 && at < int(tokens.size()) && tokens[at].text == word;
}

[[nodiscard]] inline bool symbolAt(const Tokens &tokens, int at, char16_t symbol)
{
    return at >= 0 && at < int(tokens.size()) && tokens[at].is(symbol);
}

/// Cuts text into tokens, once over it. Line breaks are tokens too.
[[nodiscard]] Tokens tokenise(const QString &text);

} // namespace reading
