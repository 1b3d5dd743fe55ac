// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/address.h"
#include "source/hostsource.h"
#include "source/hosttrial.h"
#include "support/manualclock.h"
#include "support/waiting.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using health::Quality;
using source::HostFigures;
using source::HostReader;
using source::Reading;

namespace {

const base::Instant start = support::utc("2026-11-22T02:00:00Z");

/// A /proc as the test wants it.
class Machine
{
public:
    Machine()
    {
        QDir(m_folder.path()).mkpath(u"net"_s);
        QDir(m_folder.path()).mkpath(u"self"_s);
        set(u"stat"_s, "cpu 100 0 0 900 0 0 0 0\n");
        set(u"meminfo"_s, "MemTotal: 1000 kB\nMemAvailable: 600 kB\n");
        set(u"loadavg"_s, "1.50 1 1 1/1 1\n");
        setTraffic("1000", "500");
        set(u"self/mounts"_s, "/dev/a / ext4 rw 0 0\n/dev/b /srv ext4 rw 0 0\n");
    }

    void set(const QString &file, const QByteArray &content) const
    {
        QFile out(m_folder.filePath(file));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(content);
    }

    void setTraffic(const QByteArray &received, const QByteArray &sent) const
    {
        set(u"net/dev"_s, "eth0: " + received + " 0 0 0 0 0 0 0 " + sent + " 0 0 0 0 0 0 0\n");
    }

    [[nodiscard]] HostReader reader() const
    {
        return HostReader(m_folder.path(),
                          [](const QString &mount) { return mount == "/srv"_L1 ? 81.0 : 40.0; });
    }

private:
    QTemporaryDir m_folder;
};

QList<Reading> readingsOf(QSignalSpy &spy)
{
    QList<Reading> readings;
    for (const auto &arguments : spy)
        readings.append(arguments[0].value<Reading>());
    spy.clear();
    return readings;
}

source::MonitorSpec specOfThisMachine()
{
    source::MonitorSpec spec = source::thisMachine();
    spec.id = u"host"_s;
    return spec;
}

} // namespace

class TestHostSource : public QObject
{
    Q_OBJECT

private slots:
    void ratesNeedTwoReadings();
    void countersThatFallAreNotMeasured();
    void missingFilesAreNotMeasured();
    void thisVeryMachine();
    void yieldsASampleForEachSeries();
    void aTrialSaysAllInWords();
    void sleepIsNotMeasuredAndForgotten();
    void pauses();
    void limitsAreJudgedOnceALook();
};

void TestHostSource::ratesNeedTwoReadings()
{
    const Machine machine;
    HostReader reader = machine.reader();
    HostFigures expected;
    expected.memoryPercent = 40;
    expected.diskPercent = 81;
    expected.fullest = u"/srv"_s;
    expected.load = 1.5;
    QCOMPARE(reader.read(0ms), expected);

    machine.set(u"stat"_s, "cpu 125 0 0 975 0 0 0 0\n");
    machine.setTraffic("3000", "700");
    expected.cpuPercent = 25;
    expected.receivedPerSecond = 1000;
    expected.sentPerSecond = 100;
    QCOMPARE(reader.read(2s), expected);
}

void TestHostSource::countersThatFallAreNotMeasured()
{
    const Machine machine;
    HostReader reader = machine.reader();
    (void)reader.read(0ms);
    machine.setTraffic("10", "10");
    machine.set(u"stat"_s, "cpu 1 0 0 1 0 0 0 0\n");
    const HostFigures fallen = reader.read(1s);
    QVERIFY(!fallen.receivedPerSecond && !fallen.sentPerSecond && !fallen.cpuPercent);
    machine.setTraffic("20", "30");
    QCOMPARE(*reader.read(1s).receivedPerSecond, 10.0);
}

void TestHostSource::missingFilesAreNotMeasured()
{
    HostReader reader(u"/nonexistent"_s);
    (void)reader.read(0ms);
    QCOMPARE(reader.read(1s), HostFigures());
}

void TestHostSource::thisVeryMachine()
{
    HostReader reader;
    const HostFigures figures = reader.read(0ms);
    QVERIFY(figures.memoryPercent && *figures.memoryPercent > 0 && *figures.memoryPercent <= 100);
    QVERIFY(figures.load && *figures.load >= 0);
    QVERIFY(source::diskUsage(u"/"_s));
    QVERIFY(!source::diskUsage(u"/nonexistent"_s));
}

