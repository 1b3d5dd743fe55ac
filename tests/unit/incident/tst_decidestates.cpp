// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/statemachine.h"
#include "support/refusals.h"

#include <QTest>
#include <set>

using namespace incident;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using support::liveOutage;
using support::Story;
using support::utc;
using support::windowFrom;

namespace {

const Instant begin = utc("2026-11-22T16:08:00Z");

RoughInstant at(Span after)
{
    return RoughInstant::exact(begin + after);
}

Story running(State state = State::Active)
{
    Story story(begin);
    OpenIncident command = liveOutage(at(0s));
    command.state = state;
    story.must(command);
    story.pass(10min);
    return story;
}

Story restored()
{
    Story story = running();
    story.must(Stamp{Milestone::BackToNormal, at(8min), Source::Manual, {}});
    return story;
}

/// With a post, a severity and a cause, as it should be.
Story reviewable()
{
    Story story = restored();
    story.publish(u"r1"_s, PublicStatus::Resolved);
    story.must(SetSeverity{3});
    story.must(StateCause{
        {CauseStatus::Confirmed, u"a full disk"_s, Attribution::Own, {}, u"load.capacity"_s}, {}});
    return story;
}

} // namespace

class TestDecideStates : public QObject
{
    Q_OBJECT

private slots:
    void theStateMachineIsTheListedOne()
    {
        using Edge = std::tuple<State, State, Step>;
        const std::set<Edge> incidents{
            {State::Suspected, State::Active, Step::Free},
            {State::Suspected, State::Dismissed, Step::NeedsReason},
            {State::Dismissed, State::Suspected, Step::Free},
            {State::Active, State::Monitoring, Step::Free},
            {State::Active, State::Restored, Step::Free},
            {State::Monitoring, State::Restored, Step::Free},
            {State::Monitoring, State::Active, Step::Free},
            {State::Restored, State::Review, Step::Free},
            {State::Review, State::Closed, Step::Free},
            {State::Closed, State::Review, Step::NeedsReason},
        };
        const std::set<Edge> maintenance{
            {State::Draft, State::Scheduled, Step::Free},
            {State::Draft, State::Cancelled, Step::NeedsReason},
            {State::Scheduled, State::Cancelled, Step::NeedsReason},
            {State::InProgress, State::AfterEffects, Step::Free},
            {State::InProgress, State::Verifying, Step::Free},
            {State::InProgress, State::Cancelled, Step::NeedsReason},
            {State::AfterEffects, State::Verifying, Step::Free},
            {State::Verifying, State::InProgress, Step::NeedsReason},
            {State::Verifying, State::Completed, Step::Free},
            {State::Completed, State::Closed, Step::Free},
        };
        for (const auto &from : base::EnumNames<State>::table) {
            for (const auto &to : base::EnumNames<State>::table) {
                const bool review = to.value == State::Review;
                for (const Step step : {Step::Free, Step::NeedsReason}) {
                    const Edge edge{from.value, to.value, step};
                    const bool listed = incidents.contains(edge) || maintenance.contains(edge);
                    QCOMPARE(stepBetween(from.value, to.value, Kind::Outage) == step, listed);
                    QCOMPARE(stepBetween(from.value, to.value, Kind::Maintenance) == step,
                             listed && !review);
                }
            }
            QVERIFY(!stateWords(from.value).isEmpty());
        }
        QCOMPARE(nextStates(State::Closed, Kind::Outage), std::vector{State::Review});
        QVERIFY(nextStates(State::Closed, Kind::Maintenance).empty());
    }

    void refusesWithTheStepsThatAreOpen()
    {
        Story story = running(State::Suspected);
        REFUSED(story, Refused, u"Next it can become: active, dismissed"_s,
                Advance{State::Restored, {}});
        Story over = restored();
        REFUSED(over, Refused, u"If it is back, reopen it"_s, Advance{State::Active, {}});
    }

