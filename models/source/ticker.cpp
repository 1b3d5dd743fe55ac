// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/ticker.h"

namespace source {

Ticker::Ticker(const base::Clock &clock, const Cadence &cadence, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_cadence(cadence)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Ticker::poll);
}

void Ticker::start()
{
    m_isRunning = true;
    m_cadence.start(m_clock.nowMs());
    poll();
}

void Ticker::stop()
{
    m_isRunning = false;
    m_timer.stop();
}

void Ticker::poll()
{
    if (!m_isRunning)
        return;
    const Cadence::Tick tick = m_cadence.poll(m_clock.nowMs());
    m_timer.start(tick.wait);
    if (tick.missedFrom)
        emit missed(*tick.missedFrom);
    if (tick.isDue)
        emit due();
}

} // namespace source
