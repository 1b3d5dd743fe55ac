// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/mention.h"

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
