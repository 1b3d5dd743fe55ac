// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lint/blameless.h"

#include "lint/words.h"

#include <algorithm>

#include <QRegularExpression>

namespace lint {

using namespace Qt::StringLiterals;

namespace {

struct Rule
{
    QString pattern;
    const char *sentence;
};

const std::vector<Rule> &rules()
{
    static const std::vector<Rule> all = {
        {uR"(\b(?:human|operator|user|pilot) error\b)"_s,
         QT_TRANSLATE_NOOP("lint", "A label, not a cause. What made this easy to get wrong?")},
        {uR"(\b(?:should|could|ought to|must) (?:not |never )?have (?!(?:been|no|an?|the) )\w+)"_s,
         QT_TRANSLATE_NOOP("lint", "Known only afterwards. What was known at the time?")},
        {uR"(\b(?:careless(?:ly|ness)?|negligen(?:t|tly|ce)|sloppy|sloppily|stupid(?:ly|ity)?|)"
         uR"(idiot(?:ic)?|lazy|laziness|incompeten(?:t|ce)|reckless(?:ly)?|foolish(?:ly)?|dumb)\b)"_s,
         QT_TRANSLATE_NOOP("lint", "A judgement. What did it look like from where they stood?")},
        {uR"(\b(?:\w+['’]s|my|his|her|their|your|our own) (?:own )?(?:fault|mistake|blunder|)"
         uR"(oversight)\b)"_s,
         QT_TRANSLATE_NOOP("lint", "Names who. What let it get through, and would let it again?")},
        {uR"(\b(?:at fault|to blame|blam(?:e|ed|ing)|guilty|culprit)\b)"_s,
         QT_TRANSLATE_NOOP("lint", "Looks for who. What would have caught it, whoever it was?")},
        {uR"(\b(?:forgot|failed|neglected|omitted|didn['’]t bother|couldn['’]t be bothered) to\b)"_s,
         QT_TRANSLATE_NOOP("lint", "What was to remind of it, and why did it not?")},
        {uR"(\b(?:messed|screwed|stuffed|fouled) (?:it |this |that |things |everything )?up\b)"_s,
         QT_TRANSLATE_NOOP("lint", "What was done, and what was it expected to do?")},
    };
    return all;
}

} // namespace

std::vector<BlamelessHint> blamelessHints(const QString &text)
{
    std::vector<BlamelessHint> hints;
    for (const Rule &rule : rules()) {
        const QRegularExpression words(rule.pattern,
                                       QRegularExpression::CaseInsensitiveOption |
                                           QRegularExpression::UseUnicodePropertiesOption);
        for (auto found = words.globalMatch(text); found.hasNext();) {
            const QRegularExpressionMatch match = found.next();
            hints.push_back(
                {match.capturedStart(), match.capturedLength(), Words::tr(rule.sentence)});
        }
    }
    std::ranges::stable_sort(hints, {}, &BlamelessHint::start);
    qsizetype end = 0;
    std::erase_if(hints, [&](const BlamelessHint &hint) {
        const bool overlaps = hint.start < end;
        end = std::max(end, hint.start + hint.length);
        return overlaps;
    });
    return hints;
}

} // namespace lint
