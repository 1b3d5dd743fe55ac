// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/discourse.h"

#include "reading/extract.h"
#include "reading/quotes.h"
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
        dropForeignTimes(all.back());
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

    const bool isComing = namesComing(title, parts.front());
    tellComing(title);
    tellComing(parts.front());
    m_story.kind = kindOf(title.sentences, parts.front().sentences, isComing);
    m_story.entryMode = entryModeOf(m_story.kind, title.sentences, parts.front().sentences,
                                    parts.size() > 1, isComing);
    m_story.planned.defaultEffect = Effect::MaintenanceMode;
    m_story.actual.defaultEffect = m_story.kind == Kind::Maintenance   ? Effect::MaintenanceMode
                                   : m_story.kind == Kind::Degradation ? Effect::Degraded
                                                                       : Effect::Down;
    parts.insert(parts.begin(), title);
    for (Part &part : parts) {
        for (Analysis &sentence : part.sentences)
            setAside(m_lexicon, sentence, m_story.kind);
    }
    takeZone(parts);
    title = parts.front();
    readStyle(parts);
    titleDay(title);
    readPart(parts[1]);
    readPart(parts[0]);
    if (m_story.kind == Kind::Maintenance && m_story.entryMode == EntryMode::Planned &&
        m_story.planned.isEmpty())
        m_story.planned.mention(Scene());
    if (m_story.kind != Kind::Maintenance && m_story.actual.isEmpty())
        m_story.actual.mention(Scene()); // told by the post itself, if without a time
    for (size_t i = 2; i < parts.size(); ++i)
        readPart(parts[i]);
    PostFacts facts;
    finish(facts, input, parts);
    return facts;
}

void Discourse::readPart(const Part &part)
{
    m_story.timeBefore = m_story.lastTime;
    m_story.part.reset();
    m_story.isOver = saysOver(part.sentences);
    if (part.isTitle || part.revision == 0)
        m_story.isOver |= m_story.entryMode == EntryMode::Retrospective;
    // In an update on a trouble a clock time is of the day of the update.
    if (part.revision > 0 && m_story.kind != Kind::Maintenance)
        m_story.day.reset();
    for (const Analysis &sentence : part.sentences) {
        ++m_story.sentence;
        if (sentence.startsParagraph)
            m_story.part.reset();
        readSentence(part, sentence);
    }
    m_changer.finish(part.revision);
}

void Discourse::readSentence(const Part &part, const Analysis &sentence)
{
    for (size_t clause = 0; clause < sentence.clauses.size(); ++clause) {
        if (!sentence.clauses[clause].isAside)
            readClause(part, sentence, clause);
    }
}

std::optional<Effect> Discourse::feltIn(const Analysis &sentence, const Clause &clause) const
{
    const auto effect = effectOf(m_lexicon, sentence, clause);
    const bool isClosed = effect == Effect::Down ||
                          (effect == Effect::Partial && !clause.is(Category::PartialEffect));
    // What is switched off on purpose is in maintenance, unless an outage is what it is called.
    const bool isOutage = std::any_of(clause.cues.begin(), clause.cues.end(), [&](const Cue &cue) {
        return cue.category == Category::Bad &&
               sentence.tokens[size_t(cue.end - 1)].text == "outage"_L1;
    });
    return m_story.kind == Kind::Maintenance && isClosed && !isOutage ? Effect::MaintenanceMode
                                                                      : effect;
}

bool Discourse::isAhead(const Part &part, const Scene &scene) const
{
    const bool changesPlan = m_story.kind == Kind::Maintenance &&
                             (scene.is(Category::Cancelled) || scene.is(Category::Moved) ||
                              scene.is(Category::Extended)) &&
                             !scene.is(Category::Ends);
    // "We overran by 25 minutes": done, not extended.
    const bool hasOverrun = scene.tense == Tense::Past && scene.clause->ownTense &&
                            scene.is(Category::Late) && !scene.is(Category::Takes) &&
                            part.revision > 0;
    if (changesPlan && !hasOverrun)
        return true;
    // Before the work is to begin, an update can only tell of what is to come.
    const std::optional<Instant> start = m_story.planned.startOfCurrent().lo;
    if (m_story.kind == Kind::Maintenance && part.revision > 0 && part.posted && start &&
        *part.posted < *start && !scene.clause->mentions.empty() && !scene.is(Category::Ends) &&
        !scene.is(Category::Recovers))
        return true;
    // "We began the work at 9:50": under way, whatever was planned.
    const bool hasBegun = scene.is(Category::Begins) && scene.is(Category::Work) &&
                          scene.tense == Tense::Past && scene.clause->ownTense && !part.isTitle;
    if (m_story.kind == Kind::Maintenance && part.revision == 0 &&
        m_story.entryMode == EntryMode::Planned && !hasBegun)
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
    // "It now starts at 11. Still 30 to 45 minutes."
    const bool isReplaced = m_changer.hasChanged(part.revision) || scene.is(Category::Instead);
    if (scene.tense == Tense::Unsaid && part.revision > 0 && isReplaced)
        return true;
    if (scene.is(Category::Ends) || scene.is(Category::Recovers) || scene.is(Category::Perfect))
        return part.revision == 0 && m_story.entryMode == EntryMode::Planned &&
               !scene.is(Category::Perfect);
    return part.revision == 0 ? m_story.entryMode == EntryMode::Planned
                              : scene.is(Category::Moved) || scene.is(Category::Extended) ||
                                    scene.is(Category::Begins) || scene.is(Category::Cancelled);
}

