// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lint/lint.h"
#include "lint/phrases.h"
#include "wording/timewords.h"

namespace lint {

/// An instant of the facts, and what it is of.
struct KnownTime
{
    timing::RoughInstant at;
    Topic topic = Topic::Unsaid;
    bool isAhead = false; ///< a plan or a promise
};

/// A length of the facts.
struct KnownLength
{
    timing::RoughDuration length;
    bool isAhead = false; ///< expected, not measured
};

/// The instants of the facts that are known.
[[nodiscard]] std::vector<KnownTime> knownTimes(const Context &context);
/// The lengths of the facts, and those that follow from their instants; the ones to be told first.
[[nodiscard]] std::vector<KnownLength> knownLengths(const Context &context);

/// `at` in the place of a time phrase: "since around 16:08" for "since 13:10".
[[nodiscard]] QString wordsInPlace(const timing::RoughInstant &at, const QString &text,
                                   const TimePhrase &phrase, const wording::Reader &reader);

} // namespace lint
