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

const Instant now = utc("2026-11-22T16:10:00Z");

RoughInstant ago(Span before)
{
    return RoughInstant::exact(now - before);
}

AlertEvidence alertAt(Span before)
{
    AlertEvidence alert;
    alert.alert = u"a1"_s;
    alert.started = RoughInstant::between(now - before - 1min, now - before);
    alert.detected = now - before + 20s;
    alert.failingSamples = 3;
    return alert;
}

OpenIncident toldAfterwards(State state)
{
    OpenIncident command = liveOutage({});
    command.entry = EntryMode::Retrospective;
    command.state = state;
    command.windows = {windowFrom(ago(40min), ago(5min))};
    return command;
}

} // namespace

class TestDecideOpen : public QObject
{
    Q_OBJECT

private slots:
    void opensLive()
    {
        Story story(now);
        OpenIncident command = liveOutage(ago(2min));
        command.severity = 2;
        command.detected = ago(0s);
        TELL(story, command);
        const Incident &incident = story.incident();
        QCOMPARE(incident.state, State::Active);
        QCOMPARE(incident.severity, 2);
        QCOMPARE(incident.milestone(Milestone::Started), ago(2min));
        QCOMPARE(incident.milestone(Milestone::Detected), ago(0s));
        QCOMPARE(incident.milestoneRow(Milestone::Detected)->source, Source::Manual);
        QCOMPARE(incident.windows.size(), std::size_t(1));
        QCOMPARE(incident.windows[0].seq, 1);
        QCOMPARE(incident.windows[0].round, 1);
        QCOMPARE(incident.checklist, command.checklist);
        QVERIFY(incident.hasOpenWindow());
    }

    void anAlertProposesOne()
    {
        Story story(now);
        OpenIncident command = liveOutage({});
        command.state = State::Suspected;
        command.alert = alertAt(1min);
        command.windows = {windowFrom(command.alert->started)};
        command.detected = RoughInstant::exact(command.alert->detected);
        TELL(story, command);
        const Incident &incident = story.incident();
        QCOMPARE(incident.state, State::Suspected);
        QCOMPARE(incident.milestone(Milestone::Started), command.alert->started);
        QCOMPARE(incident.milestone(Milestone::FirstAlert),
                 RoughInstant::exact(command.alert->detected));
        QCOMPARE(incident.milestoneRow(Milestone::Detected)->source, Source::Alert);
        QCOMPARE(incident.alerts.size(), std::size_t(1));
    }

    void retrospectiveNeedsNoFakeClicks()
    {
        Story story(now);
        OpenIncident command = toldAfterwards(State::Restored);
        command.fixed = ago(10min);
        TELL(story, command);
        const Incident &incident = story.incident();
        QCOMPARE(incident.state, State::Restored);
        QCOMPARE(incident.milestone(Milestone::Started), ago(40min));
        QCOMPARE(incident.milestone(Milestone::Fixed), ago(10min));
        // The window says when it was over.
        QCOMPARE(incident.milestone(Milestone::BackToNormal), ago(5min));
        QCOMPARE(incident.milestone(Milestone::Detected), RoughInstant());
        QVERIFY(!incident.stateSince.contains(int(State::Active)));
    }

    void lengthStandsForTheMissingEnd()
    {
        Story story(now);
        OpenIncident command = toldAfterwards(State::Monitoring);
        command.windows = {windowFrom(ago(40min))};
        command.windows[0].duration = RoughDuration::between(12min, 18min);
        TELL(story, command);
        QCOMPARE(*story.incident().windows[0].end.lo(), now - 28min);
        QCOMPARE(*story.incident().windows[0].end.hi(), now - 22min);
        QCOMPARE(story.incident().state, State::Monitoring);
    }

    void lengthStandsForTheMissingStart()
    {
        Story story(now);
        OpenIncident command = toldAfterwards(State::Restored);
        command.windows = {windowFrom({}, RoughInstant::between(now - 15min, now))};
        command.windows[0].duration = RoughDuration::exact(5min);
        TELL(story, command);
        QCOMPARE(*story.incident().milestone(Milestone::Started).lo(), now - 20min);
        QCOMPARE(*story.incident().milestone(Milestone::Started).hi(), now - 5min);
    }

    void theStartMayStayUnknown()
    {
        Story story(now);
        OpenIncident command = toldAfterwards(State::Restored);
        command.windows = {windowFrom({}, RoughInstant::between(now - 15min, now))};
        TELL(story, command);
        QCOMPARE(story.incident().milestone(Milestone::Started), RoughInstant());
    }

    void backToNormalEndsWhatIsOpen()
    {
        Story story(now);
        OpenIncident command = toldAfterwards(State::Restored);
        command.windows = {windowFrom(ago(40min))};
        command.backToNormal = ago(5min);
        TELL(story, command);
        QCOMPARE(story.incident().windows[0].end, ago(5min));
    }

    void aWindowCanLieInsideItsBounds()
    {
        Story story(now);
        OpenIncident command = toldAfterwards(State::Restored);
        command.windows = {windowFrom(ago(120min), ago(60min))};
        command.windows[0].duration = RoughDuration::atMost(10min);
        command.windows[0].inside = true;
        TELL(story, command);
        QCOMPARE(story.incident().milestone(Milestone::Started),
                 RoughInstant::between(now - 120min, now - 60min));
        QCOMPARE(story.incident().milestone(Milestone::BackToNormal),
                 RoughInstant::between(now - 120min, now - 60min));
    }

