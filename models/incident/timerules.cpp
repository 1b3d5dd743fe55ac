// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/timerules.h"

#include "timing/arithmetic.h"

#include <algorithm>
#include <QCoreApplication>

namespace incident {

using namespace std::chrono_literals;
using base::Done;
using base::ErrorKind;
using base::fail;

namespace {

constexpr Span clockTolerance = 60s;
constexpr Span unusuallyLong = 24h;

QString tr(const char *text)
{
    return QCoreApplication::translate("incident", text);
}

constexpr Milestone allMilestones[] = {
    Milestone::Started,      Milestone::FirstAlert,   Milestone::Detected,
    Milestone::Acknowledged, Milestone::FirstPost,    Milestone::CauseIdentified,
    Milestone::Fixed,        Milestone::BackToNormal, Milestone::AfterEffectsDone,
};

bool surelyAfter(const RoughInstant &a, const RoughInstant &b)
{
    return a.lo() && b.hi() && *a.lo() > *b.hi();
}

Done refuseOrder(Milestone other)
{
    return fail(ErrorKind::Refused,
                tr("The start cannot come after “%1”. Correct the one of the two that is wrong.")
                    .arg(milestoneWords(other)));
}

} // namespace

QString milestoneWords(Milestone milestone)
{
    switch (milestone) {
    case Milestone::Started:
        return tr("started");
    case Milestone::FirstAlert:
        return tr("first alert");
    case Milestone::Detected:
        return tr("noticed");
    case Milestone::Acknowledged:
        return tr("acknowledged");
    case Milestone::FirstPost:
        return tr("first post");
    case Milestone::CauseIdentified:
        return tr("cause identified");
    case Milestone::Fixed:
        return tr("fixed");
    case Milestone::BackToNormal:
        return tr("back to normal");
    case Milestone::AfterEffectsDone:
        return tr("after-effects over");
    }
    return {};
}

Done checkNotInFuture(const RoughInstant &at, Instant now)
{
    if (at.lo() && *at.lo() > now + clockTolerance) {
        return fail(ErrorKind::Refused,
                    tr("That time has not come yet. Write when it happened, or leave it open."));
    }
    return {};
}

Done checkOrder(const Incident &incident, Milestone milestone, const RoughInstant &at)
{
    if (milestone != Milestone::Started) {
        const RoughInstant started = incident.milestone(Milestone::Started);
        return timing::canPrecede(started, at) ? Done() : refuseOrder(milestone);
    }
    for (const Milestone other : allMilestones) {
        if (other != Milestone::Started && !timing::canPrecede(at, incident.milestone(other)))
            return refuseOrder(other);
    }
    return {};
}

Done checkWindow(const Window &window)
{
    const auto start = window.start.lo();
    const auto end = window.end.hi();
    if (start && end && *end <= *start) {
        return fail(
            ErrorKind::Refused,
            *end == *start
                ? tr("A window cannot be of no length. Correct its start or its end.")
                : tr("The window would end before it starts. Correct its start or its end."));
    }
    if (window.duration.hi() && *window.duration.hi() <= 0s)
        return fail(ErrorKind::Refused, tr("The duration must be longer than nothing."));
    const bool fits = window.inside ? !window.duration.lo() || !start || !end ||
                                          *window.duration.lo() <= *end - *start
                                    : timing::possible(window.start, window.duration, window.end);
    if (!fits) {
        return fail(ErrorKind::Refused,
                    tr("Start, duration and end contradict each other. Correct one of them."));
    }
    return {};
}

QString oddMilestone(const Incident &incident, Milestone milestone, const RoughInstant &at)
{
    const auto current = [&](Milestone other) {
        return other == milestone ? at : incident.milestone(other);
    };
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
    for (const Order &order : usual) {
        const bool concerned = order.first == milestone || order.second == milestone;
        if (concerned && surelyAfter(current(order.first), current(order.second))) {
            return tr("“%1” would come after “%2”. That happens; say in a few words why.")
                .arg(milestoneWords(order.first), milestoneWords(order.second));
        }
    }
    return {};
}

QString oddWindow(const Window &window)
{
    const RoughDuration length = timing::difference(window.end, window.start);
    if (!window.inside && length.lo() && *length.lo() > unusuallyLong)
        return tr("The window is longer than a day. If that is right, say in a few words why.");
    const bool oneMinute = window.start.isExact() && window.end.isExact() &&
                           std::chrono::floor<std::chrono::minutes>(*window.start.lo()) ==
                               std::chrono::floor<std::chrono::minutes>(*window.end.lo());
    if (oneMinute) {
        return tr(
            "Start and end lie in the same minute. If that is right, say in a few words why.");
    }
    return {};
}

} // namespace incident
