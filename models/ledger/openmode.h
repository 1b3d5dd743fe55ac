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
    /// As ReadWrite, and what is read need not wait for the look at the whole file: that goes on
    /// beside it. Nothing is written before its verdict, and never to a damaged file. See
    /// Ledger::verdict().
    CheckedBeside,
};

/// How long a call waits for another process that is writing.
inline constexpr std::chrono::milliseconds defaultLockWait{5000};

} // namespace ledger
