// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/recorder.h"

#include "settings/archivetable.h"

#include <algorithm>

namespace workflow {

namespace {

/// So much is lost if the process is killed.
constexpr std::chrono::seconds flushInterval(15);
constexpr std::chrono::minutes pruneInterval(20);
/// Kept for ever before the beginning and behind the end of an incident.
constexpr std::chrono::hours around(2);

} // namespace

Recorder::Recorder(source::SourceSet &sources, Watch &watch, Desk &desk)
    : m_sources(sources)
    , m_watch(watch)
    , m_desk(desk)
    , m_worker(new ArchiveWorker(desk.dataDir(), desk.clock()))
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &ArchiveWorker::restored, &m_watch, &Watch::bringBack);
    connect(m_worker, &ArchiveWorker::archivedSince, &m_watch, &Watch::setArchivedSince);
    connect(&m_watch, &Watch::olderWanted, this, &Recorder::bringOlder);
    connect(m_worker, &ArchiveWorker::noticed, this, &Recorder::noticed);
    connect(m_worker, &ArchiveWorker::failed, this, &Recorder::failed);
    connect(&m_sources, &source::SourceSet::sampled, this, &Recorder::take);
    connect(&m_flushTimer, &QTimer::timeout, this, &Recorder::flush);
    connect(&m_pruneTimer, &QTimer::timeout, this, &Recorder::prune);
}

Recorder::~Recorder()
{
    if (!m_thread.isRunning()) {
        delete m_worker;
        return;
    }
    flush();
    QMetaObject::invokeMethod(m_worker, [this] { m_thread.quit(); });
    m_thread.wait();
}

void Recorder::start()
{
    const QStringList series = allSeries();
    const base::InstantMs since = m_desk.clock().nowMs() - health::defaultHistory;
    m_thread.start(QThread::LowPriority);
    QMetaObject::invokeMethod(m_worker, [this, series, since] {
        m_worker->open();
        m_worker->restore(series, since);
        m_worker->findOldest(series);
        QMetaObject::invokeMethod(this, &Recorder::restored);
    });
    m_flushTimer.start(flushInterval);
    m_pruneTimer.start(pruneInterval);
}

QStringList Recorder::allSeries() const
{
    QStringList series;
    for (const QString &monitor : m_watch.monitors())
        series += m_watch.seriesOf(monitor);
    return series;
}

/// What has been gathered and is not yet written is in the charts already.
void Recorder::bringOlder(base::InstantMs from)
{
    QMetaObject::invokeMethod(
        m_worker, [this, series = allSeries(), from] { m_worker->restore(series, from); });
}

void Recorder::take(const source::Reading &reading)
{
    Batch &batch = m_gathered[reading.series];
    if (batch.samples.empty()) {
        for (const health::SeriesInfo &info : m_sources.series(reading.monitor)) {
            if (info.id == reading.series)
                batch.series = info;
        }
    }
    batch.samples.push_back(reading.sample);
}

void Recorder::flush()
{
    if (m_gathered.empty() || !m_thread.isRunning())
        return;
    std::vector<Batch> batches;
    for (auto &[id, batch] : m_gathered)
        batches.push_back(std::move(batch));
    m_gathered.clear();
    QMetaObject::invokeMethod(m_worker,
                              [this, batches = std::move(batches)] { m_worker->write(batches); });
}

void Recorder::prune()
{
    QMetaObject::invokeMethod(m_worker, [this, retention = retention(), intervals = pinned()] {
        m_worker->prune(retention, intervals);
    });
}

archive::Retention Recorder::retention() const
{
    const settings::Settings &settings = m_desk.settings();
    const qint64 days = std::clamp<qint64>(settings.get(settings::archiveDays), 1, 36'500);
    const qint64 megabytes =
        std::clamp<qint64>(settings.get(settings::archiveMegabytes), 10, 1'000'000);
    return {std::chrono::hours(24 * days), megabytes * 1'000'000};
}

std::vector<health::Interval> Recorder::pinned() const
{
    std::vector<health::Interval> pinned;
    const auto hits = m_desk.find({}, {});
    for (const ledger::Hit &hit : hits ? *hits : std::vector<ledger::Hit>()) {
        const ledger::Summary &summary = hit.summary;
        const base::Instant from = summary.started.lo().value_or(summary.opened);
        const base::Instant to = summary.ended.hi().value_or(m_desk.clock().now());
        pinned.push_back({from - around, std::max(from, to) + around});
    }
    std::ranges::sort(pinned, {}, &health::Interval::from);
    return pinned;
}

} // namespace workflow
