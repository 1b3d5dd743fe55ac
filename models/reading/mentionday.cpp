// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/mention.h"

#include <algorithm>

namespace reading {

using namespace Qt::StringLiterals;

namespace {

class Joiner
{
public:
    Joiner(const Tokens &tokens, std::vector<Mention> &mentions)
        : m_tokens(tokens)
        , m_mentions(mentions)
    {}

    /// "on Wednesday 6 May from 06:00 to 07:00", "Sunday: 6 am": the day belongs to the clock time.
    void run()
    {
        std::vector<Mention> joined;
        for (Mention &mention : m_mentions) {
            if (spreadOverRange(joined, mention))
                continue;
            if (!joined.empty() && takesDay(mention, joined.back())) {
                const Mention &day = joined.back();
                mention.from.day = day.from.day;
                if (!mention.from.part)
                    mention.from.part = day.from.part;
                mention.begin = day.begin;
                mention.isSometime |= day.isSometime;
                joined.back() = mention;
            } else {
                joined.push_back(mention);
            }
            spreadOverDays(joined);
        }
        m_mentions = std::move(joined);
    }

private:
    static bool isDayRange(const Mention &mention)
    {
        const Day &from = mention.from.day;
        const Day &to = mention.to.day;
        constexpr int most = 14; // days
        return mention.kind == MentionKind::Range && mention.from.isDayOnly() &&
               mention.to.isDayOnly() && from.month && from.month == to.month &&
               from.dayOfMonth < to.dayOfMonth && to.dayOfMonth - from.dayOfMonth < most;
    }

    /// "each night", "on both days"
    bool tellsEach(int begin, int end) const
    {
        constexpr QLatin1StringView words[] = {
            "each"_L1, "every"_L1, "both"_L1,   "all"_L1,     "night"_L1,    "nights"_L1,
            "day"_L1,  "days"_L1,  "daily"_L1,  "nightly"_L1, "morning"_L1,  "mornings"_L1,
            "on"_L1,   "the"_L1,   "always"_L1, "evening"_L1, "evenings"_L1, "three"_L1};
        constexpr int longest = 6; // tokens
        return end - begin <= longest &&
               std::all_of(m_tokens.begin() + begin, m_tokens.begin() + end,
                           [&](const Token &token) {
                               return token.kind == TokenKind::Symbol ||
                                      std::any_of(std::begin(words), std::end(words),
                                                  [&](auto word) { return token.text == word; });
                           });
    }

    /// "6 to 8 March, each night between 1 and 3 am": a window on each of them.
    bool spreadOverRange(std::vector<Mention> &joined, const Mention &times) const
    {
        const bool isTimes =
            times.kind == MentionKind::Range && times.from.clock && !times.from.day.isStated();
        // A part of the day may stand between: "each night".
        const bool hasPart = isTimes && joined.size() > 1 &&
                             joined.back().kind == MentionKind::Point && joined.back().from.part &&
                             !joined.back().from.clock && !joined.back().from.day.isStated();
        if (!isTimes || joined.size() < (hasPart ? 2u : 1u))
            return false;
        const Mention days = joined[joined.size() - (hasPart ? 2 : 1)];
        if (!isDayRange(days) || !tellsEach(days.end, times.begin))
            return false;
        joined.resize(joined.size() - (hasPart ? 2 : 1));
        for (int number = days.from.day.dayOfMonth; number <= days.to.day.dayOfMonth; ++number) {
            Mention each = times;
            each.begin = days.begin;
            each.from.day = days.from.day;
            each.from.day.dayOfMonth = number;
            each.from.day.weekday.reset();
            each.from.day.year = days.to.day.year;
            joined.push_back(each);
        }
        return true;
    }

    /// "on Tuesday 27 and Wednesday 28 October, 09:00 to 16:00": the same times on each day.
    void spreadOverDays(std::vector<Mention> &joined) const
    {
        const Mention &last = joined.back();
        if (last.kind != MentionKind::Range || !last.from.day.isStated() || !last.from.clock)
            return;
        for (size_t i = joined.size() - 1; i > 0; --i) {
            Mention &day = joined[i - 1];
            const int gap = day.end;
            const bool isLinked = day.kind == MentionKind::Point && day.from.isDayOnly() &&
                                  joined[i].begin - gap == 1 &&
                                  (wordAt(m_tokens, gap, "and"_L1) ||
                                   symbolAt(m_tokens, gap, u',') || symbolAt(m_tokens, gap, u'&'));
            if (!isLinked)
                break;
            Day named = day.from.day;
            if (named.dayOfMonth && !named.month)
                named.month = last.from.day.month;
            day.kind = MentionKind::Range;
            day.from = last.from;
            day.from.day = named;
            day.to = last.to;
            day.lead = Lead::From;
        }
    }

    bool takesDay(const Mention &mention, const Mention &day) const
    {
        const bool hasClock =
            (mention.kind == MentionKind::Point || mention.kind == MentionKind::Range) &&
            mention.from.clock && !mention.from.day.isStated();
        const bool isDay = day.kind == MentionKind::Point && !day.from.clock &&
                           day.from.day.isStated() && day.lead != Lead::To;
        if (!hasClock || !isDay)
            return false;
        const int gap = mention.begin - day.end;
        return gap == 0 || (gap == 1 && m_tokens[size_t(day.end)].kind == TokenKind::Symbol &&
                            QStringView(u",:(-").contains(m_tokens[size_t(day.end)].text));
    }

    const Tokens &m_tokens;
    std::vector<Mention> &m_mentions;
};

} // namespace

void joinDays(const Tokens &tokens, std::vector<Mention> &mentions)
{
    Joiner(tokens, mentions).run();
}

} // namespace reading
