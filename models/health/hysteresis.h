// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "health/alert.h"
#include "health/sample.h"

#include <deque>
#include <optional>

namespace health {

/// What one sample says about one question ("is it down?", "is it slow?").
enum class Evidence {
    Good,
    Bad,
    Worse, ///< bad for another question: keeps a running alert, starts none
    None,  ///< says nothing and interrupts a count
};

/// What it takes to raise and to clear.
struct Threshold
{
    int raiseAfter = 1;           ///< bad samples in a row
    base::Span raiseAfterTime{0}; ///< and this long since the first of them
    int clearAfter = 1;           ///< good samples in a row
    int raiseOutOf = 0; ///< over raiseAfter: raiseAfter of the last so many, instead of in a row
    base::Span clearAfterTime{0}; ///< and this long since the first good one in a row

    bool operator==(const Threshold &) const = default;
};

/// One question of one rule, between its last good and its last bad sample.
class Hysteresis
{
public:
    enum class Change { Nothing, Raised, Cleared };

    [[nodiscard]] Change feed(Evidence evidence, base::InstantMs at, const Threshold &threshold);

    [[nodiscard]] bool isRaised() const { return m_raised; }
    /// The first bad sample of the running or the last alert.
    [[nodiscard]] base::InstantMs firstBad() const { return m_firstBad; }
    [[nodiscard]] timing::RoughInstant started() const;
    /// Unknown while raised.
    [[nodiscard]] timing::RoughInstant ended() const;
    [[nodiscard]] int badCount() const { return m_badCount; }

private:
    [[nodiscard]] Change feedGood(base::InstantMs at, const Threshold &threshold);
    [[nodiscard]] Change feedBad(base::InstantMs at, const Threshold &threshold);
    void count(base::InstantMs at, const Threshold &threshold);
    void countRecent(base::InstantMs at, bool isBad, const Threshold &threshold);

    struct Recent
    {
        base::InstantMs at{};
        bool isBad = false;
        std::optional<base::InstantMs> goodBefore;
    };

    bool m_raised = false;
    int m_inRow = 0; ///< bad ones while clear, good ones while raised
    int m_badCount = 0;
    std::optional<base::InstantMs> m_lastGood;
    std::optional<base::InstantMs> m_goodBefore; ///< the last good one before m_firstBad
    base::InstantMs m_firstBad{};
    base::InstantMs m_lastBad{};
    std::deque<Recent> m_recent;   ///< while clear, for "so many of the last so many"
    base::InstantMs m_firstGood{}; ///< of the good ones in a row that clear it
};

} // namespace health
