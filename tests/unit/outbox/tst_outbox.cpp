// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakes.h"
#include "outbox/backoff.h"

#include <QSignalSpy>
#include <QTest>

using namespace fakes;
using outbox::Company;
using outbox::Outbox;
using support::ManualClock;
using support::utc;

namespace {

/// An outbox with the targets "site" and "blog", whose moods the test sets.
struct World
{
    World()
    {
        for (const QString &target : {u"site"_s, u"blog"_s}) {
            pages[target] = std::make_shared<FakePage>(
                target, servers[target], life, [this, target](const char *call) {
                    auto &next = moods[target + u'/' + QString::fromLatin1(call)];
                    if (next.empty())
                        return Mood::Well;
                    const Mood mood = next.front();
                    if (next.size() > 1)
                        next.erase(next.begin());
                    return mood;
                });
            box.setPage(pages[target]);
        }
    }

    void settle()
    {
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
    }

    void pass(std::chrono::seconds span)
    {
        clock.advance(span);
        box.wake();
        settle();
    }

    void put(const QString &revision, const QString &target)
    {
        queue.put(revision, target, clock.now());
        box.wake();
    }

    [[nodiscard]] Intent intent(const QString &revision, const QString &target = u"site"_s) const
    {
        return queue.find(ledger::intentKey(revision, target))->value_or(Intent());
    }

    [[nodiscard]] QString wordsFor(const QString &revision, const QString &target = u"site"_s) const
    {
        const auto rows = box.waiting();
        for (const outbox::Waiting &row : *rows) {
            if (row.intent.key == ledger::intentKey(revision, target))
                return row.sentence;
        }
        return {};
    }

    ManualClock clock{utc("2026-11-22T16:08:00Z")};
    Life life;
    MemoryQueue queue;
    std::map<QString, Server> servers;
    std::map<QString, std::vector<Mood>> moods; ///< "site/find"; the last one stays
    std::map<QString, std::shared_ptr<FakePage>> pages;
    FakeRecorder recorder{queue, life, servers};
    Outbox box{queue, recorder, threadFor, clock, [] {
                   return 0.;
               }};
};

const QString site = u"site"_s;
const QString blog = u"blog"_s;

} // namespace

class TestOutbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsARevisionAllTheWay();
    void nothingIsSentBeforeStart();
    void looksBeforeItTriesAgain();
    void aLostAnswerIsNoSecondPost();
    void keepsTheOrderOfATarget();
    void noTargetWaitsForAnother();
    void waitsAsLongAsItIsAsked();
    void aClockThatWentBackDoesNotStopIt();
    void whatIsRefusedWaitsForAPerson();
    void refusedCredentialsHoldTheTarget();
    void uselessAnswersEndInAPersonsHands();
    void pauseAndResume();
    void cancelBeforeItIsSent();
    void cancelLooksFirst();
    void cancelOfWhatIsPublicIsRefused();
    void aTargetThatIsGone();
    void aNewerWordingMakesItNeedless();
    void anotherProcessIsLeftAlone();
    void impatienceDoesNotBreakAnothersClaim();
    void whatTheDeadHadIsTakenOver();
    void aRequestOfTheDeadMayStillArrive();
    void aBrokenQueueIsReportedAndTriedAgain();
    void sentencesSayWhatItWaitsFor();
    void backOffGrowsWithinLimits();
};

void TestOutbox::bringsARevisionAllTheWay()
{
    World world;
    QSignalSpy changed(&world.box, &Outbox::changed);
    QSignalSpy seen(&world.box, &Outbox::seen);
    world.put(u"r1"_s, site);
    world.box.start(Company::Alone);
    world.settle();
    QCOMPARE(world.pages[site]->calls, (QStringList{u"publish r1"_s, u"readBack r1"_s}));
    const Intent intent = world.intent(u"r1"_s);
    QCOMPARE(intent.state, IntentState::Seen);
    QCOMPARE(intent.attempts, 1);
    QCOMPARE(intent.remoteId, u"r1"_s);
    QCOMPARE(intent.url, u"https://r1"_s);
    QCOMPARE(changed.size(), 3); // sent, accepted, seen
    QCOMPARE(seen.size(), 1);
    QVERIFY(world.box.isIdle());
    QVERIFY(world.box.waiting()->empty());
}

