// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/discourse.h"

#include "reading/zonenote.h"

#include <algorithm>

namespace reading {

using namespace Qt::StringLiterals;

/// Whether a date is given, day and month, that is still to come.
bool Discourse::namesComing(const Part &title, const Part &post)
{
    Frame frame;
    frame.posted = post.posted;
    frame.tense = Tense::Unsaid;
    for (const Part *part : {&title, &post}) {
        for (const Analysis &sentence : part->sentences) {
            for (const Clause &clause : sentence.clauses) {
                for (const int number : clause.mentions) {
                    const Mention &mention = sentence.mentions[size_t(number)];
                    const Point &point =
                        mention.kind == MentionKind::Range && !mention.from.day.month
                            ? mention.to
                            : mention.from;
                    // "On Sunday 29 March we're moving all wikis": a day is enough for work.
                    const bool isOfWork = clause.tense == Tense::Present &&
                                          clause.is(Category::Work) && mention.lead != Lead::By &&
                                          mention.lead != Lead::To;
                    // "Change of hosting on 4 November"
                    const bool isTitle = part == &title && mention.kind == MentionKind::Point &&
                                         !clause.is(Category::Fails) && !clause.is(Category::Bad);
                    if (clause.isAside || !point.day.month ||
                        (!point.clock && !isOfWork && !isTitle))
                        continue;
                    const Resolved resolved = m_wallTime.resolve(point, frame);
                    if (resolved.bounds.lo && *resolved.bounds.lo > *post.posted)
                        return true;
                }
            }
        }
    }
    return false;
}

/// "Mirror offline from 02:00 to 03:30 on 20 March": without a verb, the date tells that it is to
/// come.
void Discourse::tellComing(Part &part)
{
    Frame frame;
    frame.posted = part.posted;
    frame.tense = Tense::Unsaid;
    const auto isComing = [&](const Mention &mention) {
        const bool isEnd = mention.kind == MentionKind::Range && !mention.from.day.isStated();
        const Point &point = isEnd ? mention.to : mention.from;
        const bool isOfDay = point.day.month || point.day.offset;
        if (!isOfDay && !(point.part && point.part->isToday))
            return false;
        const Resolved resolved = m_wallTime.resolve(point, frame);
        if (isOfDay)
            return resolved.day && *resolved.day > m_wallTime.dateOf(*part.posted);
        // "from half eight till ten tonight"
        return point.clock && resolved.bounds.lo && *resolved.bounds.lo > *part.posted;
    };
    const auto mayCome = [](const Clause &clause) {
        return !clause.ownTense ||
               (clause.tense == Tense::Present && !clause.is(Category::Perfect));
    };
    const auto tellsClock = [](const Analysis &sentence, const Clause &clause) {
        return std::any_of(clause.mentions.begin(), clause.mentions.end(), [&](int number) {
            const Mention &mention = sentence.mentions[size_t(number)];
            return (mention.kind == MentionKind::Point || mention.kind == MentionKind::Range) &&
                   mention.from.clock;
        });
    };
    bool isAnnounced = false;
    for (Analysis &sentence : part.sentences) {
        for (Clause &clause : sentence.clauses) {
            const bool isNamed =
                std::any_of(clause.mentions.begin(), clause.mentions.end(), [&](int number) {
                    return isComing(sentence.mentions[size_t(number)]);
                });
            // "On Sunday we move the wikis. They go offline at 00:30."
            const bool goesOn = isAnnounced && mayCome(clause) && tellsClock(sentence, clause);
            if ((isNamed && mayCome(clause)) || goesOn)
                clause.tense = Tense::Future;
            isAnnounced |= isNamed && clause.tense == Tense::Future && !clause.isAside;
        }
        const auto &clauses = sentence.clauses;
        if (clauses.empty() || clauses.front().tense != Tense::Future)
            continue;
        for (Clause &clause : sentence.clauses) {
            if (clause.tense == Tense::Unsaid)
                clause.tense = Tense::Future;
        }
    }
}

bool Discourse::isSetAside(const Analysis &sentence, size_t clause, const Mention &mention) const
{
    const Tokens &tokens = sentence.tokens;
    const Clause &at = sentence.clauses[clause];
    for (int token = at.begin; token < at.end; ++token) {
        const Match match = m_lexicon.longest(Category::NotAPoint, tokens, token);
        if (!match)
            continue;
        const int end = token + match.length;
        if (match.entry->text == "none"_L1) {
            token = end - 1; // "mail delivery", as against "delivery"
            continue;
        }
        // "opening hours are 9 to 5": right beside it, or with one small word between.
        const bool isBefore =
            end <= mention.begin + 1 && end + 1 >= mention.begin &&
            (end >= mention.begin || !m_lexicon.longest(Category::ToPoint, tokens, end)) &&
            !wordAt(tokens, end, "back"_L1);
        const bool isBehind = token >= mention.begin && token <= mention.end + 1;
        const bool isNegated = bool(m_lexicon.longest(Category::Negation, tokens, token - 1));
        // "nobody could cancel a class between 11:07 and 11:49"
        const bool isSpan = mention.kind == MentionKind::Range && mention.from.clock;
        const bool isObject = isBefore && match.length == 1 && isSpan &&
                              (mention.lead == Lead::Between
                                   ? sentence.has(Category::Bad) || sentence.has(Category::Fails)
                                   : at.is(Category::Bad));
        // "episodes published since 5:30 are not showing up"
        const bool isSince =
            isBefore && wordAt(tokens, mention.begin, "since"_L1) &&
            (at.is(Category::Bad) || at.is(Category::Fails) || at.is(Category::Degraded));
        if (isObject || isSince)
            continue;
        if ((isBefore || isBehind || match.entry->text == "clause"_L1) && !isNegated)
            return true;
    }
    return false;
}

namespace {

/// "We're taking Postgres from 14 to 16 tonight at 10:30": bare numbers beside a real time.
bool isOfVersions(const Analysis &sentence, const Mention &mention)
{
    const auto isBare = [&](const Point &point) {
        return point.clock && point.clock->certainty == Certainty::Weak && !point.zone &&
               !point.day.isStated();
    };
    if (mention.kind != MentionKind::Range || !isBare(mention.from) || !isBare(mention.to))
        return false;
    return std::any_of(
        sentence.mentions.begin(), sentence.mentions.end(), [&](const Mention &other) {
            return other.begin != mention.begin && other.kind != MentionKind::Length &&
                   other.from.clock && other.from.clock->certainty != Certainty::Weak;
        });
}

} // namespace

/// Opening hours and the like are no times of the story at all.
void Discourse::dropForeignTimes(Analysis &sentence) const
{
    for (size_t clause = 0; clause < sentence.clauses.size(); ++clause) {
        std::erase_if(sentence.clauses[clause].mentions, [&](int number) {
            const Mention &mention = sentence.mentions[size_t(number)];
            return mention.kind != MentionKind::Length &&
                   (isSetAside(sentence, clause, mention) || isOfVersions(sentence, mention));
        });
    }
}

void Discourse::takeZone(std::vector<Part> &parts) const
{
    std::optional<ZoneName> zone;
    for (const Part &part : parts) {
        if (!zone)
            zone = zoneNote(m_lexicon, part.sentences);
    }
    for (Part &part : parts) {
        if (zone)
            giveZone(part.sentences, *zone);
    }
}

void Discourse::readStyle(const std::vector<Part> &parts)
{
    bool isFull = false;
    bool isHalf = false;
    for (const Part &part : parts) {
        for (const Analysis &sentence : part.sentences) {
            for (const Mention &mention : sentence.mentions) {
                for (const Point *point : {&mention.from, &mention.to}) {
                    if (!point->clock)
                        continue;
                    isHalf |= point->clock->half == Half::Am || point->clock->half == Half::Pm;
                    isFull |= point->clock->half == Half::Full && point->clock->isFigures;
                }
            }
        }
    }
    m_story.isFull = isFull && !isHalf;
}

void Discourse::titleDay(const Part &title)
{
    for (const Analysis &sentence : title.sentences) {
        for (const Mention &mention : sentence.mentions) {
            if (mention.kind != MentionKind::Point && mention.kind != MentionKind::Range)
                continue;
            Frame frame;
            frame.posted = title.posted;
            frame.tense =
                m_story.kind == Kind::Maintenance && m_story.entryMode == EntryMode::Planned
                    ? Tense::Future
                    : Tense::Past;
            const Resolved resolved = m_wallTime.resolve(mention.from, frame);
            if (resolved.day)
                m_story.day = resolved.day;
        }
    }
}

} // namespace reading
