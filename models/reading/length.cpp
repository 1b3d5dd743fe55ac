// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/length.h"

#include <algorithm>
#include <cmath>

namespace reading {

using namespace Qt::StringLiterals;

namespace {

constexpr double maxSeconds = 60.0 * 60 * 24 * 3; // longer is a notice or holding period

struct Hedges
{
    bool isAbout = false;
    bool isNearly = false;
    bool isJustOver = false;
    bool isAtMost = false;
    bool isAtLeast = false;
    bool isExact = false;
    bool isWithin = false;
    bool isRange = false;

    void add(const QString &rule)
    {
        isAbout |= rule == "about"_L1;
        isNearly |= rule == "nearly"_L1;
        isJustOver |= rule == "justover"_L1;
        isAtMost |= rule == "atmost"_L1 || rule == "within"_L1;
        isAtLeast |= rule == "atleast"_L1;
        isExact |= rule == "exact"_L1;
        isWithin |= rule == "within"_L1;
        isRange |= rule == "range"_L1;
    }
};

/// A number with a unit; lo and hi differ for "a few minutes" and ranges.
struct Core
{
    double lo = 0;
    double hi = 0;
    bool isVague = false;
    bool isRange = false;
    int unit = 60;
    int end = 0;
};

class LengthParser
{
public:
    LengthParser(const Lexicon &lexicon, const Tokens &tokens)
        : m_lexicon(lexicon)
        , m_tokens(tokens)
    {}

    std::optional<ParsedLength> parse(int at, bool unitOnly)
    {
        const int first = at;
        at = takeHedges(Category::LengthHedge, at);
        // "at least another 40 minutes"
        if (at > first && isWord(at, "another"_L1) && at + 1 < int(m_tokens.size()) &&
            m_tokens[size_t(at + 1)].isNumber())
            ++at;
        int times = 0;
        if (at + 2 < int(m_tokens.size()) && m_tokens[size_t(at)].isInteger() &&
            (isWord(at + 1, "x"_L1) || symbolAt(m_tokens, at + 1, u'\u00d7'))) {
            times = m_tokens[size_t(at)].digits.part[0];
            at = takeHedges(Category::LengthHedge, at + 2);
        }
        std::optional<Core> core = range(at);
        if (!core && unitOnly)
            core = bareUnit(at);
        if (!core || core->hi > maxSeconds)
            return std::nullopt;
        const int end = takeHedges(Category::LengthHedgeAfter, core->end);
        return ParsedLength{finish(*core), times, end};
    }

    std::optional<ParsedLength> parseBare(int at, int unit)
    {
        at = takeHedges(Category::LengthHedge, at);
        const auto quantity = parseQuantity(m_lexicon, m_tokens, at);
        if (!quantity || quantity->isVague || quantity->isArticle)
            return std::nullopt;
        const int end = takeHedges(Category::LengthHedgeAfter, quantity->end);
        // "so 5 more than we had said"
        // "12 minutes to notice and another 20 to fix"
        const bool isTo =
            isWord(end, "to"_L1) && (m_lexicon.longest(Category::Fixes, m_tokens, end + 1) ||
                                     m_lexicon.longest(Category::Detects, m_tokens, end + 1) ||
                                     m_lexicon.longest(Category::Recovers, m_tokens, end + 1));
        const bool isCompared = isWord(end + 1, "than"_L1) && !m_hedges.isAtLeast;
        const bool ends = end >= int(m_tokens.size()) || isCompared || isTo ||
                          m_lexicon.longest(Category::Predicted, m_tokens, end) ||
                          (m_tokens[size_t(end)].kind == TokenKind::Symbol &&
                           QStringView(u",.;)").contains(m_tokens[size_t(end)].text));
        if (!ends)
            return std::nullopt;
        const Core core{quantity->lo * unit, quantity->hi * unit, false, false, unit, end};
        return ParsedLength{finish(core), 0, end};
    }

private:
    int takeHedges(Category category, int at)
    {
        for (int taken = 0; taken < 4; ++taken) {
            // "for 30 minutes, give or take"
            if (category == Category::LengthHedgeAfter && symbolAt(m_tokens, at, u',') &&
                m_lexicon.longest(category, m_tokens, at + 1))
                ++at;
            const Match hedge = m_lexicon.longest(category, m_tokens, at);
            if (!hedge)
                break;
            m_hedges.add(hedge.entry->text);
            at += hedge.length;
        }
        return at;
    }