void TestOutbox::nothingIsSentBeforeStart()
{
    World world;
    world.put(u"r1"_s, site);
    world.settle();
    QVERIFY(world.pages[site]->calls.isEmpty());
}

void TestOutbox::looksBeforeItTriesAgain()
{
    World world;
    world.moods[u"site/publish"_s] = {Mood::Before, Mood::Well};
    world.put(u"r1"_s, site);
    world.box.start(Company::Alone);
    world.settle();
    QCOMPARE(world.intent(u"r1"_s).state, IntentState::Sent);
    QCOMPARE(world.intent(u"r1"_s).lastError, u"It did not work."_s);
    world.pass(1s);
    QCOMPARE(world.pages[site]->calls.size(), 1);
    world.pass(1s);
    QCOMPARE(world.pages[site]->calls,
             (QStringList{u"publish r1"_s, u"find r1"_s, u"publish r1"_s, u"readBack r1"_s}));
    QCOMPARE(world.intent(u"r1"_s).lastError, QString());
}

void TestOutbox::aLostAnswerIsNoSecondPost()
{
    World world;
    world.moods[u"site/publish"_s] = {Mood::After};
    world.moods[u"site/find"_s] = {Mood::Before, Mood::Well};
    world.put(u"r1"_s, site);
    world.box.start(Company::Alone);
    world.settle();
    world.pass(10s);
    world.pass(10s);
    QCOMPARE(world.pages[site]->calls,
             (QStringList{u"publish r1"_s, u"find r1"_s, u"find r1"_s, u"readBack r1"_s}));
    QCOMPARE(world.intent(u"r1"_s).state, IntentState::Seen);
    QCOMPARE(world.servers[site].count(u"r1"_s), 1);
}

void TestOutbox::keepsTheOrderOfATarget()
{
    World world;
    world.moods[u"site/publish"_s] = {Mood::Before, Mood::Before, Mood::Well};
    for (const QString &revision : {u"r1"_s, u"r2"_s, u"r3"_s})
        world.put(revision, site);
    world.box.start(Company::Alone);
    world.settle();
    QCOMPARE(world.pages[site]->calls, QStringList{u"publish r1"_s});
    for (int i = 0; i < 10; ++i)
        world.pass(30s);
    QCOMPARE(world.servers[site].posts, (std::vector{u"r1"_s, u"r2"_s, u"r3"_s}));
}

void TestOutbox::noTargetWaitsForAnother()
{
    World world;
    world.moods[u"site/publish"_s] = {Mood::Before};
    for (const QString &revision : {u"r1"_s, u"r2"_s}) {
        world.put(revision, site);
        world.put(revision, blog);
    }
    world.box.start(Company::Alone);
    world.settle();
    QCOMPARE(world.servers[blog].posts, (std::vector{u"r1"_s, u"r2"_s}));
    QVERIFY(world.servers[site].posts.empty());
}

void TestOutbox::waitsAsLongAsItIsAsked()
{
    World world;
    world.moods[u"site/publish"_s] = {Mood::Busy, Mood::Well};
    world.put(u"r1"_s, site);
    world.box.start(Company::Alone);
    world.settle();
    world.pass(599s);
    QCOMPARE(world.pages[site]->calls.size(), 1);
    world.pass(1s);
    QCOMPARE(world.intent(u"r1"_s).state, IntentState::Seen);
}

void TestOutbox::aClockThatWentBackDoesNotStopIt()
{
    World world;
    world.moods[u"site/publish"_s] = {Mood::Before, Mood::Well};
    world.put(u"r1"_s, site);
    world.box.start(Company::Alone);
    world.settle();
    world.pass(-24h);
    QCOMPARE(world.intent(u"r1"_s).state, IntentState::Seen);
}