namespace {

/// A line of a list of outages: "Today at 9:15, for half an hour: everything offline."
bool isItem(const Analysis &sentence)
{
    if (!sentence.startsLine || sentence.mentions.empty() || sentence.mentions.front().begin > 2)
        return false;
    const Mention &first = sentence.mentions.front();
    return first.kind != MentionKind::Length &&
           std::any_of(
               sentence.mentions.begin(), sentence.mentions.end(), [](const Mention &mention) {
                   return mention.kind == MentionKind::Range ||
                          (mention.kind == MentionKind::Length && mention.anchor == Anchor::None);
               });
}

} // namespace

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
    scene.effect = feltIn(sentence, clause);
    const bool ahead = isAhead(part, scene);
    scene.tense = ahead ? Tense::Future : Tense::Past;
    WindowBook &windows = ahead ? m_story.planned : m_story.actual;
    const bool tellsTrouble = clause.is(Category::Bad) || clause.is(Category::Fails) ||
                              clause.is(Category::Degraded) || clause.is(Category::Lasts);
    // "and again at 20:31 for four minutes"
    const bool goesOn = clause.opener == "and"_L1 && clause.mentions.size() > 1 &&
                        !clause.is(Category::Fixes) && part.revision == 0;
    const bool isListed = (m_story.actual.isSeveral() || goesOn) && !clause.mentions.empty() &&
                          !ahead && !clause.is(Category::Recovers) && windows.hasTiming();
    if (isItem(sentence) && number == 0 && m_lastItem == m_story.sentence - 1 && !ahead)
        windows.another();
    if (isItem(sentence))
        m_lastItem = m_story.sentence;
    // "two outages: 20 minutes from 9:40 and 5 minutes from 11:15"
    const bool isPair = goesOn && m_story.actual.isSeveral() && sentence.has(Category::Several) &&
                        !ahead && !clause.hasEvent();
    if (isPair)
        windows.another();
    // "it did not answer again until 10:40" is no other trouble.
    if (clause.is(Category::Again) && !clause.is(Category::Negation) &&
        (tellsTrouble || clause.is(Category::Begins) || isListed) && !clause.is(Category::Fixes))
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
    // "After that, read only." is a phase even before its length is told.
    if (ahead && m_story.kind == Kind::Maintenance && sentence.startsThen && scene.effect &&
        sentence.mentions.empty() && windows.hasTiming() && !part.isTitle)
        windows.phase(scene);
    const auto count = countOf(m_lexicon, scene);
    // "We had trouble with images and the shop 9 times": told in the clauses before.
    const bool isObject =
        number > 0 && !clause.hasEvent() && !clause.mentions.empty() &&
        std::any_of(sentence.clauses.begin(), sentence.clauses.begin() + qsizetype(number),
                    [](const Clause &before) {
                        return before.is(Category::Bad) || before.is(Category::Degraded);
                    });
    if (count && (tellsTrouble || isObject))
        windows.several(count, scene);
    const bool isForeign = ahead && m_story.kind != Kind::Maintenance;
    if (clause.is(Category::Several) && !isForeign &&
        (tellsTrouble || ahead || !clause.mentions.empty()))
        windows.several(count, scene);
    if (m_story.kind == Kind::Maintenance)
        m_changer.close(scene);
    // "It is taking longer than planned" is judged, too.
    if (!ahead ||
        (part.revision > 0 && clause.is(Category::Predicted) && !clause.is(Category::Future)))
        judge(m_story, scene);
    if (!ahead && clause.mentions.empty())
        m_actual.readWithoutTime(scene);
    if (!ahead)
        m_actual.readWatch(scene);
}

namespace {

/// "It was 14:05 when I removed the lock": the time is that of what is told behind it.
bool opensCleft(const Analysis &sentence, size_t own, const Mention &mention)
{
    if (own + 1 >= sentence.clauses.size())
        return false;
    const Clause &clause = sentence.clauses[own];
    const QString &opener = sentence.clauses[own + 1].opener;
    const Tokens &tokens = sentence.tokens;
    const bool isIt =
        wordAt(tokens, clause.begin, "it's"_L1) ||
        (wordAt(tokens, clause.begin, "it"_L1) &&
         (wordAt(tokens, clause.begin + 1, "was"_L1) || wordAt(tokens, clause.begin + 1, "is"_L1)));
    constexpr int reach = 4; // tokens: "it was not until"
    return isIt && mention.kind == MentionKind::Point && mention.begin <= clause.begin + reach &&
           mention.end >= clause.end &&
           (opener == "when"_L1 || opener == "before"_L1 || opener == "that"_L1);
}

} // namespace

