// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/watch.h"

#include "source/address.h"
#include "source/verdictwords.h"
#include "workflow/alertlink.h"
#include "workflow/monitorbook.h"

#include <algorithm>

namespace workflow {

using namespace Qt::StringLiterals;
using base::Done;
using base::Result;
using health::Quality;
using incident::Incident;

namespace {

constexpr auto stepInterval = std::chrono::seconds(1);

base::Instant toSeconds(base::InstantMs at)
{
    return std::chrono::floor<std::chrono::seconds>(at);
}

health::Rule ruleOf(const source::MonitorSpec &spec)
{
    health::Rule rule = source::defaultRule(spec);
    rule.id = spec.id;
    return rule;
}

/// Of several series one speaks for all, and its verdict may be about another one.
Quality qualityOf(const source::Reading &reading)
{
    return reading.verdict ? reading.verdict->quality : reading.sample.quality;
}

Condition conditionOf(const source::Reading &reading)
{
    switch (qualityOf(reading)) {
    case Quality::Ok:
        return reading.verdict && reading.verdict->finding == source::Finding::Slow
                   ? Condition::Slow
                   : Condition::Up;
    case Quality::Failed:
        return Condition::Down;
    case Quality::Paused:
        return Condition::Paused;
    case Quality::NotMeasured:
        break;
    }
    return Condition::NotMeasured;
}

} // namespace

Watch::Watch(source::SourceSet &sources, Desk &desk)
    : m_sources(sources)
    , m_desk(desk)
    , m_mutes(desk)
{
    connect(&m_sources, &source::SourceSet::sampled, this, &Watch::take);
    connect(&m_stepTimer, &QTimer::timeout, this, &Watch::closeWatchedSteps);
    connect(&m_stepTimer, &QTimer::timeout, this, &Watch::raiseWhatWasMuted);
    connect(&m_desk, &Desk::changed, this, &Watch::raiseWhatWasMuted);
}

QStringList Watch::start()
{
    QStringList unusable;
    const MonitorBook book(m_desk.settings());
    for (const auto &entry : book.load()) {
        const Done added = entry ? m_sources.add(*entry) : Done(base::passOn(entry));
        if (added)
            adopt(*entry);
        else
            unusable << added.error().text;
    }
    m_sources.start();
    m_stepTimer.start(stepInterval);
    emit monitorsChanged();
    return unusable;
}

void Watch::stop()
{
    m_sources.stop();
    m_stepTimer.stop();
}

Result<source::MonitorSpec> Watch::addAddress(const QString &typed, const QString &component)
{
    auto spec = source::specFromAddress(typed);
    if (!spec)
        return spec;
    spec->id = m_desk.newId();
    spec->component = component;
    if (const Done added = add(*spec); !added)
        return base::passOn(added);
    return spec;
}

Done Watch::add(const source::MonitorSpec &spec)
{
    if (const Done possible = checkDependency(spec); !possible)
        return possible;
    if (const Done added = m_sources.add(spec); !added)
        return added;
    adopt(spec);
    emit monitorsChanged();
    return remember();
}

Done Watch::replace(const source::MonitorSpec &spec)
{
    if (const Done possible = checkDependency(spec); !possible)
        return possible;
    if (const Done replaced = m_sources.replace(spec); !replaced)
        return replaced;
    adopt(spec);
    emit monitorsChanged();
    return remember();
}

Done Watch::remove(const QString &monitor)
{
    const QStringList series = seriesOf(monitor);
    if (const Done removed = m_sources.remove(monitor); !removed)
        return removed;
    for (const QString &id : series)
        m_series.erase(id);
    m_tracks.erase(monitor);
    m_engine.removeRule(monitor);
    emit monitorsChanged();
    return remember();
}

void Watch::adopt(const source::MonitorSpec &spec)
{
    for (const health::SeriesInfo &info : m_sources.series(spec.id)) {
        auto &series = m_series[info.id];
        if (!series || series->info() != info)
            series = std::make_unique<health::Series>(info);
    }
    m_tracks.try_emplace(spec.id);
    if (spec.kind != source::Kind::Host || !spec.expression.isEmpty())
        m_engine.setRule(ruleOf(spec));
    else
        m_engine.removeRule(spec.id); // it has no limits any more
}

/// What it stands on is down: it counts anew when that is back.
void Watch::forgetAlertsOf(const source::MonitorSpec &spec)
{
    m_engine.removeRule(spec.id);
    m_engine.setRule(ruleOf(spec));
}

Done Watch::remember()
{
    return MonitorBook(m_desk.settings()).save(m_sources.monitors());
}

QFuture<Result<source::ProbeVerdict>> Watch::probe(const source::MonitorSpec &spec)
{
    return m_sources.probe(spec);
}

QStringList Watch::monitors() const
{
    QStringList ids;
    for (const source::MonitorSpec &spec : m_sources.monitors())
        ids << spec.id;
    return ids;
}

std::optional<MonitorStatus> Watch::status(const QString &monitor) const
{
    const auto spec = m_sources.monitor(monitor);
    const auto track = m_tracks.find(monitor);
    if (!spec || track == m_tracks.end())
        return std::nullopt;
    const Track &known = track->second;
    const bool isFlapping = std::ranges::any_of(m_engine.active(), [&](const health::Alert &alert) {
        return alert.monitor == monitor && alert.isFlapping;
    });
    return MonitorStatus{*spec,           known.condition, known.since,
                         known.sentence,  isFlapping,      mutedBy(monitor),
                         mutedFor(*spec), known.value,     known.details};
}

const health::Series *Watch::series(const QString &seriesId) const
{
    const auto found = m_series.find(seriesId);
    return found == m_series.end() ? nullptr : found->second.get();
}

QStringList Watch::seriesOf(const QString &monitor) const
{
    QStringList ids;
    for (const health::SeriesInfo &info : m_sources.series(monitor))
        ids << info.id;
    return ids;
}

void Watch::bringBack(const QString &seriesId, const std::vector<health::Sample> &samples)
{
    const auto found = m_series.find(seriesId);
    if (found == m_series.end())
        return;
    const health::Series &live = *found->second;
    const base::InstantMs now = m_desk.clock().nowMs();
    const auto reach = samples.empty() ? std::chrono::hours(0)
                                       : std::chrono::ceil<std::chrono::hours>(
                                             now - samples.front().at + health::defaultHistory);
    auto whole =
        std::make_unique<health::Series>(live.info(), std::max(health::defaultHistory, reach));
    for (const health::Sample &sample : samples) {
        if (live.isEmpty() || sample.at < live.at(0).at)
            whole->append(sample);
    }
    for (qsizetype i = 0; i < live.size(); ++i)
        whole->append(live.at(i));
    found->second = std::move(whole);
}

void Watch::setArchivedSince(base::InstantMs at)
{
    m_archivedSince = at;
    emit archivedSinceChanged();
}

/// A day more than was asked for, so that not each step into the past asks the disk.
void Watch::wantSince(base::InstantMs at) const
{
    const base::InstantMs there = m_desk.clock().nowMs() - health::defaultHistory;
    const bool isMissing = m_archivedSince && at < m_wantedSince.value_or(there) &&
                           m_wantedSince.value_or(there) > *m_archivedSince;
    if (!isMissing)
        return;
    m_wantedSince = std::max(*m_archivedSince, at - std::chrono::hours(24));
    emit olderWanted(*m_wantedSince);
}

void Watch::take(const source::Reading &reading)
{
    const auto series = m_series.find(reading.series);
    if (series == m_series.end())
        return;
    series->second->append(reading.sample);
    Track &track = m_tracks[reading.monitor];
    // Of several series the first speaks for all.
    const bool speaks = reading.verdict || series->first == seriesOf(reading.monitor).value(0);
    const Condition condition = speaks ? conditionOf(reading) : track.condition;
    if (condition != track.condition || !track.since)
        track.since = reading.sample.at;
    track.condition = condition;
    if (speaks)
        track.sentence = reading.sentence;
    track.details = reading.verdict ? source::detailsOf(*reading.verdict) : QString();
    track.judged = track.judged || reading.verdict.has_value();
    if (reading.sample.quality == Quality::Ok && reading.sample.hasValue())
        track.value = reading.sample.value;

    const bool gap = track.lastAt && reading.sample.at - *track.lastAt >
                                         health::longestSilence(series->second->info().step);
    if (speaks && qualityOf(reading) != Quality::Ok)
        track.goodSince.reset();
    else if (speaks && (!track.goodSince || gap))
        track.goodSince = reading.sample.at;
    track.lastAt = reading.sample.at;

    if (reading.verdict) {
        followNetwork(reading);
        judge(reading);
    }
    emit sampled(reading.monitor);
}

void Watch::judge(const source::Reading &reading)
{
    health::Sample sample = reading.sample;
    sample.quality = qualityOf(reading);
    if (sample.quality == Quality::Failed && !mutedBy(reading.monitor).isEmpty())
        sample.quality = Quality::NotMeasured; // what it stands on is down: it tells nothing new
    const auto events = m_engine.feed(reading.monitor, sample, m_desk.clock().now());
    for (const health::AlertEvent &event : events)
        handle(event);
    followAlerts();
}

void Watch::handle(const health::AlertEvent &event)
{
    const bool raised = event.kind == health::AlertEvent::Kind::Raised;
    if (!raised && m_held.erase(event.alert.id))
        return;
    auto incident = link(event.alert);
    if (!incident && incident.error().kind == base::ErrorKind::NotFound && raised) {
        const auto spec = m_sources.monitor(event.alert.monitor);
        if (spec && (mutedFor(*spec) || awaitsLookBelow(*spec, event.alert))) {
            m_held.insert(event.alert.id);
            return;
        }
        if (spec)
            incident = proposeFor(event.alert, *spec);
    }
    if (!incident && incident.error().kind != base::ErrorKind::NotFound)
        emit failed(incident.error());
    const QString id = incident ? incident->id : QString();
    if (raised)
        emit alertRaised(event.alert, id);
    else
        emit alertRecovered(event.alert, id);
}

/// With the monitor by its name: evidence is read long after the monitor is gone.
incident::AlertEvidence Watch::evidenceOf(const health::Alert &alert) const
{
    const auto known = status(alert.monitor);
    incident::AlertEvidence evidence;
    evidence.alert = alert.id;
    evidence.monitor = known ? known->spec.name : alert.monitor;
    evidence.summary = known ? known->sentence : QString();
    evidence.started = alert.started;
    evidence.detected = alert.detected;
    evidence.ended = alert.ended;
    evidence.failingSamples = alert.sampleCount;
    return evidence;
}

Result<Incident> Watch::link(const health::Alert &alert)
{
    const auto spec = m_sources.monitor(alert.monitor);
    return linkToOpen(m_desk, evidenceOf(alert), alert.monitor, spec ? spec->component : QString());
}

Result<Incident> Watch::proposeFor(const health::Alert &alert, const source::MonitorSpec &spec)
{
    const bool isSlow = alert.severity == health::Severity::Slow;
    const QString what = spec.component.isEmpty() ? spec.name : spec.component;
    if (spec.kind == source::Kind::Host)
        return proposeFrom(m_desk, evidenceOf(alert),
                           {what, alert.monitor, true, tr("from the samples of %1").arg(spec.name)},
                           tr("%1: over a limit").arg(what));
    const QString title = isSlow ? tr("%1: slow").arg(what) : tr("%1: not available").arg(what);
    return proposeFrom(m_desk, evidenceOf(alert),
                       {what, alert.monitor, isSlow, tr("from the samples of %1").arg(spec.name)},
                       title);
}

std::optional<base::Instant> Watch::greenSince(const Incident &incident) const
{
    std::optional<base::InstantMs> latest;
    const bool single = m_tracks.contains(incident.monitor);
    for (const auto &[monitor, track] : m_tracks) {
        if (!track.judged || (single && monitor != incident.monitor) ||
            track.condition == Condition::Paused)
            continue;
        if (!track.goodSince)
            return std::nullopt;
        latest = std::max(latest.value_or(*track.goodSince), *track.goodSince);
    }
    return latest ? std::optional(toSeconds(*latest)) : std::nullopt;
}

incident::Surroundings Watch::surroundings(const Incident &incident) const
{
    return {m_desk.clock().now(), greenSince(incident)};
}

/// What health has shown is written down: after a restart the samples are gone, the fact is not.
void Watch::closeWatchedSteps()
{
    for (const ledger::Summary &open : m_desk.openIncidents()) {
        if (open.state != incident::State::Restored && open.state != incident::State::Review)
            continue;
        const auto incident = m_desk.load(open.id);
        if (!incident)
            continue;
        for (const auto &status : incident::evaluate(*incident, surroundings(*incident))) {
            const bool shown = status.step.done == incident::DoneWhen::Watched &&
                               status.automatic && status.state == incident::StepState::Done;
            if (!shown)
                continue;
            const auto marked =
                m_desk.run(open.id, incident::MarkStep{status.step.id, incident::StepState::Done,
                                                       status.evidence});
            if (!marked)
                emit failed(marked.error());
        }
    }
}

} // namespace workflow
