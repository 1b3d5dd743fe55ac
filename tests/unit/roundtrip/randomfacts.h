// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/facts.h"
#include "incident/metrics.h"
#include "timing/arithmetic.h"
#include "timing/zone.h"
#include "wording/say.h"

#include <QRandomGenerator>

/// Facts as somebody may have entered them: every precision, shape and state, in twenty zones from
/// 2015 to 2037, half of them in the days when the clocks change.
class RandomFacts
{
public:
    struct Case
    {
        incident::Facts facts;
        base::Instant now{};
        std::optional<wording::Prediction> predicted;
    };

    explicit RandomFacts(quint32 seed)
        : m_random(seed)
    {}

    Case next()
    {
        m_zone = QTimeZone(zones[number(std::size(zones))]);
        m_now = someInstant();
        m_case = {};
        m_case.now = m_now;
        m_case.facts.zone = QString::fromUtf8(m_zone.id());
        m_case.facts.components = components();
        m_case.facts.title = oneIn(3) ? QString() : title();
        if (oneIn(4))
            work();
        else
            trouble();
        return m_case;
    }

private:
    using Instant = base::Instant;
    using Span = base::Span;
    using RoughInstant = timing::RoughInstant;
    using RoughDuration = timing::RoughDuration;
    using Precision = timing::Precision;

    static constexpr const char *zones[] = {
        "Europe/London",    "Europe/Berlin",     "Europe/Lisbon",      "Europe/Helsinki",
        "America/New_York", "America/Chicago",   "America/Denver",     "America/Los_Angeles",
        "America/St_Johns", "America/Sao_Paulo", "Asia/Tokyo",         "Asia/Kolkata",
        "Asia/Kathmandu",   "Asia/Dubai",        "Australia/Sydney",   "Australia/Lord_Howe",
        "Pacific/Auckland", "Africa/Nairobi",    "Atlantic/Reykjavik", "UTC"};

    int number(std::size_t below) { return int(m_random.bounded(quint32(below))); }
    int number(int lo, int hi) { return lo + number(std::size_t(hi - lo + 1)); }
    bool oneIn(int many) { return number(std::size_t(many)) == 0; }
    Span minutes(int lo, int hi) { return std::chrono::minutes(number(lo, hi)); }

    Instant someInstant()
    {
        using namespace std::chrono_literals;
        constexpr Instant first{std::chrono::seconds(1420113600)}; // 2015
        constexpr int days = 22 * 365;
        Instant at = first + std::chrono::days(number(days)) + Span(number(86400));
        if (m_zone.hasTransitions() && oneIn(2)) {
            const auto change = m_zone.nextTransition(timing::toLocal(at, m_zone));
            if (change.atUtc.isValid() && change.atUtc.date().year() <= 2037)
                at = timing::fromUtc(change.atUtc) + Span(number(-3 * 3600, 20 * 3600));
        }
        return at;
    }

    QStringList components()
    {
        static const QStringList all{QStringLiteral("images"), QStringLiteral("search"),
                                     QStringLiteral("mail delivery"), QStringLiteral("the shop")};
        QStringList some;
        for (const QString &one : all) {
            if (oneIn(3))
                some += one;
        }
        return some;
    }

    QString title()
    {
        static const QStringList all{QStringLiteral("Images are not loading"),
                                     QStringLiteral("Search does not answer"),
                                     QStringLiteral("Orders do not go through"),
                                     QStringLiteral("News from the engine room")};
        return all[number(std::size_t(all.size()))];
    }

    QString workTitle()
    {
        static const QStringList all{QStringLiteral("Larger disks for the archive"),
                                     QStringLiteral("New mail servers"), QString()};
        return all[number(std::size_t(all.size()))];
    }

    QString felt()
    {
        static const QStringList all{QString(), QStringLiteral("pictures are missing"),
                                     QStringLiteral("pages may not open")};
        return all[number(std::size_t(all.size()))];
    }

    /// What somebody may know of an instant: it truly is `at`.
    RoughInstant rough(Instant at, bool loosely = true)
    {
        using namespace std::chrono_literals;
        const Instant minute = std::chrono::floor<std::chrono::minutes>(at);
        switch (number(loosely ? 9 : 3)) {
        case 0:
        case 1:
            return RoughInstant::exact(minute);
        case 2:
            return RoughInstant::exact(at);
        case 3:
            return RoughInstant::about(minute, 15min);
        case 4:
            return RoughInstant::about(minute, minutes(1, 12));
        case 5:
            return RoughInstant::between(minute - minutes(0, 1), minute + 1min);
        case 6:
            return RoughInstant::between(minute - minutes(1, 40), minute + minutes(1, 40));
        case 7:
            return oneIn(2) ? RoughInstant::notAfter(minute) : RoughInstant::notBefore(minute);
        default:
            return {};
        }
    }

