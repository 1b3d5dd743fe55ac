// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/openmode.h"

#include "base/result.h"

#include <QFuture>
#include <thread>

namespace ledger {

class Database;

/// Whether the pages of the file hang together: a quick look at all of it.
[[nodiscard]] base::Done checkPages(Database &database);

/// What keeps a ledger from being used, with what to do about damage.
[[nodiscard]] base::Error withAdvice(base::Error error, const QString &dataDir);

/// That look in a thread of its own, with a connection of its own, at the ledger of a folder.
class FileCheck
{
public:
    FileCheck(const QString &dataDir, std::chrono::milliseconds lockWait);
    /// Waits for its end.
    ~FileCheck();
    FileCheck(const FileCheck &) = delete;
    FileCheck &operator=(const FileCheck &) = delete;

    [[nodiscard]] const QFuture<base::Done> &verdict() const { return m_verdict; }

private:
    QFuture<base::Done> m_verdict;
    std::thread m_thread;
};

} // namespace ledger
