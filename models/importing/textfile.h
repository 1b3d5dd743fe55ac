// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "importing/archivedpost.h"

namespace importing {

/// What was said beside the file, for a file with one post that does not say it.
struct TextDefaults
{
    QString place;       ///< the name of the file
    QString posted;      ///< as typed; empty: not said
    QStringList updated; ///< as typed, oldest first
};

/// The posts of a text file, see docs/import.md: parts between lines of three or more hyphens, each
/// with header lines (Posted, Updated, Title, Components, Author, Address, Id), else the first line
/// is the title. A post without a usable time has a problem. Errors: Input, if there is no post, or
/// defaults are given for several.
[[nodiscard]] base::Result<std::vector<ArchivedPost>>
readTextFile(const QString &text, const TextDefaults &defaults, const QTimeZone &zone);

} // namespace importing
