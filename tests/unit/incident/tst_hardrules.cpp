// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rulestories.h"
#include "timing/fieldtext.h"

#include <functional>
#include <QTest>

using namespace rules;

namespace {

struct Hard
{
    QByteArray rule;
    std::function<Story()> story;
    Command command;
    QString says;
};

/// The start precedes everything else, whichever of the two is stated last.
void addOrderRules(std::vector<Hard> &rules)
{
    const QString says = u"The start cannot come after"_s;
    for (const auto &row : base::EnumNames<Milestone>::table) {
        const Milestone other = row.value;
        if (other == Milestone::Started)
            continue;
        const QByteArray name(row.name);
        rules.push_back(
            {"start first: " + name + " before it", running, stamp(other, at(-1min)), says});
        rules.push_back({"start first: moved behind " + name,
                         [other] {
                             Story story = running();
                             story.must(stamp(other, at(5min), u"seen"_s));
                             return story;
                         },
                         stamp(Milestone::Started, at(6min), u"seen"_s), says});
    }
}

void addWindowRules(std::vector<Hard> &rules)
{
    const QString contradict = u"contradict each other"_s;
    const QString none = u"cannot be of no length"_s;
    rules.push_back({"window: ends before it starts", running,
                     PutWindow{windowFrom(at(10min), at(9min)), {}}, u"end before it starts"_s});
    rules.push_back({"window: ends when it starts", running,
                     PutWindow{windowFrom(at(10min), at(10min)), {}}, none});
    rules.push_back({"window: a plan ends before it starts", scheduled,
                     Replan{longestPlan(at(10min), at(9min)), {}}, u"end before it starts"_s});
    rules.push_back({"window: a plan of no length", scheduled,
                     Replan{longestPlan(at(10min), at(10min)), {}}, none});
    rules.push_back({"window: a stated length of 0", running,
                     PutWindow{windowOf(windowFrom(at(0s)), RoughDuration::exact(0s)), {}}, none});
    rules.push_back(
        {"length: longer than from start to end", running,
         PutWindow{windowOf(windowFrom(at(0s), at(10min)), RoughDuration::exact(11min)), {}},
         contradict});
    rules.push_back(
        {"length: shorter than from start to end", running,
         PutWindow{windowOf(windowFrom(at(0s), at(10min)), RoughDuration::atMost(9min)), {}},
         contradict});
    rules.push_back(
        {"length: more than fits inside", running,
         PutWindow{insideOf(at(0s), at(10min), RoughDuration::between(11min, 12min)), {}},
         contradict});
    rules.push_back({"length: inside of half a frame", running,
                     PutWindow{insideOf(at(0s), {}, RoughDuration::exact(5min)), {}},
                     u"needs both"_s});
    Story story = running();
    story.jump(begin + 2h);
    const auto later = [story] {
        return story;
    };
    rules.push_back({"length: several that do not fit", later,
                     PutWindow{severalOf(3, RoughDuration::between(20min, 40min)), {}},
                     u"do not fit into that time"_s});
    rules.push_back({"restored: a window is open", running, Advance{State::Restored, {}},
                     u"Window 1 is still open"_s});
}

void addFutureRules(std::vector<Hard> &rules)
{
    const QString says = u"has not come yet"_s;
    const RoughInstant ahead = at(30min + 61s);
    AlertEvidence alert;
    alert.alert = u"a"_s;
    alert.detected = *ahead.lo();
    rules.push_back({"future: a milestone", running, stamp(Milestone::Detected, ahead), says});
    rules.push_back(
        {"future: the start of a window", running, PutWindow{windowFrom(ahead), {}}, says});
    rules.push_back(
        {"future: the end of a window", running, PutWindow{windowFrom(at(0s), ahead), {}}, says});
    rules.push_back({"future: an end that follows from the length", running,
                     PutWindow{windowOf(windowFrom(at(0s)), RoughDuration::exact(2h)), {}}, says});
    rules.push_back({"future: a note", running, AddNote{u"seen"_s, ahead}, says});
    rules.push_back({"future: an alert", running, LinkAlert{alert}, says});
    rules.push_back(
        {"future: the start of work", scheduled, StartMaintenance{at(-1h + 61s)}, says});
    rules.push_back({"future: the end of work", begun, FinishMaintenance{at(61s), {}}, says});
    rules.push_back(
        {"future: it is back", restored, Reopen{windowFrom(ahead), u"it is down again"_s}, says});
}

void addStateRules(std::vector<Hard> &rules)
{
    const auto suspected = [] {
        Story story(begin + 2min);
        OpenIncident command = liveOutage(at(0s));
        command.state = State::Suspected;
        story.must(command);
        return story;
    };
    const QString says = u"cannot become"_s;
    rules.push_back(
        {"states: suspected to restored", suspected, Advance{State::Restored, {}}, says});
    rules.push_back({"states: active to review", running, Advance{State::Review, {}}, says});
    rules.push_back({"states: restored to closed", restored, Advance{State::Closed, {}}, says});
    rules.push_back(
        {"states: scheduled to completed", scheduled, Advance{State::Completed, {}}, says});
}

const std::vector<Hard> &hardRules()
{
    static const std::vector<Hard> all = [] {
        std::vector<Hard> rules;
        addOrderRules(rules);
        addWindowRules(rules);
        addFutureRules(rules);
        addStateRules(rules);
        return rules;
    }();
    return all;
}

} // namespace

