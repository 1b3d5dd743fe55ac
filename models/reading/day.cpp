// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/day.h"

namespace reading {

using namespace Qt::StringLiterals;

namespace {

class DayParser
{
public:
    DayParser(const Lexicon &lexicon, const Tokens &tokens)
        : m_lexicon(lexicon)
        , m_tokens(tokens)
    {}

    std::optional<ParsedDay> parse(int at)
    {
        m_end = at;
        if (const Match word = find(Category::DayWord, at)) {
            m_day.offset = word.entry->numbers[0];
            m_end = at + word.length;
            optionalDate(skipComma(m_end));
            return ParsedDay{m_day, m_end};
        }
        if (weekday(at))
            optionalDate(skipComma(m_end));
        else if (!date(at))
            return std::nullopt;
        return ParsedDay{m_day, m_end};
    }

private:
    Match find(Category category, int at) const
    {
        return m_lexicon.longest(category, m_tokens, at);
    }

    bool isInteger(int at, int maxWidth = 2) const
    {
        return at < int(m_tokens.size()) && m_tokens[at].isInteger() &&
               m_tokens[at].digits.width[0] <= maxWidth;
    }

    int value(int at) const { return m_tokens[at].digits.part[0]; }

    bool isSymbol(int at, char16_t symbol) const { return symbolAt(m_tokens, at, symbol); }

    bool isWord(int at, QLatin1StringView word) const { return wordAt(m_tokens, at, word); }

    int skipComma(int at) const
    {
        // "Mon.", "Thursday, 12 March", "Thursday (12 March)"
        return isSymbol(at, u',') || isSymbol(at, u'.') || isSymbol(at, u'(') ? at + 1 : at;
    }

    bool weekday(int at)
    {
        int next = at;
        if (const Match modifier = find(Category::DayModifier, at)) {
            m_day.week = modifier.entry->numbers[0] > 0   ? WhichWeek::Next
                         : modifier.entry->numbers[0] < 0 ? WhichWeek::Last
                                                          : WhichWeek::Nearest;
            next += modifier.length;
        }
        const Match name = find(Category::Weekday, next);
        if (!name || isCommonWord(next)) {
            m_day.week = WhichWeek::Nearest;
            return false;
        }
        m_day.weekday = name.entry->numbers[0];
        m_end = next + name.length;
        if (isWord(m_end, "next"_L1) && isWord(m_end + 1, "week"_L1)) {
            m_day.week = WhichWeek::Next;
            m_end += 2;
        } else if (isWord(m_end, "last"_L1) && isWord(m_end + 1, "week"_L1)) {
            m_day.week = WhichWeek::Last;
            m_end += 2;
        }
        return true;
    }

    /// "sat", "sun" and "wed" in lower case are days only before a number.
    bool isCommonWord(int at) const
    {
        const Token &token = m_tokens[at];
        return token.text.size() == 3 && !token.capital &&
               !(at + 1 < int(m_tokens.size()) && m_tokens[at + 1].isNumber());
    }

    void optionalDate(int at)
    {
        const int before = m_end;
        const bool opened = at > before && isSymbol(at - 1, u'(');
        if (!date(at)) {
            m_end = before;
        } else if (opened && isSymbol(m_end, u')')) {
            ++m_end;
        }
    }

    /// "Tuesday 27 and Wednesday 28 October"
    bool listedDay(int at)
    {
        if (!m_day.weekday || !isInteger(at))
            return false;
        const bool isLinked =
            isWord(at + 1, "and"_L1) || isSymbol(at + 1, u',') || isSymbol(at + 1, u'&');
        if (!isLinked || !find(Category::Weekday, at + 2) || !set(value(at), 0, 0))
            return false;
        m_end = at + 1;
        return true;
    }

