// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QSqlError>

namespace ledger {

/// The error of one statement as a sentence that says what to do. Format: the file is damaged, or
/// not a database. Timeout: somebody else keeps it locked. Storage: disk, rights. Internal: ours.
[[nodiscard]] base::Error toError(const QSqlError &error, const QString &path);

/// Whether the file itself is at fault, so that only a backup helps.
[[nodiscard]] inline bool isDamage(const base::Error &error)
{
    return error.kind == base::ErrorKind::Format;
}

/// For the plain statements that first look at a file: if SQLite refuses one of them, it is not the
/// statement that is at fault.
[[nodiscard]] base::Error blamedOnFile(base::Error error, const QString &path);

[[nodiscard]] QString damagedText(const QString &path);
[[nodiscard]] QString missingDriverText();
[[nodiscard]] QString settingRefusedText(const QString &path);
[[nodiscard]] QString noWriteAheadLogText(const QString &path);

} // namespace ledger
