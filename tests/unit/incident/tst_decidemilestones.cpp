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

Stamp stamp(Milestone milestone, const RoughInstant &when)
{
    return {milestone, when, Source::Manual, {}};
}

/// Down since 16:08, opened two minutes later.
Story running(State state = State::Active)
{
    Story story(begin + 2min);
    OpenIncident command = liveOutage(at(0s));
    command.state = state;
    story.must(command);
    return story;
}

} // namespace

class TestDecideMilestones : public QObject
{
    Q_OBJECT

private slots:
    void theFourKeysWalkTheIncident()
    {
        Story story = running(State::Suspected);
        TELL(story, stamp(Milestone::Detected, at(2min)));
        QCOMPARE(story.incident().state, State::Active);
        story.pass(1min);
        TELL(story, stamp(Milestone::Acknowledged, at(3min)));
        QCOMPARE(story.incident().state, State::Active);
        story.pass(10min);
        TELL(story, stamp(Milestone::Fixed, at(13min)));
        QCOMPARE(story.incident().state, State::Monitoring);
        QVERIFY(story.incident().hasOpenWindow());
        story.pass(5min);
        TELL(story, stamp(Milestone::BackToNormal, at(18min)));
        QCOMPARE(story.incident().state, State::Restored);
        QVERIFY(!story.incident().hasOpenWindow());
        QCOMPARE(story.incident().windows[0].end, at(18min));
        QCOMPARE(story.incident().milestone(Milestone::BackToNormal), at(18min));
        for (const Milestone name : {Milestone::Detected, Milestone::Acknowledged, Milestone::Fixed,
                                     Milestone::BackToNormal})
            QVERIFY(story.incident().milestone(name).isKnown());
    }

    void backToNormalConfirmsASuspicion()
    {
        Story story = running(State::Suspected);
        TELL(story, stamp(Milestone::BackToNormal, at(2min)));
        QCOMPARE(story.incident().state, State::Restored);
        QVERIFY(story.incident().stateSince.contains(int(State::Active)));
    }

    void anAlertOrAPostConfirmsNothing()
    {
        Story story = running(State::Suspected);
        TELL(story, stamp(Milestone::FirstAlert, at(1min)));
        TELL(story, stamp(Milestone::FirstPost, at(2min)));
        TELL(story, stamp(Milestone::Started, at(30s)));
        QCOMPARE(story.incident().state, State::Suspected);
    }

    void stampingAgainCorrects()
    {
        Story story = running();
        TELL(story, stamp(Milestone::Fixed, at(1min)));
        const std::size_t rows = story.incident().milestoneRows.size();
        TELL(story, (Stamp{Milestone::Fixed, RoughInstant::about(begin + 2min, 1min),
                           Source::Manual, u"looked it up"_s}));
        QCOMPARE(story.incident().milestoneRows.size(), rows + 1);
        QCOMPARE(story.incident().milestoneRow(Milestone::Fixed)->reason, u"looked it up"_s);
        QCOMPARE(story.incident().milestoneRow(Milestone::Fixed)->author, u"sam"_s);
    }

    void theSameStampAgainIsNoEvent()
    {
        Story story = running();
        TELL(story, stamp(Milestone::Fixed, at(1min)));
        const std::size_t count = story.events().size();
        TELL(story, stamp(Milestone::Fixed, at(1min)));
        QCOMPARE(story.events().size(), count);
    }

    void correctingBackToNormalMovesTheEndOfItsWindow()
    {
        Story story = running();
        story.pass(30min);
        TELL(story, stamp(Milestone::BackToNormal, at(30min)));
        TELL(story, stamp(Milestone::BackToNormal, at(20min)));
        QCOMPARE(story.incident().windows[0].end, at(20min));
        QCOMPARE(story.incident().state, State::Restored);
        QCOMPARE(story.incident().windowHistory.size(), std::size_t(2));
    }

