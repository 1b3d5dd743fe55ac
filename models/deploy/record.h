// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <optional>
#include <QString>

namespace deploy {

/// How the last deployment went.
struct Record
{
    base::Instant started{};
    std::chrono::seconds took{0};
    QString sentence; ///< for people; says what to do if it failed
    bool succeeded = false;
    QString output; ///< the end of what the program wrote: plain text, redacted

    bool operator==(const Record &) const = default;
};

/// What is kept of an output, in bytes.
inline constexpr qsizetype keptOutput = 64 * 1024;

/// An output as it is kept: its last keptOutput bytes, without what looks like a secret and without
/// what steers a terminal.
[[nodiscard]] QString keptText(const QByteArray &output);

/// Readable by the user alone. Errors: Storage.
[[nodiscard]] base::Done saveRecord(const QString &path, const Record &record);
/// Nothing if there is none that can be read.
[[nodiscard]] std::optional<Record> loadRecord(const QString &path);

} // namespace deploy
