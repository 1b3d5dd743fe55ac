// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/sentence.h"

#include <QSet>

namespace reading {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t maxTokens = 400;   // a text without full stops is cut, so that cost stays linear
constexpr qsizetype shortLine = 58; // characters; text that wraps has longer lines

bool isAbbreviation(const QString &word)
{
    static const QSet<QString> known = {
        u"approx"_s, u"ca"_s,   u"c"_s,   u"hr"_s,  u"hrs"_s,  u"min"_s,   u"mins"_s, u"mon"_s,
        u"tue"_s,    u"tues"_s, u"wed"_s, u"thu"_s, u"thur"_s, u"thurs"_s, u"fri"_s,  u"sat"_s,
        u"sun"_s,    u"jan"_s,  u"feb"_s, u"mar"_s, u"apr"_s,  u"jun"_s,   u"jul"_s,  u"aug"_s,
        u"sep"_s,    u"sept"_s, u"oct"_s, u"nov"_s, u"dec"_s,  u"vs"_s,    u"etc"_s,  u"eg"_s,
        u"ie"_s,     u"max"_s,  u"dr"_s,  u"mr"_s,  u"mrs"_s};
    return known.contains(word);
}

class Splitter
{
public:
    Splitter(const Lexicon &lexicon, const Tokens &tokens)
        : m_lexicon(lexicon)
        , m_tokens(tokens)
    {}

    std::vector<Sentence> run()
    {
        m_current.startsParagraph = m_current.startsLine = true;
        for (m_at = 0; m_at < int(m_tokens.size()); ++m_at) {
            const Token &token = m_tokens[m_at];
            if (token.kind == TokenKind::Paragraph) {
                finish();
                m_current.startsParagraph = m_current.startsLine = true;
            } else if (token.kind == TokenKind::LineBreak) {
                if (endsAtBreak()) {
                    finish();
                    m_current.startsLine = true;
                } else if (m_at + 1 < int(m_tokens.size())) {
                    m_gap = true;
                }
            } else {
                if (token.is(u'.') && isMeridiemDot())
                    continue;
                append(token);
                if (endsHere() || m_current.tokens.size() >= maxTokens)
                    finish();
            }
        }
        finish();
        return std::move(m_sentences);
    }

private:
    void append(const Token &token)
    {
        m_current.tokens.push_back(token);
        if (m_gap)
            m_current.tokens.back().glue = Glue::Space;
        m_gap = false;
    }

    void finish()
    {
        if (!m_current.tokens.empty()) {
            m_lexicon.number(m_current.tokens);
            m_sentences.push_back(std::move(m_current));
        }
        m_current = Sentence();
        m_gap = false;
    }

    bool endsAtBreak() const
    {
        if (m_at == 0 || m_at + 1 >= int(m_tokens.size()))
            return true;
        const Token &last = m_tokens[m_at - 1];
        const Token &next = m_tokens[m_at + 1];
        if (next.is(u'\u2022') || next.is(u'-') || next.is(u'+'))
            return true;
        // "06:14 - a customer rings" begins a line of a list.
        const bool isStamp = next.isNumber() && next.digits.parts > 1 &&
                             m_at + 2 < int(m_tokens.size()) &&
                             (m_tokens[m_at + 2].is(u'-') || m_tokens[m_at + 2].is(u':'));
        if (isStamp)
            return true;
        if (last.is(u';') || last.is(u':'))
            return last.is(u';') || !next.isNumber();
        const bool isShort = lineEnd() - lineBegin() < shortLine;
        return isShort && (next.capital || next.isNumber()) && !last.is(u',');
    }

    qsizetype lineEnd() const { return m_tokens[m_at - 1].end; }

    qsizetype lineBegin() const
    {
        // Looks back no further than a short line reaches.
        int at = m_at - 1;
        while (at > 0 && m_tokens[at - 1].kind != TokenKind::LineBreak &&
               m_tokens[at - 1].kind != TokenKind::Paragraph &&
               m_tokens[m_at - 1].end - m_tokens[at].begin < shortLine)
            --at;
        return m_tokens[at].begin;
    }

    /// "6 a.m. PDT" and "6 p.m. Thursday" go on behind the dot.
    bool isMeridiemDot() const
    {
        if (m_at == 0 || m_at + 1 >= int(m_tokens.size()) ||
            (m_tokens[m_at - 1].text != "am"_L1 && m_tokens[m_at - 1].text != "pm"_L1))
            return false;
        Tokens next{m_tokens[m_at + 1]};
        m_lexicon.number(next);
        return m_lexicon.longest(Category::Zone, next, 0) ||
               m_lexicon.longest(Category::Weekday, next, 0) ||
               m_lexicon.longest(Category::Month, next, 0);
    }

    bool endsHere() const
    {
        const Token &token = m_tokens[m_at];
        if (token.is(u'!') || token.is(u'?'))
            return true;
        if (!token.is(u'.') || m_at == 0)
            return false;
        if (m_at + 1 >= int(m_tokens.size()))
            return true;
        const Token &before = m_tokens[m_at - 1];
        const Token &next = m_tokens[m_at + 1];
        if (next.glue == Glue::Joined && (next.isWord() || next.isNumber()))
            return false; // example.com, .5
        if (next.is(u')') || next.is(u','))
            return false;
        // "1. 09:12, 13 minutes" is a line of a list.
        if (m_current.startsLine && m_current.tokens.size() == 2 && before.isInteger() &&
            next.isNumber())
            return false;
        const bool goesOn = next.isNumber() || (next.isWord() && !next.capital);
        if (before.isWord() && isAbbreviation(before.text) && goesOn)
            return false;
        // "12.03. from 14:10"
        const bool isDate = before.isNumber() && before.digits.separator == u'.' && goesOn;
        return !isDate;
    }

    const Lexicon &m_lexicon;
    const Tokens &m_tokens;
    std::vector<Sentence> m_sentences;
    Sentence m_current;
    int m_at = 0;
    bool m_gap = false;
};

} // namespace

std::vector<Sentence> sentencesOf(const Lexicon &lexicon, const Tokens &tokens)
{
    return Splitter(lexicon, tokens).run();
}

} // namespace reading
