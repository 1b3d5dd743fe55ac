// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/fold.h"
#include "support/manualclock.h"

#include <QTest>

using namespace incident;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using support::utc;

namespace {

const Instant begin = utc("2026-11-22T16:08:00Z");

RoughInstant at(Span after)
{
    return RoughInstant::exact(begin + after);
}

/// Events of one incident, a minute apart.
std::vector<Event> history(std::initializer_list<Payload> payloads)
{
    std::vector<Event> events;
    Instant recorded = begin;
    for (const Payload &payload : payloads) {
        events.push_back({u"e%1"_s.arg(events.size()), u"i"_s, payload,
                          RoughInstant::exact(recorded), recorded, u"sam"_s});
        recorded += 1min;
    }
    return events;
}

Opened opening()
{
    return {Kind::Outage,         EntryMode::Live,    State::Active, u"2026-11-22-1"_s,
            u"Images are gone"_s, u"Europe/London"_s, u"www"_s};
}

Window window(int seq, const RoughInstant &start, const RoughInstant &end = {})
{
    Window window;
    window.seq = seq;
    window.start = start;
    window.end = end;
    return window;
}

PostRevision post(const QString &id)
{
    PostRevision revision;
    revision.id = id;
    revision.title = u"Images"_s;
    return revision;
}

Promise promise(const QString &id)
{
    Promise promise;
    promise.id = id;
    promise.quote = u"We keep watching"_s;
    return promise;
}

} // namespace

class TestFold : public QObject
{
    Q_OBJECT

private slots:
    void opens()
    {
        const Incident incident = fold(history({opening()}));
        QCOMPARE(incident.id, u"i"_s);
        QCOMPARE(incident.ref, u"2026-11-22-1"_s);
        QCOMPARE(incident.title, u"Images are gone"_s);
        QCOMPARE(incident.zone, u"Europe/London"_s);
        QCOMPARE(incident.state, State::Active);
        QCOMPARE(incident.round, 1);
        QCOMPARE(incident.opened, begin);
        QCOMPARE(incident.changed, begin);
        QCOMPARE(incident.roundSince, begin);
    }

    void nothingIsNoIncident() { QVERIFY(!fold({}).exists()); }

    void withoutAnOpeningThereIsNoIncident()
    {
        QCOMPARE(fold(history({TitleChanged{u"x"_s}, StateChanged{State::Closed, {}}})),
                 Incident());
    }

    /// The clock of another console can be behind.
    void theOpeningComesFirstWhereverItStands()
    {
        const Incident incident = fold(history(
            {SeverityChanged{2}, StateChanged{State::Monitoring, {}}, opening(), Noted{u"x"_s}}));
        QCOMPARE(incident.severity, 2);
        QCOMPARE(incident.state, State::Monitoring);
        QCOMPARE(incident.title, u"Images are gone"_s);
        QCOMPARE(incident.changed, begin + 3min);
    }

    void aSecondOpeningChangesNothing()
    {
        Opened other = opening();
        other.title = u"Something else"_s;
        other.state = State::Suspected;
        const Incident incident = fold(history({opening(), SeverityChanged{1}, other}));
        QCOMPARE(incident.title, u"Images are gone"_s);
        QCOMPARE(incident.state, State::Active);
        QCOMPARE(incident.severity, 1);
        QCOMPARE(incident.opened, begin);
    }

    void unknownThingsChangeNothing_data()
    {
        QTest::addColumn<int>("which");
        for (int i = 0; i < 4; ++i)
            QTest::addRow("%d", i) << i;
    }

    void unknownThingsChangeNothing()
    {
        QFETCH(int, which);
        const Payload stray[] = {
            WindowWithdrawn{7, u"never was"_s},
            PostSeen{u"nobody's"_s, u"site"_s, {}, {}},
            PromiseSettled{u"nobody's"_s, PromiseStatus::Kept, u"x"_s},
            UnknownEvent{u"from_the_future"_s, "{}"},
        };
        Incident before = fold(history({opening(), PostRevised{post(u"r"_s)}}));
        const Incident after = fold(history({opening(), PostRevised{post(u"r"_s)}, stray[which]}));
        QVERIFY(after.changed > before.changed);
        before.changed = after.changed;
        QCOMPARE(after, before);
    }

