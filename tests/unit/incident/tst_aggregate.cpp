// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/aggregate.h"
#include "incident/metrics.h"
#include "support/roughsample.h"
#include "support/story.h"

#include <algorithm>
#include <QTest>

using namespace incident;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using support::liveOutage;
using support::plannedWork;
using support::Story;
using support::utc;
using support::windowFrom;
using timing::Precision;
using Reasons = std::vector<std::pair<LeftOut, int>>;

namespace {

const Instant begin = utc("2026-11-22T15:00:00Z");

RoughInstant at(Span after)
{
    return RoughInstant::exact(begin + after);
}

RoughDuration between(Span lo, Span hi)
{
    return RoughDuration::between(lo, hi);
}

/// Down from three o'clock for so long, noticed after `noticed`.
Incident outage(const RoughDuration &length, const RoughInstant &noticed = {})
{
    Story story(begin + 24h);
    OpenIncident command = liveOutage({});
    command.entry = EntryMode::Retrospective;
    command.state = State::Restored;
    command.windows = {windowFrom(at(0s))};
    command.windows.front().duration = length;
    command.detected = noticed;
    command.reason = u"as it was"_s;
    story.must(command);
    return story.incident();
}

Incident running()
{
    Story story(begin + 5min);
    story.must(liveOutage(at(0s)));
    return story.incident();
}

Incident degraded()
{
    Incident incident = outage(RoughDuration::exact(7min));
    incident.windows.front().effect = Effect::Degraded;
    return incident;
}

Incident nearMiss()
{
    Incident incident = outage(RoughDuration::exact(7min));
    incident.kind = Kind::NearMiss;
    return incident;
}

Incident dismissed()
{
    Incident incident = running();
    incident.state = State::Dismissed;
    return incident;
}

/// Planned for ten minutes.
Incident work(Span took)
{
    Story story(begin - 1h);
    story.must(plannedWork(at(0s), RoughDuration::atMost(10min)));
    story.jump(begin);
    story.must(StartMaintenance{at(0s)});
    story.jump(begin + took);
    story.must(FinishMaintenance{at(took), {}});
    return story.incident();
}

RoughDuration median(std::vector<RoughDuration> values)
{
    return medianOf(values);
}

} // namespace

class TestAggregate : public QObject
{
    Q_OBJECT

private slots:
    void theMedianOfExactValuesIsTheirMedian()
    {
        const auto exact = [](Span span) {
            return RoughDuration::exact(span);
        };
        QCOMPARE(median({exact(9min), exact(1min), exact(5min)}), exact(5min));
        QCOMPARE(median({exact(9min), exact(1min), exact(5min), exact(6min)}), exact(330s));
        QCOMPARE(median({exact(4s), exact(5s)}), between(4s, 5s));
        QCOMPARE(median({exact(-4s), exact(-5s)}), between(-5s, -4s));
        QCOMPARE(median({}), RoughDuration());
        QCOMPARE(median({RoughDuration(), RoughDuration::notApplicable()}), RoughDuration());
    }

    void theMedianOfIntervalsRunsFromTheLowestToTheHighest()
    {
        QCOMPARE(median({between(1min, 20min), between(5min, 6min), between(4min, 30min)}),
                 between(4min, 20min));
        QCOMPARE(median({RoughDuration::exact(5min), RoughDuration(), between(3min, 9min)}),
                 between(4min, 7min));
    }

    void fewOpenEndsLeaveTheMedianBounded()
    {
        const auto open = RoughDuration::atLeast(45min);
        QCOMPARE(median({open, between(5min, 6min), between(7min, 8min)}), between(7min, 8min));
        QCOMPARE(median({open, open, between(7min, 8min)}), RoughDuration::atLeast(45min));
        QCOMPARE(median({open, between(7min, 8min)}), RoughDuration::atLeast(26min));
    }

    void whateverTheTrueValuesTheirMedianLiesInside()
    {
        QRandomGenerator random(42);
        for (int i = 0; i < 4000; ++i) {
            std::vector<RoughDuration> values;
            std::vector<Span> lived;
            const auto count = 1 + random.bounded(9u);
            for (quint32 n = 0; n < count; ++n) {
                const RoughDuration value = support::randomLength(random);
                values.push_back(value);
                if (value.isKnown())
                    lived.push_back(support::pickFrom(random, value));
            }
            const RoughDuration found = medianOf(values);
            QCOMPARE(found.isKnown() || lived.empty() || !found.lo(), true);
            if (lived.empty() || !found.isKnown())
                continue;
            std::ranges::sort(lived);
            const std::size_t half = lived.size() / 2;
            const Span twice = lived.size() % 2 ? lived[half] * 2 : lived[half - 1] + lived[half];
            QVERIFY(!found.lo() || *found.lo() * 2 <= twice);
            QVERIFY(!found.hi() || *found.hi() * 2 >= twice);
        }
    }

