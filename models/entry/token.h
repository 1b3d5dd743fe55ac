// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <initializer_list>
#include <optional>
#include <QString>
#include <vector>

namespace entry {

/// A stretch of the line, in UTF-16 units as QString counts.
struct Stretch
{
    qsizetype at = 0;
    qsizetype length = 0;

    [[nodiscard]] qsizetype end() const { return at + length; }
    bool operator==(const Stretch &) const = default;
};

/// The smallest stretch that holds both.
[[nodiscard]] Stretch spanning(const Stretch &a, const Stretch &b);

struct Token
{
    enum class Kind { Number, Word, Sign };

    Kind kind = Kind::Word;
    QString text; ///< lower case; every dash is '-', every digit 0 to 9, apostrophes are left out
    Stretch where;
    bool spaced = false; ///< a space stands before it
};

[[nodiscard]] std::vector<Token> tokensOf(QStringView line);

/// Walks over the tokens of a line. What is taken is behind us; what does not fit takes nothing.
class Cursor
{
public:
    explicit Cursor(const std::vector<Token> &tokens)
        : m_tokens(&tokens)
    {}

    [[nodiscard]] bool atEnd() const { return m_at >= m_tokens->size(); }
    [[nodiscard]] std::size_t position() const { return m_at; }
    void rewind(std::size_t position) { m_at = position; }
    /// Null past the end.
    [[nodiscard]] const Token *peek(std::size_t ahead = 0) const;
    /// A space, or the beginning of the line, stands before what comes next.
    [[nodiscard]] bool spaced() const;
    const Token &take() { return (*m_tokens)[m_at++]; }
    /// From the token at `from` to the last one taken.
    [[nodiscard]] Stretch since(std::size_t from) const;

    bool word(QStringView word);
    bool sign(char16_t sign);
    /// One of these, the first that fits; each may be several tokens: u"no more than".
    bool phrase(std::initializer_list<QStringView> phrases);
    /// The same, written as u"no more than|at most": for tables.
    bool alternatives(QStringView phrases);
    /// Whether one of them comes next; takes nothing.
    [[nodiscard]] bool sees(std::initializer_list<QStringView> phrases) const;
    /// A run of digits of such a length.
    std::optional<int> digits(qsizetype fewest, qsizetype most);

private:
    bool words(QStringView phrase);

    const std::vector<Token> *m_tokens;
    std::size_t m_at = 0;
};

} // namespace entry
