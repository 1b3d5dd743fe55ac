// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/calibration.h"
#include "incident/eventjson.h"
#include "incident/metrics.h"
#include "support/refusals.h"
#include "timing/arithmetic.h"
#include "timing/linkedtimes.h"

#include <QTest>

using namespace incident;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using support::Story;
using support::utc;
using timing::Lean;
using timing::Precision;

namespace {

/// What stands in a field of a form at the time of posting. The day is one on which London has UTC.
struct Form
{
    Instant posted;

    [[nodiscard]] RoughInstant at(QStringView text, Lean lean = Lean::Past) const
    {
        const timing::FieldContext context{QTimeZone("Europe/London"), posted, lean};
        const auto read = timing::instantFromField(text, context);
        if (!read)
            qFatal("%s", qPrintable(read.error().text));
        return *read;
    }
};

RoughDuration length(QStringView text)
{
    const auto read = timing::durationFromField(text);
    if (!read)
        qFatal("%s", qPrintable(read.error().text));
    return *read;
}

/// "14:45" on the day of the posts; the next day from 24:00 on.
Instant clock(const char *time)
{
    const QByteArray text(time);
    return utc("2026-02-17T00:00:00Z") + std::chrono::hours(text.left(2).toInt()) +
           std::chrono::minutes(text.mid(3).toInt());
}

RoughInstant from(const char *lo, const char *hi, Precision precision = Precision::About)
{
    return RoughInstant::between(clock(lo), clock(hi), precision);
}

RoughInstant sharp(const char *time)
{
    return RoughInstant::exact(clock(time));
}

RoughDuration minutes(int lo, int hi, Precision precision = Precision::About)
{
    return RoughDuration::between(lo * 1min, hi * 1min, precision);
}

OpenIncident opening(Kind kind, EntryMode entry, State state, const std::vector<Window> &windows)
{
    OpenIncident command;
    command.id = u"incident-1"_s;
    command.ref = u"2026-02-17-1"_s;
    command.kind = kind;
    command.entry = entry;
    command.state = state;
    command.title = u"What readers saw"_s;
    command.zone = u"Europe/London"_s;
    command.windows = windows;
    return command;
}

Window affected(Effect effect, const QString &component, const RoughInstant &start,
                const RoughDuration &stated, const RoughInstant &end)
{
    Window window;
    window.effect = effect;
    window.components = {component};
    window.start = start;
    window.duration = stated;
    window.end = end;
    return window;
}

Window planned(Window window)
{
    window.planned = true;
    return window;
}

MakePromise promise(PromiseKind kind, const RoughInstant &due, const QString &trigger = {})
{
    MakePromise command;
    command.promise.id = base::toName(kind);
    command.promise.kind = kind;
    command.promise.quote = u"what was promised"_s;
    command.promise.due = due;
    command.promise.trigger = trigger;
    return command;
}

StateCause cause(CauseStatus status, Attribution attribution, const QString &trigger,
                 const std::vector<Factor> &factors = {})
{
    StateCause command;
    command.cause.status = status;
    command.cause.text = u"what it was"_s;
    command.cause.attribution = attribution;
    command.cause.provider = attribution == Attribution::Provider ? u"unnamed host"_s : QString();
    command.cause.trigger = trigger;
    command.cause.factors = factors;
    return command;
}

/// The incident as it comes back from what is stored of it.
Incident reread(const Story &story)
{
    std::vector<Event> events;
    for (Event event : story.events()) {
        const auto payload = payloadFromJson(kindName(event.payload), payloadJson(event.payload));
        if (!payload)
            qFatal("not readable: %s", payloadJson(event.payload).constData());
        event.payload = *payload;
        events.push_back(std::move(event));
    }
    return fold(events);
}

} // namespace

/// The ten kinds of post that people really write: each one's facts, typed as the words stand
/// there, are stored and come back with their own bounds and precision.
class TestTenIncidents : public QObject
{
    Q_OBJECT

private slots:
    void workAnnouncedInTheMorning()
    {
        const Form form{clock("00:40")};
        Story story(form.posted);
        const Window plan = planned(affected(Effect::MaintenanceMode, u"backend"_s,
                                             form.at(u"around 02:00", Lean::Future),
                                             length(u"not more than 10 or so"), {}));
        story.must(opening(Kind::Maintenance, EntryMode::Planned, State::Scheduled, {plan}));
        story.must(promise(PromiseKind::NextUpdate, {}, u"the estimate changes"_s));
        const Incident stored = reread(story);
        QCOMPARE(stored, story.incident());
        const Window &window = stored.windows.at(0);
        QCOMPARE(window.start, from("01:45", "02:15"));
        QCOMPARE(window.duration, minutes(0, 10));
        QCOMPARE(window.effect, Effect::MaintenanceMode);
        QCOMPARE(stored.promises.at(0).trigger, u"the estimate changes"_s);
        QVERIFY(!stored.promises.at(0).due.isKnown());
    }

