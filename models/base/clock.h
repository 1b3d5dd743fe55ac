// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

namespace base {

/// A point in time as it is stored: whole UTC seconds.
using Instant = std::chrono::sys_seconds;
/// A length of time as it is stored: whole seconds.
using Span = std::chrono::seconds;
/// A point in time as probes measure it.
using InstantMs = std::chrono::sys_time<std::chrono::milliseconds>;

/// The only way to learn the time. Constructed by app (SystemClock) or by a test.
class Clock
{
public:
    virtual ~Clock() = default;

    /// UTC, to the millisecond. May jump with the machine's clock.
    [[nodiscard]] virtual InstantMs nowMs() const = 0;

    [[nodiscard]] Instant now() const { return std::chrono::floor<std::chrono::seconds>(nowMs()); }
};

/// The machine's clock.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] InstantMs nowMs() const override;
};

} // namespace base
