// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/mention.h"

#include <algorithm>

namespace reading {

using namespace Qt::StringLiterals;

namespace {

class LengthScanner
{
public:
    LengthScanner(const Lexicon &lexicon, const Tokens &tokens, const std::vector<Mention> &before)
        : m_lexicon(lexicon)
        , m_tokens(tokens)
        , m_mentions(before)
    {}

    std::optional<Mention> lengthAt(int at) const
    {
        // "it fell over a few minutes ago"
        const bool isOfVerb =
            at > 0 && find(Category::Fails, at - 1).length > 1 && wordAt(m_tokens, at, "over"_L1);
        if (countsSomething(at) || isOfVerb)
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
        if (!length || isRate(length->end) || isSomeDayOf(next, length->end))
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
        const Match behind = find(Category::LengthAnchorAfter, mention.end);
        if (behind && tellsAnchor(mention.end, behind)) {
            if (mention.anchor == Anchor::None || behind.entry->text != "more"_L1)
                mention.anchor = anchorByName(behind.entry->text);
            mention.end += behind.length;
        }
        if (isEndOver(at, mention))
            return std::nullopt;
        return mention;
    }

private:
    Match find(Category category, int at) const
    {
        return m_lexicon.longest(category, m_tokens, at);
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
        if (name == "into"_L1)
            return Anchor::Into;
        return Anchor::None;
    }

    /// "25 minutes in.", as against "in total"; "20 minutes earlier today" is of today.
    bool tellsAnchor(int at, const Match &behind) const
    {
        const int next = at + behind.length;
        const bool isEnd =
            next >= int(m_tokens.size()) || m_tokens[size_t(next)].kind == TokenKind::Symbol;
        if (behind.length == 1 && wordAt(m_tokens, at, "in"_L1))
            return isEnd;
        return !wordAt(m_tokens, at, "earlier"_L1) || !wordAt(m_tokens, next, "today"_L1);
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
            !(isDifference || isInsteadOf(at) || find(Category::Lasts, at - 1) ||
              find(Category::Takes, at - 1) || find(Category::Again, at - 1) ||
              wordAt(m_tokens, at - 1, "for"_L1) || wordAt(m_tokens, at - 1, "another"_L1) ||
              wordAt(m_tokens, at, "within"_L1)))
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

    /// "we have not settled on a day", "a volunteer with a day job"
    bool isSomeDayOf(int at, int end) const
    {
        constexpr QLatin1StringView behind[] = {"later"_L1, "ago"_L1,  "or"_L1,    "and"_L1,
                                                "of"_L1,    "long"_L1, "after"_L1, "before"_L1,
                                                "early"_L1, "late"_L1, "in"_L1,    "earlier"_L1,
                                                "more"_L1,  "to"_L1,   "from"_L1,  "for"_L1};
        if (!wordAt(m_tokens, at, "a"_L1) || !wordAt(m_tokens, at + 1, "day"_L1) || end != at + 2)
            return false;
        if (wordAt(m_tokens, at - 1, "on"_L1))
            return true;
        return end < int(m_tokens.size()) && m_tokens[size_t(end)].isWord() &&
               std::none_of(std::begin(behind), std::end(behind),
                            [&](auto word) { return wordAt(m_tokens, end, word); });
    }

    /// "nobody was locked out for more than", "it can't have been down for more than"
    bool namesLoss(int begin, int end) const
    {
        for (int at = begin; at < end; ++at) {
            const Match bad = find(Category::Bad, at);
            if ((bad && bad.entry->text == "down"_L1) || wordAt(m_tokens, at, "out"_L1) ||
                wordAt(m_tokens, at, "without"_L1))
                return true;
        }
        return false;
    }

    /// Whether a "not" stands before, in the same clause.
    bool isNegated(int at) const
    {
        for (int before = at - 1; before >= std::max(0, at - 9); --before) {
            if (m_tokens[size_t(before)].kind == TokenKind::Symbol)
                return false;
            if (wordAt(m_tokens, before, "without"_L1))
                continue; // "you shouldn't be without it for more than"
            const bool isNobody =
                wordAt(m_tokens, before, "nobody"_L1) || wordAt(m_tokens, before, "can't"_L1);
            if (isNobody || find(Category::Negation, before))
                return (find(Category::Outlook, before + 1) &&
                        !wordAt(m_tokens, before - 1, "could"_L1) &&
                        !wordAt(m_tokens, before, "couldn't"_L1)) ||
                       namesLoss(before + 1, at);
        }
        return false;
    }

    /// "it was over 30 minutes later": the end, and no "more than".
    bool isEndOver(int at, const Mention &mention) const
    {
        return wordAt(m_tokens, at, "over"_L1) && mention.anchor == Anchor::Later &&
               (wordAt(m_tokens, at - 1, "was"_L1) || wordAt(m_tokens, at - 1, "all"_L1));
    }

    const Lexicon &m_lexicon;
    const Tokens &m_tokens;
    const std::vector<Mention> &m_mentions;
};

} // namespace

std::optional<Mention> lengthMention(const Lexicon &lexicon, const Tokens &tokens, int at,
                                     const std::vector<Mention> &before)
{
    return LengthScanner(lexicon, tokens, before).lengthAt(at);
}

} // namespace reading
