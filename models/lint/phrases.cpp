// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lint/phrases.h"

#include "lint/lint.h"
#include "lint/promisewords.h"
#include "reading/extract.h"
#include "reading/role.h"
#include "timing/zone.h"
#include "wording/postfields.h"

#include <algorithm>

namespace lint {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using reading::Category;
using reading::MentionKind;

namespace {

constexpr int halfDay = 12 * 60;

reading::Kind kindOf(incident::Kind kind)
{
    switch (kind) {
    case incident::Kind::Maintenance:
        return reading::Kind::Maintenance;
    case incident::Kind::Degradation:
        return reading::Kind::Degradation;
    default:
        return reading::Kind::Outage;
    }
}

/// The minutes of the day that a clock may mean: "half eight" leaves the half of the day open.
std::set<int> minutesOf(const reading::Point &point)
{
    if (!point.clock)
        return {};
    const int minute = point.clock->minute;
    const int half = minute % halfDay;
    switch (point.clock->half) {
    case reading::Half::Full:
        return {minute % (2 * halfDay)};
    case reading::Half::Am:
        return {half};
    case reading::Half::Pm:
        return {half + halfDay};
    case reading::Half::Unsaid:
        break;
    }
    return {half, half + halfDay};
}

Topic topicOf(Category event)
{
    switch (event) {
    case Category::Fails:
    case Category::Begins:
        return Topic::Start;
    case Category::Fixes:
        return Topic::Fix;
    case Category::Recovers:
    case Category::Ends:
        return Topic::Normal;
    case Category::Alert:
    case Category::Detects:
    case Category::OwnAction:
    case Category::Other:
        return Topic::Elsewhere;
    default:
        return Topic::Unsaid;
    }
}

/// Where a time phrase stands.
struct Place
{
    const reading::Analysis &sentence;
    std::size_t clause;
    bool isUpdate; ///< the sentence promises to write again
};

class Collector
{
public:
    explicit Collector(const Context &context)
        : m_lexicon(reading::english())
        , m_kind(kindOf(context.facts.kind))
        , m_now(context.now)
        , m_wallTime(wording::readerOf(context.facts, context.now).zone)
    {}

    Phrases collect(const QString &text)
    {
        const reading::Tokens tokens = reading::tokenise(text);
        for (const reading::Sentence &sentence : reading::sentencesOf(m_lexicon, tokens)) {
            reading::Analysis analysis = reading::analyse(m_lexicon, sentence);
            reading::setAside(m_lexicon, analysis, m_kind);
            auto promises = promisesIn(m_lexicon, analysis, m_kind);
            for (std::size_t i = 0; i < analysis.clauses.size(); ++i) {
                for (const int number : analysis.clauses[i].mentions) {
                    const reading::Mention &mention = analysis.mentions[std::size_t(number)];
                    add({analysis, i, isOfUpdate(promises, mention)}, mention);
                }
            }
            for (FoundPromise &promise : promises) {
                findDue(promise, analysis, promises.size() == 1);
                m_phrases.promises.push_back(promise.phrase);
            }
        }
        return std::move(m_phrases);
    }

private:
    void add(const Place &place, const reading::Mention &mention)
    {
        const reading::Clause &own = place.sentence.clauses[place.clause];
        reading::Scene scene;
        scene.sentence = &place.sentence;
        scene.own = &own;
        scene.clause = &reading::governingClause(place.sentence, place.clause);
        scene.tense = own.ownTense ? own.tense : scene.clause->tense;
        scene.posted = m_now;
        if (mention.end <= mention.begin || (mention.kind == MentionKind::Length &&
                                             reading::isOtherLength(m_lexicon, scene, mention)))
            return;
        TimePhrase phrase = placed(place.sentence, mention);
        phrase.isAhead = scene.tense == reading::Tense::Future;
        phrase.isPromised = own.isAside;
        phrase.isUpdate = own.isAside && place.isUpdate;
        phrase.topic = isSetAside(place)
                           ? Topic::Elsewhere
                           : topicOf(reading::eventFor(place.sentence, *scene.clause, mention));
        if (fill(phrase, scene, mention))
            m_phrases.times.push_back(std::move(phrase));
    }