    bool isWord(int at, QLatin1StringView word) const { return wordAt(m_tokens, at, word); }

    Match unit(int at) const { return m_lexicon.longest(Category::Unit, m_tokens, at); }

    std::optional<Core> bareUnit(int at)
    {
        const Match found = unit(at);
        if (!found)
            return std::nullopt;
        const int seconds = found.entry->numbers[0];
        return Core{double(seconds), double(seconds), false, false, seconds, at + found.length};
    }

    /// Behind "1 hour": "20 minutes", "and 20 minutes", "20", "and a half", "and a quarter".
    void addSmaller(Core &core)
    {
        int at = core.end;
        if (isWord(at, "and"_L1) || (at < int(m_tokens.size()) && m_tokens[at].is(u',')))
            ++at;
        const bool linked = at > core.end;
        if (linked && isWord(at, "a"_L1) &&
            (isWord(at + 1, "half"_L1) || isWord(at + 1, "quarter"_L1))) {
            const double part = isWord(at + 1, "half"_L1) ? 0.5 : 0.25;
            core.lo += part * core.unit;
            core.hi += part * core.unit;
            core.end = at + 2;
            return;
        }
        const Match part = m_lexicon.longest(Category::Fraction, m_tokens, at);
        if (linked && part && !unit(at + part.length)) {
            // "an hour and three quarters"
            const double share = double(part.entry->numbers[0]) / part.entry->numbers[1];
            core.lo += share * core.unit;
            core.hi += share * core.unit;
            core.end = at + part.length;
            return;
        }
        const std::optional<Quantity> more = parseQuantity(m_lexicon, m_tokens, at);
        if (!more || more->isVague || more->isArticle)
            return;
        const Match smaller = unit(more->end);
        const bool isSmaller = smaller && smaller.entry->numbers[0] < core.unit;
        const bool isTail = !linked && !smaller && core.unit == 3600 && m_tokens[at].isInteger() &&
                            m_tokens[at].digits.width[0] == 2 && more->lo < 60;
        if (!isSmaller && !isTail)
            return;
        const int seconds = isSmaller ? smaller.entry->numbers[0] : 60;
        core.lo += more->lo * seconds;
        core.hi += more->hi * seconds;
        core.end = isSmaller ? more->end + smaller.length : more->end;
    }

    std::optional<Core> withUnit(const Quantity &quantity)
    {
        int at = takeHedges(Category::LengthHedgeAfter, quantity.end);
        if (isWord(at, "full"_L1) || isWord(at, "whole"_L1) || isWord(at, "solid"_L1) ||
            isWord(at, "more"_L1) || isWord(at, "further"_L1) || isWord(at, "extra"_L1) ||
            isWord(at, "additional"_L1) || isWord(at, "long"_L1))
            ++at;
        const Match found = unit(at);
        if (!found)
            return std::nullopt;
        const int seconds = found.entry->numbers[0];
        // "14.10 h" is a clock time.
        const Digits &digits = m_tokens[size_t(quantity.end - 1)].digits;
        if (seconds == 3600 && digits.parts == 2 && digits.width[1] == 2 && digits.part[0] >= 3)
            return std::nullopt;
        if (quantity.isArticle && seconds < 60)
            return std::nullopt;
        Core core{quantity.lo * seconds, quantity.hi * seconds, quantity.isVague, false, seconds,
                  at + found.length};
        addSmaller(core);
        return core;
    }

    /// The token past "to", "-", "and" or "or" between two ends; 0 if there is none.
    int pastLink(int at) const
    {
        if (at >= int(m_tokens.size()))
            return 0;
        if (m_tokens[at].glue == Glue::Hyphen && m_tokens[at].isNumber())
            return at;
        int next = 0;
        if (m_tokens[at].is(u'-') || isWord(at, "to"_L1) || isWord(at, "or"_L1) ||
            isWord(at, "until"_L1) || (m_hedges.isRange && isWord(at, "and"_L1)))
            next = at + 1;
        if (next &&
            (isWord(next, "maybe"_L1) || isWord(next, "perhaps"_L1) || isWord(next, "even"_L1)))
            ++next;
        if (next && isWord(next, "up"_L1) && isWord(next + 1, "to"_L1))
            next += 2;
        if (m_tokens[at].is(u',') && isWord(at + 1, "maybe"_L1))
            next = at + 2;
        return next;
    }

