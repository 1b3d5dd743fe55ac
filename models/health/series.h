// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "health/pyramid.h"

#include <optional>
#include <QList>
#include <QString>
#include <vector>

namespace health {

/// What is measured, and how often.
struct SeriesInfo
{
    QString id;   ///< unique on this console, "<monitor>/<what>"
    QString name; ///< for people
    QString unit; ///< as shown: "ms", "%", "B/s", or empty for a bare number
    std::chrono::milliseconds step{20000}; ///< nominal distance of two samples, over 0

    bool operator==(const SeriesInfo &) const = default;
};

inline constexpr std::chrono::hours defaultHistory{7 * 24};

/// The history of one measured thing: every sample of the last days, and over them a pyramid of
/// summaries, so that looking at any span costs the same however long it is.
class Series
{
public:
    /// Keeps `history` worth of samples at the nominal step, at least 64; the oldest go first.
    explicit Series(SeriesInfo info, std::chrono::hours history = defaultHistory);

    [[nodiscard]] const SeriesInfo &info() const { return m_info; }

    /// Usually at the end. After the machine's clock was set back a sample may be older than the
    /// last one: it goes to its place in time, which costs as much as the part behind it is long.
    void append(const Sample &sample);

    [[nodiscard]] bool isEmpty() const { return m_cells.empty(); }
    /// Number of samples kept.
    [[nodiscard]] qsizetype size() const { return qsizetype(m_cells.size()); }
    /// How many samples are kept before the oldest go.
    [[nodiscard]] qsizetype capacity() const { return m_capacity; }
    /// 0 is the oldest one kept.
    [[nodiscard]] Sample at(qsizetype index) const;
    [[nodiscard]] std::optional<Sample> last() const;
    /// The index of the first sample at or after `at`; size() if there is none.
    [[nodiscard]] qsizetype indexAt(base::InstantMs at) const;
    /// What was known at a moment: the last sample at or before it, if it was not yet too old then
    /// (see longestSilence).
    [[nodiscard]] std::optional<Sample> known(base::InstantMs at) const;

    /// Of the samples begin..end-1, in a number of steps that grows with the logarithm of
    /// end-begin.
    [[nodiscard]] Summary summary(qsizetype begin, qsizetype end) const;
    /// Of the samples from `from` up to, not including, `to`: counts per quality and extremes.
    [[nodiscard]] Summary summary(base::InstantMs from, base::InstantMs to) const;

    /// Of the samples begin..end-1, one or more, as one stroke; nothing if something interrupts the
    /// line there.
    [[nodiscard]] std::optional<Stroke> stroke(qsizetype begin, qsizetype end) const;
    /// Where to part the samples begin..end-1 at a moment: at the first one at or after it, or up
    /// to `slack` samples before that one, which is much faster where they are many.
    [[nodiscard]] qsizetype partingAt(qsizetype begin, qsizetype end, base::InstantMs at,
                                      qsizetype slack) const;

private:
    void dropOldest();

    SeriesInfo m_info;
    qsizetype m_capacity;
    std::vector<Cell> m_cells; ///< in order of time
    Pyramid m_pyramid;
};

} // namespace health
