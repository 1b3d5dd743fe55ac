// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/archiveworker.h"

#include <QTimer>

namespace workflow {

using namespace Qt::StringLiterals;

namespace {

/// Of each series, while the disk takes nothing: a day at a sample in ten seconds.
constexpr size_t mostPending = 8640;

} // namespace

ArchiveWorker::ArchiveWorker(QString dataDir, const base::Clock &clock)
    : m_dataDir(std::move(dataDir))
    , m_clock(clock)
    , m_lock(m_dataDir + u"/archive.lock"_s)
{
    // A process that died is recognised by its number; no age makes a living one stale.
    m_lock.setStaleLockTime(0);
}

void ArchiveWorker::open()
{
    auto opened = archive::Archive::open(m_dataDir, m_clock);
    if (!opened) {
        fail(opened.error());
        return;
    }
    m_archive = std::move(opened->archive);
    if (!opened->notice.isEmpty())
        emit noticed(opened->notice);
}

void ArchiveWorker::restore(const QStringList &series, base::InstantMs since)
{
    const base::InstantMs end = m_clock.nowMs() + std::chrono::hours(1);
    for (const QString &id : series) {
        if (!m_archive)
            return;
        const auto found = m_archive->samples(id, since, end);
        if (!found)
            fail(found.error());
        else if (!found->samples.empty())
            emit restored(id, found->samples);
    }
}

void ArchiveWorker::findOldest(const QStringList &series)
{
    std::optional<base::InstantMs> oldest;
    for (const QString &id : series) {
        const auto headers = m_archive ? m_archive->headers(id, base::InstantMs(), m_clock.nowMs())
                                       : base::Result<std::vector<archive::ChunkHeader>>();
        if (headers && !headers->empty())
            oldest = std::min(oldest.value_or(headers->front().start), headers->front().start);
    }
    if (oldest)
        emit archivedSince(*oldest);
}

void ArchiveWorker::write(const std::vector<Batch> &batches)
{
    for (const Batch &batch : batches) {
        Batch &pending = m_pending[batch.series.id];
        pending.series = batch.series;
        pending.samples.insert(pending.samples.end(), batch.samples.begin(), batch.samples.end());
    }
    if (!m_lock.isLocked() && !m_lock.tryLock()) {
        m_pending.clear();
        return;
    }
    if (!m_archive)
        open();
    if (!m_archive) {
        dropTooMany();
        return;
    }
    const base::Done done = writePending();
    m_hasFailed = m_hasFailed && !done;
    if (done)
        return;
    fail(done.error());
    dropTooMany();
    // Damaged while it was open: the next opening puts it aside.
    if (done.error().kind == base::ErrorKind::Format)
        m_archive.reset();
}

base::Done ArchiveWorker::writePending()
{
    while (!m_pending.empty()) {
        const Batch &batch = m_pending.begin()->second;
        if (auto done = m_archive->append(batch.series, batch.samples); !done)
            return done;
        m_pending.erase(m_pending.begin());
    }
    return {};
}

void ArchiveWorker::dropTooMany()
{
    for (auto &[id, batch] : m_pending) {
        if (batch.samples.size() > mostPending)
            batch.samples.erase(batch.samples.begin(), batch.samples.end() - mostPending);
    }
}

void ArchiveWorker::prune(const archive::Retention &retention,
                          const std::vector<health::Interval> &pinned)
{
    m_retention = retention;
    m_pinned = pinned;
    if (!m_archive || !m_lock.isLocked())
        return;
    const auto more = m_archive->prune(m_retention, m_pinned);
    if (!more)
        fail(more.error());
    else if (*more && !m_isPruning) {
        m_isPruning = true;
        QTimer::singleShot(0, this, [this] {
            m_isPruning = false;
            prune(m_retention, m_pinned);
        });
    }
}

void ArchiveWorker::fail(const base::Error &error)
{
    if (!m_hasFailed)
        emit failed(error);
    m_hasFailed = true;
}

} // namespace workflow
