// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/address.h"
#include "source/sourceset.h"
#include "support/faultserver.h"
#include "support/manualclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::ErrorKind;
using health::Quality;
using source::Finding;
using source::MonitorSpec;
using source::Reading;
using source::SourceSet;
using support::Fault;
using support::FaultServer;

namespace {

constexpr int patience = 30000; ///< ms, for a machine that is busy

const base::Instant start = support::utc("2026-11-22T02:00:00Z");

MonitorSpec specOf(const QString &id, const QUrl &url)
{
    MonitorSpec spec = *source::specFromAddress(url.toString());
    spec.id = id;
    spec.name = id;
    return spec;
}

/// What a set has told so far.
class Listener : public QObject
{
public:
    explicit Listener(SourceSet &set)
    {
        connect(&set, &SourceSet::sampled, this,
                [this](const Reading &reading) { readings.append(reading); });
    }

    [[nodiscard]] int count(const QString &monitor) const
    {
        return int(std::count_if(readings.begin(), readings.end(), [&](const Reading &reading) {
            return reading.monitor == monitor;
        }));
    }

    QList<Reading> readings;
};

} // namespace

class TestSourceSet : public QObject
{
    Q_OBJECT

private slots:
    void watches();
    void registry();
    void refusals();
    void hangingTargetsDelayNobody();
    void sleepIsNotMeasured();
    void pauses();
    void pauseEndsARunningProbe();
    void stops();
    void replaces();
    void tickDuringAProbeIsTakenUpAfterIt();
    void mayBeChangedFromWithinAReading();
    void endsWithProbesUnderWay();
};

