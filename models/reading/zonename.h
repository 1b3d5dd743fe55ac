// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reading/lexicon.h"

#include <QTimeZone>

namespace reading {

/// A zone as a text names it behind a clock time.
struct ZoneName
{
    QString abbreviation;      ///< "bst", for zones that use the same letters differently
    std::optional<int> offset; ///< minutes east of UTC
    QByteArray iana; ///< "America/New_York"; empty together with no offset: the page's zone
    bool isBracketed = false; ///< "01:30 (UTC+01:00)": the offset may only say which hour is meant

    bool operator==(const ZoneName &) const = default;
};

/// "UTC", "(BST)", "UTC+1", "Eastern", "Lisbon time". `end` is set to the token past it.
[[nodiscard]] std::optional<ZoneName> parseZone(const Lexicon &lexicon, const Tokens &tokens,
                                                int at, int &end);

} // namespace reading
