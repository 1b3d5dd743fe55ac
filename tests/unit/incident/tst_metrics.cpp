// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/metrics.h"
#include "support/refusals.h"

#include <QTest>

using namespace incident;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using support::liveOutage;
using support::plannedWork;
using support::Story;
using support::utc;
using support::windowFrom;

namespace {

const Instant begin = utc("2026-11-22T15:00:00Z");

RoughInstant at(Span after)
{
    return RoughInstant::exact(begin + after);
}

RoughInstant from(Span lo, Span hi)
{
    return RoughInstant::between(begin + lo, begin + hi);
}

Stamp stamp(Milestone milestone, const RoughInstant &when)
{
    return {milestone, when, Source::Manual, u"as it was"_s};
}

/// Everything has its time: started 0, alert 2, noticed 3, acknowledged 4, post 6, fixed 15,
/// normal 20, all-clear 26 minutes after three o'clock.
Story wholeIncident()
{
    Story story(begin + 2min);
    story.must(liveOutage(at(0s)));
    AlertEvidence alert;
    alert.alert = u"a"_s;
    alert.started = at(0s);
    alert.detected = begin + 2min;
    alert.failingSamples = 2;
    story.must(LinkAlert{alert});
    story.jump(begin + 6min);
    story.must(stamp(Milestone::Detected, at(3min)));
    story.must(stamp(Milestone::Acknowledged, at(4min)));
    story.publish(u"r1"_s, PublicStatus::Investigating);
    story.jump(begin + 26min);
    story.must(stamp(Milestone::Fixed, at(15min)));
    story.must(stamp(Milestone::BackToNormal, at(20min)));
    story.publish(u"r2"_s, PublicStatus::Resolved);
    return story;
}

Story afterwards(const std::vector<Window> &windows)
{
    Story story(begin + 24h);
    OpenIncident command = liveOutage({});
    command.entry = EntryMode::Retrospective;
    command.state = State::Monitoring;
    command.windows = windows;
    command.reason = u"as it was"_s;
    story.must(command);
    return story;
}

Window withLength(Window window, const RoughDuration &length)
{
    window.duration = length;
    return window;
}

Window withEffect(Window window, Effect effect)
{
    window.effect = effect;
    return window;
}

} // namespace

class TestMetrics : public QObject
{
    Q_OBJECT

private slots:
    void aStatedLengthSaysMoreThanItsEnds()
    {
        Story story(begin + 30min);
        OpenIncident told = liveOutage({});
        told.entry = EntryMode::Retrospective;
        told.state = State::Restored;
        told.windows = {windowFrom({}, from(10min, 25min))};
        told.windows.front().duration = RoughDuration::between(5min, 6min);
        story.must(told);
        QCOMPARE(metricsOf(story.incident()).restore, metricsOf(story.incident()).downtime);
        QCOMPARE(metricsOf(story.incident()).restore.hi(), std::optional<Span>(6min));
    }

    void ofAWholeIncident()
    {
        const Metrics metrics = metricsOf(wholeIncident().incident());
        QCOMPARE(metrics.detect, RoughDuration::exact(3min));
        QCOMPARE(metrics.acknowledge, RoughDuration::exact(2min));
        QCOMPARE(metrics.tell, RoughDuration::exact(3min));
        QCOMPARE(metrics.restore, RoughDuration::exact(20min));
        QCOMPARE(metrics.downtime, RoughDuration::exact(20min));
        QCOMPARE(metrics.impaired, RoughDuration());
        QCOMPARE(metrics.allClearLag, RoughDuration::exact(6min));
        QVERIFY(!metrics.running);
    }

    void whatIsUnknownStaysUnknown()
    {
        Story story(begin + 2min);
        story.must(liveOutage({}));
        const Metrics nothing = metricsOf(story.incident());
        QCOMPARE(nothing.detect, RoughDuration());
        QCOMPARE(nothing.acknowledge, RoughDuration());
        QCOMPARE(nothing.tell, RoughDuration());
        QCOMPARE(nothing.restore, RoughDuration());
        QCOMPARE(nothing.downtime, RoughDuration());
        QCOMPARE(nothing.allClearLag, RoughDuration());
        QVERIFY(nothing.running);
    }

