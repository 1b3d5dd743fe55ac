// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/office.h"
#include "workflow/followupcalendar.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace incident;
using support::Office;
using timing::RoughInstant;

namespace {

FollowUp dueAt(Office &office, const QString &title, const RoughInstant &due)
{
    FollowUp followUp;
    followUp.id = office.desk->newId();
    followUp.title = title;
    followUp.due = due;
    return followUp;
}

/// The lines as a calendar program reads them: folds undone.
QStringList linesOf(const Office &office)
{
    QByteArray calendar = workflow::followUpCalendar(*office.desk).value();
    calendar.replace("\r\n ", "");
    return QString::fromUtf8(calendar).split(u"\r\n"_s);
}

/// The values of a property, an event each.
QStringList valuesOf(const Office &office, const QString &name)
{
    QStringList values;
    for (const QString &line : linesOf(office)) {
        if (line.startsWith(name + u':') || line.startsWith(name + u';'))
            values += line.mid(line.indexOf(u':') + 1);
    }
    return values;
}

} // namespace

class TestFollowUpCalendar : public QObject
{
    Q_OBJECT

private slots:
    void eachIsADayOfTheUser()
    {
        Office office;
        const QString shop = office.shopIsDown().id;
        // Half an hour past midnight in summer, still the day before in UTC.
        const auto night = RoughInstant::exact(support::utc("2027-07-09T23:30:00Z"));
        // All of a day: its last moment is its end.
        const auto day = RoughInstant::between(support::utc("2026-12-03T00:00:00Z"),
                                               support::utc("2026-12-04T00:00:00Z"));
        QVERIFY(office.desk->run(shop, PutFollowUp{dueAt(office, u"by night"_s, night)}));
        QVERIFY(office.desk->run(shop, PutFollowUp{dueAt(office, u"by day"_s, day)}));
        QVERIFY(office.desk->run(shop, PutFollowUp{dueAt(office, u"some time"_s, {})}));
        QCOMPARE(valuesOf(office, u"SUMMARY"_s), (QStringList{u"by night"_s, u"by day"_s}));
        QCOMPARE(valuesOf(office, u"DTSTART"_s), (QStringList{u"20270710"_s, u"20261203"_s}));
        QCOMPARE(valuesOf(office, u"DTEND"_s), (QStringList{u"20270711"_s, u"20261204"_s}));
    }

    void aCalendarFollowsWhatChanges()
    {
        Office office;
        const QString shop = office.shopIsDown().id;
        FollowUp disk = dueAt(office, u"new disk"_s, RoughInstant::exact(office.clock.now() + 48h));
        QVERIFY(office.desk->run(shop, PutFollowUp{disk}));
        const QStringList uid = valuesOf(office, u"UID"_s);
        QCOMPARE(uid, QStringList(disk.id + u"@watchkeeper"_s));
        QCOMPARE(valuesOf(office, u"SEQUENCE"_s), QStringList(u"0"_s));
        QCOMPARE(valuesOf(office, u"STATUS"_s), QStringList(u"CONFIRMED"_s));
        QCOMPARE(valuesOf(office, u"DTSTAMP"_s), QStringList(u"20261122T160800Z"_s));
        // Nothing has changed: the same file, whenever it is made.
        const QStringList before = linesOf(office);
        office.clock.advance(1h);
        QCOMPARE(linesOf(office), before);

        disk.due = RoughInstant::exact(office.clock.now() + 72h);
        QVERIFY(office.desk->run(shop, PutFollowUp{disk}));
        QVERIFY(
            office.desk->run(shop, SettleFollowUp{disk.id, FollowUpStatus::Done, u"built in"_s}));
        QCOMPARE(valuesOf(office, u"UID"_s), uid);
        QCOMPARE(valuesOf(office, u"SEQUENCE"_s), QStringList(u"2"_s));
        QCOMPARE(valuesOf(office, u"STATUS"_s), QStringList(u"CANCELLED"_s));
        QCOMPARE(valuesOf(office, u"CREATED"_s), QStringList(u"20261122T160800Z"_s));
        QCOMPARE(valuesOf(office, u"LAST-MODIFIED"_s), QStringList(u"20261122T170800Z"_s));
        QVERIFY(valuesOf(office, u"DESCRIPTION"_s).first().endsWith(u"\\nbuilt in"_s));
    }

    void itIsAsTheStandardWantsIt()
    {
        Office office;
        const QString shop = office.shopIsDown().id;
        const QString title = u"replace; check, and\nreport \\ "_s + QString(60, u'ж') + u" 🚨"_s;
        QVERIFY(office.desk->run(
            shop, PutFollowUp{dueAt(office, title, RoughInstant::exact(office.clock.now()))}));
        const QByteArray calendar = workflow::followUpCalendar(*office.desk).value();
        QVERIFY(calendar.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
        QVERIFY(calendar.endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n"));
        QCOMPARE(calendar.count('\n'), calendar.count("\r\n"));
        for (const QByteArray &line : calendar.split('\n'))
            QVERIFY2(line.size() <= 76, line.constData()); // its CR is still there
        QVERIFY2(valuesOf(office, u"SUMMARY"_s)
                     .first()
                     .startsWith(u"replace\\; check\\, and\\nreport \\\\ ж"_s),
                 qPrintable(valuesOf(office, u"SUMMARY"_s).first()));
    }

    void withoutADueDayThereIsNone()
    {
        Office office;
        const QString shop = office.shopIsDown().id;
        QVERIFY(office.desk->run(shop, PutFollowUp{dueAt(office, u"some time"_s, {})}));
        const auto calendar = workflow::followUpCalendar(*office.desk);
        QVERIFY(!calendar);
        QCOMPARE(calendar.error().kind, base::ErrorKind::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestFollowUpCalendar)
#include "tst_followupcalendar.moc"
