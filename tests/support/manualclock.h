// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"

namespace support {

/// A clock that stands until the test moves it.
class ManualClock final : public base::Clock
{
public:
    explicit ManualClock(base::Instant start)
        : m_now(start)
    {}

    [[nodiscard]] base::InstantMs nowMs() const override { return m_now; }
    void advance(std::chrono::milliseconds by) { m_now += by; }
    void set(base::Instant at) { m_now = at; }

private:
    base::InstantMs m_now;
};

/// "2026-11-22T16:08:00Z" as an instant, for readable tests.
[[nodiscard]] base::Instant utc(const char *iso);

} // namespace support
