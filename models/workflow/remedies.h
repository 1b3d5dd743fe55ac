// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "health/alert.h"
#include "incident/checklist.h"
#include "workflow/desk.h"

#include <map>
#include <QProcess>
#include <QTimer>
#include <set>

namespace workflow {

class Watch;
struct MonitorStatus;

/// A step of an incident's checklist, or the rule of a monitor, that carries a command of the
/// user's own.
struct CarriedRemedy
{
    QString step;  ///< its id; empty: a rule carries it
    QString title; ///< of the step, or the name of the monitor
    incident::Remedy remedy;

    /// As run() and the command line call it.
    [[nodiscard]] const QString &carrier() const { return step.isEmpty() ? title : step; }
};

/// Those of its checklist, then those of the monitors whose alerts it has.
[[nodiscard]] std::vector<CarriedRemedy> remediesOf(Desk &desk, const incident::Incident &incident);

/// Runs the remedies of checklists and rules: as they are written, without a shell, not longer and
/// not more often than they may. The run and the end of its output become events.
class Remedies : public QObject
{
    Q_OBJECT

public:
    explicit Remedies(Desk &desk);
    /// Ends what still runs.
    ~Remedies() override;

    /// Starts it; ended() follows. `carrier` is a step or a monitor. Errors: NotFound (there is no
    /// such remedy, or no way to try it without effect); Refused (too often); those of the ledger.
    [[nodiscard]] base::Done run(const QString &incidentId, const QString &carrier, bool dryRun);
    /// Those that need nobody: of a step once a round, when it is to do; of a rule once for each
    /// alert, while it fires and is heard.
    void watch();
    /// The rules whose alerts call for their remedies. They outlive this.
    void follow(const Watch &watch) { m_watch = &watch; }
    void runAutomatic();

signals:
    /// The alert of a rule calls for its remedy, and somebody has to confirm it.
    void offered(const QString &incidentId, const workflow::CarriedRemedy &remedy);
    void started(const QString &incidentId, const QString &name);
    void ended(const QString &incidentId, const incident::RemedyRun &run);
    void failed(const base::Error &error);

private:
    struct Running
    {
        QString incident;
        bool timedOut = false;
        QByteArray output;
    };

    [[nodiscard]] base::Done start(const QString &incidentId, const CarriedRemedy &carried,
                                   bool dryRun, bool automatic);
    /// Refused if all incidents together have had as many runs of it as an hour may have.
    [[nodiscard]] base::Done checkOften(const incident::Remedy &remedy) const;
    /// Looks whether an incident has steps that may need nobody; empty: all that are open.
    void take(const QString &incidentId);
    void runForSteps();
    void runForAlerts();
    void answer(const health::Alert &alert, const MonitorStatus &status);
    void finish(QProcess *process, int exitCode, const QString &trouble);

    Desk &m_desk;
    const Watch *m_watch = nullptr;
    std::set<QString> m_answered; ///< ids of alerts that fire and had their remedy
    std::map<QString, incident::Incident>
        m_carriers;            ///< open, with automatic remedies of steps, by id
    std::set<QString> m_tried; ///< steps of rounds whose remedy was started, or refused
    std::map<QProcess *, std::pair<QString, Running>> m_running; ///< with the id of the run
    QTimer m_timer;
};

} // namespace workflow