void TestOutbox::whatIsRefusedWaitsForAPerson()
{
    World world;
    world.moods[u"site/publish"_s] = {Mood::Refused, Mood::Well};
    world.put(u"r1"_s, site);
    world.put(u"r2"_s, site);
    world.box.start(Company::Alone);
    world.settle();
    QCOMPARE(world.intent(u"r1"_s).state, IntentState::Failed);
    QCOMPARE(world.intent(u"r2"_s).state, IntentState::Seen);
    QVERIFY(world.box.waiting()->front().needsPerson);
    world.pass(24h);
    QCOMPARE(world.intent(u"r1"_s).state, IntentState::Failed);

    QVERIFY(world.box.retry(ledger::intentKey(u"r1"_s, site)));
    world.settle();
    QCOMPARE(world.intent(u"r1"_s).state, IntentState::Seen);
    QVERIFY(world.pages[site]->calls.contains(u"find r1"_s));
    QCOMPARE(world.box.retry(ledger::intentKey(u"r1"_s, site)).error().kind, ErrorKind::Refused);
    QCOMPARE(world.box.retry(u"nothing"_s).error().kind, ErrorKind::NotFound);
}

void TestOutbox::refusedCredentialsHoldTheTarget()
{
    World world;
    world.moods[u"site/publish"_s] = {Mood::Auth, Mood::Well};
    world.put(u"r1"_s, site);
    world.put(u"r2"_s, site);
    world.put(u"r1"_s, blog);
    world.box.start(Company::Alone);
    world.settle();
    world.pass(24h);
    QCOMPARE(world.pages[site]->calls, QStringList{u"publish r1"_s});
    QCOMPARE(world.intent(u"r1"_s, blog).state, IntentState::Seen);
    QCOMPARE(world.wordsFor(u"r2"_s), u"It did not work. Then resume Page site."_s);
    world.box.resume(site);
    world.settle();
    QCOMPARE(world.servers[site].posts, (std::vector{u"r1"_s, u"r2"_s}));
}

void TestOutbox::uselessAnswersEndInAPersonsHands()
{
    World world;
    world.moods[u"site/readBack"_s] = {Mood::Useless};
    world.put(u"r1"_s, site);
    world.put(u"r2"_s, site);
    world.box.start(Company::Alone);
    world.settle();
    for (int i = 0; i < 40; ++i)
        world.pass(300s);
    QCOMPARE(world.intent(u"r1"_s).state, IntentState::Failed);
    QCOMPARE(world.intent(u"r1"_s).attempts, 5);
    QCOMPARE(world.servers[site].count(u"r1"_s), 1);
    QCOMPARE(world.recorder.times.size(), size_t(0));
    QCOMPARE(world.servers[site].count(u"r2"_s), 1);
}

void TestOutbox::pauseAndResume()
{
    World world;
    world.box.pause(site);
    world.put(u"r1"_s, site);
    world.box.start(Company::Alone);
    world.settle();
    QVERIFY(world.pages[site]->calls.isEmpty());
    QVERIFY(world.box.isPaused(site));
    QVERIFY(world.wordsFor(u"r1"_s).contains(u"paused"_s));
    world.box.resume(site);
    world.settle();
    QCOMPARE(world.intent(u"r1"_s).state, IntentState::Seen);
}

void TestOutbox::cancelBeforeItIsSent()
{
    World world;
    world.put(u"r1"_s, site);
    QVERIFY(world.box.cancel(ledger::intentKey(u"r1"_s, site)).result());
    world.box.start(Company::Alone);
    world.settle();
    QCOMPARE(world.intent(u"r1"_s).state, IntentState::Cancelled);
    QVERIFY(world.pages[site]->calls.isEmpty());
    QVERIFY(world.box.cancel(ledger::intentKey(u"r1"_s, site)).result());
    QCOMPARE(world.box.cancel(u"nothing"_s).result().error().kind, ErrorKind::NotFound);
}

