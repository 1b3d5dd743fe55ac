// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/facts.h"
#include "publish/threadof.h"
#include "support/manualclock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using incident::Effect;
using incident::Facts;
using incident::Incident;
using incident::PostRevision;
using incident::PublicStatus;
using incident::Window;
using publish::ComponentState;
using publish::Thread;
using support::utc;
using timing::RoughDuration;
using timing::RoughInstant;

namespace {

const QString site = u"site"_s;

Window windowOf(int seq, Effect effect, const QString &component, const RoughInstant &start,
                const RoughInstant &end = {}, int round = 1)
{
    Window window;
    window.seq = seq;
    window.round = round;
    window.effect = effect;
    window.components = {component};
    window.start = start;
    window.end = end;
    window.evidence = u"samples of the internal host img-cache-2.int"_s;
    return window;
}

PostRevision revisionOf(const QString &id, int number, PublicStatus status, const Facts &facts,
                        base::Instant written)
{
    PostRevision revision;
    revision.id = id;
    revision.number = number;
    revision.status = status;
    revision.title = u"Title of "_s + id;
    revision.body = u"Body of "_s + id;
    revision.targets = {site};
    revision.facts = incident::factsJson(facts);
    revision.written = written;
    return revision;
}

void see(PostRevision &revision, base::Instant at, const QString &target = site)
{
    revision.seen.push_back({target, u"remote"_s, u"https://status.example.org/"_s, at});
}

/// An outage that was published once and is running.
Incident running()
{
    Incident incident;
    incident.id = u"0193a000-0000-7000-8000-0000abcd1234"_s;
    incident.zone = u"Europe/London"_s;
    incident.title = u"Internal title"_s;
    incident.windows = {windowOf(1, Effect::Partial, u"Images"_s,
                                 RoughInstant::exact(utc("2026-11-22T16:08:00Z")))};
    Facts facts = incident::factsOf(incident);
    incident.posts = {
        revisionOf(u"r1"_s, 1, PublicStatus::Investigating, facts, utc("2026-11-22T16:14:00Z"))};
    return incident;
}

} // namespace

class TestThreadOf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsOnlyWhatIsPublicAtTheTarget();
    void internalWordsStayInternal();
    void unpublishedFactsStayUnpublished();
    void anEditChangesItsUpdateInPlace();
    void correctingAnOldUpdateDoesNotTurnTimeBack();
    void permalinkOutlivesTitlesAndLateArrivals();
    void roundsAddUp();
    void aRetractionIsOfWhatStandsThere();
    void componentsFollowTheStatus_data();
    void componentsFollowTheStatus();
    void planIsCountedWhenItMoves();
    void plannedSpanTakesFramesWhole();
    void importedPostsUseWhatIsKnown();
    void damagedFactsTellNothing();
};

void TestThreadOf::aRetractionIsOfWhatStandsThere()
{
    Incident incident = running();
    incident.retractions = {{u"x1"_s, {site}, u"It named a customer."_s, {}, {}}};
    QVERIFY(!publish::threadOf(incident, u"x1"_s, site).carries(u"x1"_s));
    see(incident.posts[0], utc("2026-11-22T16:15:00Z"));
    const Thread thread = publish::threadOf(incident, u"x1"_s, site);
    QCOMPARE(thread.retraction, u"x1"_s);
    QCOMPARE(thread.url, u"https://status.example.org/"_s);
    QVERIFY(thread.carries(u"x1"_s) && thread.carries(u"r1"_s) && !thread.carries(u"r2"_s));
    QVERIFY(publish::threadOf(incident, {}, site).retraction.isEmpty());
}

void TestThreadOf::showsOnlyWhatIsPublicAtTheTarget()
{
    Incident incident = running();
    QVERIFY(publish::threadOf(incident, {}, site).updates.empty());

    const Thread first = publish::threadOf(incident, u"r1"_s, site);
    QCOMPARE(first.updates.size(), size_t(1));
    QVERIFY(first.updateWith(u"r1"_s));
    QVERIFY(!first.updateWith(u"r2"_s));

    see(incident.posts[0], utc("2026-11-22T16:15:00Z"));
    auto second = revisionOf(u"r2"_s, 2, PublicStatus::Identified, incident::factsOf(incident),
                             utc("2026-11-22T16:20:00Z"));
    see(second, utc("2026-11-22T16:21:00Z"), u"elsewhere"_s);
    incident.posts.push_back(second);
    QCOMPARE(publish::threadOf(incident, {}, site).updates.size(), size_t(1));
    QCOMPARE(publish::threadOf(incident, u"r2"_s, site).updates.size(), size_t(2));
    QCOMPARE(publish::threadOf(incident, {}, u"elsewhere"_s).updates.size(), size_t(1));
    QCOMPARE(publish::threadOf(incident, u"r2"_s, site).status, PublicStatus::Identified);
    QCOMPARE(publish::threadOf(incident, u"r2"_s, site),
             publish::threadOf(incident, u"r2"_s, site));
}

