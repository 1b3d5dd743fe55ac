// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "deeds.h"

/// Short words for the values that stories expect.
namespace tenstories {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using timing::Precision;

[[nodiscard]] RoughInstant sharp(const char *time);
[[nodiscard]] RoughInstant from(const char *lo, const char *hi,
                                Precision precision = Precision::About);
[[nodiscard]] RoughDuration minutes(int lo, int hi, Precision precision = Precision::About);
/// Of what is exact to the second.
[[nodiscard]] RoughDuration exactly(Span length);

// One a post, in the order of the archive.
[[nodiscard]] Story workInTheMorning();
[[nodiscard]] Story quarterOfAnHour();
[[nodiscard]] Story imagesLive();
[[nodiscard]] Story fiveMinutesByADeploy();
[[nodiscard]] Story severalInOneAfternoon();
[[nodiscard]] Story workInTwoPhases();
[[nodiscard]] Story workInsideAWindow();
[[nodiscard]] Story halfAnHourByOwnMistake();
[[nodiscard]] Story fiveMinutesAtTenPastFour();
[[nodiscard]] Story imagesBackUnexplained();

} // namespace tenstories
