// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/lint.h"

#include "wording/lintrules.h"

#include <algorithm>

namespace wording {

std::vector<LintFinding> lint(const QString &text, const LintContext &context)
{
    // What must never get out comes first: where two rules find the same place, it is the one kept.
    LintFindings all;
    for (const LintFindings &found :
         {findSecrets(text), findMailAddresses(text, context), findHosts(text, context),
          findPaths(text), findRelativeTimes(text, context), findContradictions(text, context)})
        all.insert(all.end(), found.begin(), found.end());

    std::vector<bool> taken(std::size_t(text.size()), false);
    LintFindings kept;
    for (const LintFinding &finding : all) {
        const auto first = taken.begin() + finding.start;
        if (std::find(first, first + finding.length, true) != first + finding.length)
            continue;
        std::fill(first, first + finding.length, true);
        kept.push_back(finding);
    }
    std::ranges::sort(kept, {}, &LintFinding::start);
    return kept;
}

QString applyFix(const QString &text, const LintFinding &finding)
{
    static constexpr QStringView marks = u".,;:!?)";
    QString before = text.first(finding.start);
    QString after = text.sliced(finding.start + finding.length);
    if (!finding.fix.isEmpty())
        return before + finding.fix + after;
    const bool spaceBefore = before.isEmpty() || before.back().isSpace();
    if (spaceBefore && after.startsWith(u' '))
        after = after.sliced(1);
    if (before.endsWith(u' ') && !after.isEmpty() && marks.contains(after.front()))
        before.chop(1);
    return before + after;
}

} // namespace wording
