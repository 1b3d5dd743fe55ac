// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "entry/itemscan.h"
#include "entry/moments.h"

#include <QCoreApplication>
#include <QLocale>

namespace entry {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(entry)
};

bool scanAbout(Cursor &cursor)
{
    return cursor.phrase(
        {u"around", u"about", u"roughly", u"approximately", u"approx", u"circa", u"ca", u"~"});
}

bool scanAtOnce(Cursor &cursor)
{
    cursor.phrase({u"pretty much", u"almost", u"more or less"});
    return cursor.phrase({u"at once", u"straight away", u"straightaway", u"right away",
                          u"immediately", u"instantly", u"same minute"});
}

/// "14:10-14:30 CET": what is named behind one end is meant for both.
void shareZone(Clock &to, const Clock &from)
{
    if (to.isElsewhere() || !from.zoneNamed)
        return;
    to.offset = from.offset;
    to.zone = from.zone;
}

} // namespace

bool ItemScan::scanValue(Value &value, bool behindRole)
{
    const std::size_t start = m_cursor.position();
    using Scan = bool (ItemScan::*)(Value &);
    for (const Scan scan :
         {&ItemScan::scanNow, &ItemScan::scanSpan, &ItemScan::scanSteps, &ItemScan::scanTimes}) {
        m_cursor.rewind(start);
        if ((this->*scan)(value))
            return true;
    }
    m_cursor.rewind(start);
    return scanPlainLength(value, behindRole);
}

bool ItemScan::scanNow(Value &value)
{
    if (m_cursor.phrase({u"just now", u"a moment ago", u"moments ago", u"a minute ago"})) {
        value.kind = Value::Kind::JustNow;
        return true;
    }
    const std::size_t start = m_cursor.position();
    if (scanAtOnce(m_cursor)) {
        value.kind = Value::Kind::AtOnce;
        return true;
    }
    m_cursor.rewind(start);
    value.kind = Value::Kind::Now;
    return m_cursor.phrase({u"right now", u"now"});
}

/// Lengths that say what they count from.
bool ItemScan::scanSteps(Value &value)
{
    value.kind = Value::Kind::Length;
    const std::size_t start = m_cursor.position();
    struct Leading
    {
        QStringView words;
        Value::Link link;
    };
    static constexpr Leading leading[] = {
        {u"+|then another|another|then|plus", Value::Link::Before},
        {u"after|in", Value::Link::Started},
        {u"for|lasted|lasting|took|length|duration", Value::Link::Whole},
    };
    for (const Leading &one : leading) {
        m_cursor.rewind(start);
        if (!m_cursor.alternatives(one.words))
            continue;
        // "in 2 outages" and "for 3 times" are no lengths; "after 13:40" is a time.
        if (scanClock(m_cursor, {m_context}))
            return false;
        if (const auto length = scanLength(m_cursor, true)) {
            value.link = one.link;
            value.length = *length;
            if (m_cursor.phrase({u"later", u"after that"}))
                value.link = Value::Link::Before;
            return true;
        }
    }
    m_cursor.rewind(start);
    const auto length = scanLength(m_cursor, true);
    if (!length)
        return false;
    value.length = *length;
    if (m_cursor.phrase({u"later", u"after that", u"more"}))
        value.link = Value::Link::Before;
    else if (length->hasUnit && m_cursor.phrase({u"in all", u"altogether", u"total"}))
        value.link = Value::Link::Whole;
    else if (m_cursor.phrase({u"after the start", u"after it started", u"into it"}) ||
             (!m_cursor.sees({u"in the", u"in this"}) && m_cursor.phrase({u"in"})))
        value.link = Value::Link::Started;
    else if (length->hasUnit && m_cursor.phrase({u"ago"}))
        value.kind = Value::Kind::Ago;
    else
        return false;
    return true;
}

std::optional<Clock> ItemScan::clockWithDay(bool bareToo, bool numberTo)
{
    const std::size_t start = m_cursor.position();
    const bool about = scanAbout(m_cursor);
    auto clock = scanClock(m_cursor, {m_context, bareToo, numberTo});
    if (!clock) {
        m_cursor.rewind(start);
        return std::nullopt;
    }
    const bool ish = m_cursor.phrase({u"ish", u"- ish", u"or thereabouts", u"give or take"});
    clock->about = clock->about || about || ish;
    const std::size_t behind = m_cursor.position();
    std::optional<DayQuestion> question;
    clock->day = scanDay(m_cursor, m_context, question);
    if (question) {
        clock->day.reset();
        m_cursor.rewind(behind);
    }
    return clock;
}

/// "by", "after", "just before"
bool ItemScan::scanBound(Value &value)
{
    using Bound = Value::Bound;
    static constexpr std::pair<QStringView, Bound> bounds[] = {
        {u"just after|shortly after|soon after|a bit after|just past|just gone", Bound::JustAfter},
        {u"just before|shortly before|a bit before", Bound::JustBefore},
        {u"before|by|no later than|not after", Bound::NotAfter},
        {u"after|not before", Bound::NotBefore},
    };
    for (const auto &[phrases, bound] : bounds) {
        if (!m_cursor.alternatives(phrases))
            continue;
        value.bound = bound;
        return true;
    }
    return false;
}

/// "sun 8am"
std::optional<Clock> ItemScan::clockBehindDay()
{
    const std::size_t start = m_cursor.position();
    std::optional<DayQuestion> question;
    const auto day = scanDay(m_cursor, m_context, question);
    auto clock = day && !question ? clockWithDay(true, true) : std::nullopt;
    if (!clock || clock->day) {
        m_cursor.rewind(start);
        return std::nullopt;
    }
    clock->day = day;
    return clock;
}

