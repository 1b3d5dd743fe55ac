// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/verdict.h"

#include <algorithm>

namespace reading {

using namespace Qt::StringLiterals;

namespace {

bool isNear(const Clause &clause, const Mention &mention, Category category, int before, int behind)
{
    return std::any_of(clause.cues.begin(), clause.cues.end(), [&](const Cue &cue) {
        return cue.category == category &&
               ((cue.end <= mention.begin && cue.end + before >= mention.begin) ||
                (cue.begin >= mention.end && cue.begin <= mention.end + behind));
    });
}

const Cue *cueOf(const Clause &clause, Category category)
{
    const auto found = std::find_if(clause.cues.begin(), clause.cues.end(),
                                    [&](const Cue &cue) { return cue.category == category; });
    return found == clause.cues.end() ? nullptr : &*found;
}

void conclude(Story &story, const Scene &scene, VerdictKind kind)
{
    if (!story.verdict || (story.verdict->kind != kind && !scene.isTitle))
        story.verdict = Verdict{kind, {}};
}

/// The planned length, where words say that it was kept.
void takePredicted(Story &story, const Scene &scene, const Length &predicted)
{
    const int number = predicted.minutes.hi.value_or(0);
    if (number == 0)
        return;
    Length length;
    length.number = number;
    length.isApprox = true;
    length.minutes = {number - fifthOf(number), number + fifthOf(number)};
    story.actual.length(length, scene);
}

/// "on time": what was planned is what happened.
void keepTime(Story &story, const Scene &scene)
{
    const bool ends =
        scene.sentence->has(Category::Ends) || scene.sentence->has(Category::Recovers);
    if (scene.sentence->has(Category::Begins) && story.planned.startOfCurrent().isStated())
        story.actual.start(story.planned.startOfCurrent(), Stated::Clock, scene);
    if (!ends)
        return;
    if (story.planned.endOfCurrent().isStated())
        story.actual.end(story.planned.endOfCurrent(), Stated::Clock, scene);
    conclude(story, scene, VerdictKind::AsPredicted);
}

/// "a little ahead of schedule"
bool namesSchedule(const Clause &clause)
{
    return std::any_of(clause.cues.begin(), clause.cues.end(), [](const Cue &cue) {
        return (cue.category == Category::Early || cue.category == Category::Late) &&
               cue.entry->text == "schedule"_L1;
    });
}

bool mayJudge(const Story &story, const Scene &scene)
{
    if (scene.revision == 0 && story.entryMode == EntryMode::Planned)
        return false;
    // "slower than I thought" compares with nothing that was said.
    const Cue *said = cueOf(*scene.own, Category::Predicted);
    if (said && story.kind != Kind::Maintenance &&
        wordAt(scene.sentence->tokens, said->end - 1, "thought"_L1))
        return false;
    // "quick again now, a little ahead of schedule"
    const bool isCompared = !story.estimates.empty() && namesSchedule(*scene.own);
    if (isCompared && scene.sentence->has(Category::Recovers) && !scene.is(Category::Future))
        return true;
    // "It is slower than hoped": it is not over yet.
    const bool isRunning = scene.own->tense == Tense::Present && scene.own->ownTense &&
                           !scene.own->is(Category::Perfect);
    if (story.kind != Kind::Maintenance && isRunning)
        return false;
    // In the story of an outage "later" and "early" mostly tell when, not how long.
    return story.kind == Kind::Maintenance || cueOf(*scene.own, Category::Predicted) || isCompared;
}

} // namespace

void judge(Story &story, const Scene &scene)
{
    if (!mayJudge(story, scene))
        return;
    const bool isAbout = scene.is(Category::Ends) || scene.is(Category::Takes) ||
                         scene.is(Category::Lasts) || scene.is(Category::Recovers) ||
                         namesSchedule(*scene.own) ||
                         (scene.is(Category::Predicted) && story.kind == Kind::Maintenance);
    const Cue *predicted = cueOf(*scene.clause, Category::Predicted);
    const auto &tokens = scene.sentence->tokens;
    const bool isThan =
        predicted &&
        std::any_of(tokens.begin() + scene.clause->begin, tokens.begin() + scene.clause->end,
                    [](const Token &token) { return token.text == "than"_L1; });
    if (scene.is(Category::OnTime)) {
        keepTime(story, scene);
    } else if (predicted && predicted->entry->text == "as"_L1 && !scene.is(Category::Negation)) {
        conclude(story, scene, VerdictKind::AsPredicted);
        const bool hasOwn =
            std::any_of(scene.sentence->mentions.begin(), scene.sentence->mentions.end(),
                        [](const Mention &mention) { return mention.kind == MentionKind::Length; });
        if (!hasOwn && predicted->entry->numbers.empty())
            takePredicted(story, scene, story.planned.lengthOfCurrent());
    } else if (scene.is(Category::Early) && (isAbout || isThan)) {
        conclude(story, scene, VerdictKind::Earlier);
    } else if (scene.is(Category::Late) && scene.is(Category::Extended) &&
               scene.own->tense == Tense::Past) {
        conclude(story, scene, VerdictKind::Later); // "we overran"
    } else if ((scene.is(Category::Late) || (scene.is(Category::Extended) && predicted)) &&
               (isAbout || isThan)) {
        conclude(story, scene, VerdictKind::Later);
    }
}

namespace {

/// "50 minutes instead of the planned 30": both numbers are told.
std::optional<VerdictKind> compared(const Story &story, const Scene &scene, const Mention &plan)
{
    const std::optional<int> planned = plan.length.minutes.hi;
    std::optional<int> actual;
    for (const Mention &other : scene.sentence->mentions) {
        if (other.kind == MentionKind::Length && other.end <= plan.begin &&
            other.anchor == Anchor::None)
            actual = other.length.minutes.hi;
    }
    if (!actual && story.actual.hasTiming())
        actual = story.actual.lengthOfCurrent().minutes.hi;
    if (!planned || !actual || *planned == 0)
        return std::nullopt;
    const int difference = *actual - *planned;
    return std::abs(difference) * 5 <= *planned ? VerdictKind::AsPredicted
           : difference > 0                     ? VerdictKind::Later
                                                : VerdictKind::Earlier;
}

} // namespace

namespace {

/// "5 minutes before the announced end", "5 minutes after the time we gave you"
bool namesPlan(const Tokens &tokens, int at)
{
    constexpr QLatin1StringView words[] = {"planned"_L1,  "announced"_L1, "said"_L1,  "due"_L1,
                                           "gave"_L1,     "given"_L1,     "told"_L1,  "promised"_L1,
                                           "schedule"_L1, "scheduled"_L1, "stated"_L1};
    constexpr QLatin1StringView leads[] = {"before"_L1, "after"_L1, "ahead"_L1, "past"_L1};
    constexpr int reach = 7; // tokens
    const auto isOne = [&](int token, const auto &table) {
        return std::any_of(std::begin(table), std::end(table),
                           [&](auto word) { return wordAt(tokens, token, word); });
    };
    if (!isOne(at, leads))
        return false;
    for (int next = at + 1; next < std::min(int(tokens.size()), at + reach); ++next) {
        if (isOne(next, words))
            return true;
    }
    return false;
}

/// "we missed our own estimate by 5 minutes"
bool isMissedBy(const Tokens &tokens, const Clause &clause, const Mention &mention)
{
    if (mention.lead != Lead::By)
        return false;
    constexpr QLatin1StringView words[] = {"missed"_L1,  "overshot"_L1, "exceeded"_L1,
                                           "through"_L1, "out"_L1,      "overran"_L1};
    return std::any_of(tokens.begin() + clause.begin, tokens.begin() + mention.begin,
                       [&](const Token &token) {
                           return std::any_of(std::begin(words), std::end(words),
                                              [&](auto word) { return token.text == word; });
                       });
}

} // namespace

bool judgeLength(Story &story, const Scene &scene, const Mention &mention)
{
    if (!mayJudge(story, scene))
        return false;
    const Clause &clause = *scene.own;
    // "than we said", "less than we said"
    const bool comparing = isNear(clause, mention, Category::Predicted, 0, 4) &&
                           (wordAt(scene.sentence->tokens, mention.end, "than"_L1) ||
                            wordAt(scene.sentence->tokens, mention.end + 1, "than"_L1));
    const Tokens &tokens = scene.sentence->tokens;
    const bool isEarly =
        isNear(clause, mention, Category::Early, 0, 1) ||
        (comparing && mention.anchor == Anchor::Before) ||
        (namesPlan(tokens, mention.end) &&
         (wordAt(tokens, mention.end, "before"_L1) || wordAt(tokens, mention.end, "ahead"_L1)));
    const bool isBehind =
        (namesPlan(tokens, mention.end) &&
         (wordAt(tokens, mention.end, "after"_L1) || wordAt(tokens, mention.end, "past"_L1))) ||
        isMissedBy(tokens, clause, mention);
    // "so 38 minutes over"
    const bool endsBehind =
        mention.end + 1 >= clause.end || tokens[size_t(mention.end + 1)].kind == TokenKind::Symbol;
    const bool isOver =
        story.kind == Kind::Maintenance && endsBehind && wordAt(tokens, mention.end, "over"_L1);
    const bool isLate =
        isNear(clause, mention, Category::Late, 2, 1) || isOver || isBehind ||
        (comparing && (mention.anchor == Anchor::Later || mention.anchor == Anchor::More));
    // "longer than the 10 minutes planned" gives the plan, not the difference.
    const bool isPlan = isNear(clause, mention, Category::Predicted, 2, 2) && !comparing &&
                        !isBehind && !namesPlan(tokens, mention.end);
    if ((isEarly || isLate) && !isPlan) {
        conclude(story, scene, isEarly ? VerdictKind::Earlier : VerdictKind::Later);
        if (story.verdict && mention.length.minutes.isStated())
            story.verdict->difference = mention.length.number;
        return true;
    }
    if (!isPlan)
        return false;
    const bool differs =
        clause.is(Category::Extended) || isNear(clause, mention, Category::Early, 6, 6) ||
        isNear(clause, mention, Category::Late, 6, 6) || scene.sentence->has(Category::Early) ||
        scene.sentence->has(Category::Late);
    const bool isAs = std::any_of(clause.cues.begin(), clause.cues.end(), [](const Cue &cue) {
        return cue.category == Category::Predicted && cue.entry->text == "as"_L1;
    });
    // "we expected 10 minutes; it took 20": what it took is told beside it.
    const bool isTold = std::any_of(
        scene.sentence->clauses.begin(), scene.sentence->clauses.end(), [&](const Clause &other) {
            return &other != &clause && other.is(Category::Takes) &&
                   std::any_of(other.mentions.begin(), other.mentions.end(), [&](int number) {
                       return scene.sentence->mentions[size_t(number)].kind == MentionKind::Length;
                   });
        });
    if (const auto kind = compared(story, scene, mention); kind && !isTold) {
        conclude(story, scene, *kind);
    } else if (!differs && !isTold && (scene.is(Category::Takes) || isAs)) {
        conclude(story, scene, VerdictKind::AsPredicted);
        takePredicted(story, scene, mention.length);
    }
    return true;
}

} // namespace reading
