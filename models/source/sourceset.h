// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "source/prober.h"
#include "source/source.h"

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace source {

class ProbeGate;

/// All monitors of this console: runs a source for each and hands their readings on. Monitors may
/// come, go, pause and change while it runs.
class SourceSet : public QObject
{
    Q_OBJECT

public:
    /// Makes the source of a valid spec.
    using Factory = std::function<std::unique_ptr<Source>(const MonitorSpec &)>;

    /// One look at what a valid spec names.
    using Trial = std::function<QFuture<base::Result<ProbeVerdict>>(const MonitorSpec &)>;

    explicit SourceSet(const base::Clock &clock, QObject *parent = nullptr);
    ~SourceSet() override;

    /// For figures, whose sources are made elsewhere. Before the first such monitor is added.
    void setFactory(Kind kind, Factory factory, Trial trial);

    /// See Prober::setReferenceHosts().
    void setReferenceHosts(const QStringList &addresses);

    /// Adds a monitor and, if running, starts it. Input if the spec is not valid or has no id,
    /// Conflict if its id or its name is taken.
    [[nodiscard]] base::Done add(const MonitorSpec &spec);
    /// Puts a changed spec in the place of the one with the same id.
    [[nodiscard]] base::Done replace(const MonitorSpec &spec);
    [[nodiscard]] base::Done remove(const QString &monitor);
    [[nodiscard]] base::Done setPaused(const QString &monitor, bool paused);

    void start();
    void stop();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    /// Looks at the clock now, as after the machine woke up.
    void poll();

    /// In the order they were added.
    [[nodiscard]] QList<MonitorSpec> monitors() const;
    [[nodiscard]] std::optional<MonitorSpec> monitor(const QString &monitor) const;
    /// Of one monitor; empty if there is no such monitor.
    [[nodiscard]] QList<health::SeriesInfo> series(const QString &monitor) const;

    /// One look, without watching. The error is a sentence that says what to change, or why there
    /// is no figure.
    [[nodiscard]] QFuture<base::Result<ProbeVerdict>> probe(const MonitorSpec &spec);

signals:
    void sampled(const source::Reading &reading);
    void added(const source::MonitorSpec &spec);
    void removed(const QString &monitor);
    void changed(const source::MonitorSpec &spec);

private:
    struct Entry
    {
        MonitorSpec spec;
        Source *source = nullptr; ///< a child; null never
    };

    [[nodiscard]] base::Done check(const MonitorSpec &spec) const;
    [[nodiscard]] Source *build(const MonitorSpec &spec);
    [[nodiscard]] Entry *find(const QString &monitor);
    [[nodiscard]] const Entry *find(const QString &monitor) const;
    [[nodiscard]] QList<Source *> sources() const;
    void drop(Source *source);

    const base::Clock &m_clock;
    Prober *m_prober;
    std::unique_ptr<ProbeGate> m_gate;
    struct Maker
    {
        Factory factory;
        Trial trial;
    };

    std::map<Kind, Maker> m_makers; ///< of the kinds that are figures
    std::vector<Entry> m_entries;
    bool m_isRunning = false;
};

} // namespace source