void Discourse::readMention(const Part &part, const Analysis &sentence, size_t own,
                            const Mention &mention)
{
    if (opensCleft(sentence, own, mention))
        ++own;
    Scene scene;
    scene.sentence = &sentence;
    scene.clause = &governingClause(sentence, own);
    scene.own = &sentence.clauses[own];
    // "3 minutes after that the last job had run and all was normal"
    const int subject = subjectAt(sentence, *scene.own);
    const bool isStep = mention.kind == MentionKind::Length && mention.anchor == Anchor::Later &&
                        !scene.own->hasEvent() && !wordAt(sentence.tokens, subject, "we"_L1) &&
                        !wordAt(sentence.tokens, subject, "i"_L1);
    // "it took another eight minutes until all was normal"
    const bool isUntil = mention.kind == MentionKind::Length &&
                         (scene.own->is(Category::Takes) || mention.anchor == Anchor::More) &&
                         scene.own->tense == Tense::Past && own + 1 < sentence.clauses.size() &&
                         (sentence.clauses[own + 1].opener == "until"_L1 ||
                          sentence.clauses[own + 1].opener == "before"_L1);
    if ((isStep || isUntil) && own + 1 < sentence.clauses.size() &&
        sentence.clauses[own + 1].is(Category::Recovers))
        scene.clause = &sentence.clauses[own + 1];
    // "six hours of data, from 18:00 to midnight"
    const auto before =
        std::find_if(sentence.mentions.begin(), sentence.mentions.end(), [&](const Mention &other) {
            return other.end <= mention.begin && other.end + 4 >= mention.begin;
        });
    if (mention.kind == MentionKind::Range && before != sentence.mentions.end() &&
        wordAt(sentence.tokens, before->end, "of"_L1) && before->kind == MentionKind::Length &&
        isOtherLength(m_lexicon, scene, *before))
        return;
    // "If step 1 is not ready by 06:00 we go back": what may be, not what is planned.
    if ((scene.own->is(Category::Negation) || scene.own->is(Category::Possible)) &&
        (scene.own->opener == "if"_L1 || scene.own->opener == "unless"_L1))
        return;
    scene.revision = part.revision;
    scene.posted = part.posted;
    scene.postedBefore = part.postedBefore;
    scene.isTitle = part.isTitle;
    scene.opensItem = isItem(sentence) && mention == sentence.mentions.front() &&
                      std::none_of(sentence.tokens.begin(), sentence.tokens.begin() + mention.begin,
                                   [](const Token &token) { return token.isWord(); });
    scene.tense = scene.own->ownTense ? scene.own->tense : scene.clause->tense;
    scene.effect = feltIn(sentence, *scene.clause);
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
    const bool namesDay = mention.kind == MentionKind::Point && !mention.from.clock;
    if (namesDay && mention.from.part)
        m_story.part = mention.from;
    else if (namesDay && mention.from.day.isStated())
        m_story.part.reset();
}

void Discourse::finish(PostFacts &facts, const PostInput &input, const std::vector<Part> &parts)
{
    facts.kind = m_story.kind;
    facts.entryMode = m_story.entryMode;
    facts.zone = input.zone;
    facts.updates = int(parts.size()) - 2;
    const bool wasPlanned =
        m_story.kind != Kind::Maintenance || m_story.entryMode == EntryMode::Planned;
    if (wasPlanned)
        facts.planned = m_story.planned.finished();
    if (m_story.kind == Kind::Maintenance && !facts.planned.empty())
        m_story.actual.assume(facts.planned.front().effect);
    if (m_story.kind != Kind::Maintenance && m_story.actual.isEmpty())
        m_story.actual.mention(Scene());
    const bool hasClock = std::any_of(m_story.milestones.begin(), m_story.milestones.end(),
                                      [](const auto &each) { return each.second.at.isStated(); });
    if (hasClock)
        m_story.actual.dropDays();
    m_story.takeOpening();
    m_story.takeRemedy();
    if (m_story.isOnlyEnd)
        m_story.milestones.erase(MilestoneName::BackToNormal);
    if (m_story.isSaidRecovered && !m_story.actual.hasTiming())
        m_story.milestones.try_emplace(MilestoneName::BackToNormal);
    if (m_story.kind != Kind::Maintenance || m_story.actual.hasTiming())
        facts.actual = m_story.actual.finished();
    facts.milestones = m_story.milestones;
    facts.estimates = m_story.estimates;
    facts.verdict = m_story.verdict;
    facts.warnings = m_wallTime.warnings();
    Quotes quotes(m_lexicon, facts.kind);
    for (const Part &part : parts) {
        for (const Analysis &sentence : part.sentences)
            quotes.take(sentence, part.isTitle ? input.title : input.body, part.isTitle);
    }
    quotes.giveTo(facts);
}

} // namespace reading
