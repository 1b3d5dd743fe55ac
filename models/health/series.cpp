// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "health/series.h"

#include <algorithm>

namespace health {

namespace {

/// Of samples in a block of the lowest level: a summary of fewer would cost more than they do.
constexpr qsizetype baseBlock = 64;
/// Of blocks in one of the next level. Of each level a span touches at most twice as many.
constexpr qsizetype fanOut = 8;
/// The oldest samples go in blocks of this many, so that the lower levels keep their blocks.
constexpr qsizetype dropBlock = baseBlock * fanOut * fanOut;
constexpr int qualityBits = 2;

qsizetype blockSize(size_t level)
{
    qsizetype size = baseBlock;
    for (; level > 0; --level)
        size *= fanOut;
    return size;
}

qsizetype capacityFor(const SeriesInfo &info, std::chrono::hours history)
{
    const auto step = std::max(info.step, std::chrono::milliseconds(1));
    return std::max<qsizetype>(baseBlock, std::chrono::milliseconds(history) / step);
}

} // namespace

Series::Series(SeriesInfo info, std::chrono::hours history)
    : m_info(std::move(info))
    , m_capacity(capacityFor(m_info, history))
{}

Series::Cell Series::pack(const Sample &sample)
{
    const qint64 ms = sample.at.time_since_epoch().count();
    const bool unusable = sample.quality == Quality::Ok && !sample.hasValue();
    const Quality quality = unusable ? Quality::NotMeasured : sample.quality;
    return {ms * (1 << qualityBits) + qint64(quality), sample.value};
}

Sample Series::unpack(const Cell &cell)
{
    const base::InstantMs at(std::chrono::milliseconds(cell.key >> qualityBits));
    return {at, Quality(cell.key & ((1 << qualityBits) - 1)), cell.value};
}

void Series::append(const Sample &sample)
{
    const Cell cell = pack(sample);
    const auto later = [](const Cell &a, const Cell &b) {
        return (a.key >> qualityBits) < (b.key >> qualityBits);
    };
    if (m_cells.empty() || !later(cell, m_cells.back())) {
        m_cells.push_back(cell);
    } else {
        const auto place = std::upper_bound(m_cells.begin(), m_cells.end(), cell, later);
        const qsizetype index = place - m_cells.begin();
        m_cells.insert(place, cell);
        for (size_t level = 0; level < m_levels.size(); ++level)
            m_levels[level].resize(
                std::min(m_levels[level].size(), size_t(index / blockSize(level))));
    }
    extendPyramid();
    if (size() >= m_capacity + dropBlock)
        dropOldest();
}

void Series::extendPyramid()
{
    for (size_t level = 0; size() >= blockSize(level); ++level) {
        if (level == m_levels.size())
            m_levels.emplace_back();
        const qsizetype whole = size() / blockSize(level);
        for (auto block = qsizetype(m_levels[level].size()); block < whole; ++block)
            m_levels[level].push_back(summaryOf(level, block));
    }
}

Summary Series::summaryOf(size_t level, qsizetype block) const
{
    Summary sum;
    const qsizetype parts = level == 0 ? baseBlock : fanOut;
    for (qsizetype i = block * parts; i < (block + 1) * parts; ++i) {
        if (level == 0)
            sum.add(at(i), m_info.step);
        else
            sum.add(m_levels[level - 1][size_t(i)], m_info.step);
    }
    return sum;
}

void Series::dropOldest()
{
    m_cells.erase(m_cells.begin(), m_cells.begin() + dropBlock);
    for (size_t level = 0; level < m_levels.size(); ++level) {
        Level &blocks = m_levels[level];
        const qsizetype dropped = dropBlock / blockSize(level);
        // Above, blocks are longer than what was dropped: their borders have moved.
        if (dropped > 0)
            blocks.erase(blocks.begin(), blocks.begin() + dropped);
        else
            blocks.clear();
    }
    extendPyramid();
}

Sample Series::at(qsizetype index) const
{
    return unpack(m_cells[size_t(index)]);
}

std::optional<Sample> Series::last() const
{
    if (isEmpty())
        return std::nullopt;
    return unpack(m_cells.back());
}

qsizetype Series::indexAt(base::InstantMs at) const
{
    const qint64 key = at.time_since_epoch().count() * (1 << qualityBits);
    const auto found = std::lower_bound(m_cells.begin(), m_cells.end(), key,
                                        [](const Cell &cell, qint64 k) { return cell.key < k; });
    return found - m_cells.begin();
}

std::optional<Sample> Series::known(base::InstantMs at) const
{
    const qsizetype next = indexAt(at + std::chrono::milliseconds(1));
    if (next == 0)
        return std::nullopt;
    const Sample sample = this->at(next - 1);
    if (at - sample.at > longestSilence(m_info.step))
        return std::nullopt;
    return sample;
}

Summary Series::summary(qsizetype begin, qsizetype end) const
{
    Summary sum;
    for (qsizetype i = begin; i < end;) {
        size_t level = 0; // counts up while a longer whole block begins here and fits
        while (level < m_levels.size() && i % blockSize(level) == 0 &&
               i + blockSize(level) <= end && size_t(i / blockSize(level)) < m_levels[level].size())
            ++level;
        if (level == 0) {
            sum.add(at(i), m_info.step);
            ++i;
        } else {
            sum.add(m_levels[level - 1][size_t(i / blockSize(level - 1))], m_info.step);
            i += blockSize(level - 1);
        }
    }
    return sum;
}

Summary Series::summary(base::InstantMs from, base::InstantMs to) const
{
    return summary(indexAt(from), indexAt(to));
}

} // namespace health
