// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "health/alertengine.h"
#include "health/series.h"
#include "incident/checklist.h"
#include "source/sourceset.h"
#include "workflow/desk.h"

#include <map>
#include <QTimer>

namespace workflow {

/// How a monitor is, for people.
enum class Condition { Up, Slow, Down, NotMeasured, Paused };

struct MonitorStatus
{
    source::MonitorSpec spec;
    Condition condition = Condition::NotMeasured;
    std::optional<base::InstantMs> since; ///< of this condition
    QString sentence;                     ///< of the last reading
    std::optional<double> value;          ///< of the last good reading, in the unit of its series
};

/// Watches what the settings name: keeps the series, turns failing probes into alerts, and lets an
/// alert propose an incident.
class Watch : public QObject
{
    Q_OBJECT

public:
    Watch(source::SourceSet &sources, Desk &desk);

    /// Takes the monitors from the settings and starts. A monitor that cannot be used is left out
    /// and named in the answer.
    QStringList start();
    void stop();

    /// Adds what a user typed ("example.org", "tcp://db:5432") and remembers it.
    [[nodiscard]] base::Result<source::MonitorSpec> addAddress(const QString &typed,
                                                               const QString &component = {});
    [[nodiscard]] base::Done add(const source::MonitorSpec &spec);
    [[nodiscard]] base::Done replace(const source::MonitorSpec &spec);
    [[nodiscard]] base::Done remove(const QString &monitor);

    /// One look at an address, without watching it.
    [[nodiscard]] QFuture<base::Result<source::ProbeVerdict>>
    probe(const source::MonitorSpec &spec);

    [[nodiscard]] QStringList monitors() const;
    [[nodiscard]] std::optional<MonitorStatus> status(const QString &monitor) const;
    /// Null if there is no such series.
    [[nodiscard]] const health::Series *series(const QString &seriesId) const;
    [[nodiscard]] QStringList seriesOf(const QString &monitor) const;

    /// Since when the monitor of this incident, or else all of them, have answered well without a
    /// gap.
    [[nodiscard]] std::optional<base::Instant> greenSince(const incident::Incident &incident) const;
    [[nodiscard]] incident::Surroundings surroundings(const incident::Incident &incident) const;

    /// What was measured before this start, in order of time: goes before what is there already.
    void bringBack(const QString &seriesId, const std::vector<health::Sample> &samples);

signals:
    void sampled(const QString &monitor);
    void monitorsChanged();
    void alertRaised(const health::Alert &alert, const QString &incidentId);
    void alertRecovered(const health::Alert &alert, const QString &incidentId);
    /// Something that could not be stored; a sentence for the user.
    void failed(const base::Error &error);

private:
    struct Track
    {
        Condition condition = Condition::NotMeasured;
        std::optional<base::InstantMs> since;
        std::optional<base::InstantMs> goodSince;
        std::optional<base::InstantMs> lastAt;
        QString sentence;
        std::optional<double> value;
        bool judged = false; ///< it is a probe: rules look at it
    };

    void take(const source::Reading &reading);
    void judge(const source::Reading &reading);
    void handle(const health::AlertEvent &event);
    [[nodiscard]] incident::AlertEvidence evidenceOf(const health::Alert &alert) const;
    [[nodiscard]] base::Result<incident::Incident> link(const health::Alert &alert);
    [[nodiscard]] base::Result<incident::Incident> proposeFor(const health::Alert &alert,
                                                              const source::MonitorSpec &spec);
    void closeWatchedSteps();
    void adopt(const source::MonitorSpec &spec);
    [[nodiscard]] base::Done remember();

    source::SourceSet &m_sources;
    Desk &m_desk;
    health::AlertEngine m_engine;
    std::map<QString, std::unique_ptr<health::Series>> m_series;
    std::map<QString, Track> m_tracks;
    QTimer m_stepTimer;
};

} // namespace workflow
