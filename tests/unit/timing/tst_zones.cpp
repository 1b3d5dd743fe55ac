// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/manualclock.h"
#include "support/zonesample.h"
#include "timing/fieldtext.h"
#include "timing/linkedtimes.h"
#include "timing/zone.h"

#include <ctime>
#include <QTest>

using namespace std::chrono_literals;
using namespace timing;
using namespace Qt::StringLiterals;
using support::ClockChange;
using support::utc;

namespace {

const Instant first = utc("2015-01-01T00:00:00Z");
const Instant last = utc("2038-01-01T00:00:00Z");
constexpr int pointsAZone = 400;

QDateTime asUtc(Instant at)
{
    return QDateTime::fromSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC);
}

/// A wall time that is told as if it were UTC.
std::vector<Instant> namedBy(Instant wall, const QTimeZone &zone)
{
    return instantsOf(asUtc(wall).date(), asUtc(wall).time(), zone);
}

Instant wallOf(Instant at, const QTimeZone &zone)
{
    return at + Span(zone.offsetFromUtc(asUtc(at)));
}

QString typed(Instant wall)
{
    return asUtc(wall).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

std::vector<ClockChange> changesIn(const QTimeZone &zone)
{
    return support::changesOf(zone, asUtc(first), asUtc(last));
}

/// The seconds at and around both ends of what a change skips or repeats, and one inside.
std::vector<Instant> edgesOf(const ClockChange &change)
{
    return {change.from() - 1s, change.from(), change.from() + (change.to() - change.from()) / 2,
            change.to() - 1s, change.to()};
}

void zoneRows()
{
    QTest::addColumn<QTimeZone>("zone");
    for (const QByteArray &name : support::sampleZones())
        QTest::newRow(name.constData()) << QTimeZone(name);
}

/// The offset that the C library knows, from the same files by other code.
std::optional<Span> offsetByTheSystem(Instant at, const QByteArray &zone)
{
    qputenv("TZ", zone);
    tzset();
    const std::time_t seconds = at.time_since_epoch().count();
    std::tm parts{};
    const bool known = localtime_r(&seconds, &parts);
    return known ? std::optional(Span(parts.tm_gmtoff)) : std::nullopt;
}

} // namespace

class TestZones : public QObject
{
    Q_OBJECT

private slots:
    void theSampleShowsEveryHabit()
    {
        int halfHours = 0;
        int changes = 0;
        QVERIFY(support::sampleZones().size() >= 20);
        for (const QByteArray &name : support::sampleZones()) {
            const QTimeZone zone(name);
            QVERIFY2(zone.isValid(), name.constData());
            for (const ClockChange &change : changesIn(zone)) {
                ++changes;
                halfHours += change.to() - change.from() == 30min;
            }
        }
        QVERIFY(changes > 500);
        QVERIFY(halfHours > 40);
    }

    void everyInstantComesBackFromItsWallTime_data() { zoneRows(); }
    void everyInstantComesBackFromItsWallTime()
    {
        QFETCH(QTimeZone, zone);
        const auto changes = changesIn(zone);
        QRandomGenerator random(20150101);
        for (int i = 0; i < pointsAZone; ++i) {
            const Instant at = support::randomInstant(random, first, last);
            const QDateTime local = toLocal(at, zone);
            const auto named = instantsOf(local.date(), local.time(), zone);
            QVERIFY(std::ranges::find(named, at) != named.end());
            QCOMPARE(int(named.size()), support::namesOf(wallOf(at, zone), changes));
            for (const Instant each : named)
                QCOMPARE(wallOf(each, zone), wallOf(at, zone));
        }
    }

    void everyWallTimeNamesAsManyAsItsClocksShow_data() { zoneRows(); }
    void everyWallTimeNamesAsManyAsItsClocksShow()
    {
        QFETCH(QTimeZone, zone);
        const auto changes = changesIn(zone);
        QRandomGenerator random(20371231);
        for (int i = 0; i < pointsAZone; ++i) {
            const Instant wall = support::randomInstant(random, first + 48h, last - 48h);
            QCOMPARE(int(namedBy(wall, zone).size()), support::namesOf(wall, changes));
        }
    }

    void gapsAndRepeatsBeginAndEndToTheSecond_data() { zoneRows(); }
    void gapsAndRepeatsBeginAndEndToTheSecond()
    {
        QFETCH(QTimeZone, zone);
        const auto changes = changesIn(zone);
        for (const ClockChange &change : changes) {
            for (const Instant wall : edgesOf(change)) {
                const auto named = namedBy(wall, zone);
                QVERIFY2(int(named.size()) == support::namesOf(wall, changes),
                         qPrintable(typed(wall)));
                if (named.size() < 2)
                    continue;
                QCOMPARE(named.front(), wall - change.before);
                QCOMPARE(named.back(), wall - change.after);
                QVERIFY(isRepeated(named.front(), zone) && isRepeated(named.back(), zone));
                QVERIFY(offsetText(named.front(), zone) != offsetText(named.back(), zone));
            }
        }
    }