void TestOutbox::cancelLooksFirst()
{
    World world;
    const QString key = ledger::intentKey(u"r1"_s, site);
    world.moods[u"site/publish"_s] = {Mood::Before};
    world.moods[u"site/find"_s] = {Mood::Before, Mood::Well};
    world.put(u"r1"_s, site);
    world.box.start(Company::Alone);
    world.settle();
    const auto unsure = world.box.cancel(key);
    world.settle();
    QCOMPARE(unsure.result().error().kind, ErrorKind::Timeout);
    QCOMPARE(world.intent(u"r1"_s).state, IntentState::Sent);
    const auto sure = world.box.cancel(key);
    world.settle();
    QVERIFY(sure.result());
    QCOMPARE(world.intent(u"r1"_s).state, IntentState::Cancelled);
    world.pass(1h);
    QVERIFY(world.servers[site].posts.empty());
}

void TestOutbox::cancelOfWhatIsPublicIsRefused()
{
    World world;
    const QString key = ledger::intentKey(u"r1"_s, site);
    world.moods[u"site/publish"_s] = {Mood::After};
    world.put(u"r1"_s, site);
    world.box.start(Company::Alone);
    world.settle();
    QCOMPARE(world.intent(u"r1"_s).state, IntentState::Sent);
    const auto refused = world.box.cancel(key);
    world.settle();
    QCOMPARE(refused.result().error().kind, ErrorKind::Refused);
    QCOMPARE(world.intent(u"r1"_s).state, IntentState::Seen);
    QCOMPARE(world.box.cancel(key).result().error().kind, ErrorKind::Refused);
    QCOMPARE(world.servers[site].count(u"r1"_s), 1);
}

void TestOutbox::aTargetThatIsGone()
{
    World world;
    world.box.dropPage(site);
    world.put(u"r1"_s, site);
    world.put(u"r1"_s, blog);
    world.box.start(Company::Alone);
    world.settle();
    QCOMPARE(world.intent(u"r1"_s).state, IntentState::Queued);
    QCOMPARE(world.intent(u"r1"_s, blog).state, IntentState::Seen);
    QVERIFY(world.wordsFor(u"r1"_s).contains(u"“site”"_s));
    world.box.setPage(world.pages[site]);
    world.settle();
    QCOMPARE(world.intent(u"r1"_s).state, IntentState::Seen);
}

void TestOutbox::aNewerWordingMakesItNeedless()
{
    World world;
    const auto newer = [](const Intent &intent) {
        auto thread = threadFor(intent);
        thread->updates[0].revision = u"newer"_s;
        return thread;
    };
    Outbox box(world.queue, world.recorder, newer, world.clock, [] { return 0.; });
    box.setPage(world.pages[site]);
    world.put(u"r1"_s, site);
    box.start(Company::Alone);
    world.settle();
    QCOMPARE(world.intent(u"r1"_s).state, IntentState::Cancelled);
    QVERIFY(!world.intent(u"r1"_s).lastError.isEmpty());
    QVERIFY(world.pages[site]->calls.isEmpty());
}

void TestOutbox::anotherProcessIsLeftAlone()
{
    World world;
    world.put(u"r1"_s, site);
    world.put(u"r2"_s, site);
    const base::Instant now = world.clock.now();
    QVERIFY(world.queue.claim(ledger::intentKey(u"r1"_s, site), now, now + 45s));
    world.box.start(Company::Possible);
    world.settle();
    QVERIFY(world.pages[site]->calls.isEmpty());
    QVERIFY(world.wordsFor(u"r1"_s).contains(u"0:45"_s));
    world.pass(45s);
    QCOMPARE(world.pages[site]->calls.front(), u"find r1"_s);
    QCOMPARE(world.intent(u"r2"_s).state, IntentState::Seen);
}

void TestOutbox::impatienceDoesNotBreakAnothersClaim()
{
    World world;
    const QString key = ledger::intentKey(u"r1"_s, site);
    world.put(u"r1"_s, site);
    const base::Instant now = world.clock.now();
    QVERIFY(world.queue.claim(key, now, now + 45s));
    world.box.start(Company::Possible);
    const auto retried = world.box.retry(key);
    const auto cancelled = world.box.cancel(key).result();
    world.settle();
    QCOMPARE(retried.error().kind, ErrorKind::Refused);
    QCOMPARE(cancelled.error().kind, ErrorKind::Refused);
    QVERIFY(retried.error().text.contains(u"0:45"_s));
    QVERIFY(world.pages[site]->calls.isEmpty());
    world.clock.advance(45s);
    QVERIFY(world.box.retry(key));
    world.settle();
    QCOMPARE(world.intent(u"r1"_s).state, IntentState::Seen);
}

