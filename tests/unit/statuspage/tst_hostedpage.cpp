// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/promised.h"
#include "http/networkclient.h"
#include "http/pacedclient.h"
#include "publish/limits.h"
#include "statuspage/hostedpage.h"
#include "support/fakestatuspage.h"
#include "support/manualclock.h"
#include "support/waiting.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::ErrorKind;
using publish::PublicStatus;
using support::utc;
using support::waitFor;

namespace {

const auto now = utc("2026-11-22T16:20:00Z");

publish::Update updateOf(int number, const QString &body, PublicStatus status, bool notify)
{
    publish::Update update;
    update.number = number;
    update.key = update.revision = u"r%1"_s.arg(number);
    update.title = u"Images are not loading"_s;
    update.body = body;
    update.status = status;
    update.notify = notify;
    update.publishedAt = now;
    return update;
}

/// A page, and what goes out to it.
class Desk
{
public:
    Desk()
        : clock(now)
        , site([this] { return clock.now(); })
        , page(
              spec(), client,
              [] { return base::ready(base::Result<secret::Secret>(secret::Secret("k3y"))); },
              clock)
    {
        thread.key = u"0193a000-0000-7000-8000-0000abcd1234"_s;
        thread.zone = u"Europe/London"_s;
        thread.title = u"Images are not loading"_s;
        thread.impact = publish::Impact::Minor;
        thread.started = timing::RoughInstant::exact(utc("2026-11-22T16:08:00Z"));
        thread.components = {{u"Pictures"_s, publish::ComponentState::PartialOutage},
                             {u"Cellar"_s, publish::ComponentState::MajorOutage}};
        thread.updates = {
            updateOf(1, u"We are on it.\nMore soon."_s, PublicStatus::Investigating, true)};
    }

    [[nodiscard]] std::unique_ptr<statuspage::HostedPage> newPage()
    {
        return std::make_unique<statuspage::HostedPage>(
            spec(), client,
            [] { return base::ready(base::Result<secret::Secret>(secret::Secret("k3y"))); }, clock);
    }

    publish::TargetSpec spec() const
    {
        publish::TargetSpec spec;
        spec.name = u"hosted"_s;
        spec.label = u"Example status"_s;
        spec.address = QUrl(site.api());
        spec.readers = QUrl(site.url());
        spec.user = u"p1"_s;
        spec.plainLoopback = true;
        spec.components = {{u"Pictures"_s, u"c1"_s}};
        return spec;
    }

    base::Result<publish::Receipt> send(const QString &revision)
    {
        const auto receipt = waitFor(page.publish(thread, revision));
        if (receipt)
            thread.url = receipt->url;
        return receipt;
    }

    [[nodiscard]] bool isSeen(const QString &revision)
    {
        const auto found = waitFor(page.find(thread, revision));
        return found && *found && waitFor(page.readBack(**found, thread, revision));
    }

    support::ManualClock clock;
    fakes::FakeStatuspage site;
    http::NetworkClient client;
    statuspage::HostedPage page;
    publish::Thread thread;
};

} // namespace

/// The life of a thread at a server with the defaults and refusals of the real one.
class TestHostedPage : public QObject
{
    Q_OBJECT

private slots:
    void anIncidentFromItsFirstWordToItsLast()
    {
        Desk desk;
        QVERIFY(desk.send(u"r1"_s));
        QVERIFY(desk.isSeen(u"r1"_s));
        QCOMPARE(desk.site.mails, 1);
        QCOMPARE(desk.site.tweets, 0);
        QCOMPARE(desk.site.componentStates.at(u"c1"_s), u"partial_outage"_s);
        QCOMPARE(desk.site.newest().fields[u"impact_override"_s].toString(), u"minor"_s);

        desk.thread.updates.push_back(
            updateOf(2, u"It was the cache."_s, PublicStatus::Identified, false));
        QVERIFY(!waitFor(desk.page.find(desk.thread, u"r2"_s)).value());
        QVERIFY(desk.send(u"r2"_s));
        QCOMPARE(desk.site.mails, 1);

        desk.thread.updates[0].body = u"We are on it."_s;
        desk.thread.updates[0].revision = u"r3"_s;
        desk.thread.updates[0].notify = false;
        desk.thread.updates[0].edits = {{u"r3"_s, now}};
        QVERIFY(desk.send(u"r3"_s));
        QVERIFY(desk.isSeen(u"r3"_s));
        QCOMPARE(desk.site.newest().updates.size(), size_t(2));
        QCOMPARE(desk.site.mails, 1);

        desk.thread.components[0].state = publish::ComponentState::Operational;
        desk.thread.title = u"Images were not loading"_s;
        desk.thread.updates.push_back(
            updateOf(4, u"All is well again."_s, PublicStatus::Resolved, true));
        QVERIFY(desk.send(u"r4"_s));
        QCOMPARE(desk.site.mails, 2);
        QCOMPARE(desk.site.newest().updates.back().status, u"resolved"_s);
        QCOMPARE(desk.site.newest().fields[u"name"_s].toString(), u"Images were not loading"_s);
        QCOMPARE(desk.site.componentStates.at(u"c1"_s), u"operational"_s);
        // Sent again, it changes nothing.
        const auto updates = desk.site.newest().updates.size();
        QVERIFY(desk.send(u"r4"_s));
        QCOMPARE(desk.site.newest().updates.size(), updates);

        desk.thread.retraction = u"x1"_s;
        QVERIFY(desk.send(u"x1"_s));
        QVERIFY(desk.isSeen(u"x1"_s));
        QVERIFY(desk.site.incidents.empty());
        QVERIFY(desk.send(u"x1"_s));
    }

