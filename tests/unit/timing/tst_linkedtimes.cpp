// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/manualclock.h"
#include "timing/arithmetic.h"
#include "timing/linkedtimes.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace timing;
using namespace Qt::StringLiterals;
using support::utc;

class TestLinkedTimes : public QObject
{
    Q_OBJECT

    using enum TimeField;

    FieldContext m_context{QTimeZone("Europe/London"), utc("2026-11-22T16:50:00Z"), Lean::Past};

    QString all(const LinkedTimes &times) const
    {
        return times.text(Start, m_context) + u" | "_s + times.text(Length, m_context) + u" | "_s +
               times.text(End, m_context);
    }

private slots:
    void twoFieldsGiveTheThird_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<QString>("firstText");
        QTest::addColumn<int>("second");
        QTest::addColumn<QString>("secondText");
        QTest::newRow("end") << int(Start) << u"16:00"_s << int(Length) << u"30"_s;
        QTest::newRow("length") << int(Start) << u"16:00"_s << int(End) << u"16:30"_s;
        QTest::newRow("start") << int(End) << u"16:30"_s << int(Length) << u"30"_s;
    }

    void twoFieldsGiveTheThird()
    {
        QFETCH(int, first);
        QFETCH(QString, firstText);
        QFETCH(int, second);
        QFETCH(QString, secondText);
        LinkedTimes times;
        QVERIFY(times.edit(TimeField(first), firstText, m_context));
        QVERIFY(!times.derived());
        QVERIFY(times.edit(TimeField(second), secondText, m_context));
        QCOMPARE(int(*times.derived()), 3 - first - second);
        QCOMPARE(all(times), u"16:00 | 30 min | 16:30"_s);
    }

    void theFieldStatedLongestAgoIsDerived()
    {
        LinkedTimes times;
        QVERIFY(times.edit(Start, u"16:00", m_context));
        QVERIFY(times.edit(Length, u"30", m_context));
        QVERIFY(times.edit(End, u"16:40", m_context));
        QCOMPARE(*times.derived(), Start);
        QCOMPARE(all(times), u"16:10 | 30 min | 16:40"_s);
        QVERIFY(times.edit(Start, u"16:15", m_context));
        QCOMPARE(*times.derived(), Length);
        QCOMPARE(all(times), u"16:15 | 25 min | 16:40"_s);
    }

    void aHeldFieldNeverMoves()
    {
        LinkedTimes times(
            RoughInstant::between(utc("2026-11-22T16:08:00Z"), utc("2026-11-22T16:09:00Z")), {},
            {});
        times.hold(Start);
        QVERIFY(times.edit(Length, u"10 min", m_context));
        QCOMPARE(all(times), u"16:08 to 16:09 | 10 min | 16:18 to 16:19"_s);
        QVERIFY(times.edit(End, u"16:20", m_context));
        QCOMPARE(*times.derived(), Length);
        QCOMPARE(all(times), u"16:08 to 16:09 | 11 to 12 min | 16:20"_s);
    }

    void roughValuesStayRough()
    {
        LinkedTimes times;
        QVERIFY(times.edit(Start, u"around 13:45", m_context));
        QVERIFY(times.edit(Length, u"30 to 40", m_context));
        QCOMPARE(times.end(), RoughInstant::between(utc("2026-11-22T14:00:00Z"),
                                                    utc("2026-11-22T14:40:00Z"), Precision::About));
        QVERIFY(times.edit(Length, u"at least 45", m_context));
        QCOMPARE(times.end(), RoughInstant::notBefore(utc("2026-11-22T14:15:00Z")));
    }

    void contradictionsAreAnsweredAndChangeNothing_data()
    {
        QTest::addColumn<int>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("end first") << int(End) << u"15:50"_s
                                   << u"The end, 15:50, is not after the start, 16:00; correct one "
                                      "of them."_s;
        QTest::newRow("no time at all") << int(End) << u"16:00"_s
                                        << u"The end, 16:00, is not after the start, 16:00; "
                                           "correct one of them."_s;
        QTest::newRow("zero") << int(Length) << u"0"_s << u"A length of 0 would mean"_s;
        QTest::newRow("nonsense") << int(Length) << u"soon"_s << u"This is no length of time"_s;
    }

    void contradictionsAreAnsweredAndChangeNothing()
    {
        QFETCH(int, field);
        QFETCH(QString, text);
        QFETCH(QString, says);
        LinkedTimes times;
        QVERIFY(times.edit(Start, u"16:00", m_context));
        times.hold(Start);
        const LinkedTimes before = times;
        const auto edited = times.edit(TimeField(field), text, m_context);
        QVERIFY(!edited);
        QVERIFY2(edited.error().text.startsWith(says), qPrintable(edited.error().text));
        QCOMPARE(times, before);
    }

    void allHeldIsChecked()
    {
        LinkedTimes times;
        QVERIFY(times.edit(Start, u"16:00", m_context));
        QVERIFY(times.edit(Length, u"30", m_context));
        times.hold(Start);
        times.hold(Length);
        const auto edited = times.edit(End, u"16:20", m_context);
        QVERIFY(!edited);
        QCOMPARE(edited.error().text, u"A length of “30 min” does not fit with the start, 16:00, "
                                      "and the end, 16:20; correct one of them."_s);
        QVERIFY(times.edit(End, u"16:20 to 16:40", m_context));
        QVERIFY(!times.derived());
        QCOMPARE(all(times), u"16:00 | 30 min | 16:20 to 16:40"_s);
    }

    void clearingAFieldClearsWhatFollowedFromIt()
    {
        LinkedTimes times;
        QVERIFY(times.edit(Start, u"16:00", m_context));
        QVERIFY(times.edit(Length, u"30", m_context));
        QVERIFY(times.edit(Length, u"", m_context));
        QCOMPARE(all(times), u"16:00 |  | "_s);
        QVERIFY(times.edit(End, u"16:20", m_context));
        QCOMPARE(all(times), u"16:00 | 20 min | 16:20"_s);
    }

    void textThatIsThereAlreadyIsNoEdit()
    {
        LinkedTimes times;
        QVERIFY(times.edit(Start, u"16:00", m_context));
        QVERIFY(times.edit(Length, u"30", m_context));
        QVERIFY(times.edit(End, u"16:30", m_context));
        QCOMPARE(*times.derived(), End);
    }

    void aFrameIsNoLength()
    {
        LinkedTimes times;
        QVERIFY(times.setShape(LinkedTimes::Shape::Inside, m_context));
        QVERIFY(times.edit(Start, u"01:00", m_context));
        QVERIFY(times.edit(End, u"02:00", m_context));
        QVERIFY(!times.length().isKnown());
        QVERIFY(times.edit(Length, u"no more than 10", m_context));
        QCOMPARE(all(times), u"01:00 | no more than 10 min | 02:00"_s);
        QVERIFY(!times.edit(Length, u"90", m_context));
    }

    void loadedValuesAreKept()
    {
        const auto start = RoughInstant::about(utc("2026-11-22T13:45:00Z"), 15min);
        const auto end =
            RoughInstant::between(utc("2026-11-22T14:10:00Z"), utc("2026-11-22T14:20:00Z"));
        const auto length = RoughDuration::between(30min, 40min);
        LinkedTimes times(start, length, end);
        QCOMPARE(times.length(), length);
        QVERIFY(!times.derived());

        const LinkedTimes summed(start, length, plus(start, length));
        QCOMPARE(*summed.derived(), End);
        const LinkedTimes measured(start, {}, end);
        QCOMPARE(*measured.derived(), Length);
        QCOMPARE(measured.length(), difference(end, start));
    }

    void loadedContradictionsAreKeptUntilEdited()
    {
        const auto start = RoughInstant::exact(utc("2026-11-22T14:00:00Z"));
        const auto end = RoughInstant::exact(utc("2026-11-22T13:00:00Z"));
        LinkedTimes times(start, {}, end);
        QCOMPARE(times.start(), start);
        QCOMPARE(times.end(), end);
        QVERIFY(!times.length().isKnown());
        QVERIFY(times.edit(End, u"15:00", m_context));
        QCOMPARE(all(times), u"14:00 | 1 h | 15:00"_s);
    }

    void stepsAreChained_data()
    {
        QTest::addColumn<RoughInstant>("previous");
        QTest::addColumn<RoughDuration>("length");
        const auto at = utc("2026-11-22T16:08:00Z");
        const auto rough = RoughInstant::between(at, at + 1min);
        QTest::newRow("exact") << RoughInstant::exact(at) << RoughDuration::exact(10min);
        QTest::newRow("rough start") << rough << RoughDuration::exact(10min);
        QTest::newRow("both rough") << rough << RoughDuration::between(8min, 12min);
        QTest::newRow("about") << RoughInstant::exact(at) << RoughDuration::about(10min);
        QTest::newRow("at least") << rough << RoughDuration::atLeast(10min);
        QTest::newRow("none") << rough << RoughDuration::exact(0s);
    }

    void stepsAreChained()
    {
        QFETCH(RoughInstant, previous);
        QFETCH(RoughDuration, length);
        const RoughInstant at = stepAfter(previous, length);
        const auto back = lengthAfter(previous, at);
        QVERIFY(back);
        QCOMPARE(fieldText(*back), fieldText(length));
        QCOMPARE(stepAfter(previous, *back), at);
    }

    void stepsStatedApartHaveNoLengthBetween()
    {
        const auto at = utc("2026-11-22T16:08:00Z");
        const auto wide = RoughInstant::between(at, at + 30min);
        QVERIFY(!lengthAfter(wide, RoughInstant::exact(at + 40min)));
        QVERIFY(!lengthAfter(RoughInstant::exact(at), RoughInstant::exact(at - 5min)));
        QVERIFY(!lengthAfter(RoughInstant(), RoughInstant::exact(at)));
    }
};

QTEST_GUILESS_MAIN(TestLinkedTimes)
#include "tst_linkedtimes.moc"
