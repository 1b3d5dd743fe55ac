// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/missing.h"
#include "incident/split.h"
#include "support/refusals.h"

#include <QTest>

using namespace incident;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using support::liveOutage;
using support::plannedWork;
using support::Story;
using support::utc;

namespace {

const Instant begin = utc("2026-11-22T16:08:00Z");

RoughInstant at(Span after)
{
    return RoughInstant::exact(begin + after);
}

/// Two parts are down in one window.
Story twoFaults()
{
    Story story(begin);
    OpenIncident command = liveOutage(at(0s));
    command.windows.front().components = {u"images"_s, u"search"_s};
    command.checklist = toJson(joined(builtinChecklist(u"unplanned"_s, QLocale::c()),
                                      builtinChecklist(thirdPartyList, QLocale::c())));
    story.must(command);
    story.pass(10min);
    return story;
}

StepStatus stepOf(const Story &story, const QString &id)
{
    for (const StepStatus &status : evaluate(story.incident(), {story.now(), {}})) {
        if (status.step.id == id)
            return status;
    }
    return {};
}

QStringList codes(const Story &story, State to)
{
    QStringList all;
    for (const Missing &missing : missingFor(story.incident(), to, story.now()))
        all << missing.code;
    return all;
}

} // namespace

class TestObligations : public QObject
{
    Q_OBJECT

private slots:
    void aPartLeaves()
    {
        Story story = twoFaults();
        const SplitOff command{u"incident-2"_s, u"2026-11-22-2"_s, {}, {u"search"_s}, u"two"_s};
        const auto leaving = windowsLeaving(story.incident(), command);
        QCOMPARE(leaving.size(), std::size_t(1));
        QCOMPARE(leaving.front().components, QStringList{u"search"_s});
        story.must(command);
        QCOMPARE(story.incident().components(), QStringList{u"images"_s});
        QCOMPARE(story.incident().linkTo(Relation::SplitInto)->ref, u"2026-11-22-2"_s);
        REFUSED(story, Refused, u"Nothing would be left"_s,
                SplitOff{u"incident-3"_s, {}, {}, {u"images"_s}, u"why"_s});
        REFUSED(story, NotFound, u"No window"_s,
                SplitOff{u"incident-3"_s, {}, {}, {u"mail"_s}, u"why"_s});
    }

    void whatGoesOnElsewhereIsCountedThere()
    {
        Story story = twoFaults();
        story.publish(u"r1"_s, PublicStatus::Investigating, at(40min));
        story.must(MergeInto{u"incident-2"_s, u"2026-11-22-2"_s, u"the same disk"_s});
        QCOMPARE(story.incident().state, State::Dismissed);
        QVERIFY(story.incident().windows.empty());
        QVERIFY(!story.incident().promises.front().isOpen());
        QCOMPARE(story.incident().posts.size(), std::size_t(1));
    }

    void theOtherOneTakesOver()
    {
        Story story = twoFaults();
        Promise promise;
        promise.id = u"p"_s;
        promise.quote = u"we will say why"_s;
        Window earlier = support::windowFrom(at(-20min), at(-10min));
        story.must(TakeOver{u"incident-2"_s, u"2026-11-22-2"_s, {earlier}, {}, {promise}, u"y"_s});
        QCOMPARE(story.incident().milestone(Milestone::Started), at(-20min));
        QVERIFY(story.incident().promise(u"p"_s)->isOpen());
        story.must(Stamp{Milestone::BackToNormal, at(9min), Source::Manual, {}});
        REFUSED(story, Refused, u"still runs"_s,
                TakeOver{u"incident-3"_s, {}, {support::windowFrom(at(0s))}, {}, {}, u"y"_s});
    }

