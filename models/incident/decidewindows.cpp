// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/decider.h"
#include "incident/metrics.h"
#include "incident/statemachine.h"
#include "incident/timerules.h"
#include "timing/arithmetic.h"

#include <algorithm>

namespace incident {

using base::Done;
using base::ErrorKind;
using base::fail;

namespace {

int highestSeq(const std::vector<Window> &windows)
{
    int highest = 0;
    for (const Window &window : windows)
        highest = std::max(highest, window.seq);
    return highest;
}

/// Two of start, length and end say what the third one is.
void deriveThird(Window &window)
{
    const bool bounded = window.duration.hi().has_value();
    if (window.inside || !bounded || window.start.isKnown() == window.end.isKnown())
        return;
    if (window.start.isKnown())
        window.end = timing::plus(window.start, window.duration);
    else
        window.start = timing::minus(window.end, window.duration);
}

} // namespace

void Decider::settleSeveral(Window &window)
{
    if (window.several) {
        window.inside = true;
        return;
    }
    window.count = 0;
    window.total = {};
}

/// What is the only window of its round begins when that was said to have begun: a length that is
/// told later must not move the start when the end is known.
void Decider::beginWithRound(Window &window) const
{
    const bool saysItself =
        window.start.isKnown() || (window.end.isKnown() && window.duration.hi());
    if (window.planned || window.inside || saysItself)
        return;
    const auto actual = m_incident.actualWindows(window.round);
    const bool isOnly =
        std::ranges::all_of(actual, [&](const Window &other) { return other.seq == window.seq; });
    if (isOnly)
        window.start = m_incident.milestone(Milestone::Started, window.round);
}

int Decider::nextWindowSeq() const
{
    return 1 + std::max(highestSeq(m_incident.windows), highestSeq(m_incident.windowHistory));
}

Done Decider::noSuchWindow(int seq) const
{
    QStringList known;
    for (const Window &window : m_incident.windows)
        known << QString::number(window.seq);
    return fail(ErrorKind::NotFound,
                known.isEmpty() ? tr("There is no window %1, nor any other. Add one.").arg(seq)
                                : tr("There is no window %1. Choose one of these: %2.")
                                      .arg(QString::number(seq), known.join(QLatin1String(", "))));
}

Done Decider::putWindow(Window window, const QString &reason, Source source)
{
    const Window *old = m_incident.window(window.seq);
    window.round = old ? old->round : m_incident.round;
    return keepWindow(std::move(window), reason, source);
}

Done Decider::keepWindow(Window window, const QString &reason, Source source)
{
    settleSeveral(window);
    beginWithRound(window);
    deriveThird(window);
    return recordWindow(window, reason, source);
}

Done Decider::recordWindow(const Window &window, const QString &reason, Source source)
{
    std::optional<Window> before;
    if (const Window *old = m_incident.window(window.seq))
        before = *old;
    if (before == window)
        return {};
    if (const Done done = checkWindow(window); !done)
        return done;
    QStringList odd = oddWindow(m_incident, window);
    if (before) {
        for (const QString &answered : oddWindow(m_incident, *before))
            odd.removeAll(answered);
    }
    if (const Done done = ask(odd, reason); !done)
        return done;
    if (window.planned) {
        add(WindowSet{window, reason});
        return {};
    }
    // Its length may say of its bounds what they do not say themselves.
    for (const RoughInstant &at : {window.start, window.end, startOf(window), endOf(window)}) {
        if (const Done done = checkNotInFuture(at, m_occasion.now); !done)
            return done;
    }
    if (!window.start.isKnown()) {
        if (const Done done = checkEndOrder(m_incident, window); !done)
            return done;
    }
    add(WindowSet{window, reason},
        window.start.isKnown() ? std::optional(window.start) : std::nullopt);
    if (const Done done = followStart(window.round, reason, source); !done)
        return done;
    return before ? followEnd(*before, window, reason, source) : Done();
}

int Decider::roundAt(const RoughInstant &start) const
{
    int round = start.lo() ? 1 : m_incident.round;
    for (; round < m_incident.round; ++round) {
        const auto over = m_incident.milestone(Milestone::BackToNormal, round).hi();
        if (over && *start.lo() <= *over)
            break;
    }
    return round;
}

Done Decider::followStart(int round, const QString &reason, Source source)
{
    const auto first = firstWindow(m_incident, round);
    const RoughInstant start = first ? startOf(*first) : RoughInstant();
    if (!start.isKnown() || start == m_incident.milestone(Milestone::Started, round))
        return {};
    if (const Done done = checkOrder(m_incident, Milestone::Started, start, round); !done)
        return done;
    setMilestone(Milestone::Started, start, source, reason, round);
    return {};
}

Done Decider::followEnd(const Window &before, const Window &after, const QString &reason,
                        Source source)
{
    const RoughInstant normal = m_incident.milestone(Milestone::BackToNormal, after.round);
    const RoughInstant end = endOf(after);
    if (!normal.isKnown() || endOf(before) != normal || !end.isKnown() || end == normal)
        return {};
    if (const Done done = checkOrder(m_incident, Milestone::BackToNormal, end, after.round); !done)
        return done;
    if (const Done done =
            ask(newlyOdd(m_incident, Milestone::BackToNormal, end, after.round), reason);
        !done)
        return done;
    setMilestone(Milestone::BackToNormal, end, source, reason, after.round);
    return {};
}

Done Decider::operator()(const PutWindow &command)
{
    Window window = command.window;
    const Window *old = window.seq ? m_incident.window(window.seq) : nullptr;
    if (window.seq && !old)
        return noSuchWindow(window.seq);
    if (old && old->planned != window.planned) {
        return fail(ErrorKind::Refused, tr("What was planned and what happened stand side by side. "
                                           "Add a window of its own."));
    }
    if (window.planned && !m_incident.isMaintenance())
        return fail(ErrorKind::Refused,
                    tr("Only maintenance is planned. Open one, or say what happened."));
    const bool notBegun = m_incident.state == State::Draft || m_incident.state == State::Scheduled;
    if (!window.planned && notBegun)
        return fail(ErrorKind::Refused, tr("This maintenance has not begun. Start it first."));
    if (window.planned && m_incident.state == State::Scheduled && !window.isBounded()) {
        return fail(ErrorKind::Refused,
                    tr("Say when the work is planned and how long it takes at the most."));
    }
    if (!window.seq)
        window.seq = nextWindowSeq();
    if (const Done done = putWindow(window, command.reason); !done)
        return done;
    const Window *now = m_incident.window(window.seq);
    if (now && now->isOpen() && now->round < m_incident.round) {
        return fail(ErrorKind::Refused, tr("This window belongs to an earlier round, which is "
                                           "over. Say when it ended."));
    }
    if (allowsOpenWindow(m_incident.state))
        return {};
    if (now && now->isOpen()) {
        return fail(ErrorKind::Refused, tr("The incident is over. Say when this window ended; if "
                                           "it is back, reopen the incident."));
    }
    return concludeBackToNormal(command.reason);
}

Done Decider::operator()(const WithdrawWindow &command)
{
    const Window *window = m_incident.window(command.seq);
    if (!window)
        return noSuchWindow(command.seq);
    if (!isReason(command.reason))
        return fail(ErrorKind::NeedsReason, tr("Say in a few words why this window is withdrawn."));
    const int round = window->round;
    const bool last = window->planned ? m_incident.plannedWindows().size() == 1
                                      : m_incident.actualWindows().size() == 1;
    if (m_incident.isMaintenance() && last) {
        return fail(ErrorKind::Refused, tr("Without this window nothing would be left of the "
                                           "maintenance. Correct it, or cancel the maintenance."));
    }
    add(WindowWithdrawn{command.seq, command.reason});
    return followStart(round, command.reason, Source::Manual);
}

Done Decider::moveStart(const Stamp &command)
{
    const auto first = firstWindow(m_incident, m_incident.round);
    if (!first) {
        setMilestone(Milestone::Started, command.at, command.source, command.reason);
        return {};
    }
    if (first->inside) {
        return fail(ErrorKind::Refused, tr("The first window only lies between two times. Say in "
                                           "the window itself when it began."));
    }
    Window window = *first;
    window.start = command.at;
    if (const Done done = putWindow(window, command.reason, command.source); !done)
        return done;
    if (m_incident.milestone(Milestone::Started) != command.at) {
        return fail(ErrorKind::Refused, tr("Another window begins before that. Correct the start "
                                           "of that one, or withdraw it."));
    }
    return {};
}

Done Decider::endWindows(const RoughInstant &at, const RoughInstant &was, const QString &reason,
                         Source source)
{
    for (Window window : m_incident.actualWindows()) {
        const bool moved = was.isKnown() && window.end == was;
        if (!window.isOpen() && !moved)
            continue;
        window.end = at;
        const Done done = startsUnsaid(window)
                              ? recordWindow(begunWithRound(window), reason, source)
                              : putWindow(window, reason, source);
        if (!done)
            return done;
    }
    return {};
}

/// Nobody said when it began, but when its round did.
bool Decider::startsUnsaid(const Window &window) const
{
    return !window.start.isKnown() && !window.inside &&
           m_incident.milestone(Milestone::Started, window.round).isKnown();
}

/// An end that is stamped moves no start, so a length told before does not say here when its window
/// began: the only one of its round began with it, if its length allows that, and of any other
/// nobody knows.
Window Decider::begunWithRound(Window window) const
{
    Window whole = window;
    whole.start = m_incident.milestone(Milestone::Started, window.round);
    const bool isOnly = m_incident.actualWindows(window.round).size() == 1;
    return isOnly && checkWindow(whole) ? whole : window;
}

Done Decider::concludeBackToNormal(const QString &reason)
{
    const auto latest = [](const RoughInstant &at) {
        return at.hi().value_or(Instant::max());
    };
    RoughInstant last;
    for (const Window &window : m_incident.actualWindows()) {
        const RoughInstant end = endOf(window);
        if (!last.isKnown() || latest(end) > latest(last))
            last = end;
    }
    const int round = m_incident.round;
    if (!last.isKnown() || m_incident.milestone(Milestone::BackToNormal).isKnown() ||
        !checkOrder(m_incident, Milestone::BackToNormal, last, round))
        return {};
    if (const Done done = ask(newlyOdd(m_incident, Milestone::BackToNormal, last, round), reason);
        !done)
        return done;
    setMilestone(Milestone::BackToNormal, last, Source::Manual, reason);
    return {};
}

} // namespace incident
