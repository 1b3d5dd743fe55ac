// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "health/sample.h"

#include <array>
#include <optional>
#include <QByteArray>
#include <span>
#include <vector>

namespace archive {

/// Chunks begin and end on multiples of this in UTC.
inline constexpr std::chrono::hours chunkLength{2};

/// More are not kept of two hours: one every 55 milliseconds.
inline constexpr size_t mostSamples = (size_t(1) << 17) - 1;

/// The beginning of the chunk that holds a moment.
[[nodiscard]] base::InstantMs chunkStart(base::InstantMs at);

/// What a chunk holds, to be known without decoding it.
struct ChunkHeader
{
    base::InstantMs start{};                           ///< of the two hours
    std::array<qint64, health::qualityCount> counts{}; ///< samples of each quality
    /// Over the values of Ok samples; all three are 0 if there are none.
    double min = 0;
    double max = 0;
    double sum = 0;
    qint64 values = 0; ///< how many Ok samples have a value

    [[nodiscard]] qint64 count(health::Quality quality) const { return counts[size_t(quality)]; }
    [[nodiscard]] qint64 samples() const;

    bool operator==(const ChunkHeader &) const = default;
};

/// `samples` are not empty, and of one chunk.
[[nodiscard]] ChunkHeader headerOf(std::span<const health::Sample> samples);

/// The samples of one chunk in few bytes, without loss: the step is stored once, times as their
/// deviation from it, values as their deviation from what the last ones let expect, and all of it
/// coded adaptively. 1 to `mostSamples` in order of time, of the years 1970 to 2500; `step` is over
/// 0 and under 49 days. Infinite values are stored as none.
[[nodiscard]] QByteArray encode(std::span<const health::Sample> samples,
                                std::chrono::milliseconds step);

/// The samples again. Errors: Format, if the bytes are damaged.
[[nodiscard]] base::Result<std::vector<health::Sample>> decode(QByteArrayView bytes);

} // namespace archive
