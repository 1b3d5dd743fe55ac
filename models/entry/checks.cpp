// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "entry/checks.h"

#include "timing/arithmetic.h"
#include "timing/zone.h"
#include "wording/timewords.h"

#include <QCoreApplication>

namespace entry {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using incident::Milestone;
using timing::Instant;
using timing::RoughDuration;
using timing::RoughInstant;
using timing::Span;

namespace {

constexpr Span clockTolerance = 60s;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(entry)
};

/// "15m", "13-17m"; empty without two bounds above nothing.
QString rangeText(const RoughDuration &length)
{
    if (!length.lo() || !length.hi() || *length.lo() <= 0s)
        return {};
    if (*length.lo() == *length.hi())
        return lengthText(*length.lo());
    return lengthText(*length.lo()) + u'-' + lengthText(*length.hi());
}

QString localClock(Instant at, const Moments &moments)
{
    return clockText(timing::toLocal(at, moments.context().zone).time());
}

/// `label` has a place for the text.
void addChoice(Question &question, const QString &label, const QString &text)
{
    if (!text.isEmpty())
        question.choices.push_back({label.arg(text), text});
}

/// The end of the window is a clock time that could be another one.
const Clock *endClock(const Story &story)
{
    if (story.frame && story.frame->kind == Value::Kind::Range)
        return &story.frame->second;
    return story.end && story.end->kind == Value::Kind::At ? &story.end->clock : nullptr;
}

void askContradiction(const Story &story, const Entry &entry, const Moments &moments,
                      std::vector<Question> &questions)
{
    const RoughDuration room =
        timing::notNegative(timing::difference(entry.window.end, entry.window.start));
    Question question;
    question.where = story.length->length.amount;
    question.sentence =
        Words::tr("From start to end are %1, and “%2” is written. Which is right?")
            .arg(wording::lengthWords(room), wording::lengthWords(entry.window.duration));
    addChoice(question, Words::tr("it took %1", "a length"), rangeText(room));
    questions.push_back(question);
    const Clock *end = endClock(story);
    if (end && entry.window.start.isExact() && entry.window.duration.hi()) {
        question.where = end->where;
        question.choices.clear();
        addChoice(question, Words::tr("it ended at %1", "a time of day"),
                  localClock(*entry.window.start.lo() + *entry.window.duration.hi(), moments));
        questions.push_back(question);
    }
}

/// "between 1 and 2 am" and no length: throughout, or some time in it?
void askThroughout(const Story &story, const Entry &entry, const Moments &moments,
                   std::vector<Question> &questions)
{
    Question question;
    question.where = story.frame->where;
    question.sentence = Words::tr("Did it last all that time? If not, add how long it took.");
    question.choices.push_back(
        {Words::tr("all that time"),
         u"from %1 to %2"_s.arg(localClock(*entry.window.start.lo(), moments),
                                localClock(*entry.window.end.hi(), moments))});
    questions.push_back(question);
}

Span stepTotal(const Step &step)
{
    return step.after.hi().value_or(0s);
}

} // namespace

Question stillToCome(const Day &day, const Moments &moments)
{
    Question question;
    question.where = day.where;
    question.sentence = Words::tr("That is still to come: write the day on which it was, or plan "
                                  "what is to come as maintenance.");
    const QDate today = timing::toLocal(moments.now(), moments.context().zone).date();
    if (day.date != today || !day.part)
        return question;
    const QString name = day.part->to > 24 * 60      ? u"last night"_s
                         : day.part->from >= 18 * 60 ? u"yesterday evening"_s
                         : day.part->to == 14 * 60   ? u"yesterday lunchtime"_s
                         : day.part->from >= 12 * 60 ? u"yesterday afternoon"_s
                                                     : u"yesterday morning"_s;
    question.choices.push_back({name, name});
    return question;
}

