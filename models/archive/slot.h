// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "archive/chunk.h"

namespace archive {

/// How rows are numbered: the two hours first, then the series. See archive.sql.
inline constexpr int seriesBits = 20;

/// The number of the two hours that hold a moment.
[[nodiscard]] inline qint64 slotOf(base::InstantMs at)
{
    return chunkStart(at).time_since_epoch() / std::chrono::milliseconds(chunkLength);
}

[[nodiscard]] inline base::InstantMs startOf(qint64 slot)
{
    return base::InstantMs(slot * std::chrono::milliseconds(chunkLength));
}

/// The first number a row of these two hours can have.
[[nodiscard]] inline qint64 firstRow(qint64 slot)
{
    return slot << seriesBits;
}

[[nodiscard]] inline qint64 slotOfRow(qint64 row)
{
    return row >> seriesBits;
}

} // namespace archive
