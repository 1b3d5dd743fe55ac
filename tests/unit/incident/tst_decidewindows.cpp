// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/refusals.h"

#include <functional>
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

/// Down since 16:08, now 17:08.
Story running()
{
    Story story(begin);
    story.must(liveOutage(at(0s)));
    story.pass(1h);
    return story;
}

Story restored()
{
    Story story = running();
    story.must(Stamp{Milestone::BackToNormal, at(20min), Source::Manual, {}});
    return story;
}

Window changed(const Story &story, int seq, const std::function<void(Window &)> &by)
{
    Window window = *story.incident().window(seq);
    by(window);
    return window;
}

} // namespace

class TestDecideWindows : public QObject
{
    Q_OBJECT

private slots:
    /// A length is told of a second stretch, and not when that began; then all ends.
    void aStampedEndMovesNoStart()
    {
        Story story = running();
        Window window;
        window.duration = RoughDuration::exact(3h);
        story.must(PutWindow{window, u"a second part, for three hours"_s});
        story.must(Stamp{Milestone::BackToNormal, at(50min), Source::Manual, u"sure of it"_s});
        QCOMPARE(story.incident().milestone(Milestone::Started), at(0s));
        QVERIFY(!story.incident().window(2)->start.isKnown());
        QCOMPARE(story.incident().window(2)->end, at(50min));
        QCOMPARE(story.incident().window(2)->duration, RoughDuration::exact(3h));
    }

    void addsAndCorrects()
    {
        Story story = running();
        Window window = windowFrom(at(30min), at(40min));
        window.effect = Effect::Degraded;
        window.components = {u"search"_s};
        TELL(story, (PutWindow{window, {}}));
        window.seq = 2;
        QCOMPARE(*story.incident().window(2), window);
        window.end = at(45min);
        TELL(story, (PutWindow{window, u"read the chart again"_s}));
        QCOMPARE(story.incident().window(2)->end, at(45min));
        QCOMPARE(story.incident().windowHistory.size(), std::size_t(1));
    }

    void theSameAgainIsNoEvent()
    {
        Story story = running();
        const std::size_t count = story.events().size();
        TELL(story, (PutWindow{*story.incident().window(1), {}}));
        QCOMPARE(story.events().size(), count);
    }

    void numbersAreNeverUsedAgain()
    {
        Story story = running();
        TELL(story, (PutWindow{windowFrom(at(30min), at(40min)), {}}));
        TELL(story, (WithdrawWindow{2, u"it was a test"_s}));
        TELL(story, (PutWindow{windowFrom(at(30min), at(40min)), {}}));
        QVERIFY(!story.incident().window(2));
        QVERIFY(story.incident().window(3));
    }

    void mustEndAfterItStarts_data()
    {
        QTest::addColumn<RoughInstant>("start");
        QTest::addColumn<RoughInstant>("end");
        QTest::addColumn<QString>("says");
        QTest::newRow("before") << at(30min) << at(29min) << u"end before it starts"_s;
        QTest::newRow("same") << at(30min) << at(30min) << u"no length"_s;
        QTest::newRow("rough") << RoughInstant::between(begin + 30min, begin + 40min)
                               << RoughInstant::between(begin + 20min, begin + 30min)
                               << u"no length"_s;
        QTest::newRow("half open")
            << RoughInstant::notBefore(begin + 30min) << RoughInstant::notAfter(begin + 29min)
            << u"end before it starts"_s;
    }

    void mustEndAfterItStarts()
    {
        QFETCH(RoughInstant, start);
        QFETCH(RoughInstant, end);
        QFETCH(QString, says);
        Story story = running();
        REFUSED(story, Refused, says, PutWindow{windowFrom(start, end), u"sure"_s});
    }

    void mayEndInTheTimeInWhichItStarted()
    {
        Story story = running();
        const auto around = RoughInstant::between(begin + 20min, begin + 30min);
        TELL(story, (PutWindow{windowFrom(around, around), {}}));
    }

    void lengthMustFit()
    {
        Story story = running();
        Window window = windowFrom(at(10min), at(30min));
        window.duration = RoughDuration::about(10min);
        REFUSED(story, Refused, u"contradict each other"_s, PutWindow{window, u"sure"_s});
        window.duration = RoughDuration::between(10min, 20min);
        TELL(story, (PutWindow{window, {}}));
        window.duration = RoughDuration::exact(0min);
        REFUSED(story, Refused, u"no length"_s, PutWindow{window, u"sure"_s});
        window.duration = RoughDuration::between(-5min, 20min);
        REFUSED(story, Refused, u"no length"_s, PutWindow{window, u"sure"_s});
    }

