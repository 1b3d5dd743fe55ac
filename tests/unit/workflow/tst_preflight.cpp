// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/office.h"
#include "timing/arithmetic.h"
#include "workflow/monitorbook.h"
#include "workflow/overrun.h"
#include "workflow/phases.h"
#include "workflow/preflight.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::Office;
using timing::RoughDuration;
using timing::RoughInstant;

namespace {

source::MonitorSpec monitor(const QString &name, const QString &below, const QString &part = {})
{
    source::MonitorSpec spec;
    spec.id = name;
    spec.name = name;
    spec.component = part;
    spec.address = u"http://192.0.2.1/"_s + name;
    spec.dependsOn = below;
    return spec;
}

/// The shop and its search stand on the database, the mail on the search.
QList<source::MonitorSpec> map()
{
    return {monitor(u"db"_s, {}, u"database"_s), monitor(u"front"_s, u"db"_s, u"shop"_s),
            monitor(u"find"_s, u"db"_s, u"search"_s), monitor(u"mail"_s, u"find"_s),
            monitor(u"blog"_s, {})};
}

/// Ten minutes at most, planned for now.
incident::Incident planned(Office &office)
{
    workflow::NewMaintenance request;
    request.title = u"Upgrade the database"_s;
    request.components = {u"database"_s};
    request.start = RoughInstant::exact(office.clock.now());
    request.expected = RoughDuration::atMost(10min);
    return office.desk->plan(request).value();
}

} // namespace

class TestPreflight : public QObject
{
    Q_OBJECT

private slots:
    void whatStandsOnItFallsToo()
    {
        QCOMPARE(workflow::fallsWith(map(), {u"Database"_s}),
                 (QStringList{u"shop"_s, u"search"_s, u"mail"_s}));
        QCOMPARE(workflow::fallsWith(map(), {u"search"_s}), QStringList{u"mail"_s});
        QCOMPARE(workflow::fallsWith(map(), {u"blog"_s}), QStringList());
        // A circle comes to an end.
        auto circle = map();
        circle[0].dependsOn = u"mail"_s;
        QCOMPARE(workflow::fallsWith(circle, {u"database"_s}),
                 (QStringList{u"shop"_s, u"search"_s, u"mail"_s}));
    }

    void aGuardedPartIsNamed()
    {
        Office office;
        QVERIFY(workflow::MonitorBook(*office.settings).save(map()));
        QVERIFY(office.settings->set(settings::guardedComponents, {u"Mail"_s, u"blog"_s}));
        const auto work = planned(office);
        const auto preflight = workflow::preflightOf(*office.desk, work);
        QCOMPARE(preflight.guarded, QStringList{u"Mail"_s});
        QVERIFY(!preflight.open.empty());
        const auto now = RoughInstant::exact(office.clock.now());
        const auto refused = workflow::startWork(*office.desk, work.id, now, {u"shop"_s});
        QVERIFY(!refused);
        QVERIFY(refused.error().text.contains(u"“Mail”"_s));
        QCOMPARE(office.desk->load(work.id)->state, incident::State::Scheduled);
        QVERIFY(workflow::startWork(*office.desk, work.id, now, {u"mail"_s}));
        QCOMPARE(office.desk->load(work.id)->state, incident::State::InProgress);
    }

    void whatWasNotDoneBeforeGuardedWorkIsKept()
    {
        Office office;
        QVERIFY(workflow::MonitorBook(*office.settings).save(map()));
        const auto now = RoughInstant::exact(office.clock.now());
        const auto notes = [&](const QString &id) {
            QStringList said;
            const auto events = office.ledger->events(id).value();
            for (const incident::Event &event : events) {
                if (const auto *note = std::get_if<incident::Noted>(&event.payload))
                    said << note->text;
            }
            return said;
        };
        const auto free = planned(office);
        QVERIFY(workflow::startWork(*office.desk, free.id, now, {}));
        QCOMPARE(notes(free.id), QStringList());
        QVERIFY(office.settings->set(settings::guardedComponents, {u"mail"_s}));
        const auto work = planned(office);
        const auto open = workflow::preflightOf(*office.desk, work).open;
        QVERIFY(workflow::startWork(*office.desk, work.id, now, {u"mail"_s}));
        QCOMPARE(notes(work.id).size(), 1);
        for (const incident::StepStatus &status : open) {
            QCOMPARE(notes(work.id).front().contains(status.step.title),
                     status.step.done != incident::DoneWhen::StartPosted);
        }
    }

