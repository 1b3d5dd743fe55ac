// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/ledger.h"

/// "This looks like": what earlier incidents teach about the one at hand.
namespace workflow {

struct Lookalike
{
    ledger::Summary summary;
    double score = 0;    ///< 0..1; 1 = every word and every part the same
    QStringList because; ///< words and parts that both have
    QString fixedBy;     ///< one sentence or two; empty if nobody wrote it down

    bool operator==(const Lookalike &) const = default;
};

/// The most alike first, of equals the latest, at most `limit`; none that has only a common word in
/// common. Errors: those of the ledger.
[[nodiscard]] base::Result<std::vector<Lookalike>>
lookalikesOf(const ledger::Ledger &ledger, const incident::Incident &incident, int limit = 3);

/// What somebody wrote about how it was ended: the reason of the stamp, the last note before it,
/// the cause. Pure; empty if nothing was written.
[[nodiscard]] QString whatFixed(const incident::Incident &incident,
                                std::span<const incident::Event> events);

} // namespace workflow
