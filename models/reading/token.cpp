// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/token.h"

namespace reading {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxDigits = 9; // more is an account number, never a time

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == u'\u2019' || c == u'\u2018';
}

bool isDash(QChar c)
{
    return c == u'-' || (c >= u'\u2010' && c <= u'\u2015') || c == u'\u2212';
}

bool isFraction(QChar c)
{
    return c == u'\u00bd' || c == u'\u00bc' || c == u'\u00be';
}

/// What only sets letters or frames words, so that "**around** 13:45" reads like the plain words.
bool isMarkup(QChar c)
{
    return QStringView(u"*_`\"#\u201c\u201d\u201e\u200b\ufeff").contains(c);
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

class Cutter
{
public:
    explicit Cutter(const QString &text)
        : m_text(text)
    {}

    Tokens run()
    {
        while (m_at < m_text.size())
            step();
        return std::move(m_tokens);
    }

private:
    QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar();
    }

    void step()
    {
        const QChar c = peek();
        if (c == u'\n' || c == u'\r' || c == u'\u2028' || c == u'\u2029')
            lineBreak();
        else if (c.isSpace())
            skipBlank();
        else if (isDigit(c))
            number();
        else if (c.isLetter() || isFraction(c))
            word();
        else if (isDash(c) && joinsBothSides())
            hyphen();
        else
            symbol();
    }

    void skipBlank()
    {
        ++m_at;
        m_glue = Glue::Space;
    }

    void lineBreak()
    {
        const qsizetype begin = m_at;
        int breaks = 0;
        while (m_at < m_text.size() && m_text[m_at].isSpace()) {
            if (m_text[m_at] != u'\r' && m_text[m_at] != u' ' && m_text[m_at] != u'\t')
                ++breaks;
            ++m_at;
        }
        push(breaks > 1 ? TokenKind::Paragraph : TokenKind::LineBreak, begin, u"\n"_s);
        m_glue = Glue::Space;
    }

    bool joinsBothSides() const
    {
        const QChar next = peek(1);
        return m_glue == Glue::Joined && !m_tokens.empty() &&
               m_tokens.back().kind != TokenKind::Symbol &&
               (isDigit(next) || next.isLetter() || isFraction(next));
    }

    void hyphen()
    {
        ++m_at;
        m_glue = Glue::Hyphen;
    }

    bool startsLine() const
    {
        return m_tokens.empty() || m_tokens.back().kind == TokenKind::LineBreak ||
               m_tokens.back().kind == TokenKind::Paragraph;
    }

    int digitRun(Digits &digits)
    {
        int value = 0;
        int width = 0;
        while (isDigit(peek())) {
            if (width < maxDigits)
                value = value * 10 + (peek().unicode() - u'0');
            ++width;
            ++m_at;
            // 10,000 is one number.
            if (digits.parts == 0 && peek() == u',' && isDigit(peek(1)) && isDigit(peek(2)) &&
                isDigit(peek(3)) && !isDigit(peek(4)))
                ++m_at;
        }
        digits.part[digits.parts] = value;
        digits.width[digits.parts] = width;
        return ++digits.parts;
    }

    void number()
    {
        const qsizetype begin = m_at;
        Digits digits;
        while (digitRun(digits) < 3) {
            const QChar c = peek();
            const bool goesOn = (c == u':' || c == u'.') && isDigit(peek(1)) &&
                                (digits.separator == 0 || digits.separator == c.unicode());
            if (!goesOn)
                break;
            digits.separator = c.unicode();
            ++m_at;
        }
        push(TokenKind::Number, begin, m_text.sliced(begin, m_at - begin));
        m_tokens.back().digits = digits;
    }

    bool dottedAbbreviation() const
    {
        // a.m., p.m., e.g., i.e. with or without the last dot
        return peek(1) == u'.' && peek(2).isLetter() && !peek(3).isLetter() &&
               !isApostrophe(peek(3));
    }

    void word()
    {
        const qsizetype begin = m_at;
        if (isFraction(peek())) {
            ++m_at;
        } else if (peek().isLetter() && dottedAbbreviation()) {
            const QString both = QString(peek()) + peek(2);
            m_at += 3;
            // "2 a.m. Then" ends a sentence; the dot is kept where a capital follows.
            if (peek() == u'.' && !(peek(1).isSpace() && peek(2).isUpper()))
                ++m_at;
            push(TokenKind::Word, begin, both);
            return;
        } else {
            while (wordGoesOn(begin))
                ++m_at;
        }
        push(TokenKind::Word, begin, m_text.sliced(begin, m_at - begin));
    }

    bool wordGoesOn(qsizetype begin) const
    {
        const QChar c = peek();
        if (c.isLetter() || c.isMark())
            return true;
        if (isApostrophe(c))
            return peek(1).isLetter();
        // "web01" is a name; "14h10" and "2026-03-12T14:00" go on with a number.
        const bool behindNumber =
            !m_tokens.empty() && m_tokens.back().isNumber() && m_tokens.back().end == begin;
        return isDigit(c) && !behindNumber;
    }

    void symbol()
    {
        const qsizetype begin = m_at;
        const QChar c = peek();
        ++m_at;
        // A star that begins a line is a bullet, any other only sets letters.
        if (c == u'\u2022' || c == u'\u00b7' || (c == u'*' && startsLine() && peek().isSpace())) {
            push(TokenKind::Symbol, begin, u"\u2022"_s);
            return;
        }
        if (isMarkup(c))
            return;
        if (isDash(c)) {
            while (isDash(peek()))
                ++m_at;
            const bool arrow = peek() == u'>';
            if (arrow)
                ++m_at;
            push(TokenKind::Symbol, begin, arrow ? u">"_s : u"-"_s);
        } else if (c == u'\u2192') {
            push(TokenKind::Symbol, begin, u">"_s);
        } else if (c == u'\u2026') {
            push(TokenKind::Symbol, begin, u"."_s);
        } else {
            push(TokenKind::Symbol, begin, QString(c));
        }
    }

    void push(TokenKind kind, qsizetype begin, const QString &text)
    {
        Token token;
        token.kind = kind;
        token.glue = m_glue;
        token.capital = text[0].isUpper();
        token.isAllCapitals = text.size() > 1 && token.capital && text.isUpper();
        token.text = text.toLower();
        token.text.replace(u'\u2019', u'\'').replace(u'\u2018', u'\'');
        token.begin = begin;
        token.end = m_at;
        m_tokens.push_back(std::move(token));
        m_glue = Glue::Joined;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    Glue m_glue = Glue::Space;
    Tokens m_tokens;
};

} // namespace

Tokens tokenise(const QString &text)
{
    return Cutter(text).run();
}

} // namespace reading
