// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/samplefacts.h"
#include "wording/eventwords.h"
#include "wording/termwords.h"

#include <QTest>

using namespace incident;
using namespace sample;
using namespace wording;

namespace {

/// Written down at 16:40 London time by ana.
Event written(const Payload &payload,
              const RoughInstant &occurred = RoughInstant::exact(at("16:40")))
{
    return {u"id"_s, u"incident"_s, payload, occurred, at("16:40"), u"ana"_s};
}

QTimeZone london()
{
    return QTimeZone("Europe/London");
}

QStringList sentences(const std::vector<Payload> &payloads)
{
    EventWords words(london());
    QStringList all;
    for (const Payload &payload : payloads)
        all += words.next(written(payload)).sentence;
    return all;
}

MilestoneSet fixedAt(const char *clock, const QString &reason = {})
{
    return {Milestone::Fixed, 1, RoughInstant::exact(at(clock)), Source::Manual, reason};
}

Window window(int seq, const char *start, const char *end)
{
    Window window;
    window.seq = seq;
    window.start = RoughInstant::exact(at(start));
    if (end)
        window.end = RoughInstant::exact(at(end));
    return window;
}

} // namespace

class TestEventWords : public QObject
{
    Q_OBJECT

private slots:
    void milestones()
    {
        const QStringList expected{
            u"Fixed stamped at 16:31 by ana."_s,
            u"Fixed corrected by ana, now at 16:30: looked at the log."_s,
            u"Fixed taken back by ana."_s,
            u"Fixed stamped at 16:35 by ana."_s,
            u"First alert stamped between 16:08 and 16:09, from the alert."_s,
            u"Acknowledged does not apply, stated by ana: nobody was asleep."_s,
        };
        const auto said =
            sentences({fixedAt("16:31"), fixedAt("16:30", u"looked at the log."_s),
                       MilestoneSet{Milestone::Fixed, 1, {}, Source::Manual, {}}, fixedAt("16:35"),
                       MilestoneSet{Milestone::FirstAlert,
                                    1,
                                    RoughInstant::between(at("16:08"), at("16:09")),
                                    Source::Alert,
                                    {}},
                       MilestoneSet{Milestone::Acknowledged, 1, RoughInstant::notApplicable(),
                                    Source::Manual, u"nobody was asleep"_s}});
        QCOMPARE(said.size(), expected.size());
        for (int i = 0; i < expected.size(); ++i)
            QCOMPARE(said[i], expected[i]);
    }

    void aRoundHasMilestonesOfItsOwn()
    {
        MilestoneSet second = fixedAt("16:35");
        second.round = 2;
        QCOMPARE(sentences({fixedAt("16:31"), second})[1], u"Fixed stamped at 16:35 by ana."_s);
    }

    void windows()
    {
        Window planned = plannedWindow();
        planned.seq = 2;
        QCOMPARE(
            sentences({WindowSet{window(1, "16:08", nullptr), {}},
                       WindowSet{window(1, "16:08", "16:20"), u"seen in the chart"_s},
                       WindowWithdrawn{1, u"it was another service"_s}, WindowSet{planned, {}}}),
            (QStringList{
                u"Window 1 added by ana: since 16:08, down."_s,
                u"Window 1 corrected by ana: from 16:08 to 16:20, down (seen in the chart)."_s,
                u"Window 1 withdrawn by ana: it was another service."_s,
                u"Window 2 planned by ana: between 01:00 and 02:00 on 23 November, no more "
                "than 10 minutes, maintenance page."_s}));
    }

    void postsAndPromises()
    {
        PostRevision first;
        first.id = u"a"_s;
        first.number = 1;
        first.title = u"Images are not loading"_s;
        PostRevision second = first;
        second.id = u"b"_s;
        second.number = 2;
        second.replaces = u"a"_s;
        Promise promise;
        promise.id = u"p"_s;
        promise.quote = u"We will write here again by 16:45."_s;
        promise.due = RoughInstant::exact(at("16:45"));
        QCOMPARE(sentences({PostRevised{first}, PostSeen{u"a"_s, u"status site"_s, {}, {}},
                            PostRevised{second}, PromiseMade{promise},
                            PromiseSettled{u"p"_s, PromiseStatus::Kept, u"post 2"_s},
                            PostSeen{u"x"_s, u"status site"_s, {}, {}}}),
                 (QStringList{
                     u"Post 1 (investigating) written by ana: “Images are not loading”."_s,
                     u"Post 1 was seen on status site."_s,
                     u"Post 2 (investigating) written in place of post 1 by ana: “Images are not "
                     "loading”."_s,
                     u"Promise made: “We will write here again by 16:45”, due by 16:45."_s,
                     u"Promise kept by ana: “We will write here again by 16:45” (post 2)."_s,
                     u"A post was seen on status site."_s}));
    }