void TestThreadOf::internalWordsStayInternal()
{
    Incident incident = running();
    incident.cause.text = u"the intern"_s;
    const Thread thread = publish::threadOf(incident, u"r1"_s, site);
    QCOMPARE(thread.title, u"Title of r1"_s);
    QCOMPARE(thread.actual.size(), size_t(1));
    QVERIFY(thread.actual[0].evidence.isEmpty());
}

void TestThreadOf::unpublishedFactsStayUnpublished()
{
    Incident incident = running();
    see(incident.posts[0], utc("2026-11-22T16:15:00Z"));
    incident.windows[0].end = RoughInstant::exact(utc("2026-11-22T16:40:00Z"));
    const Thread before = publish::threadOf(incident, {}, site);
    QVERIFY(before.actual[0].isOpen());
    QCOMPARE(before.components[0].state, ComponentState::PartialOutage);
    QVERIFY(!before.trouble.isKnown());

    incident.posts.push_back(revisionOf(u"r2"_s, 2, PublicStatus::Resolved,
                                        incident::factsOf(incident), utc("2026-11-22T16:45:00Z")));
    const Thread after = publish::threadOf(incident, u"r2"_s, site);
    QVERIFY(!after.actual[0].isOpen());
    QCOMPARE(after.components[0].state, ComponentState::Operational);
    QCOMPARE(after.trouble, RoughDuration::exact(32min));
    QVERIFY(after.isOver());
}

void TestThreadOf::anEditChangesItsUpdateInPlace()
{
    Incident incident = running();
    see(incident.posts[0], utc("2026-11-22T16:15:00Z"));
    const Facts facts = incident::factsOf(incident);
    auto edit =
        revisionOf(u"r1b"_s, 1, PublicStatus::Investigating, facts, utc("2026-11-22T16:18:00Z"));
    edit.replaces = u"r1"_s;
    auto again =
        revisionOf(u"r1c"_s, 1, PublicStatus::Investigating, facts, utc("2026-11-22T16:19:00Z"));
    again.replaces = u"r1b"_s;
    incident.posts.push_back(edit);
    incident.posts.push_back(again);

    const Thread once = publish::threadOf(incident, u"r1b"_s, site);
    QCOMPARE(once.updates.size(), size_t(1));
    QCOMPARE(once.updates[0].key, u"r1"_s);
    QCOMPARE(once.updates[0].revision, u"r1b"_s);
    QCOMPARE(once.updates[0].body, u"Body of r1b"_s);
    QCOMPARE(once.updates[0].publishedAt, utc("2026-11-22T16:14:00Z"));
    QCOMPARE(once.updates[0].edits,
             (std::vector<publish::Edit>{{u"r1b"_s, utc("2026-11-22T16:18:00Z")}}));
    QVERIFY(!once.updateWith(u"r1"_s));

    see(incident.posts[1], utc("2026-11-22T16:18:10Z"));
    const Thread twice = publish::threadOf(incident, u"r1c"_s, site);
    QCOMPARE(twice.updates.size(), size_t(1));
    QCOMPARE(twice.updates[0].edits.size(), size_t(2));
    QCOMPARE(twice.changedAt(), utc("2026-11-22T16:19:00Z"));
    QCOMPARE(twice.publishedAt(), utc("2026-11-22T16:14:00Z"));
}

void TestThreadOf::correctingAnOldUpdateDoesNotTurnTimeBack()
{
    Incident incident = running();
    see(incident.posts[0], utc("2026-11-22T16:15:00Z"));
    const Facts old = incident::factsOf(incident);
    incident.windows[0].end = RoughInstant::exact(utc("2026-11-22T16:40:00Z"));
    incident.posts.push_back(revisionOf(u"r2"_s, 2, PublicStatus::Resolved,
                                        incident::factsOf(incident), utc("2026-11-22T16:45:00Z")));
    see(incident.posts[1], utc("2026-11-22T16:46:00Z"));
    auto edit =
        revisionOf(u"r1b"_s, 1, PublicStatus::Investigating, old, utc("2026-11-22T17:00:00Z"));
    edit.replaces = u"r1"_s;
    incident.posts.push_back(edit);
    const Thread thread = publish::threadOf(incident, u"r1b"_s, site);
    QCOMPARE(thread.status, PublicStatus::Resolved);
    QVERIFY(!thread.actual[0].isOpen());
    QCOMPARE(thread.title, u"Title of r2"_s);
}

