// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/manualclock.h"
#include "timing/arithmetic.h"
#include "timing/fieldtext.h"
#include "timing/zone.h"

#include <QLocale>
#include <QTest>

using namespace std::chrono_literals;
using namespace timing;
using namespace Qt::StringLiterals;
using support::utc;

namespace {

/// 22 November 2026 is a Sunday; 16:22:41 on the wall in London.
FieldContext london(const char *reference = "2026-11-22T16:22:41Z", Lean lean = Lean::Past)
{
    return {QTimeZone("Europe/London"), utc(reference), lean};
}

RoughInstant exactly(const char *iso)
{
    return RoughInstant::exact(utc(iso));
}

} // namespace

class TestFieldText : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::German)); }

    void instantsAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<RoughInstant>("expected");
        const auto row = [](const char *text, const RoughInstant &expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << expected;
        };
        const auto at1608 = utc("2026-11-22T16:08:00Z");
        const auto at1609 = at1608 + 1min;
        row("", {});
        row("   ", {});
        row("not yet", {});
        row("Unknown", {});
        row("n/a", RoughInstant::notApplicable());
        row("now", exactly("2026-11-22T16:22:41Z"));
        row("16:08", RoughInstant::exact(at1608));
        row(" 16:08 ", RoughInstant::exact(at1608));
        row("at 16:08", RoughInstant::exact(at1608));
        row("16.08", RoughInstant::exact(at1608));
        row("16.08 h", RoughInstant::exact(at1608));
        row("16h08", RoughInstant::exact(at1608));
        row("1608", RoughInstant::exact(at1608));
        row("16:08:30", RoughInstant::exact(at1608 + 30s));
        row("4:08 pm", RoughInstant::exact(at1608));
        row("4:08pm", RoughInstant::exact(at1608));
        row("4.08 p.m.", RoughInstant::exact(at1608));
        row("4 PM", exactly("2026-11-22T16:00:00Z"));
        row("12 am", exactly("2026-11-22T00:00:00Z"));
        row("12:05 am", exactly("2026-11-22T00:05:00Z"));
        row("12:05 pm", exactly("2026-11-22T12:05:00Z"));
        row("noon", exactly("2026-11-22T12:00:00Z"));
        // The clock of the other end may run a little ahead; more than a minute is yesterday.
        row("16:23", exactly("2026-11-22T16:23:00Z"));
        row("16:24", exactly("2026-11-21T16:24:00Z"));
        row("23:50", exactly("2026-11-21T23:50:00Z"));
        row("16:08 to 16:09", RoughInstant::between(at1608, at1609));
        row("16:08-16:09", RoughInstant::between(at1608, at1609));
        row("16:08 – 16:09", RoughInstant::between(at1608, at1609));
        row("from 16:08 to 16:09", RoughInstant::between(at1608, at1609));
        row("between 16:08 and 16:09", RoughInstant::between(at1608, at1609));
        row("between 1 and 2 am",
            RoughInstant::between(utc("2026-11-22T01:00:00Z"), utc("2026-11-22T02:00:00Z")));
        row("11 to 1 pm",
            RoughInstant::between(utc("2026-11-22T11:00:00Z"), utc("2026-11-22T13:00:00Z")));
        row("23:50 to 00:10",
            RoughInstant::between(utc("2026-11-21T23:50:00Z"), utc("2026-11-22T00:10:00Z")));
        row("16:08 to 16:08", RoughInstant::exact(at1608));
        row("around 16:08", RoughInstant::about(at1608, 15min));
        row("About 16:08", RoughInstant::about(at1608, 15min));
        row("~16:08", RoughInstant::about(at1608, 15min));
        row("around 16:30", RoughInstant::about(utc("2026-11-22T16:30:00Z"), 15min));
        row("16:08 ±5 min", RoughInstant::about(at1608, 5min));
        row("16:08 +/- 5", RoughInstant::about(at1608, 5min));
        row("around 16:00 to 16:10",
            RoughInstant::between(utc("2026-11-22T16:00:00Z"), utc("2026-11-22T16:10:00Z"),
                                  Precision::About));
        row("after 16:08", RoughInstant::notBefore(at1608));
        row("before 16:08", RoughInstant::notAfter(at1608));
        row("by 16:08", RoughInstant::notAfter(at1608));
        row("today 16:08", RoughInstant::exact(at1608));
        row("16:08 today", RoughInstant::exact(at1608));
        row("yesterday 16:08", exactly("2026-11-21T16:08:00Z"));
        row("yesterday at 16:08", exactly("2026-11-21T16:08:00Z"));
        row("tomorrow 16:08", exactly("2026-11-23T16:08:00Z"));
        row("yesterday 23:50 to 00:10",
            RoughInstant::between(utc("2026-11-21T23:50:00Z"), utc("2026-11-22T00:10:00Z")));
        row("Friday 16:08", exactly("2026-11-20T16:08:00Z"));
        row("sun 16:08", exactly("2026-11-22T16:08:00Z"));
        row("sun 17:00", exactly("2026-11-15T17:00:00Z"));
        row("22 Nov 16:08", RoughInstant::exact(at1608));
        row("22nd of November 16:08", RoughInstant::exact(at1608));
        row("Nov 22, 16:08", RoughInstant::exact(at1608));
        row("16:08 on 22 Nov", RoughInstant::exact(at1608));
        row("23 Nov 16:08", exactly("2025-11-23T16:08:00Z"));
        row("29 Feb 16:08", exactly("2024-02-29T16:08:00Z"));
        row("22 Nov 2025 16:08", exactly("2025-11-22T16:08:00Z"));
        row("2026-11-22 16:08", RoughInstant::exact(at1608));
        row("2026-11-22T16:08", RoughInstant::exact(at1608));
        row("2026-11-22T16:08:00Z", RoughInstant::exact(at1608));
        row("2026-11-22T11:08:00-05:00", RoughInstant::exact(at1608));
        row("2026-11-22T21:38+05:30", RoughInstant::exact(at1608));
        row("16:08Z", RoughInstant::exact(at1608));
        row("1608Z", RoughInstant::exact(at1608));
        row("16:08 UTC", RoughInstant::exact(at1608));
        row("11:08 UTC-5", RoughInstant::exact(at1608));
        row("17:08+01:00", RoughInstant::exact(at1608));
        row("16:08 to 16:09 on 20 Nov",
            RoughInstant::between(utc("2026-11-20T16:08:00Z"), utc("2026-11-20T16:09:00Z")));
        row("16:08 to tomorrow 16:08", RoughInstant::between(at1608, utc("2026-11-23T16:08:00Z")));
        // 8 to 12 minutes before, in whole minutes and no narrower
        row("10 min ago", RoughInstant::between(utc("2026-11-22T16:10:00Z"),
                                                utc("2026-11-22T16:15:00Z"), Precision::About));
        row("just now", RoughInstant::between(utc("2026-11-22T16:07:00Z"),
                                              utc("2026-11-22T16:22:41Z"), Precision::About));
        row("this afternoon",
            RoughInstant::between(utc("2026-11-22T12:00:00Z"), utc("2026-11-22T16:22:41Z"),
                                  Precision::Daypart));
        row("yesterday morning",
            RoughInstant::between(utc("2026-11-21T00:00:00Z"), utc("2026-11-21T12:00:00Z"),
                                  Precision::Daypart));
        row("last night", RoughInstant::between(utc("2026-11-21T18:00:00Z"),
                                                utc("2026-11-22T06:00:00Z"), Precision::Daypart));
        row("yesterday", RoughInstant::between(utc("2026-11-21T00:00:00Z"),
                                               utc("2026-11-21T23:59:00Z"), Precision::Daypart));
    }

    void instantsAreRead()
    {
        QFETCH(QString, text);
        QFETCH(RoughInstant, expected);
        const auto read = instantFromField(text, london());
        QVERIFY2(read.has_value(), qPrintable(read ? QString() : read.error().text));
        QCOMPARE(fieldText(*read, london()), fieldText(expected, london()));
        QVERIFY(*read == expected);
    }

    void aPlanLeansForward_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<RoughInstant>("expected");
        QTest::newRow("later today") << u"16:45"_s << exactly("2026-11-22T16:45:00Z");
        QTest::newRow("tomorrow") << u"02:00"_s << exactly("2026-11-23T02:00:00Z");
        QTest::newRow("frame") << u"between 1 and 2 am"_s
                               << RoughInstant::between(utc("2026-11-23T01:00:00Z"),
                                                        utc("2026-11-23T02:00:00Z"));
        QTest::newRow("next year") << u"1 Mar 02:00"_s << exactly("2027-03-01T02:00:00Z");
        QTest::newRow("weekday") << u"sun 02:00"_s << exactly("2026-11-29T02:00:00Z");
        QTest::newRow("in") << u"in 10 min"_s
                            << RoughInstant::between(utc("2026-11-22T16:30:00Z"),
                                                     utc("2026-11-22T16:35:00Z"), Precision::About);
        QTest::newRow("tomorrow morning")
            << u"tomorrow morning"_s
            << RoughInstant::between(utc("2026-11-23T00:00:00Z"), utc("2026-11-23T12:00:00Z"),
                                     Precision::Daypart);
        const auto friday = RoughInstant::between(utc("2026-11-27T00:00:00Z"),
                                                  utc("2026-11-27T23:59:00Z"), Precision::Daypart);
        QTest::newRow("a day") << u"Friday"_s << friday;
        QTest::newRow("on a day") << u"on Friday"_s << friday;
        QTest::newRow("a date") << u"27 Nov"_s << friday;
        QTest::newRow("today by its name")
            << u"Sunday"_s
            << RoughInstant::between(utc("2026-11-22T16:22:41Z"), utc("2026-11-22T23:59:00Z"),
                                     Precision::Daypart);
        QTest::newRow("this evening")
            << u"this evening"_s
            << RoughInstant::between(utc("2026-11-22T18:00:00Z"), utc("2026-11-22T23:00:00Z"),
                                     Precision::Daypart);
    }

    void aPlanLeansForward()
    {
        QFETCH(QString, text);
        QFETCH(RoughInstant, expected);
        const auto context = london("2026-11-22T16:22:41Z", Lean::Future);
        const auto read = instantFromField(text, context);
        QVERIFY2(read.has_value(), qPrintable(read ? QString() : read.error().text));
        QCOMPARE(fieldText(*read, context), fieldText(expected, context));
    }

    void nonsenseIsAnsweredWithWhatMayBeWritten_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"25:00",
                                 "16:60",
                                 "16:08 to",
                                 "to 16:08",
                                 "about",
                                 "soon",
                                 "16",
                                 "16 08",
                                 "13 pm",
                                 "0:30 pm",
                                 "16:08 blah",
                                 "2026-02-30 16:08",
                                 "31 Jun 16:08",
                                 "22 Foo 16:08",
                                 "16:08 to 16:09 to 16:10",
                                 "16:08+99:00",
                                 "16:08:",
                                 "16:0",
                                 "<script>",
                                 "between 16:08",
                                 "before 16:08 to 16:09",
                                 "10 florins ago",
                                 "in",
                                 "ago",
                                 "\x01",
                                 "22 Nov 10:00 to 21 Nov 2026 10:00",
                                 "99999999999999999999:00"})
            QTest::newRow(text) << QString::fromUtf8(text);
        QTest::newRow("long") << u"16:08 "_s.repeated(1000);
        QTest::newRow("signs") << u"±"_s.repeated(150);
    }

    void nonsenseIsAnsweredWithWhatMayBeWritten()
    {
        QFETCH(QString, text);
        const auto read = instantFromField(text, london());
        QVERIFY(!read);
        QCOMPARE(read.error().kind, base::ErrorKind::Input);
        QVERIFY(read.error().text.endsWith(u'.'));
        QVERIFY(!read.error().text.contains(u'%'));
    }

    void aDateAloneAsksForTheTime()
    {
        const auto read = instantFromField(u"22 Nov", london());
        QVERIFY(!read);
        QVERIFY(read.error().text.contains(u"time of day"_s));
    }

    void aRepeatedTimeIsAQuestion()
    {
        const auto context = london("2026-10-25T10:00:00Z");
        const auto read = instantFromField(u"01:30", context);
        QVERIFY(!read);
        QCOMPARE(read.error().text, u"01:30 happens twice on 25 October 2026 in "
                                    u"London; write 01:30+01:00 for the "
                                    "first or 01:30+00:00 for the second."_s);
        QCOMPARE(*instantFromField(u"01:30+01:00", context), exactly("2026-10-25T00:30:00Z"));
        QCOMPARE(*instantFromField(u"01:30+00:00", context), exactly("2026-10-25T01:30:00Z"));
        QVERIFY(!instantFromField(u"01:30 to 02:10", context));
        QVERIFY(!instantFromField(u"25 Oct 2026 01:30", london()));
    }

    void aRepeatedTimeOfWhichOneIsStillToComeIsNone()
    {
        const auto context = london("2026-10-25T00:40:00Z");
        QCOMPARE(*instantFromField(u"01:30", context), exactly("2026-10-25T00:30:00Z"));
    }

    void westOfGreenwichTheAnswerHasAMinus()
    {
        const FieldContext context{QTimeZone("America/New_York"), utc("2026-11-01T15:00:00Z"),
                                   Lean::Past};
        const auto read = instantFromField(u"01:30", context);
        QVERIFY(!read);
        QVERIFY(read.error().text.contains(u"01:30-04:00"_s));
        QCOMPARE(*instantFromField(u"01:30-04:00", context), exactly("2026-11-01T05:30:00Z"));
        QCOMPARE(*instantFromField(u"01:30-05:00", context), exactly("2026-11-01T06:30:00Z"));
        // On any other day the same signs are a range.
        const FieldContext july{QTimeZone("America/New_York"), utc("2026-07-01T15:00:00Z"),
                                Lean::Past};
        QCOMPARE(*instantFromField(u"01:30-04:00", july),
                 RoughInstant::between(utc("2026-07-01T05:30:00Z"), utc("2026-07-01T08:00:00Z")));
    }

    void aSkippedTimeIsAQuestion()
    {
        const auto read = instantFromField(u"01:30", london("2026-03-29T10:00:00Z"));
        QVERIFY(!read);
        QCOMPARE(read.error().text, u"01:30 does not exist on 29 March 2026 in "
                                    u"London, where the clocks go from 01:00 "
                                    "to 02:00; write 00:30 or 02:30."_s);
        // Before the change it can only be the day before.
        QCOMPARE(*instantFromField(u"01:30", london("2026-03-29T00:10:00Z")),
                 exactly("2026-03-28T01:30:00Z"));
    }

    void halfHourChangesAreAsked()
    {
        const FieldContext context{QTimeZone("Australia/Lord_Howe"), utc("2026-10-03T20:00:00Z"),
                                   Lean::Past};
        const auto read = instantFromField(u"02:15", context);
        QVERIFY(!read);
        QVERIFY2(read.error().text.contains(u"write 01:45 or 02:45"_s),
                 qPrintable(read.error().text));
    }

    void textsAreShort()
    {
        const auto context = london();
        const auto at1608 = utc("2026-11-22T16:08:00Z");
        QCOMPARE(fieldText(RoughInstant(), context), QString());
        QCOMPARE(fieldText(RoughInstant::exact(at1608), context), u"16:08"_s);
        QCOMPARE(fieldText(RoughInstant::exact(at1608 + 5s), context), u"16:08:05"_s);
        QCOMPARE(fieldText(RoughInstant::between(at1608, at1608 + 1min), context),
                 u"16:08 to 16:09"_s);
        QCOMPARE(fieldText(RoughInstant::about(at1608, 15min), context), u"around 16:08"_s);
        QCOMPARE(fieldText(RoughInstant::about(at1608, 5min), context), u"around 16:03 to 16:13"_s);
        QCOMPARE(fieldText(RoughInstant::notBefore(at1608), context), u"after 16:08"_s);
        QCOMPARE(fieldText(RoughInstant::notAfter(at1608), context), u"before 16:08"_s);
        QCOMPARE(fieldText(exactly("2026-11-21T23:50:00Z"), context), u"21 Nov 23:50"_s);
        QCOMPARE(fieldText(exactly("2026-11-23T23:50:00Z"), context), u"2026-11-23 23:50"_s);
        QCOMPARE(fieldText(RoughInstant::between(utc("2026-11-21T23:50:00Z"),
                                                 utc("2026-11-22T00:10:00Z")),
                           context),
                 u"21 Nov 23:50 to 22 Nov 00:10"_s);
        QCOMPARE(fieldText(exactly("2026-10-25T00:30:00Z"), london("2026-10-25T10:00:00Z")),
                 u"01:30+01:00"_s);
    }

    void everyTextGivesItsValueBack();
    void clockChangesGiveTheirValueBack();

    void lengthsAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<RoughDuration>("expected");
        const auto row = [](const char *text, const RoughDuration &expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << expected;
        };
        row("", {});
        row("not yet", {});
        row("n/a", RoughDuration::notApplicable());
        for (const char *text : {"30", "30 min", "30m", "30 minutes", "0.5 h", "00:30 h"})
            row(text, RoughDuration::exact(30min));
        row("1h", RoughDuration::exact(1h));
        for (const char *text :
             {"1 h 30", "1h30", "1h 30m", "1:30 h", "1.5 h", "1 hour 30 minutes"})
            row(text, RoughDuration::exact(90min));
        row("90 s", RoughDuration::exact(90s));
        row("1:30 min", RoughDuration::exact(90s));
        row("1 min 30", RoughDuration::exact(90s));
        row("1:02:03", RoughDuration::exact(3723s));
        row("2 days 3 h", RoughDuration::exact(51h));
        row("0 min", RoughDuration::exact(0s));
        for (const char *text : {"30-40 min", "30 to 40", "30 min to 40 min", "between 30 and 40",
                                 "from 30 to 40 min"})
            row(text, RoughDuration::between(30min, 40min));
        row("1-2 h", RoughDuration::between(1h, 2h));
        row("30 to 90 s", RoughDuration::between(30s, 90s));
        row("90 s to 2 min", RoughDuration::between(90s, 2min));
        for (const char *text : {"no more than 30 min", "up to 30", "<30", "at most 30", "≤ 30",
                                 "within half an hour", "under 30", "<= 30"})
            row(text, RoughDuration::atMost(30min));
        for (const char *text : {"at least 30", ">30", "more than 30 min", ">= 30"})
            row(text, RoughDuration::atLeast(30min));
        for (const char *text : {"about 30", "around 30 min", "~30", "30 or so", "30 min or so",
                                 "30ish", "about half an hour"})
            row(text, RoughDuration::about(30min));
        row("an hour or so", RoughDuration::between(48min, 72min, Precision::About));
        row("half an hour", RoughDuration::between(30min, 30min, Precision::About));
        row("an hour", RoughDuration::between(1h, 1h, Precision::About));
        row("no more than 10 or so", RoughDuration::between(0s, 10min, Precision::About));
        row("about 30 to 40", RoughDuration::between(30min, 40min, Precision::About));
    }

    void lengthsAreRead()
    {
        QFETCH(QString, text);
        QFETCH(RoughDuration, expected);
        const auto read = durationFromField(text);
        QVERIFY2(read.has_value(), qPrintable(read ? QString() : read.error().text));
        QCOMPARE(fieldText(*read), fieldText(expected));
        QVERIFY(*read == expected);
    }

    void lengthsThatCannotBeReadAreAnswered_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"-5", "soon", "30 to", "1:30", "1:75 h", "half", "1.25 h 3", "30 florins", "99999999",
              "999999 days", "1 h 2 h", "about", "< > 3", "30 to 40 to 50"})
            QTest::newRow(text) << QString::fromUtf8(text);
        QTest::newRow("long") << u"3"_s.repeated(5000);
    }

    void lengthsThatCannotBeReadAreAnswered()
    {
        QFETCH(QString, text);
        const auto read = durationFromField(text);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, base::ErrorKind::Input);
        QVERIFY(read.error().text.endsWith(u'.'));
        QVERIFY(!read.error().text.contains(u'%'));
    }

    void everyLengthGivesItsTextBack();
};

