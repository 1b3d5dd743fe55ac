// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <chrono>

namespace ledger {

/// Who uses a data folder, told between processes by locks on `<data folder>/ledger.lock`. The
/// system drops them when a process dies. The database has its own locks; these are for what it
/// cannot do: making, migrating and replacing the file while nobody else has it open.
class FolderLock
{
public:
    /// Answers with a lock that holds nothing yet.
    [[nodiscard]] static base::Result<FolderLock> open(const QString &dataDir,
                                                       std::chrono::milliseconds wait);
    FolderLock() = default;
    FolderLock(FolderLock &&other) noexcept;
    FolderLock &operator=(FolderLock &&other) noexcept;
    ~FolderLock();

    /// Only one at a time may open or replace the file. Errors: Timeout.
    [[nodiscard]] base::Done enter();
    void leave();
    /// I have the file open, as others may. Errors: Timeout.
    [[nodiscard]] base::Done use();
    /// Nobody else has it open. Errors: Refused.
    [[nodiscard]] base::Done useAlone();

private:
    [[nodiscard]] bool lock(short type, off_t byte) const;

    int m_fd = -1;
    std::chrono::milliseconds m_wait{0};
};

} // namespace ledger
