// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "health/alertengine.h"
#include "support/manualclock.h"
#include "support/samples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using health::Alert;
using health::AlertEngine;
using health::AlertEvent;
using health::Rule;
using health::Severity;
using timing::RoughInstant;

namespace {

const base::Instant start = support::utc("2026-11-22T02:00:00Z");
constexpr auto step = 10s;
constexpr auto answerTime = 3s; ///< from asking to knowing

Rule ruleOf(int failAfter, int recoverAfter)
{
    Rule rule;
    rule.id = u"web"_s;
    rule.monitor = u"web"_s;
    rule.failAfter = failAfter;
    rule.recoverAfter = recoverAfter;
    rule.step = step;
    return rule;
}

QList<AlertEvent> feed(AlertEngine &engine, QByteArrayView history, base::InstantMs from = start)
{
    QList<AlertEvent> events;
    for (const health::Sample &sample : support::samples(history, from, step)) {
        const auto known = std::chrono::floor<std::chrono::seconds>(sample.at) + answerTime;
        events += engine.feed(u"web"_s, sample, known);
    }
    return events;
}

/// "+s" raised and "-s" recovered by what was known at second s.
QString walk(const Rule &rule, QByteArrayView history)
{
    AlertEngine engine;
    engine.setRule(rule);
    QString steps;
    base::InstantMs at = start;
    for (const char c : history) {
        const auto events = feed(engine, QByteArrayView(&c, 1), at);
        for (const AlertEvent &event : events) {
            const bool raised = event.kind == AlertEvent::Kind::Raised;
            steps += raised ? u'+' : u'-';
            if (event.alert.severity == Severity::Slow)
                steps += u's';
            steps += QString::number((at - start) / step);
        }
        at += step;
    }
    return steps;
}

} // namespace

class TestAlertEngine : public QObject
{
    Q_OBJECT

private slots:
    void hysteresis_data();
    void hysteresis();
    void soManyOfTheLast_data();
    void soManyOfTheLast();
    void flapping_data();
    void flapping();
    void slow_data();
    void slow();
    void startLiesBetweenGoodAndBad();
    void neverSeenGood();
    void startAfterABreakIsWide();
    void slowBecomesDown();
    void sameSamplesSameId();
    void changedRuleKeepsTheAlert();
    void otherMonitorsDoNotCount();
    void millisecondsWidenTheInterval();
};

void TestAlertEngine::hysteresis_data()
{
    QTest::addColumn<int>("failAfter");
    QTest::addColumn<int>("recoverAfter");
    QTest::addColumn<QByteArray>("history");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, int fail, int recover, const char *history,
                        const char *expected) {
        QTest::newRow(name) << fail << recover << QByteArray(history)
                            << QString::fromLatin1(expected);
    };
    row("all good", 2, 2, "111111", "");
    row("one lost packet", 2, 2, "11F111", "");
    row("down and up", 2, 2, "11FF11", "+3-5");
    row("at once", 1, 1, "1F1F", "+1-2+3");
    row("flapping does not clear", 2, 2, "1FF1F1F1F11", "+2-10");
    row("flapping does not raise", 3, 1, "1FF1FF1FF1", "");
    row("three of three", 3, 3, "FFF1111", "+2-5");
    row("raised once only", 2, 2, "1FFFFFFFF", "+2");
    row("not measured does not raise", 2, 2, "1FNNNNN", "");
    row("not measured begins the count again", 2, 2, "1FNFNF", "");
    row("and then raises", 2, 2, "1FNFF", "+4");
    row("paused does not raise", 1, 1, "1PPPP1", "");
    row("not measured does not clear", 2, 2, "1FFNNNN", "+2");
    row("nor do pauses", 2, 2, "1FFPPPPFPP1P1P11", "+2-15");
    row("silence begins the count again", 2, 2, "1F...F", "");
    row("a late sample is no silence", 2, 2, "1F.F", "+3");
    row("silence begins clearing again", 2, 2, "1FF1...1", "+2");
    row("second alert", 2, 2, "1FF11FF11", "+2-4+6-8");
}

