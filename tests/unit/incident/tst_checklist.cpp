// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/businessdays.h"
#include "support/refusals.h"

#include <functional>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
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

StepStatus step(const Story &story, const QString &id, std::optional<Instant> greenSince = {})
{
    for (const StepStatus &status : evaluate(story.incident(), {story.now(), greenSince})) {
        if (status.step.id == id)
            return status;
    }
    qFatal("no step %s", qPrintable(id));
    return {};
}

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

/// Restored, and with the reasons that review takes.
Story inReview(int severity)
{
    Story story = restored();
    story.must(SetSeverity{severity});
    story.must(Advance{State::Review, u"nobody saw it"_s});
    return story;
}

QByteArray withChange(const std::function<void(QJsonObject &, QJsonObject &)> &by)
{
    const QByteArray json = toJson(builtinChecklist(u"unplanned"_s, QLocale::c()));
    QJsonObject root = QJsonDocument::fromJson(json).object();
    QJsonArray steps = root[u"steps"].toArray();
    QJsonObject first = steps[0].toObject();
    by(root, first);
    steps[0] = first;
    if (root.contains(u"steps"))
        root[u"steps"] = steps;
    return QJsonDocument(root).toJson();
}

} // namespace

class TestChecklist : public QObject
{
    Q_OBJECT

private slots:
    void builtInLists_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("ids");
        QTest::newRow("unplanned")
            << u"unplanned"_s
            << QStringList{u"U1"_s, u"U2"_s, u"U3"_s, u"U4"_s,  u"U5"_s,  u"U6"_s,
                           u"U7"_s, u"U8"_s, u"U9"_s, u"U10"_s, u"U11"_s, u"U12"_s};
        QTest::newRow("maintenance")
            << u"maintenance"_s << QStringList{u"M1"_s, u"M2"_s,  u"M3"_s, u"M4"_s, u"M5"_s,
                                               u"M6"_s, u"M5b"_s, u"M8"_s, u"M7"_s, u"M9"_s};
        QTest::newRow("thirdparty")
            << u"thirdparty"_s
            << QStringList{u"T1"_s, u"T2"_s, u"T3"_s, u"T4"_s, u"T5"_s, u"T6"_s, u"T7"_s, u"T8"_s};
        QTest::newRow("retrospective")
            << u"retrospective"_s << QStringList{u"J1"_s, u"J2"_s, u"J3"_s,  u"J4"_s,  u"J5"_s,
                                                 u"J6"_s, u"J7"_s, u"U10"_s, u"U11"_s, u"U12"_s};
    }

    void builtInLists()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, ids);
        const Checklist list = builtinChecklist(name, QLocale::c());
        QCOMPARE(list.name, name);
        QVERIFY(list.version >= 1);
        QVERIFY(!list.title.isEmpty());
        QStringList found;
        for (const ChecklistStep &step : list.steps) {
            found << step.id;
            QVERIFY(!step.group.isEmpty());
            QVERIFY2(step.title.size() <= 50, qPrintable(step.title));
            QVERIFY2(step.hint.size() <= 100, qPrintable(step.hint));
        }
        QCOMPARE(found, ids);
        const auto again = checklistFromJson(toJson(list));
        QVERIFY(again.has_value());
        QCOMPARE(*again, list);
    }

    void everyLanguageHasAList()
    {
        QCOMPARE(builtinChecklist(u"unplanned"_s, QLocale(QLocale::Japanese)),
                 builtinChecklist(u"unplanned"_s, QLocale(QLocale::English)));
        QVERIFY(builtinChecklist(u"brunch"_s, QLocale::c()).steps.empty());
    }

    void everyEntryHasItsList()
    {
        QCOMPARE(checklistNameFor(Kind::Outage, EntryMode::Live), u"unplanned"_s);
        QCOMPARE(checklistNameFor(Kind::Outage, EntryMode::Retrospective), u"retrospective"_s);
        QCOMPARE(checklistNameFor(Kind::Maintenance, EntryMode::Planned), u"maintenance"_s);
        QCOMPARE(checklistNameFor(Kind::Maintenance, EntryMode::Retrospective), u"retrospective"_s);
    }

    void damagedListsAreNamed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("says");
        QTest::newRow("no JSON") << QByteArray("{\"name\":") << u"not JSON"_s;
        QTest::newRow("array") << QByteArray("[]") << u"not JSON"_s;
        QTest::newRow("empty") << QByteArray("{}") << u"needs a name"_s;
        const auto row = [](const char *name, auto by, const QString &says) {
            QTest::newRow(name) << withChange(by) << says;
        };
        const QString first = u"step 1, “"_s;
        row(
            "no steps", [](auto &root, auto &) { root.remove(u"steps"); }, u"steps"_s);
        row(
            "no title", [](auto &root, auto &) { root.remove(u"title"); },
            u"“title”: the list needs a title"_s);
        row(
            "version", [](auto &root, auto &) { root[u"version"] = u"1"_s; },
            u"“version”: the list needs"_s);
        row(
            "trigger", [](auto &, auto &step) { step[u"trigger"] = u"moon"_s; }, first);
        row(
            "done", [](auto &, auto &step) { step[u"done"] = u"never"_s; }, first);
        row(
            "time", [](auto &, auto &step) { step[u"seconds"] = -1; }, first);
        row(
            "id", [](auto &, auto &step) { step.remove(u"id"); }, first);
        row(
            "both times", [](auto &, auto &step) { step[u"seconds"] = step[u"business_days"] = 1; },
            first);
        row(
            "twice", [](auto &, auto &step) { step[u"id"] = u"U2"_s; },
            u"step 2, “id”: another step is “U2” already"_s);
    }

    void damagedListsAreNamed()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, says);
        const auto list = checklistFromJson(json);
        QVERIFY(!list);
        QCOMPARE(list.error().kind, base::ErrorKind::Format);
        QVERIFY2(list.error().text.contains(says), qPrintable(list.error().text));
    }

    void theLineAndTheKeyAreNamed()
    {
        const QByteArray json = "{ \"name\": \"own\", \"version\": 1, \"title\": \"Own {\",\n"
                                "  \"steps\": [\n"
                                "    { \"id\": \"A\", \"title\": \"One, ]\" },\n"
                                "    { \"id\": \"B\",\n"
                                "      \"title\": \"Two\",\n"
                                "      \"trigge\": \"active\" } ] }";
        QVERIFY(checklistFromJson(json));
        const auto list = checklistFromFile(json);
        QVERIFY(!list);
        QVERIFY2(list.error().text.startsWith(u"Line 6, step 2, “trigge”: "_s),
                 qPrintable(list.error().text));
    }

    void aSlipInAKeyIsNamed_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("remedy");
        QTest::addColumn<QString>("says");
        QTest::newRow("head") << QByteArray("\"kind\": [],\n") << QByteArray()
                              << u"Line 2, “kind”: there is no such key."_s;
        QTest::newRow("remedy") << QByteArray("\n")
                                << QByteArray(", \"remedy\": { \"name\": \"x\", \"command\": "
                                              "[\"true\"], \"timelimit\": 5 }")
                                << u"step 1, “remedy”: it has no key “timelimit”."_s;
        QTest::newRow("runbook") << QByteArray("\n")
                                 << QByteArray(", \"runbook\": \"file:///etc/passwd\"")
                                 << u"step 1, “runbook”: it has to be the address of a page"_s;
    }

    void aSlipInAKeyIsNamed()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, remedy);
        QFETCH(QString, says);
        const QByteArray json = "{ \"name\": \"own\", \"version\": 1, \"title\": \"Own\",\n" +
                                head + "\"steps\": [ { \"id\": \"A\", \"title\": \"One\"" + remedy +
                                "} ] }";
        QVERIFY(checklistFromJson(json)); // what a newer version has written is read
        const auto list = checklistFromFile(json);
        QVERIFY(!list);
        QVERIFY2(list.error().text.contains(says), qPrintable(list.error().text));
    }

    void theFrozenListSurvivesAChangeOfTheTemplate()
    {
        Story story(begin);
        OpenIncident command = liveOutage(at(0s));
        Checklist own = builtinChecklist(u"unplanned"_s, QLocale::c());
        own.version = 7;
        own.steps.erase(own.steps.begin() + 5, own.steps.end());
        own.steps[0].title = u"Look twice"_s;
        command.checklist = toJson(own);
        story.must(command);
        // Whatever the program brings along by then.
        const auto steps = evaluate(story.incident(), {story.now(), {}});
        QCOMPARE(steps.size(), std::size_t(5));
        QCOMPARE(steps[0].step.title, u"Look twice"_s);
        QCOMPARE(checklistFromJson(story.incident().checklist)->version, 7);
        QCOMPARE(evaluate(fold(story.events()), {story.now(), {}}), steps);
        REFUSED(story, NotFound, u"no step “U9”"_s,
                MarkStep{u"U9"_s, StepState::Done, u"x"_s, false});
    }

    void withoutAListThereAreNoSteps()
    {
        Story story(begin);
        OpenIncident command = liveOutage(at(0s));
        command.checklist.clear();
        story.must(command);
        QVERIFY(evaluate(story.incident(), {story.now(), {}}).empty());
        QCOMPARE(nextStep({}), nullptr);
    }

    void aMarkIsAPersonsWord()
    {
        Story story = running();
        story.must(MarkStep{u"U6"_s, StepState::Skipped, u"nothing was touched"_s, false});
        const StepStatus status = step(story, u"U6"_s);
        QCOMPARE(status.state, StepState::Skipped);
        QVERIFY(!status.automatic);
        QVERIFY(!status.active);
        QCOMPARE(status.evidence, u"nothing was touched"_s);
        QCOMPARE(status.at, story.now());
        story.must(MarkStep{u"U6"_s, StepState::Todo, {}, false});
        QCOMPARE(step(story, u"U6"_s).state, StepState::Todo);
        QVERIFY(step(story, u"U6"_s).active);
    }

    void realIsTwoSamplesOrAPerson()
    {
        Story story = running();
        AlertEvidence alert;
        alert.alert = u"a"_s;
        alert.started = at(0s);
        alert.detected = begin + 1min;
        alert.failingSamples = 1;
        story.must(LinkAlert{alert});
        QCOMPARE(step(story, u"U1"_s).state, StepState::Todo);
        alert.failingSamples = 3;
        story.must(LinkAlert{alert});
        QCOMPARE(step(story, u"U1"_s).state, StepState::Done);
        QCOMPARE(step(story, u"U1"_s).evidence, u"3 failing samples"_s);
        QCOMPARE(step(story, u"U1"_s).at, begin + 1min);
        Story byHand = running();
        byHand.must(Stamp{Milestone::Detected, at(2min), Source::Alert, {}});
        QCOMPARE(step(byHand, u"U1"_s).state, StepState::Todo);
        byHand.must(Stamp{Milestone::Detected, at(2min), Source::Manual, {}});
        QCOMPARE(step(byHand, u"U1"_s).state, StepState::Done);
        QCOMPARE(step(byHand, u"U1"_s).evidence, u"by sam"_s);
    }

    void whatDoesNotApplyIsNotAskedFor()
    {
        Story story = running();
        story.must(Stamp{Milestone::Fixed, RoughInstant::notApplicable(), Source::Manual,
                         u"recovered before the fix"_s});
        QCOMPARE(step(story, u"U7"_s).state, StepState::NotApplicable);
        QCOMPARE(step(story, u"U7"_s).evidence, u"recovered before the fix"_s);
        QVERIFY(step(story, u"U7"_s).automatic);
    }

    void updatesHaveTheirRhythm()
    {
        Story story = running();
        QVERIFY(!step(story, u"U5"_s).active);
        const Instant first = story.now();
        story.publish(u"r1"_s, PublicStatus::Investigating);
        QCOMPARE(step(story, u"U5"_s).due, first + 20min);
        story.pass(15min);
        story.publish(u"r2"_s, PublicStatus::Investigating, RoughInstant::exact(first + 90min));
        QCOMPARE(step(story, u"U5"_s).due, first + 90min);
        story.pass(105min);
        story.publish(u"r3"_s, PublicStatus::Identified);
        QCOMPARE(step(story, u"U5"_s).due, first + 2h + 60min);
        QVERIFY(step(story, u"U5"_s).active);
        story.must(
            Stamp{Milestone::BackToNormal, RoughInstant::exact(story.now()), Source::Manual, {}});
        QCOMPARE(step(story, u"U5"_s).state, StepState::Done);
    }

    void whatIsPromisedIsOwedAlsoAfterwards()
    {
        Story story = running();
        story.publish(u"r1"_s, PublicStatus::Investigating, at(65min));
        story.must(Stamp{Milestone::BackToNormal, at(58min), Source::Manual, {}});
        QCOMPARE(step(story, u"U5"_s).state, StepState::Todo);
        QCOMPARE(step(story, u"U5"_s).due, begin + 65min);
        QCOMPARE(step(story, u"U9"_s).due, begin + 65min);
        story.publish(u"r2"_s, PublicStatus::Resolved);
        QCOMPARE(step(story, u"U5"_s).state, StepState::Done);
        QCOMPARE(step(story, u"U9"_s).state, StepState::Done);
        QCOMPARE(step(story, u"U9"_s).evidence, u"seen on site"_s);
    }

    void watchingTakesItsTime()
    {
        Story story = restored();
        QCOMPARE(step(story, u"U8"_s).due, begin + 50min);
        QCOMPARE(step(story, u"U8"_s).state, StepState::Todo);
        // It flickered at half past: the half hour begins anew.
        const Instant green = begin + 35min;
        QCOMPARE(step(story, u"U8"_s, green).due, begin + 65min);
        story.jump(begin + 65min - 1s);
        QCOMPARE(step(story, u"U8"_s, green).state, StepState::Todo);
        story.pass(1s);
        QCOMPARE(step(story, u"U8"_s, green).state, StepState::Done);
        QCOMPARE(step(story, u"U8"_s, green).evidence, u"green for 30 minutes"_s);
        QCOMPARE(step(story, u"U8"_s, green).at, begin + 65min);
    }

    void aPromiseToWatchIsWatched()
    {
        Story story = restored();
        Promise promise;
        promise.id = u"p"_s;
        promise.kind = PromiseKind::Monitor;
        promise.quote = u"We keep an eye on it this evening"_s;
        promise.due = RoughInstant::between(begin + 2h, begin + 7h);
        story.must(MakePromise{promise});
        QCOMPARE(step(story, u"U8"_s, begin).due, begin + 7h);
        story.jump(begin + 7h);
        QCOMPARE(step(story, u"U8"_s, begin).state, StepState::Todo);
        story.must(SettlePromise{u"p"_s, PromiseStatus::Kept, u"all quiet"_s});
        QCOMPARE(step(story, u"U8"_s, begin).state, StepState::Done);
    }

    void whatWasMeasuredIsKept()
    {
        Story story = restored();
        const Surroundings green{begin + 60min, begin + 20min};
        const auto marks = marksToKeep(story.incident(), evaluate(story.incident(), green));
        QCOMPARE(marks.size(), std::size_t(1));
        QCOMPARE(marks[0].step, u"U8"_s);
        story.must(marks[0]);
        // The next bad sample takes nothing back.
        QCOMPARE(step(story, u"U8"_s).state, StepState::Done);
        QVERIFY(step(story, u"U8"_s).automatic);
        QVERIFY(marksToKeep(story.incident(), evaluate(story.incident(), green)).empty());
    }

    void theAllClearComesAfterwards()
    {
        Story story = restored();
        QCOMPARE(step(story, u"U9"_s).due, begin + 30min);
        story.publish(u"r1"_s, PublicStatus::Resolved);
        QCOMPARE(step(story, u"U9"_s).state, StepState::Done);
        story.pass(10min);
        story.must(Unstamp{Milestone::BackToNormal, {}});
        story.must(
            Stamp{Milestone::BackToNormal, RoughInstant::exact(story.now()), Source::Manual, {}});
        QCOMPARE(step(story, u"U9"_s).state, StepState::Todo);
    }

    void aCauseIsStatedOrGivenUp()
    {
        Cause cause;
        cause.status = CauseStatus::Suspected;
        cause.text = u"the deploy"_s;
        Story story = restored();
        QVERIFY(step(story, u"U10"_s).active);
        story.must(StateCause{cause, {}});
        QCOMPARE(step(story, u"U6"_s).state, StepState::Done);
        QCOMPARE(step(story, u"U10"_s).state, StepState::Todo);
        cause.trigger = u"change.deploy"_s;
        story.must(StateCause{cause, {}});
        QCOMPARE(step(story, u"U10"_s).state, StepState::Done);
        cause = {};
        cause.status = CauseStatus::WillNotKnow;
        story.must(StateCause{cause, u"the logs are gone"_s});
        QCOMPARE(step(story, u"U10"_s).evidence, u"the logs are gone"_s);
    }

    void onlyWhatIsGraveNeedsAPostmortem_data()
    {
        QTest::addColumn<int>("severity");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<bool>("grave");
        QTest::newRow("small") << 3 << 20 << false;
        QTest::newRow("severe") << 2 << 20 << true;
        QTest::newRow("long") << 3 << 30 << true;
        QTest::newRow("just short") << 4 << 29 << false;
    }

    void onlyWhatIsGraveNeedsAPostmortem()
    {
        QFETCH(int, severity);
        QFETCH(int, minutes);
        QFETCH(bool, grave);
        Story story = running();
        story.must(
            Stamp{Milestone::BackToNormal, at(std::chrono::minutes(minutes)), Source::Manual, {}});
        story.must(SetSeverity{severity});
        QCOMPARE(step(story, u"U12"_s).state, StepState::Todo);
        QVERIFY(!step(story, u"U12"_s).active);
        story.must(Advance{State::Review, u"nobody saw it"_s});
        const StepStatus status = step(story, u"U12"_s);
        QCOMPARE(status.state, grave ? StepState::Todo : StepState::NotApplicable);
        if (!grave)
            return;
        // Sunday, five past five: the fifth day of work after it is Friday.
        QCOMPARE(status.due, utc("2026-11-27T17:08:00Z"));
        story.must(RecordExport{u"md"_s, u"ab12"_s});
        QCOMPARE(step(story, u"U12"_s).state, StepState::Done);
    }

    void whatIsNotKnownToBeShortIsLong()
    {
        Story story(begin + 1h);
        OpenIncident command = liveOutage({});
        command.entry = EntryMode::Retrospective;
        command.state = State::Restored;
        command.severity = 4;
        command.windows = {windowFrom({}, at(0s))};
        story.must(command);
        story.must(Advance{State::Review, u"nobody saw it"_s});
        QCOMPARE(step(story, u"U12"_s).state, StepState::Todo);
    }

    void whatNobodyLostIsNotLong()
    {
        Story story = running();
        Window window = *story.incident().window(1);
        window.effect = Effect::Degraded;
        story.must(PutWindow{window, {}});
        story.must(Stamp{Milestone::BackToNormal, at(55min), Source::Manual, {}});
        story.must(SetSeverity{3});
        story.must(Advance{State::Review, u"nobody saw it"_s});
        QCOMPARE(step(story, u"U12"_s).state, StepState::NotApplicable);
    }

    void aMistakeByHandNeedsAPostmortem()
    {
        Story story = inReview(4);
        QCOMPARE(step(story, u"U12"_s).state, StepState::NotApplicable);
        story.must(StateCause{{CauseStatus::Confirmed,
                               u"a slip of ours"_s,
                               Attribution::Own,
                               {},
                               u"change.operator"_s},
                              {}});
        QCOMPARE(step(story, u"U12"_s).state, StepState::Todo);
        QVERIFY(step(story, u"U12"_s).active);
    }

    void whatWasNeverPublicAsksForNoPosts()
    {
        Story story = inReview(3);
        for (const char *id : {"U4", "U5", "U9"}) {
            const StepStatus status = step(story, QString::fromLatin1(id));
            QCOMPARE(status.state, StepState::NotApplicable);
            QVERIFY(!status.evidence.isEmpty());
        }
    }

    void theNextStepIsTheOneThatIsDueFirst()
    {
        const auto status = [](const char *id, bool active, std::optional<Instant> due) {
            StepStatus status;
            status.step.id = QString::fromLatin1(id);
            status.active = active;
            status.due = due;
            return status;
        };
        std::vector<StepStatus> steps{
            status("a", false, begin), status("b", true, {}), status("c", true, begin + 2min),
            status("d", true, begin + 1min), status("e", true, begin + 1min)};
        QCOMPARE(nextStep(steps)->step.id, u"d"_s);
        steps.resize(2);
        QCOMPARE(nextStep(steps)->step.id, u"b"_s);
        steps.resize(1);
        QCOMPARE(nextStep(steps), nullptr);
    }

    void businessDaysLeaveOutTheWeekend_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QByteArray>("to");
        const auto row = [](const char *name, const char *from, int days, const char *zone,
                            const char *to) {
            QTest::newRow(name) << QByteArray(from) << days << QString::fromLatin1(zone)
                                << QByteArray(to);
        };
        row("Monday", "2026-11-23T10:00:00Z", 5, "UTC", "2026-11-30T10:00:00Z");
        row("Friday", "2026-11-27T10:00:00Z", 1, "UTC", "2026-11-30T10:00:00Z");
        row("Saturday", "2026-11-28T10:00:00Z", 5, "UTC", "2026-12-04T10:00:00Z");
        row("none", "2026-11-28T10:00:00Z", 0, "UTC", "2026-11-28T10:00:00Z");
        row("clock change", "2026-03-26T10:00:00Z", 2, "Europe/London", "2026-03-30T09:00:00Z");
        // On that Friday the hour after midnight was left out.
        row("skipped hour", "2023-04-26T22:30:00Z", 1, "Africa/Cairo", "2023-04-27T22:30:00Z");
        row("already Saturday there", "2026-11-27T20:00:00Z", 1, "Asia/Tokyo",
            "2026-11-29T20:00:00Z");
        row("unknown zone", "2026-11-23T10:00:00Z", 1, "Mars/Base", "2026-11-24T10:00:00Z");
    }

    void businessDaysLeaveOutTheWeekend()
    {
        QFETCH(QByteArray, from);
        QFETCH(int, days);
        QFETCH(QString, zone);
        QFETCH(QByteArray, to);
        QCOMPARE(afterBusinessDays(utc(from), days, zone), utc(to));
    }
};

QTEST_GUILESS_MAIN(TestChecklist)
#include "tst_checklist.moc"
