// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/revision.h"

#include "reading/heading.h"

#include <algorithm>

namespace reading {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto stampSlack = 1min; // a printed time has no seconds

struct Block
{
    Heading heading;
    Tokens tokens;
    std::optional<Instant> stamp; ///< the heading's clock time
};

class Cutter
{
public:
    Cutter(const Lexicon &lexicon, const QString &body, Instant posted,
           const std::vector<Instant> &updates, WallTime &wallTime)
        : m_lexicon(lexicon)
        , m_tokens(tokenise(body))
        , m_posted(posted)
        , m_updates(updates)
        , m_wallTime(wallTime)
    {
        m_lexicon.number(m_tokens);
    }

    std::vector<Revision> run()
    {
        findBlocks();
        takeOriginal();
        order();
        return revisions();
    }

private:
    bool isBreak(int at) const
    {
        return m_tokens[at].kind == TokenKind::LineBreak ||
               m_tokens[at].kind == TokenKind::Paragraph;
    }

    /// A line begins here, or a sentence does, behind which only a shouted UPDATE: counts.
    bool mayStart(int at, bool &isInline) const
    {
        isInline = false;
        if (at == 0 || isBreak(at - 1))
            return true;
        const Token &before = m_tokens[at - 1];
        isInline = before.is(u'.') || before.is(u'!') || before.is(u')');
        return isInline && m_tokens[at].isWord() && m_tokens[at].glue == Glue::Space;
    }

    /// "Follow-up:" and "Latest:" also label parts of one report.
    bool isWeakName(const Heading &heading) const
    {
        constexpr QLatin1StringView words[] = {"follow"_L1, "final"_L1, "latest"_L1,
                                               "news"_L1,   "later"_L1, "now"_L1};
        const int at = heading.begin + (m_tokens[size_t(heading.begin)].isWord() ? 0 : 1);
        return heading.kind == HeadingKind::Update &&
               std::any_of(std::begin(words), std::end(words),
                           [&](auto word) { return wordAt(m_tokens, at, word); });
    }

    /// "Resolved at 2.24 pm."
    bool isSentence(const Heading &heading) const
    {
        for (int at = heading.end - 1; at > heading.begin && !m_tokens[size_t(at)].isWord(); --at) {
            if (m_tokens[size_t(at)].is(u'.'))
                return true;
        }
        return false;
    }

    bool accepts(Heading &heading, bool isInline)
    {
        if (isInline) {
            const bool isColon = heading.end > 0 && m_tokens[heading.end - 1].is(u':');
            return heading.kind == HeadingKind::Update && !heading.point &&
                   (heading.isCapital || isColon) &&
                   m_tokens[heading.begin].text.startsWith("up"_L1) &&
                   (isColon || heading.isCapital);
        }
        if (heading.kind == HeadingKind::Update && !heading.isCapital && heading.number == 0 &&
            !heading.point && m_tokens[heading.begin].text == "added"_L1)
            return true;
        if (m_updates.empty() && !heading.point && isWeakName(heading))
            return false;
        if (heading.isTimed)
            return isPostingTime(*heading.point);
        if (heading.isDay)
            return isPostingDay(*heading.point);
        if (heading.kind == HeadingKind::Stamp)
            return heading.point && isPostingTime(*heading.point);
        if (heading.kind == HeadingKind::Stage)
            return !m_updates.empty() || m_hasStageBefore ||
                   (heading.point && !isSentence(heading));
        return true;
    }

    std::optional<Instant> stampOf(const Point &point)
    {
        const Instant last = m_updates.empty() ? m_posted + 12h : m_updates.back();
        Frame frame;
        frame.posted = last + 1min;
        frame.tense = Tense::Past;
        frame.isFull = point.clock && point.clock->isPadded;
        return m_wallTime.resolve(point, frame).bounds.lo;
    }

    bool isPostingDay(const Point &point)
    {
        Frame frame;
        frame.posted = m_posted;
        const auto day = m_wallTime.resolve(point, frame).day;
        return day && std::any_of(m_updates.begin(), m_updates.end(), [&](Instant update) {
                   return m_wallTime.dateOf(update) == *day;
               });
    }