    /// "16 and 17 March", "6 to 8 March", "the 6th, 7th and 8th of March": the month stands behind
    /// the last of them.
    bool sharedMonth(int at)
    {
        const int first = isWord(at, "the"_L1) ? at + 1 : at;
        if (!isInteger(first))
            return false;
        const int end = pastOrdinal(first + 1);
        int next = end;
        constexpr int most = 5; // days more
        for (int day = 0; day < most; ++day) {
            const bool isHyphen = next < int(m_tokens.size()) && isInteger(next) &&
                                  m_tokens[next].glue == Glue::Hyphen;
            const bool isLink = isWord(next, "and"_L1) || isWord(next, "to"_L1) ||
                                isSymbol(next, u',') || isSymbol(next, u'-') ||
                                isSymbol(next, u'&');
            next += isLink ? 1 : 0;
            next += isWord(next, "the"_L1) ? 1 : 0;
            if ((!isHyphen && !isLink) || !isInteger(next))
                return false;
            next = pastOrdinal(next + 1);
            next += isWord(next, "of"_L1) ? 1 : 0;
            const Match month = find(Category::Month, next);
            if (!month || !m_tokens[next].capital)
                continue;
            m_end = end;
            return set(value(first), month.entry->numbers[0], 0);
        }
        return false;
    }

    bool date(int at)
    {
        return isoDate(at) || figureDate(at) || dayThenMonth(at) || monthThenDay(at) ||
               sharedMonth(at) || ordinalOnly(at) || listedDay(at);
    }

    bool isoDate(int at)
    {
        if (!isInteger(at, 4) || m_tokens[at].digits.width[0] != 4 || !isInteger(at + 1) ||
            !isInteger(at + 2) || m_tokens[at + 1].glue != Glue::Hyphen ||
            m_tokens[at + 2].glue != Glue::Hyphen)
            return false;
        if (!set(value(at + 2), value(at + 1), value(at)))
            return false;
        m_end = at + 3;
        if (isWord(m_end, "t"_L1) && m_tokens[m_end].glue == Glue::Joined)
            ++m_end;
        return true;
    }

    /// 12.03.2026, "12.03." behind a weekday or "on", 12/03, 12/03/26
    bool figureDate(int at)
    {
        if (at >= int(m_tokens.size()) || !m_tokens[at].isNumber())
            return false;
        const Digits &digits = m_tokens[at].digits;
        if (digits.separator == u'.' && digits.parts == 3) {
            if (digits.width[2] != 2 && digits.width[2] != 4)
                return false; // a version
            m_end = at + 1;
            return set(digits.part[0], digits.part[1], fullYear(digits.part[2], digits.width[2]));
        }
        if (digits.separator == u'.' && digits.parts == 2 && isSymbol(at + 1, u'.') &&
            m_tokens[at + 1].glue == Glue::Joined &&
            (m_day.weekday || isWord(at - 1, "on"_L1) || isClock(at + 2))) {
            m_end = at + 2;
            return set(digits.part[0], digits.part[1], 0);
        }
        if (!isInteger(at) || !isSymbol(at + 1, u'/') || !isInteger(at + 2) ||
            m_tokens[at + 1].glue != Glue::Joined || m_tokens[at + 2].glue != Glue::Joined)
            return false;
        m_end = at + 3;
        int year = 0;
        if (isSymbol(m_end, u'/') && isInteger(m_end + 1, 4)) {
            year = fullYear(value(m_end + 1), m_tokens[m_end + 1].digits.width[0]);
            m_end += 2;
        }
        m_day.isSlashed = true;
        return value(at) <= 12 ? setSlashed(value(at), value(at + 2), year)
                               : set(value(at), value(at + 2), year);
    }

    /// "07.05. 06:30"
    bool isClock(int at) const
    {
        return at < int(m_tokens.size()) && m_tokens[at].isNumber() &&
               m_tokens[at].digits.parts == 2 && m_tokens[at].digits.separator == u':';
    }

    static int fullYear(int year, int width) { return width == 2 ? 2000 + year : year; }

    bool set(int day, int month, int year)
    {
        if (day < 1 || day > 31 || month < 0 || month > 12)
            return false;
        m_day.dayOfMonth = day;
        m_day.month = month;
        m_day.year = year;
        return true;
    }

