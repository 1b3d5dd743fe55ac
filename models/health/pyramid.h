// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "health/cell.h"
#include "health/summary.h"

#include <span>
#include <vector>

namespace health {

/// Summaries over a list of samples: of 8, 32, 128 and so on. What looks at any span then costs the
/// same however long it is. A block that is one stroke, as nearly all are, takes 64 bytes, a line
/// of the processor's cache. The samples themselves are the owner's, and given with each call.
class Pyramid
{
public:
    using Cells = std::span<const Cell>;

    /// `step` is the nominal step of the series, over 0.
    explicit Pyramid(std::chrono::milliseconds step);

    /// Takes in the blocks that have become whole.
    void extend(Cells cells);
    /// Forgets everything from a sample on.
    void forgetFrom(qsizetype index);
    /// The oldest `count` samples, a multiple of dropUnit, have gone; the cells are what is left.
    void dropOldest(qsizetype count, Cells cells);
    /// The oldest samples go in blocks of this many, so that the lower levels keep their blocks.
    static constexpr qsizetype dropUnit = 8 * 4 * 4 * 4 * 4;

    /// Of the samples begin..end-1.
    [[nodiscard]] Summary summary(Cells cells, qsizetype begin, qsizetype end) const;
    /// The same as one stroke; nothing if something interrupts the line there, or without samples.
    [[nodiscard]] std::optional<Stroke> stroke(Cells cells, qsizetype begin, qsizetype end) const;
    /// Where to part the samples from `begin` on at a moment: at the first one at or after it, or
    /// up to `slack` steps before, which is found without looking at the samples. At most `end`.
    [[nodiscard]] qsizetype partingAt(Cells cells, qsizetype begin, qsizetype end,
                                      base::InstantMs at, qsizetype slack) const;

private:
    struct Broken
    {
        qsizetype block;
        Summary summary;
    };
    struct Level
    {
        std::vector<Stroke> blocks; ///< of a broken one only the time of its first sample
        std::vector<Broken> broken; ///< in order; none on the lowest levels, where adding is cheap
    };

    [[nodiscard]] int levelFor(qsizetype index, qsizetype end) const;
    void fetchAround(int level, qsizetype block) const;
    [[nodiscard]] Summary summaryOf(Cells cells, int level, qsizetype block) const;
    [[nodiscard]] Summary sumOf(Cells cells, int level, qsizetype block) const;

    std::chrono::milliseconds m_step;
    std::vector<Level> m_levels; ///< block b of level l begins at sample b·8·4^l; whole blocks only
};

} // namespace health