    void dismissingTakesAReasonAndCanBeTakenBack()
    {
        Story story = running(State::Suspected);
        Advance command{State::Dismissed, {}};
        ASKS(story, u"why it becomes dismissed"_s, command);
        TELL(story, (Advance{State::Suspected, {}}));
        QCOMPARE(story.incident().state, State::Suspected);
    }

    void nothingBlocksTheWorkOnPaper()
    {
        Story story = running(State::Suspected);
        TELL(story, (Advance{State::Active, {}}));
        TELL(story, (Advance{State::Monitoring, {}}));
        TELL(story, (Advance{State::Active, {}}));
        REFUSED(story, Refused, u"Say when it ended"_s, Advance{State::Restored, {}});
        Window window = *story.incident().window(1);
        window.end = at(7min);
        TELL(story, (PutWindow{window, {}}));
        TELL(story, (Advance{State::Restored, {}}));
        QCOMPARE(story.incident().milestone(Milestone::BackToNormal), at(7min));
    }

    void reviewNeedsSeverityCauseAndPost()
    {
        Story story = restored();
        REFUSED(story, Refused, u"Set the severity"_s, Advance{State::Review, u"sure"_s});
        story.must(SetSeverity{3});
        REFUSED(story, NeedsReason, u"State the cause, or say why"_s, Advance{State::Review, {}});
        REFUSED(story, NeedsReason, u"Publish a post, or say why"_s, Advance{State::Review, {}});
        story.publish(u"r1"_s, PublicStatus::Resolved);
        const auto decision = decide(story.incident(), Advance{State::Review, {}}, {begin, {}});
        QVERIFY(!decision.error().text.contains(u"Publish"_s));
        Advance command{State::Review, {}};
        ASKS(story, u"State the cause"_s, command);
        QCOMPARE(story.incident().state, State::Review);
    }

    void aReasonGivenWithTheCauseIsEnough()
    {
        Story story = restored();
        story.must(SetSeverity{3});
        story.publish(u"r1"_s, PublicStatus::Resolved);
        story.must(StateCause{{}, u"the provider will tell us next week"_s});
        TELL(story, (Advance{State::Review, {}}));
    }

    void whatNobodyFeltNeedsNoPost()
    {
        Story story(begin);
        OpenIncident command = liveOutage(at(0s));
        command.kind = Kind::NearMiss;
        command.severity = 4;
        story.must(command);
        story.pass(10min);
        story.must(Stamp{Milestone::BackToNormal, at(8min), Source::Manual, {}});
        story.must(StateCause{{}, u"nobody knows yet"_s});
        TELL(story, (Advance{State::Review, {}}));
    }

    void closingNamesWhatIsMissing()
    {
        Story story = reviewable();
        TELL(story, (Advance{State::Review, {}}));
        const auto decision =
            decide(story.incident(), Advance{State::Closed, {}}, {story.now(), {}});
        const QString sentences = decision.error().text;
        QVERIFY2(sentences.contains(u"The step “Acknowledge” is to do"_s), qPrintable(sentences));
        QVERIFY2(sentences.contains(u"The step “Green for 30 minutes” is to do"_s),
                 qPrintable(sentences));
        QVERIFY2(!sentences.contains(u"Postmortem"_s), qPrintable(sentences));
        QVERIFY2(!sentences.contains(u"All-clear"_s), qPrintable(sentences));
        Promise promise;
        promise.id = u"p"_s;
        promise.quote = u"We keep watching"_s;
        promise.trigger = u"always"_s;
        TELL(story, MakePromise{promise});
        for (const char *step : {"U1", "U2", "U3", "U7", "U8"})
            TELL(story, (MarkStep{QString::fromLatin1(step), StepState::Skipped, u"x"_s, false}));
        REFUSED(story, Refused, u"The promise “We keep watching” is open"_s,
                Advance{State::Closed, {}});
        TELL(story, (SettlePromise{u"p"_s, PromiseStatus::Withdrawn, u"a slip"_s}));
        TELL(story, (Advance{State::Closed, {}}));
        QCOMPARE(story.incident().state, State::Closed);

        Advance back{State::Review, {}};
        ASKS(story, u"why it becomes in review"_s, back);
    }