    bool setSlashed(int first, int second, int year)
    {
        if (second > 12) {
            m_day.isSlashed = false;
            return set(second, first, year);
        }
        return set(first, second, year);
    }

    int pastOrdinal(int at) const
    {
        const bool isOrdinal = at < int(m_tokens.size()) && m_tokens[at].glue == Glue::Joined &&
                               (isWord(at, "st"_L1) || isWord(at, "nd"_L1) || isWord(at, "rd"_L1) ||
                                isWord(at, "th"_L1));
        return isOrdinal ? at + 1 : at;
    }

    bool dayThenMonth(int at)
    {
        int next = isWord(at, "the"_L1) ? at + 1 : at;
        if (!isInteger(next))
            return false;
        const int day = value(next);
        next = pastOrdinal(next + 1);
        if (isSymbol(next, u'.') && m_tokens[next].glue == Glue::Joined)
            ++next;
        if (isWord(next, "of"_L1))
            ++next;
        const Match month = find(Category::Month, next);
        if (!month || !set(day, month.entry->numbers[0], 0))
            return false;
        m_end = next + month.length;
        optionalYear();
        return true;
    }

    bool monthThenDay(int at)
    {
        const Match month = find(Category::Month, at);
        if (!month)
            return false;
        int next = at + month.length;
        if (isSymbol(next, u'.'))
            ++next;
        if (isWord(next, "the"_L1))
            ++next;
        if (!isInteger(next) || !set(value(next), month.entry->numbers[0], 0))
            return false;
        m_end = pastOrdinal(next + 1);
        optionalYear();
        return true;
    }

    /// "the 14th", but not "the 2nd outage".
    bool ordinalOnly(int at)
    {
        const int next = isWord(at, "the"_L1) ? at + 1 : at;
        if (!isInteger(next) || pastOrdinal(next + 1) == next + 1)
            return false;
        if (next == at && !m_day.weekday)
            return false;
        const int end = pastOrdinal(next + 1);
        const bool counts = end < int(m_tokens.size()) && m_tokens[end].isWord() &&
                            !m_day.weekday && !find(Category::Conjunction, end) &&
                            !find(Category::AtPoint, end) && !find(Category::FromPoint, end) &&
                            !find(Category::ToPoint, end);
        if (counts || !set(value(next), 0, 0))
            return false;
        m_end = end;
        return true;
    }

    void optionalYear()
    {
        int next = m_end;
        if (isSymbol(next, u','))
            ++next;
        if (isInteger(next, 4) && m_tokens[next].digits.width[0] == 4 && value(next) >= 2000 &&
            value(next) < 2100 && !isWord(next + 1, "h"_L1) && !isWord(next + 1, "z"_L1) &&
            !isWord(next + 1, "hrs"_L1) &&
            !(isInteger(next + 1, 4) && m_tokens[next + 1].glue == Glue::Hyphen)) {
            m_day.year = value(next);
            m_end = next + 1;
        }
    }

    const Lexicon &m_lexicon;
    const Tokens &m_tokens;
    Day m_day;
    int m_end = 0;
};

} // namespace

std::optional<ParsedDay> parseDay(const Lexicon &lexicon, const Tokens &tokens, int at)
{
    return DayParser(lexicon, tokens).parse(at);
}

std::optional<DayPart> parseDayPart(const Lexicon &lexicon, const Tokens &tokens, int at, int &end)
{
    const Match found = lexicon.longest(Category::DayPart, tokens, at);
    if (!found || found.entry->numbers.size() < 2)
        return std::nullopt;
    DayPart part;
    part.from = found.entry->numbers[0];
    part.to = found.entry->numbers[1];
    part.isToday = found.entry->text == "today"_L1;
    part.isNight = found.entry->text == "night"_L1;
    // "the overnight release" only names the release.
    const bool isName = part.isNight && found.length == 1 &&
                        (wordAt(tokens, at - 1, "the"_L1) || wordAt(tokens, at - 1, "an"_L1) ||
                         wordAt(tokens, at - 1, "our"_L1));
    if (isName)
        return std::nullopt;
    end = at + found.length;
    return part;
}

} // namespace reading
