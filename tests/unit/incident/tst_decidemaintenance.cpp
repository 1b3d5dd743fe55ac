// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

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

/// Planned at noon for one o'clock the next night, 10 minutes at most.
const Instant noon = utc("2026-11-22T12:00:00Z");
const Instant night = utc("2026-11-23T01:00:00Z");

RoughInstant at(Span after)
{
    return RoughInstant::exact(night + after);
}

Story scheduled()
{
    Story story(noon);
    story.must(plannedWork(at(0s), RoughDuration::atMost(10min)));
    story.jump(night);
    return story;
}

Story inProgress()
{
    Story story = scheduled();
    story.must(StartMaintenance{at(0s)});
    story.pass(10min);
    return story;
}

Window plan(Span start, const RoughDuration &longest)
{
    return plannedWork(at(start), longest).windows.front();
}

} // namespace

class TestDecideMaintenance : public QObject
{
    Q_OBJECT

private slots:
    void theWholeWay()
    {
        Story story(noon);
        story.must(plannedWork(at(0s), RoughDuration::atMost(10min)));
        story.publish(u"r1"_s, PublicStatus::Scheduled);
        story.jump(night + 1min);
        TELL(story, StartMaintenance{at(1min)});
        QCOMPARE(story.incident().state, State::InProgress);
        QCOMPARE(story.incident().milestone(Milestone::Started), at(1min));
        QCOMPARE(story.incident().actualWindows().size(), std::size_t(1));
        QCOMPARE(story.incident().actualWindows()[0].effect, Effect::MaintenanceMode);
        QVERIFY(story.incident().hasOpenWindow());
        story.publish(u"r2"_s, PublicStatus::InProgress);
        story.pass(8min);
        TELL(story, (FinishMaintenance{at(9min), u"clicked through the shop"_s}));
        QCOMPARE(story.incident().state, State::Completed);
        QCOMPARE(story.incident().milestone(Milestone::BackToNormal), at(9min));
        QCOMPARE(story.incident().actualWindows()[0].end, at(9min));
        QCOMPARE(story.incident().mark(u"M7"_s, 1)->reason, u"clicked through the shop"_s);
        QVERIFY(story.incident().stateSince.contains(int(State::Verifying)));
        // The plan stays what it was.
        QCOMPARE(story.incident().plannedWindows()[0].start, at(0s));
        story.publish(u"r3"_s, PublicStatus::Completed);
        TELL(story, (Advance{State::Closed, {}}));
        QCOMPARE(story.incident().state, State::Closed);
        QCOMPARE(story.incident().milestone(Milestone::FirstPost), RoughInstant());
    }

    void whatIsAnnouncedCanStart()
    {
        Story story(noon);
        story.must(plannedWork(at(0s), RoughDuration::atMost(10min)));
        story.publish(u"r1"_s, PublicStatus::Scheduled);
        AlertEvidence alert;
        alert.alert = u"a"_s;
        alert.started = RoughInstant::exact(noon);
        alert.detected = noon;
        story.must(LinkAlert{alert});
        story.jump(night);
        TELL(story, StartMaintenance{at(0s)});
    }

    void startsOnlyWhatIsScheduled()
    {
        Story story(noon);
        OpenIncident draft = plannedWork(at(0s), RoughDuration::atMost(10min));
        draft.state = State::Draft;
        story.must(draft);
        REFUSED(story, Refused, u"Schedule it first"_s,
                StartMaintenance{RoughInstant::exact(noon)});
        TELL(story, (Advance{State::Scheduled, {}}));
        REFUSED(story, Input, u"Say when the work began"_s, StartMaintenance{{}});
        REFUSED(story, Refused, u"not come yet"_s, StartMaintenance{at(0s)});
        TELL(story, StartMaintenance{RoughInstant::exact(noon)});
        REFUSED(story, Refused, u"one that is scheduled"_s,
                StartMaintenance{RoughInstant::exact(noon)});
        Story outage(night);
        outage.must(liveOutage(at(0s)));
        REFUSED(outage, Refused, u"one that is scheduled"_s, StartMaintenance{at(0s)});
    }

