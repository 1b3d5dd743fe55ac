// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/clause.h"

#include "reading/cuecheck.h"
#include "reading/tense.h"

#include <algorithm>

namespace reading {

using namespace Qt::StringLiterals;

namespace {

bool isEventTable(Category category)
{
    return category >= Category::Fails && category <= Category::Other;
}

bool isSmallWordTable(Category category)
{
    return category >= Category::Future && category <= Category::Negation;
}

class Analyser
{
public:
    Analyser(const Lexicon &lexicon, Analysis &analysis)
        : m_lexicon(lexicon)
        , m_analysis(analysis)
        , m_tokens(analysis.tokens)
    {}

    void run()
    {
        cut();
        size_t clause = 0;
        for (int i = 0; i < int(m_analysis.mentions.size()); ++i) {
            while (clause + 1 < m_analysis.clauses.size() &&
                   m_analysis.clauses[clause].end <= m_analysis.mentions[i].begin)
                ++clause;
            m_analysis.clauses[clause].mentions.push_back(i);
        }
        for (Clause &each : m_analysis.clauses) {
            findCues(each);
            findSmallWords(each);
            tellsWell(m_lexicon, m_analysis, each);
            tellsGoing(m_analysis, each);
            tellsRestart(m_analysis, each);
            tellsRelapse(m_tokens, each);
            tellsClearing(m_tokens, each);
        }
        giveTense(m_analysis);
        m_analysis.startsThen = startsThen();
    }

private:
    bool startsThen() const
    {
        int first = 0; // behind the mark of a list item
        while (first < int(m_tokens.size()) &&
               (m_tokens[size_t(first)].kind == TokenKind::Symbol ||
                (m_tokens[size_t(first)].isInteger() &&
                 (symbolAt(m_tokens, first + 1, u')') || symbolAt(m_tokens, first + 1, u'.')))))
            ++first;
        const bool isTime = !m_analysis.mentions.empty() &&
                            m_analysis.mentions.front().begin == first &&
                            m_analysis.mentions.front().kind != MentionKind::Length;
        return !isTime && m_lexicon.longest(Category::Then, m_tokens, first).length > 0;
    }

    const Mention *mentionAt(int at)
    {
        while (m_mention < m_analysis.mentions.size() && m_analysis.mentions[m_mention].end <= at)
            ++m_mention;
        if (m_mention < m_analysis.mentions.size() && m_analysis.mentions[m_mention].begin <= at)
            return &m_analysis.mentions[m_mention];
        return nullptr;
    }

    void open(int at, const QString &opener, bool hard)
    {
        if (!m_analysis.clauses.empty()) {
            m_analysis.clauses.back().end = at;
            if (m_analysis.clauses.back().begin == at) {
                m_analysis.clauses.back().opener = opener;
                m_analysis.clauses.back().opensHard |= hard;
                return;
            }
        }
        Clause clause;
        clause.begin = at;
        clause.opener = opener;
        clause.opensHard = hard;
        m_analysis.clauses.push_back(clause);
    }

    void cut()
    {
        open(0, {}, true);
        m_mention = 0;
        for (int at = 0; at < int(m_tokens.size());) {
            if (const Mention *mention = mentionAt(at)) {
                at = mention->end;
                continue;
            }
            const Token &token = m_tokens[at];
            if (token.kind == TokenKind::Symbol && QStringView(u",;:()[]-").contains(token.text)) {
                open(at + 1, token.text, !token.is(u','));
                ++at;
                continue;
            }
            const Match joint = m_lexicon.longest(Category::Conjunction, m_tokens, at);
            const int phrase = phraseLength(at);
            if (joint && !governsMention(at, joint.length) && !isMeasured(at))
                open(at, token.text, false);
            // "after that" and "up and running" are not cut in two.
            at += std::max({1, joint.length, phrase > 1 ? phrase : 0});
        }
        m_analysis.clauses.back().end = int(m_tokens.size());
    }

    int phraseLength(int at)
    {
        m_lexicon.longestOfAll(m_tokens, at, m_found);
        int length = 0;
        for (const Match &match : m_found) {
            if (isEventTable(match.entry->category))
                length = std::max(length, match.length);
        }
        const int stop = m_mention < m_analysis.mentions.size()
                             ? m_analysis.mentions[m_mention].begin
                             : int(m_tokens.size());
        return at + length > stop ? 0 : length;
    }

