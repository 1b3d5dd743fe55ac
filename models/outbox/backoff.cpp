// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "outbox/backoff.h"

#include <algorithm>

namespace outbox {

using namespace std::chrono_literals;
using std::chrono::seconds;

std::chrono::seconds backOff(int attempts, const base::Retry &retry, double chance)
{
    constexpr seconds first = 2s;
    constexpr seconds most = 5min;
    constexpr int doublings = 8;
    const seconds whole = std::min(most, first * (1 << std::clamp(attempts - 1, 0, doublings)));
    const auto less = seconds(std::int64_t(double(whole.count()) / 2 * std::clamp(chance, 0., 1.)));
    const seconds asked =
        retry.when == base::Retry::When::After ? std::min(retry.delay, longestWait) : 0s;
    return std::max(whole - less, asked);
}

} // namespace outbox