    void finishesOnlyWhatRuns()
    {
        Story story = scheduled();
        REFUSED(story, Refused, u"Start it before"_s, FinishMaintenance{at(0s), {}});
        story.must(StartMaintenance{at(0s)});
        REFUSED(story, Input, u"when the work was over"_s, FinishMaintenance{{}, {}});
        REFUSED(story, Refused, u"not come yet"_s, FinishMaintenance{at(5min), {}});
        story.pass(5min);
        REFUSED(story, Refused, u"start cannot come after"_s, FinishMaintenance{at(-5min), {}});
        TELL(story, (FinishMaintenance{at(5min), {}}));
        REFUSED(story, Refused, u"Start it before"_s, FinishMaintenance{at(5min), {}});
    }

    void finishingKeepsWhatWasStampedBefore()
    {
        Story story = inProgress();
        TELL(story, (Stamp{Milestone::BackToNormal, at(7min), Source::Manual, {}}));
        QCOMPARE(story.incident().state, State::InProgress);
        TELL(story, (Advance{State::Verifying, {}}));
        TELL(story, (FinishMaintenance{at(10min), {}}));
        QCOMPARE(story.incident().milestone(Milestone::BackToNormal), at(7min));
        QVERIFY(!story.incident().mark(u"M7"_s, 1)->reason.isEmpty());
    }

    void aFailedCheckGoesBackToWork()
    {
        Story story = inProgress();
        REFUSED(story, Refused, u"still open"_s, Advance{State::Verifying, {}});
        TELL(story, (Stamp{Milestone::BackToNormal, at(7min), Source::Manual, {}}));
        TELL(story, (Advance{State::Verifying, {}}));
        REFUSED(story, Refused, u"Check that everything works"_s, Advance{State::Completed, {}});
        Advance back{State::InProgress, {}};
        ASKS(story, u"why it becomes in progress"_s, back);
        TELL(story, (PutWindow{windowFrom(at(8min)), {}}));
        story.pass(10min);
        TELL(story, (FinishMaintenance{at(19min), {}}));
        QCOMPARE(story.incident().milestone(Milestone::BackToNormal), at(19min));
        QCOMPARE(story.incident().window(2)->end, at(7min));
        QCOMPARE(story.incident().window(3)->end, at(19min));
    }

    void aStepThatSaysCheckedCompletes()
    {
        Story story = inProgress();
        TELL(story, (Stamp{Milestone::BackToNormal, at(7min), Source::Manual, {}}));
        TELL(story, (Advance{State::Verifying, {}}));
        TELL(story, (MarkStep{u"M7"_s, StepState::Done, u"all green"_s, false}));
        TELL(story, (Advance{State::Completed, {}}));
    }

    void replansBeforeAndWhileItRuns()
    {
        Story story = scheduled();
        TELL(story, (Replan{plan(1h, RoughDuration::atMost(20min)), u"the backup was late"_s}));
        QCOMPARE(story.incident().state, State::Scheduled);
        QCOMPARE(story.incident().plannedWindows().size(), std::size_t(1));
        QCOMPARE(story.incident().plannedWindows()[0].start, at(1h));
        QCOMPARE(story.incident().windowHistory.size(), std::size_t(1));
        TELL(story, StartMaintenance{at(0s)});
        TELL(story, (Replan{plan(1h, RoughDuration::atMost(40min)), {}}));
        QCOMPARE(story.incident().state, State::InProgress);
        REFUSED(story, Input, u"how long it takes at the most"_s,
                Replan{plan(1h, RoughDuration::atLeast(40min)), {}});
        Replan tooLong{plan(1h, RoughDuration::exact(25h)), {}};
        ASKS(story, u"longer than a day"_s, tooLong);
        story.pass(5min);
        TELL(story, (FinishMaintenance{at(5min), {}}));
        REFUSED(story, Refused, u"Plan another maintenance"_s,
                Replan{plan(1h, RoughDuration::atMost(40min)), {}});
    }