    void lengthInsideBoundsMustFit()
    {
        Story story = running();
        Window window = windowFrom(at(0min), at(60min));
        window.inside = true;
        window.duration = RoughDuration::atMost(10min);
        TELL(story, (PutWindow{window, {}}));
        window.duration = RoughDuration::between(61min, 70min);
        REFUSED(story, Refused, u"contradict each other"_s, PutWindow{window, u"sure"_s});
    }

    void theFutureIsRefused()
    {
        Story story = running();
        REFUSED(story, Refused, u"not come yet"_s, PutWindow{windowFrom(at(62min)), {}});
        REFUSED(story, Refused, u"not come yet"_s, PutWindow{windowFrom(at(10min), at(62min)), {}});
        Window window = windowFrom(at(50min));
        window.duration = RoughDuration::exact(20min);
        REFUSED(story, Refused, u"not come yet"_s, PutWindow{window, {}});
        // 90 minutes somewhere between now an hour ago and an hour from now are not over.
        Window inside = windowFrom(at(0s), RoughInstant::between(begin + 50min, begin + 2h));
        inside.inside = true;
        inside.duration = RoughDuration::exact(90min);
        REFUSED(story, Refused, u"not come yet"_s, PutWindow{inside, {}});
    }

    void theWindowOfAnImportedPostSaysWhenItBegan()
    {
        ImportIncident import;
        import.id = u"incident-1"_s;
        import.ref = u"2026-11-22-1"_s;
        import.title = u"Images are not loading"_s;
        import.origin.identity = u"post-1"_s;
        ImportedPost told;
        told.revision.id = u"r1"_s;
        told.posted = begin + 30min;
        import.posts = {told};
        import.windows = {{ windowFrom(at(0s), at(20min)), told.posted, false }};
        import.milestones = {{Milestone::Started, at(-5min)}, { Milestone::Fixed, at(15min) }};
        Story story(begin + 1h);
        TELL(story, import);
        QCOMPARE(story.incident().milestone(Milestone::Started), at(0s));
        QCOMPARE(story.incident().milestone(Milestone::Fixed), at(15min));
    }

    void unusualLengthIsAskedAboutOnce()
    {
        Story story = running();
        PutWindow command{windowFrom(at(-25h), at(10min)), {}};
        ASKS(story, u"longer than a day"_s, command);
        TELL(
            story,
            (PutWindow{changed(story, 2, [](Window &window) { window.felt = u"nothing"_s; }), {}}));
        Story other = running();
        PutWindow brief{windowFrom(at(10s), at(50s)), {}};
        ASKS(other, u"same minute"_s, brief);
    }

    void theStartOfTheIncidentFollows()
    {
        Story story = running();
        TELL(story,
             (PutWindow{changed(story, 1, [](Window &w) { w.start = at(-4min); }), u"chart"_s}));
        QCOMPARE(story.incident().milestone(Milestone::Started), at(-4min));
        QCOMPARE(story.incident().milestoneRow(Milestone::Started)->reason, u"chart"_s);
        TELL(story, (PutWindow{windowFrom(at(-9min), at(-7min)), {}}));
        QCOMPARE(story.incident().milestone(Milestone::Started), at(-9min));
        TELL(story, (WithdrawWindow{2, u"another service"_s}));
        QCOMPARE(story.incident().milestone(Milestone::Started), at(-4min));
    }

    void aLengthIsCountedFromTheStartThatWasStated()
    {
        Story story(begin + 1h);
        OpenIncident opening = liveOutage(at(0s));
        opening.windows.clear();
        TELL(story, opening);
        TELL(story, (Stamp{Milestone::Started, at(0s), Source::Manual, {}}));
        Window length = windowFrom({});
        length.duration = RoughDuration::exact(10min);
        TELL(story, (PutWindow{length, {}}));
        QCOMPARE(story.incident().windows.back().start, at(0s));
        QCOMPARE(story.incident().windows.back().end, at(10min));
        QCOMPARE(story.incident().milestone(Milestone::Started), at(0s));
    }

