// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/facts.h"
#include "support/refusals.h"

#include <QJsonDocument>
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

Window windowOf(const QString &component, Effect effect, const RoughInstant &start)
{
    Window window = windowFrom(start);
    window.components = {component};
    window.felt = component + u" missing"_s;
    window.effect = effect;
    return window;
}

} // namespace

class TestFacts : public QObject
{
    Q_OBJECT

private slots:
    void whileItRuns()
    {
        Story story(begin + 2min);
        OpenIncident command = liveOutage(at(0s));
        command.windows = {windowOf(u"images"_s, Effect::Degraded, at(0s)),
                           windowOf(u"search"_s, Effect::Partial, at(1min))};
        story.must(command);
        const Facts facts = factsOf(story.incident());
        QCOMPARE(facts.status, PublicStatus::Investigating);
        QCOMPARE(facts.title, command.title);
        QCOMPARE(facts.zone, u"Europe/London"_s);
        QCOMPARE(facts.components, (QStringList{u"images"_s, u"search"_s}));
        QCOMPARE(facts.felt, u"search missing"_s);
        QCOMPARE(facts.effect, Effect::Partial);
        QCOMPARE(facts.started, at(0s));
        QCOMPARE(facts.duration, RoughDuration());
        QCOMPARE(facts.actual.size(), std::size_t(2));
        QCOMPARE(facts.updatesBefore, 0);
    }

    void whenItIsOver()
    {
        Story story(begin + 2min);
        story.must(liveOutage(at(0s)));
        story.publish(u"r1"_s, PublicStatus::Investigating);
        story.pass(20min);
        story.must(Stamp{Milestone::Fixed, at(10min), Source::Manual, {}});
        story.must(Stamp{Milestone::BackToNormal, at(15min), Source::Manual, {}});
        const Facts facts = factsOf(story.incident());
        QCOMPARE(facts.status, PublicStatus::Resolved);
        QCOMPARE(facts.fixed, at(10min));
        QCOMPARE(facts.backToNormal, at(15min));
        QCOMPARE(facts.duration, RoughDuration::exact(15min));
        QCOMPARE(facts.updatesBefore, 1);
    }

    void ofTheRunningRound()
    {
        Story story(begin);
        OpenIncident command = liveOutage(at(0s));
        command.windows = {windowOf(u"images"_s, Effect::Down, at(0s))};
        story.must(command);
        story.pass(10min);
        story.must(Stamp{Milestone::BackToNormal, at(10min), Source::Manual, {}});
        story.pass(1h);
        story.must(
            Reopen{windowOf(u"search"_s, Effect::Degraded, at(1h)), u"the alert fired again"_s});
        const Facts facts = factsOf(story.incident());
        QCOMPARE(facts.round, 2);
        QCOMPARE(facts.started, at(1h));
        QCOMPARE(facts.components, QStringList{u"search"_s});
        QCOMPARE(facts.effect, Effect::Degraded);
        QCOMPARE(facts.backToNormal, RoughInstant());
        QCOMPARE(facts.duration, RoughDuration());
    }

    void ofPlannedWork()
    {
        Story story(begin);
        story.must(plannedWork(at(1h), RoughDuration::atMost(10min)));
        const Facts facts = factsOf(story.incident());
        QCOMPARE(facts.status, PublicStatus::Scheduled);
        QCOMPARE(facts.effect, Effect::MaintenanceMode);
        QCOMPARE(facts.planned.size(), std::size_t(1));
        QVERIFY(facts.actual.empty());
        QCOMPARE(facts.started, RoughInstant());
        QCOMPARE(facts.duration, RoughDuration());
    }

