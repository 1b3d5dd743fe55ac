// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "entry/token.h"

#include <algorithm>
#include <QList>

namespace entry {

namespace {

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == QChar(0x2019);
}

QChar plain(QChar c)
{
    if (c.isSpace())
        return u' ';
    if (c.category() == QChar::Punctuation_Dash || c == QChar(0x2212))
        return u'-';
    const int digit = c.digitValue();
    if (c.category() == QChar::Number_DecimalDigit && digit >= 0)
        return QChar(char16_t(u'0' + digit));
    return c.toLower();
}

Token::Kind kindOf(QChar c)
{
    if (c >= u'0' && c <= u'9')
        return Token::Kind::Number;
    return c.isLetter() ? Token::Kind::Word : Token::Kind::Sign;
}

} // namespace

Stretch spanning(const Stretch &a, const Stretch &b)
{
    const qsizetype at = std::min(a.at, b.at);
    return {at, std::max(a.end(), b.end()) - at};
}

std::vector<Token> tokensOf(QStringView line)
{
    std::vector<Token> tokens;
    bool spaced = true;
    for (qsizetype at = 0; at < line.size(); ++at) {
        const QChar c = plain(line[at]);
        if (c == u' ') {
            spaced = true;
            continue;
        }
        const bool grows = !spaced && !tokens.empty() && tokens.back().kind != Token::Kind::Sign;
        if (grows && isApostrophe(c)) {
            tokens.back().where.length = at + 1 - tokens.back().where.at;
            continue;
        }
        if (grows && tokens.back().kind == kindOf(c)) {
            tokens.back().text += c;
            tokens.back().where.length = at + 1 - tokens.back().where.at;
        } else {
            tokens.push_back({kindOf(c), QString(c), {at, 1}, spaced});
        }
        spaced = false;
    }
    return tokens;
}

const Token *Cursor::peek(std::size_t ahead) const
{
    return m_at + ahead < m_tokens->size() ? &(*m_tokens)[m_at + ahead] : nullptr;
}

bool Cursor::spaced() const
{
    const Token *next = peek();
    return next && next->spaced;
}

Stretch Cursor::since(std::size_t from) const
{
    if (from >= m_tokens->size() || m_at <= from)
        return {};
    return spanning((*m_tokens)[from].where, (*m_tokens)[m_at - 1].where);
}

bool Cursor::word(QStringView word)
{
    const Token *next = peek();
    if (!next || next->text != word)
        return false;
    ++m_at;
    return true;
}

bool Cursor::sign(char16_t sign)
{
    return word(QStringView(&sign, 1));
}

bool Cursor::words(QStringView phrase)
{
    const std::size_t start = m_at;
    for (const QStringView part : phrase.split(u' ')) {
        if (!word(part)) {
            m_at = start;
            return false;
        }
    }
    return true;
}

bool Cursor::phrase(std::initializer_list<QStringView> phrases)
{
    return std::ranges::any_of(phrases, [this](QStringView phrase) { return words(phrase); });
}

bool Cursor::alternatives(QStringView phrases)
{
    for (const QStringView phrase : phrases.split(u'|')) {
        if (words(phrase))
            return true;
    }
    return false;
}

bool Cursor::sees(std::initializer_list<QStringView> phrases) const
{
    Cursor ahead = *this;
    return ahead.phrase(phrases);
}

std::optional<int> Cursor::digits(qsizetype fewest, qsizetype most)
{
    const Token *next = peek();
    if (!next || next->kind != Token::Kind::Number || next->text.size() < fewest ||
        next->text.size() > most)
        return std::nullopt;
    ++m_at;
    return next->text.toInt();
}

} // namespace entry