    void theStartDoesNotPassOtherMilestones()
    {
        Story story = running();
        TELL(story, (Stamp{Milestone::Detected, at(2min), Source::Manual, {}}));
        REFUSED(story, Refused, u"start cannot come after “noticed”"_s,
                PutWindow{changed(story, 1, [](Window &w) { w.start = at(3min); }), {}});
    }

    void backToNormalFollowsTheEndItCameFrom()
    {
        Story story = restored();
        TELL(story, (PutWindow{changed(story, 1, [](Window &w) { w.end = at(25min); }), {}}));
        QCOMPARE(story.incident().milestone(Milestone::BackToNormal), at(25min));
        QCOMPARE(story.incident().state, State::Restored);
        // Another window that ended earlier says nothing about it.
        TELL(story, (PutWindow{windowFrom(at(1min), at(5min)), {}}));
        TELL(story, (PutWindow{changed(story, 2, [](Window &w) { w.end = at(6min); }), {}}));
        QCOMPARE(story.incident().milestone(Milestone::BackToNormal), at(25min));
    }

    void aWindowAloneDoesNotRestore()
    {
        Story story = running();
        TELL(story, (PutWindow{changed(story, 1, [](Window &w) { w.end = at(25min); }), {}}));
        QCOMPARE(story.incident().state, State::Active);
        QCOMPARE(story.incident().milestone(Milestone::BackToNormal), RoughInstant());
        TELL(story, (Advance{State::Restored, {}}));
        QCOMPARE(story.incident().milestone(Milestone::BackToNormal), at(25min));
    }

    void nothingIsOpenOnceItIsOver()
    {
        Story story = restored();
        REFUSED(story, Refused, u"reopen the incident"_s, PutWindow{windowFrom(at(30min)), {}});
        REFUSED(story, Refused, u"reopen the incident"_s,
                PutWindow{changed(story, 1, [](Window &w) { w.end = {}; }), {}});
        TELL(story, (PutWindow{windowFrom(at(30min), at(40min)), {}}));
    }

    void planAndActualStandSideBySide()
    {
        Story story = running();
        Window plan = windowFrom(at(2h), at(3h));
        plan.planned = true;
        REFUSED(story, Refused, u"Only maintenance is planned"_s, PutWindow{plan, {}});
        Story work(begin);
        work.must(plannedWork(at(24h), RoughDuration::atMost(10min)));
        REFUSED(work, Refused, u"stand side by side"_s,
                PutWindow{changed(work, 1, [](Window &w) { w.planned = false; }), {}});
        REFUSED(work, Refused, u"Start it first"_s, PutWindow{windowFrom(at(-5min)), {}});
    }

    void earlierRoundsStayCorrectable()
    {
        Story story = restored();
        TELL(story, (Reopen{windowFrom(at(50min)), u"the alert fired again"_s}));
        TELL(story, (PutWindow{changed(story, 1, [](Window &w) { w.start = at(-2min); }), {}}));
        QCOMPARE(story.incident().milestone(Milestone::Started, 1), at(-2min));
        QCOMPARE(story.incident().milestone(Milestone::Started, 2), at(50min));
        TELL(story, (PutWindow{changed(story, 1, [](Window &w) { w.end = at(22min); }), {}}));
        QCOMPARE(story.incident().milestone(Milestone::BackToNormal, 1), at(22min));
        QCOMPARE(story.incident().milestone(Milestone::BackToNormal), RoughInstant());
        REFUSED(story, Refused, u"an earlier round, which is over"_s,
                PutWindow{changed(story, 1, [](Window &w) { w.end = {}; }), {}});
    }

    void whatIsNotThereIsNamed()
    {
        Story story = running();
        Window window = windowFrom(at(1min));
        window.seq = 7;
        REFUSED(story, NotFound, u"no window 7. Choose one of these: 1"_s, PutWindow{window, {}});
        REFUSED(story, NotFound, u"no window 7"_s, WithdrawWindow{7, u"x"_s});
        TELL(story, (WithdrawWindow{1, u"false"_s}));
        REFUSED(story, NotFound, u"Add one"_s, WithdrawWindow{1, u"false"_s});
    }

    void withdrawingTakesAReason()
    {
        Story story = running();
        WithdrawWindow command{1, {}};
        ASKS(story, u"why this window is withdrawn"_s, command);
        QVERIFY(story.incident().windows.empty());
        QCOMPARE(story.incident().windowHistory.size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestDecideWindows)
#include "tst_decidewindows.moc"
