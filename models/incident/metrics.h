// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/incident.h"

/// Figures are intervals; an unknown operand gives an unknown figure, never 0.
namespace incident {

/// When the window itself began and ended: for one that lies inside its bounds, what they allow.
[[nodiscard]] RoughInstant startOf(const Window &window);
[[nodiscard]] RoughInstant endOf(const Window &window);
/// The actual window of a round that begins first; nothing if there is none.
[[nodiscard]] std::optional<Window> firstWindow(const Incident &incident, int round);
/// The length of one window: as stated, cut to what its start and end allow. Of several told as
/// one it is their sum.
[[nodiscard]] RoughDuration lengthOf(const Window &window);
/// What the number and lengths of several stretches add up to: at least the shortest and the
/// longest together; bounded above if somebody counted them.
[[nodiscard]] RoughDuration sumOfSeveral(const Window &window);

/// When it was first read back from where readers read; nothing if it never was.
[[nodiscard]] std::optional<Instant> publishedAt(const PostRevision &post);

/// The sum over the actual windows of the running round that have ended and that users felt;
/// unknown if one of them is unknown or there is none.
[[nodiscard]] RoughDuration troubleLength(const Incident &incident);

struct Metrics
{
    RoughDuration detect;      ///< detected - started
    RoughDuration acknowledge; ///< acknowledged - first alert; unknown if nobody ever did
    RoughDuration tell;        ///< first post - detected; may be negative
    RoughDuration restore;     ///< end of the first window - started (first restoration is kept)
    RoughDuration downtime;    ///< sum of windows with effect down or partial, over all rounds
    RoughDuration impaired;    ///< sum of the other windows that users felt
    RoughDuration allClearLag; ///< first resolved post after back to normal - back to normal
    bool running = false;      ///< some window has no end yet: sums are of what has ended

    bool operator==(const Metrics &) const = default;
};

/// Figures of one round are those of the first, which a reopening leaves as they are. Maintenance,
/// near misses and what was dismissed give no figures.
[[nodiscard]] Metrics metricsOf(const Incident &incident);

} // namespace incident
