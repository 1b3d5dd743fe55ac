// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/remedies.h"

#include "base/redactor.h"
#include "deploy/ownprocess.h"

#include <algorithm>
#include <csignal>

namespace workflow {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using base::Done;
using base::ErrorKind;
using incident::Incident;

namespace {

constexpr auto lookInterval = 1s;
constexpr qsizetype keptOutput = 4000; // bytes, of its end
constexpr int couldNotStart = -1;

bool hasRun(const Incident &incident, const QString &step)
{
    const auto since = incident.roundSince;
    return std::ranges::any_of(incident.remedies, [&](const incident::RemedyRun &run) {
        return run.step == step && run.automatic && run.started >= since;
    });
}

} // namespace

std::vector<StepRemedy> remediesOf(const Incident &incident)
{
    std::vector<StepRemedy> remedies;
    const auto list = incident::checklistFromJson(incident.checklist);
    for (const incident::ChecklistStep &step :
         list ? list->steps : std::vector<incident::ChecklistStep>()) {
        if (step.remedy)
            remedies.push_back({step.id, step.title, *step.remedy});
    }
    return remedies;
}

Remedies::Remedies(Desk &desk)
    : m_desk(desk)
{
    connect(&m_timer, &QTimer::timeout, this, &Remedies::runAutomatic);
}

Remedies::~Remedies()
{
    for (const auto &[process, run] : m_running) {
        process->disconnect(this);
        deploy::signalOwn(process->processId(), SIGKILL);
        process->waitForFinished();
        delete process;
    }
}

Done Remedies::run(const QString &incidentId, const QString &step, bool dryRun)
{
    const auto incident = m_desk.load(incidentId);
    if (!incident)
        return base::passOn(incident);
    const auto remedies = remediesOf(*incident);
    const auto found = std::ranges::find(remedies, step, &StepRemedy::step);
    if (found == remedies.end()) {
        return base::fail(ErrorKind::NotFound,
                          tr("The step “%1” has no remedy. Choose one that has.").arg(step));
    }
    if (dryRun && found->remedy.dryRun.isEmpty()) {
        return base::fail(ErrorKind::NotFound,
                          tr("“%1” has no way to be tried without effect. Add “dry_run” to it.")
                              .arg(found->remedy.name));
    }
    return start(incidentId, *found, dryRun, false);
}

Done Remedies::start(const QString &incidentId, const StepRemedy &step, bool dryRun, bool automatic)
{
    const incident::Remedy &remedy = step.remedy;
    incident::RemedyRun run;
    run.id = m_desk.newId();
    run.name = remedy.name;
    run.step = step.step;
    run.command = dryRun ? remedy.dryRun : remedy.command;
    run.dryRun = dryRun;
    run.automatic = automatic;
    const auto begun = m_desk.run(incidentId, incident::StartRemedy{run, remedy.atMostPerHour});
    if (!begun)
        return base::passOn(begun);

    auto *process = new QProcess(this);
    m_running[process] = {run.id, {incidentId, false, {}}};
    deploy::prepareOwn(*process);
    connect(process, &QProcess::readyRead, this, [this, process] {
        QByteArray &output = m_running[process].second.output;
        output = (output + process->readAll()).right(keptOutput);
    });
    connect(process, &QProcess::finished, this,
            [this, process](int exitCode) { finish(process, exitCode, {}); });
    connect(process, &QProcess::errorOccurred, this, [this, process](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            finish(process, couldNotStart, process->errorString());
    });
    QTimer::singleShot(remedy.timeLimit, process, [this, process] {
        m_running[process].second.timedOut = true;
        deploy::signalOwn(process->processId(), SIGKILL);
    });
    emit started(incidentId, remedy.name);
    process->start(run.command.first(), run.command.mid(1));
    return {};
}

void Remedies::finish(QProcess *process, int exitCode, const QString &trouble)
{
    const auto found = m_running.find(process);
    if (found == m_running.end())
        return;
    const auto [run, state] = found->second;
    m_running.erase(found);
    process->deleteLater();
    const QByteArray output = (state.output + process->readAll()).right(keptOutput);
    const QString told = trouble.isEmpty() ? QString::fromUtf8(output) : trouble;
    const auto done = m_desk.run(
        state.incident, incident::EndRemedy{run, exitCode, state.timedOut, base::redact(told)});
    if (!done) {
        emit failed(done.error());
        return;
    }
    const auto stored = std::ranges::find(done->remedies, run, &incident::RemedyRun::id);
    emit ended(state.incident, *stored);
}

void Remedies::watch()
{
    m_timer.start(lookInterval);
}

void Remedies::runAutomatic()
{
    for (const ledger::Summary &open : m_desk.openIncidents()) {
        const auto incident = m_desk.load(open.id);
        if (!incident)
            continue;
        const auto steps = incident::evaluate(*incident, {m_desk.clock().now(), {}});
        for (const StepRemedy &step : remediesOf(*incident)) {
            const bool waits = std::ranges::any_of(steps, [&](const incident::StepStatus &status) {
                return status.step.id == step.step && status.active &&
                       status.state == incident::StepState::Todo;
            });
            if (!step.remedy.automatic || !waits || hasRun(*incident, step.step))
                continue;
            if (const Done done = start(open.id, step, false, true); !done)
                emit failed(done.error());
        }
    }
}

} // namespace workflow
