// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "health/alertengine.h"
#include "health/series.h"
#include "incident/checklist.h"
#include "source/sourceset.h"
#include "workflow/desk.h"
#include "workflow/workmutes.h"

#include <map>
#include <QTimer>
#include <set>
#include <tuple>

namespace workflow {

/// How a monitor is, for people.
enum class Condition { Up, Slow, Down, NotMeasured, Paused };

struct MonitorStatus
{
    source::MonitorSpec spec;
    Condition condition = Condition::NotMeasured;
    std::optional<base::InstantMs> since; ///< of this condition
    QString sentence;                     ///< of the last reading
    bool isFlapping = false;              ///< its alert comes and goes
    QString mutedBy; ///< the name of a monitor that it stands on and that is down; else empty
    std::optional<WorkMute> mutedFor{}; ///< planned work that keeps its alerts quiet
    std::optional<double> value;        ///< of the last good reading, in the unit of its series
    QString details{};                  ///< of the last look: source::detailsOf()
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
    /// Whether this machine itself is measured; from now on, and after the next start.
    [[nodiscard]] bool isMachineWatched() const;
    [[nodiscard]] base::Done setMachineWatched(bool watched);

    /// One look at an address, without watching it.
    [[nodiscard]] QFuture<base::Result<source::ProbeVerdict>>
    probe(const source::MonitorSpec &spec);

    [[nodiscard]] QStringList monitors() const;
    [[nodiscard]] std::optional<MonitorStatus> status(const QString &monitor) const;
    /// The alerts of our own rules that are not over, oldest first.
    [[nodiscard]] QList<health::Alert> alerts() const { return m_engine.active(); }
    [[nodiscard]] bool hasAlert(const QString &monitor) const;
    /// Whether our own network is gone, so that nothing beyond this machine is measured.
    [[nodiscard]] bool isOffline() const { return m_isOffline; }
    /// Null if there is no such series.
    [[nodiscard]] const health::Series *series(const QString &seriesId) const;
    [[nodiscard]] QStringList seriesOf(const QString &monitor) const;

    /// Since when the monitor of this incident, or else all of them, have answered well without a
    /// gap.
    [[nodiscard]] std::optional<base::Instant> greenSince(const incident::Incident &incident) const;
    [[nodiscard]] incident::Surroundings surroundings(const incident::Incident &incident) const;

    /// What was measured before this start, in order of time: goes before what is there already.
    void bringBack(const QString &seriesId, const std::vector<health::Sample> &samples);
    /// Since when there are samples on disk; nothing while that is not known.
    [[nodiscard]] std::optional<base::InstantMs> archivedSince() const { return m_archivedSince; }
    void setArchivedSince(base::InstantMs at);
    /// Somebody looks at this part of the past: what is on disk of it is brought back.
    void wantSince(base::InstantMs at) const;

signals:
    void sampled(const QString &monitor);
    void monitorsChanged();
    void archivedSinceChanged();
    /// Samples from `from` up to what is there already.
    void olderWanted(base::InstantMs from) const;
    void alertRaised(const health::Alert &alert, const QString &incidentId);
    void alertRecovered(const health::Alert &alert, const QString &incidentId);
    /// What alerts() answers, or what keeps one of them quiet, is another.
    void alertsChanged();
    /// Our own network is gone, or back. Meanwhile alerts neither come nor go.
    void networkChanged(bool works);
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
        QString details;
        std::optional<double> value;
        bool judged = false; ///< it is a probe: rules look at it
    };

    void take(const source::Reading &reading);
    void judge(const source::Reading &reading);
    void followNetwork(const source::Reading &reading);
    [[nodiscard]] base::Done checkDependency(const source::MonitorSpec &spec) const;
    /// The monitor below this one that is down; empty: none.
    [[nodiscard]] QString mutedBy(const QString &monitor) const;
    void handle(const health::AlertEvent &event);
    /// Whether what the monitor stands on may have failed first and has not been looked at since.
    /// That look is waited for, but not long.
    [[nodiscard]] bool awaitsLookBelow(const source::MonitorSpec &spec,
                                       const health::Alert &alert) const;
    /// What still fires when the work has ended, or its mute, is told after all; and so is what
    /// stands on something that turned out to be well.
    void raiseWhatWasMuted();
    /// Tells it if they look different from when they were told last.
    void followAlerts();
    void forgetAlertsOf(const source::MonitorSpec &spec);
    [[nodiscard]] std::optional<WorkMute> mutedFor(const source::MonitorSpec &spec) const;
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
    WorkMutes m_mutes;
    /// Ids of alerts that planned work keeps quiet, or that wait for a look at what they stand on.
    std::set<QString> m_held;
    /// What the alerts looked like when it was told last: their ids, whether they come and go,
    /// and until when they are kept quiet.
    std::vector<std::tuple<QString, bool, base::Instant>> m_toldAlerts;
    QTimer m_stepTimer;
    bool m_isOffline = false;
    std::optional<base::InstantMs> m_archivedSince;
    mutable std::optional<base::InstantMs> m_wantedSince; ///< what was asked for already
};

} // namespace workflow
