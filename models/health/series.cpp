// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "health/series.h"

#include <algorithm>

namespace health {

namespace {

constexpr qsizetype leastHistory = 64; // samples

qsizetype capacityFor(const SeriesInfo &info, std::chrono::hours history)
{
    const auto step = std::max(info.step, std::chrono::milliseconds(1));
    return std::max<qsizetype>(leastHistory, std::chrono::milliseconds(history) / step);
}

} // namespace

Series::Series(SeriesInfo info, std::chrono::hours history)
    : m_info(std::move(info))
    , m_capacity(capacityFor(m_info, history))
    , m_pyramid(m_info.step)
{}

void Series::append(const Sample &sample)
{
    const Cell cell(sample);
    if (m_cells.empty() || m_cells.back().at() <= cell.at()) {
        m_cells.push_back(cell);
    } else {
        const auto place = std::ranges::upper_bound(m_cells, cell.at(), {}, &Cell::at);
        m_pyramid.forgetFrom(place - m_cells.begin());
        m_cells.insert(place, cell);
    }
    m_pyramid.extend(m_cells);
    if (size() >= m_capacity + Pyramid::dropUnit)
        dropOldest();
}

void Series::dropOldest()
{
    m_cells.erase(m_cells.begin(), m_cells.begin() + Pyramid::dropUnit);
    m_pyramid.dropOldest(Pyramid::dropUnit, m_cells);
}

Sample Series::at(qsizetype index) const
{
    return m_cells[size_t(index)].sample();
}

std::optional<Sample> Series::last() const
{
    if (isEmpty())
        return std::nullopt;
    return m_cells.back().sample();
}

qsizetype Series::indexAt(base::InstantMs at) const
{
    return std::ranges::lower_bound(m_cells, at, {}, &Cell::at) - m_cells.begin();
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
    return m_pyramid.summary(m_cells, begin, end);
}

Summary Series::summary(base::InstantMs from, base::InstantMs to) const
{
    return summary(indexAt(from), indexAt(to));
}

std::optional<Stroke> Series::stroke(qsizetype begin, qsizetype end) const
{
    return m_pyramid.stroke(m_cells, begin, end);
}

qsizetype Series::partingAt(qsizetype begin, qsizetype end, base::InstantMs at,
                            qsizetype slack) const
{
    return m_pyramid.partingAt(m_cells, begin, end, at, slack);
}

} // namespace health
