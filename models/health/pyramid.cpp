// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "health/pyramid.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace health {

namespace {

constexpr int baseBits = 3; ///< of samples in a block of the lowest level
constexpr int fanBits = 2;  ///< of blocks in one of the next
/// From here on the summaries of broken blocks are kept; below they are added up when wanted.
constexpr int keptLevel = 2;

static_assert(Pyramid::dropUnit % (1 << (baseBits + 2 * fanBits)) == 0);

constexpr int bitsOf(int level)
{
    return baseBits + level * fanBits;
}

bool isBroken(const Stroke &block)
{
    return block.first.value != block.first.value;
}

Stroke brokenSince(base::InstantMs at)
{
    Stroke block;
    block.first = {at, std::numeric_limits<double>::quiet_NaN()};
    return block;
}

/// Lengthens a stroke by what follows, if nothing interrupts the line between.
bool lengthen(std::optional<Stroke> &stroke, const Stroke &next, std::chrono::milliseconds silence)
{
    if (!stroke)
        stroke = next;
    else if (next.first.at - stroke->last.at <= silence)
        stroke->extend(next);
    else
        return false;
    return true;
}

bool lengthen(std::optional<Stroke> &stroke, const Cell &next, std::chrono::milliseconds silence)
{
    if (next.quality() != Quality::Ok)
        return false;
    const Point point{next.at(), next.value()};
    return lengthen(stroke, {point, point, point, point}, silence);
}

} // namespace

Pyramid::Pyramid(std::chrono::milliseconds step)
    : m_step(step)
{}

void Pyramid::extend(Cells cells)
{
    for (int level = 0; cells.size() >> bitsOf(level) > 0; ++level) {
        if (size_t(level) == m_levels.size())
            m_levels.emplace_back();
        Level &grown = m_levels[size_t(level)];
        const qsizetype whole = qsizetype(cells.size() >> bitsOf(level));
        if (qsizetype(grown.blocks.size()) == whole)
            return; // then no longer block has become whole either
        for (auto block = qsizetype(grown.blocks.size()); block < whole; ++block) {
            const qsizetype begin = block << bitsOf(level);
            const auto line = stroke(cells, begin, begin + (qsizetype(1) << bitsOf(level)));
            if (!line && level >= keptLevel)
                grown.broken.push_back({block, sumOf(cells, level, block)});
            grown.blocks.push_back(line ? *line : brokenSince(cells[size_t(begin)].at()));
        }
    }
}

void Pyramid::forgetFrom(qsizetype index)
{
    for (int level = 0; size_t(level) < m_levels.size(); ++level) {
        auto &[blocks, broken] = m_levels[size_t(level)];
        const qsizetype left = std::min(qsizetype(blocks.size()), index >> bitsOf(level));
        blocks.resize(size_t(left));
        std::erase_if(broken, [left](const Broken &block) { return block.block >= left; });
    }
}

void Pyramid::dropOldest(qsizetype count, Cells cells)
{
    for (int level = 0; size_t(level) < m_levels.size(); ++level) {
        auto &[blocks, broken] = m_levels[size_t(level)];
        const qsizetype dropped = count >> bitsOf(level);
        // Above, blocks are longer than what was dropped: their borders have moved.
        if (dropped << bitsOf(level) != count) {
            blocks.clear();
            broken.clear();
            continue;
        }
        blocks.erase(blocks.begin(), blocks.begin() + dropped);
        std::erase_if(broken, [dropped](const Broken &block) { return block.block < dropped; });
        for (Broken &block : broken)
            block.block -= dropped;
    }
    for (size_t level = 0; level < m_levels.size(); ++level) {
        if (m_levels[level].blocks.empty())
            m_levels.resize(level);
    }
    extend(cells);
}

/// The level of the longest block that begins at a sample and ends at or before another; -1 where
/// there is none.
int Pyramid::levelFor(qsizetype index, qsizetype end) const
{
    const int begins = index == 0 ? std::numeric_limits<int>::max()
                                  : std::countr_zero(quint64(index)); // alignment
    const int fits = int(std::bit_width(quint64(end - index))) - 1;
    const int bits = std::min(begins, fits);
    if (bits < baseBits)
        return -1;
    int level = std::min((bits - baseBits) / fanBits, int(m_levels.size()) - 1);
    while (level >= 0 && size_t(index >> bitsOf(level)) >= m_levels[size_t(level)].blocks.size())
        --level;
    return level;
}

