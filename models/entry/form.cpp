// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "entry/form.h"

#include "timing/arithmetic.h"
#include "timing/linkedtimes.h"
#include "wording/timewords.h"

#include <QCoreApplication>

namespace entry {

using base::Done;
using base::ErrorKind;
using base::fail;
using base::passOn;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using timing::LinkedTimes;
using timing::RoughDuration;
using timing::RoughInstant;
using timing::TimeField;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(entry)
};

LinkedTimes linked(const incident::Window &window)
{
    LinkedTimes times(window.start, window.duration, window.end,
                      window.inside ? LinkedTimes::Shape::Inside : LinkedTimes::Shape::Occupies);
    return times;
}

/// The steps that were told as lengths follow the start.
void followSteps(Entry &entry)
{
    const RoughInstant start = entry.window.inside ? RoughInstant() : entry.window.start;
    for (Step *step : {&entry.detected, &entry.fixed, &entry.normal}) {
        if (!step->after.isKnown())
            continue;
        const RoughInstant from = step->since == incident::Milestone::Fixed      ? entry.fixed.at
                                  : step->since == incident::Milestone::Detected ? entry.detected.at
                                                                                 : start;
        step->at = from.isKnown() ? timing::stepAfter(from, step->after) : RoughInstant();
    }
}

} // namespace

Form::Form(timing::FieldContext context)
    : m_context(std::move(context))
{
    m_context.lean = timing::Lean::Past;
}

void Form::setLine(const QString &line)
{
    m_line = line;
    m_entry = readLine(line, m_context);
}

RoughDuration Form::lengthOf(Field field) const
{
    const auto between = [](const RoughInstant &from, const Step &step, incident::Milestone since) {
        if (step.after.isKnown() && step.since == since)
            return step.after;
        return timing::lengthAfter(from, step.at).value_or(RoughDuration());
    };
    const RoughInstant start = m_entry.window.inside ? RoughInstant() : m_entry.window.start;
    switch (field) {
    case Field::Length: {
        if (m_entry.window.duration.isKnown() || m_entry.window.inside)
            return m_entry.window.duration;
        return timing::lengthAfter(start, m_entry.window.end).value_or(RoughDuration());
    }
    case Field::DetectedAfter:
        return between(start, m_entry.detected, incident::Milestone::Started);
    case Field::FixedAfter:
        return between(start, m_entry.fixed, incident::Milestone::Started);
    case Field::NormalAfter:
        return between(m_entry.fixed.at, m_entry.normal, incident::Milestone::Fixed);
    default:
        return {};
    }
}

QString Form::text(Field field) const
{
    const incident::Window &window = m_entry.window;
    const auto time = [&](const RoughInstant &at) {
        return at.isKnown() ? timing::fieldText(at, m_context) : QString();
    };
    const auto length = [](std::optional<timing::Span> span) {
        return span ? timing::fieldText(RoughDuration::exact(*span)) : QString();
    };
    switch (field) {
    case Field::Start:
        return time(window.start);
    case Field::End:
        return time(window.end);
    case Field::Detected:
        return time(m_entry.detected.at);
    case Field::Fixed:
        return time(m_entry.fixed.at);
    case Field::Normal:
        return time(m_entry.normal.at);
    case Field::Count:
        return !window.several     ? QString()
               : window.count == 0 ? Words::tr("several")
                                   : QString::number(window.count);
    case Field::Shortest:
        return window.several ? length(window.duration.lo()) : QString();
    case Field::Longest:
        return window.several ? length(window.duration.hi()) : QString();
    default:
        return timing::fieldText(lengthOf(field));
    }
}

Done Form::edit(Field field, const QString &text)
{
    if (text.trimmed() == this->text(field))
        return {};
    switch (field) {
    case Field::Start:
    case Field::Length:
    case Field::End:
        return editSpan(field, text);
    case Field::Detected:
        return editStep(m_entry.detected, text);
    case Field::Fixed:
        return editStep(m_entry.fixed, text);
    case Field::Normal:
        return editSpan(Field::End, text);
    case Field::DetectedAfter:
        return editStepAfter(m_entry.detected, text, false);
    case Field::FixedAfter:
        return editStepAfter(m_entry.fixed, text, false);
    case Field::NormalAfter:
        return editStepAfter(m_entry.normal, text, true);
    case Field::Count:
    case Field::Shortest:
    case Field::Longest:
        return editSeveral(field, text);
    }
    return {};
}

