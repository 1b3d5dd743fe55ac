// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "archive/archivefile.h"
#include "support/office.h"
#include "workflow/recorder.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using health::Quality;
using support::Office;

namespace {

/// A console that watches one address, which is never asked: the test says what was measured.
struct Console
{
    explicit Console(Office &office)
        : sources(office.clock)
        , watch(sources, *office.desk)
        , recorder(std::make_unique<workflow::Recorder>(sources, watch, *office.desk))
    {
        source::MonitorSpec spec;
        spec.id = u"shop"_s;
        spec.name = u"Shop"_s;
        spec.address = u"http://127.0.0.1:1/"_s;
        if (!watch.add(spec))
            qFatal("the monitor cannot be added");
        series = watch.seriesOf(spec.id).value(0);
    }

    void measure(base::InstantMs at, double value)
    {
        emit sources.sampled({u"shop"_s, series, {at, Quality::Ok, value}, {}, {}});
    }

    /// Starts the recorder, and waits until it has brought back what there was.
    bool start()
    {
        QSignalSpy restored(recorder.get(), &workflow::Recorder::restored);
        recorder->start();
        return restored.wait();
    }

    [[nodiscard]] std::vector<health::Sample> samples() const
    {
        std::vector<health::Sample> all;
        const health::Series *kept = watch.series(series);
        for (qsizetype i = 0; i < kept->size(); ++i)
            all.push_back(kept->at(i));
        return all;
    }

    source::SourceSet sources;
    workflow::Watch watch;
    std::unique_ptr<workflow::Recorder> recorder;
    QString series;
};

} // namespace

class TestRecorder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatTheRetentionSays()
    {
        Office office;
        workflow::ArchiveWorker worker(office.folder.path(), office.clock);
        QSignalSpy oldest(&worker, &workflow::ArchiveWorker::archivedSince);
        worker.open();
        const health::SeriesInfo series{u"shop/ms"_s, u"Shop"_s, u"ms"_s, 20s};
        const base::InstantMs now = office.clock.nowMs();
        workflow::Batch batch{series, {}};
        for (int days = 9; days >= 0; --days)
            batch.samples.push_back({now - days * 24h, Quality::Ok, 1});
        worker.write({batch});
        const auto firstAfter = [&](std::chrono::hours age) {
            worker.prune({age, 1'000'000'000}, {});
            oldest.clear();
            const auto found = [&] {
                QCoreApplication::processEvents(); // it goes in small steps
                worker.findOldest({series.id});
                return oldest.last().at(0).value<base::InstantMs>();
            };
            for (int tries = 0; tries < 50 && found() < now - age; ++tries) {
            }
            return now - found();
        };
        QVERIFY(firstAfter(24h * 400) >= 9 * 24h);
        QVERIFY(firstAfter(24h * 5) < 6 * 24h);
    }

    void chartsHaveTheirPastAfterAStart();
    void theOlderPastComesWhenItIsLookedAt();
    void whatIsMeasuredMeanwhileStays();
    void aDamagedArchiveIsNoticedAndReplaced();
    void withoutADiskTheConsoleGoesOn();
    void onlyOneProcessWrites();
};

void TestRecorder::chartsHaveTheirPastAfterAStart()
{
    Office office;
    const base::InstantMs then = office.clock.nowMs();
    {
        Console console(office);
        QVERIFY(console.start());
        for (int i = 0; i < 30; ++i) {
            office.clock.advance(20s);
            console.measure(then + i * 20s, 100 + i);
        }
    }
    Console console(office);
    QVERIFY(console.start());
    const auto samples = console.samples();
    QCOMPARE(samples.size(), 30U);
    QCOMPARE(samples.front(), (health::Sample{then, Quality::Ok, 100}));
    QCOMPARE(samples.back(), (health::Sample{then + 29 * 20s, Quality::Ok, 129}));
}

void TestRecorder::theOlderPastComesWhenItIsLookedAt()
{
    Office office;
    const base::InstantMs then = office.clock.nowMs();
    {
        Console console(office);
        QVERIFY(console.start());
        console.measure(then, 1);
        console.recorder->flush();
    }
    office.clock.advance(30 * 24h);
    Console console(office);
    QVERIFY(console.start());
    console.measure(office.clock.nowMs(), 2);
    QCOMPARE(console.samples().size(), 1U);
    QVERIFY(console.watch.archivedSince() && *console.watch.archivedSince() <= then);
    QSignalSpy asked(&console.watch, &workflow::Watch::olderWanted);
    console.watch.wantSince(office.clock.nowMs() - 6 * 24h); // is there already
    QCOMPARE(asked.size(), 0);
    console.watch.wantSince(then);
    console.watch.wantSince(then);
    QCOMPARE(asked.size(), 1);
    QTRY_COMPARE(console.samples().size(), 2U);
    QCOMPARE(console.samples().front(), (health::Sample{then, Quality::Ok, 1}));
}

void TestRecorder::whatIsMeasuredMeanwhileStays()
{
    Office office;
    const base::InstantMs then = office.clock.nowMs();
    {
        Console console(office);
        QVERIFY(console.start());
        console.measure(then, 1);
    }
    office.clock.advance(60s);
    Console console(office);
    console.measure(then + 60s, 2);
    QVERIFY(console.start());
    QCOMPARE(console.samples(),
             (std::vector<health::Sample>{{then, Quality::Ok, 1}, {then + 60s, Quality::Ok, 2}}));
}

void TestRecorder::aDamagedArchiveIsNoticedAndReplaced()
{
    Office office;
    QFile file(archive::archivePath(office.folder.path()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(5000, '?'));
    file.close();
    Console console(office);
    QSignalSpy noticed(console.recorder.get(), &workflow::Recorder::noticed);
    QVERIFY(console.start());
    QCOMPARE(noticed.size(), 1);
    QCOMPARE(console.samples().size(), 0U);
}

void TestRecorder::withoutADiskTheConsoleGoesOn()
{
    Office office;
    QVERIFY(QDir().mkdir(archive::archivePath(office.folder.path())));
    Console console(office);
    QSignalSpy failed(console.recorder.get(), &workflow::Recorder::failed);
    QVERIFY(console.start());
    QCOMPARE(failed.size(), 1);
    console.measure(office.clock.nowMs(), 5);
    console.recorder->flush();
    console.recorder.reset();
    QCOMPARE(console.samples().size(), 1U);
}

void TestRecorder::onlyOneProcessWrites()
{
    Office office;
    Console first(office);
    QVERIFY(first.start());
    first.measure(office.clock.nowMs(), 1);
    first.recorder->flush();
    QTRY_VERIFY(QFile::exists(office.folder.filePath(u"archive.lock"_s)));
    {
        Console second(office);
        QVERIFY(second.start());
        second.measure(office.clock.nowMs() + 1s, 2);
    }
    first.recorder.reset();
    Console third(office);
    QVERIFY(third.start());
    QCOMPARE(third.samples(),
             (std::vector<health::Sample>{{office.clock.nowMs(), Quality::Ok, 1}}));
}

QTEST_GUILESS_MAIN(TestRecorder)
#include "tst_recorder.moc"
