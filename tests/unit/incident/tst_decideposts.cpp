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

const Instant begin = utc("2026-11-22T16:08:00Z");

RoughInstant at(Span after)
{
    return RoughInstant::exact(begin + after);
}

Story running()
{
    Story story(begin);
    story.must(liveOutage(at(0s)));
    story.pass(10min);
    return story;
}

Story restored()
{
    Story story = running();
    story.must(Stamp{Milestone::BackToNormal, at(8min), Source::Manual, {}});
    return story;
}

PostRevision post(const QString &id, PublicStatus status = PublicStatus::Investigating)
{
    PostRevision revision;
    revision.id = id;
    revision.status = status;
    revision.title = u"Images are not loading"_s;
    revision.body = u"We are on it."_s;
    revision.targets = {u"site"_s, u"blog"_s};
    return revision;
}

RecordSeen seen(const QString &id, const QString &target = u"site"_s)
{
    return {id, target, u"17"_s, u"https://status.example.org/17"_s, u"promise-"_s + id};
}

Promise promise(const QString &id)
{
    Promise promise;
    promise.id = id;
    promise.kind = PromiseKind::Monitor;
    promise.quote = u"We keep watching"_s;
    promise.due = at(5h);
    return promise;
}

} // namespace

class TestDecidePosts : public QObject
{
    Q_OBJECT

private slots:
    void updatesAreNumbered()
    {
        Story story = running();
        TELL(story, RevisePost{post(u"r1"_s)});
        TELL(story, RevisePost{post(u"r2"_s, PublicStatus::Identified)});
        PostRevision edit = post(u"r3"_s, PublicStatus::Identified);
        edit.replaces = u"r2"_s;
        TELL(story, RevisePost{edit});
        TELL(story, RevisePost{post(u"r4"_s, PublicStatus::Monitoring)});
        QList<int> numbers;
        for (const PostRevision &revision : story.incident().posts)
            numbers << revision.number;
        QCOMPARE(numbers, (QList<int>{1, 2, 2, 3}));
        QCOMPARE(story.incident().posts[0].written, story.now());
    }

    void whatIsNotThePostsToSayIsLeftOut()
    {
        Story story = running();
        PostRevision revision = post(u"r1"_s);
        revision.seen = {{u"site"_s, {}, {}, begin}};
        revision.round = 7;
        revision.number = 9;
        TELL(story, RevisePost{revision});
        QVERIFY(story.incident().posts[0].seen.empty());
        QCOMPARE(story.incident().posts[0].round, 1);
        QCOMPARE(story.incident().posts[0].number, 1);
        QVERIFY(!story.incident().lastPublished());
    }

    void takesPostsAwayFromReaders()
    {
        Story story = running();
        TELL(story, RevisePost{post(u"r1"_s)});
        REFUSED(story, NotFound, u"No post of this incident stands at “site”"_s,
                RetractPosts{u"x1"_s, {u"site"_s}, u"It named a customer."_s});
        TELL(story, seen(u"r1"_s));
        TELL(story, seen(u"r1"_s, u"blog"_s));
        REFUSED(story, Input, u"Say why"_s, RetractPosts{u"x1"_s, {u"site"_s}, u" "_s});
        TELL(story, (RetractPosts{u"x1"_s, {u"site"_s}, u"It named a customer."_s}));
        // Until it is certain that readers do not find it, it is public.
        QCOMPARE(story.incident().publicTargets(), (QStringList{u"site"_s, u"blog"_s}));
        TELL(story, seen(u"x1"_s));
        QCOMPARE(story.incident().publicTargets(), QStringList{u"blog"_s});
        QCOMPARE(story.incident().retraction(u"x1"_s)->done.size(), size_t(1));
        const auto before = story.incident();
        TELL(story, seen(u"x1"_s));
        QCOMPARE(story.incident().retractions, before.retractions);
        REFUSED(story, Conflict, u"being retracted already"_s,
                RetractPosts{u"x1"_s, {u"blog"_s}, u"Again."_s});
    }

    void refusesWhatCannotBePublished()
    {
        Story story = running();
        PostRevision revision = post(u"r1"_s);
        revision.body = u" \n"_s;
        REFUSED(story, Input, u"Write what is missing"_s, RevisePost{revision});
        revision = post(u"r1"_s);
        revision.title.clear();
        REFUSED(story, Input, u"Write what is missing"_s, RevisePost{revision});
        revision = post(QString());
        REFUSED(story, Input, u"Write what is missing"_s, RevisePost{revision});
        revision = post(u"r1"_s);
        revision.targets.clear();
        REFUSED(story, Input, u"Choose where"_s, RevisePost{revision});
        revision = post(u"r1"_s);
        revision.nextUpdate = at(10min);
        REFUSED(story, Input, u"Choose a later one"_s, RevisePost{revision});
        revision = post(u"r1"_s);
        revision.replaces = u"r0"_s;
        REFUSED(story, NotFound, u"not in this thread"_s, RevisePost{revision});
        TELL(story, RevisePost{post(u"r1"_s)});
        REFUSED(story, Conflict, u"stored already"_s, RevisePost{post(u"r1"_s)});
    }