    void whatCannotBeUsedIsCountedWithTheReason()
    {
        const std::vector<Incident> all{
            outage(RoughDuration::exact(9min), at(2min)),
            outage(between(5min, 7min), RoughInstant::between(begin, begin + 2min)),
            outage(RoughDuration::exact(30min)),
            running(),
            degraded(),
            nearMiss(),
            dismissed(),
            work(12min),
        };
        const Aggregate downtime = aggregate(all, Figure::Downtime);
        QCOMPARE(downtime.used, 3);
        QCOMPARE(downtime.median, RoughDuration::exact(9min));
        QCOMPARE(downtime.leftOut, (Reasons{{LeftOut::PlannedWork, 1},
                                            {LeftOut::NearMiss, 1},
                                            {LeftOut::Dismissed, 1},
                                            {LeftOut::Running, 1},
                                            {LeftOut::NothingOfIt, 1}}));
        const Aggregate detect = aggregate(all, Figure::Detect);
        QCOMPARE(detect.used, 2);
        QCOMPARE(detect.median, between(1min, 2min));
        QCOMPARE(detect.leftOut, (Reasons{{LeftOut::PlannedWork, 1},
                                          {LeftOut::NearMiss, 1},
                                          {LeftOut::Dismissed, 1},
                                          {LeftOut::Running, 1},
                                          {LeftOut::NotKnown, 2}}));
        const Aggregate late = aggregate(all, Figure::PlanError);
        QCOMPARE(late.used, 1);
        QCOMPARE(late.median, RoughDuration::exact(2min));
    }

    void workThatIsStillToComeIsNotOver()
    {
        Story story(begin - 1h);
        story.must(plannedWork(at(0s), RoughDuration::atMost(10min)));
        QCOMPARE(figureOf(story.incident(), Figure::PlanError).why,
                 std::optional(LeftOut::Running));
    }

    void everyIncidentIsUsedOrLeftOut()
    {
        const std::vector<Incident> all{outage(RoughDuration::exact(9min), at(2min)), running(),
                                        nearMiss(), work(9min)};
        const auto figures = aggregateAll(all);
        QCOMPARE(figures.size(), std::size(base::EnumNames<Figure>::table));
        for (const Aggregate &figure : figures) {
            int count = figure.used;
            for (const auto &[why, left] : figure.leftOut)
                count += left;
            QCOMPARE(count, int(all.size()));
            QCOMPARE(figure.median.isKnown(), figure.used > 0);
        }
    }

    void aTimeThatDoesNotApplyIsItsOwnReason()
    {
        Story story(begin + 5min);
        story.must(liveOutage(at(0s)));
        story.must(Stamp{Milestone::Acknowledged, RoughInstant::notApplicable(), Source::Manual,
                         u"nobody is paged at night"_s});
        const FigureValue value = figureOf(story.incident(), Figure::Acknowledge);
        QCOMPARE(value.why, std::optional(LeftOut::NotApplicable));
        QVERIFY(!value.value.isKnown());
    }

    void severalToldAsOneAreAtLeastTheShortestAndTheLongest_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<RoughDuration>("length");
        QTest::addColumn<RoughDuration>("total");
        QTest::addColumn<RoughDuration>("sum");
        const auto told = between(5min, 40min);
        const RoughDuration none;
        QTest::newRow("nobody counted") << 0 << told << none << RoughDuration::atLeast(45min);
        QTest::newRow("two") << 2 << told << none << RoughDuration::exact(45min);
        QTest::newRow("three") << 3 << told << none << between(50min, 85min);
        QTest::newRow("three that fill the time")
            << 3 << between(20min, 90min) << none << between(130min, 180min);
        QTest::newRow("a stated sum")
            << 0 << told << RoughDuration::about(60min) << RoughDuration::about(60min);
        QTest::newRow("a limit is no length")
            << 0 << RoughDuration::atMost(40min) << none << RoughDuration();
        QTest::newRow("a limit, counted")
            << 3 << RoughDuration::atMost(40min) << none << RoughDuration::atMost(2h);
        QTest::newRow("at least") << 3 << RoughDuration::atLeast(5min) << none
                                  << RoughDuration::atLeast(15min);
        QTest::newRow("no length") << 3 << none << none << RoughDuration();
    }
    void severalToldAsOneAreAtLeastTheShortestAndTheLongest()
    {
        QFETCH(int, count);
        QFETCH(RoughDuration, length);
        QFETCH(RoughDuration, total);
        QFETCH(RoughDuration, sum);
        Window window = windowFrom(RoughInstant::between(begin, begin + 3h),
                                   RoughInstant::between(begin, begin + 3h));
        window.several = true;
        window.count = count;
        window.duration = length;
        window.total = total;
        QCOMPARE(lengthOf(window), sum);
        Story story(begin + 24h);
        OpenIncident command = liveOutage({});
        command.entry = EntryMode::Retrospective;
        command.state = State::Restored;
        command.windows = {window};
        story.must(command);
        QVERIFY(story.incident().windows.front().inside);
        QCOMPARE(metricsOf(story.incident()).downtime, sum);
    }
};

QTEST_GUILESS_MAIN(TestAggregate)
#include "tst_aggregate.moc"
