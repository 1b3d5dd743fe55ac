// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "health/hysteresis.h"

namespace health {

namespace {

base::Instant before(base::InstantMs at)
{
    return std::chrono::floor<std::chrono::seconds>(at);
}

base::Instant after(base::InstantMs at)
{
    return std::chrono::ceil<std::chrono::seconds>(at);
}

} // namespace

Hysteresis::Change Hysteresis::feed(Evidence evidence, base::InstantMs at,
                                    const Threshold &threshold)
{
    switch (evidence) {
    case Evidence::Good:
        return feedGood(at, threshold);
    case Evidence::Bad:
        return feedBad(at, threshold);
    case Evidence::Worse:
        if (m_raised)
            m_lastBad = at;
        break;
    case Evidence::None:
        break;
    }
    m_inRow = 0;
    m_recent.clear();
    return Change::Nothing;
}

Hysteresis::Change Hysteresis::feedGood(base::InstantMs at, const Threshold &threshold)
{
    m_lastGood = at;
    if (!m_raised) {
        m_inRow = 0;
        countRecent(at, false, threshold);
        return Change::Nothing;
    }
    if (m_inRow == 0)
        m_firstGood = at;
    if (++m_inRow < threshold.clearAfter || at - m_firstGood < threshold.clearAfterTime)
        return Change::Nothing;
    m_raised = false;
    m_inRow = 0;
    return Change::Cleared;
}

Hysteresis::Change Hysteresis::feedBad(base::InstantMs at, const Threshold &threshold)
{
    m_lastBad = at;
    if (m_raised) {
        m_inRow = 0;
        ++m_badCount;
        return Change::Nothing;
    }
    count(at, threshold);
    if (m_inRow < threshold.raiseAfter || at - m_firstBad < threshold.raiseAfterTime)
        return Change::Nothing;
    m_raised = true;
    m_inRow = 0;
    m_recent.clear();
    return Change::Raised;
}

void Hysteresis::count(base::InstantMs at, const Threshold &threshold)
{
    if (threshold.raiseOutOf > threshold.raiseAfter) {
        countRecent(at, true, threshold);
        return;
    }
    if (m_inRow == 0) {
        m_firstBad = at;
        m_goodBefore = m_lastGood;
        m_badCount = 0;
    }
    ++m_inRow;
    ++m_badCount;
}

void Hysteresis::countRecent(base::InstantMs at, bool isBad, const Threshold &threshold)
{
    if (threshold.raiseOutOf <= threshold.raiseAfter)
        return;
    m_recent.push_back({at, isBad, m_lastGood});
    while (m_recent.size() > size_t(threshold.raiseOutOf))
        m_recent.pop_front();
    m_inRow = 0;
    for (const Recent &recent : m_recent) {
        if (!recent.isBad)
            continue;
        if (m_inRow++ > 0)
            continue;
        m_firstBad = recent.at;
        m_goodBefore = recent.goodBefore;
    }
    m_badCount = m_inRow;
}

timing::RoughInstant Hysteresis::started() const
{
    if (!m_goodBefore)
        return timing::RoughInstant::notAfter(after(m_firstBad));
    return timing::RoughInstant::between(before(*m_goodBefore), after(m_firstBad));
}

timing::RoughInstant Hysteresis::ended() const
{
    if (m_raised)
        return {};
    return timing::RoughInstant::between(before(m_lastBad), after(m_firstGood));
}

} // namespace health