void TestOutbox::aRequestOfTheDeadMayStillArrive()
{
    World world;
    world.pages[site]->lingers = 20s;
    world.put(u"r1"_s, site);
    const base::Instant now = world.clock.now();
    Intent sent = **world.queue.claim(ledger::intentKey(u"r1"_s, site), now, now + 45s);
    sent.state = IntentState::Sent;
    QVERIFY(world.queue.update(sent));
    world.box.start(Company::Alone);
    world.settle();
    QCOMPARE(world.pages[site]->calls, QStringList{u"find r1"_s});
    world.servers[site].posts.push_back(u"r1"_s); // the request arrives after all
    world.pass(20s);
    QCOMPARE(world.intent(u"r1"_s).state, IntentState::Seen);
    QCOMPARE(world.servers[site].count(u"r1"_s), 1);
    QVERIFY(!world.pages[site]->calls.contains(u"publish r1"_s));
}

void TestOutbox::whatTheDeadHadIsTakenOver()
{
    World world;
    world.put(u"r1"_s, site);
    const base::Instant now = world.clock.now();
    QVERIFY(world.queue.claim(ledger::intentKey(u"r1"_s, site), now, now + 45s));
    world.box.start(Company::Alone);
    world.settle();
    QCOMPARE(world.pages[site]->calls.front(), u"find r1"_s);
    QCOMPARE(world.intent(u"r1"_s).state, IntentState::Seen);
}

void TestOutbox::aBrokenQueueIsReportedAndTriedAgain()
{
    World world;
    Life life;
    MortalQueue broken(world.queue, life);
    Outbox box(broken, world.recorder, threadFor, world.clock, [] { return 0.; });
    box.setPage(world.pages[site]);
    QSignalSpy troubled(&box, &Outbox::troubled);
    world.put(u"r1"_s, site);
    life.begin(2); // claimed, and then nothing can be written
    box.start(Company::Alone);
    world.settle();
    QVERIFY(troubled.size() > 0);
    QVERIFY(world.pages[site]->calls.isEmpty());
    life.begin(-1);
    world.clock.advance(60s);
    box.wake();
    world.settle();
    QCOMPARE(world.intent(u"r1"_s).state, IntentState::Seen);
}

void TestOutbox::sentencesSayWhatItWaitsFor()
{
    World world;
    world.moods[u"site/publish"_s] = {Mood::Before};
    world.put(u"r1"_s, site);
    world.put(u"r2"_s, site);
    QCOMPARE(world.wordsFor(u"r1"_s), u"Goes out next."_s);
    QCOMPARE(world.wordsFor(u"r2"_s), u"Waits for the post before it to reach Page site."_s);
    world.box.start(Company::Alone);
    world.settle();
    QCOMPARE(world.wordsFor(u"r1"_s), u"It did not work. Next attempt in 0:02."_s);
    world.life.begin(0); // its question never gets an answer
    world.pass(2s);
    QCOMPARE(world.wordsFor(u"r1"_s), u"Looking whether Page site has it already."_s);
}

void TestOutbox::backOffGrowsWithinLimits()
{
    using outbox::backOff;
    const Retry soon;
    QCOMPARE(backOff(1, soon, 0), 2s);
    QCOMPARE(backOff(1, soon, 1), 1s);
    QCOMPARE(backOff(2, soon, 0), 4s);
    QCOMPARE(backOff(8, soon, 0), 256s);
    QCOMPARE(backOff(9, soon, 0), 300s);
    QCOMPARE(backOff(100000, soon, 0), 300s);
    QCOMPARE(backOff(100000, soon, 1), 150s);
    QCOMPARE(backOff(0, soon, 0), 2s);
    QCOMPARE(backOff(1, {Retry::When::After, 90s}, 0), 90s);
    QCOMPARE(backOff(9, {Retry::When::After, 90s}, 0), 300s);
    QCOMPARE(backOff(1, {Retry::When::After, 9999h}, 0), outbox::longestWait);
}

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