    /// "after ten minutes": the joining word belongs to the time phrase behind it.
    bool governsMention(int at, int length)
    {
        const QString &word = m_tokens[at].text;
        if (word != "after"_L1 && word != "before"_L1 && word != "since"_L1 && word != "until"_L1 &&
            word != "till"_L1 && word != "with"_L1)
            return false;
        return mentionAt(at + length) != nullptr;
    }

    /// "ten minutes after the alarm we had switched": measured from what is named behind it.
    bool isMeasured(int at) const
    {
        constexpr QLatin1StringView things[] = {"the"_L1, "our"_L1, "that"_L1, "this"_L1,
                                                "first"_L1};
        if (!wordAt(m_tokens, at, "after"_L1) || m_mention == 0 ||
            m_analysis.mentions[m_mention - 1].end != at ||
            m_analysis.mentions[m_mention - 1].kind != MentionKind::Length)
            return false;
        const bool isThing = std::any_of(std::begin(things), std::end(things),
                                         [&](auto word) { return wordAt(m_tokens, at + 1, word); });
        return isThing && (m_lexicon.longest(Category::Alert, m_tokens, at + 2) ||
                           m_lexicon.longest(Category::Detects, m_tokens, at + 2));
    }

    void findCues(Clause &clause)
    {
        m_mention =
            clause.mentions.empty() ? m_analysis.mentions.size() : size_t(clause.mentions.front());
        for (int at = clause.begin; at < clause.end;) {
            if (const Mention *mention = mentionAt(at)) {
                at = mention->end;
                continue;
            }
            m_lexicon.longestOfAll(m_tokens, at, m_found);
            std::erase_if(m_found, [&](const Match &match) {
                return !isEventTable(match.entry->category) ||
                       (match.entry->text == "copula"_L1 &&
                        isDenied(m_lexicon, m_tokens, clause, match, at));
            });
            int length = 0;
            for (const Match &match : m_found)
                length = std::max(length, match.length);
            for (const Match &match : m_found) {
                if (match.length != length || match.entry->category == Category::Other)
                    continue;
                if (isDenied(m_lexicon, m_tokens, clause, match, at))
                    continue;
                if (const Match undone = rolledBack(clause, match, at))
                    add(clause, {undone.entry, match.length}, at);
                else
                    add(clause, match, at);
            }
            if (length == 0)
                findWork(clause, at);
            at += std::max(1, length);
        }
    }

    /// "yesterday's work", "tonight's restart": work of a day is planned.
    void findWork(Clause &clause, int at) const
    {
        if (!wordAt(m_tokens, at, "work"_L1) || at == 0)
            return;
        static const Entry planned{Category::Work, {}, u"plain"_s};
        const QString &before = m_tokens[size_t(at - 1)].text;
        const bool isOfDay =
            before.endsWith("'s"_L1) && before != "it's"_L1 && before != "that's"_L1;
        if (!isOfDay)
            return;
        clause.cues.push_back({Category::Work, &planned, at, at + 1});
        clause.has.set(size_t(Category::Work));
    }

    /// "rolled the change back": the word that makes "back" a remedy.
    Match rolledBack(const Clause &clause, const Match &match, int at) const
    {
        if (match.entry->category != Category::Recovers)
            return {};
        static const Entry returned{Category::RollBack, {}, u"said"_s};
        const int last = at + match.length - 1;
        if ((wordAt(m_tokens, last, "back"_L1) && isVersion(last + 1)) ||
            (wordAt(m_tokens, last - 1, "back"_L1) && isVersion(last)))
            return {&returned, match.length};
        if (match.length != 1 || m_tokens[size_t(at)].text != "back"_L1)
            return {};
        for (int before = std::max(clause.begin, at - 6); before < at; ++before) {
            if (const Match roll = m_lexicon.longest(Category::RollBack, m_tokens, before))
                return roll;
        }
        return {};
    }

    /// "back on 4.7.0", "back to v2", "back on version 12"
    bool isVersion(int at) const
    {
        if ((!wordAt(m_tokens, at, "on"_L1) && !wordAt(m_tokens, at, "to"_L1)) ||
            at + 1 >= int(m_tokens.size()))
            return false;
        const Token &next = m_tokens[size_t(at + 1)];
        constexpr QLatin1StringView words[] = {"version"_L1, "release"_L1, "build"_L1, "v"_L1};
        return std::any_of(std::begin(words), std::end(words),
                           [&](auto word) { return next.text == word; }) ||
               (next.isNumber() && next.digits.parts > 1 && next.digits.separator == u'.');
    }

