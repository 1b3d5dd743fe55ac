// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/calendar.h"
#include "support/statuspagesamples.h"

#include <QTest>

using namespace support;
using staticsite::Edition;

namespace {

/// The lines as a calendar program reads them: folds undone.
QList<QByteArray> linesOf(QByteArray calendar)
{
    calendar.replace("\r\n ", "");
    QList<QByteArray> lines = calendar.split('\n');
    for (QByteArray &line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
    }
    return lines;
}

QByteArray calendarOf(const publish::Page &page)
{
    return staticsite::maintenanceCalendar(Edition(page, sampleNow()));
}

/// The value of a property of the first event.
QByteArray valueOf(const publish::Page &page, const QByteArray &name)
{
    for (const QByteArray &line : linesOf(calendarOf(page))) {
        if (line.startsWith(name + ':'))
            return line.mid(name.size() + 1);
    }
    return "none";
}

publish::Page pageWith(const publish::Thread &thread)
{
    publish::Page page = samplePage();
    page.threads = {thread};
    return page;
}

} // namespace

class TestCalendar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLineEndsAsItShould();
    void holdsAllMaintenanceAndNothingElse();
    void anEventIsItsWindow();
    void movingAndCallingOffIsNews();
    void textsAreEscaped();
    void aPlanWithoutEndHasNone();
};

void TestCalendar::everyLineEndsAsItShould()
{
    const QByteArray calendar = calendarOf(samplePage());
    QCOMPARE(calendar.count('\n'), calendar.count("\r\n"));
    QCOMPARE(calendar.count('\r'), calendar.count("\r\n"));
    QVERIFY(calendar.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
    QVERIFY(calendar.endsWith("END:VCALENDAR\r\n"));
}

void TestCalendar::holdsAllMaintenanceAndNothingElse()
{
    const auto lines = linesOf(calendarOf(samplePage()));
    QCOMPARE(lines.count("BEGIN:VEVENT"), 2);
    QCOMPARE(lines.count("END:VEVENT"), 2);
    QVERIFY(lines.contains("SUMMARY:Database update"));
    QVERIFY(lines.contains("SUMMARY:Search index rebuild"));
    QCOMPARE(linesOf(calendarOf(publish::Page())).count("BEGIN:VEVENT"), 0);
}

void TestCalendar::anEventIsItsWindow()
{
    const auto page = pageWith(plannedMaintenance());
    QCOMPARE(valueOf(page, "UID"), sampleId(300).toUtf8() + "@watchkeeper");
    QCOMPARE(valueOf(page, "DTSTART"), "20261124T010000Z");
    QCOMPARE(valueOf(page, "DTEND"), "20261124T020000Z");
    QCOMPARE(valueOf(page, "DTSTAMP"), "20261121T100000Z");
    QCOMPARE(valueOf(page, "LAST-MODIFIED"), "20261121T100000Z");
    QCOMPARE(valueOf(page, "SEQUENCE"), "0");
    QCOMPARE(valueOf(page, "STATUS"), "CONFIRMED");
    QVERIFY(valueOf(page, "DESCRIPTION").contains("10 minutes"));
    QVERIFY(valueOf(page, "URL").startsWith("https://status.example.org/incidents/"));
}

void TestCalendar::movingAndCallingOffIsNews()
{
    auto thread = plannedMaintenance();
    const QByteArray uid = valueOf(pageWith(thread), "UID");
    thread.planChanges = 2;
    thread.cancelled = true;
    thread.title = u"Another title"_s;
    QCOMPARE(valueOf(pageWith(thread), "UID"), uid);
    QCOMPARE(valueOf(pageWith(thread), "SEQUENCE"), "2");
    QCOMPARE(valueOf(pageWith(thread), "STATUS"), "CANCELLED");
}

void TestCalendar::textsAreEscaped()
{
    auto thread = plannedMaintenance();
    thread.title = u"Database; shop, basket\\cart\nEND:VEVENT"_s;
    QCOMPARE(valueOf(pageWith(thread), "SUMMARY"),
             "Database\\; shop\\, basket\\\\cart\\nEND:VEVENT");
}

void TestCalendar::aPlanWithoutEndHasNone()
{
    auto thread = finishedMaintenance();
    thread.planned[0].duration = {};
    QCOMPARE(valueOf(pageWith(thread), "DTSTART"), "20261020T040000Z");
    QCOMPARE(valueOf(pageWith(thread), "DTEND"), "none");
    thread.planned.clear();
    QCOMPARE(linesOf(calendarOf(pageWith(thread))).count("BEGIN:VEVENT"), 0);
}

QTEST_GUILESS_MAIN(TestCalendar)
#include "tst_calendar.moc"
