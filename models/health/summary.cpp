// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "health/summary.h"

#include <algorithm>

namespace health {

namespace {

void include(Extent &extent, const Point &min, const Point &max)
{
    if (min.value < extent.min.value)
        extent.min = min;
    if (max.value > extent.max.value)
        extent.max = max;
}

template <class Part> // Stroke or Extent
void include(std::optional<Extent> &extent, const std::optional<Part> &part)
{
    if (!part)
        return;
    if (extent)
        include(*extent, part->min, part->max);
    else
        extent = Extent{part->min, part->max};
}

} // namespace

Summary::Summary(const Sample &sample)
    : m_firstAt(sample.at)
    , m_lastAt(sample.at)
{
    const bool ok = sample.quality == Quality::Ok && sample.hasValue();
    const bool unusable = sample.quality == Quality::Ok && !ok;
    m_firstQuality = m_lastQuality = unusable ? Quality::NotMeasured : sample.quality;
    m_counts[size_t(m_firstQuality)] = 1;
    m_broken = !ok;
    if (ok) {
        const Point point{sample.at, sample.value};
        m_head = Stroke{point, point, point, point};
    }
}

Summary::Summary(const Stroke &stroke, quint32 count)
    : m_firstAt(stroke.first.at)
    , m_lastAt(stroke.last.at)
    , m_firstQuality(Quality::Ok)
    , m_lastQuality(Quality::Ok)
    , m_head(stroke)
{
    m_counts[size_t(Quality::Ok)] = count;
}

void Summary::add(const Sample &next, std::chrono::milliseconds step)
{
    // The common case by far.
    if (!isEmpty() && !m_broken && next.quality == Quality::Ok && next.hasValue() &&
        next.at - m_lastAt <= longestSilence(step)) {
        const Point point{next.at, next.value};
        if (point.value < m_head->min.value)
            m_head->min = point;
        if (point.value > m_head->max.value)
            m_head->max = point;
        m_head->last = point;
        m_lastAt = next.at;
        ++m_counts[size_t(Quality::Ok)];
        return;
    }
    add(Summary(next), step);
}

void Summary::add(const Summary &next, std::chrono::milliseconds step)
{
    if (next.isEmpty())
        return;
    if (isEmpty()) {
        *this = next;
        return;
    }
    const bool silence = next.m_firstAt - m_lastAt > longestSilence(step);
    if (!silence && !m_broken && !next.m_broken) {
        m_head->extend(*next.m_head);
        m_counts[size_t(Quality::Ok)] += next.m_counts[size_t(Quality::Ok)];
        m_lastAt = next.m_lastAt;
        return;
    }
    const bool joined =
        !silence && m_lastQuality == Quality::Ok && next.m_firstQuality == Quality::Ok;
    const base::InstantMs heldUntil = silence ? m_lastAt + step : next.m_firstAt;
    if (m_lastQuality != Quality::Ok)
        addSpell(m_lastQuality, {m_lastAt, heldUntil});
    if (silence)
        addSpell(Quality::NotMeasured, {heldUntil, next.m_firstAt});
    for (const Quality quality : badQualities) {
        if (const auto &spell = next.spell(quality))
            addSpell(quality, *spell);
    }
    if (joined)
        join(next);
    else
        separate(next);
    for (size_t i = 0; i < m_counts.size(); ++i)
        m_counts[i] += next.m_counts[i];
    m_lastAt = next.m_lastAt;
    m_lastQuality = next.m_lastQuality;
}

void Summary::join(const Summary &next)
{
    std::optional<Stroke> &open = m_broken ? m_tail : m_head;
    open->extend(*next.m_head);
    if (!next.m_broken)
        return;
    if (m_broken)
        include(m_middle, m_tail);
    include(m_middle, next.m_middle);
    m_tail = next.m_tail;
    m_broken = true;
}

void Summary::separate(const Summary &next)
{
    include(m_middle, m_tail);
    if (next.m_broken) {
        include(m_middle, next.m_head);
        include(m_middle, next.m_middle);
        m_tail = next.m_tail;
    } else {
        m_tail = next.m_head;
    }
    m_broken = true;
}

std::optional<Extent> Summary::extent() const
{
    std::optional<Extent> all;
    include(all, m_head);
    include(all, m_middle);
    include(all, m_tail);
    return all;
}

void Summary::addSpell(Quality quality, Interval interval)
{
    std::optional<Interval> &spell = m_spells[size_t(quality)];
    if (spell)
        spell = Interval{std::min(spell->from, interval.from), std::max(spell->to, interval.to)};
    else
        spell = interval;
}

} // namespace health
