// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <chrono>

namespace outbox {

/// How long to wait after an attempt that failed: twice as long each time, from 2 s to 5 min, of
/// which `chance` (0..1) takes up to a half away so that not everybody comes back at once. Never
/// sooner than the target asked for, which is believed up to 6 h.
[[nodiscard]] std::chrono::seconds backOff(int attempts, const base::Retry &retry, double chance);

/// The longest wait that backOff() can answer.
inline constexpr std::chrono::seconds longestWait = std::chrono::hours(6);

} // namespace outbox
