// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/office.h"
#include "workflow/compose.h"
#include "workflow/undertakings.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace incident;
using support::Office;
using timing::RoughInstant;

namespace {

lint::Context contextAt(base::Instant now)
{
    lint::Context context;
    context.facts.zone = u"Europe/London"_s;
    context.now = now;
    return context;
}

std::vector<Promise> read(const QString &body, Facts facts = {})
{
    lint::Context context = contextAt(support::utc("2026-11-22T16:08:00Z"));
    facts.zone = context.facts.zone;
    context.facts = facts;
    return workflow::undertakingsIn(body, context);
}

} // namespace

class TestUndertakings : public QObject
{
    Q_OBJECT

private slots:
    void eachPromiseOfATextIsOne()
    {
        const auto found =
            read(u"The shop is slow. We will add a check so that this does not happen "
                 u"again.\n\n"
                 "On Monday we will replace the disk. We will keep an eye on it until 18:00."_s);
        QCOMPARE(found.size(), std::size_t(3));
        QCOMPARE(found[0].kind, PromiseKind::Prevent);
        QVERIFY2(found[0].quote.startsWith(u"We will add a check"_s), qPrintable(found[0].quote));
        QVERIFY(!found[0].isDated());
        QCOMPARE(found[1].kind, PromiseKind::FixForward);
        // Some time on that day.
        QCOMPARE(found[1].due.lo().value(), support::utc("2026-11-23T00:00:00Z"));
        QVERIFY(found[1].due.hi().value() > support::utc("2026-11-23T23:00:00Z"));
        QCOMPARE(found[2].kind, PromiseKind::Monitor);
        QCOMPARE(found[2].due, RoughInstant::exact(support::utc("2026-11-22T18:00:00Z")));
    }

    void datesAndLengthsAreDues()
    {
        const auto found =
            read(u"We will replace the disk by 3 December. We will watch it for the next "
                 "two hours."_s);
        QCOMPARE(found.size(), std::size_t(2));
        QVERIFY(found[0].due.hi().value() > support::utc("2026-12-03T23:00:00Z"));
        QVERIFY(found[0].due.hi().value() <= support::utc("2026-12-04T00:00:00Z"));
        QCOMPARE(found[1].due, RoughInstant::exact(support::utc("2026-11-22T18:08:00Z")));
    }

    void whatItWaitsForIsKept()
    {
        const auto found = read(u"We will repair the index as soon as the backup is done."_s);
        QCOMPARE(found.size(), std::size_t(1));
        QVERIFY2(found[0].trigger.contains(u"the backup is done"_s), qPrintable(found[0].trigger));
        QVERIFY(!found[0].due.isKnown());
    }

    void severalStandInOneSentence()
    {
        const auto two = read(u"We will post a report on Friday and will add a second disk by 3 "
                              "December."_s);
        QCOMPARE(two.size(), std::size_t(2));
        QCOMPARE(two[0].quote, u"We will post a report on Friday"_s);
        QCOMPARE(two[0].kind, PromiseKind::NextUpdate);
        QCOMPARE(two[0].due.lo().value(), support::utc("2026-11-27T00:00:00Z"));
        QCOMPARE(two[1].quote, u"will add a second disk by 3 December"_s);
        QVERIFY(two[1].due.hi().value() > support::utc("2026-12-03T23:00:00Z"));
        QVERIFY(two[1].due.hi().value() <= support::utc("2026-12-04T00:00:00Z"));

        const auto three =
            read(u"On Monday we will replace the disk and will test it, and we'll add a check once "
                 "the new server is here."_s);
        QCOMPARE(three.size(), std::size_t(3));
        QCOMPARE(three[0].due.lo().value(), support::utc("2026-11-23T00:00:00Z"));
        QVERIFY(three[0].trigger.isEmpty());
        // The day stands before both.
        QCOMPARE(three[1].due, three[0].due);
        QCOMPARE(three[1].quote, u"will test it"_s);
        QVERIFY(!three[2].due.isKnown());
        QVERIFY2(three[2].trigger.contains(u"the new server is here"_s),
                 qPrintable(three[2].trigger));
    }

    void whatASentenceAsksOrExplainsIsNoSecondOne()
    {
        for (const QString &text :
             {u"We will find out by Friday what happened and what we will do about it."_s,
              u"By Friday we will check how we will store the pictures."_s,
              u"We will replace the disk on Monday, which we will also use to test the backup."_s,
              u"We will also add a check on Monday."_s, u"We then will add a check on Monday."_s})
            QCOMPARE(read(text).size(), std::size_t(1));
    }

    void whatIsUnderWayHidesNoPromise()
    {
        const auto found = read(u"We are watching it and will replace the disk on Monday."_s);
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].quote, u"will replace the disk on Monday"_s);
    }

    void whatStandsInAFieldIsNotTakenTwice()
    {
        QVERIFY(read(u"We are looking into it. We will write here again."_s).empty());
        Facts facts;
        facts.nextUpdate = RoughInstant::exact(support::utc("2026-11-22T16:40:00Z"));
        QVERIFY(read(u"We will write here again by 16:40."_s, facts).empty());
        const auto found = read(u"We will write here again by 16:40."_s);
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].kind, PromiseKind::NextUpdate);
        QCOMPARE(found[0].due, facts.nextUpdate);
        facts.cause.status = CauseStatus::AwaitingProvider;
        QVERIFY(
            read(u"We are waiting for our provider, and will pass their answer on here."_s, facts)
                .empty());
    }

    /// From the text to the promise that keeps an incident open, and what settles it.
    void theIncidentStaysOpenUntilItIsSettled()
    {
        Office office;
        const QString id = office.shopIsDown().id;
        workflow::Compose compose(*office.desk, {u"site"_s});
        compose.setIncident(id);
        compose.setBody(u"The shop is closed. We will add a check before each change."_s);
        const QString post = compose.publish().value();
        // Nobody has read it yet.
        QVERIFY(office.desk->load(id)->promises.empty());
        QVERIFY(office.desk->run(id, RecordSeen{post, u"site"_s, {}, {}, office.desk->newId()}));
        const auto promises = office.desk->load(id)->promises;
        const auto made = std::ranges::find_if(promises, [](const Promise &promise) {
            return promise.kind != PromiseKind::NextUpdate;
        });
        QVERIFY(made != promises.end());
        QCOMPARE(made->revision, post);
        QCOMPARE(made->owner, u"ana"_s);
        QVERIFY(office.desk->stampNow(id, Milestone::BackToNormal));
        QVERIFY(office.desk->run(id, SetSeverity{3}));
        const Cause cause{
            CauseStatus::Confirmed, u"a change"_s, Attribution::Own, {}, u"change.deploy"_s};
        QVERIFY(office.desk->run(id, StateCause{cause, {}}));
        QVERIFY(office.desk->run(id, Advance{State::Review, {}}));
        const auto refused = office.desk->close(id);
        QVERIFY(!refused);
        QVERIFY2(refused.error().text.contains(u"We will add a check"_s),
                 qPrintable(refused.error().text));
    }
};

QTEST_GUILESS_MAIN(TestUndertakings)
#include "tst_undertakings.moc"