    void plannedWorkHasItsWindow()
    {
        Desk desk;
        desk.thread.kind = publish::Kind::Maintenance;
        desk.thread.updates = {
            updateOf(1, u"We move the database."_s, PublicStatus::Scheduled, true)};
        QVERIFY(!desk.send(u"r1"_s));
        incident::Window window;
        window.start = timing::RoughInstant::exact(utc("2026-11-24T01:00:00Z"));
        window.end = timing::RoughInstant::exact(utc("2026-11-24T02:00:00Z"));
        desk.thread.planned = {window};
        QVERIFY(desk.send(u"r1"_s));
        QCOMPARE(desk.site.newest().fields[u"scheduled_for"_s].toString(),
                 u"2026-11-24T01:00:00Z"_s);
        QCOMPARE(desk.site.newest().fields[u"scheduled_auto_completed"_s].toBool(true), false);

        window.end = timing::RoughInstant::exact(utc("2026-11-24T03:00:00Z"));
        desk.thread.planned = {window};
        desk.thread.updates.push_back(
            updateOf(2, u"We need an hour more."_s, PublicStatus::InProgress, false));
        QVERIFY(desk.send(u"r2"_s));
        QCOMPARE(desk.site.newest().fields[u"scheduled_until"_s].toString(),
                 u"2026-11-24T03:00:00Z"_s);
    }

    void whatWentOutLateIsDatedBack()
    {
        Desk desk;
        desk.clock.advance(26h);
        QVERIFY(desk.send(u"r1"_s));
        QCOMPARE(desk.site.newest().updates[0].shownAt, now);
        QCOMPARE(desk.site.mails, 1);
    }

    void whatIsLongOverTellsNobody()
    {
        Desk desk;
        desk.thread.started = timing::RoughInstant::exact(utc("2026-11-02T16:08:00Z"));
        desk.thread.updates[0].status = PublicStatus::Resolved;
        QVERIFY(desk.send(u"r1"_s));
        QCOMPARE(desk.site.newest().fields[u"backfill_date"_s].toString(), u"2026-11-02"_s);
        QCOMPARE(desk.site.mails, 0);
        QVERIFY(!desk.site.componentStates.contains(u"c1"_s));
    }

    void aColleaguesWordIsNotOverwritten()
    {
        Desk desk;
        QVERIFY(desk.send(u"r1"_s));
        desk.site.newest().updates[0].body = u"Carol is on it."_s;
        desk.thread.updates.push_back(
            updateOf(2, u"It was the cache."_s, PublicStatus::Identified, false));
        const auto refused = desk.send(u"r2"_s);
        QCOMPARE(refused.error().kind, ErrorKind::Refused);
        const auto foreign = desk.page.foreignEdit(desk.thread.key);
        QVERIFY(foreign && foreign->theirs.contains(u"Carol is on it."_s) &&
                foreign->ours.contains(u"We are on it."_s));
        QCOMPARE(desk.site.newest().updates.size(), size_t(1));
        // After a new start looking is enough to know it again.
        const auto another = desk.newPage();
        QVERIFY(!another->foreignEdit(desk.thread.key));
        QVERIFY(!waitFor(another->find(desk.thread, u"r2"_s)).value());
        QCOMPARE(another->foreignEdit(desk.thread.key), foreign);

        desk.page.overwriteNext(desk.thread.key);
        QVERIFY(desk.send(u"r2"_s));
        QCOMPARE(desk.site.newest().updates.size(), size_t(2));
        QVERIFY(desk.site.newest().updates[0].body.startsWith(u"We are on it."_s));
        QVERIFY(!desk.page.foreignEdit(desk.thread.key));
    }