void TestSourceSet::watches()
{
    FaultServer server;
    support::ManualClock clock(start);
    SourceSet set(clock);
    const Listener listener(set);
    QVERIFY(set.add(specOf(u"web"_s, server.url())));
    QVERIFY(set.add(specOf(u"db"_s, QUrl(u"tcp://127.0.0.1:%1"_s.arg(support::closedPort())))));
    MonitorSpec host = source::thisMachine();
    host.id = u"host"_s;
    QVERIFY(set.add(host));
    QVERIFY(listener.readings.isEmpty());
    set.start();
    QTRY_COMPARE_WITH_TIMEOUT(listener.count(u"web"_s), 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(listener.count(u"db"_s), 1, patience);
    QCOMPARE(listener.count(u"host"_s), 6);
    for (const Reading &reading : listener.readings) {
        QCOMPARE(reading.sample.at, base::InstantMs(start));
        QVERIFY(!reading.sentence.isEmpty());
        QCOMPARE(reading.verdict.has_value(), reading.monitor != u"host");
        const auto series = set.series(reading.monitor);
        QVERIFY(std::any_of(series.begin(), series.end(), [&](const health::SeriesInfo &info) {
            return info.id == reading.series;
        }));
        if (reading.monitor == u"web")
            QCOMPARE(reading.sample.quality, Quality::Ok);
        if (reading.monitor == u"db")
            QCOMPARE(reading.verdict->finding, Finding::ConnectionRefused);
    }
    clock.advance(30s);
    set.poll();
    QTRY_COMPARE_WITH_TIMEOUT(listener.count(u"web"_s), 2, patience);
    QCOMPARE(listener.readings.last().sample.at, start + 30s);
}

void TestSourceSet::registry()
{
    FaultServer server;
    const support::ManualClock clock(start);
    SourceSet set(clock);
    QSignalSpy added(&set, &SourceSet::added);
    QSignalSpy removed(&set, &SourceSet::removed);
    QSignalSpy changed(&set, &SourceSet::changed);
    const MonitorSpec one = specOf(u"one"_s, server.url());
    const MonitorSpec two = specOf(u"two"_s, server.url());
    QVERIFY(set.add(one));
    QVERIFY(set.add(two));
    QCOMPARE(set.monitors(), (QList<MonitorSpec>{one, two}));
    QCOMPARE(*set.monitor(u"two"_s), two);
    QVERIFY(!set.monitor(u"three"_s));
    QCOMPARE(set.series(u"one"_s)[0].id, u"one/response"_s);
    QCOMPARE(set.series(u"one"_s)[0].step, one.interval);
    QVERIFY(set.series(u"three"_s).isEmpty());
    QVERIFY(set.setPaused(u"one"_s, true));
    QVERIFY(set.monitor(u"one"_s)->paused);
    QVERIFY(set.setPaused(u"one"_s, true)); // nothing new
    QVERIFY(set.remove(u"one"_s));
    QCOMPARE(set.monitors(), QList<MonitorSpec>{two});
    QCOMPARE(added.size(), 2);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(removed.size(), 1);
}

void TestSourceSet::refusals()
{
    FaultServer server;
    const support::ManualClock clock(start);
    SourceSet set(clock);
    MonitorSpec spec = specOf(u"one"_s, server.url());
    QVERIFY(set.add(spec));
    QCOMPARE(set.add(spec).error().kind, ErrorKind::Conflict);
    MonitorSpec sameName = spec;
    sameName.id = u"two"_s;
    sameName.name = u"ONE"_s;
    QCOMPARE(set.add(sameName).error().kind, ErrorKind::Conflict);
    QVERIFY(set.add(sameName).error().text.contains(u"ONE"));
    MonitorSpec unusable = specOf(u"three"_s, server.url());
    unusable.address = u"ftp://example.org"_s;
    QCOMPARE(set.add(unusable).error().kind, ErrorKind::Input);
    unusable = specOf(u""_s, server.url());
    QVERIFY(!set.add(unusable));
    QCOMPARE(set.remove(u"nine"_s).error().kind, ErrorKind::NotFound);
    QCOMPARE(set.setPaused(u"nine"_s, true).error().kind, ErrorKind::NotFound);
    spec.id = u"nine"_s;
    QCOMPARE(set.replace(spec).error().kind, ErrorKind::NotFound);
    QCOMPARE(set.monitors().size(), 1);
}

void TestSourceSet::hangingTargetsDelayNobody()
{
    FaultServer hanging;
    hanging.set("/", {.way = Fault::Way::Silent});
    FaultServer good;
    support::ManualClock clock(start);
    SourceSet set(clock);
    const Listener listener(set);
    for (int i = 0; i < 60; ++i) {
        MonitorSpec spec = specOf(u"hanging %1"_s.arg(i), hanging.url());
        spec.interval = 10min;
        spec.timeout = 10min;
        QVERIFY(set.add(spec));
    }
    QVERIFY(set.add(specOf(u"good"_s, good.url())));
    set.start();
    // Three rounds of the good one pass while none of the others has got an answer or given up.
    for (int round = 1; round <= 3; ++round) {
        QTRY_COMPARE_WITH_TIMEOUT(listener.count(u"good"_s), round, patience);
        clock.advance(30s);
        set.poll();
    }
    QCOMPARE(listener.count(u"hanging 0"_s), 0);
}

void TestSourceSet::sleepIsNotMeasured()
{
    FaultServer server;
    support::ManualClock clock(start);
    SourceSet set(clock);
    const Listener listener(set);
    QVERIFY(set.add(specOf(u"web"_s, server.url())));
    set.start();
    QTRY_COMPARE_WITH_TIMEOUT(listener.readings.size(), 1, patience);
    clock.advance(8h);
    set.poll();
    QCOMPARE(listener.readings.size(), 2);
    const Reading woken = listener.readings.last();
    QCOMPARE(woken.sample.quality, Quality::NotMeasured);
    QCOMPARE(woken.verdict->finding, Finding::Missed);
    QVERIFY(woken.sample.at > start && woken.sample.at <= start + 30s);
    QVERIFY(!woken.sentence.isEmpty());
    clock.advance(30s);
    set.poll();
    QTRY_COMPARE_WITH_TIMEOUT(listener.readings.size(), 3, patience);
    QCOMPARE(listener.readings.last().sample.quality, Quality::Ok);
}

void TestSourceSet::pauses()
{
    FaultServer server;
    support::ManualClock clock(start);
    SourceSet set(clock);
    const Listener listener(set);
    QVERIFY(set.add(specOf(u"web"_s, server.url())));
    set.start();
    QTRY_COMPARE_WITH_TIMEOUT(listener.readings.size(), 1, patience);
    QVERIFY(set.setPaused(u"web"_s, true));
    QCOMPARE(listener.readings.size(), 2); // it shows at once
    clock.advance(30s);
    set.poll();
    QCOMPARE(listener.readings.size(), 3);
    QCOMPARE(listener.readings.last().sample, (health::Sample{start + 30s, Quality::Paused}));
    clock.advance(8h);
    set.poll();
    QCOMPARE(listener.readings.last().sample.quality, Quality::Paused);
    QCOMPARE(server.connections(), 1);
    QVERIFY(set.setPaused(u"web"_s, false));
    QTRY_COMPARE_WITH_TIMEOUT(listener.readings.last().sample.quality, Quality::Ok, patience);
}

void TestSourceSet::pauseEndsARunningProbe()
{
    FaultServer server;
    server.set("/", {.way = Fault::Way::Silent});
    const support::ManualClock clock(start);
    SourceSet set(clock);
    const Listener listener(set);
    QVERIFY(set.add(specOf(u"web"_s, server.url())));
    set.start();
    QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 1, patience);
    QVERIFY(set.setPaused(u"web"_s, true));
    QTRY_COMPARE_WITH_TIMEOUT(server.open(), 0, patience);
    QCOMPARE(listener.readings.size(), 1);
    QCOMPARE(listener.readings[0].sample.quality, Quality::Paused);
}

