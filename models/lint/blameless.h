// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <vector>

namespace lint {

/// A stretch of an internal text that names a person where the circumstances would teach more.
struct BlamelessHint
{
    qsizetype start = 0; ///< UTF-16 units
    qsizetype length = 0;
    QString sentence; ///< for the author: what to ask instead

    bool operator==(const BlamelessHint &) const = default;
};

/// For postmortems and notes only: what readers are told may well say "I am sorry, this was my
/// mistake". In the order of the text, never overlapping; the author decides.
[[nodiscard]] std::vector<BlamelessHint> blamelessHints(const QString &text);

} // namespace lint