Summary Pyramid::summaryOf(Cells cells, int level, qsizetype block) const
{
    const auto &[blocks, broken] = m_levels[size_t(level)];
    const Stroke &stroke = blocks[size_t(block)];
    if (!isBroken(stroke))
        return Summary(stroke, quint32(1) << bitsOf(level));
    if (level < keptLevel)
        return sumOf(cells, level, block);
    const auto found =
        std::ranges::lower_bound(broken, block, {}, [](const Broken &one) { return one.block; });
    return found->summary;
}

/// Of a block, from the level below.
Summary Pyramid::sumOf(Cells cells, int level, qsizetype block) const
{
    Summary sum;
    if (level == 0) {
        for (const Cell &cell : cells.subspan(size_t(block) << baseBits, 1 << baseBits))
            sum.add(cell.sample(), m_step);
        return sum;
    }
    for (qsizetype part = block << fanBits; part < (block + 1) << fanBits; ++part)
        sum.add(summaryOf(cells, level - 1, part), m_step);
    return sum;
}

Summary Pyramid::summary(Cells cells, qsizetype begin, qsizetype end) const
{
    Summary sum;
    while (begin < end) {
        const int level = levelFor(begin, end);
        if (level < 0) {
            sum.add(cells[size_t(begin)].sample(), m_step);
            ++begin;
        } else {
            sum.add(summaryOf(cells, level, begin >> bitsOf(level)), m_step);
            begin += qsizetype(1) << bitsOf(level);
        }
    }
    return sum;
}

std::optional<Stroke> Pyramid::stroke(Cells cells, qsizetype begin, qsizetype end) const
{
    const std::chrono::milliseconds silence = longestSilence(m_step);
    std::optional<Stroke> stroke;
    while (begin < end) {
        const int level = levelFor(begin, end);
        if (level < 0) {
            if (!lengthen(stroke, cells[size_t(begin)], silence))
                return std::nullopt;
            ++begin;
        } else {
            const Stroke &block = m_levels[size_t(level)].blocks[size_t(begin >> bitsOf(level))];
            if (isBroken(block) || !lengthen(stroke, block, silence))
                return std::nullopt;
            begin += qsizetype(1) << bitsOf(level);
        }
    }
    return stroke;
}

/// What is looked at soon, as columns are alike. Waiting for memory takes longer than all the rest.
void Pyramid::fetchAround(int level, qsizetype block) const
{
    constexpr qsizetype beside = (1 << fanBits) - 1;
    constexpr int levelsUp = 3;
    const int highest = std::min(int(m_levels.size()), level + levelsUp);
    for (; level < highest; ++level, block >>= fanBits) {
        const auto &blocks = m_levels[size_t(level)].blocks;
        if (block < beside || size_t(block + beside) >= blocks.size())
            return;
        for (qsizetype near = block - beside; near <= block + beside; ++near)
            __builtin_prefetch(&blocks[size_t(near)]);
    }
}

qsizetype Pyramid::partingAt(Cells cells, qsizetype begin, qsizetype end, base::InstantMs at,
                             qsizetype slack) const
{
    const auto whole = [this](int level) {
        return qsizetype(m_levels[size_t(level)].blocks.size());
    };
    int level = int(m_levels.size()) - 1;
    while (level >= 0 && qsizetype(1) << bitsOf(level) > slack)
        --level;
    if (level >= 0 && begin >> bitsOf(level) < whole(level) - 1) {
        const auto &blocks = m_levels[size_t(level)].blocks;
        const qsizetype first = begin >> bitsOf(level);
        const qsizetype last = std::min(end >> bitsOf(level), whole(level) - 1);
        // Samples come in even steps, mostly.
        const auto away = (at - blocks[size_t(first)].first.at) / (m_step * (1 << bitsOf(level)));
        qsizetype block = std::clamp<qsizetype>(first + away, first, last);
        while (block > first && blocks[size_t(block)].first.at > at)
            --block;
        while (block < last && blocks[size_t(block + 1)].first.at <= at)
            ++block;
        const qsizetype parting = block << bitsOf(level);
        const bool isNear = at - blocks[size_t(block)].first.at <= slack * m_step;
        if (isNear && block < last && parting > begin) {
            fetchAround(level, block + 2 * (block - first));
            return parting;
        }
        begin = std::max(begin, parting);
    }
    while (begin < end && cells[size_t(begin)].at() < at)
        ++begin;
    return begin;
}

} // namespace health
