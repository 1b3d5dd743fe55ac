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
            const std::optional<Mention> length = lengthAt(at);
            // "for 2h15 yesterday"
            const bool isLength = length && wordAt(m_tokens, at - 1, "for"_L1);
            const std::optional<Mention> point = isLength ? std::nullopt : pointAt(at);
            for (const auto &other : {rangeAt(at), point, length}) {
                if (other && (!best || other->end > best->end))
                    best = other;
            }
            if (!best) {
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

    /// "the last", "in the next", "another" before a length.
    Anchor anchorBefore(int &at) const
    {
        const Match before = find(Category::LengthAnchorBefore, at);
        // "we expect this to last 45 minutes"
        const bool isVerb = before.length == 1 && wordAt(m_tokens, at, "last"_L1) && at > 0 &&
                            !find(Category::Determiner, at - 1);
        if (!before || isVerb)
            return Anchor::None;
        at += before.length;
        return anchorByName(before.entry->text);
    }

    static Anchor anchorByName(const QString &name)
    {
        if (name == "ago"_L1)
            return Anchor::Ago;
        if (name == "fromnow"_L1)
            return Anchor::FromNow;
        if (name == "last"_L1)
            return Anchor::Last;
        if (name == "next"_L1)
            return Anchor::Next;
        if (name == "later"_L1)
            return Anchor::Later;
        if (name == "before"_L1)
            return Anchor::Before;
        if (name == "more"_L1)
            return Anchor::More;
        return Anchor::None;
    }

    /// "the first lasted four minutes, the second nearly ten": the unit was said before.
    std::optional<ParsedLength> bareNumber(int at) const
    {
        const auto told =
            std::find_if(m_mentions.rbegin(), m_mentions.rend(), [](const Mention &mention) {
                return mention.kind == MentionKind::Length && !mention.length.isSeconds;
            });
        // "so 5 more than we had said"
        const bool isDifference =
            at < int(m_tokens.size()) && wordAt(m_tokens, at + 2, "than"_L1) &&
            (wordAt(m_tokens, at + 1, "more"_L1) || wordAt(m_tokens, at + 1, "less"_L1) ||
             wordAt(m_tokens, at + 1, "fewer"_L1) || wordAt(m_tokens, at + 1, "longer"_L1));
        if (told == m_mentions.rend() || at == 0 ||
            !(isDifference || isInsteadOf(at) || find(Category::Lasts, at - 1) || find(Category::Takes, at - 1) ||
              find(Category::Again, at - 1) || wordAt(m_tokens, at - 1, "for"_L1) ||
              wordAt(m_tokens, at - 1, "another"_L1) || wordAt(m_tokens, at, "within"_L1)))
            return std::nullopt;
        return parseBareLength(m_lexicon, m_tokens, at, told->length.unit);
    }

    /// "instead of the 30 we had planned"
    bool isInsteadOf(int at) const
    {
        for (int before = std::max(0, at - 3); before < at; ++before) {
            const Match instead = find(Category::Instead, before);
            if (instead && instead.entry->text == "old"_L1 && before + instead.length == at)
                return true;
        }
        return false;
    }

    bool countsSomething(int at) const
    {
        // "twice an hour", "every 5 minutes", "per minute"
        return at > 0 && find(Category::Rate, at - 1);
    }

    /// "nine hours a day", "20 minutes per week"
    bool isRate(int at) const
    {
        const bool isPer = wordAt(m_tokens, at, "a"_L1) || wordAt(m_tokens, at, "per"_L1) ||
                           wordAt(m_tokens, at, "each"_L1) || wordAt(m_tokens, at, "every"_L1) ||
                           symbolAt(m_tokens, at, u'/');
        return isPer &&
               (find(Category::Unit, at + 1) || wordAt(m_tokens, at + 1, "month"_L1) ||
                wordAt(m_tokens, at + 1, "year"_L1) || wordAt(m_tokens, at + 1, "night"_L1));
    }

    /// Whether a "not" stands before, in the same clause.
    bool isNegated(int at) const
    {
        for (int before = at - 1; before >= std::max(0, at - 9); --before) {
            if (m_tokens[size_t(before)].kind == TokenKind::Symbol)
                return false;
            if (find(Category::Negation, before))
                return find(Category::Outlook, before + 1) &&
                       !wordAt(m_tokens, before - 1, "could"_L1) &&
                       !wordAt(m_tokens, before, "couldn't"_L1);
        }
        return false;
    }

    /// "it was over 30 minutes later": the end, and no "more than".
    bool isEndOver(int at, const Mention &mention) const
    {
        return wordAt(m_tokens, at, "over"_L1) && mention.anchor == Anchor::Later &&
               (wordAt(m_tokens, at - 1, "was"_L1) || wordAt(m_tokens, at - 1, "all"_L1));
    }

    std::optional<Mention> lengthAt(int at) const
    {
        if (countsSomething(at))
            return std::nullopt;
        Mention mention;
        mention.kind = MentionKind::Length;
        int next = at;
        if (const Match some = find(Category::Sometime, next)) {
            mention.isSometime = true;
            next += some.length;
        }
        const Match before = find(Category::LengthAnchorBefore, next);
        const bool isWithin = before && before.entry->text == "within"_L1;
        mention.anchor = anchorBefore(next);
        const bool unitOnly =
            mention.anchor == Anchor::Last || mention.anchor == Anchor::Next || isWithin;
        if (mention.isSometime && !unitOnly)
            return std::nullopt;
        auto length = parseLength(m_lexicon, m_tokens, next, unitOnly);
        if (!length && mention.anchor == Anchor::None)
            length = bareNumber(next);
        if (!length && mention.anchor == Anchor::More)
            length = parseLength(m_lexicon, m_tokens, next - before.length); // "another hour"
        if (!length || isRate(length->end))
            return std::nullopt;
        // "we will try another day"
        const bool isSomeDay = mention.anchor == Anchor::More && length->length.unit >= 86400 &&
                               length->end <= next + 1 && !wordAt(m_tokens, at - 1, "for"_L1) &&
                               !find(Category::Takes, at - 1) && !find(Category::Lasts, at - 1);
        if (isSomeDay)
            return std::nullopt;
        mention.length = length->length;
        mention.times = length->times;
        if (mention.length.minutes.lo && !mention.length.minutes.hi &&
            !wordAt(m_tokens, next, "at"_L1) && isNegated(at)) {
            // "it should not take more than ten minutes"
            mention.length.minutes = {0, mention.length.minutes.lo};
            mention.length.precision =
                mention.length.isApprox ? LengthPrecision::About : LengthPrecision::Between;
        }
        if (isWithin) {
            mention.length.minutes.lo = 0;
            mention.length.isWithin = true;
            mention.length.precision = LengthPrecision::Between;
        }
        for (int token = next; token < length->end; ++token) {
            const QString &word = m_tokens[size_t(token)].text;
            const bool isUnder = wordAt(m_tokens, token + 1, "than"_L1);
            if (word == "another"_L1 || word == "extra"_L1 || word == "additional"_L1 ||
                ((word == "more"_L1 || word == "further"_L1) && !isUnder && token > next))
                mention.anchor = Anchor::More;
        }
        mention.end = length->end;
        if (const Match behind = find(Category::LengthAnchorAfter, mention.end)) {
            if (mention.anchor == Anchor::None || behind.entry->text != "more"_L1)
                mention.anchor = anchorByName(behind.entry->text);
            mention.end += behind.length;
        }
        if (isEndOver(at, mention))
            return std::nullopt;
        return mention;
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
        bool behind = at > 0 && isTimeLead(at - 1);
        if (const Match word = leadAt(next, lead)) {
            next += word.length;
            behind = true;
            if (lead == Lead::From && find(Category::Determiner, next).length == 1) {
                const auto named = parsePoint(m_lexicon, m_tokens, next + 1, true);
                next += named && named->point.clock ? 1 : 0; // "since the 11:30 deploy"
            }
        }
        const auto parsed = parsePoint(m_lexicon, m_tokens, next, behind);
        if (!parsed || parsed->needsPartner || (lead == Lead::None && isName(at, *parsed)))
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
        const auto first = parsePoint(m_lexicon, m_tokens, next, isBetween || isFrom);
        if (!first)
            return std::nullopt;
        int second = pastLink(first->end, isBetween, isFrom);
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
        const int before = mention.begin - 1;
        static constexpr struct
        {
            QLatin1StringView word;
            Lead lead;
        } leads[] = {
            {"for"_L1, Lead::For},       {"in"_L1, Lead::In},         {"after"_L1, Lead::After},
            {"before"_L1, Lead::Before}, {"within"_L1, Lead::Within}, {"of"_L1, Lead::Of},
            {"by"_L1, Lead::By},         {"inside"_L1, Lead::Within},
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
