// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wording/factspans.h"

#include <map>

namespace wording {

/// One way in which a text may state a fact.
struct FactPhrase
{
    Fact fact = Fact::Started;
    QString text;
};

/// All of them, by a key that names the same phrase of other facts. `now` as in factSpans().
[[nodiscard]] std::map<QString, FactPhrase> factPhrases(const incident::Facts &facts,
                                                        base::Instant now);

} // namespace wording
