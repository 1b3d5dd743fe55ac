// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <initializer_list>
#include <optional>
#include <QString>
#include <vector>

namespace timing {

/// Walks over a typed text in words, numbers and signs. Letters are lower case, all dashes are '-',
/// all kinds of spaces are spaces. What is taken is behind us; what does not fit takes nothing.
class FieldScan
{
public:
    explicit FieldScan(QStringView text);

    [[nodiscard]] bool atEnd() const { return m_at == m_tokens.size(); }
    [[nodiscard]] std::size_t position() const { return m_at; }
    void rewind(std::size_t position) { m_at = position; }
    /// Nothing but a space stands between what was taken last and what comes next.
    [[nodiscard]] bool spaced() const { return !atEnd() && m_tokens[m_at].spaced; }

    bool word(QStringView word);
    /// One of these, the first that fits; each may be several words: u"no more than".
    bool phrase(std::initializer_list<QStringView> phrases);
    /// The index of the word in a list; matches a beginning of three letters or more.
    std::optional<int> abbreviation(std::initializer_list<QStringView> words);
    bool sign(char16_t sign);
    /// A run of digits that is between minDigits and maxDigits long.
    std::optional<int> number(qsizetype minDigits, qsizetype maxDigits);

private:
    struct Token
    {
        QString text;
        bool spaced = false;
    };

    [[nodiscard]] QStringView at(std::size_t index) const;

    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
};

} // namespace timing