void TestSourceSet::stops()
{
    FaultServer server;
    server.set("/", {.way = Fault::Way::Silent});
    support::ManualClock clock(start);
    SourceSet set(clock);
    const Listener listener(set);
    QVERIFY(set.add(specOf(u"web"_s, server.url())));
    set.start();
    QVERIFY(set.isRunning());
    QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 1, patience);
    set.stop();
    QTRY_COMPARE_WITH_TIMEOUT(server.open(), 0, patience);
    clock.advance(1h);
    set.poll();
    QVERIFY(listener.readings.isEmpty());
    server.set("/", {});
    set.start();
    QTRY_COMPARE_WITH_TIMEOUT(listener.readings.size(), 1, patience);
    QCOMPARE(listener.readings[0].sample.quality, Quality::Ok); // a stop is no missed tick
}

void TestSourceSet::replaces()
{
    FaultServer server;
    Fault fault;
    fault.status = 404;
    server.set("/gone", fault);
    const support::ManualClock clock(start);
    SourceSet set(clock);
    const Listener listener(set);
    QVERIFY(set.add(specOf(u"web"_s, server.url())));
    QVERIFY(set.add(specOf(u"other"_s, server.url())));
    set.start();
    QTRY_COMPARE_WITH_TIMEOUT(listener.readings.size(), 2, patience);
    MonitorSpec spec = specOf(u"web"_s, server.url("/gone"));
    spec.name = u"Web"_s;
    QVERIFY(set.replace(spec));
    QTRY_COMPARE_WITH_TIMEOUT(listener.readings.size(), 3, patience);
    QCOMPARE(listener.readings.last().verdict->status, 404);
    QCOMPARE(set.monitors().first(), spec); // in its place
}

void TestSourceSet::tickDuringAProbeIsTakenUpAfterIt()
{
    FaultServer server;
    Fault fault;
    fault.delay = 300ms;
    server.set("/", fault);
    support::ManualClock clock(start);
    SourceSet set(clock);
    const Listener listener(set);
    QVERIFY(set.add(specOf(u"web"_s, server.url())));
    set.start();
    QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 1, patience);
    clock.advance(30s);
    set.poll();
    QCOMPARE(server.connections(), 1); // never two at a time
    QTRY_COMPARE_WITH_TIMEOUT(listener.readings.size(), 2, patience);
    QCOMPARE(listener.readings[0].sample.at, base::InstantMs(start));
    QCOMPARE(listener.readings[1].sample.at, start + 30s);
    QCOMPARE(server.connections(), 2);
}

void TestSourceSet::mayBeChangedFromWithinAReading()
{
    FaultServer server;
    support::ManualClock clock(start);
    SourceSet set(clock);
    int count = 0;
    connect(&set, &SourceSet::sampled, this, [&](const Reading &reading) {
        ++count;
        QVERIFY(set.remove(reading.monitor));
        if (count == 1)
            QVERIFY(set.add(specOf(u"new"_s, server.url())));
    });
    MonitorSpec paused = specOf(u"paused"_s, server.url());
    paused.paused = true; // its reading comes from within start()
    QVERIFY(set.add(paused));
    QVERIFY(set.add(specOf(u"web"_s, server.url())));
    set.start();
    QTRY_COMPARE_WITH_TIMEOUT(count, 3, patience);
    QVERIFY(set.monitors().isEmpty());
}

void TestSourceSet::endsWithProbesUnderWay()
{
    FaultServer server;
    server.set("/", {.way = Fault::Way::Silent});
    const support::ManualClock clock(start);
    {
        SourceSet set(clock);
        QVERIFY(set.add(specOf(u"web"_s, server.url())));
        QVERIFY(set.add(specOf(u"lost"_s, QUrl(u"https://does-not-exist.invalid"_s))));
        set.start();
        QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 1, patience);
    }
    QTRY_COMPARE_WITH_TIMEOUT(server.open(), 0, patience);
}

QTEST_GUILESS_MAIN(TestSourceSet)
#include "tst_sourceset.moc"
