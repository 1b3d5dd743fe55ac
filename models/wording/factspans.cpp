// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/factspans.h"

#include "wording/factphrases.h"

#include <algorithm>
#include <set>

#include <QCoreApplication>

namespace wording {

using incident::Facts;
using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

/// A phrase as it was found.
struct Match
{
    FactSpan span;
    QString key;
};

bool standsAlone(const QString &text, qsizetype start, qsizetype end)
{
    if (start > 0 && text[start].isLetterOrNumber()) {
        const QChar before = text[start - 1];
        if (before.isLetterOrNumber() || (before == u':' && start > 1 && text[start - 2].isDigit()))
            return false;
    }
    if (end < text.size() && text[end - 1].isLetterOrNumber()) {
        const QChar after = text[end];
        if (after.isLetterOrNumber() ||
            (after == u':' && end + 1 < text.size() && text[end + 1].isDigit()))
            return false;
    }
    return true;
}

std::vector<Match> matchesIn(const QString &text, const Facts &facts, base::Instant now)
{
    const auto phrases = factPhrases(facts, now);
    std::vector<std::pair<QString, FactPhrase>> ordered(phrases.begin(), phrases.end());
    std::ranges::stable_sort(ordered, [](const auto &a, const auto &b) {
        const auto rank = [](const FactPhrase &phrase) {
            return std::pair(-phrase.text.size(), phrase.fact);
        };
        return rank(a.second) < rank(b.second);
    });
    std::vector<Match> matches;
    std::vector<bool> taken(std::size_t(text.size()), false);
    for (const auto &[key, phrase] : ordered) {
        const qsizetype length = phrase.text.size();
        qsizetype at = text.indexOf(phrase.text, 0, Qt::CaseInsensitive);
        for (; at >= 0; at = text.indexOf(phrase.text, at + length, Qt::CaseInsensitive)) {
            const auto first = taken.begin() + at;
            if (!standsAlone(text, at, at + length) ||
                std::find(first, first + length, true) != first + length)
                continue;
            std::fill(first, first + length, true);
            matches.push_back({{at, length, phrase.fact}, key});
        }
    }
    std::ranges::sort(matches, {}, [](const Match &match) { return match.span.start; });
    return matches;
}

bool followsPreposition(const QString &text, qsizetype start)
{
    static constexpr QStringView words[] = {u"since", u"from", u"to", u"until", u"at", u"by"};
    const QStringView before = QStringView(text).first(start).trimmed();
    return std::ranges::any_of(
        words, [&](QStringView word) { return before.endsWith(word, Qt::CaseInsensitive); });
}

/// The same phrase of other facts. "around 16:08" turns into "at 16:12", unless "since" is there.
QString renewed(const QString &text, const Match &match,
                const std::map<QString, FactPhrase> &phrases)
{
    const auto phrase = [&](const QString &key) {
        const auto found = phrases.find(key);
        return found == phrases.end() ? QString() : found->second.text;
    };
    const QString standing = phrase(match.key + u".at"_s);
    const bool isAt = !standing.isEmpty() && !followsPreposition(text, match.span.start);
    return isAt ? standing : phrase(match.key);
}

} // namespace

std::vector<FactSpan> factSpans(const QString &text, const Facts &facts, base::Instant now)
{
    std::vector<FactSpan> spans;
    for (const Match &match : matchesIn(text, facts, now))
        spans.push_back(match.span);
    return spans;
}

std::vector<Fact> changedFacts(const Facts &before, const Facts &after)
{
    std::vector<Fact> changed;
    const auto check = [&](Fact fact, bool same) {
        if (!same)
            changed.push_back(fact);
    };
    check(Fact::Felt, before.felt == after.felt);
    check(Fact::Components, before.components == after.components);
    check(Fact::Started, before.started == after.started);
    check(Fact::Fixed, before.fixed == after.fixed);
    check(Fact::BackToNormal, before.backToNormal == after.backToNormal);
    check(Fact::Duration, before.duration == after.duration);
    check(Fact::Cause, before.cause.text == after.cause.text &&
                           before.cause.status == after.cause.status &&
                           before.cause.attribution == after.cause.attribution);
    check(Fact::Provider, before.cause.provider == after.cause.provider);
    check(Fact::Estimate, before.estimate == after.estimate);
    check(Fact::NextUpdate, before.nextUpdate == after.nextUpdate);
    check(Fact::Planned, before.planned == after.planned);
    check(Fact::Actual, before.actual == after.actual);
    check(Fact::Status, before.status == after.status && before.state == after.state);
    return changed;
}

std::vector<StaleSpan> staleSpans(const QString &text, const Facts &before, const Facts &after,
                                  base::Instant now)
{
    const auto phrases = factPhrases(after, now);
    std::set<QString> holding;
    for (const auto &[key, phrase] : phrases)
        holding.insert(phrase.text.toCaseFolded());
    std::vector<StaleSpan> stale;
    for (const Match &match : matchesIn(text, before, now)) {
        // What another fact says now may well be meant: a phrase that was mended is let be.
        const QString said = text.sliced(match.span.start, match.span.length).toCaseFolded();
        if (!holding.contains(said))
            stale.push_back({match.span, renewed(text, match, phrases)});
    }
    return stale;
}

QString factName(Fact fact)
{
    switch (fact) {
    case Fact::Felt:
        return Words::tr("what users feel");
    case Fact::Components:
        return Words::tr("components");
    case Fact::Started:
        return Words::tr("start");
    case Fact::Fixed:
        return Words::tr("fix");
    case Fact::BackToNormal:
        return Words::tr("back to normal");
    case Fact::Duration:
        return Words::tr("duration");
    case Fact::Cause:
        return Words::tr("cause");
    case Fact::Provider:
        return Words::tr("provider");
    case Fact::Estimate:
        return Words::tr("expectation");
    case Fact::NextUpdate:
        return Words::tr("next update");
    case Fact::Planned:
        return Words::tr("plan");
    case Fact::Actual:
        return Words::tr("what happened");
    case Fact::Status:
        break;
    }
    return Words::tr("state");
}

} // namespace wording
