// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/discourse.h"

#include "reading/zonenote.h"

#include <algorithm>

namespace reading {

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
                    if (clause.isAside || !point.day.month || (!point.clock && !isOfWork))
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
            const bool goesOn =
                isAnnounced && clause.tense == Tense::Unsaid && tellsClock(sentence, clause);
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