    void publicWords_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<State>("state");
        QTest::addColumn<CauseStatus>("cause");
        QTest::addColumn<PublicStatus>("word");
        const auto row = [](Kind kind, State state, CauseStatus cause, PublicStatus word) {
            QTest::addRow("%s %s %s", qPrintable(base::toName(kind)),
                          qPrintable(base::toName(state)), qPrintable(base::toName(cause)))
                << kind << state << cause << word;
        };
        const auto outage = [&](State state, CauseStatus cause, PublicStatus word) {
            row(Kind::Outage, state, cause, word);
        };
        const auto unknown = CauseStatus::Unknown;
        outage(State::Suspected, unknown, PublicStatus::Investigating);
        outage(State::Suspected, CauseStatus::Suspected, PublicStatus::Investigating);
        outage(State::Active, unknown, PublicStatus::Investigating);
        outage(State::Active, CauseStatus::Suspected, PublicStatus::Identified);
        outage(State::Active, CauseStatus::Confirmed, PublicStatus::Identified);
        outage(State::Monitoring, unknown, PublicStatus::Monitoring);
        outage(State::Restored, unknown, PublicStatus::Resolved);
        outage(State::Review, unknown, PublicStatus::Resolved);
        outage(State::Closed, unknown, PublicStatus::Resolved);
        outage(State::Dismissed, unknown, PublicStatus::Resolved);
        const auto work = [&](State state, PublicStatus word) {
            row(Kind::Maintenance, state, unknown, word);
        };
        work(State::Draft, PublicStatus::Scheduled);
        work(State::Scheduled, PublicStatus::Scheduled);
        work(State::InProgress, PublicStatus::InProgress);
        work(State::AfterEffects, PublicStatus::InProgress);
        work(State::Verifying, PublicStatus::Verifying);
        work(State::Completed, PublicStatus::Completed);
        work(State::Cancelled, PublicStatus::Completed);
        work(State::Closed, PublicStatus::Completed);
    }

    void publicWords()
    {
        QFETCH(Kind, kind);
        QFETCH(State, state);
        QFETCH(CauseStatus, cause);
        QFETCH(PublicStatus, word);
        Incident incident;
        incident.id = u"i"_s;
        incident.kind = kind;
        incident.state = state;
        incident.cause.status = cause;
        QCOMPARE(publicStatusOf(incident), word);
    }

    void jsonIsStableAndComplete()
    {
        Story story(begin + 2min);
        story.must(liveOutage(RoughInstant::between(begin, begin + 1min)));
        Facts facts = factsOf(story.incident());
        facts.estimate = RoughDuration::atMost(30min);
        facts.nextUpdate = at(30min);
        const QByteArray json = factsJson(facts);
        QCOMPARE(factsJson(facts), json);
        QVERIFY(!json.contains('\n'));
        const QJsonObject object = QJsonDocument::fromJson(json).object();
        for (const char *key :
             {"kind", "entry", "state", "status", "round", "title", "felt", "components", "effect",
              "zone", "started", "fixed", "back_to_normal", "duration", "cause", "planned",
              "actual", "estimate", "next_update"})
            QVERIFY2(object.contains(QLatin1StringView(key)), key);
        QCOMPARE(object[u"started"].toObject()[u"precision"].toString(), u"between"_s);
        QCOMPARE(object[u"fixed"].toObject()[u"precision"].toString(), u"unknown"_s);
        QCOMPARE(object[u"estimate"].toObject()[u"hi"].toInteger(), 1800);
    }

    void whatIsOverIsMeasuredByThePlanItBeganWith()
    {
        Incident work;
        work.kind = Kind::Maintenance;
        work.state = State::InProgress;
        Window plan;
        plan.planned = true;
        plan.duration = RoughDuration::atMost(std::chrono::minutes(10));
        work.planAtStart = {plan};
        plan.duration = RoughDuration::atMost(std::chrono::minutes(40));
        work.windows = {plan};
        QCOMPARE(factsOf(work).planned, work.windows);
        work.state = State::Completed;
        QCOMPARE(factsOf(work).planned, work.planAtStart);
    }
};

QTEST_GUILESS_MAIN(TestFacts)
#include "tst_facts.moc"
