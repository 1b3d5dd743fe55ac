// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/facts.h"

#include <optional>

#include <vector>

/// Where a text, which its author may have edited, states a fact, and whether it still holds.
namespace wording {

enum class Fact {
    Felt,
    Components,
    Started,
    Fixed,
    BackToNormal,
    Duration,
    Cause,
    Provider,
    Estimate,
    NextUpdate,
    Planned, ///< start, end or expected length of a planned window
    Actual,  ///< start, end or length of an actual window
    Status,  ///< the public state; no phrase of its own
};

/// A stretch of a text, in UTF-16 units as QString counts.
struct FactSpan
{
    qsizetype start = 0;
    qsizetype length = 0;
    Fact fact = Fact::Started;

    bool operator==(const FactSpan &) const = default;
};

struct StaleSpan
{
    FactSpan span;
    QString replacement; ///< the same phrase from the new facts; empty: the fact is unknown now

    bool operator==(const StaleSpan &) const = default;
};

/// In order, never overlapping; where two facts could be meant, the longer phrase wins. `now` is
/// the day that needs no date.
[[nodiscard]] std::vector<FactSpan> factSpans(const QString &text, const incident::Facts &facts,
                                              base::Instant now);

/// The facts that differ, in the order of Fact.
[[nodiscard]] std::vector<Fact> changedFacts(const incident::Facts &before,
                                             const incident::Facts &after);

/// The phrases of a text written from `before` that no longer hold with `after`.
[[nodiscard]] std::vector<StaleSpan> staleSpans(const QString &text, const incident::Facts &before,
                                                const incident::Facts &after, base::Instant now);

/// The facts kept with a revision; nothing if they do not parse. The way back from
/// incident::factsJson().
[[nodiscard]] std::optional<incident::Facts> factsFromJson(const QByteArray &json);

/// For people: "start", "next update".
[[nodiscard]] QString factName(Fact fact);

} // namespace wording
