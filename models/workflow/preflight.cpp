// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/preflight.h"

#include "wording/clockwords.h"
#include "workflow/monitorbook.h"

#include <algorithm>
#include <QCoreApplication>

namespace workflow {

using namespace Qt::StringLiterals;
using incident::Incident;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(workflow)
};

QString partOf(const source::MonitorSpec &spec)
{
    return spec.component.isEmpty() ? spec.name : spec.component;
}

/// The parts that the plan touches; of what runs, those that it has touched already too.
QStringList touchedBy(const Incident &work)
{
    QStringList parts = work.components();
    for (const incident::Window &plan : work.plannedWindows())
        parts += plan.components;
    parts.removeDuplicates();
    return parts;
}

/// What comes before the work by its list. The start is done with it, and told after it.
QStringList notDone(const Preflight &preflight)
{
    QStringList titles;
    for (const incident::StepStatus &status : preflight.open) {
        if (status.step.done != incident::DoneWhen::StartPosted)
            titles << status.step.title;
    }
    return titles;
}

} // namespace

QStringList fallsWith(const QList<source::MonitorSpec> &monitors, const QStringList &parts)
{
    QStringList falls;
    QStringList below; // ids of monitors that are gone with the parts
    for (const source::MonitorSpec &spec : monitors) {
        if (parts.contains(partOf(spec), Qt::CaseInsensitive))
            below << spec.id;
    }
    for (qsizetype i = 0; i < below.size(); ++i) {
        for (const source::MonitorSpec &spec : monitors) {
            if (spec.dependsOn != below[i] || below.contains(spec.id))
                continue;
            below << spec.id;
            const QString part = partOf(spec);
            if (!parts.contains(part, Qt::CaseInsensitive) && !falls.contains(part))
                falls << part;
        }
    }
    return falls;
}

Preflight preflightOf(Desk &desk, const Incident &work)
{
    Preflight preflight;
    const QStringList parts = touchedBy(work);
    QList<source::MonitorSpec> monitors;
    for (const auto &spec : MonitorBook(desk.settings()).load()) {
        if (spec)
            monitors << *spec;
    }
    preflight.falls = fallsWith(monitors, parts);
    for (const QString &guarded : desk.settings().get(settings::guardedComponents)) {
        const bool isTouched = parts.contains(guarded, Qt::CaseInsensitive) ||
                               preflight.falls.contains(guarded, Qt::CaseInsensitive);
        if (isTouched)
            preflight.guarded << guarded;
    }
    for (incident::StepStatus &status : incident::evaluate(work, {desk.clock().now(), {}})) {
        if (status.active && status.state == incident::StepState::Todo)
            preflight.open.push_back(std::move(status));
    }
    return preflight;
}

base::Result<Incident> startWork(Desk &desk, const QString &incidentId,
                                 const timing::RoughInstant &at, const QStringList &typed)
{
    const auto work = desk.load(incidentId);
    if (!work)
        return work;
    const Preflight preflight = preflightOf(desk, *work);
    for (const QString &guarded : preflight.guarded) {
        if (!typed.contains(guarded, Qt::CaseInsensitive)) {
            return base::fail(
                base::ErrorKind::Refused,
                Words::tr("“%1” is guarded. Type its name to say that you mean it.").arg(guarded));
        }
    }
    const QStringList skipped = preflight.guarded.isEmpty() ? QStringList() : notDone(preflight);
    const auto started = desk.run(incidentId, incident::StartMaintenance{at});
    if (!started || skipped.isEmpty())
        return started;
    const QString note = Words::tr("Begun while this was not done: %1").arg(skipped.join(u"; "_s));
    return desk.run(incidentId, incident::AddNote{note, at});
}

QString shortNotice(const Incident &work, base::Instant now)
{
    if (work.state != incident::State::Draft && work.state != incident::State::Scheduled)
        return {};
    const auto plans = work.plannedWindows();
    const auto begins = plans.empty() ? std::nullopt : plans.front().start.lo();
    const auto steps = incident::evaluate(work, {now, {}});
    const auto announce = std::ranges::find_if(steps, [](const incident::StepStatus &status) {
        return status.step.done == incident::DoneWhen::Announced &&
               status.state == incident::StepState::Todo;
    });
    if (!begins || announce == steps.end() || *begins - now >= announce->step.time)
        return {};
    const QString lead = wording::shortLength(announce->step.time);
    return *begins > now
               //: %1 and %2 lengths of time
               ? Words::tr("Short notice: the work begins in %1, and its list wants %2 of "
                           "notice.")
                     .arg(wording::shortLength(*begins - now), lead)
               : Words::tr("Short notice: the planned start is past already, and its list wants "
                           "%1 of notice.")
                     .arg(lead);
}

} // namespace workflow
