// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/remedies.h"

#include "base/redactor.h"
#include "deploy/ownprocess.h"
#include "timing/zone.h"
#include "workflow/monitorbook.h"
#include "workflow/watch.h"

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

/// A part of the service may have lost its network, or its host is down, or somebody works on it:
/// then no remedy helps.
bool isHeard(const Watch &watch, const MonitorStatus &status)
{
    const bool isBad = status.condition == Condition::Down || status.condition == Condition::Slow;
    return isBad && !watch.isOffline() && status.mutedBy.isEmpty() && !status.mutedFor;
}

bool isOfMonitor(const Incident &incident, const source::MonitorSpec &spec)
{
    return incident.monitor == spec.id ||
           std::ranges::find(incident.alerts, spec.name, &incident::AlertEvidence::monitor) !=
               incident.alerts.end();
}

std::vector<CarriedRemedy> remediesOfSteps(const Incident &incident)
{
    std::vector<CarriedRemedy> remedies;
    const auto list = incident::checklistFromJson(incident.checklist);
    for (const incident::ChecklistStep &step :
         list ? list->steps : std::vector<incident::ChecklistStep>()) {
        if (step.remedy)
            remedies.push_back({step.id, step.title, *step.remedy});
    }
    return remedies;
}

} // namespace

std::vector<CarriedRemedy> remediesOf(Desk &desk, const Incident &incident)
{
    auto remedies = remediesOfSteps(incident);
    for (const auto &spec : MonitorBook(desk.settings()).load()) {
        if (spec && spec->remedy && isOfMonitor(incident, *spec))
            remedies.push_back({{}, spec->name, *spec->remedy});
    }
    return remedies;
}

Remedies::Remedies(Desk &desk)
    : m_desk(desk)
{
    connect(&m_timer, &QTimer::timeout, this, &Remedies::runAutomatic);
    connect(&m_desk, &Desk::changed, this, &Remedies::take);
    take({});
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

Done Remedies::run(const QString &incidentId, const QString &carrier, bool dryRun)
{
    const auto incident = m_desk.load(incidentId);
    if (!incident)
        return base::passOn(incident);
    const auto remedies = remediesOf(m_desk, *incident);
    const auto found = std::ranges::find(remedies, carrier, &CarriedRemedy::carrier);
    if (found == remedies.end()) {
        return base::fail(
            ErrorKind::NotFound,
            tr("“%1” is no step and no monitor of this incident that has a remedy. Choose one "
               "that has.")
                .arg(carrier));
    }
    if (dryRun && found->remedy.dryRun.isEmpty()) {
        return base::fail(ErrorKind::NotFound,
                          tr("“%1” has no way to be tried without effect. Add “dry_run” to it.")
                              .arg(found->remedy.name));
    }
    return start(incidentId, *found, dryRun, false);
}

Done Remedies::checkOften(const incident::Remedy &remedy) const
{
    const base::Instant since = m_desk.clock().now() - 1h;
    std::vector<base::Instant> runs;
    const auto ids = m_desk.ledger()
                         .incidentsWith(ledger::RareEvent::RemedyStarted, since)
                         .value_or(QStringList());
    for (const QString &id : ids) {
        const auto incident = m_desk.load(id).value_or(Incident());
        for (const incident::RemedyRun &run : incident.remedies) {
            if (run.name == remedy.name && !run.dryRun && run.started > since)
                runs.push_back(run.started);
        }
    }
    const auto most = std::size_t(remedy.atMostPerHour);
    if (runs.size() < most)
        return {};
    std::ranges::sort(runs);
    const QDateTime again = timing::toLocal(runs[runs.size() - most] + 1h, m_desk.zone());
    return base::fail(ErrorKind::Refused,
                      //: %1 the name of a command, %2 a time of day
                      tr("“%1” has run as often in the last hour as it may. Try again at %2, or "
                         "allow it more often.")
                          .arg(remedy.name, again.toString(u"HH:mm"_s)));
}

Done Remedies::start(const QString &incidentId, const CarriedRemedy &carried, bool dryRun,
                     bool automatic)
{
    const incident::Remedy &remedy = carried.remedy;
    if (const Done allowed = dryRun ? Done() : checkOften(remedy); !allowed)
        return allowed;
    incident::RemedyRun run;
    run.id = m_desk.newId();
    run.name = remedy.name;
    run.step = carried.step;
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
    runForSteps();
    runForAlerts();
}

/// Few incidents have any: the others are not looked at each second.
void Remedies::take(const QString &incidentId)
{
    QStringList ids{incidentId};
    if (incidentId.isEmpty()) {
        ids.clear();
        m_carriers.clear();
        for (const ledger::Summary &open : m_desk.openIncidents())
            ids += open.id;
    }
    for (const QString &id : ids) {
        m_carriers.erase(id);
        const auto incident = m_desk.load(id);
        if (!incident || !incident::isOpen(incident->state))
            continue;
        const auto remedies = remediesOfSteps(*incident);
        if (std::ranges::any_of(
                remedies, [](const CarriedRemedy &carried) { return carried.remedy.automatic; }))
            m_carriers.emplace(id, *incident);
    }
}

void Remedies::runForSteps()
{
    // What is started changes the incident, and so the list.
    for (const auto &[id, incident] : std::map(m_carriers)) {
        const auto steps = incident::evaluate(incident, {m_desk.clock().now(), {}});
        for (const CarriedRemedy &step : remediesOfSteps(incident)) {
            const bool waits = std::ranges::any_of(steps, [&](const incident::StepStatus &status) {
                return status.step.id == step.step && status.active &&
                       status.state == incident::StepState::Todo;
            });
            if (!step.remedy.automatic || !waits || hasRun(incident, step.step))
                continue;
            // What is refused is said once, not each second.
            const QString round = u"%1/%2/%3"_s.arg(id, step.step).arg(incident.round);
            if (!m_tried.insert(round).second)
                continue;
            if (const Done done = start(id, step, false, true); !done)
                emit failed(done.error());
        }
    }
}

void Remedies::runForAlerts()
{
    if (!m_watch)
        return;
    const QList<health::Alert> firing = m_watch->alerts();
    std::erase_if(m_answered, [&](const QString &id) {
        return std::ranges::find(firing, id, &health::Alert::id) == firing.end();
    });
    for (const health::Alert &alert : firing) {
        const auto status = m_watch->status(alert.monitor);
        const bool calls = status && status->spec.remedy && isHeard(*m_watch, *status);
        if (calls && !m_answered.contains(alert.id))
            answer(alert, *status);
    }
}

/// An alert that belongs to no open incident, because somebody has dismissed it, calls for nothing.
void Remedies::answer(const health::Alert &alert, const MonitorStatus &status)
{
    const CarriedRemedy carried{{}, status.spec.name, *status.spec.remedy};
    for (const ledger::Summary &open : m_desk.openIncidents()) {
        const auto incident = m_desk.load(open.id);
        if (!incident ||
            std::ranges::find(incident->alerts, alert.id, &incident::AlertEvidence::alert) ==
                incident->alerts.end())
            continue;
        m_answered.insert(alert.id);
        // Another console may have been quicker.
        const bool isDone =
            std::ranges::any_of(incident->remedies, [&](const incident::RemedyRun &run) {
                return run.name == carried.remedy.name && run.step.isEmpty() && !run.dryRun &&
                       run.started >= alert.firstBadAt;
            });
        if (isDone)
            return;
        if (!carried.remedy.automatic)
            emit offered(open.id, carried);
        else if (const Done done = start(open.id, carried, false, true); !done)
            emit failed(done.error());
        return;
    }
}

} // namespace workflow
