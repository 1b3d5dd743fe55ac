// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/clocktime.h"

#include "reading/length.h"

#include <algorithm>

namespace reading {

using namespace Qt::StringLiterals;

namespace {

class ClockParser
{
public:
    ClockParser(const Lexicon &lexicon, const Tokens &tokens)
        : m_lexicon(lexicon)
        , m_tokens(tokens)
    {}

    std::optional<Clock> parse(int at)
    {
        std::optional<Clock> clock = named(at);
        if (!clock)
            clock = spoken(at);
        if (!clock && at < size() && m_tokens[at].isNumber())
            clock = inFigures(at);
        if (!clock)
            clock = hourInWords(at);
        return clock;
    }

private:
    int size() const { return int(m_tokens.size()); }

    bool isWord(int at, QLatin1StringView word) const { return wordAt(m_tokens, at, word); }

    std::optional<Clock> named(int at) const
    {
        int twelve = at; // "12 noon"
        if (at < size() && m_tokens[at].isInteger() && m_tokens[at].digits.part[0] == 12)
            ++twelve;
        const Match name = m_lexicon.longest(Category::NamedClock, m_tokens, twelve);
        if (!name)
            return std::nullopt;
        Clock clock;
        clock.minute = name.entry->numbers[0];
        clock.half = Half::Full;
        clock.isMidnight = clock.minute == 0;
        clock.end = twelve + name.length;
        return clock;
    }

    /// 1..12 in figures or words; 0 if there is none.
    int hourAt(int at, int &end) const
    {
        if (at < size() && m_tokens[at].isInteger() && m_tokens[at].digits.width[0] <= 2 &&
            m_tokens[at].digits.part[0] >= 1 && m_tokens[at].digits.part[0] <= 12) {
            end = at + 1;
            return m_tokens[at].digits.part[0];
        }
        const Match word = m_lexicon.longest(Category::Number, m_tokens, at);
        if (!word || word.entry->numbers.size() != 1 || !word.entry->text.isEmpty() ||
            word.entry->numbers[0] < 1 || word.entry->numbers[0] > 12)
            return 0;
        end = at + word.length;
        return word.entry->numbers[0];
    }

    void takeHalf(Clock &clock) const
    {
        const Match oclock = m_lexicon.longest(Category::OClock, m_tokens, clock.end);
        if (oclock) {
            clock.end += oclock.length;
            clock.certainty = Certainty::Sure;
            clock.isAbout |= oclock.entry->text == "about"_L1;
        }
        const Match meridiem = m_lexicon.longest(Category::Meridiem, m_tokens, clock.end);
        if (!meridiem)
            return;
        // "I am", "they're at 2 am" – the word counts only right behind the number.
        const bool isPm = meridiem.entry->numbers[0] != 0;
        if (clock.minute >= 13 * 60)
            clock.half = Half::Full;
        else
            clock.half = isPm ? Half::Pm : Half::Am;
        clock.certainty = Certainty::Sure;
        clock.end += meridiem.length;
        if (isWord(clock.end, "ish"_L1)) {
            clock.isAbout = true;
            ++clock.end;
        }
    }

    static Clock halfDay(int hour, int minute, int end)
    {
        Clock clock;
        clock.minute = ((hour % 12) * 60 + minute + 720) % 720;
        clock.end = end;
        return clock;
    }

    /// "half past eight", "half eight", "quarter to nine", "ten past two", "20 to 5"
    std::optional<Clock> spoken(int at) const
    {
        int minutes = 0;
        int next = at;
        bool isSure = true;
        if (const Match part = m_lexicon.longest(Category::PastHour, m_tokens, at);
            part && !part.entry->numbers.empty()) {
            minutes = part.entry->numbers[0];
            next = at + part.length;
            isSure = part.entry->text != "british"_L1;
        } else if (!minutesAndSide(at, minutes, next, isSure)) {
            return std::nullopt;
        }
        int end = next;
        if (const Match name = m_lexicon.longest(Category::NamedClock, m_tokens, next)) {
            Clock clock; // "quarter past noon", "ten to midnight"
            clock.minute = (name.entry->numbers[0] + minutes + 1440) % 1440;
            clock.half = Half::Full;
            clock.end = next + name.length;
            return clock;
        }
        const int hour = hourAt(next, end);
        if (hour == 0 && isSure && endsPhrase(next))
            return withoutHour(minutes, next);
        if (hour == 0 || m_lexicon.longest(Category::Unit, m_tokens, end))
            return std::nullopt;
        Clock clock = halfDay(hour, minutes, end);
        clock.certainty = isSure ? Certainty::Sure : Certainty::Behind;
        takeHalf(clock);
        return clock;
    }