    void theStartIsThatOfTheFirstWindow()
    {
        Story story = running();
        TELL(story, stamp(Milestone::Started, at(-3min)));
        QCOMPARE(story.incident().windows[0].start, at(-3min));
        QCOMPARE(story.incident().milestone(Milestone::Started), at(-3min));
        TELL(story, (Stamp{Milestone::Started, at(-2min), Source::Chart, {}}));
        QCOMPARE(story.incident().milestoneRow(Milestone::Started)->source, Source::Chart);
    }

    void theStartOfTwoWindowsIsTheEarlierOne()
    {
        Story story = running();
        story.pass(20min);
        TELL(story, stamp(Milestone::BackToNormal, at(10min)));
        TELL(story, (PutWindow{windowFrom(at(-10min), at(5min)), {}}));
        QCOMPARE(story.incident().milestone(Milestone::Started), at(-10min));
        TELL(story, stamp(Milestone::Started, at(-9min)));
        QCOMPARE(story.incident().window(2)->start, at(-9min));
        QCOMPARE(story.incident().window(1)->start, at(0min));
        REFUSED(story, Refused, u"Another window begins before that"_s,
                stamp(Milestone::Started, at(1min)));
    }

    void withoutAWindowTheStartIsStampedAlone()
    {
        Story story(begin);
        OpenIncident command = liveOutage({});
        command.windows.clear();
        story.must(command);
        TELL(story, stamp(Milestone::Started, at(-1min)));
        QCOMPARE(story.incident().milestone(Milestone::Started), at(-1min));
        QVERIFY(story.incident().windows.empty());
    }

    void theStartComesFirst_data()
    {
        QTest::addColumn<Milestone>("milestone");
        for (const auto &row : base::EnumNames<Milestone>::table) {
            if (row.value != Milestone::Started)
                QTest::newRow(row.name) << row.value;
        }
    }

    void theStartComesFirst()
    {
        QFETCH(Milestone, milestone);
        const RoughInstant early = RoughInstant::between(begin - 9min, begin - 1s);
        Story story = running();
        REFUSED(story, Refused, u"start cannot come after"_s, stamp(milestone, early));
        // From the other side.
        TELL(story, stamp(milestone, at(90s)));
        REFUSED(story, Refused, u"start cannot come after"_s, stamp(Milestone::Started, at(91s)));
    }

    void whatMayHaveComeFirstIsLetThrough()
    {
        Story story = running();
        TELL(story, stamp(Milestone::Detected, RoughInstant::between(begin - 9min, begin)));
        TELL(story, stamp(Milestone::Acknowledged, RoughInstant::notBefore(begin - 9min)));
    }

    void theFutureIsRefused()
    {
        Story story = running();
        REFUSED(story, Refused, u"not come yet"_s, stamp(Milestone::Fixed, at(2min + 61s)));
        REFUSED(story, Refused, u"not come yet"_s,
                stamp(Milestone::BackToNormal, RoughInstant::notBefore(begin + 1h)));
        REFUSED(story, Refused, u"not come yet"_s,
                stamp(Milestone::BackToNormal, RoughInstant::notAfter(begin + 1h)));
        TELL(story, stamp(Milestone::Fixed, at(2min + 60s)));
        TELL(story, stamp(Milestone::Acknowledged, RoughInstant::about(begin + 3min, 5min)));
    }

    void anUnknownTimeIsNoStamp()
    {
        Story story = running();
        REFUSED(story, Input, u"take the stamp back"_s, stamp(Milestone::Fixed, {}));
    }

    void unusualOrderIsAskedAboutOnce_data()
    {
        QTest::addColumn<Milestone>("first");
        QTest::addColumn<Milestone>("second");
        QTest::newRow("detected, back") << Milestone::Detected << Milestone::BackToNormal;
        QTest::newRow("fixed, back") << Milestone::Fixed << Milestone::BackToNormal;
        QTest::newRow("detected, acknowledged") << Milestone::Detected << Milestone::Acknowledged;
        QTest::newRow("detected, post") << Milestone::Detected << Milestone::FirstPost;
    }