    void whatIsThereAlreadyIsNotAddedAgain()
    {
        Promise same = promise(u"p"_s);
        same.quote = u"Something else"_s;
        PostRevision again = post(u"r"_s);
        again.title = u"Something else"_s;
        const Incident incident =
            fold(history({opening(), PostRevised{post(u"r"_s)}, PromiseMade{promise(u"p"_s)},
                          PromiseSettled{u"p"_s, PromiseStatus::Kept, u"done"_s}, PromiseMade{same},
                          PostRevised{again}}));
        QCOMPARE(incident.posts.size(), std::size_t(1));
        QCOMPARE(incident.posts[0].title, u"Images"_s);
        QCOMPARE(incident.promises.size(), std::size_t(1));
        QCOMPARE(incident.promises[0].quote, u"We keep watching"_s);
        QCOMPARE(incident.promises[0].status, PromiseStatus::Kept);
    }

    void milestonesAreKeptAndTheNewestCounts()
    {
        const Incident incident = fold(history({
            opening(),
            MilestoneSet{Milestone::Fixed, 1, at(10min), Source::Manual, {}},
            MilestoneSet{Milestone::Fixed, 1, at(12min), Source::Chart, u"looked again"_s},
            MilestoneSet{Milestone::Fixed, 1, {}, Source::Manual, u"not yet"_s},
            MilestoneSet{Milestone::Detected, 1, at(1min), Source::Alert, {}},
        }));
        QCOMPARE(incident.milestoneRows.size(), std::size_t(4));
        QCOMPARE(incident.milestone(Milestone::Fixed), RoughInstant());
        QCOMPARE(incident.milestoneRow(Milestone::Fixed)->reason, u"not yet"_s);
        QCOMPARE(incident.milestone(Milestone::Detected), at(1min));
        QCOMPARE(incident.milestoneRows[1].author, u"sam"_s);
        QCOMPARE(incident.milestoneRows[1].recorded, begin + 2min);
        QCOMPARE(incident.milestoneRow(Milestone::Acknowledged), nullptr);
    }

    void windowsAreReplacedAndKept()
    {
        const Incident incident = fold(history({
            opening(),
            WindowSet{window(2, at(30min)), {}},
            WindowSet{window(1, at(0min)), {}},
            WindowSet{window(1, at(0min), at(20min)), u"ended"_s},
            WindowSet{window(3, at(40min)), {}},
            WindowWithdrawn{2, u"a false alarm"_s},
        }));
        QCOMPARE(incident.windows.size(), std::size_t(2));
        QCOMPARE(incident.windows[0], window(1, at(0min), at(20min)));
        QCOMPARE(incident.windows[1], window(3, at(40min)));
        QCOMPARE(incident.windowHistory.size(), std::size_t(2));
        QCOMPARE(incident.windowHistory[0], window(1, at(0min)));
        QCOMPARE(incident.windowHistory[1], window(2, at(30min)));
        QVERIFY(incident.hasOpenWindow());
        QCOMPARE(incident.window(2), nullptr);
    }

    void roundsAreKeptApart()
    {
        AlertEvidence first;
        first.alert = u"a1"_s;
        AlertEvidence second = first;
        second.alert = u"a2"_s;
        AlertEvidence ended = first;
        ended.ended = at(5min);
        Window again = window(2, at(60min));
        again.round = 2;
        PostRevision allClear = post(u"r1"_s);
        allClear.status = PublicStatus::Resolved;
        const Incident incident = fold(history({
            opening(),
            MilestoneSet{Milestone::Started, 1, at(0min), Source::Manual, {}},
            WindowSet{window(1, at(0min), at(20min)), {}},
            AlertLinked{first},
            PostRevised{allClear},
            Reopened{u"it is down again"_s},
            MilestoneSet{Milestone::Started, 2, at(60min), Source::Manual, {}},
            WindowSet{again, {}},
            AlertLinked{second},
            AlertLinked{ended},
            PostRevised{post(u"r2"_s)},
        }));
        QCOMPARE(incident.round, 2);
        QCOMPARE(incident.roundSince, begin + 5min);
        QCOMPARE(incident.milestone(Milestone::Started), at(60min));
        QCOMPARE(incident.milestone(Milestone::Started, 1), at(0min));
        QCOMPARE(incident.actualWindows(), std::vector<Window>{again});
        QCOMPARE(incident.actualWindows(1).size(), std::size_t(1));
        QCOMPARE(incident.posts[0].round, 1);
        QCOMPARE(incident.posts[1].round, 2);
        QVERIFY(incident.isSuperseded(incident.posts[0]));
        QVERIFY(!incident.isSuperseded(incident.posts[1]));
        QCOMPARE(incident.alerts.size(), std::size_t(2));
        QCOMPARE(incident.alerts[0].round, 1);
        QCOMPARE(incident.alerts[0].ended, at(5min));
        QCOMPARE(incident.alerts[1].round, 2);
    }

