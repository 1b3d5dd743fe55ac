// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lint/rules.h"
#include "lint/words.h"
#include "wording/factspans.h"

namespace lint {

Findings findStale(const QString &text, const Context &context)
{
    Findings findings;
    if (!context.writtenFrom)
        return findings;
    for (const wording::StaleSpan &stale :
         wording::staleSpans(text, *context.writtenFrom, context.facts, context.now)) {
        const QString said = text.mid(stale.span.start, stale.span.length);
        const QString fact = wording::factName(stale.span.fact);
        const bool known = !stale.replacement.isEmpty();
        findings.push_back(
            {stale.span.start, stale.span.length, Kind::Stale,
             known ? Words::tr("“%1” no longer holds: the %2 has been corrected.").arg(said, fact)
                   : Words::tr("“%1” no longer holds: the %2 is not known.").arg(said, fact),
             stale.replacement,
             known ? Words::tr("use %1", "button, a time or length").arg(stale.replacement)
                   : Words::tr("remove", "button")});
    }
    return findings;
}

} // namespace lint
