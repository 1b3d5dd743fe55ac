// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/incident.h"

/// Figures are intervals; an unknown operand gives an unknown figure, never 0.
namespace incident {

/// The length of one window: as stated, cut to what its start and end allow.
[[nodiscard]] RoughDuration lengthOf(const Window &window);

/// The sum over the closed actual windows of the running round; unknown if any is unknown or there
/// is none.
[[nodiscard]] RoughDuration troubleLength(const Incident &incident);

struct Metrics
{
    RoughDuration detect;      ///< detected - started
    RoughDuration acknowledge; ///< acknowledged - first alert
    RoughDuration tell;        ///< first post - detected
    RoughDuration restore;     ///< end of the first window - started (first restoration is kept)
    RoughDuration downtime;    ///< sum of windows with effect down or partial, over all rounds
    RoughDuration impaired;    ///< sum of the other windows that users felt
    RoughDuration allClearLag; ///< first resolved post after back to normal - back to normal
    bool running = false;      ///< some window has no end yet: sums are of what has ended

    bool operator==(const Metrics &) const = default;
};

/// Of the first round where a figure is of one round; maintenance and near misses give no figures.
[[nodiscard]] Metrics metricsOf(const Incident &incident);

} // namespace incident
