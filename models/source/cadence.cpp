// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/cadence.h"

#include <QByteArrayView>

namespace source {

using std::chrono::milliseconds;

namespace {

constexpr int hiccup = 2; ///< ticks that a busy machine may miss; more is sleep

} // namespace

Cadence::Cadence(milliseconds interval, milliseconds offset)
    : m_interval(interval)
    , m_offset(offset)
{}

void Cadence::start(base::InstantMs now)
{
    m_next = now;
}

Cadence::Tick Cadence::poll(base::InstantMs now)
{
    // Only a clock that was set back can make the next tick so far away.
    if (m_next - now > m_interval * 2)
        m_next = nextAfter(now);
    if (now < m_next)
        return {false, std::nullopt, m_next - now};
    const base::InstantMs due = m_next;
    const auto missed = (now - due) / m_interval;
    m_next = nextAfter(now);
    Tick tick;
    tick.isDue = missed <= hiccup;
    if (missed > 0)
        tick.missedFrom = due;
    tick.wait = m_next - now;
    return tick;
}

/// The next place on the grid that is not closer than half an interval.
base::InstantMs Cadence::nextAfter(base::InstantMs now) const
{
    const milliseconds earliest = now.time_since_epoch() + m_interval / 2 - m_offset;
    const auto steps = earliest / m_interval + 1;
    return base::InstantMs(steps * m_interval + m_offset);
}

milliseconds offsetOf(const QString &monitor, milliseconds interval)
{
    // qHash is seeded anew for every process.
    return interval * qChecksum(monitor.toUtf8()) / 0x10000;
}

} // namespace source