    void unusualOrderIsAskedAboutOnce()
    {
        QFETCH(Milestone, first);
        QFETCH(Milestone, second);
        for (const bool laterFirst : {false, true}) {
            Story story = running();
            story.pass(20min);
            TELL(story, stamp(laterFirst ? first : second, at(laterFirst ? 10min : 5min)));
            Stamp odd = stamp(laterFirst ? second : first, at(laterFirst ? 5min : 10min));
            ASKS(story, u"would come after"_s, odd);
            QCOMPARE(story.incident().milestoneRow(odd.milestone)->reason, u"because I saw it"_s);
        }
    }

    void sameMinuteIsAskedAbout()
    {
        Story story = running();
        Stamp odd = stamp(Milestone::BackToNormal, at(30s));
        ASKS(story, u"same minute"_s, odd);
    }

    void whatMonitoringSawIsAskedAbout()
    {
        Story story = running();
        AlertEvidence alert;
        alert.alert = u"a"_s;
        alert.started = RoughInstant::between(begin - 1min, begin);
        alert.detected = begin + 1min;
        TELL(story, LinkAlert{alert});
        story.pass(30min);
        alert.ended = RoughInstant::between(begin + 10min, begin + 11min);
        TELL(story, LinkAlert{alert});
        Stamp early = stamp(Milestone::Started, at(-7min));
        ASKS(story, u"saw it begin at another time"_s, early);
        TELL(story, stamp(Milestone::Started, at(-6min)));
        TELL(story, stamp(Milestone::BackToNormal, at(16min)));
        Stamp late = stamp(Milestone::BackToNormal, at(17min));
        ASKS(story, u"saw it end at another time"_s, late);
        // It is not asked again for what stays as it is.
        Window window = story.incident().windows[0];
        window.felt = u"images missing"_s;
        TELL(story, (PutWindow{window, {}}));
    }

    void whatLastsIsNoEvidenceOfAnEnd()
    {
        Story story = running();
        AlertEvidence over;
        over.alert = u"a"_s;
        over.started = at(0s);
        over.detected = begin + 1min;
        over.ended = at(90s);
        AlertEvidence lasting = over;
        lasting.alert = u"b"_s;
        lasting.ended = {};
        TELL(story, LinkAlert{over});
        TELL(story, LinkAlert{lasting});
        story.pass(30min);
        TELL(story, stamp(Milestone::BackToNormal, at(30min)));
    }

    void notApplicableTakesAReason()
    {
        Story story = running();
        Stamp none = stamp(Milestone::Fixed, RoughInstant::notApplicable());
        ASKS(story, u"why there is no “fixed”"_s, none);
        QCOMPARE(story.incident().milestone(Milestone::Fixed), RoughInstant::notApplicable());
        QCOMPARE(story.incident().state, State::Active);
        TELL(story, (Unstamp{Milestone::Fixed, {}}));
        QCOMPARE(story.incident().milestone(Milestone::Fixed), RoughInstant());
        for (const Milestone always :
             {Milestone::Started, Milestone::Detected, Milestone::BackToNormal})
            REFUSED(story, Refused, u"belongs to every incident"_s,
                    stamp(always, RoughInstant::notApplicable()));
    }

    void undoLeavesTheStatementAndTakesItBack()
    {
        Story story = running();
        TELL(story, stamp(Milestone::Acknowledged, at(1min)));
        const auto rows = story.incident().milestoneRows;
        TELL(story, (Unstamp{Milestone::Acknowledged, u"not me"_s}));
        QCOMPARE(story.incident().milestone(Milestone::Acknowledged), RoughInstant());
        QCOMPARE(story.incident().milestoneRows.size(), rows.size() + 1);
        QVERIFY(std::equal(rows.begin(), rows.end(), story.incident().milestoneRows.begin()));
        QCOMPARE(story.incident().state, State::Active);
        REFUSED(story, NotFound, u"nothing to take back"_s, Unstamp{Milestone::Acknowledged, {}});
    }