void TestAlertEngine::hysteresis()
{
    QFETCH(int, failAfter);
    QFETCH(int, recoverAfter);
    QFETCH(QByteArray, history);
    QTEST(walk(ruleOf(failAfter, recoverAfter), history), "expected");
}

void TestAlertEngine::soManyOfTheLast_data()
{
    QTest::addColumn<QByteArray>("history");
    QTest::addColumn<QString>("expected");
    // 3 of the last 5; two good ones clear.
    QTest::newRow("in a row") << QByteArray("11FFF") << u"+4"_s;
    QTest::newRow("scattered") << QByteArray("1F1F1F") << u"+5"_s;
    QTest::newRow("too far apart") << QByteArray("F11F111F11F") << QString();
    QTest::newRow("not measured begins again") << QByteArray("FFNFF1F") << u"+6"_s;
    QTest::newRow("clears, and needs three again") << QByteArray("FFF11FF1F") << u"+2-4+8"_s;
}

void TestAlertEngine::soManyOfTheLast()
{
    QFETCH(QByteArray, history);
    Rule rule = ruleOf(3, 2);
    rule.failOutOf = 5;
    QTEST(walk(rule, history), "expected");
    AlertEngine engine;
    engine.setRule(rule);
    const auto events = feed(engine, "1F1F1F");
    QCOMPARE(events.at(0).alert.started, RoughInstant::between(start, start + step));
    QCOMPARE(events.at(0).alert.sampleCount, 3);
}

void TestAlertEngine::flapping_data()
{
    QTest::addColumn<QByteArray>("history");
    QTest::addColumn<QString>("expected");
    // From the third alert on it takes 30 s without a failure.
    QTest::newRow("two are two") << QByteArray("F1F1111111") << u"+0-1+2-3"_s;
    QTest::newRow("the third stays") << QByteArray("F1F1F1F1F11111") << u"+0-1+2-3+4-12"_s;
    QTest::newRow("and then it is over") << QByteArray("F1F1F1111F1") << u"+0-1+2-3+4-8+9-10"_s;
}

void TestAlertEngine::flapping()
{
    QFETCH(QByteArray, history);
    Rule rule = ruleOf(1, 1);
    rule.flap = {3, 600s, 30s};
    QTEST(walk(rule, history), "expected");
    AlertEngine engine;
    engine.setRule(rule);
    const auto events = feed(engine, "F1F1F");
    QVERIFY(events.last().alert.isFlapping);
    QVERIFY(!events.first().alert.isFlapping);
}

void TestAlertEngine::slow_data()
{
    QTest::addColumn<QByteArray>("history");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *history, const char *expected) {
        QTest::newRow(name) << QByteArray(history) << QString::fromLatin1(expected);
    };
    // Slow is over 50 for at least 20 s.
    row("at the threshold", "55555555", "");
    row("a short hiccup", "1661661", "");
    row("slow for long enough", "1666", "+s3");
    row("and fast again", "166611", "+s3-s5");
    row("one fast answer does not clear", "16661616", "+s3");
    row("not measured begins the time again", "166N66", "");
    row("so does a failure", "166F66", "");
    row("a failure does not clear", "1666F1F11", "+s3-s8");
}

void TestAlertEngine::slow()
{
    QFETCH(QByteArray, history);
    Rule rule = ruleOf(2, 2);
    rule.slow = health::SlowRule{50, 20s};
    QTEST(walk(rule, history), "expected");
}

void TestAlertEngine::startLiesBetweenGoodAndBad()
{
    AlertEngine engine;
    engine.setRule(ruleOf(2, 2));
    const auto raised = feed(engine, "11FFF");
    QCOMPARE(raised.size(), 1);
    Alert expected;
    expected.id = raised[0].alert.id;
    expected.monitor = u"web"_s;
    expected.rule = u"web"_s;
    expected.severity = Severity::Down;
    expected.started = RoughInstant::between(start + 10s, start + 20s);
    expected.firstBadAt = start + 20s;
    expected.detected = start + 30s + answerTime;
    expected.sampleCount = 2;
    QCOMPARE(raised[0].alert, expected);
    QVERIFY(!raised[0].alert.isOver());
    QCOMPARE(engine.active()[0].sampleCount, 3);

    const auto cleared = feed(engine, "F11", start + 50s);
    QCOMPARE(cleared.size(), 1);
    QCOMPARE(cleared[0].kind, AlertEvent::Kind::Recovered);
    expected.ended = RoughInstant::between(start + 50s, start + 60s);
    expected.sampleCount = 4;
    QCOMPARE(cleared[0].alert, expected);
    QVERIFY(engine.active().isEmpty());
}

