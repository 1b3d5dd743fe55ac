// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "entry/moments.h"

#include "timing/walltime.h"
#include "timing/zone.h"

#include <algorithm>

#include <QCoreApplication>

namespace entry {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using timing::Instant;

namespace {

constexpr auto clockTolerance = 60s;
constexpr int halfDay = 12 * 3600;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(entry)
};

bool lies(QTime time, int addDays, const std::optional<Daypart> &part)
{
    if (!part)
        return addDays == 0;
    const int minute = time.msecsSinceStartOfDay() / 60'000 + addDays * 24 * 60;
    return minute >= part->from && minute < part->to;
}

} // namespace

QString clockText(QTime time)
{
    return time.toString(time.second() ? u"HH:mm:ss"_s : u"HH:mm"_s);
}

bool Moments::isPast(Instant at) const
{
    return at <= now() + clockTolerance;
}

bool Moments::mayBePast(const Candidate &candidate) const
{
    if (candidate.named.empty())
        return isPast(timing::looseInstant(candidate.date, candidate.time, m_context.zone));
    return isPast(candidate.named.front());
}

/// What the clock shows on that day, or in a part of it that may run into the next.
std::vector<Moments::Candidate> Moments::candidates(const Clock &clock, QDate date,
                                                    const std::optional<Daypart> &part) const
{
    std::vector<Candidate> all;
    const auto add = [&](QTime time, int days) {
        const QDate day = date.addDays(days);
        Candidate candidate{day, time, timing::instantsOf(day, time, m_context.zone)};
        if (clock.offset)
            candidate.named = {
                timing::fromUtc(QDateTime(day, time, Qt::UTC).addSecs(-*clock.offset))};
        else if (clock.zone)
            candidate.named = timing::instantsOf(day, time, *clock.zone);
        all.push_back(std::move(candidate));
    };
    for (int days = 0; days <= (part ? 1 : 0); ++days) {
        if (lies(clock.time, days, part) || (clock.midnight && !part && days == 0))
            add(clock.time, days + (clock.midnight && !part ? 1 : 0));
        const QTime later = clock.time.addSecs(halfDay);
        if (clock.open && lies(later, days, part))
            add(later, days);
    }
    // A time outside the part of the day that was named beside it is still that time.
    if (all.empty())
        return candidates(clock, date, std::nullopt);
    return all;
}

std::optional<Instant> Moments::first(const Clock &clock)
{
    const std::optional<Day> day = clock.day ? clock.day : m_day;
    if (day) {
        auto fitting = candidates(clock, day->date, day->part);
        const bool anyPast = std::ranges::any_of(
            fitting, [&](const Candidate &candidate) { return mayBePast(candidate); });
        if (anyPast)
            std::erase_if(fitting, [&](const Candidate &one) { return !mayBePast(one); });
        return settle(clock, std::move(fitting));
    }
    const QDate today = timing::toLocal(now(), m_context.zone).date();
    // An offset may be of a calendar that is a day ahead of the zone's.
    for (const int days : {clock.isElsewhere() ? -1 : 0, 0, 1, 2}) {
        auto fitting = candidates(clock, today.addDays(-days), std::nullopt);
        std::erase_if(fitting, [&](const Candidate &one) { return !mayBePast(one); });
        if (!fitting.empty())
            return settle(clock, std::move(fitting));
    }
    return std::nullopt;
}

std::optional<Instant> Moments::next(const Clock &clock, Instant from)
{
    if (clock.day)
        return first(clock);
    const QDate date = timing::toLocal(from, m_context.zone).date();
    std::vector<Candidate> after;
    for (int days = -1; days <= 1; ++days) {
        for (Candidate &one : candidates(clock, date.addDays(days), std::nullopt)) {
            const bool skipped = one.named.empty();
            std::erase_if(one.named, [&](Instant at) { return at < from; });
            const bool gapAfter =
                skipped && timing::looseInstant(one.date, one.time, m_context.zone) >= from;
            if (gapAfter || !one.named.empty())
                after.push_back(std::move(one));
        }
    }
    std::ranges::sort(after, {}, [&](const Candidate &one) {
        return timing::looseInstant(one.date, one.time, m_context.zone);
    });
    if (after.empty())
        return std::nullopt;
    Candidate next = after.front();
    if (mayBePast(next)) {
        std::erase_if(next.named, [&](Instant at) { return !isPast(at); });
        return settle(clock, {next});
    }
    Clock sameDay = clock;
    sameDay.day.reset();
    const std::optional<Day> kept = std::exchange(m_day, std::nullopt);
    const auto before = first(sameDay);
    m_day = kept;
    return before;
}

std::optional<Instant> Moments::settle(const Clock &clock, std::vector<Candidate> candidates)
{
    if (candidates.empty())
        return std::nullopt;
    if (candidates.size() > 1) {
        askHalf(clock, candidates);
        return std::nullopt;
    }
    const Candidate &only = candidates.front();
    if (only.named.size() != 1) {
        askChange(clock, only);
        return std::nullopt;
    }
    return only.named.front();
}

void Moments::askHalf(const Clock &clock, const std::vector<Candidate> &candidates)
{
    Question question;
    question.where = clock.where;
    question.sentence = Words::tr("Is that %1 or %2?")
                            .arg(clockText(candidates[0].time), clockText(candidates[1].time));
    for (const Candidate &one : candidates)
        question.choices.push_back({clockText(one.time), clockText(one.time)});
    m_questions.push_back(std::move(question));
}

void Moments::askChange(const Clock &clock, const Candidate &candidate)
{
    Question question;
    question.where = clock.where;
    timing::WallTime wall;
    wall.time = candidate.time;
    wall.date = candidate.date;
    const auto refused = timing::resolve(wall, m_context, {now(), timing::Lean::Past});
    question.sentence = refused ? Words::tr("Which of the two is meant?") : refused.error().text;
    const QString text = clockText(candidate.time);
    if (candidate.named.empty()) {
        const Instant change = timing::looseInstant(candidate.date, candidate.time, m_context.zone);
        const int skipped =
            m_context.zone.offsetFromUtc(timing::toLocal(change, m_context.zone)) -
            m_context.zone.offsetFromUtc(timing::toLocal(change - 1s, m_context.zone));
        for (const int seconds : {-skipped, skipped}) {
            const QString near = clockText(candidate.time.addSecs(seconds));
            question.choices.push_back({near, near});
        }
    } else {
        for (const Instant at : candidate.named) {
            const QString offset = timing::offsetText(at, m_context.zone);
            question.choices.push_back({text + offset, text + u" UTC"_s + offset});
        }
    }
    m_questions.push_back(std::move(question));
}

std::pair<Instant, Instant> Moments::span(const Day &day) const
{
    const Daypart part = day.part.value_or(Daypart{0, 24 * 60 - 1});
    const auto at = [&](int minute) {
        return timing::looseInstant(day.date.addDays(minute / (24 * 60)),
                                    QTime(0, 0).addSecs(minute % (24 * 60) * 60), m_context.zone);
    };
    const Instant from = at(part.from);
    return {from, from < now() ? std::min(at(part.to), now()) : at(part.to)};
}

} // namespace entry
