// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "health/series.h"
#include "timing/rough.h"

namespace health {

/// Where somebody laid an edge over a series, with the two samples that it lies between.
struct Edge
{
    /// Between the two samples; unknown: there is nothing behind it yet, it goes on.
    timing::RoughInstant at;
    std::optional<base::InstantMs> before; ///< the last sample of the state that ends here
    std::optional<base::InstantMs> after;  ///< the first sample of the state that begins here
    bool isTurn = false; ///< good turns bad (at a start) or bad good (at an end) between them

    bool operator==(const Edge &) const = default;
};

/// A stretch laid over a series.
struct MarkedStretch
{
    Edge start;
    Edge end;

    bool operator==(const MarkedStretch &) const = default;
};

/// What counts as bad besides a failed look.
struct BadWhen
{
    std::optional<double> slowFrom; ///< in the unit of the series
};

/// The start laid at `at`: drawn to the nearest turn from good to bad that is no further than
/// `reach` away, else left between the two samples around it. Looks that did not measure anything
/// are no evidence: the last good sample may lie well before them.
[[nodiscard]] Edge startEdge(const Series &series, base::InstantMs at,
                             std::chrono::milliseconds reach, const BadWhen &bad = {});

/// The same for an end: the turn is from bad to good. Laid behind everything that was measured
/// while the last word is bad, it goes on.
[[nodiscard]] Edge endEdge(const Series &series, base::InstantMs at,
                           std::chrono::milliseconds reach, const BadWhen &bad = {});

/// The bad stretch at `at`, or else the one before it, or else the one after it; nothing if there
/// is none. Costs as much as there are samples on the way.
[[nodiscard]] std::optional<MarkedStretch> badStretchAt(const Series &series, base::InstantMs at,
                                                        const BadWhen &bad = {});

} // namespace health