    bool isPostingTime(const Point &point)
    {
        const auto stamp = stampOf(point);
        if (!stamp)
            return false;
        const auto isSame = [&](Instant posted) {
            return *stamp <= posted + stampSlack && *stamp >= posted - stampSlack;
        };
        return !m_updates.empty() &&
               (isSame(m_posted) || std::any_of(m_updates.begin(), m_updates.end(), isSame));
    }

    void findBlocks()
    {
        m_blocks.push_back({});
        m_blocks.back().heading.kind = HeadingKind::Original;
        m_blocks.back().heading.begin = -1;
        for (int at = 0; at < int(m_tokens.size());) {
            bool isInline = false;
            if (!isBreak(at) && mayStart(at, isInline)) {
                auto heading = parseHeading(m_lexicon, m_tokens, at);
                if (heading && accepts(*heading, isInline)) {
                    m_hasStageBefore |= heading->kind == HeadingKind::Stage;
                    Block block;
                    block.heading = *heading;
                    if (heading->point && !heading->isDay)
                        block.stamp = stampOf(*heading->point);
                    m_blocks.push_back(std::move(block));
                    at = std::max(heading->end, at + 1);
                    continue;
                }
            }
            m_blocks.back().tokens.push_back(m_tokens[at]);
            ++at;
        }
        joinTrailingStamps();
    }

    /// Status pages print the time under the text that it belongs to.
    void joinTrailingStamps()
    {
        std::vector<Block> joined;
        for (Block &block : m_blocks) {
            if (block.heading.kind == HeadingKind::Stamp && isEmpty(block) && !joined.empty()) {
                if (!joined.back().stamp)
                    joined.back().stamp = block.stamp;
            } else if (block.heading.kind == HeadingKind::Stamp && joined.size() > 1 &&
                       joined.back().heading.kind != HeadingKind::Stamp && !joined.back().stamp &&
                       isEmpty(joined.back())) {
                // A label on a line of its own, its time on the next.
                joined.back().stamp = block.stamp;
                joined.back().heading.point = block.heading.point;
                joined.back().tokens = std::move(block.tokens);
            } else {
                joined.push_back(std::move(block));
            }
        }
        m_blocks = std::move(joined);
    }

    static bool isEmpty(const Block &block)
    {
        return std::none_of(block.tokens.begin(), block.tokens.end(),
                            [](const Token &token) { return token.isWord() || token.isNumber(); });
    }

    bool isNewestFirst() const
    {
        int falling = 0;
        int rising = 0;
        for (size_t i = 1; i < m_blocks.size(); ++i) {
            const Block &a = m_blocks[i - 1];
            const Block &b = m_blocks[i];
            if (a.heading.kind == HeadingKind::Original || b.heading.kind == HeadingKind::Original)
                continue;
            int order = 0;
            if (a.stamp && b.stamp && *a.stamp != *b.stamp)
                order = *a.stamp < *b.stamp ? 1 : -1;
            else if (a.heading.number && b.heading.number)
                order = a.heading.number < b.heading.number ? 1 : -1;
            else if (a.heading.rank >= 0 && b.heading.rank >= 0 && a.heading.rank != b.heading.rank)
                order = a.heading.rank < b.heading.rank ? 1 : -1;
            (order > 0 ? rising : falling) += order == 0 ? 0 : 1;
        }
        if (rising != falling)
            return falling > rising;
        return !m_hasLeadingText;
    }