    RoughDuration rough(Span length)
    {
        using namespace std::chrono_literals;
        const Span whole = std::max<Span>(std::chrono::round<std::chrono::minutes>(length), 1min);
        switch (number(7)) {
        case 0:
            return RoughDuration::exact(length);
        case 1:
            return RoughDuration::about(whole);
        case 2:
            return RoughDuration::between(whole, whole, Precision::About);
        case 3:
            return RoughDuration::between(std::max<Span>(whole - minutes(1, 20), 1min),
                                          whole + minutes(0, 20));
        case 4:
            return RoughDuration::atMost(whole + minutes(0, 10));
        case 5:
            return RoughDuration::atLeast(whole);
        default:
            return {};
        }
    }

    Span someLength()
    {
        using namespace std::chrono_literals;
        static constexpr int usual[] = {1, 5, 10, 15, 20, 30, 45, 60, 90, 120};
        return oneIn(3) ? minutes(1, 300) : Span(std::chrono::minutes(usual[number(10)]));
    }

    void trouble();
    void running();
    void over();
    void listSeveral(Instant end);
    void tellSeveralAsOne(Instant end);
    void work();
    void begunWork(Instant start);
    incident::Window plan(Instant start, bool first);

    QRandomGenerator m_random;
    QTimeZone m_zone;
    Instant m_now{};
    Case m_case;
};

inline void RandomFacts::trouble()
{
    using namespace incident;
    Facts &facts = m_case.facts;
    facts.kind = oneIn(2) ? Kind::Outage : Kind::Degradation;
    static constexpr Effect effects[] = {Effect::Partial, Effect::Degraded, Effect::ReadOnly};
    facts.effect = facts.kind == Kind::Outage ? Effect::Down : effects[number(3)];
    facts.felt = felt();
    if (oneIn(2)) {
        facts.cause.status = oneIn(2) ? CauseStatus::Confirmed : CauseStatus::Suspected;
        facts.cause.text = QStringLiteral("a faulty disk in the cache");
        facts.cause.attribution = oneIn(2) ? Attribution::Own : Attribution::Unknown;
    }
    facts.updatesBefore = number(3);
    if (oneIn(3))
        running();
    else
        over();
}

inline void RandomFacts::running()
{
    using namespace std::chrono_literals;
    using namespace incident;
    Facts &facts = m_case.facts;
    facts.state = State::Active;
    facts.status = facts.cause.status == CauseStatus::Unknown ? PublicStatus::Investigating
                                                              : PublicStatus::Identified;
    facts.started = rough(m_now - someLength());
    if (facts.started.hi() && *facts.started.hi() > m_now)
        facts.started = RoughInstant::notAfter(m_now);
    Window window;
    window.effect = facts.effect;
    window.start = facts.started;
    facts.actual = {window};
    if (oneIn(2))
        facts.estimate = rough(someLength());
    if (oneIn(2))
        facts.nextUpdate =
            RoughInstant::exact(std::chrono::ceil<std::chrono::minutes>(m_now) + minutes(10, 90));
}

inline void RandomFacts::over()
{
    using namespace std::chrono_literals;
    using namespace incident;
    Facts &facts = m_case.facts;
    const bool watched = oneIn(4);
    facts.entry = facts.updatesBefore == 0 ? EntryMode::Retrospective : EntryMode::Live;
    facts.state = watched ? State::Monitoring : State::Restored;
    facts.status = watched ? PublicStatus::Monitoring : PublicStatus::Resolved;
    const Instant end = m_now - minutes(1, oneIn(4) ? 3000 : 200);
    const Span length = someLength() + (oneIn(3) ? Span(number(60)) : 0s);
    facts.started = rough(end - length);
    facts.backToNormal = rough(end, oneIn(2));
    if (oneIn(2))
        facts.fixed = rough(end - length / number(2, 4), false);
    Window window;
    window.effect = facts.effect;
    window.start = facts.started;
    window.end = facts.backToNormal;
    if (oneIn(2))
        window.duration = rough(length);
    if (window.end.isKnown() && !timing::possible(window.start, window.duration, window.end))
        window.duration = {};
    facts.actual = {window};
    facts.duration = lengthOf(window);
    if (oneIn(6))
        listSeveral(end);
    else if (oneIn(10))
        tellSeveralAsOne(end);
    if (facts.updatesBefore > 0 && oneIn(2) && facts.backToNormal.isKnown())
        m_case.predicted = wording::Prediction{rough(someLength()), end - minutes(5, 60)};
}

