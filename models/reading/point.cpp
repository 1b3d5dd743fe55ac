// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/point.h"

namespace reading {

using namespace Qt::StringLiterals;

namespace {

PointHedge hedgeByName(const QString &name)
{
    if (name == "about"_L1)
        return PointHedge::About;
    if (name == "justafter"_L1)
        return PointHedge::JustAfter;
    if (name == "justbefore"_L1)
        return PointHedge::JustBefore;
    if (name == "by"_L1)
        return PointHedge::By;
    if (name == "notbefore"_L1)
        return PointHedge::NotBefore;
    return PointHedge::None;
}

class PointParser
{
public:
    PointParser(const Lexicon &lexicon, const Tokens &tokens, bool behind)
        : m_lexicon(lexicon)
        , m_tokens(tokens)
        , m_behind(behind)
    {}

    std::optional<ParsedPoint> parse(int at)
    {
        m_end = takeHedges(at);
        while (component()) {
        }
        if (!m_point.clock && !m_point.part && !m_point.day.isStated())
            return std::nullopt;
        if (m_clockAt >= 0 && !credible())
            return std::nullopt;
        return ParsedPoint{m_point, m_needsPartner, m_end};
    }

private:
    int takeHedges(int at)
    {
        for (int taken = 0; taken < 3; ++taken) {
            const Match hedge = m_lexicon.longest(Category::ClockHedge, m_tokens, at);
            if (!hedge)
                break;
            const PointHedge said = hedgeByName(hedge.entry->text);
            if (said != PointHedge::None && m_point.hedge == PointHedge::None)
                m_point.hedge = said;
            m_behind = true;
            at += hedge.length;
            // "shortly after the 11:00 deploy"
            const bool isNext = said == PointHedge::JustAfter || said == PointHedge::JustBefore;
            if (isNext && wordAt(m_tokens, at, "the"_L1) && at + 1 < int(m_tokens.size()) &&
                m_tokens[size_t(at + 1)].isNumber() && !m_tokens[size_t(at + 1)].isInteger())
                ++at;
        }
        return at;
    }

    bool isFirst() const { return !m_point.clock && !m_point.part && !m_point.day.isStated(); }

    /// One more part of the point, with the small words before it.
    bool component()
    {
        const int at = m_end;
        if (tryAt(at))
            return true;
        if (isFirst())
            return false;
        int next = at;
        bool linked = false;
        if (symbolAt(m_tokens, next, u',') || symbolAt(m_tokens, next, u'(') ||
            (symbolAt(m_tokens, next, u'.') && m_point.day.isStated() && !m_point.clock))
            ++next;
        if (const Match word = m_lexicon.longest(Category::AtPoint, m_tokens, next)) {
            next += word.length;
            linked = true;
        }
        // "2200 on the 14th" needs its article.
        const bool isDay = !m_point.day.isStated() && parseDay(m_lexicon, m_tokens, next);
        if (!isDay && (wordAt(m_tokens, next, "the"_L1) || wordAt(m_tokens, next, "of"_L1)))
            ++next;
        const bool behindBefore = m_behind;
        const Point before = m_point;
        m_behind |= linked;
        if (!m_point.clock)
            next = takeHedges(next);
        const bool isComma = symbolAt(m_tokens, at, u',') && next == at + 1;
        const bool isBracket = symbolAt(m_tokens, at, u'(');
        if (next > at && tryAt(next, isComma || symbolAt(m_tokens, at, u'.')) &&
            (!isBracket || !m_point.clock || closes(m_end))) {
            if (isBracket && symbolAt(m_tokens, m_end, u')'))
                ++m_end;
            return true;
        }
        m_behind = behindBefore;
        m_point = before;
        m_end = at;
        return false;
    }

    /// "22:00 (Friday)", as against "23:00 CET (Saturday 06:00 JST)"
    bool closes(int at) const
    {
        return symbolAt(m_tokens, at, u')') || symbolAt(m_tokens, at, u',');
    }

    /// `sureOnly`: behind a comma only what is certainly a time goes on with the point.
    bool tryAt(int at, bool sureOnly = false)
    {
        int end = at;
        if (m_point.clock && !m_point.zone) {
            if (const auto zone = parseZone(m_lexicon, m_tokens, at, end)) {
                m_point.zone = zone;
                m_end = end;
                skipSameElsewhere();
                return true;
            }
        }
        if (!m_point.day.isStated()) {
            const auto day = parseDay(m_lexicon, m_tokens, at);
            if (day && !(day->day.dayOfMonth && !day->day.month && sureOnly)) {
                m_point.day = day->day;
                m_end = day->end;
                return true;
            }
        }
        if (!m_point.part) {
            if (const auto part = parseDayPart(m_lexicon, m_tokens, at, end)) {
                m_point.part = part;
                m_end = end;
                return true;
            }
        }
        return !m_point.clock && tryClock(at, sureOnly);
    }