Done Form::take(Entry next)
{
    const incident::Window &window = next.window;
    const bool fits = window.inside || timing::possible(window.start, window.duration, window.end);
    if (!fits)
        return fail(ErrorKind::Input,
                    Words::tr("Start, length and end contradict each other. Correct one of them."));
    for (const Step *step : {&next.detected, &next.fixed, &next.normal}) {
        if (!timing::canPrecede(window.start, step->at)) {
            return fail(ErrorKind::Input,
                        Words::tr("That would be before it started. Correct one of the two."));
        }
    }
    m_entry = std::move(next);
    return {};
}

Done Form::editSpan(Field field, const QString &text)
{
    Entry next = m_entry;
    LinkedTimes times = linked(next.window);
    const TimeField edited = field == Field::Start ? TimeField::Start
                             : field == Field::End ? TimeField::End
                                                   : TimeField::Length;
    if (edited != TimeField::Start)
        times.hold(TimeField::Start);
    if (const Done done = times.edit(edited, text, m_context); !done)
        return done;
    next.window.start = times.start();
    next.window.end = times.end();
    next.window.duration = times.isStated(TimeField::Length) ? times.length() : RoughDuration();
    if (!next.window.inside) {
        next.normal = {next.window.end, {}, incident::Milestone::Started, next.normal.told};
    }
    next.running = next.running && !next.window.end.isKnown();
    followSteps(next);
    return take(std::move(next));
}

Done Form::editStep(Step &step, const QString &text)
{
    const auto at = timing::instantFromField(text, m_context);
    if (!at)
        return passOn(at);
    const Step before = step;
    step = {*at, {}, incident::Milestone::Started, at->isKnown()};
    Entry next = m_entry;
    step = before;
    followSteps(next);
    return take(std::move(next));
}

Done Form::editStepAfter(Step &step, const QString &text, bool afterFix)
{
    const auto length = timing::durationFromField(text);
    if (!length)
        return passOn(length);
    const auto since = afterFix ? incident::Milestone::Fixed : incident::Milestone::Started;
    const bool anchored = afterFix ? m_entry.fixed.at.isKnown()
                                   : m_entry.window.start.isKnown() && !m_entry.window.inside;
    if (length->isKnown() && !anchored) {
        return fail(ErrorKind::Input, Words::tr("A length needs a beginning: say first when the "
                                                "step before it was."));
    }
    const Step before = step;
    step = {{}, *length, since, length->isKnown()};
    Entry next = m_entry;
    step = before;
    followSteps(next);
    if (!afterFix)
        return take(std::move(next));
    // The trouble ends with it; the length of the whole follows.
    next.window.end = next.normal.at;
    next.window.duration = {};
    return take(std::move(next));
}

Done Form::editSeveral(Field field, const QString &text)
{
    Entry next = m_entry;
    incident::Window &window = next.window;
    const QString typed = text.trimmed();
    if (field == Field::Count) {
        bool isNumber = false;
        const int count = typed.toInt(&isNumber);
        if (isNumber && (count < 1 || count > 999))
            return fail(ErrorKind::Input, Words::tr("Write how many there were, or “several”."));
        window.several = !typed.isEmpty() && !(isNumber && count == 1);
        window.count = isNumber && count > 1 ? count : 0;
        window.inside = window.several && window.start.isKnown() && window.end.isKnown();
        return take(std::move(next));
    }
    const auto length = timing::durationFromField(typed);
    if (!length)
        return passOn(length);
    const auto lo = field == Field::Shortest ? length->lo() : window.duration.lo();
    const auto hi = field == Field::Longest ? length->hi() : window.duration.hi();
    if (lo && hi && *lo > *hi)
        return fail(ErrorKind::Input, Words::tr("The shortest cannot be longer than the longest."));
    window.several = true;
    window.duration = lo && hi ? RoughDuration::between(*lo, *hi)
                      : hi     ? RoughDuration::atMost(*hi)
                      : lo     ? RoughDuration::atLeast(*lo)
                               : RoughDuration();
    window.inside = window.start.isKnown() && window.end.isKnown();
    return take(std::move(next));
}

QString Form::sum() const
{
    const RoughDuration toFix = lengthOf(Field::FixedAfter);
    const RoughDuration toNormal = lengthOf(Field::NormalAfter);
    if (!toFix.isKnown() || !toNormal.isKnown())
        return {};
    const RoughDuration sum = timing::sum(toFix, toNormal);
    const QString left = u"%1 + %2 = %3"_s.arg(
        wording::lengthWords(toFix), wording::lengthWords(toNormal), wording::lengthWords(sum));
    const RoughDuration whole = lengthOf(Field::Length);
    if (!whole.isKnown() || timing::intersect(sum, whole))
        return left;
    return Words::tr("%1, not %2", "a sum, a length").arg(left, wording::lengthWords(whole));
}

} // namespace entry