    /// The promise that a time goes with, else the first one, is to write again.
    static bool isOfUpdate(const std::vector<FoundPromise> &promises,
                           const reading::Mention &mention)
    {
        const auto own = std::ranges::find_if(
            promises, [&](const FoundPromise &promise) { return promise.takes(mention); });
        const auto meant = own == promises.end() ? promises.begin() : own;
        return meant != promises.end() && meant->phrase.kind == PromisePhrase::Tell;
    }

    /// The first of its times that is to come; of the sentence if there is no other promise in it.
    void findDue(FoundPromise &found, const reading::Analysis &sentence, bool isOnly)
    {
        PromisePhrase &promise = found.phrase;
        for (const reading::Mention &mention : sentence.mentions) {
            if (!isOnly && !found.takes(mention))
                continue;
            const auto [from, to] = aheadOf(mention);
            if (!to || *to <= m_now)
                continue;
            promise.dueFrom = from;
            promise.dueTo = to;
            return;
        }
    }

    std::pair<std::optional<Instant>, std::optional<Instant>>
    aheadOf(const reading::Mention &mention)
    {
        if (mention.kind == MentionKind::Length)
            return lengthAhead(mention);
        if (mention.kind != MentionKind::Point && mention.kind != MentionKind::Range)
            return {};
        reading::Frame frame;
        frame.posted = m_now;
        frame.tense = reading::Tense::Future;
        const reading::Bounds from = m_wallTime.resolve(mention.from, frame).bounds;
        if (mention.kind == MentionKind::Point)
            return {from.lo, from.hi};
        const auto [start, end] = m_wallTime.resolve(mention.from, mention.to, frame);
        return {start.bounds.lo, end.bounds.hi};
    }

    /// "in half an hour", "for the next two hours"
    std::pair<std::optional<Instant>, std::optional<Instant>>
    lengthAhead(const reading::Mention &mention) const
    {
        using reading::Lead;
        const bool isAhead =
            mention.lead == Lead::In || mention.lead == Lead::For || mention.lead == Lead::Within ||
            mention.anchor == reading::Anchor::Next || mention.anchor == reading::Anchor::FromNow;
        const reading::Minutes &minutes = mention.length.minutes;
        if (!isAhead || !minutes.hi)
            return {};
        const Instant latest = m_now + std::chrono::minutes(*minutes.hi);
        return {minutes.lo ? m_now + std::chrono::minutes(*minutes.lo) : latest, latest};
    }

    /// Opening hours, data of last night, orders placed at ten.
    bool isSetAside(const Place &place) const
    {
        const reading::Clause &clause = place.sentence.clauses[place.clause];
        for (int at = clause.begin; at < clause.end; ++at) {
            if (m_lexicon.longest(Category::NotAPoint, place.sentence.tokens, at))
                return true;
        }
        return false;
    }

    TimePhrase placed(const reading::Analysis &sentence, const reading::Mention &mention) const
    {
        const auto token = [&](int at) -> const reading::Token & {
            return sentence.tokens[std::size_t(at)];
        };
        TimePhrase phrase;
        phrase.start = token(mention.begin).begin;
        phrase.length = token(mention.end - 1).end - phrase.start;
        int lead = 0;
        for (const Category category : {Category::FromPoint, Category::ToPoint, Category::AtPoint})
            lead =
                std::max(lead, m_lexicon.longest(category, sentence.tokens, mention.begin).length);
        if (lead > 0 && mention.begin + lead < mention.end)
            phrase.leadLength = token(mention.begin + lead).begin - phrase.start;
        return phrase;
    }