    void theSystemKnowsTheSameOffsets_data() { zoneRows(); }
    void theSystemKnowsTheSameOffsets()
    {
        QFETCH(QTimeZone, zone);
        const QByteArray before = qgetenv("TZ");
        QRandomGenerator random(20260329);
        for (int i = 0; i < pointsAZone; ++i) {
            const Instant at = support::randomInstant(random, first, last);
            const auto offset = offsetByTheSystem(at, zone.id());
            QVERIFY(offset);
            QCOMPARE(Span(toLocal(at, zone).offsetFromUtc()), *offset);
        }
        before.isEmpty() ? qunsetenv("TZ") : qputenv("TZ", before);
        tzset();
    }

    void aFieldAsksInsteadOfGuessing_data() { zoneRows(); }
    void aFieldAsksInsteadOfGuessing()
    {
        QFETCH(QTimeZone, zone);
        const FieldContext context{zone, last, Lean::Past};
        const auto changes = changesIn(zone);
        for (const ClockChange &change : changes) {
            for (const Instant wall : edgesOf(change)) {
                const QString text = typed(wall);
                const auto at = instantFromField(text, context);
                const int names = support::namesOf(wall, changes);
                QVERIFY2(at.has_value() == (names == 1), qPrintable(text));
                if (names == 1) {
                    QCOMPARE(*at, RoughInstant::exact(namedBy(wall, zone).front()));
                    continue;
                }
                QCOMPARE(at.error().kind, base::ErrorKind::Input);
                const bool skipped = at.error().text.contains(u"does not exist"_s);
                QVERIFY2(skipped == (names == 0), qPrintable(at.error().text));
                for (const Instant each : namedBy(wall, zone)) {
                    const QString answer = offsetText(each, zone);
                    QVERIFY2(at.error().text.contains(answer), qPrintable(at.error().text));
                    const auto chosen = instantFromField(text + answer, context);
                    QVERIFY2(chosen, qPrintable(text + answer));
                    QCOMPARE(*chosen, RoughInstant::exact(each));
                }
            }
        }
    }

    void lengthsAreCountedInUtc_data() { zoneRows(); }
    void lengthsAreCountedInUtc()
    {
        QFETCH(QTimeZone, zone);
        for (const ClockChange &change : changesIn(zone)) {
            const FieldContext context{zone, change.at + 24h, Lean::Past};
            const auto start = RoughInstant::exact(change.at - 5min);
            const auto end = RoughInstant::exact(change.at + 5min);
            LinkedTimes times;
            QVERIFY(times.edit(TimeField::Start, fieldText(start, context), context));
            QVERIFY(times.edit(TimeField::End, fieldText(end, context), context));
            QCOMPARE(times.start(), start);
            QCOMPARE(times.end(), end);
            QCOMPARE(times.length(), RoughDuration::exact(10min));
        }
    }

    void threeNightsThatAreKnown_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("end");
        QTest::addColumn<QString>("length");
        QTest::newRow("London, spring")
            << "Europe/London"_ba << u"2026-03-29 00:55"_s << u"2026-03-29 02:05"_s << u"10 min"_s;
        QTest::newRow("London, autumn") << "Europe/London"_ba << u"2026-10-25 00:55"_s
                                        << u"2026-10-25 02:05"_s << u"2 h 10 min"_s;
        QTest::newRow("Lord Howe") << "Australia/Lord_Howe"_ba << u"2026-10-04 01:55"_s
                                   << u"2026-10-04 02:35"_s << u"10 min"_s;
        // The island left out a whole day when it moved over the date line.
        QTest::newRow("Apia") << "Pacific/Apia"_ba << u"2011-12-29 23:55"_s << u"2011-12-31 00:05"_s
                              << u"10 min"_s;
    }
    void threeNightsThatAreKnown()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QString, start);
        QFETCH(QString, end);
        const FieldContext context{QTimeZone(zone), last, Lean::Past};
        LinkedTimes times;
        QVERIFY(times.edit(TimeField::Start, start, context));
        QVERIFY(times.edit(TimeField::End, end, context));
        QTEST(times.text(TimeField::Length, context), "length");
    }

    void theDayThatApiaLeftOutDoesNotExist()
    {
        const QTimeZone apia("Pacific/Apia");
        for (int hour = 0; hour < 24; ++hour)
            QVERIFY(instantsOf(QDate(2011, 12, 30), QTime(hour, 30), apia).empty());
        const FieldContext context{apia, last, Lean::Past};
        const auto at = instantFromField(u"2011-12-30 12:00", context);
        QVERIFY(!at);
        QVERIFY(at.error().text.contains(u"does not exist"_s));
    }
};

QTEST_GUILESS_MAIN(TestZones)
#include "tst_zones.moc"
