// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/calibration.h"
#include "support/story.h"
#include "timing/arithmetic.h"

#include <QTest>

using namespace incident;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using support::liveOutage;
using support::plannedWork;
using support::Story;
using support::utc;
using timing::Precision;

namespace {

const Instant begin = utc("2026-11-22T15:00:00Z");

RoughInstant at(Span after)
{
    return RoughInstant::exact(begin + after);
}

RoughDuration atMost(Span length)
{
    return RoughDuration::atMost(length);
}

EstimateOutcome outcome(const RoughDuration &stated, const RoughDuration &actual,
                        const QStringList &components = {}, Kind kind = Kind::Outage)
{
    return {kind, components, stated, actual};
}

/// Estimates of "no more than 10 minutes" that took so long.
std::vector<EstimateOutcome> tens(const std::vector<Span> &took, const QString &component = {})
{
    std::vector<EstimateOutcome> all;
    for (const Span span : took)
        all.push_back(outcome(atMost(10min), RoughDuration::exact(span), {component}));
    return all;
}

void publish(Story &story, const QString &id, const RoughDuration &estimate,
             const QString &replaces = {})
{
    PostRevision revision;
    revision.id = id;
    revision.replaces = replaces;
    revision.status = PublicStatus::Investigating;
    revision.title = u"Shop is down"_s;
    revision.body = u"We are on it."_s;
    revision.targets = {u"site"_s};
    revision.estimate = estimate;
    story.must(RevisePost{revision});
}

Story running()
{
    Story story(begin);
    OpenIncident command = liveOutage(at(0s));
    command.windows.front().components = {u"shop"_s};
    story.must(command);
    return story;
}

void back(Story &story, Span after)
{
    story.jump(begin + after);
    story.must(Stamp{Milestone::BackToNormal, at(after), Source::Manual, u"seen"_s});
}

} // namespace

class TestCalibration : public QObject
{
    Q_OBJECT

private slots:
    void anEstimateIsMeasuredFromItsPublication()
    {
        Story story = running();
        story.pass(4min);
        publish(story, u"r1"_s, atMost(10min));
        QVERIFY(outcomesOf(story.incident()).empty()); // nobody could read it yet
        story.must(RecordSeen{u"r1"_s, u"site"_s, {}, {}, {}});
        QCOMPARE(outcomesOf(story.incident()),
                 (std::vector{outcome(atMost(10min), {}, {u"shop"_s})}));
        back(story, 17min);
        const auto outcomes = outcomesOf(story.incident());
        QCOMPARE(outcomes.size(), std::size_t(1));
        QCOMPARE(outcomes.front().actual, RoughDuration::exact(13min));
        QCOMPARE(errorOf(outcomes.front()), RoughDuration::exact(3min));
    }

    void everyEstimateCountsOnce()
    {
        Story story = running();
        publish(story, u"r1"_s, atMost(10min));
        story.must(RecordSeen{u"r1"_s, u"site"_s, {}, {}, {}});
        story.must(RecordSeen{u"r1"_s, u"elsewhere"_s, {}, {}, {}});
        publish(story, u"r2"_s, atMost(10min), u"r1"_s); // only its words were mended
        story.must(RecordSeen{u"r2"_s, u"site"_s, {}, {}, {}});
        story.pass(10min);
        publish(story, u"r3"_s, atMost(30min));
        story.must(RecordSeen{u"r3"_s, u"site"_s, {}, {}, {}});
        publish(story, u"r4"_s, {});
        story.must(RecordSeen{u"r4"_s, u"site"_s, {}, {}, {}});
        back(story, 25min);
        const auto outcomes = outcomesOf(story.incident());
        QCOMPARE(outcomes.size(), std::size_t(2));
        QCOMPARE(outcomes[0].actual, RoughDuration::exact(25min));
        QCOMPARE(outcomes[1].actual, RoughDuration::exact(15min));
        QCOMPARE(outcomes[1].stated, atMost(30min));
    }

    void workIsMeasuredAgainstThePlanItBeganWith()
    {
        Story story(begin - 24h);
        story.must(plannedWork(at(0s), atMost(60min)));
        Window plan = *story.incident().window(1);
        plan.end = {};
        plan.duration = atMost(10min);
        story.must(Replan{plan, {}});
        story.jump(begin);
        story.must(StartMaintenance{at(0s)});
        QVERIFY(!outcomesOf(story.incident()).front().actual.isKnown());
        story.jump(begin + 9min);
        plan.duration = atMost(30min);
        story.must(Replan{plan, u"it takes longer"_s});
        story.jump(begin + 25min);
        story.must(FinishMaintenance{at(25min), {}});
        const auto outcomes = outcomesOf(story.incident());
        QCOMPARE(outcomes.size(), std::size_t(1));
        QCOMPARE(outcomes[0].stated, atMost(10min));
        QCOMPARE(outcomes[0].actual, RoughDuration::exact(25min));
        QCOMPARE(errorOf(outcomes[0]), RoughDuration::exact(15min));
    }