    void plans()
    {
        Story story(now);
        TELL(story, plannedWork(RoughInstant::exact(now + 24h), RoughDuration::atMost(10min)));
        const Incident &incident = story.incident();
        QCOMPARE(incident.state, State::Scheduled);
        QCOMPARE(incident.plannedWindows().size(), std::size_t(1));
        QCOMPARE(incident.plannedWindows()[0].end,
                 RoughInstant::between(now + 24h, now + 24h + 10min));
        QCOMPARE(incident.milestone(Milestone::Started), RoughInstant());
        // It is said now; the plan lies in the future.
        for (const Event &event : story.events())
            QCOMPARE(event.occurred, RoughInstant::exact(now));
    }

    void refusesWhatCannotBeMeant()
    {
        Story story(now);
        OpenIncident command = liveOutage(ago(2min));
        command.title = u"  "_s;
        REFUSED(story, Input, u"title"_s, command);
        command.title = u"x"_s;
        command.severity = 5;
        REFUSED(story, Input, u"1 (worst) to 4"_s, command);
        command.severity = 0;
        command.checklist = "{";
        REFUSED(story, Format, u"checklist"_s, command);
        command.checklist.clear();
        command.windows[0].planned = true;
        REFUSED(story, Input, u"not planned"_s, command);
        command.windows[0] = windowFrom(RoughInstant::exact(now + 5min));
        REFUSED(story, Refused, u"not come yet"_s, command);
        command.windows[0] = windowFrom(ago(2min));
        command.detected = ago(3min);
        REFUSED(story, Refused, u"start cannot come after “noticed”"_s, command);
        command.detected = {};
        command.alert = alertAt(6min);
        REFUSED(story, Refused, u"start cannot come after “first alert”"_s, command);
        command.alert.reset();
        TELL(story, command);
        REFUSED(story, Conflict, u"open already"_s, command);
    }

    void asksAboutWhatIsUnusual()
    {
        Story longOne(now);
        OpenIncident command = toldAfterwards(State::Restored);
        command.windows = {windowFrom(ago(26h), ago(5min))};
        ASKS(longOne, u"longer than a day"_s, command);

        Story late(now);
        command = toldAfterwards(State::Restored);
        command.fixed = ago(1min);
        command.backToNormal = ago(5min);
        ASKS(late, u"“fixed” would come after “back to normal”"_s, command);
        QCOMPARE(late.incident().milestoneRow(Milestone::BackToNormal)->reason,
                 u"because I saw it"_s);
    }

    void entersOnlyWhereItMay_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<EntryMode>("entry");
        QTest::addColumn<State>("state");
        QTest::addColumn<bool>("may");
        const std::initializer_list<std::pair<EntryMode, std::vector<State>>> incidents{
            {EntryMode::Live, {State::Suspected, State::Active}},
            {EntryMode::Retrospective, {State::Monitoring, State::Restored}},
            {EntryMode::Planned, {}}};
        const std::initializer_list<std::pair<EntryMode, std::vector<State>>> maintenance{
            {EntryMode::Live, {}},
            {EntryMode::Retrospective, {State::Completed}},
            {EntryMode::Planned, {State::Draft, State::Scheduled}}};
        for (const auto &kind : base::EnumNames<Kind>::table) {
            for (const auto &[entry, states] :
                 kind.value == Kind::Maintenance ? maintenance : incidents) {
                for (const auto &state : base::EnumNames<State>::table) {
                    const bool may = std::ranges::find(states, state.value) != states.end();
                    QTest::addRow("%s %s %s", kind.name, qPrintable(base::toName(entry)),
                                  state.name)
                        << kind.value << entry << state.value << may;
                }
            }
        }
    }

    void entersOnlyWhereItMay()
    {
        QFETCH(Kind, kind);
        QFETCH(EntryMode, entry);
        QFETCH(State, state);
        QFETCH(bool, may);
        Story story(now);
        OpenIncident command = liveOutage({});
        command.kind = kind;
        command.entry = entry;
        command.state = state;
        command.windows.clear();
        if (state == State::Scheduled) {
            command.windows =
                plannedWork(RoughInstant::exact(now + 1h), RoughDuration::atMost(10min)).windows;
        }
        if (!may) {
            REFUSED(story, Refused, u"Choose one that fits"_s, command);
            return;
        }
        TELL(story, command);
        QCOMPARE(story.incident().state, state);
    }

    void whatIsOverHasNoOpenWindow()
    {
        Story story(now);
        OpenIncident command = toldAfterwards(State::Restored);
        command.windows = {windowFrom(ago(40min))};
        REFUSED(story, Input, u"Say when it ended"_s, command);
        command.kind = Kind::Maintenance;
        command.state = State::Completed;
        REFUSED(story, Input, u"Say when it ended"_s, command);
    }

    void aPlanIsBounded()
    {
        Story story(now);
        OpenIncident command =
            plannedWork(RoughInstant::exact(now + 1h), RoughDuration::atLeast(10min));
        REFUSED(story, Input, u"how long it takes at the most"_s, command);
        command.windows[0].duration = RoughDuration::atMost(10min);
        command.windows[0].start = {};
        REFUSED(story, Input, u"Say when the work is planned"_s, command);
        command.windows.clear();
        REFUSED(story, Input, u"Say when the work is planned"_s, command);
        command.state = State::Draft;
        TELL(story, command);
    }

    void aPlanHasNotHappened()
    {
        Story story(now);
        OpenIncident command =
            plannedWork(RoughInstant::exact(now + 1h), RoughDuration::atMost(10min));
        command.detected = ago(0s);
        REFUSED(story, Input, u"Start it first"_s, command);
        command.detected = {};
        command.windows[0].planned = false;
        REFUSED(story, Input, u"planned window"_s, command);
    }

    void nothingElseWorksBeforeTheOpening()
    {
        Story story(now);
        REFUSED(story, NotFound, u"no such incident"_s, AddNote{u"x"_s, {}});
    }
};

QTEST_GUILESS_MAIN(TestDecideOpen)
#include "tst_decideopen.moc"
