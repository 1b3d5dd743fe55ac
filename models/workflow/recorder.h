// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/archiveworker.h"
#include "workflow/watch.h"

#include <QThread>
#include <QTimer>

namespace workflow {

/// Keeps what is watched: writes the samples into the archive every few seconds, brings the last
/// days back into the charts at a start, and lets go of the oldest, but never of what was measured
/// around an incident.
class Recorder : public QObject
{
    Q_OBJECT

public:
    Recorder(source::SourceSet &sources, Watch &watch, Desk &desk);
    /// Writes what is left, and waits for it.
    ~Recorder() override;

    /// Once, after Watch::start().
    void start();
    /// Hands what has been gathered to the archive's thread.
    void flush();

signals:
    /// Once after start(), when the charts have all of their history.
    void restored();
    void noticed(const QString &notice);
    void failed(const base::Error &error);

private:
    void take(const source::Reading &reading);
    void bringOlder(base::InstantMs from);
    [[nodiscard]] QStringList allSeries() const;
    void prune();
    [[nodiscard]] std::vector<health::Interval> pinned() const;
    [[nodiscard]] archive::Retention retention() const;

    source::SourceSet &m_sources;
    Watch &m_watch;
    Desk &m_desk;
    QThread m_thread;
    ArchiveWorker *m_worker; ///< lives in the thread and ends with it
    std::map<QString, Batch> m_gathered;
    QTimer m_flushTimer;
    QTimer m_pruneTimer;
};

} // namespace workflow