    /// "until half past", "at quarter to"
    static Clock withoutHour(int minutes, int end)
    {
        Clock clock;
        clock.minute = (minutes + 60) % 60;
        clock.isHourless = true;
        clock.certainty = Certainty::Behind;
        clock.end = end;
        return clock;
    }

    bool endsPhrase(int at) const
    {
        constexpr QLatin1StringView words[] = {
            "and"_L1,  "but"_L1,  "when"_L1,       "then"_L1,  "to"_L1, "until"_L1,
            "till"_L1, "this"_L1, "it"_L1,         "while"_L1, "or"_L1, "today"_L1,
            "we"_L1,   "they"_L1, "everything"_L1, "i"_L1,     "all"_L1};
        return at >= size() || m_tokens[size_t(at)].kind == TokenKind::Symbol ||
               std::any_of(std::begin(words), std::end(words),
                           [&](QLatin1StringView word) { return isWord(at, word); });
    }

    bool minutesAndSide(int at, int &minutes, int &next, bool &isSure) const
    {
        const std::optional<Quantity> number = parseQuantity(m_lexicon, m_tokens, at);
        if (!number || number->isVague || number->isArticle || number->lo < 1 || number->lo > 29)
            return false;
        next = number->end;
        const Match unit = m_lexicon.longest(Category::Unit, m_tokens, next);
        if (unit && unit.entry->numbers[0] == 60)
            next += unit.length;
        if (at >= int(m_tokens.size()) || (m_tokens[at].isNumber() && !m_tokens[at].isInteger()))
            return false;
        const bool isPast = isWord(next, "past"_L1) || isWord(next, "after"_L1);
        const bool isTo = isWord(next, "to"_L1) || isWord(next, "of"_L1) ||
                          isWord(next, "till"_L1) || isWord(next, "before"_L1);
        if (!isPast && !isTo)
            return false;
        isSure = isWord(next, "past"_L1);
        // "5 after 2" needs "minutes" or a round number; "10 to 12" alone is a range.
        if (!isSure && !(unit || int(number->lo) % 5 == 0))
            return false;
        minutes = isPast ? int(number->lo) : -int(number->lo);
        ++next;
        return true;
    }

    std::optional<Clock> inFigures(int at) const
    {
        const Digits &digits = m_tokens[at].digits;
        if (digits.parts >= 2)
            return withMinutes(at);
        if (at + 2 < size() && isWord(at + 1, "h"_L1) && m_tokens[at + 1].glue == Glue::Joined &&
            m_tokens[at + 2].isInteger() && m_tokens[at + 2].glue == Glue::Joined)
            return figures(digits.part[0], m_tokens[at + 2].digits.part[0], at + 3,
                           Certainty::Behind, digits.width[0]);
        if (digits.width[0] == 4)
            return fourFigures(at);
        return wholeHour(at);
    }

    std::optional<Clock> figures(int hour, int minute, int end, Certainty certainty,
                                 int width) const
    {
        if (hour > 24 || minute > 59 || (hour == 24 && minute > 0))
            return std::nullopt;
        Clock clock;
        clock.minute = hour * 60 + minute;
        clock.certainty = certainty;
        clock.isFigures = certainty != Certainty::Weak;
        clock.isPadded = width == 2 && hour < 10;
        clock.half = hour > 12 || hour == 0 || clock.isPadded ? Half::Full : Half::Unsaid;
        clock.isMidnight = hour == 24;
        clock.end = end;
        if (clock.isMidnight)
            clock.minute = 0;
        takeHalf(clock);
        return takeHours(clock);
    }

