// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timing/linkedtimes.h"

#include "timing/arithmetic.h"

#include <algorithm>

#include <QCoreApplication>

namespace timing {

using base::Done;
using base::ErrorKind;
using base::fail;
using base::passOn;
using namespace std::chrono_literals;

namespace {

constexpr std::array fields{TimeField::Start, TimeField::Length, TimeField::End};

constexpr std::size_t index(TimeField field)
{
    return std::size_t(field);
}

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(timing)
};

bool endsTooEarly(const RoughInstant &start, const RoughInstant &end)
{
    return start.lo() && end.hi() && *end.hi() <= *start.lo();
}

/// Whether the length fits somewhere between the two.
bool fitsInside(const RoughInstant &start, const RoughDuration &length, const RoughInstant &end)
{
    return !start.lo() || !end.hi() || !length.lo() || *length.lo() <= *end.hi() - *start.lo();
}

bool isZero(const RoughDuration &length)
{
    return length.hi() && *length.hi() <= 0s;
}

Done checkValues(const LinkedTimes &times, const FieldContext &context)
{
    if (isZero(times.length()))
        return fail(
            ErrorKind::Input,
            Words::tr("A length of 0 would mean that nothing happened; write how long it took, or "
                      "leave the length empty."));
    if (endsTooEarly(times.start(), times.end()))
        return fail(ErrorKind::Input,
                    Words::tr("The end, %1, is not after the start, %2; correct one of them.")
                        .arg(fieldText(times.end(), context), fieldText(times.start(), context)));
    const bool fits = times.shape() == LinkedTimes::Shape::Inside
                          ? fitsInside(times.start(), times.length(), times.end())
                          : possible(times.start(), times.length(), times.end());
    if (!fits)
        return fail(
            ErrorKind::Input,
            Words::tr(
                "A length of “%1” does not fit with the start, %2, and the end, %3; correct one of "
                "them.")
                .arg(fieldText(times.length()), fieldText(times.start(), context),
                     fieldText(times.end(), context)));
    return {};
}

} // namespace

LinkedTimes::LinkedTimes(const RoughInstant &start, const RoughDuration &length,
                         const RoughInstant &end, Shape shape)
    : m_start(start)
    , m_length(length)
    , m_end(end)
    , m_shape(shape)
{
    for (const TimeField field : {TimeField::Length, TimeField::End, TimeField::Start})
        state(field, known(field));
    if (shape == Shape::Inside)
        return;
    if (std::ranges::all_of(fields, [this](TimeField field) { return isStated(field); })) {
        if (notNegative(difference(end, start)) == length)
            state(TimeField::Length, false);
        else if (plus(start, length) == end)
            state(TimeField::End, false);
    } else if (const auto third = derived(); third && !endsTooEarly(start, end)) {
        derive(*third);
    }
}

bool LinkedTimes::isStated(TimeField field) const
{
    return m_stated[index(field)] > 0;
}

std::optional<TimeField> LinkedTimes::derived() const
{
    if (m_shape == Shape::Inside ||
        std::ranges::count_if(fields, [this](TimeField field) { return isStated(field); }) != 2)
        return std::nullopt;
    for (const TimeField field : fields) {
        if (!isStated(field) && !m_held[index(field)])
            return field;
    }
    return std::nullopt;
}

void LinkedTimes::hold(TimeField field, bool held)
{
    m_held[index(field)] = held;
}

Done LinkedTimes::setStart(const RoughInstant &start, const FieldContext &context)
{
    LinkedTimes next = *this;
    next.m_start = start;
    return take(next, TimeField::Start, context);
}

Done LinkedTimes::setLength(const RoughDuration &length, const FieldContext &context)
{
    LinkedTimes next = *this;
    next.m_length = length;
    return take(next, TimeField::Length, context);
}

Done LinkedTimes::setEnd(const RoughInstant &end, const FieldContext &context)
{
    LinkedTimes next = *this;
    next.m_end = end;
    return take(next, TimeField::End, context);
}

