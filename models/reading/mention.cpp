// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/mention.h"

#include <algorithm>

namespace reading {

using namespace Qt::StringLiterals;

namespace {

class Scanner
{
public:
    Scanner(const Lexicon &lexicon, const Tokens &tokens)
        : m_lexicon(lexicon)
        , m_tokens(tokens)
    {}

    std::vector<Mention> run()
    {
        int at = 0;
        while (at < int(m_tokens.size())) {
            // Of two readings the longer one is meant; "from 12h55" is rather a time than a length.
            std::optional<Mention> best = wholePhrase(at);
            const std::optional<Mention> length =
                lengthMention(m_lexicon, m_tokens, at, m_mentions);
            // "for 2h15 yesterday"
            const bool isLength = length && (wordAt(m_tokens, at - 1, "for"_L1) ||
                                             (at > 0 && find(Category::Lasts, at - 1).length == 1));
            const std::optional<Mention> point = isLength ? std::nullopt : pointAt(at);
            for (const auto &other : {rangeAt(at), point, length}) {
                if (other && (!best || other->end > best->end))
                    best = other;
            }
            if (!best || opensLength(*best)) {
                ++at;
                continue;
            }
            best->begin = at;
            takeLead(*best);
            at = best->end;
            m_mentions.push_back(*best);
        }
        joinDays(m_tokens, m_mentions);
        return std::move(m_mentions);
    }

private:
    Match find(Category category, int at) const
    {
        return m_lexicon.longest(category, m_tokens, at);
    }

    /// "it comes to two and three quarter hours" is no time of two o'clock.
    bool opensLength(const Mention &mention) const
    {
        const bool isWeak = mention.kind == MentionKind::Point && mention.from.clock &&
                            mention.from.clock->certainty == Certainty::Weak;
        const auto length =
            isWeak ? lengthMention(m_lexicon, m_tokens, mention.end - 1, m_mentions) : std::nullopt;
        return length && length->end > mention.end;
    }

    std::optional<Mention> wholePhrase(int at) const
    {
        Mention mention;
        // "for now" tells no time.
        if (const Match now = find(Category::Now, at); now && !wordAt(m_tokens, at - 1, "for"_L1)) {
            mention.kind = MentionKind::Now;
            mention.isJustNow = now.entry->text == "just"_L1;
            mention.end = at + now.length;
            return mention;
        }
        if (const Match at_once = find(Category::Immediately, at)) {
            mention.kind = MentionKind::Immediately;
            mention.end = at + at_once.length;
            return mention;
        }
        return std::nullopt;
    }

    std::optional<Mention> pointAt(int at) const
    {
        Mention mention;
        int next = at;
        if (const Match some = find(Category::Sometime, next)) {
            mention.isSometime = true;
            next += some.length;
        }
        Lead lead = Lead::None;
        bool behind = at > 0 && (isTimeLead(at - 1) || isNoted(at));
        if (const Match word = leadAt(next, lead)) {
            next += word.length;
            behind = true;
            if (lead == Lead::From && find(Category::Determiner, next).length == 1) {
                const auto named = parsePoint(m_lexicon, m_tokens, next + 1, true);
                next += named && named->point.clock ? 1 : 0; // "since the 11:30 deploy"
            }
        }
        const auto parsed = parsePoint(m_lexicon, m_tokens, next, behind);
        if (!parsed || parsed->needsPartner ||
            (lead == Lead::None && (isName(at, *parsed) || isAttribute(at, *parsed))))
            return std::nullopt;
        mention.lead = lead;
        mention.from = parsed->point;
        mention.end = parsed->end;
        return mention;
    }

    /// "the 16:45 release", "our 9 am backup": the time only names the thing.
    bool isName(int at, const ParsedPoint &point) const
    {
        if (!point.point.clock || point.point.day.isStated() || point.point.part)
            return false;
        const bool isLed = find(Category::Determiner, at - 1).length == 1;
        return at > 0 && isLed &&
               (find(Category::Work, point.end) || find(Category::OwnAction, point.end) ||
                find(Category::Thing, point.end));
    }

