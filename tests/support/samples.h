// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "health/series.h"

#include <QRandomGenerator>
#include <vector>

namespace support {

/// A short history in one line: one character a step, starting at `start`.
///   0-9 an Ok sample of ten times that value, F failed, N not measured, P paused, '.' no sample
[[nodiscard]] std::vector<health::Sample> samples(QByteArrayView history, base::InstantMs start,
                                                  std::chrono::milliseconds step);

/// What a long watch may bring: runs of good samples, failures, pauses, silences and jitter, from a
/// seed. Values are whole numbers, so that equal ones occur.
[[nodiscard]] std::vector<health::Sample>
randomSamples(quint32 seed, int count, base::InstantMs start, std::chrono::milliseconds step);

[[nodiscard]] health::Series seriesOf(const std::vector<health::Sample> &samples,
                                      std::chrono::milliseconds step);

} // namespace support