    static void add(Clause &clause, const Match &match, int at)
    {
        const Category category =
            match.entry->category == Category::RollBack ? Category::Fixes : match.entry->category;
        clause.cues.push_back({category, match.entry, at, at + match.length});
        clause.has.set(size_t(category));
    }

    bool isCompared(const Clause &clause, int at) const
    {
        return std::any_of(clause.cues.begin(), clause.cues.end(), [&](const Cue &cue) {
            return cue.category == Category::Predicted && cue.begin < at && at < cue.end &&
                   wordAt(m_tokens, cue.begin, "than"_L1);
        });
    }

    void findSmallWords(Clause &clause)
    {
        m_mention =
            clause.mentions.empty() ? m_analysis.mentions.size() : size_t(clause.mentions.front());
        for (int at = clause.begin; at < clause.end; ++at) {
            // The month of May is no doubt, but "has just" is a tense.
            const Mention *mention = mentionAt(at);
            if (mention && mention->kind != MentionKind::Now)
                continue;
            m_lexicon.longestOfAll(m_tokens, at, m_found);
            int length = 1;
            const bool isWhole =
                std::any_of(m_found.begin(), m_found.end(), [](const Match &match) {
                    return match.entry->category == Category::Past && match.entry->text == "all"_L1;
                });
            for (const Match &match : m_found) {
                const Category category = match.entry->category;
                // "will have been" is past, "earlier than anticipated" expects nothing.
                if (!isSmallWordTable(category) || (isWhole && category == Category::Future) ||
                    (category == Category::Expect && isCompared(clause, at)))
                    continue;
                clause.has.set(size_t(category));
                if (match.entry->text == "all"_L1)
                    length = std::max(length, match.length);
            }
            at += length - 1;
        }
    }

    const Lexicon &m_lexicon;
    Analysis &m_analysis;
    const Tokens &m_tokens;
    std::vector<Match> m_found;
    size_t m_mention = 0;
};

} // namespace

bool Clause::isAwaited() const
{
    constexpr QLatin1StringView openers[] = {"before"_L1, "until"_L1, "till"_L1,  "once"_L1,
                                             "if"_L1,     "when"_L1,  "unless"_L1};
    return tense != Tense::Past &&
           std::any_of(std::begin(openers), std::end(openers),
                       [&](QLatin1StringView word) { return opener == word; });
}

bool Clause::hasEvent() const
{
    constexpr Category events[] = {Category::Fails,
                                   Category::Bad,
                                   Category::Degraded,
                                   Category::ReadOnly,
                                   Category::MaintenanceMode,
                                   Category::Recovers,
                                   Category::Fixes,
                                   Category::Alert,
                                   Category::Detects,
                                   Category::Work,
                                   Category::OwnAction,
                                   Category::Begins,
                                   Category::Ends,
                                   Category::Lasts,
                                   Category::Takes,
                                   Category::NoEffect,
                                   Category::Cancelled,
                                   Category::Moved,
                                   Category::Extended,
                                   Category::Expect};
    return std::any_of(std::begin(events), std::end(events),
                       [this](Category category) { return is(category); });
}

bool Analysis::has(Category category) const
{
    return std::any_of(clauses.begin(), clauses.end(),
                       [category](const Clause &clause) { return clause.is(category); });
}

bool Analysis::isTimelineLine() const
{
    return startsLine && !mentions.empty() && mentions.front().begin <= 2 &&
           mentions.front().kind == MentionKind::Point && mentions.front().from.clock &&
           mentions.front().lead == Lead::None;
}

bool isUnderWay(const Tokens &tokens, const Cue &cue)
{
    return tokens[size_t(cue.begin)].text.endsWith("ing"_L1);
}

Analysis analyse(const Lexicon &lexicon, const Sentence &sentence)
{
    Analysis analysis;
    analysis.tokens = sentence.tokens;
    analysis.startsParagraph = sentence.startsParagraph;
    analysis.startsLine = sentence.startsLine;
    analysis.mentions = mentionsOf(lexicon, analysis.tokens);
    Analyser(lexicon, analysis).run();
    return analysis;
}

} // namespace reading