    bool fill(TimePhrase &phrase, const reading::Scene &scene, const reading::Mention &mention)
    {
        switch (mention.kind) {
        case MentionKind::Length:
            return fillLength(phrase, mention);
        case MentionKind::Point:
        case MentionKind::Range:
            return fillPoint(phrase, scene, mention);
        case MentionKind::Now:
            phrase.kind = TimePhrase::Lately;
            phrase.isRelative = mention.isJustNow;
            phrase.from = m_now - 15min;
            phrase.to = m_now;
            return mention.isJustNow;
        case MentionKind::Immediately:
            break;
        }
        return false;
    }

    bool fillLength(TimePhrase &phrase, const reading::Mention &mention) const
    {
        const reading::Minutes &minutes = mention.length.minutes;
        if (!minutes.isStated())
            return false;
        phrase.kind = TimePhrase::Length;
        if (minutes.lo)
            phrase.atLeast = std::chrono::minutes(*minutes.lo);
        if (minutes.hi)
            phrase.atMost = std::chrono::minutes(*minutes.hi);
        const bool isAgo = mention.anchor == reading::Anchor::Ago;
        if (!isAgo && mention.anchor != reading::Anchor::Last)
            return true;
        const int number = mention.length.number;
        const int slack = isAgo ? reading::fifthOf(number) : 0;
        phrase.kind = TimePhrase::Lately;
        phrase.isRelative = isAgo;
        phrase.from = m_now - std::chrono::minutes(number + slack);
        phrase.to = m_now - std::chrono::minutes(isAgo ? number - slack : 0);
        return isAgo && number > 0;
    }

    bool fillPoint(TimePhrase &phrase, const reading::Scene &scene, const reading::Mention &mention)
    {
        reading::Frame frame;
        frame.posted = m_now;
        frame.tense = phrase.isAhead || phrase.isPromised ? reading::Tense::Future : scene.tense;
        const bool isFrame = mention.kind == MentionKind::Range;
        const reading::Point &from = mention.from;
        phrase.kind = isFrame ? TimePhrase::Frame : TimePhrase::Clock;
        phrase.isLoose =
            from.hedge != reading::PointHedge::None && from.hedge != reading::PointHedge::By;
        phrase.hasDay = from.day.isStated() || from.zone || mention.to.zone;
        phrase.minutes = minutesOf(from);
        phrase.lastMinutes = minutesOf(mention.to);
        const auto [start, end] =
            isFrame ? m_wallTime.resolve(from, mention.to, frame)
                    : std::pair(m_wallTime.resolve(from, frame), reading::Resolved());
        phrase.from = start.bounds.lo ? start.bounds.lo : start.bounds.hi;
        phrase.to = isFrame ? end.bounds.hi : start.bounds.hi;
        const bool isLed = phrase.leadLength > 0 || isFrame;
        phrase.isRelative = isRelative(from, isLed) || (isFrame && isRelative(mention.to, isLed));
        if (!from.clock) {
            phrase.kind = TimePhrase::Day;
            return phrase.isRelative && phrase.from && phrase.to;
        }
        return true;
    }

    /// "tomorrow", "this morning", "on Thursday": only the day of writing tells which. "The Sunday
    /// team" is no time.
    static bool isRelative(const reading::Point &point, bool isLed)
    {
        const bool isWeekday = point.day.weekday && !point.day.dayOfMonth;
        const bool isNamed = isLed || point.clock || point.day.week != reading::WhichWeek::Nearest;
        return point.day.offset || (isWeekday && isNamed) ||
               (point.part && point.part->isToday && !point.day.isStated());
    }

    const reading::Lexicon &m_lexicon;
    reading::Kind m_kind;
    Instant m_now;
    reading::WallTime m_wallTime;
    Phrases m_phrases;
};

} // namespace

Phrases phrasesOf(const QString &text, const Context &context)
{
    return Collector(context).collect(text);
}

} // namespace lint
