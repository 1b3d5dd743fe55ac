// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "ledger/database.h"

namespace archive {

/// The file in a data folder.
[[nodiscard]] QString archivePath(const QString &dataDir);

struct OpenedFile
{
    std::unique_ptr<ledger::Database> database;
    /// A sentence for the user when an archive that could not be used was put aside; else empty.
    QString notice;
};

/// Opens the archive, or makes one. A file that is damaged, or from another version, is renamed to
/// "archive-unusable-<time>.db", never deleted, and a new one begun: history of health is worth
/// less than a console that starts. Errors: Storage.
[[nodiscard]] base::Result<OpenedFile> openFile(const QString &dataDir, const base::Clock &clock);

/// See Archive::look().
[[nodiscard]] base::Result<std::unique_ptr<ledger::Database>> openToRead(const QString &dataDir);

} // namespace archive