    std::optional<Core> joined(const Core &first, const Core &second) const
    {
        if (second.hi <= first.lo || second.unit < 60)
            return std::nullopt;
        Core both = second;
        both.lo = first.lo;
        both.isRange = true;
        both.isVague = false;
        return both;
    }

    std::optional<Core> range(int at)
    {
        const std::optional<Quantity> first = parseQuantity(m_lexicon, m_tokens, at);
        if (!first)
            return std::nullopt;
        if (std::optional<Core> core = withUnit(*first))
            return rangeBehind(*core);
        const int next = pastLink(first->end);
        if (!next || first->isArticle)
            return std::nullopt;
        const std::optional<Quantity> second = parseQuantity(m_lexicon, m_tokens, next);
        if (!second || second->isArticle)
            return std::nullopt;
        const std::optional<Core> core = withUnit(*second);
        if (!core)
            return std::nullopt;
        // "half to three quarters of an hour" and "10 to 15 minutes" share the unit behind.
        return joined({first->lo * core->unit, first->hi * core->unit}, *core);
    }

    /// "5 minutes to 40", "half an hour to an hour", "an hour or two"
    std::optional<Core> rangeBehind(const Core &core)
    {
        const int next = pastLink(core.end);
        if (!next)
            return core;
        const std::optional<Quantity> second = parseQuantity(m_lexicon, m_tokens, next);
        if (!second)
            return core;
        if (const std::optional<Core> other = withUnit(*second))
            return joined(core, *other).value_or(core);
        const bool isBare = !second->isVague && !second->isArticle &&
                            (next >= int(m_tokens.size()) || !m_tokens[next].isNumber() ||
                             m_tokens[next].isInteger());
        if (!isBare || second->end >= int(m_tokens.size()) + 1 || meansClock(second->end))
            return core;
        Core bare{
            second->lo * core.unit, second->hi * core.unit, false, false, core.unit, second->end};
        return joined(core, bare).value_or(core);
    }

    bool meansClock(int at) const
    {
        return m_lexicon.longest(Category::Meridiem, m_tokens, at) ||
               m_lexicon.longest(Category::PastHour, m_tokens, at) ||
               m_lexicon.longest(Category::OClock, m_tokens, at) || isWord(at, "%"_L1);
    }

    static int toMinutes(double seconds)
    {
        return std::max(seconds > 0 ? 1 : 0, int(std::floor(seconds / 60 + 0.5)));
    }

    Length finish(const Core &core) const
    {
        Length length;
        const int lo = toMinutes(core.lo);
        const int hi = toMinutes(core.hi);
        length.number = (lo + hi + 1) / 2;
        length.unit = core.unit;
        length.isSeconds = core.unit < 60;
        length.isWithin = m_hedges.isWithin;
        length.isApprox = m_hedges.isAbout;
        length.minutes = {lo, hi};
        length.precision = core.isRange ? LengthPrecision::Between : LengthPrecision::About;
        if (m_hedges.isAtMost) {
            length.minutes.lo = core.isRange ? lo : 0;
            length.precision = m_hedges.isAbout ? LengthPrecision::About : LengthPrecision::Between;
        } else if (m_hedges.isAtLeast) {
            length.minutes = {lo, std::nullopt};
            length.precision = LengthPrecision::Between;
        } else if (core.isRange || core.isVague) {
            return length;
        } else if (m_hedges.isNearly) {
            length.minutes.lo = hi - fifthOf(hi);
        } else if (m_hedges.isJustOver) {
            length.minutes.hi = lo + fifthOf(lo);
        } else if (m_hedges.isAbout) {
            length.minutes = {lo - fifthOf(lo), hi + fifthOf(hi)};
        } else if (m_hedges.isExact) {
            length.precision = LengthPrecision::Exact;
        } else {
            length.isPlain = true;
        }
        return length;
    }

    const Lexicon &m_lexicon;
    const Tokens &m_tokens;
    Hedges m_hedges;
};

} // namespace

int fifthOf(int minutes)
{
    return std::max(1, int(std::floor(minutes * 0.2 + 0.5)));
}

std::optional<ParsedLength> parseBareLength(const Lexicon &lexicon, const Tokens &tokens, int at,
                                            int unit)
{
    return LengthParser(lexicon, tokens).parseBare(at, unit);
}

std::optional<ParsedLength> parseLength(const Lexicon &lexicon, const Tokens &tokens, int at,
                                        bool unitOnly)
{
    return LengthParser(lexicon, tokens).parse(at, unitOnly);
}

} // namespace reading
