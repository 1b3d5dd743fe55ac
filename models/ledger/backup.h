// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/database.h"

#include <QStringList>

namespace ledger {

/// "<data folder>/ledger.db"
[[nodiscard]] QString ledgerPath(const QString &dataDir);
/// Where backups that are made on our own account are kept: "<data folder>/backups"
[[nodiscard]] QString backupFolder(const QString &dataDir);

/// Writes a whole copy: into a new file beside it, onto the disk, verified, then renamed.
/// Errors: Input for a path that holds something else; Storage.
[[nodiscard]] base::Done writeBackup(Database &database, const QString &path);

/// Makes "<data folder>/backups/daily-2026-11-22.db" unless it is there (UTC), and then removes the
/// oldest of its kind beyond `keep`. Answers whether it has made one.
[[nodiscard]] base::Result<bool> writeDailyBackup(Database &database, const QString &dataDir,
                                                  base::Instant now, int keep);

/// How to open a backup without leaving anything beside it, also on a read-only medium.
[[nodiscard]] Database::Access accessToBackup(const QString &path);

/// Whether a file is a whole ledger that can be restored. Errors: Input with the reason; Timeout.
[[nodiscard]] base::Done verifyBackup(const QString &path);

/// The backup in the backup folder with the newest time of change that verifies; empty if none.
[[nodiscard]] QString newestGoodBackup(const QString &dataDir);

/// What to do about a ledger that cannot be used: names the newest good backup and the command.
[[nodiscard]] QString restoreAdvice(const QString &dataDir);

} // namespace ledger