void TestHostSource::yieldsASampleForEachSeries()
{
    const Machine machine;
    support::ManualClock clock(start);
    source::HostSource source(specOfThisMachine(), clock, machine.reader());
    QSignalSpy spy(&source, &source::Source::sampled);
    source.start();
    const auto series = source.series();
    const QList<Reading> first = readingsOf(spy);
    QCOMPARE(first.size(), series.size());
    for (qsizetype i = 0; i < series.size(); ++i) {
        QCOMPARE(first[i].series, series[i].id);
        QCOMPARE(first[i].monitor, u"host"_s);
        QCOMPARE(first[i].sample.at, base::InstantMs(start));
        QVERIFY(!first[i].verdict);
    }
    QCOMPARE(first[0].sample.quality, Quality::NotMeasured); // the CPU needs two readings
    QCOMPARE(first[2].series, u"host/disk"_s);
    QCOMPARE(first[2].sample, (health::Sample{start, Quality::Ok, 81}));
    QCOMPARE(first[2].sentence, u"/srv is 81 % full."_s);

    machine.set(u"stat"_s, "cpu 125 0 0 975 0 0 0 0\n");
    clock.advance(8s);
    source.poll();
    const QList<Reading> second = readingsOf(spy);
    QCOMPARE(second.size(), series.size());
    QCOMPARE(second[0].sample, (health::Sample{start + 8s, Quality::Ok, 25}));
    source.stop();
    clock.advance(5s);
    source.poll();
    QVERIFY(spy.isEmpty());
}

void TestHostSource::aTrialSaysAllInWords()
{
    const Machine machine;
    const support::ManualClock clock(start);
    QObject context;
    const auto told = support::waitFor(source::lookAtHost(clock, &context, machine.reader()));
    QVERIFY(told);
    QCOMPARE(told->quality, Quality::Ok);
    QVERIFY2(told->sentence.contains(u"/srv is 81 % full. "_s), qPrintable(told->sentence));
    QVERIFY2(told->sentence.contains(u" come in. "_s), qPrintable(told->sentence));
    const auto mute =
        support::waitFor(source::lookAtHost(clock, &context, HostReader(u"/nonexistent"_s)));
    QCOMPARE(mute->quality, Quality::NotMeasured);
    QVERIFY(!mute->sentence.isEmpty());
}

void TestHostSource::sleepIsNotMeasuredAndForgotten()
{
    const Machine machine;
    support::ManualClock clock(start);
    source::HostSource source(specOfThisMachine(), clock, machine.reader());
    QSignalSpy spy(&source, &source::Source::sampled);
    source.start();
    spy.clear();
    machine.set(u"stat"_s, "cpu 999 0 0 999 0 0 0 0\n");
    clock.advance(1h);
    source.poll();
    const QList<Reading> woken = readingsOf(spy);
    QCOMPARE(woken.size(), 6);
    for (const Reading &reading : woken) {
        QCOMPARE(reading.sample.quality, Quality::NotMeasured);
        QVERIFY(reading.sample.at > start && reading.sample.at <= start + 10s);
    }
    clock.advance(10s);
    source.poll();
    QCOMPARE(readingsOf(spy)[0].sample.quality, Quality::NotMeasured); // a new beginning
}

void TestHostSource::limitsAreJudgedOnceALook()
{
    const Machine machine;
    support::ManualClock clock(start);
    source::MonitorSpec spec = specOfThisMachine();
    spec.expression = u"memory>30, disk>90"_s;
    source::HostSource source(spec, clock, machine.reader());
    QSignalSpy spy(&source, &source::HostSource::sampled);
    source.start();
    clock.advance(5s);
    source.poll();
    const QList<Reading> readings = readingsOf(spy);
    QCOMPARE(readings.size() % 6, 0);
    QCOMPARE(readings[0].verdict->quality, Quality::Failed);
    QCOMPARE(readings[0].sentence, u"40 % of the memory is in use. The limit is 30 %."_s);
    for (const Reading &reading : readings) {
        const bool isMemory = reading.series.endsWith(u"/memory"_s);
        QCOMPARE(reading.sample.quality == Quality::Failed, isMemory);
        QCOMPARE(reading.verdict.has_value(), reading.series.endsWith(u"/cpu"_s));
    }
    source.setPaused(true);
    QCOMPARE(readingsOf(spy).first().verdict->quality, Quality::Paused);
}

void TestHostSource::pauses()
{
    const Machine machine;
    support::ManualClock clock(start);
    source::HostSource source(specOfThisMachine(), clock, machine.reader());
    QSignalSpy spy(&source, &source::Source::sampled);
    source.start();
    spy.clear();
    source.setPaused(true);
    QCOMPARE(readingsOf(spy).value(0).sample.quality, Quality::Paused);
    clock.advance(8s);
    source.poll();
    QCOMPARE(readingsOf(spy).value(5).sample.quality, Quality::Paused);
    source.setPaused(false);
    QCOMPARE(readingsOf(spy).value(1).sample.quality, Quality::Ok);
}

QTEST_GUILESS_MAIN(TestHostSource)
#include "tst_hostsource.moc"