void checkWindow(const Story &story, const Entry &entry, const Moments &moments,
                 std::vector<Question> &questions)
{
    const incident::Window &window = entry.window;
    const bool spanned = window.start.isKnown() && window.end.isKnown();
    if (story.frame && story.frame->kind == Value::Kind::Between && spanned &&
        !window.duration.isKnown() && !window.several) {
        askThroughout(story, entry, moments, questions);
        return;
    }
    if (spanned && window.duration.isKnown() && story.length) {
        const bool fits = window.inside
                              ? !window.duration.lo() ||
                                    *window.duration.lo() <= *window.end.hi() - *window.start.lo()
                              : timing::possible(window.start, window.duration, window.end);
        if (!fits)
            askContradiction(story, entry, moments, questions);
        return;
    }
    const bool timed = window.start.isKnown() || window.end.isKnown() || !questions.empty();
    if (!timed && story.length && story.steps.empty()) {
        const Stretch where = story.length->where;
        questions.push_back({{where.end(), 0},
                             Words::tr("When was that?"),
                             {{Words::tr("just now"), u" just now"_s}}});
    }
}

void checkSteps(const Story &story, const Entry &entry, const Moments &,
                std::vector<Question> &questions)
{
    const RoughDuration &whole = entry.window.duration;
    if (!story.length || !whole.isKnown() || entry.window.inside)
        return;
    const bool chained = entry.normal.since == Milestone::Fixed &&
                         entry.fixed.since == Milestone::Started && entry.fixed.after.isKnown();
    const RoughDuration told =
        chained ? timing::sum(entry.fixed.after, entry.normal.after) : entry.normal.after;
    const bool fixedTooLate = entry.fixed.since == Milestone::Started && entry.fixed.after.lo() &&
                              whole.hi() && *entry.fixed.after.lo() > *whole.hi();
    const bool normalWrong = told.isKnown() && entry.normal.since != Milestone::Detected &&
                             !timing::intersect(told, whole);
    if (!normalWrong && !fixedTooLate)
        return;
    const RoughDuration sum = normalWrong ? told : entry.fixed.after;
    Question question;
    question.where = story.length->length.amount;
    question.sentence = Words::tr("The steps take %1, and %2 are written for all of it. Which is "
                                  "right?")
                            .arg(wording::lengthWords(sum), wording::lengthWords(whole));
    addChoice(question, Words::tr("%1 in all", "a length"), rangeText(sum));
    questions.push_back(question);
    if (!chained || !normalWrong || !whole.hi() || *whole.hi() <= stepTotal(entry.fixed))
        return;
    for (const Told &step : story.steps) {
        if (!step.value || step.value->link != Value::Link::Before || step.role == Role::Fixed)
            continue;
        question.where = step.value->length.amount;
        question.choices.clear();
        addChoice(question, Words::tr("normal %1 after the fix", "a length"),
                  lengthText(*whole.hi() - stepTotal(entry.fixed)));
        questions.push_back(question);
        return;
    }
}

void checkTimes(const Story &story, const Entry &entry, const Moments &moments,
                std::vector<Question> &questions)
{
    const Instant now = moments.now() + clockTolerance;
    const incident::Window &window = entry.window;
    if (window.end.lo() && *window.end.lo() > now) {
        Question question;
        question.where = story.length  ? story.length->where
                         : story.end   ? story.end->where
                         : story.frame ? story.frame->where
                                       : Stretch();
        question.sentence =
            Words::tr("It would have ended %1, which is still to come. Is it still "
                      "going on?")
                .arg(wording::timeWords(window.end, {moments.context().zone, moments.now()}));
        if (story.length)
            question.choices.push_back({Words::tr("still going"), u"still going"_s});
        questions.push_back(question);
        return;
    }
    // A day that was written may be one that is still to come.
    if (window.start.lo() && *window.start.lo() > now) {
        const std::optional<Day> day = moments.day();
        Question question = stillToCome(day.value_or(Day()), moments);
        if (!day)
            question.where = story.start ? story.start->where : Stretch();
        questions.push_back(question);
        return;
    }
    struct Named
    {
        const Step &step;
        Role role;
    };
    for (const Named &named :
         {Named{entry.detected, Role::Detected}, Named{entry.fixed, Role::Fixed},
          Named{entry.normal, Role::Normal}}) {
        if (timing::canPrecede(window.start, named.step.at))
            continue;
        for (const Told &told : story.steps) {
            if (told.role != named.role && !(told.role == Role::Up && named.role != Role::Detected))
                continue;
            questions.push_back(
                {told.where,
                 Words::tr("That would be before it started. Which of the two is wrong?"),
                 {}});
            break;
        }
    }
}

} // namespace entry