    /// Finds the post itself among the blocks and takes it out of them.
    void takeOriginal()
    {
        m_hasLeadingText = !isEmpty(m_blocks.front());
        size_t marked = 0;
        for (size_t i = 1; i < m_blocks.size(); ++i) {
            if (m_blocks[i].heading.kind == HeadingKind::Original)
                marked = i;
        }
        const size_t updates = m_blocks.size() - 1 - (marked ? 1 : 0);
        if (marked) {
            m_original = std::move(m_blocks[marked].tokens);
            m_blocks.erase(m_blocks.begin() + qsizetype(marked));
            // Text above everything is then the newest news, unless every update has a heading.
            if (m_hasLeadingText && (m_updates.empty() || updates < m_updates.size())) {
                m_blocks.front().heading.kind = HeadingKind::Update;
                m_hasLeadingText = false;
                m_leadingIsUpdate = true;
            } else {
                m_original.insert(m_original.end(), m_blocks.front().tokens.begin(),
                                  m_blocks.front().tokens.end());
                m_blocks.erase(m_blocks.begin());
                m_hasLeadingText = false;
            }
            m_markedOriginal = true;
            return;
        }
        // "Latest first." above as many entries as there are posting times is no entry.
        const bool isNote =
            m_hasLeadingText && !m_updates.empty() && m_blocks.size() == m_updates.size() + 2;
        m_hasLeadingText &= !isNote;
        if (m_hasLeadingText || m_blocks.size() == 1) {
            m_original = std::move(m_blocks.front().tokens);
            m_blocks.erase(m_blocks.begin());
            return;
        }
        m_blocks.erase(m_blocks.begin());
        const bool newest = isNewestFirst();
        if (m_updates.size() < m_blocks.size()) {
            // As many posting times as updates: the oldest entry is the post itself.
            const auto oldest = newest ? m_blocks.end() - 1 : m_blocks.begin();
            m_original = std::move(oldest->tokens);
            m_blocks.erase(oldest);
        } else {
            splitTail();
        }
    }

    /// The post stands under the last update without a heading of its own.
    void splitTail()
    {
        Tokens &tail = m_blocks.back().tokens;
        const auto isBreak = [](const Token &token) {
            return token.kind == TokenKind::Paragraph || token.kind == TokenKind::LineBreak;
        };
        auto end = tail.end();
        for (size_t i = 1; i + 1 < tail.size() && end == tail.end(); ++i) {
            if (isBreak(tail[i - 1]) && isBreak(tail[i + 1]) && tail[i].is(u'-'))
                end = tail.begin() + qsizetype(i); // a rule
        }
        if (end == tail.end()) {
            end = std::find_if(tail.begin(), tail.end(), [](const Token &token) {
                return token.kind == TokenKind::Paragraph;
            });
        }
        m_original.assign(end, tail.end());
        tail.erase(end, tail.end());
    }

    void order()
    {
        bool newest = isNewestFirst();
        if (m_markedOriginal && m_blocks.size() > 1 && m_leadingIsUpdate)
            newest = true;
        if (newest)
            std::reverse(m_blocks.begin(), m_blocks.end());
    }

    std::vector<Revision> revisions()
    {
        std::vector<Revision> all;
        all.push_back({std::move(m_original), m_posted});
        for (size_t i = 0; i < m_blocks.size(); ++i) {
            Revision revision;
            revision.tokens = std::move(m_blocks[i].tokens);
            if (i < m_updates.size() && m_blocks.size() == m_updates.size())
                revision.posted = m_updates[i];
            else if (m_blocks[i].stamp)
                revision.posted = stampAfter(all.back().posted, m_blocks[i]);
            else if (i < m_updates.size())
                revision.posted = m_updates[i];
            all.push_back(std::move(revision));
        }
        return all;
    }

    std::optional<Instant> stampAfter(std::optional<Instant> before, const Block &block)
    {
        Frame frame;
        frame.posted = before.value_or(m_posted);
        frame.tense = Tense::Future;
        return m_wallTime.resolve(*block.heading.point, frame).bounds.lo;
    }

    const Lexicon &m_lexicon;
    Tokens m_tokens;
    Instant m_posted;
    const std::vector<Instant> &m_updates;
    WallTime &m_wallTime;
    std::vector<Block> m_blocks;
    Tokens m_original;
    bool m_hasStageBefore = false;
    bool m_hasLeadingText = false;
    bool m_markedOriginal = false;
    bool m_leadingIsUpdate = false;
};

} // namespace

std::vector<Revision> revisionsOf(const Lexicon &lexicon, const QString &body, Instant posted,
                                  const std::vector<Instant> &updatePosted, WallTime &wallTime)
{
    return Cutter(lexicon, body, posted, updatePosted, wallTime).run();
}

} // namespace reading