    void aQuarterOfAnHourToldAfterwards()
    {
        const Form form{clock("15:00")};
        Story story(form.posted);
        const RoughInstant end = form.at(u"just now");
        const RoughInstant started = timing::minus(end, length(u"around 15 min"));
        const RoughInstant fixed = timing::stepAfter(started, length(u"about 10 min"));
        OpenIncident command =
            opening(Kind::Outage, EntryMode::Retrospective, State::Monitoring,
                    {affected(Effect::Down, u"key server"_s, {}, length(u"around 15 min"), end)});
        command.fixed = fixed;
        command.backToNormal = timing::stepAfter(fixed, length(u"stated 5 min"));
        story.must(command);
        story.must(cause(CauseStatus::Confirmed, Attribution::Own, u"change.maintenance_job"_s,
                         {{u"load.capacity"_s, FactorRole::Contributing}}));
        story.must(promise(PromiseKind::Monitor, form.at(u"this evening", Lean::Future)));
        story.must(
            promise(PromiseKind::Reschedule, form.at(u"tomorrow early hours", Lean::Future)));
        const Incident stored = reread(story);
        QCOMPARE(stored, story.incident());
        QCOMPARE(stored.state, State::Monitoring);
        const Window &window = stored.windows.at(0);
        QCOMPARE(window.end, from("14:45", "15:00"));
        QCOMPARE(window.duration, minutes(12, 18));
        QCOMPARE(stored.milestone(Milestone::Started), from("14:27", "14:48"));
        // The chain of steps reads back as it was typed: 10 and 5 make the 15 that were told.
        const RoughInstant normal = stored.milestone(Milestone::BackToNormal);
        const auto step = timing::lengthAfter(stored.milestone(Milestone::Started),
                                              stored.milestone(Milestone::Fixed));
        QVERIFY(step);
        QCOMPARE(step->lo(), minutes(8, 12).lo());
        QCOMPARE(step->hi(), minutes(8, 12).hi());
        const auto last = timing::lengthAfter(stored.milestone(Milestone::Fixed), normal);
        QCOMPARE(last, std::optional(RoughDuration::exact(5min)));
        QVERIFY(timing::possible(window.start, window.duration, normal));
        QCOMPARE(stored.cause.factors.at(0).role, FactorRole::Contributing);
        QCOMPARE(stored.promises.at(1).due, from("24:00", "29:00", Precision::Daypart));
    }

    void imagesLiveWithTwoUpdates()
    {
        const Form first{clock("09:30")};
        const Form second{clock("10:10")};
        Story story(first.posted);
        story.must(opening(
            Kind::Degradation, EntryMode::Live, State::Active,
            {affected(Effect::Degraded, u"image cache"_s, first.at(u"this morning"), {}, {})}));
        story.publish(u"r1"_s, PublicStatus::Investigating);
        story.must(promise(PromiseKind::NextUpdate, {}, u"when more is known"_s));
        story.must(promise(PromiseKind::Investigate, {}, u"when the host answers"_s));
        story.jump(second.posted);
        const RoughInstant normal = second.at(u"just now");
        const RoughDuration told = length(u"within 30 min");
        story.must(Stamp{Milestone::BackToNormal, normal, Source::Manual, {}});
        story.must(Stamp{Milestone::FirstAlert, timing::minus(normal, told), Source::Post, {}});
        story.publish(u"r2"_s, PublicStatus::Resolved);
        story.must(cause(CauseStatus::Confirmed, Attribution::Provider, u"fault.hardware"_s));
        story.must(SettlePromise{u"investigate"_s, PromiseStatus::Kept, u"the host said so"_s});
        const Incident stored = reread(story);
        QCOMPARE(stored, story.incident());
        const Window &window = stored.windows.at(0);
        QCOMPARE(window.start, from("00:00", "09:30", Precision::Daypart));
        QCOMPARE(window.end, from("09:55", "10:10"));
        QVERIFY(!window.duration.isKnown());
        QCOMPARE(stored.milestone(Milestone::BackToNormal), window.end);
        const RoughInstant alert = stored.milestone(Milestone::FirstAlert);
        QCOMPARE(alert, from("09:25", "10:10"));
        QVERIFY(timing::possible(alert, told, window.end));
        QCOMPARE(stored.cause.provider, u"unnamed host"_s);
        QCOMPARE(stored.promises.at(0).status, PromiseStatus::Kept);
        QCOMPARE(stored.promises.at(1).status, PromiseStatus::Kept);
    }

