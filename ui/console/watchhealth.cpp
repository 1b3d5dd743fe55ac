// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/console/watchhealth.h"

#include "source/hostlimits.h"
#include "ui/health/axisticks.h"
#include "wording/clockwords.h"

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;
using workflow::Condition;

namespace {

constexpr int recentIncidents = 20;

State stateOf(Condition condition)
{
    switch (condition) {
    case Condition::Up:
        return State::Up;
    case Condition::Slow:
        return State::Degraded;
    case Condition::Down:
        return State::Down;
    case Condition::Paused:
        return State::Paused;
    case Condition::NotMeasured:
        break;
    }
    return State::NotMeasured;
}

/// Of one of several series of a monitor.
State stateOf(const std::optional<health::Sample> &last)
{
    switch (last ? last->quality : health::Quality::NotMeasured) {
    case health::Quality::Ok:
        return State::Up;
    case health::Quality::Failed:
        return State::Down;
    case health::Quality::Paused:
        return State::Paused;
    case health::Quality::NotMeasured:
        break;
    }
    return State::NotMeasured;
}

State stateOf(const incident::Window &window)
{
    switch (window.effect) {
    case incident::Effect::Down:
        return State::Down;
    case incident::Effect::MaintenanceMode:
        return State::Maintenance;
    default:
        return State::Degraded;
    }
}

} // namespace

WatchHealth::WatchHealth(workflow::Desk &desk, const workflow::Watch &watch, QObject *parent)
    : HealthModel(parent)
    , m_desk(desk)
    , m_watch(watch)
{
    connect(&m_watch, &workflow::Watch::sampled, this, &WatchHealth::followCondition);
    connect(&m_watch, &workflow::Watch::monitorsChanged, this, &WatchHealth::readMonitors);
    connect(&m_desk, &workflow::Desk::changed, this, &WatchHealth::reloadIncidents);
    readMonitors();
    reloadIncidents();
}

void WatchHealth::readMonitors()
{
    m_monitorOf.clear();
    for (const QString &monitor : m_watch.monitors()) {
        for (const QString &series : m_watch.seriesOf(monitor))
            m_monitorOf[series] = monitor;
    }
    emit changed();
}

void WatchHealth::followCondition(const QString &monitor)
{
    const auto status = m_watch.status(monitor);
    const auto before = m_conditions.value(monitor, workflow::Condition::NotMeasured);
    if (!status || before == status->condition)
        return;
    m_conditions[monitor] = status->condition;
    emit changed();
}

void WatchHealth::reloadIncidents()
{
    m_incidents.clear();
    ledger::Filter filter;
    filter.limit = recentIncidents;
    const auto found = m_desk.find(filter, {}).value_or(std::vector<ledger::Hit>());
    for (const ledger::Hit &hit : found) {
        if (auto incident = m_desk.load(hit.summary.id))
            m_incidents.push_back(std::move(*incident));
    }
    emit changed();
}

QList<MonitorInfo> WatchHealth::monitors() const
{
    QList<MonitorInfo> infos;
    for (const QString &monitor : m_watch.monitors()) {
        const auto status = m_watch.status(monitor);
        if (!status)
            continue;
        for (const QString &id : m_watch.seriesOf(monitor)) {
            if (const health::Series *series = m_watch.series(id))
                infos.append(infoOf(*status, *series));
        }
    }
    return infos;
}

MonitorInfo WatchHealth::infoOf(const workflow::MonitorStatus &status,
                                const health::Series &series) const
{
    const bool host = status.spec.kind == source::Kind::Host;
    const health::SeriesInfo &about = series.info();
    MonitorInfo info;
    info.id = about.id;
    info.name = host ? about.name : status.spec.name;
    const bool isFigure = source::isFigure(status.spec.kind);
    info.quantity = host || isFigure ? about.unit : tr("response, ms");
    info.finding = host ? QString() : status.sentence;
    info.details = status.details;
    const auto last = series.known(now());
    info.state = host ? stateOf(last) : stateOf(status.condition);
    if (last && last->hasValue())
        info.value = quantityText(last->value, about.unit);
    if (host && info.state == State::Down)
        info.words = tr("over its limit");
    if (!host && status.condition == Condition::Down && status.since) {
        const auto lasted = std::chrono::floor<std::chrono::seconds>(now() - *status.since);
        info.words = tr("down %1").arg(wording::shortLength(lasted));
    }
    if (status.spec.slowMs) {
        info.threshold =
            ChartThreshold{*status.spec.slowMs,
                           tr("slow from %1").arg(quantityText(*status.spec.slowMs, u"ms"_s))};
    }
    if (isFigure && status.spec.above)
        info.threshold = ChartThreshold{
            *status.spec.above, tr("fails over %1").arg(quantityText(*status.spec.above, {}))};
    if (isFigure && status.spec.below)
        info.floor = ChartThreshold{*status.spec.below,
                                    tr("fails under %1").arg(quantityText(*status.spec.below, {}))};
    if (const auto limit = source::limitOf(status.spec, about.id.section(u'/', -1)); host && limit)
        info.threshold =
            ChartThreshold{*limit, tr("fails over %1").arg(quantityText(*limit, about.unit))};
    return info;
}

