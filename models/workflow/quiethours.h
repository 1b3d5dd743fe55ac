// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "health/quiethours.h"
#include "health/series.h"
#include "workflow/desk.h"

namespace workflow {

struct QuietHours
{
    health::SeriesInfo series;
    std::vector<health::QuietWindow> windows; ///< the quietest first
};

/// Everything that was ever measured here and can be asked about. Errors: NotFound if nothing was.
[[nodiscard]] base::Result<QList<health::SeriesInfo>> measuredSeries(const QString &dataDir,
                                                                     const base::Clock &clock);

/// When little is to be expected in the coming week, by the four weeks before. `series` is an id
/// or a name. Reads the disk: for another thread than the window's. Errors: NotFound; Input for a
/// length of nothing or of a day; those of the archive.
[[nodiscard]] base::Result<QuietHours> quietHours(const QString &dataDir, const base::Clock &clock,
                                                  const QTimeZone &zone, const QString &series,
                                                  const timing::RoughDuration &length);

/// "about 3.2 req/s, 12 % of what is usual, by 4 weeks": the numbers of a window.
[[nodiscard]] QString wordsOf(const health::QuietWindow &window, const health::SeriesInfo &series);

} // namespace workflow