    void withoutAcknowledgementThereIsNone()
    {
        Story story = wholeIncident();
        story.must(Unstamp{Milestone::Acknowledged, {}});
        QCOMPARE(metricsOf(story.incident()).acknowledge, RoughDuration());
        story.must(stamp(Milestone::Acknowledged, RoughInstant::notApplicable()));
        QCOMPARE(metricsOf(story.incident()).acknowledge, RoughDuration());
    }

    void whatNoRuleOrdersMayBeNegative()
    {
        Story story = wholeIncident();
        story.must(stamp(Milestone::Acknowledged, at(1min)));
        story.must(stamp(Milestone::Detected, at(9min)));
        const Metrics metrics = metricsOf(story.incident());
        QCOMPARE(metrics.acknowledge, RoughDuration::exact(-1min));
        QCOMPARE(metrics.tell, RoughDuration::exact(-3min));
    }

    void whatARuleOrdersIsNeverNegative()
    {
        Story story(begin + 10min);
        story.must(liveOutage(from(0min, 10min)));
        story.must(stamp(Milestone::Detected, from(5min, 8min)));
        QCOMPARE(metricsOf(story.incident()).detect, RoughDuration::between(0min, 8min));
    }

    void roughTimesGiveIntervals()
    {
        Story story = afterwards({windowFrom(from(0min, 2min), from(20min, 35min))});
        const Metrics metrics = metricsOf(story.incident());
        QCOMPARE(metrics.downtime, RoughDuration::between(18min, 35min));
        QCOMPARE(metrics.restore, RoughDuration::between(18min, 35min));
    }

    void halfOpenTimesGiveHalfOpenFigures()
    {
        Story story(begin + 10min);
        story.must(liveOutage(RoughInstant::notAfter(begin)));
        story.must(stamp(Milestone::BackToNormal, at(8min)));
        QCOMPARE(metricsOf(story.incident()).downtime, RoughDuration::atLeast(8min));
    }

    void statedLengthIsCutToWhatIsPossible()
    {
        const Window window = windowFrom(at(0s), from(20min, 35min));
        QCOMPARE(lengthOf(window), RoughDuration::between(20min, 35min));
        QCOMPARE(lengthOf(withLength(window, RoughDuration::between(30min, 40min))),
                 RoughDuration::between(30min, 35min));
        QCOMPARE(lengthOf(withLength(window, RoughDuration::exact(30min))),
                 RoughDuration::exact(30min));
        QCOMPARE(lengthOf(windowFrom(at(0s))), RoughDuration());
        QCOMPARE(lengthOf(withLength({}, RoughDuration::about(30min))),
                 RoughDuration::about(30min));
    }

    void insideItsBoundsItIsNoLongerThanThey()
    {
        Window window = windowFrom(at(0min), at(60min));
        window.inside = true;
        QCOMPARE(lengthOf(window), RoughDuration::atMost(60min));
        QCOMPARE(startOf(window), from(0min, 60min));
        window.duration = RoughDuration::between(10min, 15min);
        QCOMPARE(lengthOf(window), RoughDuration::between(10min, 15min));
        QCOMPARE(startOf(window), from(0min, 50min));
        QCOMPARE(endOf(window), from(10min, 60min));
        window.duration = RoughDuration::between(50min, 80min);
        QCOMPARE(lengthOf(window), RoughDuration::between(50min, 60min));
        window.end = {};
        QCOMPARE(startOf(window), RoughInstant::notBefore(begin));
        QCOMPARE(endOf(window), RoughInstant());
        QCOMPARE(lengthOf(window), window.duration);
    }

    void windowsAddUpByEffect()
    {
        const Window hour = windowFrom(at(0min), at(60min));
        Story story =
            afterwards({withEffect(hour, Effect::Down), withEffect(hour, Effect::Partial),
                        withEffect(hour, Effect::Degraded), withEffect(hour, Effect::ReadOnly),
                        withEffect(hour, Effect::MaintenanceMode), withEffect(hour, Effect::None)});
        const Metrics metrics = metricsOf(story.incident());
        QCOMPARE(metrics.downtime, RoughDuration::exact(2h));
        QCOMPARE(metrics.impaired, RoughDuration::exact(3h));
        QCOMPARE(troubleLength(story.incident()), RoughDuration::exact(5h));
    }