    void undoGoesBackTheWayTheStampCame()
    {
        Story story = running(State::Suspected);
        story.pass(1min);
        TELL(story, stamp(Milestone::Detected, at(2min)));
        TELL(story, (Unstamp{Milestone::Detected, {}}));
        QCOMPARE(story.incident().state, State::Suspected);

        story.pass(1min);
        TELL(story, (Advance{State::Active, {}}));
        story.pass(1min);
        TELL(story, stamp(Milestone::Detected, at(2min)));
        TELL(story, (Unstamp{Milestone::Detected, {}}));
        QCOMPARE(story.incident().state, State::Active);

        TELL(story, stamp(Milestone::Fixed, at(3min)));
        QCOMPARE(story.incident().state, State::Monitoring);
        TELL(story, (Unstamp{Milestone::Fixed, {}}));
        QCOMPARE(story.incident().state, State::Active);

        story.pass(1min);
        TELL(story, (Advance{State::Monitoring, {}}));
        story.pass(1min);
        TELL(story, stamp(Milestone::Fixed, at(3min)));
        TELL(story, (Unstamp{Milestone::Fixed, {}}));
        QCOMPARE(story.incident().state, State::Monitoring);
    }

    void undoOfBackToNormalOpensItsWindowsAgain()
    {
        Story story = running();
        story.pass(30min);
        TELL(story, (PutWindow{windowFrom(at(1min), at(5min)), {}}));
        TELL(story, stamp(Milestone::Fixed, at(10min)));
        TELL(story, stamp(Milestone::BackToNormal, at(20min)));
        TELL(story, (Unstamp{Milestone::BackToNormal, u"too early"_s}));
        QCOMPARE(story.incident().state, State::Monitoring);
        QVERIFY(story.incident().window(1)->isOpen());
        QCOMPARE(story.incident().window(2)->end, at(5min));
        QCOMPARE(story.incident().milestone(Milestone::Fixed), at(10min));

        TELL(story, (Unstamp{Milestone::Fixed, {}}));
        QCOMPARE(story.incident().state, State::Active);
        TELL(story, stamp(Milestone::BackToNormal, at(25min)));
        TELL(story, (Unstamp{Milestone::BackToNormal, {}}));
        QCOMPARE(story.incident().state, State::Active);
    }

    void whatIsSettledIsNotTakenBack()
    {
        Story story = running();
        story.pass(30min);
        TELL(story, stamp(Milestone::BackToNormal, at(20min)));
        REFUSED(story, Refused, u"Correct its time instead"_s, Unstamp{Milestone::Started, {}});
        story.publish(u"r1"_s, PublicStatus::Resolved);
        REFUSED(story, Refused, u"Correct its time instead"_s, Unstamp{Milestone::FirstPost, {}});
        TELL(story, SetSeverity{3});
        TELL(story, (Advance{State::Review, u"not known yet"_s}));
        REFUSED(story, Refused, u"reopen it"_s, Unstamp{Milestone::BackToNormal, {}});
        TELL(story, stamp(Milestone::BackToNormal, at(21min)));
        QCOMPARE(story.incident().state, State::Review);
        QCOMPARE(story.incident().windows[0].end, at(21min));
    }

    void workThatHasNotBegunHasNoMilestones()
    {
        Story story(begin);
        story.must(plannedWork(at(24h), RoughDuration::atMost(10min)));
        REFUSED(story, Refused, u"Start it first"_s, stamp(Milestone::Started, at(0s)));
        REFUSED(story, Refused, u"Start it first"_s, stamp(Milestone::BackToNormal, at(0s)));
    }
};

QTEST_GUILESS_MAIN(TestDecideMilestones)
#include "tst_decidemilestones.moc"