    void fiveMinutesWithTheRepairStillRunning()
    {
        const Form form{clock("11:20")};
        Story story(form.posted);
        OpenIncident command = opening(Kind::Outage, EntryMode::Retrospective, State::Monitoring,
                                       {affected(Effect::Down, u"production code"_s, {},
                                                 length(u"stated 5 min"), form.at(u"just now"))});
        // Done, and nobody says when: not later than the post.
        command.fixed = form.at(u"by 11:20");
        story.must(command);
        story.must(cause(CauseStatus::Confirmed, Attribution::Own, u"change.deploy"_s,
                         {{u"change.operator"_s, FactorRole::Latent}}));
        story.must(promise(PromiseKind::FixForward, form.at(u"today", Lean::Future)));
        const Incident stored = reread(story);
        QCOMPARE(stored, story.incident());
        QCOMPARE(stored.state, State::Monitoring);
        const Window &window = stored.windows.at(0);
        QCOMPARE(window.duration, minutes(5, 5));
        QCOMPARE(window.end, from("11:05", "11:20"));
        QCOMPARE(window.start, from("11:00", "11:15"));
        QCOMPARE(stored.milestone(Milestone::Fixed), RoughInstant::notAfter(clock("11:20")));
        QCOMPARE(stored.promises.at(0).due, from("11:20", "23:59", Precision::Daypart));
        QCOMPARE(stored.cause.factors,
                 (std::vector<Factor>{{u"change.operator"_s, FactorRole::Latent}}));
    }

    void severalInOneAfternoon()
    {
        const Form form{clock("17:40")};
        Story story(form.posted);
        const RoughInstant afternoon = form.at(u"this afternoon");
        Window several =
            affected(Effect::Down, u"search index"_s, afternoon, length(u"5 to 40 min"), afternoon);
        several.several = true;
        OpenIncident command =
            opening(Kind::Outage, EntryMode::Retrospective, State::Monitoring, {several});
        command.fixed = form.at(u"by 17:40");
        story.must(command);
        story.must(cause(CauseStatus::Suspected, Attribution::Own, u"fault.data_index"_s));
        story.must(promise(PromiseKind::Monitor, form.at(u"this evening", Lean::Future)));
        story.must(promise(PromiseKind::Prevent, form.at(u"tomorrow morning", Lean::Future)));
        const Incident stored = reread(story);
        QCOMPARE(stored, story.incident());
        const Window &window = stored.windows.at(0);
        QVERIFY(window.several && window.inside);
        QCOMPARE(window.count, 0);
        QCOMPARE(window.start, from("12:00", "17:40", Precision::Daypart));
        QCOMPARE(window.end, window.start);
        QCOMPARE(window.duration, minutes(5, 40, Precision::Between));
        QCOMPARE(metricsOf(stored).downtime, RoughDuration::atLeast(45min));
        QCOMPARE(stored.promises.at(0).due, from("18:00", "23:00", Precision::Daypart));
        QCOMPARE(stored.promises.at(1).due, from("24:00", "36:00", Precision::Daypart));
    }

    void workInTwoPhases()
    {
        const Form form{clock("02:10")};
        Story story(form.posted);
        const RoughInstant start = form.at(u"05:00", Lean::Future);
        const RoughDuration down = length(u"under half an hour");
        story.must(opening(
            Kind::Maintenance, EntryMode::Planned, State::Scheduled,
            {planned(affected(Effect::MaintenanceMode, u"search indices"_s, start, down, {})),
             planned(affected(Effect::Partial, u"item listings"_s, timing::stepAfter(start, down),
                              length(u"around an hour or so"), {}))}));
        const Incident stored = reread(story);
        QCOMPARE(stored, story.incident());
        const auto plan = stored.plannedWindows();
        QCOMPARE(plan.size(), std::size_t(2));
        QCOMPARE(plan[0].start, sharp("05:00"));
        QCOMPARE(plan[0].duration, RoughDuration::atMost(30min));
        QCOMPARE(plan[1].effect, Effect::Partial);
        QCOMPARE(plan[1].start, from("05:00", "05:30", Precision::Between));
        QCOMPARE(plan[1].duration, minutes(48, 72));
    }

    void workInsideAWindowThatIsDone()
    {
        const Form form{clock("00:55")};
        Story story(form.posted);
        const RoughInstant frame = form.at(u"between 1 and 2 am", Lean::Future);
        Window plan = planned(affected(Effect::MaintenanceMode, u"stack"_s, frame,
                                       length(u"no more than 10"), frame));
        plan.inside = true;
        story.must(opening(Kind::Maintenance, EntryMode::Planned, State::Scheduled, {plan}));
        story.jump(clock("02:00"));
        story.must(StartMaintenance{frame});
        story.must(FinishMaintenance{frame, u"all checks are green"_s});
        Window done = *story.incident().window(2);
        done.inside = true;
        done.duration = length(u"about 10 min");
        story.must(PutWindow{done, {}});
        const Incident stored = reread(story);
        QCOMPARE(stored, story.incident());
        QCOMPARE(stored.state, State::Completed);
        QCOMPARE(stored.window(1)->start, from("01:00", "02:00", Precision::Between));
        QCOMPARE(stored.window(1)->end, stored.window(1)->start);
        QCOMPARE(stored.window(1)->duration, RoughDuration::atMost(10min));
        QCOMPARE(stored.window(2)->duration, minutes(8, 12));
        const auto outcomes = outcomesOf(stored);
        QCOMPARE(outcomes.size(), std::size_t(1));
        QCOMPARE(errorOf(outcomes.front()).lo(), std::optional(Span(-2min)));
        QCOMPARE(errorOf(outcomes.front()).hi(), std::optional(Span(2min)));
    }