    void reopens_data()
    {
        QTest::addColumn<State>("from");
        QTest::newRow("restored") << State::Restored;
        QTest::newRow("review") << State::Review;
        QTest::newRow("closed") << State::Closed;
    }

    void reopens()
    {
        QFETCH(State, from);
        Story story = reviewable();
        if (from != State::Restored)
            story.must(Advance{State::Review, {}});
        for (const char *step : {"U1", "U2", "U3", "U7", "U8"})
            story.must(MarkStep{QString::fromLatin1(step), StepState::Skipped, u"x"_s, false});
        if (from == State::Closed)
            story.must(Advance{State::Closed, {}});
        QCOMPARE(story.incident().state, from);
        const Incident before = story.incident();
        story.pass(1h);
        Reopen command{windowFrom(at(30min)), u"too short"_s};
        command.window.end = at(40min);
        REFUSED(story, NeedsReason, u"ten letters or more"_s, command);
        command.reason = u"the alert fired again"_s;
        TELL(story, command);
        const Incident &now = story.incident();
        QCOMPARE(now.state, State::Active);
        QCOMPARE(now.round, 2);
        QCOMPARE(now.roundSince, story.now());
        QVERIFY(now.window(2)->isOpen());
        QCOMPARE(now.window(2)->round, 2);
        QCOMPARE(now.milestone(Milestone::Started), at(30min));
        QCOMPARE(now.milestone(Milestone::Detected), RoughInstant::exact(story.now()));
        // What was, stays.
        for (const auto &row : base::EnumNames<Milestone>::table)
            QCOMPARE(now.milestone(row.value, 1), before.milestone(row.value, 1));
        QCOMPARE(now.actualWindows(1), before.actualWindows(1));
        QCOMPARE(now.cause, before.cause);
        QCOMPARE(now.posts, before.posts);
    }

    void whatIsBackIsFeltAsBefore()
    {
        Story story = running();
        Window window = *story.incident().window(1);
        window.components = {u"images"_s};
        window.felt = u"images missing"_s;
        story.must(PutWindow{window, {}});
        story.must(Stamp{Milestone::BackToNormal, at(8min), Source::Manual, {}});
        story.must(Reopen{windowFrom(at(9min)), u"the alert fired again"_s});
        QCOMPARE(story.incident().window(2)->components, QStringList{u"images"_s});
        QCOMPARE(story.incident().window(2)->felt, u"images missing"_s);
    }

    void whatIsNotOverDoesNotComeBack()
    {
        for (const State state : {State::Suspected, State::Active}) {
            Story story = running(state);
            REFUSED(story, Refused, u"is not over"_s,
                    Reopen{windowFrom(at(9min)), u"the alert fired again"_s});
        }
    }

    void whatWasDismissedIsSuspectedAgain()
    {
        Story story = running(State::Suspected);
        story.must(Advance{State::Dismissed, u"the monitor was wrong"_s});
        REFUSED(story, Refused, u"Make it suspected again"_s,
                Reopen{windowFrom(at(9min)), u"the alert fired again"_s});
    }

    void aThirdRoundKeepsBoth()
    {
        Story story = restored();
        for (int round = 2; round <= 3; ++round) {
            story.pass(1h);
            const auto start = RoughInstant::exact(story.now());
            story.must(Reopen{windowFrom(start), u"the alert fired again"_s});
            story.pass(10min);
            story.must(Stamp{
                Milestone::BackToNormal, RoughInstant::exact(story.now()), Source::Manual, {}});
        }
        QCOMPARE(story.incident().round, 3);
        QCOMPARE(story.incident().windows.size(), std::size_t(3));
        for (int round = 1; round <= 3; ++round) {
            QVERIFY(story.incident().milestone(Milestone::BackToNormal, round).isKnown());
            QCOMPARE(story.incident().actualWindows(round).size(), std::size_t(1));
        }
    }
};

QTEST_GUILESS_MAIN(TestDecideStates)
#include "tst_decidestates.moc"
