// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/checklist.h"
#include "workflow/desk.h"

#include <map>
#include <QProcess>
#include <QTimer>

namespace workflow {

/// A step of an incident's checklist that carries a command of the user's own.
struct StepRemedy
{
    QString step;
    QString title;
    incident::Remedy remedy;
};

[[nodiscard]] std::vector<StepRemedy> remediesOf(const incident::Incident &incident);

/// Runs the remedies of checklists: as they are written, without a shell, not longer and not more
/// often than they may. The run and the end of its output become events.
class Remedies : public QObject
{
    Q_OBJECT

public:
    explicit Remedies(Desk &desk);
    /// Ends what still runs.
    ~Remedies() override;

    /// Starts it; ended() follows. Errors: NotFound (no such step, or it has no remedy, or none
    /// that tries without effect); Refused (too often); those of the ledger.
    [[nodiscard]] base::Done run(const QString &incidentId, const QString &step, bool dryRun);
    /// Those that need nobody: each once a round, when its step is to do.
    void watch();
    void runAutomatic();

signals:
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

    [[nodiscard]] base::Done start(const QString &incidentId, const StepRemedy &step, bool dryRun,
                                   bool automatic);
    void finish(QProcess *process, int exitCode, const QString &trouble);

    Desk &m_desk;
    std::map<QProcess *, std::pair<QString, Running>> m_running; ///< with the id of the run
    QTimer m_timer;
};

} // namespace workflow