namespace {

const char *const zones[] = {
    "Europe/London",    "Europe/Berlin",       "Europe/Lisbon",     "Europe/Moscow",
    "America/New_York", "America/St_Johns",    "America/Sao_Paulo", "America/Los_Angeles",
    "America/Havana",   "America/Asuncion",    "Africa/Cairo",      "Africa/Casablanca",
    "Asia/Kolkata",     "Asia/Kathmandu",      "Asia/Tehran",       "Asia/Tokyo",
    "Australia/Sydney", "Australia/Lord_Howe", "Pacific/Apia",      "Pacific/Chatham",
};

/// A small generator with a fixed seed: the same cases on every machine.
class Dice
{
public:
    qint64 below(qint64 limit)
    {
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        return qint64((m_state >> 33) % quint64(limit));
    }

private:
    quint64 m_state = 20261122;
};

std::vector<RoughInstant> shapesAt(Instant at, Span width)
{
    const Instant minute = std::chrono::floor<std::chrono::minutes>(at);
    return {RoughInstant::exact(at),
            RoughInstant::exact(minute),
            RoughInstant::about(minute, 15min),
            RoughInstant::about(at, width),
            RoughInstant::between(minute, minute + width),
            RoughInstant::between(at, at + width),
            RoughInstant::between(at, at + width, Precision::About),
            RoughInstant::between(minute, minute + width, Precision::Daypart),
            RoughInstant::notBefore(minute),
            RoughInstant::notAfter(at)};
}

void verifyAll(const std::vector<RoughInstant> &values, const FieldContext &context)
{
    for (const RoughInstant &value : values) {
        const QString text = fieldText(value, context);
        const auto read = instantFromField(text, context);
        QVERIFY2(read && *read == value,
                 qPrintable(text + u" in "_s + QString::fromUtf8(context.zone.id()) + u" at "_s +
                            isoUtc(context.reference)));
    }
}

} // namespace

