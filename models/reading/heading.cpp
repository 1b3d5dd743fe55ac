// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/heading.h"

#include <algorithm>

namespace reading {

using namespace Qt::StringLiterals;

namespace {

class HeadingParser
{
public:
    HeadingParser(const Lexicon &lexicon, const Tokens &tokens)
        : m_lexicon(lexicon)
        , m_tokens(tokens)
    {}

    std::optional<Heading> parse(int at)
    {
        m_heading.begin = at;
        m_at = at;
        skip(u"[(-=>\u2022|+~");
        takeNumber();
        takePoint();
        skip(u"])-:|,.");
        const bool isNamed = name();
        if (!isNamed && !m_heading.point && m_hasDay && isBracketed(at)) {
            m_heading.kind = HeadingKind::Stamp;
            m_heading.isDay = true;
            m_heading.point = m_day;
            return endsHere(m_dayEnd) ? std::optional(m_heading) : std::nullopt;
        }
        if (!isNamed && !m_heading.point)
            return std::nullopt;
        if (!isNamed) {
            m_heading.kind = HeadingKind::Stamp;
            if (endsHere(m_pointEnd))
                return m_heading;
            // "21.20 Logins work again." on a line of its own
            const bool goesOn = m_pointEnd < int(m_tokens.size()) &&
                                m_tokens[size_t(m_pointEnd)].isWord() &&
                                m_tokens[size_t(m_pointEnd)].capital;
            m_heading.end = m_pointEnd;
            return goesOn ? std::optional(m_heading) : std::nullopt;
        }
        const bool hasStamp = m_heading.point.has_value();
        numberAndPoint();
        if (endsHere(m_at) || (m_heading.isCapital && m_heading.kind == HeadingKind::Update))
            return m_heading;
        // "14:30 - News from the data centre: ..."
        if (!hasStamp)
            return isLabelled() ? std::optional(m_heading) : updateWithTime();
        if (!endsHere(m_pointEnd)) {
            // "16:20 Fixed! It was DNS."
            const bool isCalled = m_heading.kind == HeadingKind::Stage && isSymbolOf(m_at, u"!");
            if (!isCalled)
                return std::nullopt;
            m_heading.end = m_pointEnd;
        }
        m_heading.kind = HeadingKind::Stamp;
        m_heading.number = 0;
        return m_heading;
    }

private:
    /// "Update 28-01, 07.55 h:", "Update by Jan, Wed 4pm:": a short label with a number in it.
    bool isLabelled()
    {
        constexpr int longest = 10; // tokens
        const int size = int(m_tokens.size());
        bool hasNumber = false;
        for (int at = m_at; at < std::min(size, m_at + longest); ++at) {
            const Token &token = m_tokens[size_t(at)];
            if (token.is(u':'))
                return m_heading.kind == HeadingKind::Update && hasNumber && endsHere(at);
            if (token.kind == TokenKind::LineBreak || token.kind == TokenKind::Paragraph)
                return false;
            hasNumber |= token.isNumber();
        }
        return false;
    }

    /// "Update 06:50 The second disk is still rebuilding", its markup gone.
    std::optional<Heading> updateWithTime()
    {
        const bool goesOn = m_at < int(m_tokens.size()) && m_tokens[size_t(m_at)].isWord() &&
                            m_tokens[size_t(m_at)].capital;
        if (m_heading.kind != HeadingKind::Update || !m_heading.point || !goesOn)
            return std::nullopt;
        m_heading.end = m_at;
        m_heading.isTimed = true;
        return m_heading;
    }

    bool isSymbolOf(int at, QStringView symbols) const
    {
        return at < int(m_tokens.size()) && m_tokens[at].kind == TokenKind::Symbol &&
               symbols.contains(m_tokens[at].text);
    }

    bool isBracketed(int at) const { return isSymbolOf(at, u"[(") && isSymbolOf(m_dayEnd, u"])"); }

    void skip(QStringView symbols)
    {
        while (isSymbolOf(m_at, symbols))
            ++m_at;
    }

    /// "#2, 14:30 UTC - Resolved", its markup gone
    void takeNumber()
    {
        constexpr int longest = 2; // digits
        const bool isNumber = m_at + 2 < int(m_tokens.size()) &&
                              m_tokens[size_t(m_at)].isInteger() &&
                              m_tokens[size_t(m_at)].digits.width[0] <= longest &&
                              isSymbolOf(m_at + 1, u",)") && m_tokens[size_t(m_at + 2)].isNumber();
        if (isNumber)
            m_at += 2;
    }

