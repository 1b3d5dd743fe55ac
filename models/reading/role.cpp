// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/role.h"

#include <algorithm>

namespace reading {

using namespace Qt::StringLiterals;

Frame frameOf(const Scene &scene, const Story &story)
{
    Frame frame;
    frame.posted = scene.posted;
    frame.tense = scene.tense;
    frame.day = story.day;
    frame.earlier = story.lastTime;
    frame.isFull = story.isFull;
    frame.part = story.part;
    frame.isFresh = scene.revision > 0 && story.lastTime == story.timeBefore;
    const Bounds start = story.actual.startOfCurrent();
    if (scene.tense == Tense::Past && story.actual.startStated() == Stated::Clock && start.lo) {
        const Bounds end = story.actual.endOfCurrent();
        frame.span = {start.lo, end.hi ? end.hi : scene.posted};
    }
    return frame;
}

void remember(Story &story, const Resolved &resolved)
{
    if (resolved.day)
        story.day = resolved.day;
    if (resolved.bounds.lo && !resolved.isDaypart)
        story.lastTime = resolved.bounds.lo;
    else if (resolved.bounds.hi && !resolved.isDaypart)
        story.lastTime = resolved.bounds.hi;
}

namespace {

/// "3 hours of visitor statistics", as against "of downtime", "of the first alert".
bool countsStuff(const Lexicon &lexicon, const Tokens &tokens, int at)
{
    if (!wordAt(tokens, at, "of"_L1) || at + 1 >= int(tokens.size()))
        return false;
    const QString &next = tokens[size_t(at + 1)].text;
    if (next.endsWith("ing"_L1) || lexicon.longest(Category::Determiner, tokens, at + 1) ||
        next == "us"_L1 || next == "it"_L1 || next == "each"_L1)
        return false;
    constexpr Category events[] = {Category::Bad,   Category::Degraded, Category::Fails,
                                   Category::Work,  Category::Several,  Category::ReadOnly,
                                   Category::Alert, Category::Detects,  Category::MaintenanceMode,
                                   Category::Fixes};
    for (int word = at + 1; word < std::min(at + 4, int(tokens.size())); ++word) {
        for (const Category event : events) {
            if (lexicon.longest(event, tokens, word))
                return false;
        }
    }
    return true;
}

/// "the 24-hour renewal line", as against "a 20-minute outage"
bool namesOther(const Lexicon &lexicon, const Tokens &tokens, const Mention &mention)
{
    constexpr int day = 24 * 60; // "the 24-hour renewal line" is open, whatever it renews
    const bool isJoined = mention.end - mention.begin == 2 && mention.anchor == Anchor::None &&
                          tokens[size_t(mention.end - 1)].glue == Glue::Hyphen;
    if (!isJoined || mention.end >= int(tokens.size()) || !tokens[size_t(mention.end)].isWord())
        return false;
    constexpr Category events[] = {
        Category::Bad,       Category::Degraded,        Category::Fails,       Category::Work,
        Category::Several,   Category::ReadOnly,        Category::Plural,      Category::Fixes,
        Category::Thing,     Category::MaintenanceMode, Category::Conjunction, Category::AtPoint,
        Category::FromPoint, Category::Lasts,           Category::Recovers,    Category::Ends};
    constexpr QLatin1StringView words[] = {"window"_L1,   "break"_L1,      "gap"_L1,    "slot"_L1,
                                           "job"_L1,      "pause"_L1,      "period"_L1, "stop"_L1,
                                           "estimate"_L1, "prediction"_L1, "target"_L1};
    constexpr int reach = 4; // tokens
    for (int at = mention.end; at < std::min(int(tokens.size()), mention.end + reach); ++at) {
        if (tokens[size_t(at)].kind == TokenKind::Symbol)
            break;
        const bool isEvent = std::any_of(std::begin(events), std::end(events), [&](Category event) {
            return (event != Category::Work || mention.length.number != day) &&
                   lexicon.longest(event, tokens, at);
        });
        if (isEvent || std::any_of(std::begin(words), std::end(words),
                                   [&](auto word) { return wordAt(tokens, at, word); }))
            return false;
    }
    return true;
}

/// "30,000 events a minute", as against "we moved 3 servers an hour later"
bool isRate(const Tokens &tokens, const Mention &mention)
{
    const int counted = mention.begin - 1;
    const bool isEach = mention.anchor == Anchor::None && (wordAt(tokens, mention.begin, "a"_L1) ||
                                                           wordAt(tokens, mention.begin, "an"_L1));
    constexpr int reach = 2; // words between the number and what it counts
    for (int at = counted - 1; isEach && at >= std::max(0, counted - 1 - reach); --at) {
        if (tokens[size_t(at)].isNumber())
            return tokens[size_t(counted)].text.endsWith(u's');
    }
    return false;
}

/// "for an hour the cache was empty", "for an hour today": what comes next is not what was counted.
bool startsAnother(const Lexicon &lexicon, const Analysis &sentence, const Mention &length, int at)
{
    const bool isTime =
        std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const Mention &other) {
            return other.begin == at && other.begin > length.begin;
        });
    return isTime ||
           (at == length.end && lexicon.longest(Category::Determiner, sentence.tokens, at));
}

} // namespace