/// "quarter past" behind "from 2pm till": of the hour told before, or of the next.
std::optional<Clock> ItemScan::minuteOnly(const Clock &first)
{
    const std::size_t start = m_cursor.position();
    std::optional<int> minute;
    if (m_cursor.word(u"half"))
        minute = 30;
    else if (m_cursor.phrase({u"a quarter", u"quarter"}))
        minute = 15;
    else if (!(minute = m_cursor.digits(1, 2)))
        minute = scanNumberWord(m_cursor);
    if (!minute || *minute >= 60 || !m_cursor.word(u"past")) {
        m_cursor.rewind(start);
        return std::nullopt;
    }
    Clock clock = first;
    clock.time = QTime(first.time.hour(), *minute);
    if (clock.time <= first.time)
        clock.time = clock.time.addSecs(3600);
    clock.day.reset();
    clock.about = false;
    clock.where = m_cursor.since(start);
    return clock;
}

bool ItemScan::scanTimes(Value &value)
{
    const std::size_t start = m_cursor.position();
    if (m_cursor.phrase({u"some time between", u"sometime between", u"between"})) {
        value.kind = Value::Kind::Between;
        return scanRange(value, true);
    }
    value.kind = Value::Kind::Range;
    const bool from = m_cursor.word(u"from");
    if (scanRange(value, from))
        return true;
    m_cursor.rewind(start);
    if (from)
        return false;
    const bool bound = scanBound(value);
    const bool preposition = m_cursor.phrase({u"at", u"on"}) || bound || m_behindStart;
    value.kind = Value::Kind::At;
    const std::size_t begin = m_cursor.position();
    // "Friday at 4": the day in front is its own item.
    const bool behindStart = start > 0 && preposition;
    const auto clock = clockWithDay(preposition || behindStart, preposition);
    if (!clock) {
        m_cursor.rewind(begin);
        value.bound = Value::Bound::None;
        return false;
    }
    value.clock = *clock;
    return true;
}

/// "13:45-14:10", "1 to 2 am", "half eight last night till ten to nine"
bool ItemScan::scanRange(Value &value, bool bareToo)
{
    const auto first = clockWithDay(true, bareToo);
    const bool joined =
        first && m_cursor.phrase({u"-", u"to", u"until", u"till", u"til", u"through", u"and"});
    auto second = joined ? clockWithDay(bareToo, true) : std::nullopt;
    if (joined && !second)
        second = minuteOnly(*first);
    const bool dayFirst = joined && !second;
    if (dayFirst)
        second = clockBehindDay();
    if (!second)
        return false;
    value.clock = *first;
    value.second = *second;
    shareZone(value.clock, value.second);
    shareZone(value.second, value.clock);
    // "1 to 2 am": of the same clock, before the second.
    if (value.clock.open && second->half) {
        QTime time = value.clock.time;
        if (second->time.hour() >= 12)
            time = time.addSecs(12 * 3600);
        if (time >= second->time)
            time = time.addSecs(12 * 3600);
        value.clock.time = time;
        value.clock.open = false;
    }
    if (dayFirst)
        return true; // "sat 9am to sun 8am": each has its own
    if (!value.clock.day && second->day && second->day->part) {
        value.clock.day = second->day;
        value.second.day.reset();
    } else if (!value.clock.day && second->day) {
        value.clock.day = second->day;
        if (second->time > value.clock.time)
            value.second.day.reset();
    }
    return true;
}

bool ItemScan::scanSpan(Value &value)
{
    m_cursor.phrase({u"sometime", u"some time", u"at some point", u"some point"});
    std::optional<DayQuestion> question;
    const auto day = scanDay(m_cursor, m_context, question);
    if (!day)
        return false;
    value.kind = Value::Kind::Span;
    value.day = *day;
    if (question) {
        const QLocale locale(Words::tr("en_GB"));
        Question which{question->where, Words::tr("Which day is that?"), {}};
        for (const QDate date : {question->first, question->second})
            which.choices.push_back(
                {locale.toString(date, u"d MMMM yyyy"_s), date.toString(Qt::ISODate)});
        m_questions.push_back(std::move(which));
    }
    return true;
}

bool ItemScan::scanPlainLength(Value &value, bool behindRole)
{
    const std::size_t start = m_cursor.position();
    value.kind = Value::Kind::Length;
    auto length = scanLength(m_cursor, behindRole);
    if (!length) {
        // "10 fixed", "5 to 40": a bare number in front of a milestone is in minutes.
        length = scanLength(m_cursor, true);
        Cursor ahead = m_cursor;
        const auto role = length ? scanRoleWords(ahead) : std::nullopt;
        if (!role || *role == Role::Start || *role == Role::End) {
            m_cursor.rewind(start);
            return false;
        }
    }
    value.length = *length;
    return true;
}

/// "5 to 10" in figures alone: minutes, or a time?
bool ItemScan::askNumbers()
{
    const std::size_t start = m_cursor.position();
    const auto a = m_cursor.digits(1, 2);
    const bool joined = a && m_cursor.phrase({u"to", u"-"});
    const auto b = joined ? m_cursor.digits(1, 2) : std::nullopt;
    if (!b) {
        m_cursor.rewind(start);
        return false;
    }
    Question question{m_cursor.since(start), Words::tr("Are these minutes or a time?"), {}};
    const QString minutes = u"%1-%2m"_s.arg(std::min(*a, *b)).arg(std::max(*a, *b));
    question.choices.push_back({minutes, minutes});
    if (*a < 60 && *b >= 1 && *b <= 12) {
        const QTime time = QTime((*b + 11) % 12, 60 - *a);
        if (time.isValid()) {
            const QString clock = time.toString(u"h:mm"_s);
            question.choices.push_back({clock, clock});
        }
    }
    m_questions.push_back(std::move(question));
    return true;
}

} // namespace entry