    void takePoint()
    {
        if (m_heading.point)
            return;
        int at = m_at;
        if (const Match lead = m_lexicon.longest(Category::AtPoint, m_tokens, at))
            at += lead.length;
        const auto parsed = parsePoint(m_lexicon, m_tokens, at, true);
        if (!parsed || !parsed->point.clock || parsed->point.clock->certainty == Certainty::Weak) {
            if (parsed && !parsed->point.clock) {
                m_at = parsed->end;
                m_hasDay = true;
                m_day = parsed->point;
                m_dayEnd = m_at;
            }
            return;
        }
        // "from 14:00 to 15:00" in a heading's place is a sentence.
        m_heading.point = parsed->point;
        m_at = parsed->end;
        m_pointEnd = m_at;
    }

    bool name()
    {
        int at = m_at;
        while (const Match ordinal = m_lexicon.longest(Category::Ordinal, m_tokens, at)) {
            at += ordinal.length;
            if (at - m_at > 3)
                break;
        }
        for (const int start : {at, m_at}) {
            if (take(Category::OriginalHeading, HeadingKind::Original, start) ||
                take(Category::UpdateHeading, HeadingKind::Update, start) ||
                take(Category::StageHeading, HeadingKind::Stage, start))
                return true;
        }
        return false;
    }

    bool take(Category category, HeadingKind kind, int at)
    {
        const Match match = m_lexicon.longest(category, m_tokens, at);
        if (!match)
            return false;
        m_heading.kind = kind;
        m_heading.isCapital = m_tokens[at].isAllCapitals;
        if (kind == HeadingKind::Stage)
            m_heading.rank = match.entry->numbers.empty() ? 3 : match.entry->numbers[0];
        m_at = at + match.length;
        return true;
    }

    void numberAndPoint()
    {
        if (m_at < int(m_tokens.size()) && m_tokens[m_at].isInteger() &&
            m_tokens[m_at].digits.width[0] <= 2 &&
            !m_lexicon.longest(Category::Meridiem, m_tokens, m_at + 1) && endsOrOpens(m_at + 1)) {
            m_heading.number = m_tokens[m_at].digits.part[0];
            ++m_at;
        } else if (const Match word = m_lexicon.longest(Category::Number, m_tokens, m_at);
                   word && word.entry->numbers.size() == 1 && endsOrOpens(m_at + word.length)) {
            m_heading.number = word.entry->numbers[0];
            m_at += word.length;
        }
        const int before = m_at;
        m_hasDay = false;
        skip(u"([,-@|");
        if (wordAt(m_tokens, m_at, "of"_L1) || wordAt(m_tokens, m_at, "from"_L1))
            ++m_at; // "Update of 23 September"
        takePoint();
        if (!m_heading.point && !m_hasDay) {
            m_at = before;
            return;
        }
        takeTimeBehindDate();
        skip(u")]");
    }

    /// "Update 21.07., 21:50:" is not of seven minutes past nine.
    void takeTimeBehindDate()
    {
        const int at = m_at + (isSymbolOf(m_at, u".") ? 1 : 0);
        if (!isSymbolOf(at, u","))
            return;
        const auto time = parsePoint(m_lexicon, m_tokens, at + 1, true);
        if (!time || !time->point.clock || time->point.clock->certainty == Certainty::Weak)
            return;
        m_heading.point = time->point;
        m_at = m_pointEnd = time->end;
    }

    bool endsOrOpens(int at)
    {
        return endsHere(at) || isSymbolOf(at, u"([,@") || wordAt(m_tokens, at, "of"_L1) ||
               m_lexicon.longest(Category::AtPoint, m_tokens, at);
    }

    /// What may close a heading: ":", "-", ".", a closing bracket or the end of the line.
    bool endsHere(int at)
    {
        if (at >= int(m_tokens.size())) {
            m_heading.end = at;
            return true;
        }
        const bool isBreak =
            m_tokens[at].kind == TokenKind::LineBreak || m_tokens[at].kind == TokenKind::Paragraph;
        if (!isBreak && !isSymbolOf(at, u":-.)]|=+"))
            return at > 0 && isSymbolOf(at - 1, u")]:") ? (m_heading.end = at, true) : false;
        while (at < int(m_tokens.size()) &&
               (isSymbolOf(at, u":-.)]|=+") ||
                (isBreak && m_tokens[at].kind != TokenKind::Symbol &&
                 m_tokens[at].kind != TokenKind::Word && m_tokens[at].kind != TokenKind::Number)))
            ++at;
        m_heading.end = at;
        return true;
    }

    const Lexicon &m_lexicon;
    const Tokens &m_tokens;
    Heading m_heading;
    int m_at = 0;
    int m_pointEnd = 0;
    int m_dayEnd = 0;
    std::optional<Point> m_day;
    bool m_hasDay = false; ///< a day without a clock time was taken
};

} // namespace

std::optional<Heading> parseHeading(const Lexicon &lexicon, const Tokens &tokens, int at)
{
    return HeadingParser(lexicon, tokens).parse(at);
}

} // namespace reading