void TestThreadOf::permalinkOutlivesTitlesAndLateArrivals()
{
    Incident incident = running();
    const Facts facts = incident::factsOf(incident);
    incident.posts[0].title = u"Bilder & more <b>"_s;
    incident.posts[0].written = utc("2026-06-30T23:30:00Z"); // the next day in London
    auto second =
        revisionOf(u"r2"_s, 2, PublicStatus::Identified, facts, utc("2026-07-01T00:10:00Z"));
    incident.posts.push_back(second);

    const QString link = publish::threadOf(incident, u"r1"_s, site).permalink;
    QCOMPARE(link, u"2026-07-01-bilder-more-b-abcd1234"_s);
    see(incident.posts[0], utc("2026-06-30T23:31:00Z"));
    QCOMPARE(publish::threadOf(incident, u"r2"_s, site).permalink, link);

    // The first post failed there, and arrives after the second.
    incident.posts[0].seen.clear();
    see(incident.posts[1], utc("2026-07-01T00:11:00Z"));
    const QString other = publish::threadOf(incident, {}, site).permalink;
    QCOMPARE(other, u"2026-07-01-title-of-r2-abcd1234"_s);
    QCOMPARE(publish::threadOf(incident, u"r1"_s, site).permalink, other);
    see(incident.posts[0], utc("2026-07-01T00:20:00Z"));
    QCOMPARE(publish::threadOf(incident, {}, site).permalink, other);
}

void TestThreadOf::roundsAddUp()
{
    Incident incident = running();
    incident.windows[0].end = RoughInstant::exact(utc("2026-11-22T16:18:00Z"));
    incident.posts[0] = revisionOf(u"r1"_s, 1, PublicStatus::Resolved, incident::factsOf(incident),
                                   utc("2026-11-22T16:20:00Z"));
    see(incident.posts[0], utc("2026-11-22T16:21:00Z"));
    incident.round = 2;
    incident.windows.push_back(windowOf(2, Effect::Down, u"Shop"_s,
                                        RoughInstant::exact(utc("2026-11-22T17:00:00Z")), {}, 2));
    incident.posts.push_back(revisionOf(u"r2"_s, 2, PublicStatus::Investigating,
                                        incident::factsOf(incident), utc("2026-11-22T17:05:00Z")));
    const Thread thread = publish::threadOf(incident, u"r2"_s, site);
    QCOMPARE(thread.actual.size(), size_t(2));
    QCOMPARE(thread.started, RoughInstant::exact(utc("2026-11-22T16:08:00Z")));
    QCOMPARE(thread.impact, publish::Impact::Critical);
    QCOMPARE(thread.trouble, RoughDuration::exact(10min));
    QCOMPARE(thread.components,
             (std::vector<publish::ComponentEffect>{{u"Shop"_s, ComponentState::MajorOutage},
                                                    {u"Images"_s, ComponentState::Operational}}));
}

void TestThreadOf::componentsFollowTheStatus_data()
{
    QTest::addColumn<incident::Kind>("kind");
    QTest::addColumn<Effect>("effect");
    QTest::addColumn<PublicStatus>("status");
    QTest::addColumn<bool>("ended");
    QTest::addColumn<ComponentState>("state");

    const auto outage = incident::Kind::Outage;
    const auto work = incident::Kind::Maintenance;
    QTest::newRow("down") << outage << Effect::Down << PublicStatus::Identified << false
                          << ComponentState::MajorOutage;
    QTest::newRow("read only") << outage << Effect::ReadOnly << PublicStatus::Identified << false
                               << ComponentState::PartialOutage;
    QTest::newRow("slow") << outage << Effect::Degraded << PublicStatus::Monitoring << false
                          << ComponentState::Degraded;
    QTest::newRow("ended, watched") << outage << Effect::Down << PublicStatus::Monitoring << true
                                    << ComponentState::Operational;
    QTest::newRow("resolved, end unknown")
        << outage << Effect::Down << PublicStatus::Resolved << false << ComponentState::Operational;
    QTest::newRow("work in progress")
        << work << Effect::Down << PublicStatus::InProgress << false << ComponentState::Maintenance;
    QTest::newRow("after effects") << work << Effect::Degraded << PublicStatus::InProgress << false
                                   << ComponentState::Degraded;
}

