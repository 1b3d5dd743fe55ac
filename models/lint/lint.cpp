// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lint/lint.h"

#include "lint/rules.h"

#include <algorithm>

namespace lint {

using namespace Qt::StringLiterals;

namespace {

/// What must never get out comes first: where two rules find the same place, it is the one kept.
Findings allOf(const QString &text, const Context &context)
{
    Findings all;
    const auto add = [&](const Findings &found) {
        all.insert(all.end(), found.begin(), found.end());
    };
    add(findSecrets(text));
    add(findMailAddresses(text, context));
    add(findHosts(text, context));
    add(findAddresses(text, context));
    add(findPaths(text));
    add(findStale(text, context));
    const Phrases phrases = phrasesOf(text, context);
    add(findContradictions(text, context, phrases));
    add(findRelativeTimes(text, context, phrases));
    add(findPromises(text, context, phrases));
    return all;
}

} // namespace

std::vector<Finding> findings(const QString &text, const Context &context)
{
    std::vector<bool> taken(std::size_t(text.size()), false);
    Findings kept;
    for (const Finding &finding : allOf(text, context)) {
        const auto first = taken.begin() + finding.start;
        if (std::find(first, first + finding.length, true) != first + finding.length)
            continue;
        std::fill(first, first + finding.length, true);
        kept.push_back(finding);
    }
    std::ranges::sort(kept, {}, &Finding::start);
    return kept;
}

QString applyFix(const QString &text, const Finding &finding)
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

QString keyOf(const QString &text, const Finding &finding)
{
    return base::toName(finding.kind) + u' ' +
           text.mid(finding.start, finding.length).toCaseFolded().simplified();
}

bool isLeak(Kind kind)
{
    switch (kind) {
    case Kind::HostName:
    case Kind::PrivateAddress:
    case Kind::Secret:
    case Kind::MailAddress:
    case Kind::FilePath:
        return true;
    default:
        return false;
    }
}

} // namespace lint