    void whatWasTakenOverStaysInTheRoundItBeganIn()
    {
        Story story = twoFaults();
        story.must(Stamp{Milestone::BackToNormal, at(9min), Source::Manual, {}});
        story.pass(2h);
        story.must(Reopen{support::windowFrom(RoughInstant::exact(story.now())),
                          u"the disk is full again"_s});
        const RoughInstant back = story.incident().milestone(Milestone::Started);
        const Window first = support::windowFrom(at(2min), at(8min));
        const Window between = support::windowFrom(at(30min), at(40min));
        story.must(TakeOver{u"incident-2"_s, u"2026-11-22-2"_s, {first}, {}, {}, u"same"_s});
        QCOMPARE(story.incident().round, 2);
        QCOMPARE(story.incident().milestone(Milestone::Started), back);
        QCOMPARE(story.incident().milestone(Milestone::Started, 1), at(0s));
        QCOMPARE(story.incident().actualWindows(1).size(), std::size_t(2));
        // What began after it was well belongs to what came back.
        story.must(TakeOver{u"incident-4"_s, u"2026-11-22-4"_s, {between}, {}, {}, u"same"_s});
        QCOMPARE(story.incident().milestone(Milestone::Started), at(30min));
        // What still runs is part of what runs now.
        const Window running = support::windowFrom(at(4min));
        story.must(TakeOver{u"incident-3"_s, u"2026-11-22-3"_s, {running}, {}, {}, u"same"_s});
        story.pass(5min);
        const RoughInstant now = RoughInstant::exact(story.now());
        story.must(Stamp{Milestone::BackToNormal, now, Source::Manual, {}});
        QVERIFY(!story.incident().hasOpenWindow());
        QCOMPARE(story.incident().milestone(Milestone::BackToNormal, 1), at(9min));
    }

    void nobodyWasAffected()
    {
        Story story = twoFaults();
        REFUSED(story, NeedsReason, u"how you know"_s, Reclassify{Kind::NearMiss, {}});
        story.must(Reclassify{Kind::NearMiss, u"the other node served everything"_s});
        QCOMPARE(story.incident().windows.front().effect, Effect::None);
        REFUSED(story, Refused, u"Maintenance stays"_s, Reclassify{Kind::Maintenance, u"x"_s});
    }

    void promisesOfAPostAreMadeWhenItIsSeen()
    {
        Story story = twoFaults();
        PostRevision revision;
        revision.id = u"r1"_s;
        revision.title = u"Images"_s;
        revision.body = u"We will find out why."_s;
        revision.targets = {u"site"_s};
        Promise promise;
        promise.id = u"x"_s;
        promise.kind = PromiseKind::Investigate;
        promise.quote = u"We will find out why"_s;
        revision.promises = {promise};
        story.must(RevisePost{revision});
        QVERIFY(story.incident().promises.empty());
        story.must(RecordSeen{u"r1"_s, u"site"_s, {}, {}, {}});
        QCOMPARE(story.incident().promises.size(), std::size_t(1));
        const Promise made = story.incident().promises.front();
        QCOMPARE(made.owner, u"sam"_s);
        QVERIFY(!made.isDated());
        story.must(DatePromise{made.id, at(24h), {}, u"ana"_s});
        QVERIFY(story.incident().promises.front().isDated());
        QCOMPARE(story.incident().promises.front().owner, u"ana"_s);
        QVERIFY(codes(story, State::Closed).contains(u"promise:"_s + made.id));
    }

    void anUpdateKeepsWhatWasPromisedBeforeAndNotItsOwn()
    {
        Story story = twoFaults();
        for (const QString &id : {u"r1"_s, u"r2"_s}) {
            PostRevision revision;
            revision.id = id;
            revision.title = u"Images"_s;
            revision.body = u"We will write again by six (%1)."_s.arg(id);
            revision.targets = {u"site"_s};
            Promise promise;
            promise.id = u"1"_s;
            promise.kind = PromiseKind::NextUpdate;
            promise.quote = u"We will write again by six (%1)"_s.arg(id);
            revision.promises = {promise};
            story.must(RevisePost{revision});
            story.must(RecordSeen{id, u"site"_s, {}, {}, {}});
        }
        const auto &promises = story.incident().promises;
        QCOMPARE(promises.size(), std::size_t(2));
        QCOMPARE(promises[0].status, PromiseStatus::Kept);
        QVERIFY(promises[1].isOpen());
    }

    void whatIsMissingIsAListAndNoneForTheFight()
    {
        Story story = twoFaults();
        QVERIFY(codes(story, State::Active).isEmpty());
        QVERIFY(codes(story, State::Monitoring).isEmpty());
        QCOMPARE(codes(story, State::Review), (QStringList{u"severity"_s, u"cause"_s, u"post"_s}));
        QCOMPARE(codes(story, State::Restored), QStringList{u"window:1"_s});
    }