    void confirmingBeginsTheRoundAgain()
    {
        Opened suspected = opening();
        suspected.state = State::Suspected;
        const Incident incident = fold(history({suspected, StateChanged{State::Active, {}},
                                                StateChanged{State::Monitoring, {}},
                                                StateChanged{State::Active, u"worse"_s}}));
        QCOMPARE(incident.roundSince, begin + 1min);
        QCOMPARE(incident.stateSince.at(int(State::Active)), begin + 3min);
        QCOMPARE(incident.stateSince.at(int(State::Suspected)), begin);
    }

    void postsAreSeenPerTarget()
    {
        auto events = history({opening(), PostRevised{post(u"r"_s)},
                               PostSeen{u"r"_s, u"site"_s, u"7"_s, u"https://a"_s},
                               PostSeen{u"r"_s, u"blog"_s, u"8"_s, u"https://b"_s},
                               PostSeen{u"r"_s, u"site"_s, u"9"_s, u"https://c"_s}});
        events[3].occurred = at(30s);
        const Incident incident = fold(events);
        const PostRevision *revision = incident.post(u"r"_s);
        QCOMPARE(revision->written, begin + 1min);
        QCOMPARE(revision->seen.size(), std::size_t(2));
        QCOMPARE(revision->seen[0], (Seen{u"site"_s, u"9"_s, u"https://c"_s, begin + 4min}));
        QCOMPARE(revision->seen[1].at, begin + 30s);
        QCOMPARE(incident.lastPublished(), revision);
    }

    void theRestIsRemembered()
    {
        Cause cause;
        cause.status = CauseStatus::WillNotKnow;
        const Incident incident = fold(history({
            opening(),
            CauseStated{cause, u"the logs are gone"_s},
            ChecklistStarted{"{\"name\":\"x\"}"},
            StepMarked{u"U1"_s, 1, StepState::Done, u"seen"_s, true},
            StepMarked{u"U1"_s, 1, StepState::Todo, {}, false},
            StepMarked{u"U1"_s, 2, StepState::Skipped, u"known"_s, false},
            SectionWritten{u"summary"_s, u"a"_s},
            SectionWritten{u"summary"_s, u"b"_s},
            PostmortemExported{u"md"_s, u"ab"_s},
        }));
        QCOMPARE(incident.cause, cause);
        QCOMPARE(incident.causeReason, u"the logs are gone"_s);
        QCOMPARE(incident.checklist, QByteArray("{\"name\":\"x\"}"));
        QCOMPARE(incident.marks.size(), std::size_t(2));
        QCOMPARE(incident.mark(u"U1"_s, 1)->state, StepState::Todo);
        QCOMPARE(incident.mark(u"U1"_s, 2)->reason, u"known"_s);
        QCOMPARE(incident.sections.at(u"summary"_s), u"b"_s);
        QCOMPARE(incident.exports.front().hash, u"ab"_s);
    }

    void whatUsersFeelIsOfTheNewestWindow()
    {
        Window first = window(1, at(0min), at(5min));
        first.felt = u"images missing"_s;
        first.components = {u"images"_s, u"www"_s};
        Window second = window(2, at(10min), at(15min));
        second.components = {u"www"_s, u"search"_s};
        Window plan = window(3, at(60min));
        plan.planned = true;
        plan.components = {u"database"_s};
        const Incident incident = fold(
            history({opening(), WindowSet{first, {}}, WindowSet{second, {}}, WindowSet{plan, {}}}));
        QCOMPARE(incident.felt(), u"images missing"_s);
        QCOMPARE(incident.components(), (QStringList{u"images"_s, u"www"_s, u"search"_s}));
        QCOMPARE(fold(history({opening(), WindowSet{plan, {}}})).components(),
                 QStringList{u"database"_s});
    }
};

QTEST_GUILESS_MAIN(TestFold)
#include "tst_fold.moc"