Done LinkedTimes::setShape(Shape shape, const FieldContext &context)
{
    LinkedTimes next = *this;
    next.m_shape = shape;
    next.settle({});
    if (const Done fits = checkValues(next, context); !fits)
        return fits;
    *this = next;
    return {};
}

Done LinkedTimes::edit(TimeField field, QStringView typed, const FieldContext &context)
{
    if (typed.trimmed() == text(field, context))
        return {};
    if (field == TimeField::Length) {
        const auto length = durationFromField(typed);
        return length ? setLength(*length, context) : Done(passOn(length));
    }
    const auto at = instantFromField(typed, context);
    if (!at)
        return passOn(at);
    return field == TimeField::Start ? setStart(*at, context) : setEnd(*at, context);
}

QString LinkedTimes::text(TimeField field, const FieldContext &context) const
{
    switch (field) {
    case TimeField::Start:
        return fieldText(m_start, context);
    case TimeField::Length:
        return fieldText(m_length);
    case TimeField::End:
        break;
    }
    return fieldText(m_end, context);
}

void LinkedTimes::state(TimeField field, bool stated)
{
    m_stated[index(field)] = stated ? ++m_lastStated : 0;
}

bool LinkedTimes::known(TimeField field) const
{
    switch (field) {
    case TimeField::Start:
        return m_start.isKnown();
    case TimeField::Length:
        return m_length.isKnown();
    case TimeField::End:
        break;
    }
    return m_end.isKnown();
}

Done LinkedTimes::take(LinkedTimes next, TimeField edited, const FieldContext &context)
{
    next.state(edited, next.known(edited));
    next.settle(edited);
    if (const Done fits = checkValues(next, context); !fits)
        return fits;
    *this = next;
    return {};
}

void LinkedTimes::settle(std::optional<TimeField> edited)
{
    const bool allStated =
        std::ranges::all_of(fields, [this](TimeField field) { return isStated(field); });
    if (allStated && m_shape == Shape::Occupies) {
        std::optional<TimeField> oldest;
        for (const TimeField field : fields) {
            const bool free = field != edited && !m_held[index(field)];
            if (free && (!oldest || m_stated[index(field)] < m_stated[index(*oldest)]))
                oldest = field;
        }
        if (oldest)
            state(*oldest, false);
    }
    for (const TimeField field : fields) {
        if (!isStated(field))
            clear(field);
    }
    if (const auto third = derived())
        derive(*third);
}

void LinkedTimes::clear(TimeField field)
{
    if (!known(field))
        return;
    if (field == TimeField::Start)
        m_start = {};
    else if (field == TimeField::Length)
        m_length = {};
    else
        m_end = {};
}

void LinkedTimes::derive(TimeField field)
{
    if (field == TimeField::Start)
        m_start = minus(m_end, m_length);
    else if (field == TimeField::End)
        m_end = plus(m_start, m_length);
    else if (!endsTooEarly(m_start, m_end))
        m_length = notNegative(difference(m_end, m_start));
}

RoughInstant stepAfter(const RoughInstant &previous, const RoughDuration &length)
{
    return plus(previous, length);
}

std::optional<RoughDuration> lengthAfter(const RoughInstant &previous, const RoughInstant &at)
{
    const auto apart = [](const auto &a, const auto &b) -> std::optional<Span> {
        return a && b ? std::optional(*a - *b) : std::nullopt;
    };
    const auto lo = apart(at.lo(), previous.lo());
    const auto hi = apart(at.hi(), previous.hi());
    std::vector<RoughDuration> candidates;
    if (lo || hi)
        candidates.push_back(RoughDuration::exact(lo.value_or(hi.value_or(0s))));
    if (lo && hi && *lo <= *hi) {
        for (const auto precision : {Precision::Between, Precision::About, Precision::Daypart})
            candidates.push_back(RoughDuration::between(*lo, *hi, precision));
    }
    if (lo)
        candidates.push_back(RoughDuration::atLeast(*lo));
    for (const RoughDuration &length : candidates) {
        if (length.lo() >= Span(0) && stepAfter(previous, length) == at)
            return length;
    }
    return std::nullopt;
}

} // namespace timing
