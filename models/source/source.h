// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "health/series.h"
#include "source/verdict.h"

#include <QList>
#include <QObject>

namespace source {

/// One sample of one series of a monitor.
struct Reading
{
    QString monitor;
    QString series; ///< SeriesInfo::id
    health::Sample sample;
    QString sentence; ///< the verdict or the figure in words
    /// What a probe found. Rules judge readings that have one; figures of this machine have one
    /// with limits.
    std::optional<ProbeVerdict> verdict;

    bool operator==(const Reading &) const = default;
};

/// Whatever yields samples at a steady pace. Starts stopped.
class Source : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual QString monitor() const = 0;
    /// The series it feeds; does not change.
    [[nodiscard]] virtual QList<health::SeriesInfo> series() const = 0;

    virtual void start() = 0;
    /// Ends what is under way without a sample.
    virtual void stop() = 0;
    /// While paused each tick yields a Paused sample, the first one at once.
    virtual void setPaused(bool paused) = 0;
    /// Looks at the clock now instead of at the next tick, as after the machine woke up.
    virtual void poll() = 0;

signals:
    void sampled(const source::Reading &reading);
};

} // namespace source