const health::Series *WatchHealth::series(const QString &id) const
{
    return m_watch.series(id);
}

std::optional<workflow::MonitorStatus> WatchHealth::statusOf(const QString &seriesId) const
{
    return m_watch.status(m_monitorOf.value(seriesId));
}

bool WatchHealth::concerns(const incident::Incident &incident, const source::MonitorSpec &spec,
                           const QString &seriesId) const
{
    if (spec.kind == source::Kind::Host)
        return incident.monitor == spec.id && mayHaveRaised(seriesId, incident);
    const bool anyPart = incident.monitor.isEmpty() && spec.component.isEmpty();
    return incident.monitor == spec.id || anyPart || incident.components().contains(spec.component);
}

/// Of this machine's figures those that were over their limits then; each of them where the samples
/// do not tell.
bool WatchHealth::mayHaveRaised(const QString &seriesId, const incident::Incident &incident) const
{
    const auto failedThen = [&](const QString &id) {
        const health::Series *series = m_watch.series(id);
        return series && std::ranges::any_of(incident.windows, [&](const incident::Window &window) {
                   const base::InstantMs from = window.start.lo().value_or(incident.opened);
                   const base::InstantMs to = window.end.hi().value_or(m_desk.clock().now());
                   return series->summary(from, to + series->info().step)
                              .count(health::Quality::Failed) > 0;
               });
    };
    const QStringList all = m_watch.seriesOf(incident.monitor);
    return failedThen(seriesId) || std::ranges::none_of(all, failedThen);
}

void WatchHealth::setShown(const incident::Incident &incident)
{
    if (m_shown == incident)
        return;
    m_shown = incident;
    emit changed();
}

/// Of planned work the plan, until it has begun.
bool WatchHealth::hasBand(const incident::Incident &incident, const incident::Window &window) const
{
    if (!window.start.middle())
        return false;
    const bool called = incident.state == incident::State::Cancelled ||
                        incident.state == incident::State::Dismissed;
    return window.planned ? !called && incident.actualWindows().empty() : true;
}

ChartBand WatchHealth::bandOf(const incident::Incident &incident,
                              const incident::Window &window) const
{
    ChartBand band;
    band.from = *window.start.middle();
    band.to = window.end.middle();
    band.state = stateOf(window);
    band.start = window.start;
    band.end = window.end;
    band.label = incident.isMaintenance() ? tr("maintenance") : tr("outage");
    if (window.planned)
        band.label = tr("planned");
    band.detail = u"%1 %2: %3"_s.arg(incident.ref, incident.title, band.label);
    if (incident.id == m_shown.id && !window.planned && !window.inside)
        band.window = window.seq;
    return band;
}

QList<ChartBand> WatchHealth::bands(const QString &id) const
{
    QList<ChartBand> bands;
    const auto status = statusOf(id);
    for (const incident::Incident &incident : m_incidents) {
        if (!status || !concerns(incident, status->spec, id))
            continue;
        for (const incident::Window &window : incident.windows) {
            if (hasBand(incident, window))
                bands.append(bandOf(incident, window));
        }
    }
    return bands;
}

QList<ChartMark> WatchHealth::marks(const QString &id) const
{
    QList<ChartMark> marks;
    if (m_marks) {
        for (const marks::Mark &mark : m_marks->all())
            marks.append(
                {mark.at, mark.text, MarkKind::Deploy, u"%1 (%2)"_s.arg(mark.text, mark.origin)});
    }
    const auto status = statusOf(id);
    for (const incident::Incident &incident : m_incidents) {
        if (!status || !concerns(incident, status->spec, id))
            continue;
        for (const incident::PostRevision &post : incident.posts) {
            if (!post.seen.empty()) {
                const QString label = tr("post %1").arg(post.number);
                marks.append({post.seen.front().at, label, MarkKind::Post,
                              u"%1: %2"_s.arg(label, post.title)});
            }
        }
    }
    return marks;
}

void WatchHealth::setMarks(const workflow::Marks &marks)
{
    m_marks = &marks;
    connect(&marks, &workflow::Marks::changed, this, &HealthModel::changed);
    emit changed();
}

base::InstantMs WatchHealth::now() const
{
    return m_desk.clock().nowMs();
}

std::optional<base::InstantMs> WatchHealth::archivedSince() const
{
    return m_watch.archivedSince();
}

void WatchHealth::wantSince(base::InstantMs at) const
{
    m_watch.wantSince(at);
}

QTimeZone WatchHealth::zone() const
{
    return m_desk.zone();
}

} // namespace ui
