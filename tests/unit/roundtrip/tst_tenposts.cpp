// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare.h"
#include "entry/form.h"
#include "incident/facts.h"
#include "reading/read.h"
#include "support/manualclock.h"
#include "support/story.h"
#include "timing/arithmetic.h"
#include "wording/say.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using incident::State;

namespace {

const QTimeZone &london()
{
    static const QTimeZone zone("Europe/London");
    return zone;
}

/// What the form makes of a line, stored and folded.
incident::Incident told(const QString &line, base::Instant now, const QString &title,
                        const QStringList &components,
                        std::optional<incident::Effect> effect = std::nullopt)
{
    entry::Form form({london(), now, timing::Lean::Past});
    form.setLine(line);
    if (!form.entry().isClear())
        qFatal("not clear: %s", qPrintable(line));
    entry::Details details;
    details.title = title;
    details.components = components;
    details.effect = effect;
    auto command = form.command(details).value();
    command.id = u"incident-1"_s;
    command.ref = u"2026-11-23-1"_s;
    command.zone = u"Europe/London"_s;
    support::Story story(now);
    story.must(command);
    return story.incident();
}

/// Fields of the plan form, as they are typed.
incident::Window plan(const char *start, const char *end, const char *length, base::Instant now,
                      incident::Effect effect = incident::Effect::MaintenanceMode)
{
    const timing::FieldContext context{london(), now, timing::Lean::Future};
    incident::Window window;
    window.planned = true;
    window.effect = effect;
    window.start = timing::instantFromField(QString::fromUtf8(start), context).value();
    window.end = timing::instantFromField(QString::fromUtf8(end), context).value();
    window.duration = timing::durationFromField(QString::fromUtf8(length)).value();
    window.inside = window.end.isKnown();
    if (!window.inside)
        window.end = timing::plus(window.start, window.duration);
    return window;
}

incident::Facts work(const QString &title, const QStringList &components,
                     const std::vector<incident::Window> &phases)
{
    incident::Facts facts;
    facts.kind = incident::Kind::Maintenance;
    facts.entry = incident::EntryMode::Planned;
    facts.state = State::Scheduled;
    facts.status = incident::PublicStatus::Scheduled;
    facts.zone = u"Europe/London"_s;
    facts.title = title;
    facts.components = components;
    facts.effect = phases.front().effect;
    facts.planned = phases;
    return facts;
}

struct Told
{
    wording::PostText post;
    reading::PostFacts read;
    QStringList differences;
};

Told comesBack(const incident::Facts &facts, base::Instant now)
{
    Told told;
    told.post = wording::say(facts, now);
    told.read = reading::read({told.post.title, told.post.body, now, {}, london()});
    const QString text = told.post.title + u"\n\n"_s + told.post.body;
    for (const auto &difference : Comparison(facts, now, text, told.read).differences())
        told.differences << difference.what + u": "_s + difference.detail;
    if (!told.differences.isEmpty())
        told.differences << text;
    return told;
}

} // namespace

/// Ten incidents of one operator: typed, told as a post, and read back.
class TestTenPosts : public QObject
{
    Q_OBJECT

private slots:
    void backendUpdatesThisMorning()
    {
        const base::Instant now = support::utc("2026-11-23T00:30:00Z");
        const auto told = comesBack(work(u"Larger backend updates"_s, {u"the backend"_s},
                                         {plan("around 02:00", "", "no more than 10 or so", now)}),
                                    now);
        QCOMPARE(told.differences.join(u'\n'), QString());
        QCOMPARE(told.read.planned.size(), 1u);
        QCOMPARE(told.read.planned[0].start.lo,
                 std::optional(support::utc("2026-11-23T01:45:00Z")));
        QCOMPARE(told.read.planned[0].length.hi, std::optional(10));
    }

    void fifteenMinutesJustNow()
    {
        const base::Instant now = support::utc("2026-11-23T15:40:00Z");
        const auto incident = ::told(u"about 15m just now, back up in 10, normal +5, watching"_s,
                                     now, u"The update job took the site down"_s, {u"the site"_s});
        QCOMPARE(incident.state, State::Monitoring);
        const auto told = comesBack(incident::factsOf(incident), now);
        QCOMPARE(told.differences.join(u'\n'), QString());
        QCOMPARE(told.read.actual.size(), 1u);
        QCOMPARE(told.read.actual[0].length, (reading::Minutes{12, 18}));
    }

    void imagesThisMorning()
    {
        const base::Instant now = support::utc("2026-11-23T09:40:00Z");
        support::Story story(now);
        auto command =
            support::liveOutage(timing::instantFromField(u"this morning", {london(), now}).value());
        command.kind = incident::Kind::Degradation;
        command.windows[0].effect = incident::Effect::Degraded;
        command.windows[0].components = {u"images"_s};
        story.must(command);
        const auto first = comesBack(incident::factsOf(story.incident()), now);
        QCOMPARE(first.differences.join(u'\n'), QString());
        QCOMPARE(first.read.entryMode, reading::EntryMode::Live);
    }

    void fiveMinutesAndAFixStillRunning()
    {
        const base::Instant now = support::utc("2026-11-23T11:05:00Z");
        const auto incident = ::told(u"5m just now, rolled back, watching"_s, now,
                                     u"A bad merge reached production"_s, {u"the site"_s});
        QCOMPARE(incident.state, State::Monitoring);
        const auto told = comesBack(incident::factsOf(incident), now);
        QCOMPARE(told.differences.join(u'\n'), QString());
        QCOMPARE(told.read.actual.size(), 1u);
        QCOMPARE(told.read.actual[0].length, (reading::Minutes{5, 5}));
    }