void TestFieldText::everyTextGivesItsValueBack()
{
    const Instant first = utc("2015-01-01T00:00:00Z");
    const qint64 seconds = (utc("2037-12-31T00:00:00Z") - first).count();
    Dice dice;
    for (const char *name : zones) {
        for (int i = 0; i < 25; ++i) {
            const Instant at = first + Span(dice.below(seconds));
            const Span away(dice.below(i % 2 ? 4 * 86400 : 500 * 86400) - 86400);
            const FieldContext context{QTimeZone(name), at + away,
                                       i % 3 ? Lean::Past : Lean::Future};
            verifyAll(shapesAt(at, Span(1 + dice.below(i % 5 ? 7200 : 200000))), context);
            if (QTest::currentTestFailed())
                return;
        }
    }
}

void TestFieldText::clockChangesGiveTheirValueBack()
{
    Dice dice;
    int changes = 0;
    for (const char *name : zones) {
        const QTimeZone zone(name);
        const auto transitions =
            zone.transitions(QDateTime(QDate(2015, 1, 1), QTime(0, 0), Qt::UTC),
                             QDateTime(QDate(2037, 12, 31), QTime(0, 0), Qt::UTC));
        for (const auto &change : transitions) {
            ++changes;
            const Instant around = fromUtc(change.atUtc);
            const Instant at = around + Span(dice.below(3 * 3600) - 90 * 60);
            const FieldContext context{zone, around + Span(dice.below(4 * 3600) - 3600),
                                       changes % 2 ? Lean::Past : Lean::Future};
            verifyAll(shapesAt(at, Span(1 + dice.below(7200))), context);
            if (QTest::currentTestFailed())
                return;
        }
    }
    QVERIFY(changes > 300);
}

void TestFieldText::everyLengthGivesItsTextBack()
{
    Dice dice;
    for (int i = 0; i < 20000; ++i) {
        const bool whole = i % 2;
        const Span a = whole ? Span(60 * dice.below(300)) : Span(dice.below(200000));
        const Span b = whole ? Span(60 * dice.below(300)) : Span(dice.below(200000));
        for (const RoughDuration &value :
             {RoughDuration::exact(a), RoughDuration::about(a), RoughDuration::atMost(a),
              RoughDuration::atLeast(a), RoughDuration::between(a, b),
              RoughDuration::between(a, b, Precision::About),
              RoughDuration::between(a, b, Precision::Daypart),
              RoughDuration::between(a, a, Precision::About),
              RoughDuration::between(0s, a, Precision::About)}) {
            const QString text = fieldText(value);
            const auto read = durationFromField(text);
            QVERIFY2(read && *read == value, qPrintable(text));
        }
    }
}

QTEST_GUILESS_MAIN(TestFieldText)
#include "tst_fieldtext.moc"
