// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/scene.h"

#include <algorithm>

namespace reading {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr size_t reach = 4; // clauses that a time phrase may be away from its event

/// How strongly a word claims the time phrases of its clause; 0 = not at all.
int weight(Category category)
{
    switch (category) {
    case Category::Recovers:
        return 9;
    case Category::Fixes:
    case Category::Detects:
    case Category::Alert:
        return 8;
    case Category::Ends:
        return 7;
    case Category::Fails:
    case Category::Begins:
        return 6;
    case Category::Bad:
    case Category::Degraded:
    case Category::ReadOnly:
    case Category::MaintenanceMode:
        return 4;
    case Category::Work:
    case Category::OwnAction:
        return 3;
    default:
        return 0;
    }
}

Category strongest(const Clause &clause, int begin, int end)
{
    Category best = Category::Count;
    int bestWeight = 0;
    for (const Cue &cue : clause.cues) {
        if (cue.begin >= begin && cue.end <= end && weight(cue.category) > bestWeight) {
            best = cue.category;
            bestWeight = weight(cue.category);
        }
    }
    return best;
}

bool isWhole(const Lexicon &lexicon, const Analysis &sentence, const Clause &clause, bool &isNamed)
{
    isNamed = false;
    for (int at = clause.begin; at < clause.end; ++at) {
        const Match component = lexicon.longest(Category::Component, sentence.tokens, at);
        if (!component)
            continue;
        isNamed = true;
        if (component.entry->text == "whole"_L1)
            return true;
        at += component.length - 1;
    }
    return false;
}

} // namespace

Bounds justNow(const Scene &scene)
{
    if (!scene.posted)
        return {};
    Instant from = *scene.posted - 15min;
    if (scene.postedBefore)
        from = std::max(from, *scene.postedBefore);
    return {from, *scene.posted};
}

std::optional<Effect> effectOf(const Lexicon &lexicon, const Analysis &sentence,
                               const Clause &clause)
{
    if (clause.is(Category::NoEffect))
        return Effect::None;
    if (clause.is(Category::MaintenanceMode))
        return Effect::MaintenanceMode;
    if (clause.is(Category::ReadOnly))
        return Effect::ReadOnly;
    if (clause.is(Category::PartialEffect) &&
        (clause.is(Category::Bad) || clause.is(Category::Fails)))
        return Effect::Partial;
    bool isDown = false;
    bool isPartial = false;
    bool isFaulty = false;
    for (const Cue &cue : clause.cues) {
        isDown |= cue.category == Category::Bad && cue.entry->text == "down"_L1;
        isDown |= cue.category == Category::Fails;
        isFaulty |= cue.category == Category::Bad && cue.entry->text == "faulty"_L1;
        isPartial |= cue.category == Category::Bad && cue.entry->text == "partial"_L1;
    }
    if (isDown || isPartial) {
        bool isNamed = false;
        const bool whole = isWhole(lexicon, sentence, clause, isNamed);
        return isDown && (whole || !isNamed) ? Effect::Down : Effect::Partial;
    }
    if (clause.is(Category::Degraded) || isFaulty)
        return Effect::Degraded;
    return std::nullopt;
}

Category eventFor(const Analysis &sentence, const Clause &clause, const Mention &mention)
{
    const bool isInside = mention.begin >= clause.begin && mention.end <= clause.end;
    if (!isInside || clause.mentions.size() < 2)
        return strongest(clause, clause.begin, clause.end);
    int before = clause.begin;
    int after = clause.end;
    for (const int number : clause.mentions) {
        const Mention &other = sentence.mentions[size_t(number)];
        if (other.end <= mention.begin)
            before = std::max(before, other.end);
        else if (other.begin >= mention.end)
            after = std::min(after, other.begin);
    }
    // "14:02 down 14:10 restarted": where times come first, the event follows.
    const bool timeFirst =
        sentence.mentions[size_t(clause.mentions.front())].begin <= clause.begin + 1;
    Category left = strongest(clause, before, mention.begin);
    if (const Category wide = strongest(clause, clause.begin, mention.begin);
        weight(left) < 6 && weight(wide) >= 6)
        left = wide;
    const Category right = strongest(clause, mention.end, after);
    if (timeFirst && right != Category::Count)
        return right;
    if (left != Category::Count)
        return left;
    if (right != Category::Count)
        return right;
    return strongest(clause, clause.begin, clause.end);
}

int subjectAt(const Analysis &sentence, const Clause &clause)
{
    if (clause.mentions.empty())
        return clause.begin;
    const Mention &first = sentence.mentions[size_t(clause.mentions.front())];
    return first.begin <= clause.begin + 1 && first.end < clause.end ? first.end : clause.begin;
}

const Clause &governingClause(const Analysis &sentence, size_t own)
{
    const std::vector<Clause> &clauses = sentence.clauses;
    // A clause with a verb of its own speaks for itself.
    if (clauses[own].hasEvent() || (clauses[own].ownTense && clauses[own].tense == Tense::Past))
        return clauses[own];
    // "We promoted the replica at 3:32, and ...": a verb that no table has, with its subject.
    const Clause &self = clauses[own];
    const int subject = subjectAt(sentence, self);
    const bool isOurs =
        wordAt(sentence.tokens, subject, "we"_L1) || wordAt(sentence.tokens, subject, "i"_L1);
    if (isOurs && self.tense == Tense::Past)
        return self;
    const auto ahead = [&]() -> const Clause * {
        for (size_t i = own + 1; i < clauses.size() && i <= own + reach; ++i) {
            if (clauses[i].opener == ";"_L1)
                break;
            if (clauses[i].hasEvent())
                return &clauses[i];
        }
        return nullptr;
    };
    const auto behind = [&]() -> const Clause * {
        for (size_t i = own; i > 0 && i + reach > own; --i) {
            if (clauses[i - 1].hasEvent())
                return &clauses[i - 1];
        }
        return nullptr;
    };
    const QString &opener = clauses[own].opener;
    const bool isFronted = own == 0 || opener == "and"_L1 || opener == "but"_L1 ||
                           opener == "then"_L1 || opener == ";"_L1 || opener == "so"_L1;
    const Clause *first = isFronted ? ahead() : behind();
    const Clause *second = isFronted ? behind() : ahead();
    return first ? *first : second ? *second : clauses[own];
}

} // namespace reading