    /// "the evening crowd", "one evening soon": a part of no day in particular.
    bool isAttribute(int at, const ParsedPoint &point) const
    {
        if (!point.point.part || point.point.clock || point.point.day.isStated() ||
            point.end != at + 1)
            return false;
        if (wordAt(m_tokens, at - 1, "one"_L1) || wordAt(m_tokens, at - 1, "some"_L1))
            return true;
        constexpr QLatin1StringView things[] = {
            "crowd"_L1, "load"_L1,   "queue"_L1,   "visitors"_L1, "batch"_L1,  "backup"_L1,
            "job"_L1,   "import"_L1, "release"_L1, "deploy"_L1,   "round"_L1,  "service"_L1,
            "run"_L1,   "sync"_L1,   "news"_L1,    "class"_L1,    "orders"_L1, "users"_L1};
        return wordAt(m_tokens, at - 1, "the"_L1) &&
               std::any_of(std::begin(things), std::end(things),
                           [&](auto word) { return wordAt(m_tokens, point.end, word); });
    }

    /// "lost power 0258, back 0303": notes leave out the "at".
    bool isNoted(int at) const
    {
        constexpr QLatin1StringView words[] = {"back"_L1,     "up"_L1,      "down"_L1,   "out"_L1,
                                               "restored"_L1, "ok"_L1,      "lost"_L1,   "over"_L1,
                                               "fixed"_L1,    "started"_L1, "ended"_L1,  "again"_L1,
                                               "power"_L1,    "online"_L1,  "offline"_L1};
        return m_tokens[size_t(at)].isInteger() && m_tokens[size_t(at)].digits.width[0] == 4 &&
               std::any_of(std::begin(words), std::end(words),
                           [&](auto word) { return wordAt(m_tokens, at - 1, word); });
    }

    bool isTimeLead(int at) const
    {
        return find(Category::AtPoint, at).length == 1 ||
               find(Category::FromPoint, at).length == 1 || find(Category::ToPoint, at).length == 1;
    }

    Match leadAt(int at, Lead &lead) const
    {
        const Match from = find(Category::FromPoint, at);
        const Match to = find(Category::ToPoint, at);
        const Match point = find(Category::AtPoint, at);
        Match best = point;
        lead = point ? Lead::At : Lead::None;
        if (from.length > best.length) {
            best = from;
            lead = Lead::From;
        }
        if (to.length > best.length) {
            best = to;
            lead = Lead::To;
        }
        return best;
    }

    std::optional<Mention> rangeAt(int at) const
    {
        Mention mention;
        mention.kind = MentionKind::Range;
        int next = at;
        if (const Match some = find(Category::Sometime, next)) {
            mention.isSometime = true;
            next += some.length;
        }
        const bool isBetween = wordAt(m_tokens, next, "between"_L1);
        bool isFrom = false;
        if (isBetween) {
            ++next;
        } else if (const Match from = find(Category::FromPoint, next)) {
            next += from.length;
            next += find(Category::Sometime, next).length; // "from some time before 14:36"
            isFrom = true;
        } else if (const Match on = find(Category::AtPoint, next)) {
            next += on.length;
        } else if (wordAt(m_tokens, next, "to"_L1)) {
            ++next; // "moved to Friday from 2 to 4"
            isFrom = true;
        }
        auto first = parsePoint(m_lexicon, m_tokens, next, isBetween || isFrom);
        if (!first)
            return std::nullopt;
        int second = pastLink(first->end, isBetween, isFrom);
        if (!second && isFrom) {
            first = hourAlone(next); // "from 5 to 6 am" is no time before six
            second = first ? pastLink(first->end, isBetween, isFrom) : 0;
        }
        if (!second)
            return std::nullopt;
        second += find(Category::Sometime, second).length;
        const auto last = parsePoint(m_lexicon, m_tokens, second, true);
        if (!last || !fits(*first, *last, isBetween || isFrom))
            return std::nullopt;
        mention.lead = isBetween ? Lead::Between : Lead::From;
        mention.from = first->point;
        mention.to = last->point;
        mention.end = pastSameElsewhere(last->end);
        return mention;
    }

    /// The figure at the token as an hour, whatever stands behind it.
    std::optional<ParsedPoint> hourAlone(int at) const
    {
        if (at >= int(m_tokens.size()) || !m_tokens[size_t(at)].isInteger() ||
            !wordAt(m_tokens, at + 1, "to"_L1))
            return std::nullopt;
        auto hour = parsePoint(m_lexicon, {m_tokens[size_t(at)]}, 0, true);
        if (hour)
            hour->end += at;
        return hour;
    }