    void aPostmortemStandsBesideTheUpdates()
    {
        Desk desk;
        const publish::PostmortemText text{u"The cache was full.\nWe watch it now."_s, false};
        const auto put = [&](const publish::PostmortemText &wanted) {
            return waitFor(desk.page.putPostmortem(desk.thread, wanted));
        };
        QCOMPARE(put(text).error().kind, ErrorKind::Refused); // nothing stands there yet
        QVERIFY(desk.send(u"r1"_s));
        const int mails = desk.site.mails;
        const int tweets = desk.site.tweets;
        QVERIFY(put(text));
        QVERIFY(put(text));
        QCOMPARE(desk.site.newest().postmortem[u"body"_s].toString(), text.body);
        QCOMPARE(desk.site.mails, mails);
        QCOMPARE(desk.site.tweets, tweets);
        // The updates are as they were, and nobody has changed them.
        QVERIFY(desk.isSeen(u"r1"_s));
        desk.thread.updates.push_back(
            updateOf(2, u"It was the cache."_s, PublicStatus::Resolved, false));
        QVERIFY(desk.send(u"r2"_s));
        QVERIFY(!desk.page.foreignEdit(desk.thread.key));
        QCOMPARE(desk.site.newest().updates.size(), size_t(2));

        QVERIFY(put({u"Shorter."_s, true}));
        QCOMPARE(desk.site.mails, mails + 1);
        QCOMPARE(desk.site.newest().postmortem[u"body"_s].toString(), u"Shorter."_s);
        QVERIFY(put({}));
        QVERIFY(!desk.site.newest().postmortem.contains(u"body"_s));
        QCOMPARE(desk.site.newest().postmortem[u"body_draft"_s].toString(), u"Shorter."_s);
        QVERIFY(desk.isSeen(u"r2"_s));
    }

    void aPostmortemGoesToNobodyElsesIncident()
    {
        Desk desk;
        QVERIFY(desk.send(u"r1"_s));
        desk.thread.key = u"0193a000-0000-7000-8000-0000abcd9999"_s;
        const auto refused = waitFor(desk.page.putPostmortem(desk.thread, {u"x"_s, false}));
        QCOMPARE(refused.error().kind, ErrorKind::Refused);
        QVERIFY(desk.site.newest().postmortem.isEmpty());
    }

    void aColleaguesOwnUpdateIsMet()
    {
        Desk desk;
        QVERIFY(desk.send(u"r1"_s));
        desk.site.newest().updates.push_back(
            {u"foreign"_s, u"monitoring"_s, u"Carol says it is well."_s, now, now});
        desk.thread.updates.push_back(
            updateOf(2, u"It was the cache."_s, PublicStatus::Identified, false));
        QVERIFY(!desk.send(u"r2"_s));
        desk.page.overwriteNext(desk.thread.key);
        QVERIFY(desk.send(u"r2"_s));
        desk.thread.updates.push_back(
            updateOf(3, u"All is well."_s, PublicStatus::Monitoring, false));
        QVERIFY(desk.send(u"r3"_s));
        QCOMPARE(desk.site.newest().updates.size(), size_t(4));
    }

    void whatItCannotSayIsSaidBefore()
    {
        Desk desk;
        desk.thread.title = QString(300, u'x');
        const QStringList unsaid =
            publish::unsaid(desk.page.capabilities(), u"Example"_s, desk.thread, u"r1"_s);
        QCOMPARE(unsaid.size(), 2);
        QVERIFY(unsaid[0].contains(u"255"_s) && unsaid[1].contains(u"Cellar"_s));
        QVERIFY(desk.send(u"r1"_s));
        QCOMPARE(desk.site.newest().fields[u"name"_s].toString().size(), 255);
    }

    void theLimitOfRequestsIsKept()
    {
        Desk desk;
        http::PacedClient paced(desk.client, 3, 300ms);
        statuspage::HostedPage page(
            desk.spec(), paced,
            [] { return base::ready(base::Result<secret::Secret>(secret::Secret("k3y"))); },
            desk.clock);
        QElapsedTimer elapsed;
        elapsed.start();
        QVERIFY(waitFor(page.publish(desk.thread, u"r1"_s)));
        QVERIFY(waitFor(page.find(desk.thread, u"r1"_s)));
        QVERIFY(waitFor(page.find(desk.thread, u"r1"_s)));
        QVERIFY(elapsed.elapsed() >= 300);
    }
};

QTEST_GUILESS_MAIN(TestHostedPage)
#include "tst_hostedpage.moc"