    void whatWasCalledOffSaysNothing()
    {
        Story story(begin - 24h);
        story.must(plannedWork(at(0s), atMost(60min)));
        story.must(Advance{State::Cancelled, u"not needed"_s});
        QVERIFY(outcomesOf(story.incident()).empty());
    }

    void elevenCasesAsAPersonWouldCountThem()
    {
        const auto past =
            tens({9min, 9min, 9min, 10min, 10min, 9min, 10min, 10min, 12min, 14min, 11min});
        const auto found = calibrate(past, {Kind::Outage, {}, RoughDuration::about(8min)});
        QVERIFY(found);
        QCOMPARE(found->bound, Span(10min)); // "about 8" allows ten
        QCOMPARE(found->cases, 11);
        QCOMPARE(found->within, 8);
        QCOMPARE(found->unclear, 0);
        // Of eleven, one at either end is left out of the range.
        QCOMPARE(found->actual, RoughDuration::between(9min, 12min));
        QVERIFY(found->isEnough());
    }

    void belowFiveItIsTooLittle()
    {
        QVERIFY(!calibrate(tens({9min, 9min, 9min, 9min}), {Kind::Outage, {}, atMost(10min)})
                     ->isEnough());
        QVERIFY(calibrate(tens({9min, 9min, 9min, 9min, 9min}), {Kind::Outage, {}, atMost(10min)})
                    ->isEnough());
        QCOMPARE(calibrate({}, {Kind::Outage, {}, atMost(10min)})->cases, 0);
    }

    void onlyEstimatesOfItsSizeAndKindAreAlike_data()
    {
        QTest::addColumn<RoughDuration>("stated");
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("alike");
        const int outage = int(Kind::Outage);
        QTest::newRow("same") << atMost(10min) << outage << true;
        QTest::newRow("loosely") << RoughDuration::about(10min) << outage << true;
        QTest::newRow("half more") << atMost(15min) << outage << true;
        QTest::newRow("over half more") << atMost(15min + 1s) << outage << false;
        QTest::newRow("a third less") << atMost(400s) << outage << true;
        QTest::newRow("over a third less") << atMost(399s) << outage << false;
        QTest::newRow("another kind") << atMost(10min) << int(Kind::Degradation) << false;
        QTest::newRow("open above") << RoughDuration::atLeast(10min) << outage << true;
    }
    void onlyEstimatesOfItsSizeAndKindAreAlike()
    {
        QFETCH(RoughDuration, stated);
        QFETCH(int, kind);
        QFETCH(bool, alike);
        const std::vector past{outcome(stated, RoughDuration::exact(9min), {}, Kind(kind))};
        const auto found = calibrate(past, {Kind::Outage, {}, atMost(10min)});
        QCOMPARE(found->cases, int(alike));
    }

    void theSameComponentIsTakenIfThereIsEnoughOfIt()
    {
        auto past = tens({20min, 20min, 20min, 20min, 20min}, u"search"_s);
        const auto shop = tens({5min, 5min}, u"shop"_s);
        past.insert(past.end(), shop.begin(), shop.end());
        const auto search = calibrate(past, {Kind::Outage, {u"search"_s}, atMost(10min)});
        QCOMPARE(search->cases, 5);
        QCOMPARE(search->within, 0);
        QCOMPARE(search->components, QStringList{u"search"_s});
        const auto others = calibrate(past, {Kind::Outage, {u"shop"_s}, atMost(10min)});
        QCOMPARE(others->cases, 7);
        QCOMPARE(others->within, 2);
        QVERIFY(others->components.isEmpty());
    }

    void whatCannotBeToldIsNeitherHeldNorBroken()
    {
        const std::vector past{
            outcome(atMost(10min), RoughDuration::between(8min, 12min)),
            outcome(atMost(10min), RoughDuration::between(8min, 10min)),
            outcome(atMost(10min), RoughDuration::atLeast(5min)),
            outcome(atMost(10min), RoughDuration::atLeast(11min)),
            outcome(atMost(10min), {}),
        };
        const auto found = calibrate(past, {Kind::Outage, {}, atMost(10min)});
        QCOMPARE(found->cases, 4);
        QCOMPARE(found->within, 1);
        QCOMPARE(found->unclear, 2);
        QCOMPARE(found->actual, RoughDuration::atLeast(5min));
    }

    void withoutABoundThereIsNothingToCompare()
    {
        QVERIFY(!calibrate({}, {Kind::Outage, {}, {}}));
        QVERIFY(!calibrate({}, {Kind::Outage, {}, RoughDuration::exact(0s)}));
        QVERIFY(!calibrate({}, {Kind::Outage, {}, RoughDuration::notApplicable()}));
        QVERIFY(calibrate({}, {Kind::Outage, {}, RoughDuration::atLeast(10min)}));
    }
};

QTEST_GUILESS_MAIN(TestCalibration)
#include "tst_calibration.moc"