/// Every hard rule on time by its name: it refuses with a sentence and changes nothing.
class TestHardRules : public QObject
{
    Q_OBJECT

private slots:
    void hardRulesRefuse_data() { rowsOf(hardRules()); }

    void hardRulesRefuse()
    {
        QFETCH(int, index);
        const Hard &rule = hardRules()[std::size_t(index)];
        Story story = rule.story();
        REFUSED(story, Refused, rule.says, rule.command);
    }

    void severalAreTwoOrMore()
    {
        Story story = running();
        story.jump(begin + 2h);
        for (const int count : {-1, 1})
            REFUSED(story, Input, u"Several are two or more"_s,
                    PutWindow{severalOf(count, RoughDuration::between(1min, 4min)), {}});
        TELL(story, (PutWindow{severalOf(2, RoughDuration::between(1min, 4min)), {}}));
    }

    void aMinuteAheadIsLetPass()
    {
        Story story = running();
        TELL(story, stamp(Milestone::Detected, at(31min)));
        // What may have been before now is not in the future.
        TELL(story, stamp(Milestone::Acknowledged, RoughInstant::between(begin + 29min, begin + 2h),
                          u"seen"_s));
    }

    void nothingIsEverOverwritten()
    {
        Story story = restored();
        const std::vector<Event> before = story.events();
        TELL(story, stamp(Milestone::BackToNormal, at(21min)));
        TELL(story, (PutWindow{numbered(windowFrom(at(0s), at(22min))), {}}));
        story.publish(u"r1"_s, PublicStatus::Resolved);
        TELL(story, (Reopen{windowFrom(at(25min)), u"it is down again"_s}));
        const auto &after = story.events();
        QVERIFY(after.size() > before.size());
        QVERIFY(std::equal(before.begin(), before.end(), after.begin()));
        std::vector<RoughInstant> ends;
        for (const MilestoneRow &row : story.incident().milestoneRows) {
            if (row.milestone == Milestone::BackToNormal && row.round == 1)
                ends.push_back(row.at);
        }
        QCOMPARE(ends, (std::vector{at(20min), at(21min), at(22min)}));
        QCOMPARE(story.incident().windowHistory.size(), std::size_t(3));
        QCOMPARE(story.incident().milestone(Milestone::BackToNormal, 1), at(22min));
    }

    void exactMeansOneInstant()
    {
        using timing::Precision;
        const Instant noon = utc("2026-11-22T12:00:00Z");
        for (const auto &row : base::EnumNames<Precision>::table) {
            const bool none =
                row.value == Precision::Unknown || row.value == Precision::NotApplicable;
            QCOMPARE(RoughInstant::fromParts(noon, noon, row.value).has_value(),
                     row.value == Precision::Exact || row.value == Precision::AtMost);
            QCOMPARE(RoughInstant::fromParts({}, {}, row.value).has_value(), none);
        }
    }

    void aClockTimeThatIsNoneOrTwoIsAsked_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("says");
        QTest::newRow("skipped") << u"2026-03-29 01:30"_s << u"does not exist"_s;
        QTest::newRow("repeated") << u"2026-10-25 01:30"_s << u"happens twice"_s;
    }

    void aClockTimeThatIsNoneOrTwoIsAsked()
    {
        QFETCH(QString, typed);
        QFETCH(QString, says);
        const timing::FieldContext context{QTimeZone("Europe/London"), begin, timing::Lean::Past};
        const auto read = timing::instantFromField(typed, context);
        QVERIFY(!read);
        QVERIFY2(read.error().text.contains(says), qPrintable(read.error().text));
    }
};

QTEST_GUILESS_MAIN(TestHardRules)
#include "tst_hardrules.moc"
