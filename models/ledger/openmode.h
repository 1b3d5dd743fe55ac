// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

namespace ledger {

enum class OpenMode {
    ReadWrite,
    /// For looking: creates, migrates, locks and mends nothing, and also opens what is damaged as
    /// far as it can be read.
    ReadOnly,
};

/// How long a call waits for another process that is writing.
inline constexpr std::chrono::milliseconds defaultLockWait{5000};

} // namespace ledger