    void aProviderBringsItsSteps()
    {
        Story story = twoFaults();
        QCOMPARE(stepOf(story, u"T4"_s).state, StepState::NotApplicable);
        story.must(StateCause{
            {CauseStatus::AwaitingProvider, {}, Attribution::Provider, u"unnamed host"_s, {}}, {}});
        QVERIFY(stepOf(story, u"T1"_s).active);
        // There is nothing to give the all-clear for yet.
        QVERIFY(stepOf(story, u"T7"_s).active);
        QVERIFY(!stepOf(story, u"T7"_s).due);
        ProviderContact contact;
        contact.id = u"c"_s;
        contact.said = u"they look into it"_s;
        contact.reference = u"#4711"_s;
        story.must(LogContact{contact});
        QCOMPARE(story.incident().contacts.front().provider, u"unnamed host"_s);
        QCOMPARE(stepOf(story, u"T4"_s).state, StepState::Done);
        // While it is down they are asked again after half an hour, later once a day.
        QCOMPARE(stepOf(story, u"T6"_s).due, story.now() + 30min);
        story.must(Stamp{Milestone::BackToNormal, at(9min), Source::Manual, {}});
        QCOMPARE(stepOf(story, u"T6"_s).due, story.now() + 24h);
        QVERIFY(stepOf(story, u"T7"_s).due);
        story.must(LogAnswer{u"c"_s, u"a burnt fuse"_s});
        QCOMPARE(stepOf(story, u"T6"_s).state, StepState::Todo);
        story.must(StateCause{
            {CauseStatus::Confirmed, u"a fuse"_s, Attribution::Provider, u"unnamed host"_s, {}},
            {}});
        QCOMPARE(stepOf(story, u"T6"_s).state, StepState::Done);
    }

    void aRemedyRunsNotTooOften()
    {
        Story story = twoFaults();
        RemedyRun run;
        run.name = u"restart"_s;
        run.command = {u"/bin/true"_s};
        for (const QString &id : {u"a"_s, u"b"_s}) {
            run.id = id;
            story.must(StartRemedy{run, 2});
            story.must(EndRemedy{id, 0, false, u"ok"_s});
        }
        run.id = u"c"_s;
        REFUSED(story, Refused, u"last hour"_s, StartRemedy{run, 2});
        story.pass(61min);
        story.must(StartRemedy{run, 2});
    }

    void phasesFollowEachOther()
    {
        Story story(begin - 48h);
        OpenIncident command = plannedWork(at(0s), RoughDuration::atMost(30min));
        command.windows.front().components = {u"search"_s};
        Window second = command.windows.front();
        second.effect = Effect::Degraded;
        second.start = at(30min);
        second.end = RoughInstant();
        second.duration = RoughDuration::between(48min, 72min);
        command.windows.push_back(second);
        story.must(command);
        story.must(SetAbortRule{{at(25min), u"restore the old index"_s}});
        story.jump(begin);
        story.must(StartMaintenance{at(0s)});
        QVERIFY(story.incident().muteAt(story.now()));
        QVERIFY(!story.incident().muteAt(begin + 3h));
        story.pass(20min);
        story.must(EndPhase{at(20min), {}});
        QCOMPARE(story.incident().state, State::AfterEffects);
        QCOMPARE(story.incident().actualWindows().back().effect, Effect::Degraded);
        REFUSED(story, Refused, u"not come yet"_s, FinishMaintenance{at(70min), {}});
        REFUSED(story, Refused, u"in progress"_s, AbortMaintenance{at(20min), u"no"_s});
        story.pass(50min);
        story.must(EndPhase{at(70min), {}});
        QCOMPARE(story.incident().state, State::Verifying);
        QCOMPARE(story.incident().milestone(Milestone::AfterEffectsDone), at(70min));
        story.must(FinishMaintenance{at(70min), u"all green"_s});
        QVERIFY(!story.incident().muteAt(story.now()));
    }

    void whatIsGivenUpIsPutBack()
    {
        Story story(begin - 1h);
        story.must(plannedWork(at(0s), RoughDuration::atMost(30min)));
        story.jump(begin);
        story.must(StartMaintenance{at(0s)});
        story.pass(5min);
        REFUSED(story, NeedsReason, u"put back"_s, AbortMaintenance{at(5min), {}});
        story.must(AbortMaintenance{at(5min), u"the disk is too small"_s});
        QCOMPARE(story.incident().state, State::Cancelled);
        QVERIFY(!story.incident().hasOpenWindow());
    }
};

QTEST_GUILESS_MAIN(TestObligations)
#include "tst_obligations.moc"
