// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/days.h"
#include "support/statuspagesamples.h"

#include <QTest>

using namespace support;
using staticsite::Day;
using staticsite::DayState;
using staticsite::Times;
using staticsite::TroubleByComponent;

namespace {

std::vector<Day> daysFor(const publish::Thread &thread, const QString &component,
                         std::optional<base::Instant> since, int count,
                         const char *zone = "Europe/London")
{
    const Times times(QTimeZone(zone), QLocale(u"en-GB"_s));
    const TroubleByComponent trouble({&thread}, base::Instant(), sampleNow());
    return staticsite::daysOf(trouble.of(component), since, times.day(sampleNow()), count, times);
}

std::vector<DayState> statesOf(const std::vector<Day> &days)
{
    std::vector<DayState> states;
    for (const Day &day : days)
        states.push_back(day.state);
    return states;
}

} // namespace

class TestDays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unknownIsNotUp();
    void aRunningWindowLastsUntilNow();
    void aWindowTouchesEveryDayItCanHave();
    void theDayIsThatOfTheReaders();
    void unknownBeginningsAreNotForgotten();
    void worstOfTheDayWins();
    void maintenanceHasItsOwnState();
    void daysOfClockChangesAreWhole();
};

void TestDays::unknownIsNotUp()
{
    const auto thread = runningOutage();
    using enum DayState;
    QCOMPARE(statesOf(daysFor(thread, u"Shop"_s, std::nullopt, 3)),
             (std::vector{NotRecorded, NotRecorded, NotRecorded}));
    QCOMPARE(statesOf(daysFor(thread, u"Shop"_s, utc("2026-11-21T12:00:00Z"), 3)),
             (std::vector{NotRecorded, Quiet, Quiet}));
    QCOMPARE(statesOf(daysFor(thread, u"Images"_s, std::nullopt, 2)),
             (std::vector{NotRecorded, PartialOutage}));
}

void TestDays::aRunningWindowLastsUntilNow()
{
    auto thread = runningOutage();
    thread.actual[0].start = RoughInstant::exact(utc("2026-11-20T16:08:00Z"));
    const auto days = daysFor(thread, u"Images"_s, utc("2026-11-01T00:00:00Z"), 4);
    using enum DayState;
    QCOMPARE(statesOf(days), (std::vector{Quiet, PartialOutage, PartialOutage, PartialOutage}));
    QCOMPARE(days.back().titles, QStringList{u"Images are not loading"_s});
}

void TestDays::aWindowTouchesEveryDayItCanHave()
{
    auto thread = resolvedOutage();
    thread.actual[0].start =
        RoughInstant::between(utc("2026-11-20T23:50:00Z"), utc("2026-11-21T00:10:00Z"));
    thread.actual[0].end = RoughInstant::exact(utc("2026-11-21T00:20:00Z"));
    using enum DayState;
    QCOMPARE(statesOf(daysFor(thread, u"Shop"_s, utc("2026-11-01T00:00:00Z"), 4)),
             (std::vector{Quiet, MajorOutage, MajorOutage, Quiet}));
}

void TestDays::theDayIsThatOfTheReaders()
{
    auto thread = resolvedOutage();
    thread.actual[0].start = RoughInstant::exact(utc("2026-11-20T15:30:00Z"));
    thread.actual[0].end = RoughInstant::exact(utc("2026-11-20T15:40:00Z"));
    using enum DayState;
    const auto since = utc("2026-11-01T00:00:00Z");
    QCOMPARE(statesOf(daysFor(thread, u"Shop"_s, since, 3)),
             (std::vector{MajorOutage, Quiet, Quiet}));
    // It is the 23rd in Tokyo already, and the outage was on the 21st.
    QCOMPARE(statesOf(daysFor(thread, u"Shop"_s, since, 3, "Asia/Tokyo")),
             (std::vector{MajorOutage, Quiet, Quiet}));
    QCOMPARE(daysFor(thread, u"Shop"_s, since, 3, "Asia/Tokyo").front().date, QDate(2026, 11, 21));
}

void TestDays::unknownBeginningsAreNotForgotten()
{
    const auto thread = vagueTrouble();
    const auto days = daysFor(thread, u"Search"_s, utc("2026-09-01T00:00:00Z"), 60);
    QCOMPARE(std::ranges::count(days, DayState::Degraded, &Day::state), 1);
    const auto day = std::ranges::find(days, DayState::Degraded, &Day::state);
    QCOMPARE(day->date, QDate(2026, 9, 30));

    auto endless = resolvedOutage();
    endless.actual[0].end = {};
    endless.backToNormal = {};
    const auto told = daysFor(endless, u"Shop"_s, utc("2026-09-01T00:00:00Z"), 20);
    QCOMPARE(std::ranges::count(told, DayState::MajorOutage, &Day::state), 1);
}

void TestDays::worstOfTheDayWins()
{
    auto thread = runningOutage();
    thread.actual.push_back(sampleWindow(2, Effect::Degraded, {u"Images"_s},
                                         RoughInstant::exact(utc("2026-11-22T10:00:00Z")),
                                         RoughInstant::exact(utc("2026-11-22T10:30:00Z"))));
    thread.actual.push_back(sampleWindow(3, Effect::None, {u"Shop"_s},
                                         RoughInstant::exact(utc("2026-11-22T10:00:00Z")),
                                         RoughInstant::exact(utc("2026-11-22T10:30:00Z"))));
    const auto since = utc("2026-11-01T00:00:00Z");
    QCOMPARE(daysFor(thread, u"Images"_s, since, 1)[0].state, DayState::PartialOutage);
    QCOMPARE(daysFor(thread, u"Shop"_s, since, 1)[0].state, DayState::Quiet);
}

void TestDays::maintenanceHasItsOwnState()
{
    auto thread = finishedMaintenance();
    const auto since = utc("2026-09-01T00:00:00Z");
    auto days = daysFor(thread, u"Search"_s, since, 60);
    QCOMPARE(std::ranges::count(days, DayState::Degraded, &Day::state), 1);
    thread.actual[0].effect = Effect::MaintenanceMode;
    days = daysFor(thread, u"Search"_s, since, 60);
    QCOMPARE(std::ranges::count(days, DayState::Maintenance, &Day::state), 1);
    // A plan is not what happened.
    const auto plan = plannedMaintenance();
    QCOMPARE(statesOf(daysFor(plan, u"Shop"_s, since, 2)),
             (std::vector{DayState::Quiet, DayState::Quiet}));
}

void TestDays::daysOfClockChangesAreWhole()
{
    const Times times(QTimeZone("Europe/London"), QLocale(u"en-GB"_s));
    auto thread = resolvedOutage();
    thread.actual[0].start = RoughInstant::exact(utc("2026-10-25T23:30:00Z"));
    thread.actual[0].end = RoughInstant::exact(utc("2026-10-25T23:40:00Z"));
    const TroubleByComponent trouble({&thread}, base::Instant(), sampleNow());
    const auto days = staticsite::daysOf(trouble.of(u"Shop"_s), utc("2026-09-01T00:00:00Z"),
                                         QDate(2026, 10, 26), 3, times);
    using enum DayState;
    QCOMPARE(statesOf(days), (std::vector{Quiet, MajorOutage, Quiet}));
}

QTEST_GUILESS_MAIN(TestDays)
#include "tst_sitedays.moc"
