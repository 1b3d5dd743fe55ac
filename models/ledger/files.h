// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

/// Folders and files that only their owner may read, and that are on the disk when a call returns.
namespace ledger {

/// Makes the folder and its parents (0700) where they are missing. A folder that exists keeps its
/// rights. Errors: Storage.
[[nodiscard]] base::Done makeFolder(const QString &path);
/// An empty file (0600). Errors: Storage, also if it exists.
[[nodiscard]] base::Done createFile(const QString &path);
[[nodiscard]] base::Done makePrivate(const QString &path);
/// A copy (0600) under a new name, on the disk.
[[nodiscard]] base::Done copyFile(const QString &from, const QString &to);
/// Puts `from` in the place of `to`, on the disk; a reader sees the one or the other.
[[nodiscard]] base::Done replaceFile(const QString &from, const QString &to);
[[nodiscard]] base::Done syncFile(const QString &path);
[[nodiscard]] base::Done syncFolder(const QString &path);

[[nodiscard]] bool isWritable(const QString &path);
/// A path as it can be typed into a shell.
[[nodiscard]] QString shellWord(const QString &path);

} // namespace ledger
