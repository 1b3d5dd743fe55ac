// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "archive/archive.h"

#include <map>
#include <QLockFile>
#include <QObject>

namespace workflow {

/// Samples of one series on their way to the archive.
struct Batch
{
    health::SeriesInfo series;
    std::vector<health::Sample> samples;
};

/// What the archive's own thread does. The disk may be slow or full: nobody waits for it.
class ArchiveWorker : public QObject
{
    Q_OBJECT

public:
    ArchiveWorker(QString dataDir, const base::Clock &clock);

    void open();
    /// Answers with restored() for each series that has samples since then.
    void restore(const QStringList &series, base::InstantMs since);
    /// What cannot be written now is tried again with the next batches.
    void write(const std::vector<Batch> &batches);
    /// Keeps to the retention, a small step at a time, so that writing is never kept waiting.
    void prune(const archive::Retention &retention, const std::vector<health::Interval> &pinned);

    /// Answers with archivedSince(), if there are any samples of these.
    void findOldest(const QStringList &series);

signals:
    void archivedSince(base::InstantMs at);
    void restored(const QString &series, const std::vector<health::Sample> &samples);
    /// A sentence for the user about something that was done.
    void noticed(const QString &notice);
    /// Samples cannot be kept for now. Said once, until it works again.
    void failed(const base::Error &error);

private:
    [[nodiscard]] base::Done writePending();
    void fail(const base::Error &error);
    void dropTooMany();

    QString m_dataDir;
    const base::Clock &m_clock;
    QLockFile m_lock; ///< one process writes the samples of a folder
    std::unique_ptr<archive::Archive> m_archive;
    std::map<QString, Batch> m_pending;
    archive::Retention m_retention;
    std::vector<health::Interval> m_pinned;
    bool m_isPruning = false;
    bool m_hasFailed = false;
};

} // namespace workflow
