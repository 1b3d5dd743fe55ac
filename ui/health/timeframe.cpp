// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/health/timeframe.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

using Length = TimeFrame::Length;

constexpr Length shortest = std::chrono::minutes(1);
/// The share of the length that lies behind the latest.
constexpr int aheadShare = 50;
/// How much is left to the edge when something is brought into sight.
constexpr int revealShare = 10;

Length scaled(Length length, double factor)
{
    return Length(std::llround(double(length.count()) * factor));
}

} // namespace

void TimeFrame::setBounds(base::InstantMs earliest, base::InstantMs now)
{
    m_earliest = std::min(earliest, now);
    m_now = now;
}

base::InstantMs TimeFrame::to() const
{
    return m_to.value_or(m_now + m_length / aheadShare);
}

void TimeFrame::setSpan(Length span)
{
    m_span = std::max(span, shortest);
    m_length = m_span;
    m_to.reset();
}

void TimeFrame::zoom(double factor, base::InstantMs anchor)
{
    anchor = std::clamp(anchor, from(), to());
    if (isLive() && anchor >= m_now)
        anchor = to();
    settle(anchor - scaled(anchor - from(), factor), anchor + scaled(to() - anchor, factor));
}

void TimeFrame::pan(double lengths)
{
    const Length by = scaled(m_length, lengths);
    settle(from() + by, to() + by);
}

void TimeFrame::show(base::InstantMs from, base::InstantMs to)
{
    settle(std::min(from, to), std::max(from, to));
}

void TimeFrame::reveal(base::InstantMs at)
{
    const Length room = m_length / revealShare;
    if (at < from())
        settle(at - room, at - room + m_length);
    else if (at > to())
        settle(at + room - m_length, at + room);
}

void TimeFrame::settle(base::InstantMs from, base::InstantMs to)
{
    const Length all = std::max(m_span, m_now - m_earliest);
    const Length longest = all + all / (aheadShare - 1) + shortest;
    Length length = std::clamp<Length>(to - from, shortest, longest);
    // Too short or too long, it keeps its middle.
    from += ((to - from) - length) / 2;
    from = std::max(from, std::min(m_earliest, m_now - m_span) - length / aheadShare);
    to = from + length;
    m_length = length;
    m_to = to;
    if (to >= m_now)
        m_to.reset();
}

} // namespace ui