inline void RandomFacts::listSeveral(Instant end)
{
    using namespace incident;
    Facts &facts = m_case.facts;
    facts.actual.clear();
    std::optional<RoughDuration> total;
    const int count = number(2, 4);
    Instant at = end - std::chrono::hours(5);
    for (int i = 0; i < count; ++i) {
        Window window;
        window.effect = facts.effect;
        const Span length = minutes(3, 40);
        window.start = RoughInstant::exact(std::chrono::floor<std::chrono::minutes>(at));
        at = *window.start.lo() + length;
        window.end = RoughInstant::exact(at);
        at += minutes(5, 20);
        total = total ? timing::sum(*total, lengthOf(window)) : lengthOf(window);
        facts.actual.push_back(window);
    }
    facts.started = facts.actual.front().start;
    facts.backToNormal = facts.actual.back().end;
    facts.fixed = {};
    facts.duration = *total;
}

/// "3 outages between 12:00 and 15:00, 5 to 40 minutes each"
inline void RandomFacts::tellSeveralAsOne(Instant end)
{
    using namespace incident;
    Facts &facts = m_case.facts;
    Window window;
    window.effect = facts.effect;
    window.several = true;
    window.inside = true;
    window.count = oneIn(2) ? number(2, 9) : 0;
    window.end = RoughInstant::exact(std::chrono::floor<std::chrono::minutes>(end));
    window.start = RoughInstant::exact(*window.end.lo() - minutes(200, 400));
    window.duration = RoughDuration::between(minutes(1, 10), minutes(11, 60));
    facts.actual = {window};
    facts.started = startOf(window);
    facts.backToNormal = window.end;
    facts.fixed = {};
    facts.duration = {};
}

inline incident::Window RandomFacts::plan(Instant start, bool first)
{
    using namespace std::chrono_literals;
    using namespace incident;
    static constexpr Effect effects[] = {Effect::MaintenanceMode, Effect::Down, Effect::ReadOnly,
                                         Effect::Partial, Effect::Degraded};
    Window window;
    window.planned = true;
    window.effect = effects[number(5)];
    const Span length = std::max<Span>(someLength(), 2min);
    switch (number(3)) {
    case 0:
        window.duration = RoughDuration::atMost(length);
        break;
    case 1:
        window.duration = RoughDuration::about(length);
        break;
    default:
        window.duration = RoughDuration::between(length, length + minutes(5, 30));
    }
    window.start =
        !first || oneIn(2) ? RoughInstant::exact(start) : RoughInstant::about(start, 15min);
    window.inside = first && oneIn(3);
    if (window.inside) {
        window.start = RoughInstant::exact(start);
        window.end = RoughInstant::exact(start + *window.duration.hi() + minutes(10, 60));
    } else {
        window.end = timing::plus(window.start, window.duration);
    }
    return window;
}

inline void RandomFacts::work()
{
    using namespace std::chrono_literals;
    using namespace incident;
    Facts &facts = m_case.facts;
    facts.kind = Kind::Maintenance;
    facts.entry = EntryMode::Planned;
    facts.title = workTitle();
    const bool ahead = oneIn(2);
    const Instant wanted = ahead ? m_now + minutes(20, 4000) : m_now - minutes(1, 200);
    const Instant start{std::chrono::floor<std::chrono::seconds>(
        std::chrono::floor<std::chrono::minutes>(wanted) -
        std::chrono::floor<std::chrono::minutes>(wanted).time_since_epoch() % 5min)};
    facts.planned = {plan(start, true)};
    if (oneIn(4) && facts.planned.front().end.hi())
        facts.planned.push_back(plan(*facts.planned.front().end.hi(), false));
    facts.effect = facts.planned.front().effect;
    facts.state = oneIn(5) ? State::Cancelled : State::Scheduled;
    facts.status =
        facts.state == State::Scheduled ? PublicStatus::Scheduled : PublicStatus::Completed;
    if (!ahead)
        begunWork(start);
}

inline void RandomFacts::begunWork(Instant start)
{
    using namespace incident;
    Facts &facts = m_case.facts;
    facts.updatesBefore = 1;
    Window window;
    window.effect = facts.effect;
    window.start = RoughInstant::exact(start);
    const Instant end = std::min(start + minutes(1, 100), m_now);
    if (oneIn(2) || end <= start) {
        facts.state = State::InProgress;
        facts.status = PublicStatus::InProgress;
        if (oneIn(3))
            facts.estimate = rough(someLength());
    } else {
        facts.state = State::Completed;
        facts.status = PublicStatus::Completed;
        window.end = rough(end, false);
        facts.duration = lengthOf(window);
        facts.backToNormal = window.end;
    }
    facts.started = window.start;
    facts.actual = {window};
}