    void oneUnknownPartMakesTheSumUnknown()
    {
        Story story = afterwards({windowFrom(at(0min), at(10min)), windowFrom({}, at(40min))});
        QCOMPARE(metricsOf(story.incident()).downtime, RoughDuration());
        QVERIFY(!metricsOf(story.incident()).running);
    }

    void atLeastStaysAtLeast()
    {
        Story story = afterwards(
            {windowFrom(at(0min), at(10min)), windowFrom(RoughInstant::notAfter(begin), at(5min))});
        QCOMPARE(metricsOf(story.incident()).downtime, RoughDuration::atLeast(15min));
    }

    void whatRunsIsNotCounted()
    {
        Story story(begin + 30min);
        story.must(liveOutage(at(0s)));
        story.must(PutWindow{windowFrom(at(0s), at(10min)), {}});
        const Metrics metrics = metricsOf(story.incident());
        QCOMPARE(metrics.downtime, RoughDuration::exact(10min));
        QVERIFY(metrics.running);
    }

    void twoWindowsOfAReopenedIncident()
    {
        Story story(begin);
        story.must(liveOutage(at(0s)));
        story.jump(begin + 21min);
        story.must(stamp(Milestone::BackToNormal, from(20min, 21min)));
        story.publish(u"r1"_s, PublicStatus::Resolved);
        const Metrics first = metricsOf(story.incident());
        story.jump(begin + 112min);
        story.must(Reopen{windowFrom(from(111min, 112min)), u"the alert fired again"_s});
        QVERIFY(metricsOf(story.incident()).running);
        story.jump(begin + 125min);
        story.must(stamp(Milestone::BackToNormal, at(125min)));
        story.publish(u"r2"_s, PublicStatus::Resolved);
        Metrics both = metricsOf(story.incident());
        // From the first start to the last end it would be 125 minutes.
        QCOMPARE(both.downtime, RoughDuration::between(33min, 35min));
        QCOMPARE(troubleLength(story.incident()), RoughDuration::between(13min, 14min));
        both.downtime = first.downtime;
        QCOMPARE(both, first);
    }

    void restoreIsOfTheWindowThatBeganFirst()
    {
        Story story =
            afterwards({windowFrom(at(30min), at(90min)), windowFrom(at(0min), at(10min))});
        QCOMPARE(metricsOf(story.incident()).restore, RoughDuration::exact(10min));
        QCOMPARE(firstWindow(story.incident(), 1)->seq, 2);
        QVERIFY(!firstWindow(story.incident(), 2));
    }

    void anAllClearBeforeItWasBackIsNone()
    {
        Story story = wholeIncident();
        story.must(Unstamp{Milestone::BackToNormal, {}});
        QCOMPARE(metricsOf(story.incident()).allClearLag, RoughDuration());
        story.jump(begin + 40min);
        story.must(stamp(Milestone::BackToNormal, at(40min)));
        QCOMPARE(metricsOf(story.incident()).allClearLag, RoughDuration());
        story.jump(begin + 41min);
        story.publish(u"r3"_s, PublicStatus::Resolved);
        QCOMPARE(metricsOf(story.incident()).allClearLag, RoughDuration::exact(1min));
    }

    void someGiveNoFigures()
    {
        Story work(begin);
        work.must(plannedWork(at(0s), RoughDuration::atMost(10min)));
        work.must(StartMaintenance{at(0s)});
        work.pass(10min);
        work.must(FinishMaintenance{at(10min), {}});
        QCOMPARE(metricsOf(work.incident()), Metrics());
        Story near(begin + 1min);
        OpenIncident command = liveOutage(at(0s));
        command.kind = Kind::NearMiss;
        near.must(command);
        QCOMPARE(metricsOf(near.incident()), Metrics());
        Story nothing(begin + 1min);
        command = liveOutage(at(0s));
        command.state = State::Suspected;
        nothing.must(command);
        QVERIFY(metricsOf(nothing.incident()).running);
        nothing.must(Advance{State::Dismissed, u"the monitor was wrong"_s});
        QCOMPARE(metricsOf(nothing.incident()), Metrics());
    }
};

QTEST_GUILESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