    void saysThatItIsOverOnlyWhenItIs()
    {
        Story story = running();
        REFUSED(story, Refused, u"Stamp “back to normal” first"_s,
                RevisePost{post(u"r1"_s, PublicStatus::Resolved)});
        TELL(story, (Stamp{Milestone::Fixed, at(5min), Source::Manual, {}}));
        REFUSED(story, Refused, u"Stamp “back to normal” first"_s,
                RevisePost{post(u"r1"_s, PublicStatus::Resolved)});
        TELL(story, (Stamp{Milestone::BackToNormal, at(8min), Source::Manual, {}}));
        TELL(story, RevisePost{post(u"r1"_s, PublicStatus::Resolved)});
        // Its words can be mended when it has come back, its meaning not.
        TELL(story, (Reopen{windowFrom(at(9min)), u"images are gone again"_s}));
        PostRevision edit = post(u"r2"_s, PublicStatus::Resolved);
        edit.replaces = u"r1"_s;
        TELL(story, RevisePost{edit});
        REFUSED(story, Refused, u"the incident is not"_s,
                RevisePost{post(u"r3"_s, PublicStatus::Resolved)});
    }

    void aFalseAlarmThatWasToldIsResolved()
    {
        Story story(begin);
        OpenIncident command = liveOutage(at(0s));
        command.state = State::Suspected;
        story.must(command);
        story.publish(u"r1"_s, PublicStatus::Investigating);
        TELL(story, (Advance{State::Dismissed, u"the monitor was wrong"_s}));
        TELL(story, RevisePost{post(u"r2"_s, PublicStatus::Resolved)});
    }

    void workIsCompletedOnlyWhenItIs()
    {
        Story story(begin);
        story.must(plannedWork(at(10min), RoughDuration::atMost(10min)));
        REFUSED(story, Refused, u"Finish the maintenance first"_s,
                RevisePost{post(u"r1"_s, PublicStatus::Completed)});
        TELL(story, RevisePost{post(u"r1"_s, PublicStatus::Scheduled)});
        TELL(story, (Advance{State::Cancelled, u"no time"_s}));
        TELL(story, RevisePost{post(u"r2"_s, PublicStatus::Completed)});
    }

    void everyKindHasItsOwnWords_data()
    {
        QTest::addColumn<PublicStatus>("status");
        QTest::addColumn<bool>("forWork");
        for (const auto &row : base::EnumNames<PublicStatus>::table)
            QTest::newRow(row.name) << row.value << (row.value >= PublicStatus::Scheduled);
    }

    void everyKindHasItsOwnWords()
    {
        QFETCH(PublicStatus, status);
        QFETCH(bool, forWork);
        Story story = running();
        Story work(begin);
        work.must(plannedWork(at(10min), RoughDuration::atMost(10min)));
        REFUSED(forWork ? story : work, Input, u"one of its own words"_s,
                RevisePost{post(u"r1"_s, status)});
    }

    void seenIsPublished()
    {
        Story story = running();
        TELL(story, RevisePost{post(u"r1"_s)});
        QVERIFY(!story.incident().milestone(Milestone::FirstPost).isKnown());
        story.pass(5s);
        TELL(story, seen(u"r1"_s));
        const RoughInstant first = RoughInstant::exact(story.now());
        QCOMPARE(story.incident().milestone(Milestone::FirstPost), first);
        QCOMPARE(story.incident().milestoneRow(Milestone::FirstPost)->source, Source::Post);
        QCOMPARE(story.incident().lastPublished()->id, u"r1"_s);
        QCOMPARE(story.incident().posts[0].seen[0],
                 (Seen{u"site"_s, u"17"_s, u"https://status.example.org/17"_s, story.now()}));
        story.pass(5s);
        TELL(story, seen(u"r1"_s, u"blog"_s));
        const std::size_t count = story.events().size();
        TELL(story, seen(u"r1"_s, u"blog"_s));
        QCOMPARE(story.events().size(), count);
        TELL(story, RevisePost{post(u"r2"_s)});
        TELL(story, seen(u"r2"_s));
        QCOMPARE(story.incident().milestone(Milestone::FirstPost), first);
        REFUSED(story, NotFound, u"no such post"_s, seen(u"r9"_s));
    }

