// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/aggregate.h"
#include "incident/calibration.h"

#include <QString>

/// Figures over many incidents in words, for the console's own people: short, and not rounded where
/// it matters.
namespace wording {

/// "time to detect"
[[nodiscard]] QString words(incident::Figure figure);
/// Why an incident gives no value to that figure: "no all-clear published".
[[nodiscard]] QString words(incident::LeftOut why, incident::Figure figure);

/// "9 to 14 min", "at least 45 min", "-3 min to 2 min"; from ten minutes on in whole minutes,
/// outward. "unknown" if it is.
[[nodiscard]] QString figureWords(const timing::RoughDuration &value);
/// "planned work (2), time not known (1)"; empty if none was left out.
[[nodiscard]] QString leftOutWords(const incident::Aggregate &aggregate);

/// One sentence beside an estimate: how those like it turned out, or that there are too few.
[[nodiscard]] QString calibrationWords(const incident::Calibration &calibration);

} // namespace wording
