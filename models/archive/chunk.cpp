// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "archive/chunk.h"

#include <algorithm>

namespace archive {

base::InstantMs chunkStart(base::InstantMs at)
{
    using Chunks = std::chrono::duration<qint64, std::ratio<chunkLength / std::chrono::seconds(1)>>;
    return base::InstantMs(std::chrono::floor<Chunks>(at.time_since_epoch()));
}

qint64 ChunkHeader::samples() const
{
    qint64 all = 0;
    for (const qint64 count : counts)
        all += count;
    return all;
}

ChunkHeader headerOf(std::span<const health::Sample> samples)
{
    ChunkHeader header;
    header.start = chunkStart(samples.front().at);
    for (const health::Sample &sample : samples) {
        ++header.counts[size_t(sample.quality)];
        if (sample.quality != health::Quality::Ok || !sample.hasValue())
            continue;
        header.min = header.values == 0 ? sample.value : std::min(header.min, sample.value);
        header.max = header.values == 0 ? sample.value : std::max(header.max, sample.value);
        header.sum += sample.value;
        ++header.values;
    }
    return header;
}

} // namespace archive