    void severalInOneAfternoon()
    {
        const base::Instant now = support::utc("2026-11-23T17:30:00Z");
        const auto incident = ::told(u"several outages this afternoon, 5 to 40m, fixed, watching"_s,
                                     now, u"The search index broke several times"_s, {u"search"_s});
        const auto told = comesBack(incident::factsOf(incident), now);
        QCOMPARE(told.read.actual.size(), 1u);
        const reading::FactWindow &window = told.read.actual[0];
        QCOMPARE(window.multiplicity, reading::Multiplicity::SeveralUnlisted);
        QCOMPARE(window.length, (reading::Minutes{5, 40}));
        QVERIFY(!window.count);
    }

    void maintenanceInTwoPhases()
    {
        using incident::Effect;
        const base::Instant now = support::utc("2026-11-23T04:10:00Z");
        const auto second = plan("05:30", "", "about 60", now, Effect::Partial);
        const auto told = comesBack(work(u"New search indices"_s, {u"search"_s},
                                         {plan("05:00", "", "no more than 30", now), second}),
                                    now);
        QCOMPARE(told.differences.join(u'\n'), QString());
        QCOMPARE(told.read.planned.size(), 2u);
        QCOMPARE(told.read.planned[0].start.lo,
                 std::optional(support::utc("2026-11-23T05:00:00Z")));
        QCOMPARE(told.read.planned[0].length.hi, std::optional(30));
        QCOMPARE(told.read.planned[1].length, (reading::Minutes{48, 72}));
        QCOMPARE(told.read.planned[1].after, std::optional(0));
    }

    void maintenanceInsideAWindow()
    {
        const base::Instant now = support::utc("2026-11-23T00:50:00Z");
        const auto told = comesBack(work(u"Updates of the stack"_s, {u"the site"_s},
                                         {plan("01:00", "02:00", "no more than 10", now)}),
                                    now);
        QCOMPARE(told.differences.join(u'\n'), QString());
        QCOMPARE(told.read.planned.size(), 1u);
        QCOMPARE(told.read.planned[0].shape, reading::Shape::Inside);
        QCOMPARE(told.read.planned[0].length, (reading::Minutes{0, 10}));
    }

    void halfAnHourByOurOwnMistake()
    {
        const base::Instant now = support::utc("2026-11-23T14:40:00Z");
        auto facts = incident::factsOf(::told(u"around 13:45 for 30-40m"_s, now,
                                              u"Item pages were down"_s, {u"item pages"_s}));
        facts.cause.status = incident::CauseStatus::Confirmed;
        facts.cause.attribution = incident::Attribution::Own;
        facts.cause.trigger = u"change.operator"_s;
        facts.cause.text = u"a mistake at the load balancer"_s;
        const auto told = comesBack(facts, now);
        QCOMPARE(told.differences.join(u'\n'), QString());
        QCOMPARE(told.read.actual.size(), 1u);
        QCOMPARE(told.read.actual[0].start.lo, std::optional(support::utc("2026-11-23T13:30:00Z")));
        QCOMPARE(told.read.actual[0].length, (reading::Minutes{30, 40}));
    }

    void fiveMinutesAtTenPastFour()
    {
        const base::Instant now = support::utc("2026-11-23T16:30:00Z");
        const auto incident =
            ::told(u"16:10, noticed at once, fixed straight away, normal 5 or so later"_s, now,
                   u"Routing failed"_s, {u"the routing service"_s});
        QCOMPARE(incident.state, State::Restored);
        const auto told = comesBack(incident::factsOf(incident), now);
        QCOMPARE(told.differences.join(u'\n'), QString());
        QCOMPARE(told.read.actual.size(), 1u);
        QCOMPARE(told.read.actual[0].start.lo, std::optional(support::utc("2026-11-23T16:10:00Z")));
        QVERIFY(told.read.actual[0].start.isExact());
        QVERIFY(told.read.milestones.contains(reading::MilestoneName::Detected));
        QVERIFY(told.read.milestones.contains(reading::MilestoneName::Fixed));
    }

    void imagesBackAndUnexplained()
    {
        const base::Instant now = support::utc("2026-11-23T10:00:00Z");
        const auto incident = ::told(u"just now back up"_s, now, u"Images were not loading"_s,
                                     {u"images"_s}, incident::Effect::Partial);
        QCOMPARE(incident.state, State::Restored);
        QVERIFY(!incident.milestone(incident::Milestone::Started).isKnown());
        auto facts = incident::factsOf(incident);
        facts.cause.status = incident::CauseStatus::AwaitingProvider;
        facts.cause.attribution = incident::Attribution::Provider;
        const auto told = comesBack(facts, now);
        QCOMPARE(told.differences.join(u'\n'), QString());
        QCOMPARE(told.read.actual.size(), 1u);
        QVERIFY(!told.read.actual[0].start.isStated());
        QVERIFY(!told.read.actual[0].length.isStated());
        QVERIFY(told.read.actual[0].end.lo <= support::utc("2026-11-23T09:45:00Z"));
        QVERIFY(told.read.actual[0].end.hi >= now);
    }
};

QTEST_APPLESS_MAIN(TestTenPosts)
#include "tst_tenposts.moc"
