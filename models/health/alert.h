// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timing/rough.h"

#include <QString>

namespace health {

enum class Severity {
    Down, ///< it does not answer as it should
    Slow, ///< it does, but takes too long
};

/// What a rule has found.
struct Alert
{
    QString id; ///< the same samples under the same rule always give the same id
    QString monitor;
    QString rule;
    Severity severity = Severity::Down;
    /// Between the last good and the first bad sample; not after the first bad one if there was
    /// never a good one.
    timing::RoughInstant started;
    base::Instant firstBadAt{};
    base::Instant detected{}; ///< when the rule raised it
    /// Between the last bad and the first good sample; unknown while it lasts.
    timing::RoughInstant ended;
    int sampleCount = 0;     ///< bad samples so far
    bool isFlapping = false; ///< it comes and goes, see FlapRule

    [[nodiscard]] bool isOver() const { return ended.isKnown(); }

    bool operator==(const Alert &) const = default;
};

struct AlertEvent
{
    enum class Kind { Raised, Recovered };

    Kind kind = Kind::Raised;
    Alert alert;

    bool operator==(const AlertEvent &) const = default;
};

} // namespace health

template <>
struct base::EnumNames<health::Severity>
{
    static constexpr base::NamedValue<health::Severity> table[] = {
        {health::Severity::Down, "down"},
        {health::Severity::Slow, "slow"},
    };
};
