// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/timerules.h"

#include "incident/metrics.h"
#include "incident/words.h"
#include "timing/arithmetic.h"

#include <algorithm>

namespace incident {

using namespace std::chrono_literals;
using base::Done;
using base::ErrorKind;
using base::fail;

namespace {

constexpr Span clockTolerance = 60s;
constexpr Span unusuallyLong = 24h;
constexpr Span evidenceTolerance = 5min;

constexpr Milestone allMilestones[] = {
    Milestone::Started,      Milestone::FirstAlert,   Milestone::Detected,
    Milestone::Acknowledged, Milestone::FirstPost,    Milestone::CauseIdentified,
    Milestone::Fixed,        Milestone::BackToNormal, Milestone::AfterEffectsDone,
};

bool surelyAfter(const RoughInstant &a, const RoughInstant &b)
{
    return a.lo() && b.hi() && *a.lo() > *b.hi();
}

/// Whether even their nearest bounds are further apart than that.
bool furtherApart(const RoughInstant &a, const RoughInstant &b, Span distance)
{
    const auto gap = [&](const RoughInstant &later, const RoughInstant &earlier) {
        return later.lo() && earlier.hi() && *later.lo() - *earlier.hi() > distance;
    };
    return gap(a, b) || gap(b, a);
}

/// Whether monitoring saw an alert of that round begin or end, and every one at another time.
bool againstEvidence(const Incident &incident, int round, const RoughInstant &at,
                     RoughInstant AlertEvidence::*what)
{
    bool seen = false;
    for (const AlertEvidence &alert : incident.alerts) {
        if (alert.round != round)
            continue;
        if (!(alert.*what).isKnown() || !furtherApart(alert.*what, at, evidenceTolerance))
            return false;
        seen = true;
    }
    return seen;
}

Done refuseOrder(Milestone other)
{
    return fail(
        ErrorKind::Refused,
        Words::tr("The start cannot come after “%1”. Correct the one of the two that is wrong.")
            .arg(milestoneWords(other)));
}

/// One checker for what several stretches add up to and the time in which all of them lie.
Done checkSeveral(const Window &window)
{
    if (window.count == 1 || window.count < 0) {
        return fail(ErrorKind::Input,
                    Words::tr("Several are two or more. Write how many, or leave it open."));
    }
    const Span room = *window.end.hi() - *window.start.lo();
    const RoughDuration sum = sumOfSeveral(window);
    const bool contradicted = !timing::intersect(window.total, sum);
    if (contradicted || (sum.lo() && *sum.lo() > room) ||
        (window.total.lo() && *window.total.lo() > room)) {
        return fail(ErrorKind::Refused,
                    Words::tr("So many stretches of that length do not fit into that time. Correct "
                              "their number, their lengths or the time."));
    }
    return {};
}

Done refuseStartAfterEnd()
{
    return fail(ErrorKind::Refused,
                Words::tr("The start cannot come after the end of a window. Correct "
                          "the one of the two that is wrong."));
}

} // namespace

QString milestoneWords(Milestone milestone)
{
    switch (milestone) {
    case Milestone::Started:
        return Words::tr("started");
    case Milestone::FirstAlert:
        return Words::tr("first alert");
    case Milestone::Detected:
        return Words::tr("noticed");
    case Milestone::Acknowledged:
        return Words::tr("acknowledged");
    case Milestone::FirstPost:
        return Words::tr("first post");
    case Milestone::CauseIdentified:
        return Words::tr("cause identified");
    case Milestone::Fixed:
        return Words::tr("fixed");
    case Milestone::BackToNormal:
        return Words::tr("back to normal");
    case Milestone::AfterEffectsDone:
        return Words::tr("after-effects over");
    }
    return {};
}

Done checkNotInFuture(const RoughInstant &at, Instant now)
{
    const auto earliest = at.lo() ? at.lo() : at.hi();
    if (earliest && *earliest > now + clockTolerance) {
        return fail(
            ErrorKind::Refused,
            Words::tr("That time has not come yet. Write when it happened, or leave it open."));
    }
    return {};
}

Done checkOrder(const Incident &incident, Milestone milestone, const RoughInstant &at, int round)
{
    if (milestone != Milestone::Started) {
        const RoughInstant started = incident.milestone(Milestone::Started, round);
        return timing::canPrecede(started, at) ? Done() : refuseOrder(milestone);
    }
    for (const Milestone other : allMilestones) {
        if (other == Milestone::Started)
            continue;
        if (!timing::canPrecede(at, incident.milestone(other, round)))
            return refuseOrder(other);
    }
    for (const Window &window : incident.actualWindows(round)) {
        if (!timing::canPrecede(at, endOf(window)))
            return refuseStartAfterEnd();
    }
    return {};
}

Done checkEndOrder(const Incident &incident, const Window &window)
{
    const RoughInstant started = incident.milestone(Milestone::Started, window.round);
    return timing::canPrecede(started, endOf(window)) ? Done() : refuseStartAfterEnd();
}

Done checkWindow(const Window &window)
{
    const auto start = window.start.lo();
    const auto end = window.end.hi();
    if (start && end && *end <= *start) {
        return fail(
            ErrorKind::Refused,
            *end == *start
                ? Words::tr("A window cannot be of no length. Correct its start or its end.")
                : Words::tr(
                      "The window would end before it starts. Correct its start or its end."));
    }
    if (window.inside && (!start || !end)) {
        return fail(
            ErrorKind::Refused,
            Words::tr("A window that lies between two times needs both. Say the other one."));
    }
    const auto shortest = window.duration.lo();
    const auto longest = window.duration.hi();
    if ((longest && *longest <= 0s) || (shortest && *shortest < 0s)) {
        return fail(ErrorKind::Refused,
                    Words::tr("A window cannot be of no length. Write how long it was "
                              "or will be at the most, or leave it open."));
    }
    if (window.several)
        return checkSeveral(window);
    const bool fits = window.inside ? !shortest || *shortest <= *end - *start
                                    : timing::possible(window.start, window.duration, window.end);
    if (!fits) {
        return fail(
            ErrorKind::Refused,
            Words::tr("Start, duration and end contradict each other. Correct one of them."));
    }
    return {};
}

QStringList newlyOdd(const Incident &incident, Milestone milestone, const RoughInstant &at,
                     int round)
{
    struct Order
    {
        Milestone first;
        Milestone second;
    };
    static constexpr Order usual[] = {
        {Milestone::Detected, Milestone::BackToNormal},
        {Milestone::Fixed, Milestone::BackToNormal},
        {Milestone::Detected, Milestone::Acknowledged},
        {Milestone::Detected, Milestone::FirstPost},
    };
    const auto moved = [&](Milestone other) {
        return other == milestone ? at : incident.milestone(other, round);
    };
    QStringList odd;
    for (const Order &order : usual) {
        const bool answered = surelyAfter(incident.milestone(order.first, round),
                                          incident.milestone(order.second, round));
        if (answered || !surelyAfter(moved(order.first), moved(order.second)))
            continue;
        odd << Words::tr("“%1” would come after “%2”. If that is right, say in a few words why; if "
                         "not, correct the time.")
                   .arg(milestoneWords(order.first), milestoneWords(order.second));
    }
    return odd;
}

QStringList oddWindow(const Incident &incident, const Window &window)
{
    QStringList odd;
    const RoughDuration length = lengthOf(window);
    if (length.lo() && *length.lo() > unusuallyLong) {
        odd << Words::tr(
            "The window is longer than a day. If that is right, say in a few words why; if "
            "not, correct its start or its end.");
    }
    if (window.planned)
        return odd;
    // Work is said to begin and end by those who do it, and a script is done in seconds; alerts
    // around it are no evidence.
    const bool measured = !incident.isMaintenance();
    const bool oneMinute = measured && window.start.isExact() && window.end.isExact() &&
                           std::chrono::floor<std::chrono::minutes>(*window.start.lo()) ==
                               std::chrono::floor<std::chrono::minutes>(*window.end.lo());
    if (oneMinute) {
        odd << Words::tr(
            "Start and end lie in the same minute. If that is right, say in a few words why; "
            "if not, correct one of them.");
    }
    if (measured &&
        againstEvidence(incident, window.round, startOf(window), &AlertEvidence::started)) {
        odd << Words::tr(
            "Monitoring saw it begin at another time, more than 5 minutes away. If yours is "
            "right, say in a few words why; if not, correct the start.");
    }
    if (measured && !window.isOpen() &&
        againstEvidence(incident, window.round, endOf(window), &AlertEvidence::ended)) {
        odd << Words::tr(
            "Monitoring saw it end at another time, more than 5 minutes away. If yours is "
            "right, say in a few words why; if not, correct the end.");
    }
    return odd;
}

} // namespace incident
