// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/discourse.h"

#include "reading/extract.h"
#include "reading/revision.h"

#include <algorithm>

namespace reading {

using namespace Qt::StringLiterals;

Discourse::Discourse(const Lexicon &lexicon, const QTimeZone &zone)
    : m_lexicon(lexicon)
    , m_wallTime(zone)
    , m_actual(lexicon, m_wallTime, m_story)
    , m_changer(lexicon, m_wallTime, m_story)
    , m_plan(lexicon, m_wallTime, m_story, m_changer)
{}

Analyses Discourse::analysesOf(const Tokens &tokens) const
{
    Analyses all;
    for (const Sentence &sentence : sentencesOf(m_lexicon, tokens)) {
        all.push_back(analyse(m_lexicon, sentence));
        setAside(m_lexicon, all.back(), Kind::Maintenance);
    }
    return all;
}

PostFacts Discourse::read(const PostInput &input)
{
    std::vector<Part> parts;
    std::optional<Instant> before;
    for (const Revision &revision :
         revisionsOf(m_lexicon, input.body, input.posted, input.updatePosted, m_wallTime)) {
        Part part;
        part.sentences = analysesOf(revision.tokens);
        part.posted = revision.posted;
        part.postedBefore = before;
        part.revision = int(parts.size());
        before = revision.posted;
        parts.push_back(std::move(part));
    }
    Part title;
    title.sentences = analysesOf(tokenise(input.title));
    title.posted = input.posted;
    title.isTitle = true;

    m_story.kind = kindOf(title.sentences, parts.front().sentences);
    m_story.entryMode = entryModeOf(m_story.kind, title.sentences, parts.front().sentences);
    m_story.planned.defaultEffect = Effect::MaintenanceMode;
    m_story.actual.defaultEffect = m_story.kind == Kind::Maintenance   ? Effect::MaintenanceMode
                                   : m_story.kind == Kind::Degradation ? Effect::Degraded
                                                                       : Effect::Down;
    parts.insert(parts.begin(), title);
    for (Part &part : parts) {
        for (Analysis &sentence : part.sentences)
            setAside(m_lexicon, sentence, m_story.kind);
    }
    readStyle(parts);
    titleDay(title);
    readPart(parts[1]);
    readPart(parts[0]);
    for (size_t i = 2; i < parts.size(); ++i)
        readPart(parts[i]);
    PostFacts facts;
    finish(facts, input, parts);
    return facts;
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

void Discourse::readPart(const Part &part)
{
    m_story.isOver = saysOver(part.sentences);
    if (part.isTitle || part.revision == 0)
        m_story.isOver |= m_story.entryMode == EntryMode::Retrospective;
    for (const Analysis &sentence : part.sentences) {
        ++m_story.sentence;
        readSentence(part, sentence);
    }
    m_changer.finish(part.revision);
}

bool Discourse::isSetAside(const Analysis &sentence, size_t clause) const
{
    const Clause &at = sentence.clauses[clause];
    for (int token = at.begin; token < at.end; ++token) {
        if (m_lexicon.longest(Category::NotAPoint, sentence.tokens, token))
            return true;
    }
    return false;
}

void Discourse::readSentence(const Part &part, const Analysis &sentence)
{
    for (size_t clause = 0; clause < sentence.clauses.size(); ++clause) {
        if (!sentence.clauses[clause].isAside)
            readClause(part, sentence, clause);
    }
}

bool Discourse::isAhead(const Part &part, const Scene &scene) const
{
    const bool changesPlan = m_story.kind == Kind::Maintenance &&
                             (scene.is(Category::Cancelled) || scene.is(Category::Moved) ||
                              scene.is(Category::Extended)) &&
                             !scene.is(Category::Ends);
    if (changesPlan)
        return true;
    if (m_story.kind == Kind::Maintenance && part.revision == 0 &&
        m_story.entryMode == EntryMode::Planned)
        return true;
    switch (scene.tense) {
    case Tense::Future:
        return true;
    case Tense::Past:
        return false;
    case Tense::Present:
    case Tense::Unsaid:
        break;
    }
    if (m_story.kind != Kind::Maintenance)
        return false;
    if (scene.is(Category::Ends) || scene.is(Category::Recovers) || scene.is(Category::Perfect))
        return part.revision == 0 && m_story.entryMode == EntryMode::Planned &&
               !scene.is(Category::Perfect);
    return part.revision == 0 ? m_story.entryMode == EntryMode::Planned
                              : scene.is(Category::Moved) || scene.is(Category::Extended) ||
                                    scene.is(Category::Begins) || scene.is(Category::Cancelled);
}

void Discourse::readClause(const Part &part, const Analysis &sentence, size_t number)
{
    const Clause &clause = sentence.clauses[number];
    Scene scene;
    scene.sentence = &sentence;
    scene.clause = scene.own = &clause;
    scene.revision = part.revision;
    scene.posted = part.posted;
    scene.postedBefore = part.postedBefore;
    scene.isTitle = part.isTitle;
    scene.tense = clause.tense;
    scene.effect = effectOf(m_lexicon, sentence, clause);
    const bool ahead = isAhead(part, scene);
    scene.tense = ahead ? Tense::Future : Tense::Past;
    WindowBook &windows = ahead ? m_story.planned : m_story.actual;
    const bool tellsTrouble = clause.is(Category::Bad) || clause.is(Category::Fails) ||
                              clause.is(Category::Degraded) || clause.is(Category::Lasts);
    if (clause.is(Category::Again) && (tellsTrouble || clause.is(Category::Begins)) &&
        !clause.is(Category::Fixes))
        windows.another();
    if (scene.effect &&
        (ahead || m_story.kind != Kind::Maintenance || *scene.effect != Effect::Degraded))
        windows.feel(*scene.effect, scene);
    for (const int mention : clause.mentions) {
        if (const int times = sentence.mentions[size_t(mention)].times; times > 1)
            windows.several(times, scene);
    }
    for (const int mention : clause.mentions)
        readMention(part, sentence, number, sentence.mentions[size_t(mention)]);
    const auto count = countOf(m_lexicon, scene);
    if (count && tellsTrouble)
        windows.several(count, scene);
    if (clause.is(Category::Several) && (tellsTrouble || !clause.mentions.empty()) &&
        (ahead ? m_story.kind == Kind::Maintenance : m_story.kind != Kind::Maintenance || true))
        windows.several(count, scene);
    if (m_story.kind == Kind::Maintenance)
        m_changer.close(scene);
    if (!ahead)
        judge(m_story, scene);
    if (!ahead && clause.mentions.empty())
        m_actual.readWithoutTime(scene);
}

void Discourse::readMention(const Part &part, const Analysis &sentence, size_t own,
                            const Mention &mention)
{
    Scene scene;
    scene.sentence = &sentence;
    scene.clause = &governingClause(sentence, own);
    scene.own = &sentence.clauses[own];
    if (mention.kind != MentionKind::Length && isSetAside(sentence, own))
        return;
    // "six hours of data, from 18:00 to midnight"
    const auto before =
        std::find_if(sentence.mentions.begin(), sentence.mentions.end(), [&](const Mention &other) {
            return other.end <= mention.begin && other.end + 4 >= mention.begin;
        });
    if (mention.kind == MentionKind::Range && before != sentence.mentions.end() &&
        before->kind == MentionKind::Length && isOtherLength(m_lexicon, scene, *before))
        return;
    scene.revision = part.revision;
    scene.posted = part.posted;
    scene.postedBefore = part.postedBefore;
    scene.isTitle = part.isTitle;
    scene.tense = scene.own->ownTense ? scene.own->tense : scene.clause->tense;
    scene.effect = effectOf(m_lexicon, sentence, *scene.clause);
    const bool ahead = isAhead(part, scene);
    scene.tense = ahead ? Tense::Future : Tense::Past;
    scene.lastTime = m_story.lastTime;
    if (m_story.kind == Kind::Maintenance && m_changer.read(scene, sentence.clauses[own], mention))
        return;
    if (!ahead && mention.kind == MentionKind::Length && judgeLength(m_story, scene, mention))
        return;
    if (ahead)
        m_plan.read(scene, mention);
    else
        m_actual.read(scene, mention);
}

void Discourse::finish(PostFacts &facts, const PostInput &input, const std::vector<Part> &parts)
{
    facts.kind = m_story.kind;
    facts.entryMode = m_story.entryMode;
    facts.zone = input.zone;
    facts.updates = int(parts.size()) - 2;
    facts.planned = m_story.planned.finished();
    if (m_story.kind != Kind::Maintenance && m_story.actual.isEmpty())
        m_story.actual.mention(Scene());
    if (m_story.kind != Kind::Maintenance || m_story.actual.hasTiming())
        facts.actual = m_story.actual.finished();
    facts.milestones = m_story.milestones;
    facts.estimates = m_story.estimates;
    facts.verdict = m_story.verdict;
    facts.warnings = m_wallTime.warnings();
    for (const Part &part : parts) {
        const QString &text = part.isTitle ? input.title : input.body;
        for (const Analysis &sentence : part.sentences)
            extract(m_lexicon, sentence, text, facts);
    }
}

} // namespace reading