void TestThreadOf::componentsFollowTheStatus()
{
    QFETCH(const incident::Kind, kind);
    QFETCH(const Effect, effect);
    QFETCH(const PublicStatus, status);
    QFETCH(const bool, ended);
    QFETCH(const ComponentState, state);

    Incident incident = running();
    incident.kind = kind;
    incident.windows[0].effect = effect;
    if (ended)
        incident.windows[0].end = RoughInstant::exact(utc("2026-11-22T16:18:00Z"));
    incident.posts[0] =
        revisionOf(u"r1"_s, 1, status, incident::factsOf(incident), utc("2026-11-22T16:20:00Z"));
    const Thread thread = publish::threadOf(incident, u"r1"_s, site);
    QCOMPARE(thread.components, (std::vector<publish::ComponentEffect>{{u"Images"_s, state}}));
}

void TestThreadOf::planIsCountedWhenItMoves()
{
    Incident incident = running();
    incident.kind = incident::Kind::Maintenance;
    incident.windows[0].planned = true;
    incident.windows[0].duration = RoughDuration::atMost(10min);
    const auto publishPlan = [&](const QString &id, PublicStatus status) {
        incident.posts.push_back(revisionOf(id, int(incident.posts.size()) + 1, status,
                                            incident::factsOf(incident),
                                            utc("2026-11-20T10:00:00Z")));
        see(incident.posts.back(), utc("2026-11-20T10:00:01Z"));
        return publish::threadOf(incident, {}, site);
    };
    incident.posts.clear();
    QCOMPARE(publishPlan(u"p1"_s, PublicStatus::Scheduled).planChanges, 0);
    QCOMPARE(publishPlan(u"p2"_s, PublicStatus::Scheduled).planChanges, 0);
    incident.windows[0].start = RoughInstant::exact(utc("2026-11-23T16:08:00Z"));
    QCOMPARE(publishPlan(u"p3"_s, PublicStatus::Scheduled).planChanges, 1);
    incident.state = incident::State::Cancelled;
    const Thread off = publishPlan(u"p4"_s, PublicStatus::Completed);
    QCOMPARE(off.planChanges, 2);
    QVERIFY(off.cancelled);
    QVERIFY(off.isOver());
}

void TestThreadOf::plannedSpanTakesFramesWhole()
{
    Window inside =
        windowOf(1, Effect::Down, u"Shop"_s,
                 RoughInstant::between(utc("2026-11-24T01:00:00Z"), utc("2026-11-24T02:00:00Z")),
                 RoughInstant::between(utc("2026-11-24T01:00:00Z"), utc("2026-11-24T02:00:00Z")));
    inside.inside = true;
    inside.duration = RoughDuration::atMost(10min);
    QCOMPARE(publish::plannedSpan({inside}),
             (publish::PlannedSpan{utc("2026-11-24T01:00:00Z"), utc("2026-11-24T02:00:00Z")}));

    Window around = windowOf(2, Effect::Down, u"Shop"_s,
                             RoughInstant::about(utc("2026-11-24T02:00:00Z"), 15min));
    QCOMPARE(publish::plannedSpan({around}),
             (publish::PlannedSpan{utc("2026-11-24T02:00:00Z"), {}}));
    around.duration = RoughDuration::atMost(10min);
    QCOMPARE(publish::plannedSpan({inside, around}),
             (publish::PlannedSpan{utc("2026-11-24T01:00:00Z"), utc("2026-11-24T02:10:00Z")}));
    QCOMPARE(publish::plannedSpan({Window()}), std::nullopt);
    QCOMPARE(publish::plannedSpan({}), std::nullopt);
}

void TestThreadOf::importedPostsUseWhatIsKnown()
{
    Incident incident = running();
    incident.posts[0].facts.clear();
    QCOMPARE(publish::threadOf(incident, u"r1"_s, site).actual.size(), size_t(1));
}

void TestThreadOf::damagedFactsTellNothing()
{
    Incident incident = running();
    incident.posts[0].facts = "{\"actual\": 7";
    const Thread thread = publish::threadOf(incident, u"r1"_s, site);
    QCOMPARE(thread.updates.size(), size_t(1));
    QVERIFY(thread.actual.empty());
    QVERIFY(!thread.started.isKnown());
}

QTEST_GUILESS_MAIN(TestThreadOf)
#include "tst_threadof.moc"