    bool tryClock(int at, bool sureOnly)
    {
        const auto clock = parseClock(m_lexicon, m_tokens, at);
        if (!clock || (sureOnly && clock->certainty != Certainty::Sure && !isFourFigures(at)))
            return false;
        if (clock->certainty == Certainty::Weak &&
            ((!isFirst() && !m_behind) || countsDays(*clock)))
            return false;
        m_point.clock = clock;
        m_clockAt = at;
        m_end = clock->end;
        if (clock->isAbout)
            m_point.hedge = PointHedge::About;
        const Match hedge = m_lexicon.longest(Category::ClockHedgeAfter, m_tokens, m_end);
        // "from 9:00 to 9:20 roughly one in five requests failed"
        const bool isOfNext =
            hedge.length == 1 &&
            (m_lexicon.longest(Category::Number, m_tokens, m_end + 1) ||
             m_lexicon.longest(Category::Fraction, m_tokens, m_end + 1) ||
             (m_end + 1 < int(m_tokens.size()) && m_tokens[size_t(m_end + 1)].isNumber()));
        if (hedge && !isOfNext) {
            if (const PointHedge said = hedgeByName(hedge.entry->text); said != PointHedge::None)
                m_point.hedge = said;
            m_end += hedge.length;
        }
        return true;
    }

    /// "on three evenings"
    bool countsDays(const Clock &clock) const
    {
        const Match part = m_lexicon.longest(Category::DayPart, m_tokens, clock.end);
        return part.length == 1 && m_tokens[size_t(clock.end)].text.endsWith(u's');
    }

    bool isFourFigures(int at) const { return m_tokens[at].digits.width[0] == 4; }

    /// "14:00 UTC (10:00 ET)" and "14:00 UTC / 10 am ET": the same instant said again.
    void skipSameElsewhere()
    {
        const bool isOpened = symbolAt(m_tokens, m_end, u'(');
        if (!isOpened && !symbolAt(m_tokens, m_end, u'/'))
            return;
        const auto again = parseClock(m_lexicon, m_tokens, m_end + 1);
        if (!again)
            return;
        int end = again->end;
        if (!parseZone(m_lexicon, m_tokens, again->end, end))
            return;
        if (isOpened && !symbolAt(m_tokens, end, u')'))
            return;
        m_end = isOpened ? end + 1 : end;
    }

    bool credible()
    {
        // "today's 5 km": a day alone makes no time of a number.
        const bool isFramed = m_point.part || m_point.zone ||
                              (m_point.day.isStated() && m_behind && canFollow(m_clockAt + 1));
        switch (m_point.clock->certainty) {
        case Certainty::Sure:
            return true;
        case Certainty::Behind:
            if (isShouted())
                return true;
            // "after 1024 stuck sessions", "in 2019"
            if (isFourFigures(m_clockAt) && (!canFollow(m_end) || isYear()))
                return false;
            if (m_behind || isFramed || m_point.day.isStated())
                return true;
            m_needsPartner = true;
            return true;
        case Certainty::Weak:
            if (isFramed)
                return true;
            if (!canFollow(m_end))
                return false;
            m_needsPartner = !m_behind;
            return true;
        }
        return false;
    }

    /// "COMMS LOST 2214. POWER BACK 2241." needs no "at".
    bool isShouted() const
    {
        if (!isFourFigures(m_clockAt))
            return false;
        const auto isCapital = [this](int at) {
            return at >= 0 && at < int(m_tokens.size()) && m_tokens[size_t(at)].isAllCapitals;
        };
        return isCapital(m_clockAt - 1) || isCapital(m_end);
    }

    /// "until 2028", "in 2019"
    bool isYear() const
    {
        const int value = m_tokens[size_t(m_clockAt)].digits.part[0];
        const bool isRange =
            m_end < int(m_tokens.size()) &&
            (m_tokens[size_t(m_end)].glue == Glue::Hyphen || m_tokens[size_t(m_end)].is(u'-') ||
             m_lexicon.longest(Category::ToPoint, m_tokens, m_end));
        return value >= 1980 && value < 2100 && !isRange && !m_point.zone &&
               m_end == m_clockAt + 1 && !wordAt(m_tokens, m_clockAt - 1, "at"_L1) &&
               !(m_clockAt > 1 && m_tokens[size_t(m_clockAt - 2)].isNumber());
    }

    /// Whether what comes next may follow a bare number that is a time: not "at 5 branches".
    bool canFollow(int at) const
    {
        // "1 in 3 visitors"
        if (wordAt(m_tokens, at, "in"_L1) && at + 1 < int(m_tokens.size()) &&
            (m_tokens[at + 1].isNumber() || m_lexicon.longest(Category::Number, m_tokens, at + 1)))
            return false;
        if (at >= int(m_tokens.size()) || m_tokens[at].kind != TokenKind::Symbol) {
            return at >= int(m_tokens.size()) ||
                   (m_tokens[at].glue == Glue::Hyphen && m_tokens[at].isNumber()) ||
                   m_lexicon.longest(Category::AfterClock, m_tokens, at);
        }
        return QStringView(u",.;:)-!?>").contains(m_tokens[at].text);
    }

    const Lexicon &m_lexicon;
    const Tokens &m_tokens;
    bool m_behind;
    bool m_needsPartner = false;
    Point m_point;
    int m_clockAt = -1;
    int m_end = 0;
};

} // namespace

std::optional<ParsedPoint> parsePoint(const Lexicon &lexicon, const Tokens &tokens, int at,
                                      bool behind)
{
    return PointParser(lexicon, tokens, behind).parse(at);
}

} // namespace reading