    void replansTheNamedPhase()
    {
        Story story(noon);
        OpenIncident command = plannedWork(at(0s), RoughDuration::atMost(30min));
        command.windows.push_back(plan(30min, RoughDuration::about(1h)));
        story.must(command);
        Window second = plan(45min, RoughDuration::about(1h));
        second.seq = 2;
        TELL(story, (Replan{second, {}}));
        QCOMPARE(story.incident().plannedWindows()[0].start, at(0s));
        QCOMPARE(story.incident().plannedWindows()[1].start, at(45min));
        second.seq = 3;
        REFUSED(story, NotFound, u"no window 3"_s, Replan{second, {}});
    }

    void onlyMaintenanceHasAPlan()
    {
        Story story(night);
        story.must(liveOutage(at(0s)));
        REFUSED(story, Refused, u"Only maintenance has a plan"_s,
                Replan{plan(1h, RoughDuration::atMost(40min)), {}});
        REFUSED(story, Refused, u"not in progress"_s, FinishMaintenance{at(0s), {}});
    }

    void cancels()
    {
        Story story = scheduled();
        Advance cancel{State::Cancelled, {}};
        ASKS(story, u"why it becomes cancelled"_s, cancel);
        Story work = inProgress();
        REFUSED(work, Refused, u"The work is running"_s,
                Advance{State::Cancelled, u"rolled back"_s});
        TELL(work, (Stamp{Milestone::BackToNormal, at(9min), Source::Manual, {}}));
        TELL(work, (Advance{State::Cancelled, u"rolled back"_s}));
        REFUSED(work, Refused, u"Open a new one instead"_s, Advance{State::InProgress, u"x"_s});
    }

    void theLastWindowStays()
    {
        Story story = scheduled();
        REFUSED(story, Refused, u"cancel the maintenance"_s, WithdrawWindow{1, u"x"_s});
        story.must(StartMaintenance{at(0s)});
        REFUSED(story, Refused, u"Correct it"_s, WithdrawWindow{2, u"x"_s});
    }

    void aScheduledPlanStaysBounded()
    {
        Story story = scheduled();
        Window unbounded = *story.incident().window(1);
        unbounded.duration = {};
        REFUSED(story, Refused, u"how long it takes at the most"_s, PutWindow{unbounded, {}});
        Story draft(noon);
        OpenIncident command = plannedWork(at(0s), RoughDuration::atMost(10min));
        command.state = State::Draft;
        command.windows.clear();
        draft.must(command);
        REFUSED(draft, Refused, u"Say when the work is planned"_s, Advance{State::Scheduled, {}});
        Window open = windowFrom(at(0s));
        open.planned = true;
        TELL(draft, (PutWindow{open, {}}));
        REFUSED(draft, Refused, u"Say when the work is planned"_s, Advance{State::Scheduled, {}});
    }

    void whatWasDoneIsNotTakenBackAfterwards()
    {
        Story story = inProgress();
        TELL(story, (Stamp{Milestone::BackToNormal, at(7min), Source::Manual, {}}));
        TELL(story, (Unstamp{Milestone::BackToNormal, {}}));
        QVERIFY(story.incident().hasOpenWindow());
        TELL(story, (FinishMaintenance{at(9min), {}}));
        REFUSED(story, Refused, u"The work is over"_s, Unstamp{Milestone::BackToNormal, {}});
        TELL(story, (Stamp{Milestone::BackToNormal, at(8min), Source::Manual, {}}));
        QCOMPARE(story.incident().state, State::Completed);
        QCOMPARE(story.incident().actualWindows()[0].end, at(8min));
    }

    void maintenanceHasNoReviewAndDoesNotComeBack()
    {
        Story story = inProgress();
        TELL(story, (FinishMaintenance{at(9min), {}}));
        REFUSED(story, Refused, u"cannot become in review"_s, Advance{State::Review, u"x"_s});
        REFUSED(story, Refused, u"open an incident for it"_s,
                Reopen{windowFrom(at(9min)), u"it is slow now"_s});
    }
};

QTEST_GUILESS_MAIN(TestDecideMaintenance)
#include "tst_decidemaintenance.moc"
