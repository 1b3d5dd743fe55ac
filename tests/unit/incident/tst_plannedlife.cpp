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

/// One o'clock at night; ten minutes at most.
const Instant night = utc("2026-11-24T01:00:00Z");

RoughInstant at(Span after)
{
    return RoughInstant::exact(night + after);
}

/// Minutes after the planned start; see tst_unplannedlife.cpp.
QString shown(const Story &story, std::optional<Instant> green = {})
{
    QStringList words;
    for (const StepStatus &status : evaluate(story.incident(), {story.now(), green})) {
        QString mark = u"."_s;
        if (status.state == StepState::Done)
            mark = u"+"_s;
        else if (status.state != StepState::Todo)
            mark = u"-"_s;
        else if (status.active)
            mark = status.due ? u"@%1"_s.arg((*status.due - night) / 1min) : u"*"_s;
        words << status.step.id + mark;
    }
    return words.join(u' ');
}

} // namespace

class TestPlannedLife : public QObject
{
    Q_OBJECT

private slots:
    void fromDraftToClosed()
    {
        Story story(night - 37h);
        OpenIncident command = plannedWork(at(0s), {});
        command.state = State::Draft;
        story.must(command);
        QCOMPARE(shown(story), u"M1* M2* M3. M4. M5. M6. M5b. M8. M7. M9."_s);
        story.must(Replan{plannedWork(at(0s), RoughDuration::atMost(10min)).windows[0], {}});
        QCOMPARE(shown(story), u"M1+ M2* M3. M4. M5. M6. M5b. M8. M7. M9."_s);
        story.must(Advance{State::Scheduled, {}});
        // A day ahead is fair.
        QCOMPARE(shown(story), u"M1+ M2* M3@-1440 M4* M5@0 M6. M5b. M8. M7. M9."_s);
        story.publish(u"r1"_s, PublicStatus::Scheduled);
        story.must(
            MarkStep{u"M4"_s, StepState::Done, u"stop at 01:08, restore the image"_s, false});
        QCOMPARE(shown(story), u"M1+ M2* M3+ M4+ M5@0 M6. M5b. M8. M7. M9."_s);
        story.jump(night + 1min);
        story.must(StartMaintenance{at(1min)});
        QCOMPARE(shown(story), u"M1+ M2* M3+ M4+ M5@6 M6- M5b@9 M8. M7. M9."_s);
        story.publish(u"r2"_s, PublicStatus::InProgress);
        QCOMPARE(shown(story), u"M1+ M2* M3+ M4+ M5+ M6- M5b@9 M8. M7. M9."_s);
        story.jump(night + 9min);
        story.must(Replan{plannedWork(at(0s), RoughDuration::atMost(20min)).windows[0],
                          u"the index is larger than we thought"_s});
        QCOMPARE(shown(story), u"M1+ M2* M3+ M4+ M5+ M6- M5b@17 M8. M7. M9."_s);
        story.must(Stamp{Milestone::BackToNormal, at(9min), Source::Manual, {}});
        story.must(Advance{State::Verifying, {}});
        QCOMPARE(shown(story), u"M1+ M2* M3+ M4+ M5+ M6- M5b+ M8- M7@11 M9."_s);
        story.jump(night + 11min);
        QCOMPARE(shown(story, night + 9min), u"M1+ M2* M3+ M4+ M5+ M6- M5b+ M8- M7+ M9."_s);
        story.must(FinishMaintenance{at(11min), u"all monitors are green"_s});
        QCOMPARE(shown(story), u"M1+ M2* M3+ M4+ M5+ M6- M5b+ M8- M7+ M9@21"_s);
        REFUSED(story, Refused, u"Completion post"_s, Advance{State::Closed, {}});
        story.publish(u"r3"_s, PublicStatus::Completed);
        QCOMPARE(shown(story), u"M1+ M2* M3+ M4+ M5+ M6- M5b+ M8- M7+ M9+"_s);
        story.must(Advance{State::Closed, {}});
    }

    void whatWasAnnouncedAndCancelledIsTold()
    {
        Story story(night - 37h);
        story.must(plannedWork(at(0s), RoughDuration::atMost(10min)));
        story.publish(u"r1"_s, PublicStatus::Scheduled);
        story.must(Advance{State::Cancelled, u"no time"_s});
        const auto steps = evaluate(story.incident(), {story.now(), {}});
        QVERIFY(steps.back().active);
        QCOMPARE(steps.back().due, story.now() + 10min);
        story.publish(u"r2"_s, PublicStatus::Completed);
        QVERIFY(shown(story).endsWith(u"M9+"_s));
    }

    void workThatBeganUnannouncedIsNotAnnouncedAnyMore()
    {
        Story story(night);
        story.must(plannedWork(at(0s), RoughDuration::atMost(10min)));
        QVERIFY(shown(story).contains(u" M3@"_s));
        story.must(StartMaintenance{at(0s)});
        QVERIFY2(shown(story).contains(u" M3- "_s), qPrintable(shown(story)));
        const auto steps = evaluate(story.incident(), {story.now(), {}});
        const auto announce = std::ranges::find(
            steps, DoneWhen::Announced, [](const StepStatus &status) { return status.step.done; });
        QVERIFY(announce->evidence.contains(u"without an announcement"_s));
    }

    void whatNobodyHeardOfNeedsNoWord()
    {
        Story story(night - 37h);
        story.must(plannedWork(at(0s), RoughDuration::atMost(10min)));
        story.must(Advance{State::Cancelled, u"no time"_s});
        QVERIFY(shown(story).endsWith(u"M9-"_s));
        QVERIFY(shown(story).contains(u" M3- "_s));
    }

    void toldAfterwards()
    {
        Story story(night);
        OpenIncident command = liveOutage({});
        command.entry = EntryMode::Retrospective;
        command.state = State::Restored;
        command.windows.clear();
        command.checklist =
            toJson(builtinChecklist(checklistNameFor(command.kind, command.entry), QLocale::c()));
        story.must(command);
        QCOMPARE(shown(story), u"J1* J2* J3* J4* J5* J6. J7. U10* U11+ U12."_s);
        Window window = windowFrom(at(-40min), at(-5min));
        window.felt = u"item pages were gone"_s;
        window.components = {u"www"_s};
        story.must(PutWindow{window, {}});
        story.must(StateCause{
            {CauseStatus::Suspected, u"our own mistake"_s, Attribution::Own, {}, {}}, {}});
        story.must(MarkStep{u"J2"_s, StepState::Done, u"the chart says so too"_s, false});
        QCOMPARE(shown(story), u"J1+ J2+ J3+ J4+ J5* J6. J7. U10* U11+ U12."_s);
        story.publish(u"r1"_s, PublicStatus::Resolved);
        QCOMPARE(shown(story), u"J1+ J2+ J3+ J4+ J5+ J6@25 J7+ U10* U11+ U12."_s);
        story.pass(30min);
        QCOMPARE(shown(story, night - 5min), u"J1+ J2+ J3+ J4+ J5+ J6+ J7+ U10* U11+ U12."_s);
    }
};

QTEST_GUILESS_MAIN(TestPlannedLife)
#include "tst_plannedlife.moc"