    /// "14:10 h", "0115Z" (the zone stays for the zone), "2200 hrs"
    std::optional<Clock> takeHours(Clock clock) const
    {
        const bool isHours = isWord(clock.end, "h"_L1) || isWord(clock.end, "hrs"_L1) ||
                             isWord(clock.end, "hours"_L1) || isWord(clock.end, "hr"_L1) ||
                             isWord(clock.end, "uhr"_L1);
        if (isHours && clock.half != Half::Am && clock.half != Half::Pm) {
            clock.half = Half::Full;
            ++clock.end;
        } else if (isWord(clock.end, "ish"_L1)) {
            clock.isAbout = true;
            ++clock.end;
        }
        return clock;
    }

    std::optional<Clock> withMinutes(int at) const
    {
        const Digits &digits = m_tokens[at].digits;
        if (digits.width[0] > 2 || digits.width[1] != 2 ||
            (digits.parts == 3 && digits.separator == u'.'))
            return std::nullopt;
        const bool isDot = digits.separator == u'.';
        std::optional<Clock> clock =
            figures(digits.part[0], digits.part[1], at + 1,
                    isDot ? Certainty::Behind : Certainty::Sure, digits.width[0]);
        if (!clock || !isDot)
            return clock;
        // "1.25 hours" is a length.
        const bool isLength =
            clock->end > at + 1 && clock->half == Half::Full && digits.part[0] < 5;
        if (isLength && digits.part[0] < 5 && digits.width[0] == 1)
            return std::nullopt;
        return clock;
    }

    std::optional<Clock> fourFigures(int at) const
    {
        if (m_tokens[at].text.contains(u','))
            return std::nullopt; // "from 500 to 2,000"
        const int value = m_tokens[at].digits.part[0];
        std::optional<Clock> clock =
            figures(value / 100, value % 100, at + 1, Certainty::Behind, 2);
        if (!clock)
            return std::nullopt;
        const Match zone = m_lexicon.longest(Category::Zone, m_tokens, at + 1);
        const bool said = clock->end > at + 1 || zone;
        if (said)
            clock->certainty = Certainty::Sure;
        if (clock->half == Half::Unsaid)
            clock->half = Half::Full;
        return clock;
    }

    std::optional<Clock> wholeHour(int at) const
    {
        const int hour = m_tokens[at].digits.part[0];
        if (m_tokens[at].digits.width[0] > 2 || hour > 24)
            return std::nullopt;
        std::optional<Clock> clock = figures(hour, 0, at + 1, Certainty::Weak, 1);
        if (!clock)
            return std::nullopt;
        const bool isHours = clock->half == Half::Full && clock->end > at + 1 &&
                             clock->certainty != Certainty::Sure; // "18 o'clock"
        // "2 hours" is a length, and so is "22h" unless "from" or the like stands before it.
        if (isHours && !(isWord(at + 1, "h"_L1) && hour >= 5))
            return std::nullopt;
        if (isHours)
            clock->certainty = Certainty::Behind;
        return clock;
    }

    std::optional<Clock> hourInWords(int at) const
    {
        int end = at;
        const int hour = hourAt(at, end);
        if (hour == 0)
            return std::nullopt;
        if (wordAt(m_tokens, at, "one"_L1) && m_lexicon.longest(Category::DayPart, m_tokens, end))
            return std::nullopt; // "one evening soon"
        Clock clock = halfDay(hour, 0, end);
        clock.certainty = Certainty::Weak;
        takeHalf(clock);
        // "eight thirty"
        const Match minutes = m_lexicon.longest(Category::Number, m_tokens, clock.end);
        if (clock.end == end && minutes && minutes.entry->numbers.size() == 1 &&
            minutes.entry->text.isEmpty() && minutes.entry->numbers[0] >= 10 &&
            minutes.entry->numbers[0] < 60 &&
            !m_lexicon.longest(Category::Unit, m_tokens, end + minutes.length)) {
            clock = halfDay(hour, minutes.entry->numbers[0], end + minutes.length);
            clock.certainty = Certainty::Behind;
            takeHalf(clock);
        }
        return clock;
    }

    const Lexicon &m_lexicon;
    const Tokens &m_tokens;
};

} // namespace

std::optional<Clock> parseClock(const Lexicon &lexicon, const Tokens &tokens, int at)
{
    return ClockParser(lexicon, tokens).parse(at);
}

} // namespace reading