void TestAlertEngine::neverSeenGood()
{
    AlertEngine engine;
    engine.setRule(ruleOf(2, 2));
    const auto events = feed(engine, "FF");
    QCOMPARE(events.size(), 1);
    QCOMPARE(events[0].alert.started, RoughInstant::notAfter(start));
}

void TestAlertEngine::startAfterABreakIsWide()
{
    AlertEngine engine;
    engine.setRule(ruleOf(2, 2));
    // Asleep between two failures: it may have begun any time since the last good sample.
    const auto events = feed(engine, "1F......FF");
    QCOMPARE(events.size(), 1);
    QCOMPARE(events[0].alert.started, RoughInstant::between(start, start + 80s));
    QCOMPARE(events[0].alert.sampleCount, 2);
}

void TestAlertEngine::slowBecomesDown()
{
    Rule rule = ruleOf(2, 2);
    rule.slow = health::SlowRule{50, 20s};
    QCOMPARE(walk(rule, "1666FF11"), u"+s3+5-7-s7"_s);
    AlertEngine engine;
    engine.setRule(rule);
    const auto events = feed(engine, "1666FF11");
    QCOMPARE(events[1].alert.started, RoughInstant::between(start + 30s, start + 40s));
    // It stopped being slow only after it was down.
    QCOMPARE(events[3].alert.severity, Severity::Slow);
    QCOMPARE(events[3].alert.ended, RoughInstant::between(start + 50s, start + 60s));
    QCOMPARE(events[3].alert.sampleCount, 3);
}

void TestAlertEngine::sameSamplesSameId()
{
    AlertEngine one;
    AlertEngine two;
    one.setRule(ruleOf(2, 2));
    two.setRule(ruleOf(2, 2));
    const auto first = feed(one, "1FF11FF11");
    QCOMPARE(first, feed(two, "1FF11FF11"));
    QCOMPARE(first.size(), 4);
    QCOMPARE(first[0].alert.id, first[1].alert.id);
    QVERIFY(first[0].alert.id != first[2].alert.id);
}

void TestAlertEngine::changedRuleKeepsTheAlert()
{
    AlertEngine engine;
    engine.setRule(ruleOf(2, 2));
    (void)feed(engine, "1FF");
    engine.setRule(ruleOf(5, 1));
    QCOMPARE(engine.rules().size(), 1);
    QCOMPARE(engine.active().size(), 1);
    QCOMPARE(feed(engine, "1", start + 30s).size(), 1);
    QVERIFY(engine.active().isEmpty());

    (void)feed(engine, "FFFFF", start + 40s);
    QCOMPARE(engine.active().size(), 1);
    Rule other = ruleOf(5, 1);
    other.monitor = u"mail"_s;
    engine.setRule(other);
    QVERIFY(engine.active().isEmpty());
    engine.removeRule(other.id);
    QVERIFY(engine.rules().isEmpty());
}

void TestAlertEngine::otherMonitorsDoNotCount()
{
    AlertEngine engine;
    engine.setRule(ruleOf(1, 1));
    QVERIFY(engine.feed(u"mail"_s, {start, health::Quality::Failed}, start).isEmpty());
    QVERIFY(engine.active().isEmpty());
}

void TestAlertEngine::millisecondsWidenTheInterval()
{
    AlertEngine engine;
    engine.setRule(ruleOf(1, 1));
    const auto events = feed(engine, "1F1", start + 400ms);
    QCOMPARE(events[0].alert.started, RoughInstant::between(start, start + 11s));
    QCOMPARE(events[0].alert.firstBadAt, start + 10s);
    QCOMPARE(events[1].alert.ended, RoughInstant::between(start + 10s, start + 21s));
}

QTEST_GUILESS_MAIN(TestAlertEngine)
#include "tst_alertengine.moc"