    void halfAnHourByAnOwnMistake()
    {
        const Form form{clock("14:35")};
        Story story(form.posted);
        story.must(opening(Kind::Outage, EntryMode::Retrospective, State::Restored,
                           {affected(Effect::Down, u"load balancer"_s, form.at(u"around 13:45"),
                                     length(u"between 30 and 40 min"), form.at(u"just now"))}));
        story.must(cause(CauseStatus::Confirmed, Attribution::Own, u"change.operator"_s,
                         {{u"change.config"_s, FactorRole::Latent}}));
        story.must(promise(PromiseKind::Prevent, {}, u"before the next change there"_s));
        const Incident stored = reread(story);
        QCOMPARE(stored, story.incident());
        const Window &window = stored.windows.at(0);
        QCOMPARE(window.start, from("13:30", "14:00"));
        QCOMPARE(window.end, from("14:20", "14:35"));
        QCOMPARE(window.duration, minutes(30, 40, Precision::Between));
        QCOMPARE(lengthOf(window), window.duration);
        QCOMPARE(stored.milestone(Milestone::BackToNormal), window.end);
    }

    void fiveMinutesAtTenPastFour()
    {
        const Form form{clock("16:25")};
        Story story(form.posted);
        const RoughInstant started = form.at(u"16:10");
        const RoughInstant detected = timing::stepAfter(started, length(u"0 to 2 min"));
        const RoughInstant fixed = timing::stepAfter(detected, length(u"0 to 2 min"));
        OpenIncident command =
            opening(Kind::Outage, EntryMode::Retrospective, State::Restored,
                    {affected(Effect::Down, u"routing"_s, started, length(u"stated 5 min"), {})});
        command.detected = detected;
        command.fixed = fixed;
        command.backToNormal = timing::stepAfter(fixed, length(u"5 or so"));
        story.must(command);
        story.must(cause(CauseStatus::Suspected, Attribution::Unknown, u"network.routing"_s));
        const Incident stored = reread(story);
        QCOMPARE(stored, story.incident());
        const Window &window = stored.windows.at(0);
        QCOMPARE(window.start, sharp("16:10"));
        QCOMPARE(window.duration, minutes(5, 5));
        QCOMPARE(window.end, sharp("16:15"));
        QCOMPARE(stored.milestone(Milestone::Detected), from("16:10", "16:12", Precision::Between));
        QCOMPARE(stored.milestone(Milestone::Fixed), from("16:10", "16:14", Precision::Between));
        QCOMPARE(stored.milestone(Milestone::BackToNormal), from("16:14", "16:20"));
        QVERIFY(stored.promises.empty());
        QCOMPARE(metricsOf(stored).downtime, minutes(5, 5));
    }

    void imagesBackAndNotExplained()
    {
        const Form form{clock("12:00")};
        Story story(form.posted);
        story.must(
            opening(Kind::Outage, EntryMode::Retrospective, State::Restored,
                    {affected(Effect::Partial, u"image service"_s, {}, {}, form.at(u"just now"))}));
        StateCause awaited =
            cause(CauseStatus::AwaitingProvider, Attribution::Provider, u"provider.infra"_s);
        awaited.cause.provider = u"the cloud"_s;
        story.must(awaited);
        story.must(promise(PromiseKind::RelayProvider, {}, u"when the provider answers"_s));
        story.must(promise(PromiseKind::Prevent, {}, u"when the other design is ready"_s));
        const Incident stored = reread(story);
        QCOMPARE(stored, story.incident());
        const Window &window = stored.windows.at(0);
        QVERIFY(!window.start.isKnown());
        QVERIFY(!window.duration.isKnown());
        QCOMPARE(window.end, from("11:45", "12:00"));
        QVERIFY(!stored.milestone(Milestone::Started).isKnown());
        const Metrics metrics = metricsOf(stored);
        QCOMPARE(metrics.downtime, RoughDuration());
        QCOMPARE(metrics.restore, RoughDuration());
        QCOMPARE(stored.cause.status, CauseStatus::AwaitingProvider);
        QCOMPARE(stored.promises.size(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestTenIncidents)
#include "tst_tenincidents.moc"