    void everythingElse()
    {
        AlertEvidence alert;
        alert.alert = u"x"_s;
        alert.monitor = u"images.example.org"_s;
        alert.summary = u"3 failing samples"_s;
        AlertEvidence ended = alert;
        ended.ended = RoughInstant::exact(at("16:36"));
        Cause cause;
        cause.status = CauseStatus::Confirmed;
        cause.text = u"a faulty disk"_s;
        QCOMPARE(
            sentences(
                {Opened{Kind::Outage,
                        EntryMode::Live,
                        State::Active,
                        {},
                        u"Images are not loading"_s,
                        {},
                        {}},
                 Opened{
                     Kind::Degradation, EntryMode::Retrospective, State::Restored, {}, {}, {}, {}},
                 TitleChanged{u"Images are slow"_s}, SeverityChanged{2}, CauseStated{cause, {}},
                 StateChanged{State::Monitoring, {}}, Noted{u"Called the host.\nThey look."_s},
                 AlertLinked{alert}, AlertLinked{alert}, AlertLinked{ended},
                 StepMarked{u"U6"_s, 1, StepState::Skipped, u"nothing changed"_s, false},
                 Reopened{u"it failed again"_s}, SectionWritten{u"went_well"_s, {}},
                 PostmortemExported{u"html"_s, {}}, UnknownEvent{u"teleported"_s, {}},
                 ChecklistStarted{"broken"}}),
            (QStringList{u"Outage opened as active by ana: Images are not loading."_s,
                         u"Degradation opened as restored, written afterwards by ana."_s,
                         u"Title changed by ana: Images are slow."_s,
                         u"Severity set to 2 by ana."_s,
                         u"Cause: confirmed by ana: a faulty disk."_s,
                         u"State changed to monitoring by ana."_s,
                         u"Note by ana: Called the host. They look."_s,
                         u"Alert of images.example.org: 3 failing samples."_s,
                         u"Alert of images.example.org goes on: 3 failing samples."_s,
                         u"Alert of images.example.org ended at 16:36."_s,
                         u"Step “U6” skipped by ana: nothing changed."_s,
                         u"Reopened by ana: it failed again."_s,
                         u"Postmortem section “What went well” written by ana."_s,
                         u"Postmortem exported as html by ana."_s,
                         u"An event of a newer version, “teleported”, is kept as it is."_s,
                         u"Checklist started."_s}));
    }

    void whatWasAddedLaterIsMarked_data()
    {
        QTest::addColumn<RoughInstant>("occurred");
        QTest::addColumn<bool>("later");
        QTest::newRow("at once") << RoughInstant::exact(at("16:40")) << false;
        QTest::newRow("5 min") << RoughInstant::exact(at("16:35")) << false;
        QTest::newRow("more") << RoughInstant::exact(at("16:35") - 1s) << true;
        QTest::newRow("rough") << RoughInstant::between(at("16:00"), at("16:38")) << false;
        QTest::newRow("unknown") << RoughInstant() << false;
        QTest::newRow("to come") << RoughInstant::exact(at("17:00")) << false;
    }

    void whatWasAddedLaterIsMarked()
    {
        QFETCH(RoughInstant, occurred);
        QFETCH(bool, later);
        const std::vector<Event> events{written(Noted{u"x"_s}, occurred)};
        QCOMPARE(timelineOf(events, london()).front().addedLater, later);
    }

    void everyTermHasWords()
    {
        const auto check = [](const QString &text) {
            QVERIFY(!text.isEmpty());
            QVERIFY(!text.contains(u'_'));
        };
        for (const auto &row : base::EnumNames<State>::table)
            check(words(row.value));
        for (const auto &row : base::EnumNames<Milestone>::table)
            check(words(row.value));
        for (const auto &row : base::EnumNames<Effect>::table)
            check(words(row.value));
        for (const auto &row : base::EnumNames<PublicStatus>::table)
            check(words(row.value));
        for (const auto &row : base::EnumNames<CauseStatus>::table)
            check(words(row.value));
        for (const auto &row : base::EnumNames<PromiseKind>::table)
            check(words(row.value));
        for (const auto &row : base::EnumNames<StepState>::table)
            check(words(row.value));
        for (const auto &row : base::EnumNames<Source>::table)
            check(words(row.value));
    }
};

QTEST_GUILESS_MAIN(TestEventWords)
#include "tst_eventwords.moc"
