// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/refusals.h"

#include <QTest>

/// What the rules on time are tried on.
namespace rules {

using namespace incident;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using support::liveOutage;
using support::plannedWork;
using support::Story;
using support::utc;
using support::windowFrom;

const Instant begin = utc("2026-11-22T16:08:00Z");

inline RoughInstant at(Span after)
{
    return RoughInstant::exact(begin + after);
}

inline Stamp stamp(Milestone milestone, const RoughInstant &when, const QString &reason = {})
{
    return {milestone, when, Source::Manual, reason};
}

inline Window windowOf(Window window, const RoughDuration &length)
{
    window.duration = length;
    return window;
}

inline Window insideOf(const RoughInstant &start, const RoughInstant &end,
                       const RoughDuration &length)
{
    Window window = windowOf(windowFrom(start, end), length);
    window.inside = true;
    return window;
}

inline Window severalOf(int count, const RoughDuration &length)
{
    Window window = windowOf(windowFrom(at(0s), at(1h)), length);
    window.several = true;
    window.count = count;
    return window;
}

/// A correction of the first window.
inline Window numbered(Window window)
{
    window.seq = 1;
    return window;
}

inline Window longestPlan(const RoughInstant &start, const RoughInstant &end)
{
    Window window = windowOf(windowFrom(start, end), RoughDuration::atMost(1h));
    window.planned = true;
    return window;
}

/// Down since 16:08, looked at from half an hour later on.
inline Story running()
{
    Story story(begin + 30min);
    story.must(liveOutage(at(0s)));
    return story;
}

inline Story restored()
{
    Story story = running();
    story.must(stamp(Milestone::BackToNormal, at(20min)));
    return story;
}

inline Story scheduled()
{
    Story story(begin - 1h);
    story.must(plannedWork(at(0s), RoughDuration::atMost(1h)));
    return story;
}

inline Story begun()
{
    Story story = scheduled();
    story.jump(begin);
    story.must(StartMaintenance{at(0s)});
    return story;
}

inline Story watched()
{
    Story story = running();
    AlertEvidence alert;
    alert.alert = u"a"_s;
    alert.started = at(0s);
    alert.detected = begin + 12min;
    alert.ended = at(20min);
    alert.failingSamples = 2;
    story.must(LinkAlert{alert});
    return story;
}

template <class Rule>
void rowsOf(const std::vector<Rule> &rules)
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < rules.size(); ++i)
        QTest::newRow(rules[i].rule.constData()) << int(i);
}

} // namespace rules