    /// "23:00 to 01:00 UTC (7 to 9 pm Eastern)": the same range said again; past its bracket.
    int pastSameElsewhere(int at) const
    {
        if (!symbolAt(m_tokens, at, u'(') && !symbolAt(m_tokens, at, u'/'))
            return at;
        int next = at + 1;
        if (wordAt(m_tokens, next, "that's"_L1) || wordAt(m_tokens, next, "or"_L1))
            ++next;
        next += find(Category::FromPoint, next).length;
        const auto first = parsePoint(m_lexicon, m_tokens, next, true);
        const int second = first ? pastLink(first->end, false, true) : 0;
        const auto last = second ? parsePoint(m_lexicon, m_tokens, second, true) : std::nullopt;
        if (!last || !first->point.clock || !last->point.clock || !last->point.zone)
            return at;
        if (symbolAt(m_tokens, at, u'/'))
            return last->end;
        return symbolAt(m_tokens, last->end, u')') ? last->end + 1 : at;
    }

    /// The token past "to", "until", "-", "→" or, behind "between", "and"; 0 if there is none.
    int pastLink(int at, bool isBetween, bool isFrom) const
    {
        if (at >= int(m_tokens.size()))
            return 0;
        if (m_tokens[at].glue == Glue::Hyphen)
            return at;
        if (m_tokens[at].is(u'-') || m_tokens[at].is(u'>'))
            return at + 1;
        if (isBetween && wordAt(m_tokens, at, "and"_L1))
            return at + 1;
        const Match link = find(Category::ToPoint, at);
        if (link)
            return at + link.length;
        // "from 10 pm, until 2 am"
        const Match late = symbolAt(m_tokens, at, u',') ? find(Category::ToPoint, at + 1) : Match();
        return late && isFrom ? at + 1 + late.length : 0;
    }

    bool fits(const ParsedPoint &first, const ParsedPoint &last, bool isLed) const
    {
        const auto isWeak = [](const ParsedPoint &point) {
            return point.point.clock && point.point.clock->certainty == Certainty::Weak;
        };
        const auto isBehind = [](const ParsedPoint &point) {
            return point.point.clock && point.point.clock->certainty == Certainty::Behind;
        };
        const bool bothClocks = first.point.clock && last.point.clock;
        if (!isLed && !bothClocks)
            return false;
        // "2-3" and "10.5-11.2" are only numbers; "2-3 am", "0115-0145" and "14.10-14.40" are
        // times.
        if (!isLed && isWeak(first) && (isWeak(last) || isBehind(last)))
            return last.point.part || last.point.zone;
        if (first.point.clock && !last.point.clock && !last.point.part &&
            !last.point.day.isStated())
            return false;
        return true;
    }

    void takeLead(Mention &mention) const
    {
        if (mention.lead != Lead::None && mention.lead != Lead::At)
            return;
        if (mention.kind == MentionKind::Length && mention.length.isWithin) {
            mention.lead = Lead::Within;
            return;
        }
        if (mention.kind == MentionKind::Point && mention.from.hedge == PointHedge::By) {
            mention.lead = Lead::By;
            return;
        }
        // "for the first ten minutes"
        const bool isPart = mention.kind == MentionKind::Length &&
                            wordAt(m_tokens, mention.begin - 2, "the"_L1) &&
                            (wordAt(m_tokens, mention.begin - 1, "first"_L1) ||
                             wordAt(m_tokens, mention.begin - 1, "whole"_L1) ||
                             wordAt(m_tokens, mention.begin - 1, "full"_L1));
        const int before = mention.begin - (isPart ? 3 : 1);
        static constexpr struct
        {
            QLatin1StringView word;
            Lead lead;
        } leads[] = {
            {"for"_L1, Lead::For},         {"in"_L1, Lead::In},         {"after"_L1, Lead::After},
            {"following"_L1, Lead::After}, {"before"_L1, Lead::Before}, {"within"_L1, Lead::Within},
            {"of"_L1, Lead::Of},           {"by"_L1, Lead::By},         {"inside"_L1, Lead::Within},
        };
        for (const auto &row : leads) {
            if (wordAt(m_tokens, before, row.word))
                mention.lead = row.lead;
        }
    }

    const Lexicon &m_lexicon;
    const Tokens &m_tokens;
    std::vector<Mention> m_mentions;
};

} // namespace

std::vector<Mention> mentionsOf(const Lexicon &lexicon, const Tokens &tokens)
{
    return Scanner(lexicon, tokens).run();
}

} // namespace reading