bool isOtherLength(const Lexicon &lexicon, const Scene &scene, const Mention &mention)
{
    const Tokens &tokens = scene.sentence->tokens;
    if (isRate(tokens, mention))
        return true;
    // "if you stared at it for 90 seconds and got an error"
    const bool isWhole = scene.revision > 0 && wordAt(tokens, mention.begin - 1, "took"_L1) &&
                         mention.begin <= scene.own->begin + 2; // "done, took 90 seconds"
    if (mention.length.isSeconds && !isWhole && !scene.own->is(Category::Bad) &&
        !scene.own->is(Category::Fails) && !scene.own->is(Category::Lasts) && !scene.isTitle)
        return true;
    // "page loads were normal ten minutes later" is a step, whatever it tells of.
    const bool isStep = mention.anchor == Anchor::Later || mention.anchor == Anchor::Ago;
    const int from = std::max(0, mention.begin - (isStep ? 0 : 4));
    const int to = std::min(int(tokens.size()), mention.end + 4);
    for (int at = from; at < to; ++at) {
        if (at >= mention.begin && at < mention.end)
            continue;
        if (at >= mention.end && (tokens[size_t(at)].kind == TokenKind::Symbol ||
                                  startsAnother(lexicon, *scene.sentence, mention, at)))
            break;
        if (const Match match = lexicon.longest(Category::NotALength, tokens, at)) {
            if (match.entry->text == "none"_L1) {
                at += match.length - 1; // "mail delivery", as against "delivery"
                continue;
            }
            // "of data" and the like count only right behind the number.
            const bool isOf =
                tokens[size_t(at)].text == "of"_L1 || match.entry->text == "behind"_L1;
            // "another 8 minutes before pages loaded"
            const bool isUntil =
                tokens[size_t(at)].text == "before"_L1 && scene.sentence->has(Category::Recovers);
            if (!isUntil && (!isOf || at == mention.end))
                return true;
        }
    }
    // "it stopped ten minutes in"
    if (wordAt(tokens, mention.end, "in"_L1) &&
        (mention.end + 1 >= int(tokens.size()) ||
         tokens[size_t(mention.end + 1)].kind == TokenKind::Symbol))
        return true;
    // "That's 28 minutes of fresh air" is what it came to, whatever it is called.
    const bool isSum =
        std::any_of(scene.own->cues.begin(), scene.own->cues.end(), [&](const Cue &cue) {
            return cue.entry->text == "copula"_L1 && cue.end <= mention.begin;
        });
    if ((!isSum && countsStuff(lexicon, tokens, mention.end)) ||
        namesOther(lexicon, tokens, mention))
        return true;
    // "in the first ten minutes", as against "for the first ten minutes it is offline"
    if (wordAt(tokens, mention.begin - 1, "first"_L1) &&
        !wordAt(tokens, mention.begin - 3, "for"_L1))
        return true;
    // "two of those four hours"
    if (wordAt(tokens, mention.begin - 1, "those"_L1) ||
        wordAt(tokens, mention.begin - 1, "these"_L1))
        return true;
    // A delay of something is its lateness, not how long the trouble lasted.
    const auto word = [&](int back, QLatin1StringView text) {
        return wordAt(tokens, mention.begin - back, text);
    };
    return (word(1, "of"_L1) || word(1, "by"_L1)) &&
           (word(2, "delays"_L1) || word(2, "delay"_L1) || word(2, "delayed"_L1) ||
            word(2, "late"_L1) || word(2, "lag"_L1) || word(2, "behind"_L1) ||
            word(2, "lagging"_L1));
}

bool isDeniedEvent(const Lexicon &lexicon, const Scene &scene, Category event)
{
    if (!scene.is(Category::Negation))
        return false;
    int told = scene.clause->end;
    for (const Cue &cue : scene.clause->cues) {
        if (cue.category == event)
            told = std::min(told, cue.begin);
    }
    if (told == scene.clause->end)
        return true;
    for (int at = scene.clause->begin; at <= told; ++at) {
        if (lexicon.longest(Category::Negation, scene.sentence->tokens, at))
            return true;
    }
    return false;
}

bool tellsShorter(const Lexicon &lexicon, const Scene &scene, const Bounds &period)
{
    const auto &mentions = scene.sentence->mentions;
    return std::any_of(mentions.begin(), mentions.end(), [&](const Mention &other) {
        return other.kind == MentionKind::Length && other.anchor == Anchor::None &&
               !isOtherLength(lexicon, scene, other) && other.length.minutes.hi && period.lo &&
               period.hi &&
               std::chrono::minutes(*other.length.minutes.hi) < *period.hi - *period.lo;
    });
}

std::optional<int> countOf(const Lexicon &lexicon, const Scene &scene)
{
    const Tokens &tokens = scene.sentence->tokens;
    for (int at = scene.clause->begin; at < scene.clause->end; ++at) {
        const auto &mentions = scene.sentence->mentions;
        const auto inside = std::find_if(
            scene.clause->mentions.begin(), scene.clause->mentions.end(), [&](int number) {
                return mentions[size_t(number)].begin <= at && mentions[size_t(number)].end > at;
            });
        if (inside != scene.clause->mentions.end())
            continue;
        if (wordAt(tokens, at, "twice"_L1) && scene.clause->is(Category::Several))
            return 2;
        const auto number = parseQuantity(lexicon, tokens, at);
        if (!number || number->isVague || number->isArticle || number->lo < 2 || number->lo > 50)
            continue;
        // "three rather short outages"
        for (int next = number->end; next < std::min(scene.clause->end, number->end + 4); ++next) {
            if (lexicon.longest(Category::Plural, tokens, next)) {
                // "four times the memory"
                const bool isFactor = wordAt(tokens, next, "times"_L1) &&
                                      (wordAt(tokens, next + 1, "the"_L1) ||
                                       lexicon.longest(Category::More, tokens, next + 1) ||
                                       wordAt(tokens, next + 1, "as"_L1));
                if (isFactor)
                    break;
                return int(number->lo);
            }
            if (lexicon.longest(Category::Unit, tokens, next))
                break;
        }
    }
    return std::nullopt;
}

} // namespace reading