    void theNextUpdateIsAPromise()
    {
        Story story = running();
        story.publish(u"r1"_s, PublicStatus::Investigating, at(30min));
        QCOMPARE(story.incident().promises.size(), std::size_t(1));
        const Promise first = story.incident().promises[0];
        QCOMPARE(first.id, u"promise-r1"_s);
        QCOMPARE(first.kind, PromiseKind::NextUpdate);
        QCOMPARE(first.due, at(30min));
        QCOMPARE(first.revision, u"r1"_s);
        QCOMPARE(first.status, PromiseStatus::Open);

        story.jump(begin + 31min);
        story.publish(u"r2"_s, PublicStatus::Identified, at(50min));
        QCOMPARE(story.incident().promises[0].status, PromiseStatus::Kept);
        QVERIFY(story.incident().promises[0].note.contains(u"update 2"_s));
        QCOMPARE(story.incident().promises[1].status, PromiseStatus::Open);

        story.jump(begin + 51min + 1s);
        story.publish(u"r3"_s, PublicStatus::Identified);
        QCOMPARE(story.incident().promises[1].status, PromiseStatus::Broken);
        QCOMPARE(story.incident().promises.size(), std::size_t(2));
    }

    void anEditKeepsNoPromise()
    {
        Story story = running();
        story.publish(u"r1"_s, PublicStatus::Investigating, at(30min));
        PostRevision edit = post(u"r2"_s);
        edit.replaces = u"r1"_s;
        TELL(story, RevisePost{edit});
        TELL(story, seen(u"r2"_s));
        QCOMPARE(story.incident().promises[0].status, PromiseStatus::Open);
    }

    void otherPromisesAreNotSettledByAnUpdate()
    {
        Story story = running();
        TELL(story, MakePromise{promise(u"p"_s)});
        story.publish(u"r1"_s, PublicStatus::Investigating);
        QCOMPARE(story.incident().promises[0].status, PromiseStatus::Open);
    }

    void whatIsSeenIsRecordedAlsoWithoutAnIdForThePromise()
    {
        Story story = running();
        PostRevision revision = post(u"r1"_s);
        revision.nextUpdate = at(30min);
        TELL(story, RevisePost{revision});
        TELL(story, (RecordSeen{u"r1"_s, u"site"_s, {}, {}, {}}));
        QCOMPARE(story.incident().promises[0].id, u"r1"_s);
    }

    void aReopeningSupersedesTheAllClear()
    {
        Story story = restored();
        story.publish(u"r1"_s, PublicStatus::Resolved);
        TELL(story, (Reopen{windowFrom(at(9min)), u"images are gone again"_s}));
        QVERIFY(story.incident().isSuperseded(*story.incident().post(u"r1"_s)));
        story.publish(u"r2"_s, PublicStatus::Investigating);
        QVERIFY(!story.incident().isSuperseded(*story.incident().post(u"r2"_s)));
        QVERIFY(story.incident().milestone(Milestone::FirstPost, 1).isKnown());
        QVERIFY(story.incident().milestone(Milestone::FirstPost, 2).isKnown());
    }

    void promisesAreMadeAndSettled()
    {
        Story story = running();
        Promise undated = promise(u"p"_s);
        undated.due = {};
        REFUSED(story, Input, u"needs a time"_s, MakePromise{undated});
        undated.trigger = u"when the provider answers"_s;
        TELL(story, MakePromise{undated});
        REFUSED(story, Conflict, u"stored already"_s, MakePromise{promise(u"p"_s)});
        Promise silent = promise(u"q"_s);
        silent.quote = u" "_s;
        REFUSED(story, Input, u"what is promised"_s, MakePromise{silent});

        REFUSED(story, NotFound, u"no such promise"_s,
                SettlePromise{u"x"_s, PromiseStatus::Kept, u"y"_s});
        REFUSED(story, Input, u"kept, broken or withdrawn"_s,
                SettlePromise{u"p"_s, PromiseStatus::Open, u"y"_s});
        REFUSED(story, NeedsReason, u"how the promise was settled"_s,
                SettlePromise{u"p"_s, PromiseStatus::Kept, u" "_s});
        TELL(story, (SettlePromise{u"p"_s, PromiseStatus::Kept, u"they answered"_s}));
        QCOMPARE(story.incident().promises[0].status, PromiseStatus::Kept);
        QCOMPARE(story.incident().promises[0].note, u"they answered"_s);
        const std::size_t count = story.events().size();
        TELL(story, (SettlePromise{u"p"_s, PromiseStatus::Kept, u"they answered"_s}));
        QCOMPARE(story.events().size(), count);
        TELL(story, (SettlePromise{u"p"_s, PromiseStatus::Broken, u"too late, in truth"_s}));
        QCOMPARE(story.incident().promises[0].status, PromiseStatus::Broken);
    }

    void aPromiseIsMadeOpen()
    {
        Story story = running();
        Promise settled = promise(u"p"_s);
        settled.status = PromiseStatus::Kept;
        settled.note = u"already"_s;
        TELL(story, MakePromise{settled});
        QCOMPARE(story.incident().promises[0].status, PromiseStatus::Open);
        QCOMPARE(story.incident().promises[0].note, QString());
    }
};

QTEST_GUILESS_MAIN(TestDecidePosts)
#include "tst_decideposts.moc"