    void shortNoticeIsSaidUntilItIsAnnounced()
    {
        Office office;
        const auto work = planned(office);
        const auto start = *work.plannedWindows().front().start.lo();
        QCOMPARE(workflow::shortNotice(work, start - 24h), QString());
        const QString late = workflow::shortNotice(work, start - 5h);
        QVERIFY2(late.contains(u"5 h"_s) && late.contains(u"1 d"_s), qPrintable(late));
        QVERIFY(workflow::shortNotice(work, start + 1min).contains(u"past"_s));
        const auto begun =
            workflow::startWork(*office.desk, work.id, RoughInstant::exact(start), {}).value();
        QCOMPARE(workflow::shortNotice(begun, start + 1min), QString());
    }

    void anOverrunIsSeenComing()
    {
        Office office;
        auto work = planned(office);
        const auto begun = office.clock.now();
        QVERIFY(!workflow::overrunOf(work, begun + 9min));
        work = workflow::startWork(*office.desk, work.id, RoughInstant::exact(begun), {}).value();
        QVERIFY(!workflow::overrunOf(work, begun + 8min - 1s));
        const auto overrun = workflow::overrunOf(work, begun + 8min);
        QVERIFY(overrun);
        QCOMPARE(overrun->suggested.duration, RoughDuration::atMost(15min));
        QCOMPARE(overrun->left, 7min);
        QVERIFY(overrun->suggested.planned);
        // What took twice as long already is not over in a moment.
        QCOMPARE(workflow::overrunOf(work, begun + 20min)->suggested.duration,
                 RoughDuration::atMost(25min));
        office.clock.advance(8min);
        work = office.desk->run(work.id, incident::Replan{overrun->suggested, u"slow"_s}).value();
        QVERIFY(!workflow::overrunOf(work, begun + 11min));
        QVERIFY(workflow::overrunOf(work, begun + 12min));
        work =
            office.desk
                ->run(work.id,
                      incident::FinishMaintenance{RoughInstant::exact(office.clock.now()), u"ok"_s})
                .value();
        QVERIFY(!workflow::overrunOf(work, begun + 12min));
    }

    void workThatBeganLateIsExtendedFromThere()
    {
        Office office;
        auto work = planned(office);
        office.clock.advance(5min + 20s);
        const auto begun = RoughInstant::exact(office.clock.now());
        work = workflow::startWork(*office.desk, work.id, begun, {}).value();
        office.clock.advance(8min + 10s);
        const auto overrun = workflow::overrunOf(work, office.clock.now());
        QVERIFY(overrun);
        QCOMPARE(overrun->left, 7min);
        const auto extended =
            workflow::replan(*office.desk, work.id, overrun->suggested, u"slow"_s);
        QVERIFY2(extended, extended ? "" : qPrintable(extended.error().text));
        const auto plan = extended->plannedWindows().front();
        QCOMPARE(plan.start, begun);
        QVERIFY(!plan.inside);
        QCOMPARE(plan.end, timing::plus(begun, RoughDuration::atMost(15min)));
        QCOMPARE(extended->mute->until, office.clock.now() + 6min + 50s);
    }

    void theEndFollowsTheLengthUnlessItIsSaid()
    {
        Office office;
        const auto work = planned(office);
        auto plan = workflow::currentPlan(work);
        plan.duration = RoughDuration::atMost(40min);
        const auto longer = workflow::replan(*office.desk, work.id, plan, {});
        QVERIFY2(longer, longer ? "" : qPrintable(longer.error().text));
        plan = workflow::currentPlan(*longer);
        QCOMPARE(plan.end, timing::plus(plan.start, plan.duration));
        plan.end = RoughInstant::exact(office.clock.now() + 2h);
        const auto within = workflow::replan(*office.desk, work.id, plan, {});
        QVERIFY2(within, within ? "" : qPrintable(within.error().text));
        QVERIFY(workflow::currentPlan(*within).inside);
    }

    void aDraftBecomesAPlanByItsTime()
    {
        Office office;
        const auto trouble = office.shopIsDown();
        incident::FollowUp larger;
        larger.id = u"larger"_s;
        larger.title = u"A larger disk"_s;
        auto draft = office.desk->planFor(trouble, larger).value();
        QCOMPARE(draft.state, incident::State::Draft);
        auto plan = workflow::currentPlan(draft);
        QVERIFY(!workflow::replan(*office.desk, draft.id, plan, {}));
        plan.start = RoughInstant::exact(office.clock.now() + 24h);
        plan.duration = RoughDuration::atMost(20min);
        draft = workflow::replan(*office.desk, draft.id, plan, {}).value();
        QCOMPARE(draft.state, incident::State::Scheduled);
    }
};

QTEST_GUILESS_MAIN(TestPreflight)
#include "tst_preflight.moc"
